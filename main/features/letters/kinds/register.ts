import { type LetterKind, mostRegisterLines } from '#shared/contract/letter-kinds.ts';
import { AppError } from '#shared/result.ts';
import type { ReadDb } from '../../../database/handles.ts';
import {
  type FieldDescription,
  field,
  imageFields,
  letterheadFields,
  rowOnly,
  signatureFields,
} from '../../../documents/letter-fields.ts';
import { byLanguage, type Envelope, letterheadText, locales, type One } from '../letterhead.ts';
import { type KindOfLetter, noReferences, translators } from './kind.ts';

/** What a printed register says beside its lines. */
const registerFields = {
  ...letterheadFields,
  ...signatureFields,
  count: field(['количество', 'барлығы'], 'Жолдар саны', 'Количество строк', 'Number of lines'),
  from: field(['с_даты', 'басы'], 'Ең ерте жолдың күні', 'Самая ранняя дата', 'Earliest date'),
  until: field(['по_дату', 'соңы'], 'Ең кеш жолдың күні', 'Самая поздняя дата', 'Latest date'),
} as const;

/** What stands in a line where there is nothing to say. */
export const nothing = '—';

type RowFields = Readonly<Record<string, FieldDescription>>;

type Register<Line, Fields extends RowFields> = {
  readonly kind: LetterKind;
  readonly file: string;
  /** The list of the template, and what it is called in the field browser. */
  readonly list: readonly [name: string, description: FieldDescription];
  /** The columns after the number of the line. */
  readonly fields: Fields;
  /** The lines of the records, in the order in which they were given. */
  readonly read: (db: ReadDb, ids: readonly string[], issuedOn: string) => readonly Line[];
  /** The days by which a line belongs to a period; a register that follows no calendar has none. */
  readonly daysOf?: (line: Line) => readonly (string | null)[];
  readonly row: (line: Line, language: One) => Readonly<Record<keyof Fields, string>>;
} & Pick<KindOfLetter, 'records'>;

function headText(days: readonly string[], count: number, envelope: Envelope, language: One) {
  const ordered = days.toSorted();
  return {
    ...letterheadText(envelope, language),
    count: String(count),
    from: locales[language].date(ordered[0] ?? null),
    until: locales[language].date(ordered.at(-1) ?? null),
  } satisfies Readonly<Record<keyof typeof registerFields, string>>;
}

/** A register of records, printed as one paper whose lines are numbered in the order of what was chosen. */
export function register<Line, Fields extends RowFields>({
  kind,
  file,
  list: [name, description],
  fields,
  read,
  daysOf = () => [],
  row,
  ...rest
}: Register<Line, Fields>): KindOfLetter {
  return {
    file,
    catalogue: {
      fields: registerFields,
      images: imageFields,
      lists: { [name]: { description, fields: { index: rowOnly.index, ...fields } } },
    },
    mayBeEmpty: new Set(['number', 'from', 'until']),
    ...rest,
    papers: (db, ids, issuedOn) => {
      const wanted = [...new Set(ids)];
      if (wanted.length > mostRegisterLines)
        throw new AppError('refused', { reason: 'tooManyRows', count: wanted.length });
      const lines = read(db, wanted, issuedOn);
      const days = lines.flatMap(daysOf).filter(day => day !== null);
      return [
        {
          references: noReferences,
          line: language => translators[language].dynamic(`letters.subject.${kind}`, { count: lines.length }),
          about: language => locales[language].date(issuedOn),
          values: (language, envelope) => ({
            text: byLanguage(language, one => headText(days, lines.length, envelope, one)),
            lists: {
              [name]: byLanguage(language, one =>
                lines.map((line, index) => ({ index: String(index + 1), ...row(line, one) })),
              ),
            },
          }),
        },
      ];
    },
  };
}
