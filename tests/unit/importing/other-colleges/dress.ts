import type { Random } from '#main/sample/random.ts';
import type { Cell, Lines, StrangeBook } from './strange-book.ts';

const letterhead = ['КГКП «Политехнический колледж»', 'УТВЕРЖДАЮ', 'Бекітемін', 'Директор ____________ А. Серіков'];
const endings = ['Исполнитель: Иванова И.', 'Орындаушы: Сейтова А.', 'Зам. директора по УПР ____________'];

/** The same book as another officer would have dressed it: empty columns and rows, a letterhead, a signature, spaces Word leaves. */
export function dressed(book: StrangeBook, random: Random): StrangeBook {
  const indent = random.between(0, 2);
  const above = random.between(0, 3);
  const signed = random.chance(0.5);
  const sheets = Object.entries(book.sheets).map(([name, lines]) => {
    const head: Cell[][] = Array.from({ length: above }, () => [random.pick(letterhead)]);
    const foot: Cell[][] = signed ? [[], [], [random.pick(endings)]] : [];
    const gap: Cell[][] = above > 0 ? [[]] : [];
    const all: Lines = [...head, ...gap, ...lines, ...foot];
    return [
      name,
      all.map(line => [...Array.from({ length: indent }, () => null), ...line.map(spaced(random))]),
    ] as const;
  });
  const shift = above > 0 ? above + 1 : 0;
  const merges = Object.entries(book.merges ?? {}).map(([name, ranges]) => [
    name,
    ranges.map(([top, left, bottom, right]) => [top + shift, left + indent, bottom + shift, right + indent] as const),
  ]);
  return { ...book, sheets: Object.fromEntries(sheets), merges: Object.fromEntries(merges) };
}

/** Non-breaking spaces and spaces at the ends, as they come with pasted text. */
const spaced =
  (random: Random) =>
  (cell: Cell): Cell => {
    if (typeof cell !== 'string' || cell.includes('\n')) return cell;
    const text = random.chance(0.2) ? cell.replace(' ', '\u00a0') : cell;
    return random.chance(0.1) ? ` ${text}  ` : text;
  };
