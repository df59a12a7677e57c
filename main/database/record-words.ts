import { sortKey, splitLegalForm } from '#shared/domain/folding.ts';
import type { ReadDb } from './handles.ts';

/** Facts beside one another, the empty ones left out. */
export const joined = (...parts: readonly (string | number | null | undefined)[]): string =>
  parts.filter(part => part !== null && part !== undefined && part !== '').join(' · ');
/** Words in a row, the empty ones left out. */
export const words = (...parts: readonly (string | number | null | undefined)[]): string =>
  parts.filter(part => part !== null && part !== undefined && part !== '').join(' ');
/** The digits of a text, as phone numbers are searched. */
export const digits = (text: string | null): string => (text ?? '').replace(/\D+/gu, '');

/** What firms are sorted by: the name without its legal form. */
export const firmSortKey = (name: string): string => sortKey(splitLegalForm(name).name || name);

/** «Surname Given Patronymic». */
export const studentName = (student: {
  readonly surname: string;
  readonly givenName: string | null;
  readonly patronymic: string | null;
}): string => words(student.surname, student.givenName, student.patronymic);

/** Both names of a firm, to be found by either. */
export const firmWords = (db: ReadDb, id: string | null): string =>
  id === null
    ? ''
    : (db.value<string>("SELECT name_ru || ifnull(' ' || name_kk, '') FROM firm WHERE id = ?", id) ?? '');

/** The name of a record that another one refers to, for titles and search. */
export const nameOf = (
  db: ReadDb,
  table: 'firm' | 'student' | 'practice_type' | 'specialty',
  id: string | null,
): string => {
  if (id === null) return '';
  const column = {
    firm: 'name_ru',
    student: "surname || ifnull(' ' || given_name, '') || ifnull(' ' || patronymic, '')",
    practice_type: 'name_ru',
    specialty: "code || ' ' || name_ru",
  }[table];
  return db.value<string>(`SELECT ${column} FROM ${table} WHERE id = ?`, id) ?? '';
};
