import { parseDate, parseEndDate, parseNumber, parsePeriod, parseYesNo } from '../dates.ts';
import { fold, splitLegalForm } from '../folding.ts';
import { checkIdentifier, isQualificationCode, isSpecialtyCode, parseSpecialtyCell } from '../identifiers.ts';
import { type Cell, cellKind, cellText } from './cells.ts';
import type { ContentKind } from './fields.ts';
import { personCell } from './person-cell.ts';
import { agreementTypes, findValue, fundings, languages, practiceTypes, requestStates } from './values.ts';

/** Share of the filled cells of a column that look like each kind, 0 to 1. */
export type ColumnProfile = {
  readonly filled: number;
  readonly distinct: number;
  readonly shares: Readonly<Record<Probe, number>>;
};

/** A text that is nothing but the code of a group: «24ТМ-21р», «ТР-21-1». */
export const onlyGroup = /^(?=.*\d)(?=.*\p{L})[\p{L}\d]{1,6}\s?[-–]\s?[\p{L}\d]+(?:[-–][\p{L}\d]+)*$/u;

type Probe = ContentKind | 'bin' | 'open' | 'wholePerson' | 'figures' | 'group';

const sampleSize = 80;

/** A name with a position and a telephone is not longer. */
const longestPerson = 200;

const probes: Readonly<
  Record<Exclude<Probe, 'sequence' | 'text' | 'town' | 'code'>, (text: string, cell: Cell) => boolean>
> = {
  identifier: text => isIdentifierLike(text),
  bin: text => isIdentifierLike(text) && 'type' in checkIdentifier(text) && typeOf(text) === 'bin',
  phone: text => isPhoneLike(text),
  email: text => /^[^\s@;,]+@[^\s@;,]+\.[a-z]{2,}/iu.test(text),
  url: text =>
    /^(?:https?:\/\/|www\.)|^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:kz|com|ru|org|net|asia|info|қаз|рф)(?:\/\S*)?$/iu.test(
      text,
    ),
  date: (text, cell) => cellKind(cell) === 'date' || (typeof cell === 'string' && !/^\d+$/.test(text) && isDate(text)),
  period: text => text.length >= 8 && /\d/.test(text) && parsePeriod(text).kind === 'ok',
  open: text => !/\d/.test(text) && parseEndDate(text).kind === 'open',
  term: (text, cell) => isTerm(text, cell),
  number: text => parseNumber(text.replace(/\s*(?:ч|час|часов|часа|сағ|сағат|мест|hours?|h)\.?$/iu, '')) !== null,
  course: text => /^[1-5](?:\s*-?(?:й|ый|ші|інші|нші|st|nd|rd|th|к)?\.?\s*(?:курс|course|year)?)?$/iu.test(text),
  specialty: text => isSpecialtyCode(parseSpecialtyCell(text).code),
  qualification: text => /^[345]\s?[A-ZА-Я]{1,2}\s?\d{8}/iu.test(text) || isLevelCode(text),
  firmName: text => splitLegalForm(text).form !== null,
  personName: text => text.length <= longestPerson && isPersonLike(personCell(text).name),
  figures: text => /\d/.test(text),
  group: text => text.length <= 16 && onlyGroup.test(text),
  wholePerson: text => text.length <= longestPerson && isWholePerson(text),
  practiceType: text => findValue(practiceTypes, text) !== null,
  agreementType: text => findValue(agreementTypes, text) !== null,
  requestState: text => findValue(requestStates, text) !== null,
  language: text => findValue(languages, text) !== null,
  funding: text => findValue(fundings, text) !== null,
  yesNo: text => parseYesNo(text) !== null,
};

/** Looks at the values of a column and says what they resemble. */
export function profileColumn(cells: readonly Cell[]): ColumnProfile {
  const sample: { cell: Cell; text: string }[] = [];
  let filled = 0;
  for (const cell of cells) {
    const text = cellText(cell);
    if (text === '') continue;
    filled++;
    if (sample.length < sampleSize) sample.push({ cell, text });
  }
  const share = (probe: (text: string, cell: Cell) => boolean): number =>
    sample.length === 0 ? 0 : sample.filter(entry => probe(entry.text, entry.cell)).length / sample.length;
  const shares: Record<string, number> = {
    text: share(text => /\p{L}{2}/u.test(text)),
    town: 0,
    code: share(isCodeLike),
  };
  for (const [name, probe] of Object.entries(probes)) shares[name] = share(probe);
  shares['sequence'] = sequenceShare(sample.map(entry => entry.text));
  return {
    filled,
    distinct: new Set(sample.map(entry => fold(entry.text))).size,
    shares: shares as Record<Probe, number>,
  };
}

