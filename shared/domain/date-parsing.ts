import { fold, tidy } from './fold.ts';
import type { IsoDate, Period } from './iso-date.ts';
import { addDays, isoDateOf } from './iso-date.ts';

/** Why a text is no date. */
export type DateProblem = 'empty' | 'notDate' | 'impossible' | 'yearOutOfRange';

export type Reading<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'problem'; readonly problem: DateProblem };

export type PeriodReading = Reading<Period> | { readonly kind: 'problem'; readonly problem: 'backwards' };

/** A date, «open-ended», or a problem. */
export type EndDateReading = Reading<IsoDate> | { readonly kind: 'open' };

export type DateContext = {
  /** Needed for «tomorrow» and for a day and month without a year. */
  readonly today?: IsoDate;
  /** Day zero of the workbook's serial numbers. */
  readonly epoch?: 1900 | 1904;
};

const firstYear = 1900;
const lastYear = 2199;
/** Two digits up to this belong to 20xx. */
const lastShortYear = 69;

/** Folded beginnings of month names; the longest that fits decides. */
const monthStems: readonly (readonly string[])[] = [
  ['январ', 'янв', 'кантар', 'кан', 'january', 'jan'],
  ['феврал', 'фев', 'акпан', 'акп', 'february', 'feb'],
  ['март', 'мар', 'наурыз', 'нау', 'march', 'mar'],
  ['апрел', 'апр', 'сауир', 'сау', 'april', 'apr'],
  ['маи', 'мая', 'мамыр', 'мам', 'may'],
  ['июн', 'маусым', 'мау', 'june', 'jun'],
  ['июл', 'шилде', 'шил', 'july', 'jul'],
  ['август', 'авг', 'тамыз', 'там', 'august', 'aug'],
  ['сентябр', 'сент', 'сен', 'кыркуиек', 'кыркуиег', 'кыр', 'september', 'sept', 'sep'],
  ['октябр', 'окт', 'казан', 'каз', 'october', 'oct'],
  ['ноябр', 'ноя', 'караша', 'кар', 'november', 'nov'],
  ['декабр', 'дек', 'желтоксан', 'жел', 'december', 'dec'],
];

/** Endings a month name may carry: Russian and Kazakh cases, a dot. */
const monthEnding =
  /^(?:ь|я|е|ю|а|у|ем|ом|и|ы|гы|ги|дин|дын|нин|нын|тин|тын|ден|дан|нен|нан|тен|тан|ге|га|ке|ка|де|да|те|та|ди|ды|ти|ты|ни|ны|теги|тагы|деги|дагы|инен|ынан|ине|ына|инде|ында|инин|ынын)?$/u;

const relativeWords: Readonly<Record<string, number>> = {
  позавчера: -2,
  вчера: -1,
  сегодня: 0,
  завтра: 1,
  послезавтра: 2,
  'алдынгы куни': -2,
  кеше: -1,
  бугин: 0,
  ертен: 1,
  бурсигуни: 2,
  yesterday: -1,
  today: 0,
  tomorrow: 1,
};

const openWords = [
  'бессрочн',
  'без срока',
  'безсрочн',
  'не ограничен',
  'неограничен',
  'мерзимсиз',
  'шектеусиз',
  'мерзими шектелмеген',
  'узартылады',
  'пролонг',
  'автопролонг',
  'open-ended',
  'open ended',
  'indefinite',
  'unlimited',
  'permanent',
];

const ok = (value: IsoDate): Reading<IsoDate> => ({ kind: 'ok', value });
const problem = (name: DateProblem): { readonly kind: 'problem'; readonly problem: DateProblem } => ({
  kind: 'problem',
  problem: name,
});

