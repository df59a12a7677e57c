import { fieldsOf, type ImportEntity, importEntities, titleWords } from './fields.ts';
import { bestPhraseScore, bracketCodes, type Phrase, phrasesOf, wordsIn } from './words.ts';

type PreparedField = { readonly name: string; readonly phrases: readonly Phrase[]; readonly codes: readonly string[] };

const prepared: ReadonlyMap<ImportEntity, readonly PreparedField[]> = new Map(
  importEntities.map(entity => [
    entity,
    Object.entries(fieldsOf(entity)).map(([name, spec]) => ({
      name,
      phrases: [...phrasesOf(spec.ru, false), ...phrasesOf(spec.kk, true), ...phrasesOf(spec.en, true)],
      codes: spec.codes ?? [],
    })),
  ]),
);

const preparedTitles: ReadonlyMap<ImportEntity, readonly Phrase[]> = new Map(
  importEntities.map(entity => [entity, phrasesOf(titleWords[entity], false)]),
);

/** Scores of every field of an entity for one heading; fields that do not answer at all are left out. */
export type HeadingScores = ReadonlyMap<string, number>;

/** A lookup that remembers what it has scored: headings repeat over sheets and candidate rows. */
export type HeadingMatcher = (entity: ImportEntity, heading: string) => HeadingScores;

/** Creates a matcher of headings to fields. */
export function createHeadingMatcher(): HeadingMatcher {
  const known = new Map<string, HeadingScores>();
  return (entity, heading) => {
    const key = `${entity}\n${heading}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const scores = scoreHeading(entity, heading);
    known.set(key, scores);
    return scores;
  };
}

function scoreHeading(entity: ImportEntity, heading: string): HeadingScores {
  const scores = new Map<string, number>();
  if (heading.length > 160) return scores;
  const codes = bracketCodes(heading);
  const readings = readingsOf(heading).map(wordsIn);
  for (const field of prepared.get(entity) ?? []) {
    if (codes.some(code => field.codes.includes(code))) {
      scores.set(field.name, 1.2);
      continue;
    }
    let best = 0;
    readings.forEach((words, index) => {
      // A part of a heading in two languages counts almost like the whole.
      const score = bestPhraseScore(words, field.phrases) - (index === 0 ? 0 : 0.05);
      if (score > best) best = score;
    });
    if (best >= 0.45) scores.set(field.name, best);
  }
  return scores;
}

/** A heading as a whole, and its parts where it says the same in two languages or adds a remark in brackets. */
function readingsOf(heading: string): readonly string[] {
  const parts = heading.split(/[/|\n\r;]|\s[-–—]\s|[()]/u).map(part => part.trim());
  const real = parts.filter(part => /[\p{L}№]/u.test(part));
  return real.length > 1 || (real[0] !== undefined && real[0] !== heading.trim()) ? [heading, ...real] : [heading];
}

/** How much the name of a sheet and the title above its table speak for each entity, 0 to 1. */
export function titleHints(texts: readonly string[]): ReadonlyMap<ImportEntity, number> {
  const hints = new Map<ImportEntity, number>();
  for (const text of texts) {
    const words = wordsIn(text)
      .filter(word => /\p{L}/u.test(word))
      .slice(0, 14);
    for (const [entity, phrases] of preparedTitles) {
      for (const phrase of phrases) {
        if (bestPhraseScore(words, [phrase]) > 0.3 || everyWordStands(words, phrase)) {
          hints.set(entity, Math.max(hints.get(entity) ?? 0, phrase.words.length > 1 ? 1 : 0.8));
        }
      }
    }
  }
  return hints;
}

function everyWordStands(words: readonly string[], phrase: Phrase): boolean {
  return phrase.words.every(wanted => words.includes(wanted));
}
