import { kazakhNames } from './addresses.ts';
import { fold } from './fold.ts';

/** How much each reason counts; 0 leaves it out. The sum does not matter. */
export type FitWeights = {
  readonly agreement: number;
  readonly capacity: number;
  readonly history: number;
  readonly distance: number;
};

/** What speaks for and against a firm for one student. */
export type FitFacts = {
  /** An agreement in force over the whole period that names the specialty, one that names none, or none. */
  readonly agreement: 'specialty' | 'general' | 'none';
  /** Places left over the period; null: no number was agreed. */
  readonly free: number | null;
  /** Placements of the specialty at the firm in the years before, and those of them that ended in work. */
  readonly history: number;
  readonly hired: number;
  /** Between the towns, 0 in the same one; null: not known. */
  readonly km: number | null;
};

/** So many free places count as plenty. */
const plentyOfPlaces = 5;
/** At this distance, in kilometres, a firm counts half as near as one in the same town. */
const halfNear = 30;
/** So many placements of the specialty count half as much as long experience. */
const halfKnown = 3;
/** A hired student speaks for a firm as much as so many placements. */
const hiredCounts = 2;
/** What is not known counts as less than the middle. */
const unknown = 0.3;

/** Each reason as a number from 0 to 1. */
function parts(facts: FitFacts): FitWeights {
  const known = facts.history + facts.hired * hiredCounts;
  return {
    agreement: { specialty: 1, general: 0.5, none: 0 }[facts.agreement],
    capacity: facts.free === null ? unknown : Math.min(1, Math.max(0, facts.free) / plentyOfPlaces),
    history: known / (known + halfKnown),
    distance: facts.km === null ? unknown : halfNear / (halfNear + facts.km),
  };
}

const reasons = ['agreement', 'capacity', 'history', 'distance'] as const;

/** How well a firm fits, from 0 to 100: the weighted mean of the reasons. */
export function fitScore(facts: FitFacts, weights: FitWeights): number {
  const all = reasons.reduce((sum, reason) => sum + weights[reason], 0);
  if (all <= 0) return 0;
  const values = parts(facts);
  return Math.round((100 * reasons.reduce((sum, reason) => sum + weights[reason] * values[reason], 0)) / all);
}

/** A firm a student could go to; every limit has room for the student before it can be given. */
export type FitOption = {
  readonly score: number;
  readonly limits: readonly { readonly key: string; readonly free: number }[];
};

/**
 * Gives each student the best option that still has room: those with the fewest options choose first, so that nobody loses the
 * only place there is to one with a choice. Answers the index of each student's option; null when none is left.
 */
export function assignFits(wishes: readonly (readonly FitOption[])[]): (number | null)[] {
  const left = new Map(wishes.flat().flatMap(option => option.limits.map(({ key, free }) => [key, free] as const)));
  const open = (option: FitOption): boolean => option.limits.every(({ key }) => (left.get(key) ?? 0) > 0);
  const given: (number | null)[] = wishes.map(() => null);
  const order = wishes
    .map((options, student) => ({ student, choices: options.filter(open).length }))
    .toSorted((a, b) => a.choices - b.choices || a.student - b.student);
  for (const { student } of order) {
    const options = wishes[student] ?? [];
    const best = options.reduce<number | null>((found, option, index) => {
      if (!open(option)) return found;
      return found === null || option.score > (options[found]?.score ?? 0) ? index : found;
    }, null);
    given[student] = best;
    for (const { key } of best === null ? [] : (options[best]?.limits ?? [])) left.set(key, (left.get(key) ?? 0) - 1);
  }
  return given;
}

/** What kind of place it is, before or after its name: «г. Павлодар», «Павлодар қаласы», «село Ленинский». */
const kindsOfPlace: ReadonlySet<string> = new Set(
  'г гор город к кала каласы с село а аул ауыл ауылы п пос поселок посёлок кент кенти пгт ст станция'
    .split(' ')
    .map(fold),
);

const wordsOf = (name: string): readonly string[] => fold(name).match(/[\p{L}\p{N}]+/gu) ?? [];
const keysInKazakh: ReadonlyMap<string, string> = new Map(
  [...kazakhNames].map(([russian, kazakh]) => [wordsOf(russian).join(' '), wordsOf(kazakh).join(' ')]),
);

/** A town under which its names are the same however they were written, in either language; empty when there is none. */
export function townKey(name: string | null): string {
  const words = wordsOf((name ?? '').split(/[,;(]/u)[0] ?? '');
  const own = words.filter(word => !kindsOfPlace.has(word));
  const key = (own.length > 0 ? own : words).join(' ');
  return keysInKazakh.get(key) ?? key;
}

export type TownDistance = { readonly from: string; readonly to: string; readonly km: number };

/** Kilometres between two towns: 0 in the same one, the entered distance in either direction, null when nobody entered it. */
export function distanceBetween(
  from: string | null,
  to: string | null,
  distances: readonly TownDistance[],
): number | null {
  const [start, end] = [townKey(from), townKey(to)];
  if (start === '' || end === '') return null;
  if (start === end) return 0;
  const entered = distances.find(row => {
    const ends = [townKey(row.from), townKey(row.to)];
    return ends.includes(start) && ends.includes(end) && ends[0] !== ends[1];
  });
  return entered?.km ?? null;
}
