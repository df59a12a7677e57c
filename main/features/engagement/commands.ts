import { type Prepare, refuseFields } from '../shared/record-feature.ts';

export const prepareEngagement: Prepare<'engagement'> = (_tx, next) => {
  if (next.endsOn !== null && next.endsOn < next.startsOn) refuseFields({ endsOn: 'endBeforeStart' });
  return next;
};

/** A milestone is done on a day that has come. */
export const prepareMilestone: Prepare<'milestone'> = (tx, next) => {
  if (next.doneOn !== null && next.doneOn > tx.today) refuseFields({ doneOn: 'inFuture' });
  return next;
};

/** What was delivered needs no later day than today, and an agreement of the same firm. */
export const preparePromise: Prepare<'promise'> = (tx, next) => {
  const problems: Record<string, string> = {};
  if (next.dueOn !== null && next.dueOn < next.promisedOn) problems['dueOn'] = 'endBeforeStart';
  if (next.deliveredOn !== null && next.deliveredOn < next.promisedOn) problems['deliveredOn'] = 'endBeforeStart';
  if (next.deliveredOn !== null && next.deliveredOn > tx.today) problems['deliveredOn'] = 'inFuture';
  if (next.deliveredOn === null && next.proof !== null) problems['deliveredOn'] = 'required';
  const own = 'SELECT 1 FROM agreement WHERE id = ? AND firm_id = ?';
  if (next.agreementId !== null && tx.db.value(own, next.agreementId, next.firmId) === undefined)
    problems['agreementId'] = 'otherFirm';
  for (const [field, table] of [
    ['letterId', 'letter'],
    ['interactionId', 'interaction'],
  ] as const)
    if (
      next[field] !== null &&
      tx.db.value(`SELECT 1 FROM ${table} WHERE id = ? AND firm_id = ?`, next[field], next.firmId) === undefined
    )
      problems[field] = 'otherFirm';
  refuseFields(problems);
  return next;
};

/** A challenge that is resolved has its day, and only such a one. */
export const prepareChallenge: Prepare<'challenge'> = (tx, next, { before }) => {
  if (next.resolvedOn !== null && next.resolvedOn < next.raisedOn) refuseFields({ resolvedOn: 'endBeforeStart' });
  if (next.status === 'resolved') return { ...next, resolvedOn: next.resolvedOn ?? tx.today };
  // A day typed in resolves it; a state that is taken back forgets the day.
  if (next.resolvedOn !== null && before?.resolvedOn !== next.resolvedOn) return { ...next, status: 'resolved' };
  return { ...next, resolvedOn: null };
};
