import { parsePhones } from '../phones.ts';

/** What one cell says about a person. */
export type PersonCell = {
  readonly name: string;
  readonly position: string | null;
  /** E.164; null when the cell holds no number. */
  readonly phone: string | null;
};

/** A person and a position in one cell: «Иванов И. И., директор», «директор Иванов И. И.». */
export function personCell(cell: string): PersonCell {
  const number =
    /(?:[,;\s(]+(?:моб|сот|раб|тел|т|ұялы|tel|phone)\p{L}*\.?:?)*[,;:\s(]*(\+?\d[\d\s()–-]{7,}\d)\)?/iu.exec(cell);
  const phone = number === null ? null : (parsePhones(number[1] ?? '')[0]?.number ?? null);
  const text = phone === null || number === null ? cell : cell.replace(number[0], ' ').replace(/[\s,;(–-]+$/u, '');
  return { ...nameAndPosition(text.trim() || cell), phone };
}

function nameAndPosition(text: string): Omit<PersonCell, 'phone'> {
  const comma = /^(.+?)(?:\s*[,;(–—]|\s-)\s*(\p{Ll}.*?)\)?$/u.exec(text);
  if (comma?.[1] !== undefined && comma[2] !== undefined) return { name: comma[1], position: comma[2] };
  const before =
    /^((?:(?:и\.?\s?о\.?|зам(?:еститель|\.)?|ген(?:еральный|\.)?|исполнительный|первый|главный|гл\.?|бас|general|executive)\s+)*(?:директор\p{L}*|руководитель|начальник(?:\s+\p{Ll}+|\s+ОК)*|председатель|президент|заведующ\p{L}+|инженер\p{L}*|энергетик|механик|технолог|басшы(?:сы)?|мастер|бригадир|бухгалтер|менеджер|director|manager|head|chief|engineer))[\s:,–—-]+(?=\p{Lu})(.+)$/iu.exec(
      text,
    );
  return before?.[1] !== undefined && before[2] !== undefined && /^\p{Lu}/u.test(before[2])
    ? { name: before[2], position: before[1] }
    : { name: text, position: null };
}
