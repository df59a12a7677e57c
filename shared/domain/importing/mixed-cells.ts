import { splitLegalForm } from '../folding.ts';
import { checkIdentifier } from '../identifiers.ts';
import { parsePhones } from '../phones.ts';
import { tidyText } from './cells.ts';
import { isPersonLike, onlyGroup } from './content.ts';

/** Telephone numbers and an address of e-mail taken out of a text, and what is left of it. */
export type ContactsInside = { readonly rest: string; readonly phone: string | null; readonly email: string | null };

const emailPattern = /[^\s,;:<>()«»"]+@[^\s,;<>()«»"]+\.\p{L}{2,}/u;
const emailLabel =
  /[\s,;(]*(?:e-?mail|эл\.?\s*(?:почта|адрес|пошта)?|почта|пошта|электрон\p{L}*\s+\p{L}+)\s*[:.–-]*\s*$/iu;
const phonePattern =
  /[\s,;(]*(?:(?:моб|сот|раб|тел|факс|конт|ұялы|т|ф|tel|phone|mob|whats\s?app)(?:\.|\p{L}{0,6})?[\s.:/-]*){0,3}(\+?[78][\s(–-]*\d{3}[\d\s()–-]{6,14}\d)/giu;

/** The first e-mail address of a text. */
export function emailInside(text: string): string | undefined {
  return emailPattern.exec(text)?.[0].toLowerCase().slice(0, 120);
}

/** «г. Темиртау, ул. Мира 1, тел. 8 (7213) 91-22-33, bolat@mail.kz» in its parts. */
export function contactsInside(text: string): ContactsInside {
  const email = emailPattern.exec(text);
  const withoutEmail =
    email === null
      ? text
      : `${text.slice(0, email.index).replace(emailLabel, '')} ${text.slice(email.index + email[0].length)}`;
  const phones: string[] = [];
  const rest = withoutEmail.replace(phonePattern, (found: string, digits: string) => {
    const numbers = parsePhones(digits).map(phone => phone.number);
    phones.push(...numbers);
    return numbers.length > 0 ? ', ' : found;
  });
  return {
    rest: tidyEnds(rest),
    phone: phones.length === 0 ? null : [...new Set(phones)].join(', ').slice(0, 60),
    email: email === null ? null : email[0].toLowerCase().slice(0, 120),
  };
}

function tidyEnds(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/(?:\s*[,;]){2,}/gu, ',')
    .replace(/\s+([,;])/gu, '$1')
    .replace(/^[\s,;:–—-]+|(?:[\s,;:(–—-]|\.{3,}|…)+$/gu, '');
}

/** What one cell says about a firm: its name, its number, where it is. */
export type FirmCell = {
  readonly name: string;
  readonly bin: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
};

const binInText =
  /[\s,;(]*(?:(?:БИН|ИИН|БСН|ЖСН|BIN|IIN)(?:\s*\/\s*(?:БИН|ИИН|БСН|ЖСН|BIN|IIN))?[\s:№]*)?(?<!\d)(\d{12})(?!\d)\)?/iu;
/** How an address begins: a town, a street, a region, a postcode. */
const addressStart =
  /[,;]\s*(?=(?:\d{6}\b|(?:г|гор|ул|пр|пр-т|мкр|обл|с|п|пос|ш)\.|(?:город|улица|проспект|микрорайон|область|район|село|посёлок|поселок|адрес|мекенжайы|РК|Республика|Казахстан|Қазақстан)(?![\p{L}])|\p{Lu}\p{L}+\s+(?:қ\.|қаласы|к-сі|көш|обл|ауданы|район)))/u;

/** «1. ТОО «Болат»», «2) АО «Жылу»»: the running number in the cell of the name. */
const numbering = /^\s*\d{1,3}[.)]\s+(?=\S)/u;

/** «ТОО «Болат», БИН 080140594909, г. Темиртау, ул. Мира 1»: a name that holds a comma stays whole. */
export function firmCell(text: string): FirmCell {
  if (numbering.test(text)) return firmCell(text.replace(numbering, ''));
  // Most names hold nothing but the name.
  if (!/[\d,;@]|^(?:со?|with)\s|\.{3}|…/iu.test(text))
    return { name: text, bin: null, address: null, phone: null, email: null };
  const bin = binInText.exec(text);
  const without = bin === null ? text : `${text.slice(0, bin.index)}${text.slice(bin.index + bin[0].length)}`;
  const plain = without.replace(/^(?:со?|with)\s+(?=\S)/iu, '');
  const start = addressStart.exec(plain);
  const head = start === null ? plain : plain.slice(0, start.index);
  const contacts = contactsInside(start === null ? '' : plain.slice(start.index));
  const own = contactsInside(head);
  return {
    name: own.phone === null && own.email === null ? tidyEnds(head) : own.rest,
    bin: bin?.[1] ?? null,
    address: contacts.rest.replace(/^(?:адрес|мекенжайы)\s*[:–-]?\s*/iu, '') || null,
    phone: own.phone ?? contacts.phone,
    email: own.email ?? contacts.email,
  };
}

/** Longer texts are no titles; patterns are not tried on them. */
const longestTitle = 400;

/** A code of a group: letters and figures, at least one figure. */
const groupCode = String.raw`(?:\p{Lu}{1,5}\s(?=\d))?(?=[^\s,;()«»"]*\d)[\p{L}\d]+(?:\s?[-–/]\s?[\p{L}\d]+)*`;
const groupAfterWord = new RegExp(
  String.raw`(?<!\p{L})(?:групп[аыеу]?|гр|тобы|топ|group)(?![\p{L}])\.?\s*[:№–-]?\s*[«"]?(${groupCode})`,
  'iu',
);
const groupBeforeWord = new RegExp(
  String.raw`(?<![\p{L}\d-])(${groupCode})[»"]?\s+(?:тобы\p{L}*|топ|group)(?![\p{L}])`,
  'iu',
);
/** The group a text names; null when it names none. */
export function groupIn(text: string): string | null {
  if (text.length > longestTitle) return null;
  const code = groupAfterWord.exec(text)?.[1] ?? groupBeforeWord.exec(text)?.[1];
  if (code !== undefined) return code.trim();
  // «24ТМ-21р (2 курс, куратор Иванова А.)», «24ТМ-21р, 25 чел.»
  const bare = text.replace(/\s*(?:[(,;]|\s[–—-]\s).*$/u, '');
  return bare.length <= 16 && onlyGroup.test(bare) ? bare : null;
}

/** What one cell says about a student besides the name. */
export type StudentCell = { readonly name: string; readonly group: string | null; readonly iin: string | null };

/** «Ахметов Бекзат (гр. ТМ-21)», «Ким Томирис, ТМ-21», «Ахметов Бекзат, ИИН 071014524150». */
export function studentCell(text: string): StudentCell {
  if (!/[\d,;()]/u.test(text)) return { name: text, group: null, iin: null };
  const iin = binInText.exec(text);
  const without = iin === null ? text : text.replace(iin[0], ' ');
  const bracket = /\(([^()]*)\)/u.exec(without)?.[1] ?? '';
  const [name = '', ...others] = without
    .replace(/\s*\([^()]*\)/gu, ' ')
    .replace(/^\s*\d{1,3}[.)]\s*/u, '')
    .split(/[,;]/u);
  const group = [bracket, ...others].map(part => groupIn(part.trim())).find(code => code !== null);
  const given = others.some(part => isPersonLike(part.trim())) ? `${name} ${others.join(' ')}` : name;
  return { name: tidyText(given), group: group ?? null, iin: iin?.[1] ?? null };
}

/** The firm a title or a line between the rows names: by a label, or by its legal form; the college itself is none. */
export function firmInTitle(text: string): FirmCell | null {
  if (text.length > 200 || /колледж|college|лицей/iu.test(text)) return null;
  const labelled =
    /(?:предприяти[еяю]|организаци[яию]|баз[аы] практики|мест[оа] (?:прохождения )?практики|работодатель|кәсіпорын|мекеме|тәжірибе (?:орны|базасы)|company|enterprise|employer)\s*[:–—-]\s*(\S.*)$/iu.exec(
      text,
    )?.[1];
  const cell = firmCell(labelled ?? text);
  if (cell.name === '' || checkIdentifier(cell.name).kind !== 'not-digits') return null;
  return labelled !== undefined || splitLegalForm(cell.name).form !== null ? cell : null;
}
