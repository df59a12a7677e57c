import type { RecordOf } from '#main/database/entities.ts';
import { dayNumber, isoOf } from './slow-days.ts';

export const never = '9999-12-31';

/** Days that agreements are walked over, one by one; what still holds on the last of them is open-ended. */
const walked = { start: '2019-01-01', end: '2036-12-31' } as const;

export type Held = { readonly days: ReadonlySet<string>; readonly last: string | null; readonly endedEarly: boolean };

type Terms = Pick<RecordOf<'agreement'>, 'startsOn' | 'endsOn' | 'terminatedOn'>;

/** The terms of an agreement on a day: every signed amendment in effect put into those before it. */
export function termsOf(
  agreement: RecordOf<'agreement'>,
  amendments: readonly RecordOf<'amendment'>[],
): (day: string) => Terms {
  const order = (one: RecordOf<'amendment'>): string => `${one.effectiveOn} ${one.signedOn ?? never} ${one.id}`;
  const signed = amendments
    .filter(one => one.agreementId === agreement.id && one.signedOn !== null)
    .toSorted((left, right) => (order(left) < order(right) ? -1 : 1));
  const { startsOn, endsOn, stage } = agreement;
  const original: Terms = { startsOn, endsOn, terminatedOn: stage === 'terminated' ? agreement.terminatedOn : null };
  const put = (terms: Terms, { changes }: RecordOf<'amendment'>): Terms => ({
    startsOn: changes.startsOn === undefined ? terms.startsOn : changes.startsOn,
    endsOn: changes.endsOn === undefined ? terms.endsOn : changes.endsOn,
    terminatedOn: changes.terminatedOn === undefined ? terms.terminatedOn : changes.terminatedOn,
  });
  return day => signed.reduce((terms, one) => (one.effectiveOn <= day ? put(terms, one) : terms), original);
}

/** On which days an agreement held by the terms of each day, amendments included. */
export function heldDays(agreement: RecordOf<'agreement'>, amendments: readonly RecordOf<'amendment'>[]): Held {
  const termsOn = termsOf(agreement, amendments);
  const days = new Set<string>();
  let last: string | null = null;
  for (let number = dayNumber(walked.start); number <= dayNumber(walked.end); number += 1) {
    const day = isoOf(number);
    const terms = termsOn(day);
    const first = terms.startsOn ?? agreement.signedOn;
    if (first === null || first > day || (terms.endsOn ?? never) < day || (terms.terminatedOn ?? never) < day) continue;
    days.add(day);
    last = day;
  }
  const endedEarly = agreement.stage === 'terminated' || termsOn(never).terminatedOn !== null;
  return { days, last: last === walked.end ? null : last, endedEarly };
}
