import { parsePhones } from '../phones.ts';
import { type Cell, cellText, tidyText } from './cells.ts';
import { isPersonLike } from './content.ts';
import { studentCell } from './mixed-cells.ts';
import { personCell } from './person-cell.ts';
import { dateInside, documentNumber } from './text-dates.ts';

/** Longer cells are no lists; patterns are not tried on them. */
const longestList = 4000;

/** Several people in one cell, line by line, numbered or parted by commas; a single one gives itself. */
export function peopleInside(cell: Cell): readonly string[] {
  return listInside(cell, text => isWholePerson(studentCell(text).name));
}

/** Several contacts in one cell, each perhaps with a position: «Оспанов Ерлан – директор, Ким Ольга – кадры». */
export function contactsInCell(cell: Cell): readonly string[] {
  return listInside(cell, text => isWholePerson(personCell(text).name));
}

/** Several agreements in one cell, each with a number and a day: «№ 12 от 01.02.2024; № 15 от 03.04.2025». */
export function agreementsInside(cell: Cell): readonly string[] {
  return listInside(cell, text => {
    const dated = dateInside(text);
    return dated !== null && documentNumber(dated.rest) !== null;
  });
}

/** The telephone numbers of a cell, each as a text of its own. */
export function phonesInside(cell: Cell): readonly string[] {
  return parsePhones(cellText(cell)).map(({ number, extension }) =>
    extension === '' ? number : `${number} доб. ${extension}`,
  );
}

function listInside(cell: Cell, isOne: (text: string) => boolean): readonly string[] {
  if (typeof cell !== 'string' || cell.length > longestList) return [];
  const parts = cell
    .split(/\n|;|(?<=^|\s)\d{1,2}[.)]\s+/u)
    .map(part => tidyText(part).replace(/,$/u, ''))
    .filter(part => part !== '');
  const found = parts.length > 1 ? parts : cell.split(',').map(tidyText);
  return found.length > 1 && found.every(isOne) ? found : [tidyText(cell)];
}

/** A surname and more; «Серік ұлы» is a patronymic that was wrapped. */
function isWholePerson(name: string): boolean {
  const words = name.split(/[\s.]+/u).filter(word => word !== '');
  if (words.length < 2 || words.length > 4 || !isPersonLike(name)) return false;
  return !(words.length === 2 && /^(?:ұлы|қызы|улы|кызы)$/iu.test(words[1] ?? ''));
}