/** Reads a date as typed by people or stored by spreadsheets; day before month, never the American order. */
export function parseDate(
  input: string | number | Date | null | undefined,
  context: DateContext = {},
): Reading<IsoDate> {
  if (input === null || input === undefined) return problem('empty');
  if (typeof input === 'number') return fromSerial(input, context.epoch ?? 1900);
  if (input instanceof Date) return fromMoment(input);
  const text = fold(input)
    .replace(/^="(.*)"$/u, '$1')
    .replace(/["«»“”']/gu, '')
    .trim();
  if (text === '') return problem('empty');
  return fromRelative(text, context) ?? fromFigures(text, context) ?? fromWords(text, context) ?? problem('notDate');
}

function fromMoment(moment: Date): Reading<IsoDate> {
  if (Number.isNaN(moment.getTime())) return problem('notDate');
  return checked(moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate());
}

/** Serial numbers of spreadsheets; their 29 February 1900 never existed. */
function fromSerial(serial: number, epoch: 1900 | 1904): Reading<IsoDate> {
  if (!Number.isFinite(serial)) return problem('notDate');
  const day = Math.floor(serial);
  if (epoch === 1900 && day === 60) return problem('impossible');
  if (day < (epoch === 1900 ? 1 : 0) || day > 109_574) return problem('notDate');
  const start = epoch === 1904 ? '1904-01-01' : day < 60 ? '1899-12-31' : '1899-12-30';
  return ok(addDays(start, day));
}

function fromRelative(text: string, context: DateContext): Reading<IsoDate> | null {
  const days = relativeWords[text];
  if (days === undefined) return null;
  return context.today === undefined ? problem('notDate') : ok(addDays(context.today, days));
}

/** The folded marks of «year» after or before a figure: г., года, ж., жыл, жылы, жылғы. */
const yearMark = '(?:\\s*(?:г(?:од(?:а|у)?)?|ж(?:ыл(?:ы|гы|дын)?)?|year)\\.?(?![\\p{L}\\d]))?';
const time = '(?:[t\\s,]+\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?:z|[+-]\\d{2}:?\\d{2})?)?';
const separator = '\\s*[./\\\\,-]\\s*';

const dayFirst = new RegExp(`^(\\d{1,2})${separator}(\\d{1,2})${separator}(\\d{4}|\\d{2})${yearMark}${time}\\.?$`, 'u');
const yearFirst = new RegExp(`^(\\d{4})${separator}(\\d{1,2})${separator}(\\d{1,2})${yearMark}${time}\\.?$`, 'u');
const yearThenDay = new RegExp(`^(\\d{4})\\s*(?:ж|жыл|жылы|жылгы)\\.?\\s*(\\d{1,2})${separator}(\\d{1,2})\\.?$`, 'u');
const dayMonth = new RegExp(`^(\\d{1,2})${separator}(\\d{1,2})\\.?$`, 'u');
/** «12.IX.2023»; folding has made «И» of a Cyrillic «І» and left «х». */
const romanMonth = new RegExp(`^(\\d{1,2})[\\s./-]+([ivxих]{1,4})[\\s./-]+(\\d{4}|\\d{2})${yearMark}\\.?$`, 'u');
const romanMonths = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const spaced = /^(\d{1,2}) (\d{1,2}) (\d{4}|\d{2})$/u;
const compact = /^(\d{2})(\d{2})(\d{4}|\d{2})$/u;
const compactYearFirst = /^((?:19|20)\d{2})(\d{2})(\d{2})$/u;
const serial = /^\d{5}(?:[.,]\d+)?$/u;

function fromFigures(text: string, context: DateContext): Reading<IsoDate> | null {
  const plain = text.replace(/[–—−‐‑]/gu, '-');
  const first = yearFirst.exec(plain);
  if (first !== null) return checked(Number(first[1]), Number(first[2]), Number(first[3]));
  const marked = yearThenDay.exec(plain);
  if (marked !== null) return checked(Number(marked[1]), Number(marked[3]), Number(marked[2]));
  const last = dayFirst.exec(plain) ?? spaced.exec(plain);
  if (last !== null) return checked(fullYear(last[3] ?? ''), Number(last[2]), Number(last[1]));
  const roman = romanMonth.exec(plain);
  if (roman !== null) {
    const month = romanMonths.indexOf((roman[2] ?? '').replace(/и/gu, 'i').replace(/х/gu, 'x')) + 1;
    return month === 0 ? null : checked(fullYear(roman[3] ?? ''), month, Number(roman[1]));
  }
  const run = compact.exec(plain);
  if (run !== null) {
    const reading = checked(fullYear(run[3] ?? ''), Number(run[2]), Number(run[1]));
    const other = compactYearFirst.exec(plain);
    if (reading.kind === 'ok' || other === null) return reading;
    return checked(Number(other[1]), Number(other[2]), Number(other[3]));
  }
  if (serial.test(plain)) return fromSerial(Number(plain.replace(',', '.')), context.epoch ?? 1900);
  const short = dayMonth.exec(plain);
  if (short !== null && context.today !== undefined) {
    return checked(Number(context.today.slice(0, 4)), Number(short[2]), Number(short[1]));
  }
  return null;
}

/** «1 сентября 2025 г.», «2025 жылғы 1 қыркүйек», "September 1, 2025". */
function fromWords(text: string, context: DateContext): Reading<IsoDate> | null {
  const plain = text.replace(/(\d)(?:-?(?:е|го|ое|ше|ші|st|nd|rd|th))(?![\p{L}])/gu, '$1');
  const words = plain.match(/\d+|\p{L}+/gu) ?? [];
  const months = words.flatMap(word => monthOfWord(word) ?? []);
  const figures = words.filter(word => /^\d/u.test(word));
  const others = words.filter(word => /^\p{L}/u.test(word) && monthOfWord(word) === null);
  const [month] = months;
  if (month === undefined || months.length !== 1 || !others.every(isFiller)) return null;
  const long = figures.filter(figure => figure.length === 4);
  const short = figures.filter(figure => figure.length <= 2);
  if (long.length + short.length !== figures.length) return null;
  if (long.length === 1 && short.length === 1) return checked(Number(long[0]), month, Number(short[0]));
  if (long.length === 0 && short.length === 2) return checked(fullYear(short[1] ?? ''), month, Number(short[0]));
  if (long.length === 0 && short.length === 1 && context.today !== undefined) {
    return checked(Number(context.today.slice(0, 4)), month, Number(short[0]));
  }
  return null;
}

function isFiller(word: string): boolean {
  return /^(?:г|год|года|году|ж|жыл|жылы|жылгы|жылдын|of|the|от|до|по|с|к)$/u.test(word);
}

/** The month (1–12) a folded word names; null when it names none. */
function monthOfWord(word: string): number | null {
  let found: number | null = null;
  let length = 0;
  monthStems.forEach((stems, index) => {
    for (const stem of stems) {
      if (stem.length > length && word.startsWith(stem) && monthEnding.test(word.slice(stem.length))) {
        found = index + 1;
        length = stem.length;
      }
    }
  });
  return found;
}

function fullYear(figure: string): number {
  const year = Number(figure);
  if (figure.length > 2) return year;
  return year <= lastShortYear ? 2000 + year : 1900 + year;
}

function checked(year: number, month: number, day: number): Reading<IsoDate> {
  const date = isoDateOf(year, month, day);
  if (date === null) return problem('impossible');
  return year < firstYear || year > lastYear ? problem('yearOutOfRange') : ok(date);
}

/** Reads an end: a date, or words that say there is none. */
export function parseEndDate(
  input: string | number | Date | null | undefined,
  context: DateContext = {},
): EndDateReading {
  if (typeof input === 'string') {
    const text = fold(input);
    if (/^(?:б\s*\/\s*с|б\.\s*с\.?|∞|-{1,3}|–|—)$/u.test(text)) return { kind: 'open' };
    const bare = withoutInclusive(input)
      .replace(/^\s*(?:до|по|дейін)\s+/iu, '')
      .replace(/\s*дейін\s*$/iu, '');
    const date = parseDate(bare, context);
    if (date.kind === 'ok') return date;
    if (openWords.some(word => text.includes(word))) return { kind: 'open' };
    return date;
  }
  return parseDate(input, context);
}

/** «до 1 мая включительно» and «до 1 мая» are the same day for people. */
function withoutInclusive(text: string): string {
  return text.replace(/[\s,(]*(?:включительно|қоса алғанда|inclusive)\)?\s*$/iu, '');
}

const dash = /\s*(?:[–—−…]|\.{2,3}|\s-\s|\s+(?:по|до|to|until|till|пен|бен|мен)\s+)\s*/iu;

/** Reads a period in one cell; the first date may leave out its year. */
export function parsePeriod(input: string | null | undefined, context: DateContext = {}): PeriodReading {
  if (input === null || input === undefined || tidy(input) === '') return problem('empty');
  const text = withoutInclusive(tidy(input))
    .replace(/\s*\([^()]*\)$/u, '')
    .replace(/^(?:с|со|от|from|период|мерзімі|кезеңі)[\s:]+/iu, '')
    .replace(/\s*(?:аралығында|аралығы|дейін|арасы)\.?$/iu, '')
    .trim();
  let backwards = false;
  let failure: PeriodReading = problem('notDate');
  for (const [left, right] of splitsOf(text)) {
    const end = endReading(left, right, context);
    if (end.kind !== 'ok') {
      if (end.problem !== 'notDate' && end.problem !== 'empty') failure = end;
      continue;
    }
    const start = startReading(left, end.value, context);
    if (start.kind !== 'ok') {
      if (start.problem !== 'notDate' && start.problem !== 'empty') failure = start;
      continue;
    }
    if (start.value <= end.value) return { kind: 'ok', value: { start: start.value, end: end.value } };
    backwards = true;
  }
  return backwards ? { kind: 'problem', problem: 'backwards' } : failure;
}

/** Every place where a text may fall into two dates, the clearest first. */
function splitsOf(text: string): [string, string][] {
  const found: [string, string][] = [];
  const clear = dash.exec(text);
  if (clear !== null) found.push([text.slice(0, clear.index), text.slice(clear.index + clear[0].length)]);
  for (const match of text.matchAll(/-|(?:ден|дан|нен|нан|тен|тан)\s+/gu)) {
    found.push([text.slice(0, match.index), text.slice(match.index + match[0].length)]);
  }
  return found.map(([left, right]) => [left.trim(), right.trim()]);
}

/** «2025 жылғы 1 қыркүйек пен 25 желтоқсан»: an end without a year takes that of the start, or the next one. */
function endReading(left: string, right: string, context: DateContext): Reading<IsoDate> {
  const own = parseDate(right, context);
  const start = own.kind === 'problem' && own.problem === 'notDate' ? parseDate(left, context) : null;
  if (start?.kind !== 'ok') return own;
  const sameYear = parseDate(right, { today: start.value });
  if (sameYear.kind !== 'ok' || sameYear.value >= start.value) return sameYear;
  return parseDate(right, { today: addDays(start.value, 366) });
}

/** A start without a year takes the year of the end, or the year before when it would come after the end. */
function startReading(left: string, end: IsoDate, context: DateContext): Reading<IsoDate> {
  const bare = left.replace(/\s*(?:г|ж)\.?$/iu, '');
  const own = parseDate(left, context.epoch === undefined ? {} : { epoch: context.epoch });
  if (own.kind === 'ok' || own.problem !== 'notDate') return own;
  const sameYear = parseDate(bare, { today: end });
  if (sameYear.kind === 'ok') {
    if (sameYear.value <= end) return sameYear;
    return parseDate(bare, { today: addDays(end, -366) });
  }
  const day = /^\d{1,2}$/u.exec(bare);
  if (day === null) return sameYear;
  return checked(Number(end.slice(0, 4)), Number(end.slice(5, 7)), Number(bare));
}
