import type { ContactValues, StudentReference } from './drafts.ts';
import type { RowReader } from './row-reader.ts';

/** What a sheet says once for all its rows: in its title, or in a line between the rows. */
export type Surroundings = {
  readonly titles: readonly string[];
  readonly section: string | null;
  /** The headings of the columns by the fields they hold. */
  readonly headings: ReadonlyMap<string, string>;
};

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
export function groupOfSection({ section, titles }: Surroundings): string | null {
  for (const text of [section, ...titles]) {
    if (text === null) continue;
    const before = /(?:групп[аы]|топ|тобы|group)\s*[:№]?\s*[«"]?([\p{L}\d]{0,6}\d[\p{L}\d]*(?:-[\p{L}\d]+)*)/iu.exec(
      text,
    );
    const after = /([\p{L}\d]*\d[\p{L}\d]*(?:-[\p{L}\d]+)*)[»"]?\s+(?:тобы|топ|group)(?![\p{L}])/iu.exec(text);
    const code = before?.[1] ?? after?.[1];
    if (code !== undefined) return code;
    // A line or the name of a sheet that is nothing but a code: «24ТМ-21р».
    if (text.length <= 16 && /^(?=[^\d]*\d)(?=.*\p{L})[\p{L}\d]{2,6}-[\p{L}\d]+(?:-[\p{L}\d]+)*$/u.test(text))
      return text;
  }
  return null;
}

/** How a row names a student: by columns of its own or by the usual ones. */
export function studentReference(reader: RowReader, nameField: string, iinField: string): StudentReference {
  const name = reader.has(nameField) || nameField === 'fullName' ? reader.person(nameField) : null;
  return {
    iin: reader.identifier(iinField, name === null),
    surname: name?.surname ?? null,
    givenName: name?.name || null,
    patronymic: name?.patronymic || null,
    groupCode: reader.text('groupCode', 40),
  };
}
