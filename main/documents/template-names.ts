import { repairLookAlikes } from '#shared/domain/fold.ts';
import type { FieldDescription, TemplateCatalogue } from './letter-fields.ts';

/** What a tag's name stands for. `list` is set for a field that only a row of that list has. */
export type ResolvedName = {
  readonly kind: 'field' | 'image' | 'list';
  readonly name: string;
  readonly list?: string;
  /** Set when the tag asks for one language of a letter in two, or for both with what is the same in both only once. */
  readonly language?: TagLanguage;
};

export type TagLanguage = 'kk' | 'ru' | 'both';

export type NameResolver = {
  /** Finds what a tag means inside the given list (or outside any); undefined when nothing does. */
  readonly resolve: (tag: string, insideList?: string) => ResolvedName | undefined;
  /** Every spelling that would be understood there, in the way people write it. */
  readonly spellings: (insideList?: string) => readonly string[];
  /** The lists of the catalogue, by their English names, and as people write them. */
  readonly lists: ReadonlyMap<string, string>;
};

const ENDINGS: readonly (readonly [ending: string, language: TagLanguage])[] = [
  ['_kk', 'kk'],
  ['_kz', 'kk'],
  ['_қаз', 'kk'],
  ['_каз', 'kk'],
  ['_ru', 'ru'],
  ['_рус', 'ru'],
  ['_орыс', 'ru'],
  ['_both', 'both'],
  ['_екеуі', 'both'],
  ['_оба', 'both'],
];

/** One spelling for names that differ only in case, spaces, hyphens, quotes, letters that look alike or Unicode form. */
export function foldTagName(tag: string): string {
  return repairLookAlikes(tag.normalize('NFC').replaceAll(/["«»“”„‘’'`]|\p{Cf}/gu, ''))
    .trim()
    .toLowerCase()
    .replaceAll(/[\s\u00a0.-]+/g, '_');
}

/** Builds the look-up of a catalogue once, for the linter and the filler alike. */
export function createNameResolver(catalogue: TemplateCatalogue): NameResolver {
  const outside = new Map<string, ResolvedName>();
  const add = (target: Map<string, ResolvedName>, key: string, description: FieldDescription, value: ResolvedName) => {
    for (const spelling of [key, ...description.aliases]) target.set(foldTagName(spelling), value);
  };
  for (const [name, description] of Object.entries(catalogue.fields))
    add(outside, name, description, { kind: 'field', name });
  for (const [name, description] of Object.entries(catalogue.images))
    add(outside, name, description, { kind: 'image', name });
  const inside = new Map<string, Map<string, ResolvedName>>();
  for (const [list, { description, fields }] of Object.entries(catalogue.lists)) {
    add(outside, list, description, { kind: 'list', name: list });
    const names = new Map<string, ResolvedName>();
    for (const [name, row] of Object.entries(fields)) add(names, name, row, { kind: 'field', name, list });
    inside.set(list, names);
  }
  const lookUp = (folded: string, list?: string): ResolvedName | undefined =>
    (list === undefined ? undefined : inside.get(list)?.get(folded)) ?? outside.get(folded);
  return {
    lists: new Map(
      Object.entries(catalogue.lists).map(([name, { description }]) => [name, description.aliases[0] ?? name]),
    ),
    resolve: (tag, insideList) => {
      const folded = foldTagName(tag);
      const found = lookUp(folded, insideList);
      if (found !== undefined) return found;
      for (const [ending, language] of ENDINGS) {
        if (!folded.endsWith(ending)) continue;
        const base = lookUp(folded.slice(0, -ending.length), insideList);
        if (base?.kind === 'field') return { ...base, language };
      }
      return undefined;
    },
    spellings: insideList => {
      const rows = insideList === undefined ? undefined : inside.get(insideList);
      return [...new Set([...(rows?.keys() ?? []), ...outside.keys()])];
    },
  };
}

/** The known spelling nearest to a misspelt one, or undefined when none is near enough to be meant. */
export function nearestSpelling(tag: string, spellings: readonly string[]): string | undefined {
  const folded = foldTagName(tag);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(folded.length / 3)) + 1;
  for (const spelling of spellings) {
    const distance = editDistance(folded, spelling);
    if (distance < bestDistance) {
      best = spelling;
      bestDistance = distance;
    }
  }
  return best;
}

/** Damerau–Levenshtein distance with adjacent transpositions (optimal string alignment). */
function editDistance(left: string, right: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
        cost = Math.min(cost, (beforePrevious[column - 2] ?? 0) + 1);
      }
      current.push(cost);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[right.length] ?? 0;
}
