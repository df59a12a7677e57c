import type { RawRow, RawSheet } from '#shared/domain/importing/cells.ts';
import { maxRows } from './limits.ts';

/** The columns a card becomes: headings the recognition knows. */
const headings = ['Фамилия', 'Имя', 'Отчество', 'Организация', 'Должность', 'Телефон', 'E-mail', 'Примечание'];

/** Whether a text is an address book exported by a phone or a mail program. */
export const isVcard = (text: string): boolean => /^\s*BEGIN:VCARD\s*$/imu.test(text.slice(0, 400));

type Property = { readonly name: string; readonly value: string };

/** Reads vCards of version 2.1, 3.0 and 4.0 as one table, a person a row; the row numbers are those of the cards. */
export function readVcard(text: string, name: string): RawSheet {
  const cards = text.split(/^\s*BEGIN:VCARD\s*$/imu).slice(1, maxRows);
  const rows = cards.map((card, index): RawRow => ({ number: index + 2, cells: cellsOf(propertiesOf(card)) }));
  const filled = rows.filter(row => row.cells.some(cell => cell !== null));
  return { name, hidden: false, rows: [{ number: 1, cells: headings }, ...filled], merges: [] };
}

function cellsOf(properties: readonly Property[]): RawRow['cells'] {
  const all = (name: string): readonly string[] =>
    properties.flatMap(property => (property.name === name && property.value.trim() !== '' ? [property.value] : []));
  const parts = (name: string): readonly string[] => splitParts(all(name)[0] ?? '');
  const [surname = '', givenName = '', patronymic = ''] = parts('N');
  const named = surname !== '' || givenName !== '';
  const [first = '', ...rest] = (all('FN')[0] ?? '').split(/\s+/u);
  return [
    named ? surname : first,
    named ? givenName : rest.join(' '),
    patronymic,
    parts('ORG')[0] ?? '',
    plain(all('TITLE')[0] ?? all('ROLE')[0] ?? ''),
    all('TEL')
      .map(number => number.replace(/^tel:/iu, ''))
      .join(', '),
    all('EMAIL')[0] ?? '',
    plain(all('NOTE')[0] ?? ''),
  ].map(cell => (cell.trim() === '' ? null : cell.trim()));
}

/** The lines of a card: folded ones joined, quoted-printable ones decoded, groups and parameters left out of the name. */
function propertiesOf(card: string): readonly Property[] {
  const lines = card
    .replace(/=\r?\n(?=[^\r\n]*)/gu, '')
    .replace(/\r?\n[ \t]/gu, '')
    .split(/\r?\n/u);
  return lines.flatMap(line => {
    const found = /^(?:[\w-]+\.)?([\w-]+)((?:;[^:]*)?):(.*)$/u.exec(line);
    if (found === null) return [];
    const [, name = '', parameters = '', value = ''] = found;
    const quoted = /QUOTED-PRINTABLE/iu.test(parameters);
    return [{ name: name.toUpperCase(), value: quoted ? decodeQuoted(value) : value }];
  });
}

function decodeQuoted(text: string): string {
  const bytes: number[] = [];
  for (const [part] of text.matchAll(/=[0-9A-Fa-f]{2}|[\s\S]/gu)) {
    if (part.length === 3 && part.startsWith('=')) bytes.push(Number.parseInt(part.slice(1), 16));
    else bytes.push(...new TextEncoder().encode(part));
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

const splitParts = (value: string): readonly string[] => value.split(/(?<!\\);/u).map(plain);

const plain = (value: string): string =>
  value
    .replace(/\\n/giu, '\n')
    .replace(/\\([,;:\\])/gu, '$1')
    .trim();
