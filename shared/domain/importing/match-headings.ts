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

const namesStudents = new Set(['fullName', 'surname', 'givenName', 'studentName', 'iin', 'studentIin']);
const ofStaff =
  /преподавател|педагог|мастер|куратор|сотрудник|работник|наставник|оқытушы|мұғалім|тәлімгер|қызметкер|teacher|mentor|staff/iu;

function scoreHeading(entity: ImportEntity, heading: string): HeadingScores {
  const scores = new Map<string, number>();
  if (heading.length > 160) return scores;
  const codes = bracketCodes(heading);
  const readings = readingsOf(heading).map(({ text, discount }) => ({ words: wordsIn(text), discount }));
  for (const field of prepared.get(entity) ?? []) {
    // «Phone 1 - Type» of an address book says «Mobile», not a number.
    if (/\s-\s(?:type|label)$/iu.test(heading)) continue;
    // Who signs for the college is no contact of the firm, and who teaches there is no student.
    if (field.name === 'signatory' && /колледж|college/iu.test(heading)) continue;
    if (namesStudents.has(field.name) && ofStaff.test(heading)) continue;
    if (codes.some(code => field.codes.includes(code))) {
      scores.set(field.name, 1.2);
      continue;
    }
    let best = 0;
    for (const { words, discount } of readings) best = Math.max(best, bestPhraseScore(words, field.phrases) - discount);
    if (best >= 0.45) scores.set(field.name, best);
  }
  return scores;
}

/** Parts the heading of a group of columns from the heading of the column below it. */
export const groupMark = '\u2028';

type HeadingReading = { readonly text: string; readonly discount: number };

/** A heading as a whole, and its parts: the column below its group, the same in two languages, a remark in brackets. */
function readingsOf(heading: string): readonly HeadingReading[] {
  const [group, column] = heading.split(groupMark);
  if (group !== undefined && column !== undefined) {
    const below = readingsOf(column).map(({ text, discount }) => ({ text, discount: discount + 0.03 }));
    return [{ text: heading, discount: 0 }, ...below, { text: group, discount: 0.2 }];
  }
  // «(ФИО, должность, тел.)» says what is in the cells, not what the column is.
  const plain = heading.replace(/\([^()]*,[^()]*\)/gu, ' ');
  const parts = plain.split(/[/|\n\r;]|\s[-–—]\s|[()]/u).map(part => part.trim());
  // «Адрес, телефон, e-mail»: several things in one cell, the first of them gives the column its place.
  const [first = '', ...others] = plain.split(',');
  if (others.length > 0) parts.push(first.trim());
  // «Р/с» is one word, not a column «с».
  const real = parts.filter(part => /\p{L}.*\p{L}|№/su.test(part) && part !== heading.trim());
  return [{ text: heading, discount: 0 }, ...real.map(text => ({ text, discount: 0.05 }))];
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
