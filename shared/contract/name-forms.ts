import { Id, requiredText } from './primitives.ts';
import { command, query } from './procedure.ts';
import { recordMeta } from './records.ts';
import { z } from './zod.ts';

/** The cases a letter may need; Russian ones and Kazakh ones are remembered apart. */
export const nameCases = [
  'genitiveRu',
  'dativeRu',
  'accusativeRu',
  'instrumentalRu',
  'genitiveKk',
  'dativeKk',
  'accusativeKk',
] as const;
export type NameCase = (typeof nameCases)[number];

const forms = z.partialRecord(z.enum(nameCases), z.string().trim().max(200));

/** How a person's name is declined where the rules would get it wrong; it holds for everybody of that very name. */
export const nameFormRecord = z.strictObject({
  ...recordMeta,
  /** Surname, name, patronymic as in the record of the person. */
  name: requiredText(200),
  /** Decides the endings where the name does not tell; null leaves it to the person's record and the name. */
  sex: z.enum(['male', 'female']).nullable(),
  /** Only the forms that differ from what the rules make, by the names of `nameCases`. */
  forms: z.record(z.string(), z.string()),
});

export const nameForms = {
  /** The forms of a name as letters will print them, and which of them the officer has set. */
  'nameForms.get': query(
    ['nameForm', 'student'],
    z.strictObject({ name: requiredText(200), sex: z.enum(['male', 'female']).nullable().default(null) }),
    z.strictObject({
      sex: z.enum(['male', 'female']).nullable(),
      made: z.record(z.enum(nameCases), z.string()),
      own: forms,
    }),
  ),
  /** Remembers forms of a name; empty ones go back to the rules. One step of undo. */
  'nameForms.set': command(
    z.strictObject({ name: requiredText(200), sex: z.enum(['male', 'female']).nullable(), forms }),
    z.strictObject({ id: Id.nullable() }),
  ),
} as const;
