import {
  addDays,
  addMonths,
  type IsoDate,
  isoDateOf,
  type Period,
  parseDate,
  parseEndDate,
  parsePeriod,
} from '../dates.ts';
import { fold } from '../folding.ts';

const dateInText =
  /(?<!\d)(?:\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})(?!\d)(?:\s*(?:г(?:ода?)?|ж(?:ыл[ыі]?)?)\.?(?![\p{L}]))?/u;

/** «5 мая 2022 года», «2023 жылғы 12 қыркүйектегі»: a date in words within a longer text. */
const wordsInText = [
  /[«"“]?(?<!\d)\d{1,2}[»"”]?\s+\p{L}{3,}\.?\s+\d{4}(?!\d)(?:\s*(?:г(?:ода?)?|ж(?:ыл[ыі]?)?)\.?(?![\p{L}]))?/u,
  /(?<!\d)\d{4}\s*(?:ж|г|жыл\p{L}*)\.?\s*[«"“]?\d{1,2}[»"”]?\s+\p{L}{3,}/u,
];

/** A date within a longer text, and the text without it: «№ 12/24-Д от 15.03.2024 г.». */
export function dateInside(text: string): { readonly date: IsoDate; readonly rest: string } | null {
  for (const pattern of [dateInText, ...wordsInText]) {
    const found = pattern.exec(text);
    const reading = found === null ? null : parseDate(found[0].trim());
    if (found === null || reading?.kind !== 'ok') continue;
    const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
    return { date: reading.value, rest: restOf(rest) };
  }
  const words = /\s+(?:от|dated|of|from)\s+(.+)$/iu.exec(text);
  if (words === null) return null;
  const reading = parseDate(words[1] ?? '');
  return reading.kind === 'ok' ? { date: reading.value, rest: restOf(text.slice(0, words.index)) } : null;
}

function restOf(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/\s+(?:от|dated|of|from)\s*(?=$|[,;])/iu, ' ')
    .replace(/^\s*(?:от|dated)\s+/iu, '')
    .replace(/[\s,;()]+$|^[\s,;()]+/gu, '')
    .trim();
}