/** How the values of a column agree with what a field expects: 1 they do, 0 nothing can be said, −1 they contradict it, −2 they rule it out. */
export function contentFit(kind: ContentKind, profile: ColumnProfile): number {
  if (profile.filled === 0) return 0;
  const { shares } = profile;
  const strange = Math.max(shares.identifier, shares.email, shares.phone);
  switch (kind) {
    case 'text':
      // A column of names with what they are in it is one of people, not of positions or places.
      return strange > 0.6 || shares.date > 0.8 || (shares.personName > 0.7 && shares.wholePerson > 0.6)
        ? -1
        : shares.text > 0.6
          ? 0.3
          : 0;
    case 'town':
      // A place with figures in it is an address.
      return strange > 0.6 || shares.figures > 0.3 ? -1 : shares.text > 0.6 ? 0.3 : 0;
    case 'firmName':
      return shares.firmName > 0.4 ? 1 : Math.max(strange, shares.date, shares.number) > 0.6 ? -1 : 0;
    case 'personName':
      if (shares.date > 0.5) return -2;
      return shares.firmName > 0.4
        ? -1
        : shares.personName > 0.6
          ? 1
          : Math.max(strange, shares.date, shares.number) > 0.5
            ? -1
            : 0;
    case 'identifier':
      return shares.identifier > 0.5 ? 1 : profile.filled > 2 && shares.identifier < 0.15 ? -1 : 0;
    case 'date':
      // Names of people under «Подписан» are never days.
      if (shares.personName > 0.6 && shares.date < 0.1) return -2;
      return shares.date > 0.5 ? 1 : shares.period > 0.4 ? -0.4 : shares.text > 0.7 && shares.date < 0.1 ? -1 : 0;
    case 'term':
      return shares.term > 0.5 ? 1 : strange > 0.5 || (shares.number > 0.7 && shares.date < 0.1) ? -0.5 : 0;
    case 'period':
      return shares.period > 0.5 ? 1 : shares.date > 0.7 ? -0.5 : shares.text > 0.8 && shares.period < 0.1 ? -0.6 : 0;
    case 'number':
      return shares.number > 0.7 ? 1 : shares.number < 0.2 ? -1 : 0;
    case 'sequence':
      return shares.sequence > 0.7 ? 1 : -1;
    case 'code':
      return shares.sequence > 0.8 && profile.filled > 3 ? -0.5 : shares.code > 0.6 ? 0.5 : shares.date > 0.8 ? -1 : 0;
    case 'phone':
    case 'email':
      return shares[kind] > 0.5 ? 1 : profile.filled > 2 && shares[kind] < 0.1 ? -1 : 0;
    case 'yesNo':
      return shares.yesNo > 0.6 ? 1 : 0;
    case 'course':
      return shares.course > 0.7 ? 1 : profile.filled > 2 && shares.course < 0.2 ? -1 : 0;
    default:
      return shares[kind] > 0.5 ? 1 : profile.filled > 2 && shares[kind] < 0.1 ? -0.5 : 0;
  }
}

/** Kinds that values alone can prove, whatever stands above them. */
const provable: readonly ContentKind[] = [
  'identifier',
  'email',
  'phone',
  'period',
  'specialty',
  'qualification',
  'practiceType',
  'agreementType',
  'requestState',
  'firmName',
  'language',
  'funding',
];

/** Whether a cell holds what only a record holds: an identifier, a date, a phone, an address, a firm with its legal form. */
export function isRecordValue(cell: Cell): boolean {
  const text = cellText(cell);
  if (text === '' || text.length > 90) return false;
  return ['identifier', 'email', 'phone', 'date', 'firmName'].some(name =>
    probes[name as keyof typeof probes](text, cell),
  );
}

/** How sure the values alone make a field, for a column whose heading says nothing known. */
export function contentProof(kind: ContentKind, profile: ColumnProfile): number {
  if (!provable.includes(kind) || profile.filled < 2) return 0;
  const share = profile.shares[kind];
  return share >= 0.7 ? share * 0.5 : 0;
}

