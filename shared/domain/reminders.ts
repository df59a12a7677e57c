import { addDays, addMonths, daysBetween, type IsoDate } from './iso-date.ts';

/** How many days before its end an agreement calls for attention. */
export const reminderDays = [90, 60, 30, 7] as const;

/** A task that a day brings: what it is about, what made it, and when. The same cause never makes a second one. */
export type Reminder = {
  readonly kind:
    | 'agreementExpires'
    | 'scanMissing'
    | 'paperUnsigned'
    | 'nextStep'
    | 'requestUnanswered'
    | 'promiseLate'
    | 'replyUnsent'
    | 'startGap'
    | 'followUpDue'
    | 'visitDue'
    | 'evaluationMissing';
  readonly cause: string;
  readonly entity: 'agreement' | 'interaction' | 'request' | 'promise' | 'practiceType' | 'placement' | 'visit';
  readonly entityId: string;
  readonly dueOn: IsoDate;
};

/** Days that an agreement may lie without its scan or be on its way without every signature, and a request without a word. */
export const graceDays = { scan: 14, request: 30, signature: 14 } as const;

/**
 * The reminder of an agreement that ends on a day: the narrowest step that has begun (90, 60, 30 or 7 days before). Steps that
 * were missed while the program was closed are not made up for; an agreement that is over brings none.
 */
export function expiryReminder(agreementId: string, lastOn: IsoDate, today: IsoDate): Reminder | null {
  const left = daysBetween(today, lastOn);
  const step = reminderDays.findLast(days => left <= days);
  if (left < 0 || step === undefined) return null;
  return {
    kind: 'agreementExpires',
    cause: `agreementExpires ${agreementId} ${lastOn} ${step}`,
    entity: 'agreement',
    entityId: agreementId,
    dueOn: addDays(lastOn, -step),
  };
}

/** The reminder of a signed agreement without a scan, two weeks after it was signed. */
export function scanReminder(agreementId: string, signedOn: IsoDate, today: IsoDate): Reminder | null {
  const dueOn = addDays(signedOn, graceDays.scan);
  if (dueOn > today) return null;
  return {
    kind: 'scanMissing',
    cause: `scanMissing ${agreementId}`,
    entity: 'agreement',
    entityId: agreementId,
    dueOn,
  };
}

/** The reminder of an agreement that was sent out two weeks ago and has not come back signed. */
export function unsignedReminder(agreementId: string, sentOn: IsoDate, today: IsoDate): Reminder | null {
  const dueOn = addDays(sentOn, graceDays.signature);
  if (dueOn > today) return null;
  return {
    kind: 'paperUnsigned',
    cause: `paperUnsigned ${agreementId}`,
    entity: 'agreement',
    entityId: agreementId,
    dueOn,
  };
}

/** The reminder of a next step on its day; a step put to another day is a new one. */
export function stepReminder(interactionId: string, nextOn: IsoDate, today: IsoDate): Reminder | null {
  if (nextOn > today) return null;
  return {
    kind: 'nextStep',
    cause: `nextStep ${interactionId} ${nextOn}`,
    entity: 'interaction',
    entityId: interactionId,
    dueOn: nextOn,
  };
}

/** The reminder of the next step after a visit, on its day. */
export const visitStepReminder = (visitId: string, nextOn: IsoDate, today: IsoDate): Reminder | null =>
  nextOn > today
    ? null
    : { kind: 'nextStep', cause: `nextStep ${visitId} ${nextOn}`, entity: 'visit', entityId: visitId, dueOn: nextOn };

/** The reminder of a planned visit, from its day on; a visit put to another day is a new matter. */
export const visitReminder = (visitId: string, plannedOn: IsoDate, today: IsoDate): Reminder | null =>
  plannedOn > today
    ? null
    : {
        kind: 'visitDue',
        cause: `visitDue ${visitId} ${plannedOn}`,
        entity: 'visit',
        entityId: visitId,
        dueOn: plannedOn,
      };

/** Days after the last day of a practice in which evaluations of firms are waited for, then called for. */
export const evaluationWindow = { after: 7, until: 60 } as const;

/** One reminder for all placements of a practice that ended on a day and have no evaluation by the firm. */
export function evaluationReminder(practiceTypeId: string, endsOn: IsoDate, today: IsoDate): Reminder | null {
  const dueOn = addDays(endsOn, evaluationWindow.after);
  if (dueOn > today || addDays(endsOn, evaluationWindow.until) < today) return null;
  return {
    kind: 'evaluationMissing',
    cause: `evaluationMissing ${practiceTypeId} ${endsOn}`,
    entity: 'practiceType',
    entityId: practiceTypeId,
    dueOn,
  };
}

/** The reminder of a firm's request that has waited a month for a decision. */
export function requestReminder(requestId: string, receivedOn: IsoDate, today: IsoDate): Reminder | null {
  const dueOn = addDays(receivedOn, graceDays.request);
  if (dueOn > today) return null;
  return {
    kind: 'requestUnanswered',
    cause: `requestUnanswered ${requestId}`,
    entity: 'request',
    entityId: requestId,
    dueOn,
  };
}

/** The reminder of a promise that was not kept by its day, on the day after; a promise put to another day is a new matter. */
export function promiseReminder(promiseId: string, promisedFor: IsoDate, today: IsoDate): Reminder | null {
  if (promisedFor >= today) return null;
  return {
    kind: 'promiseLate',
    cause: `promiseLate ${promiseId} ${promisedFor}`,
    entity: 'promise',
    entityId: promiseId,
    dueOn: addDays(promisedFor, 1),
  };
}

/** Days around the first day of a practice in which placements that are not ready call for attention. */
export const startWindow = { before: 7, after: 14 } as const;

/** One reminder for all placements of a practice that start on a day and lack a briefing, a certificate, insurance or a consent. */
export function startReminder(practiceTypeId: string, startsOn: IsoDate, today: IsoDate): Reminder | null {
  const dueOn = addDays(startsOn, -startWindow.before);
  if (dueOn > today || addDays(startsOn, startWindow.after) < today) return null;
  return {
    kind: 'startGap',
    cause: `startGap ${practiceTypeId} ${startsOn}`,
    entity: 'practiceType',
    entityId: practiceTypeId,
    dueOn,
  };
}

/** The reminder to ask after a student who was hired, six or twelve months on; after half a year more it is history. */
export const followUpReminder =
  (months: 6 | 12) =>
  (placementId: string, hiredOn: IsoDate, today: IsoDate): Reminder | null => {
    const dueOn = addMonths(hiredOn, months);
    if (dueOn > today || addMonths(dueOn, 6) < today) return null;
    return {
      kind: 'followUpDue',
      cause: `followUp${months} ${placementId}`,
      entity: 'placement',
      entityId: placementId,
      dueOn,
    };
  };

/** Decisions older than this were told in other ways, or before the program was in use; days. */
export const replyWithin = 90;

/** The reminder to tell a firm what was decided on its request, from the day of the decision until the reply is sent. */
export function replyReminder(requestId: string, decidedOn: IsoDate, today: IsoDate): Reminder | null {
  if (decidedOn > today || daysBetween(decidedOn, today) > replyWithin) return null;
  return {
    kind: 'replyUnsent',
    cause: `replyUnsent ${requestId} ${decidedOn}`,
    entity: 'request',
    entityId: requestId,
    dueOn: decidedOn,
  };
}