/** A number of a document without its «№» and the words around it: «Договор о практике № 15» gives 15; null for «without number». */
export function documentNumber(text: string): string | null {
  const marked = /№\s*([\p{L}\p{N}][^\s,;]*(?:\s[\p{L}\d]{1,3}(?![\p{L}\d]))?)/u.exec(text);
  const plain = (marked?.[1] ?? text)
    .replace(
      /^(?:договор|соглашение|меморандум|шарт|келісімшарт|приказ|бұйрық|протокол|хаттама|contract|agreement|memorandum|order)\s+(?=№|N|\d|б\/?н)/iu,
      '',
    )
    .replace(/^(?:№|N[oº°]?\.?(?=\s|\d)|#)\s*/iu, '')
    .replace(/\s*(?:шарт\p{L}*|келісімшарт\p{L}*|меморандум\p{L}*)$/iu, '')
    .trim();
  if (plain === '' || withoutNumber.test(plain) || (marked === null && namesNoNumber(text))) return null;
  return plain.slice(0, 60);
}

const withoutNumber = /^(?:б[/.\s]?н\.?|без номера|без №|нөмірсіз|н\/?с|w\/?o|-|–|—)$/iu;

/** «Меморандум б/н», «Договор о сотрудничестве»: words for the document, and no figure among them. */
function namesNoNumber(text: string): boolean {
  return /(?:^|\s)(?:б\/н|без номера|нөмірсіз)(?![\p{L}])/iu.test(text) && !/\d/u.test(text);
}

/** Whole months: «сентябрь – декабрь 2025 г.», «қыркүйек 2025 – мамыр 2026», "September - December 2025". */
export function monthPeriod(text: string): Period | null {
  const match = /(\p{L}{3,})\.?\s*(\d{4})?\s*(?:г\.?|ж\.?)?\s*(?:[-–—]|по|до|to)\s*(\p{L}{3,})\.?\s*(\d{4})/iu.exec(
    text,
  );
  if (match === null) return null;
  const year = match[4] ?? '';
  const first = parseDate(`1 ${match[1] ?? ''} ${match[2] ?? year}`);
  const last = parseDate(`1 ${match[3] ?? ''} ${year}`);
  if (first.kind !== 'ok' || last.kind !== 'ok' || first.value > last.value) return null;
  return { start: first.value, end: lastOfMonth(last.value) };
}

const lastOfMonth = (first: IsoDate): IsoDate => addDays(addMonths(first, 1), -1);

/** «3 года», «12 месяцев», «5 жыл», "2 years": months; null for anything else. */
export function durationInMonths(text: string): number | null {
  const match = /(?<!\d)(\d{1,2})\s*(?:\([^)]*\)\s*)?(год|года|лет|жыл|жылға|year|мес|месяц|ай|айға|month)/iu.exec(
    text,
  );
  if (match === null) return null;
  const isMonths = /^(?:мес|ай|month)/iu.test(match[2] ?? '');
  return Number(match[1]) * (isMonths ? 1 : 12);
}

/** The last day of what begins on a day and lasts «4 недели», «2 месяца», «3 апта»; null for anything else. */
export function lastDayOf(start: IsoDate, text: string): IsoDate | null {
  const weeks = /(?<!\d)(\d{1,2})\s*(?:нед|апта|week)/iu.exec(text)?.[1];
  if (weeks !== undefined) return addDays(start, Number(weeks) * 7 - 1);
  const months = durationInMonths(text);
  return months === null ? null : addDays(addMonths(start, months), -1);
}

const yearPair = /(?<!\d)((?:19|20)\d{2})\s*[-–—/]\s*((?:19|20)?\d{2})(?!\d)/u;
const yearOnly = /(?<!\d)((?:19|20)\d{2})(?!\d)/u;

/** The first year of «2025-2026 уч. год», «2025/26 оқу жылы»; `bare` also takes two years with nothing beside them. */
export function schoolYearIn(text: string, bare = false): number | null {
  const match = yearPair.exec(text);
  if (match === null) return null;
  const first = Number(match[1]);
  const second = Number((match[2] ?? '').length === 2 ? `${String(first).slice(0, 2)}${match[2]}` : match[2]);
  if (second !== first + 1) return null;
  const around = fold(text.replace(match[0], ' '));
  const named = /(?:^|[^\p{L}])(?:уч(?:\.|ебн)|оку|school|academic|study)/u.test(around);
  return named || (bare && !/\p{L}{3,}/u.test(around)) ? first : null;
}

/** 1 or 2 for «I семестр», «2-е полугодие», «бірінші жартыжылдық»; null when a text names neither. */
function halfIn(text: string): 1 | 2 | null {
  const match =
    /(?:^|[^\p{L}\d])(1|2|ii|i|ии|и|перв\p{L}*|втор\p{L}*|биринши|екинши|first|second)\s*-?\s*(?:и|ыи|ои|ое|е|ши|st|nd)?\s*(?:семестр|полугоди|жартыжылд|semester|term|half)/u.exec(
      fold(text),
    );
  if (match === null) return null;
  return /^(?:1|i|и|перв|биринши|first)/u.test(match[1] ?? '') && !/^(?:ii|ии)/u.test(match[1] ?? '') ? 1 : 2;
}

/**
 * A school year (1 September – 30 June) or one of its halves (to 31 December, from 1 January), as lists of placements name it. The
 * year of a half may stand in one of the other texts, such as the title.
 */
export function schoolPeriod(text: string, others: readonly string[] = [], bare = false): Period | null {
  const half = halfIn(text);
  const years = half === null ? [text] : [text, ...others];
  const found = years.map(one => schoolYearIn(one, bare && one === text)).find(one => one !== null);
  if (found === undefined || found === null) return null;
  const september = `${found}-09-01`;
  const june = `${found + 1}-06-30`;
  if (half === 1) return { start: september, end: `${found}-12-31` };
  return half === 2 ? { start: `${found + 1}-01-01`, end: june } : { start: september, end: june };
}

/** The school year of two years that follow one another in a title of placements: «Дуалка 2025-2026». */
export function yearsAlone(title: string): Period | null {
  const pair = yearPair.exec(title)?.[0];
  return pair === undefined ? null : schoolPeriod(pair, [], true);
}

/** A period in one cell, in any form lists have it: days, months, school years, halves of them. */
export function periodIn(text: string, others: readonly string[] = []): ReturnType<typeof parsePeriod> {
  const reading = parsePeriod(text.slice(0, 300));
  if (text.length > 300 || reading.kind === 'ok' || reading.problem === 'backwards') return reading;
  const found = monthPeriod(text) ?? twoDates(text) ?? schoolPeriod(text, others, true);
  return found === null ? reading : { kind: 'ok', value: found };
}

/** Two dates with nothing but separators between them, such as two lines of a cell. */
function twoDates(text: string): Period | null {
  const first = dateInText.exec(text);
  if (first === null) return null;
  const second = dateInText.exec(text.slice(first.index + first[0].length));
  if (second === null) return null;
  const around = text.replace(first[0], ' ').replace(second[0], ' ');
  const start = parseDate(first[0].trim());
  const end = parseDate(second[0].trim());
  if (/\d/u.test(around) || start.kind !== 'ok' || end.kind !== 'ok' || start.value > end.value) return null;
  return { start: start.value, end: end.value };
}

/** Days as people read them in lists, in any of the languages. */
export const shownPeriod = (start: IsoDate | null, end: IsoDate): string =>
  [start, end].flatMap(day => (day === null ? [] : [day.split('-').toReversed().join('.')])).join(' – ');

/** The end that years alone give: «2023-2026 гг.», «до 2026 года», «декабрь 2026», «до конца 2025 года». */
export function yearTerm(text: string): { readonly start: IsoDate | null; readonly end: IsoDate } | null {
  const school = schoolPeriod(text);
  if (school !== null) return school;
  const pair = yearPair.exec(text);
  const last = pair === null ? yearOnly.exec(text)?.[1] : pair[2]?.length === 4 ? pair[2] : `20${pair[2]}`;
  if (last === undefined || /\d/u.test(text.replace((pair ?? yearOnly.exec(text))?.[0] ?? '', ''))) return null;
  if (pair !== null) return { start: `${pair[1]}-01-01`, end: `${last}-12-31` };
  for (const word of text.match(/\p{L}{3,}/gu) ?? []) {
    const month = parseDate(`1 ${word} ${last}`);
    if (month.kind === 'ok') return { start: null, end: lastOfMonth(month.value) };
  }
  const end = isoDateOf(Number(last), 12, 31);
  return end === null ? null : { start: null, end };
}

/** A date beside words for «is renewed» is the end, not «without end»: «31.12.2025 с пролонгацией». */
export function renewedEnd(text: string): IsoDate | null {
  const renewed = /пролонг|продл|ұзарт|renew|extend/iu.test(text);
  return renewed && parseEndDate(text).kind === 'open' ? (dateInside(text)?.date ?? null) : null;
}