/** Whose names a list without headings holds. */
const peopleOfLists = new Set(['fullName', 'contactName', 'name']);

/** The same for a list without any headings: there also names and codes of groups are known by their looks. */
export function contentProofAlone(field: string, kind: ContentKind, profile: ColumnProfile): number {
  if (profile.filled < 2) return 0;
  const { shares } = profile;
  const share =
    kind === 'personName'
      ? peopleOfLists.has(field)
        ? Math.min(shares.personName, shares.wholePerson)
        : 0
      : field === 'groupCode'
        ? shares.group
        : provable.includes(kind)
          ? shares[kind]
          : 0;
  return share >= 0.7 ? share * 0.6 : 0;
}

function isIdentifierLike(text: string): boolean {
  const check = checkIdentifier(text);
  return check.kind === 'valid' || check.kind === 'padded' || check.kind === 'check-digit';
}

function typeOf(text: string): string | undefined {
  const check = checkIdentifier(text);
  return 'type' in check ? check.type : undefined;
}

function isPhoneLike(text: string): boolean {
  if (!/^[\d\s()+\-–.,;/]+(?:\s*(?:доб|вн|ішкі|ext)\.?\s*\d+)?$/iu.test(text)) return false;
  const digits = text.replace(/\D/g, '');
  if (/^\d{12}$/.test(text)) return false;
  return (
    (/^[+]?[78]/.test(text.trim().replace(/^\(/, '')) || /^\(?7\d\d/.test(text)) &&
    digits.length >= 10 &&
    digits.length <= 26
  );
}

function isDate(text: string): boolean {
  return parseDate(text).kind === 'ok';
}

function isTerm(text: string, cell: Cell): boolean {
  if (cellKind(cell) === 'date') return true;
  if (typeof cell !== 'string') return false;
  const reading = parseEndDate(text);
  if (reading.kind === 'open') return true;
  if (reading.kind === 'ok' && !/^\d+$/.test(text)) return true;
  return parsePeriod(text).kind === 'ok' || /^\d{1,2}\s*(?:год|года|лет|жыл|мес|месяц|ай|year|month)/iu.test(text);
}

function isLevelCode(text: string): boolean {
  return (
    isQualificationCode(parseSpecialtyCell(text).code) &&
    /^[345]/.test(parseSpecialtyCell(text).code) &&
    /[A-Z]/.test(parseSpecialtyCell(text).code)
  );
}

/** Two to four words of letters, each with a capital: «Ахметов Бекзат», «Иванов А. Б.», «ОСПАНОВА АСЕЛЬ». */
export function isPersonLike(text: string): boolean {
  if (/[\d«»"@]/u.test(text) || text.length > 70) return false;
  const words = text
    .replace(/\./g, '. ')
    .split(/\s+/)
    .filter(word => word !== '');
  return (
    words.length >= 1 &&
    words.length <= 5 &&
    words.every(word => /^\p{Lu}[\p{L}'’-]*\.?,?$/u.test(word) || /^(?:қызы|ұлы|кызы|улы|оглы|оғлы)$/iu.test(word))
  );
}

/** A surname with a name or initials; a position or a telephone may stand beside it. */
function isWholePerson(text: string): boolean {
  const { name } = personCell(text);
  const words = name.split(/[\s.]+/u).filter(word => word !== '');
  return words.length >= 2 && words.length <= 4 && isPersonLike(name);
}

function isCodeLike(text: string): boolean {
  return text.length <= 30 && /\d/.test(text) && !isDate(text);
}

/** Whether the values count 1, 2, 3 …: the running numbers of a list, which repeat after an insertion but do not jump. */
function sequenceShare(texts: readonly string[]): number {
  if (texts.length === 0) return 0;
  const numbers = texts.map(text => (/^\d{1,5}\.?$/.test(text) ? Number.parseInt(text, 10) : Number.NaN));
  let steps = 0;
  for (let index = 0; index < numbers.length; index++) {
    const before = index === 0 ? 0 : (numbers[index - 1] ?? Number.NaN);
    const step = (numbers[index] ?? Number.NaN) - before;
    if (step === 1 || (index > 0 && numbers[index] === 1)) steps++;
  }
  return steps / numbers.length;
}
