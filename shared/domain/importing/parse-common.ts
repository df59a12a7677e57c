import type { ContactValues, FirmReference, StudentReference } from './drafts.ts';
import { type FirmCell, firmInTitle, groupIn, studentCell } from './mixed-cells.ts';
import type { RowReader } from './row-reader.ts';

/** What a sheet says once for many rows: in its titles, or in the lines between the rows. */
export type Surroundings = {
  readonly titles: readonly string[];
  /** Lines between the rows so far, the nearest first. */
  readonly sections: readonly string[];
  /** The headings of the columns by the fields they hold. */
  readonly headings: ReadonlyMap<string, string>;
};

/** How many lines between the rows are remembered. */
export const rememberedSections = 8;

/** The nearest thing that is said about the rows, by what `find` looks for. */
export function saidAround<T>(around: Surroundings, find: (text: string) => T | null): T | null {
  for (const text of textsAround(around)) {
    const found = find(text);
    if (found !== null) return found;
  }
  return null;
}

export const textsAround = ({ sections, titles }: Surroundings): readonly string[] => [...sections, ...titles];

/** The values of a contact person. */
export function person(
  name: string,
  position: string | null,
  phone: string | null,
  email: string | null,
  roles: readonly string[],
): ContactValues {
  return { name, position, phone, email, roles };
}

/** «Группа 24ТМ-21р» in a line of its own stands for the rows below it. */
export const groupOfSection = (around: Surroundings): string | null => saidAround(around, groupIn);

/** The course in a title: «Курс: 3», «ПО-22 тобы (2 курс)», «III курс». */
export function courseAround(around: Surroundings): number | null {
  return saidAround(around, text => {
    const said =
      /(?<!\p{L})курс\p{L}*\s*[:–-]?\s*([1-5]|I{1,3}|IV)(?![\p{L}\d])/iu.exec(text)?.[1] ??
      /(?<![\p{L}\d])([1-5]|I{1,3}|IV)\s*-?\s*(?:го|й|ый|ші|інші|нші)?\s*курс/iu.exec(text)?.[1];
    if (said === undefined) return null;
    return /\d/u.test(said) ? Number(said) : ['I', 'II', 'III', 'IV'].indexOf(said.toUpperCase()) + 1;
  });
}

/** The cell of a title that names the specialty of the whole list: «Специальность: 07150100 Технология машиностроения». */
export function specialtyAround(around: Surroundings): string | null {
  return saidAround(around, text => {
    const said = /(?:специальност|мамандық|мамандығы|specialty|speciality)\p{L}*\s*[:–-]?\s*(.*)$/iu.exec(text)?.[1];
    return said !== undefined && /(?<!\d)\d{7,8}(?!\d)/u.test(said) ? said : null;
  });
}

/** The firm of a row: its own cells, otherwise the line above it, otherwise the title of a sheet without a column for firms. */
export function firmOfRow(reader: RowReader, around: Surroundings): FirmReference & { readonly cell: FirmCell | null } {
  const own = reader.firm();
  if (own.name !== null || own.bin !== null) return own;
  const texts = reader.has('firmName') ? around.sections : textsAround(around);
  for (const text of texts) {
    const cell = firmInTitle(text);
    if (cell === null) continue;
    reader.note('firmName', 'repaired', 'firmFromTitle', cell.name);
    return { name: cell.name, bin: cell.bin, cell };
  }
  reader.note('firmName', 'error', 'missingFirm');
  return own;
}

/** How a row names a student: by columns of its own or by the usual ones. */
export function studentReference(reader: RowReader, nameField: string, iinField: string): StudentReference {
  const name = reader.has(nameField) || nameField === 'fullName' ? reader.person(nameField) : null;
  const cell = studentCell(reader.text(nameField, 200) ?? '');
  return {
    iin: reader.identifier(iinField, name === null) ?? cell.iin,
    surname: name?.surname ?? null,
    givenName: name?.name || null,
    patronymic: name?.patronymic || null,
    groupCode: reader.code('groupCode') ?? cell.group,
  };
}
