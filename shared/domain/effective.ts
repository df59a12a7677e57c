import { addDays, type IsoDate, latestDate } from './iso-date.ts';
import { type AgreementFacts, type AgreementState, agreementState } from './states.ts';

/** Student places agreed for one specialty; `year` is a school year (2025 means 2025–26), null every year; `places` null: no limit. */
export type AgreedSpecialty = {
  readonly specialtyId: string;
  readonly year: number | null;
  readonly places: number | null;
};

/** What an agreement says; every part of it can be amended. */
export type AgreementTerms = {
  readonly startsOn: IsoDate | null;
  /** Null: open-ended. */
  readonly endsOn: IsoDate | null;
  /** Ended early on this day. */
  readonly terminatedOn: IsoDate | null;
  readonly places: number | null;
  readonly place: string | null;
  readonly signatoryId: string | null;
  readonly mentorId: string | null;
  /** Monthly pay in tiyn. */
  readonly payMinor: number | null;
  readonly specialties: readonly AgreedSpecialty[];
};

/** What an amendment changes: a part that is present replaces the part of the agreement, also by null. */
export type TermChanges = { readonly [Part in keyof AgreementTerms]?: AgreementTerms[Part] | undefined };

export const termParts = [
  'startsOn',
  'endsOn',
  'terminatedOn',
  'places',
  'place',
  'signatoryId',
  'mentorId',
  'payMinor',
  'specialties',
] as const satisfies readonly (keyof AgreementTerms)[];

export type TermPart = (typeof termParts)[number];

export type AmendmentFacts = {
  readonly id: string;
  /** An amendment nobody has signed changes nothing. */
  readonly signedOn: IsoDate | null;
  readonly effectiveOn: IsoDate;
  readonly changes: TermChanges;
};

/** Terms that hold over a span of days, both ends included, and the days of that span on which the agreement is in force. */
export type TermVersion = {
  readonly fromOn: IsoDate;
  readonly untilOn: IsoDate;
  /** The last amendment these terms contain; null for the agreement as it was signed. */
  readonly amendmentId: string | null;
  readonly terms: AgreementTerms;
  /** Null when the agreement holds on no day of the span. */
  readonly heldFrom: IsoDate | null;
  readonly heldUntil: IsoDate | null;
};

/** Before every date, and after every date. */
export const beginningOfTime: IsoDate = '0001-01-01';
export const endOfTime: IsoDate = '9999-12-31';

const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);
const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);

/** The order in which amendments apply: by the day they take effect, then by the day they were signed, then by age. */
export function inOrder<A extends AmendmentFacts>(amendments: readonly A[]): A[] {
  const key = (amendment: A): string => `${amendment.effectiveOn} ${amendment.signedOn ?? endOfTime} ${amendment.id}`;
  return amendments.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Terms with an amendment's changes put in. */
export function amended(terms: AgreementTerms, changes: TermChanges): AgreementTerms {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return given.length === 0 ? terms : { ...terms, ...Object.fromEntries(given) };
}

/** What an agreement says on a day: the original terms with every signed amendment that has taken effect by then. */
export function effectiveTerms(
  original: AgreementTerms,
  amendments: readonly AmendmentFacts[],
  on: IsoDate,
): AgreementTerms {
  return inOrder(amendments)
    .filter(amendment => amendment.signedOn !== null && amendment.effectiveOn <= on)
    .reduce((terms, amendment) => amended(terms, amendment.changes), original);
}

function heldIn(terms: AgreementTerms, signedOn: IsoDate | null, fromOn: IsoDate, untilOn: IsoDate) {
  const first = terms.startsOn ?? signedOn;
  if (first === null) return { heldFrom: null, heldUntil: null };
  const heldFrom = later(fromOn, first);
  const heldUntil = earlier(untilOn, earlier(terms.endsOn ?? endOfTime, terms.terminatedOn ?? endOfTime));
  return heldFrom > heldUntil ? { heldFrom: null, heldUntil: null } : { heldFrom, heldUntil };
}

/** All terms an agreement has over time, as spans that follow one another without a gap from the first day to the last. */
export function termVersions(
  original: AgreementTerms,
  signedOn: IsoDate | null,
  amendments: readonly AmendmentFacts[],
): readonly TermVersion[] {
  const steps: { fromOn: IsoDate; amendmentId: string | null; terms: AgreementTerms }[] = [
    { fromOn: beginningOfTime, amendmentId: null, terms: original },
  ];
  for (const amendment of inOrder(amendments)) {
    const last = steps.at(-1);
    if (last === undefined || amendment.signedOn === null) continue;
    const step = {
      fromOn: amendment.effectiveOn,
      amendmentId: amendment.id,
      terms: amended(last.terms, amendment.changes),
    };
    if (last.fromOn === step.fromOn) steps.pop();
    steps.push(step);
  }
  return steps.map((step, index) => {
    const next = steps[index + 1];
    const untilOn = next === undefined ? endOfTime : addDays(next.fromOn, -1);
    return { ...step, untilOn, ...heldIn(step.terms, signedOn, step.fromOn, untilOn) };
  });
}

/** The version of a day. */
export function versionOn(versions: readonly TermVersion[], on: IsoDate): TermVersion {
  const found = versions.findLast(version => version.fromOn <= on);
  if (found === undefined) throw new RangeError(`No version on ${on}`);
  return found;
}

/** The last day on which the agreement holds, all signed amendments considered; null: open-ended or never in force. */
export function lastHeldDay(versions: readonly TermVersion[]): IsoDate | null {
  const last = latestDate(versions.flatMap(version => (version.heldUntil === null ? [] : [version.heldUntil])));
  return last === endOfTime ? null : last;
}

/** Whether the agreement holds on at least one day of a period. */
export function holdsWithin(versions: readonly TermVersion[], from: IsoDate, to: IsoDate): boolean {
  return versions.some(
    ({ heldFrom, heldUntil }) => heldFrom !== null && heldUntil !== null && heldFrom <= to && heldUntil >= from,
  );
}

/** The state of an agreement on a day with its amendments; «expiring» looks at the last day that all of them leave. */
export function amendedState(
  facts: Pick<AgreementFacts, 'stage' | 'signedOn' | 'renewed'>,
  versions: readonly TermVersion[],
  on: IsoDate,
  expiringDays = 90,
): AgreementState {
  const { terms } = versionOn(versions, on);
  const over = terms.endsOn !== null && terms.endsOn < on;
  const stage = facts.stage === 'signed' && terms.terminatedOn !== null ? 'terminated' : facts.stage;
  const endsOn = over ? terms.endsOn : lastHeldDay(versions);
  return agreementState(
    { ...facts, stage, startsOn: terms.startsOn, terminatedOn: terms.terminatedOn, endsOn },
    on,
    expiringDays,
  );
}

/**
 * Student places agreed for a specialty in a school year: rows of the year come before rows of every year;
 * an agreement without such rows offers its overall number. Null: no limit.
 */
export function agreedPlaces(terms: AgreementTerms, specialtyId: string | null, schoolYear: number): number | null {
  const own = terms.specialties.filter(row => row.specialtyId === specialtyId);
  const ofYear = own.filter(row => row.year === schoolYear);
  const rows = ofYear.length > 0 ? ofYear : own.filter(row => row.year === null);
  if (rows.length === 0) return terms.places;
  return rows.some(row => row.places === null) ? null : rows.reduce((sum, row) => sum + (row.places ?? 0), 0);
}
