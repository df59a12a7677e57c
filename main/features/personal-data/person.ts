import type { PersonKind } from '#shared/contract/personal-data.ts';
import type { EntityName } from '#shared/contract/procedure.ts';
import { splitFullName } from '#shared/domain/people.ts';
import { namesOf, type PersonTraces } from '#shared/domain/person-mentions.ts';
import { nameFormKey } from '#shared/domain/words/name-form-key.ts';
import { entities, type RecordOf, studentName } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { toColumn } from '../../database/mapping.ts';
import { requireRecord } from '../../database/records.ts';
import { type LetterCase, type NameForms, nameInCase } from '../letters/queries.ts';

/** A person: the record that is the person. */
export type Person = { readonly entity: PersonKind; readonly id: string };

/** One record of any kind. */
export type RecordKey = { readonly entity: EntityName; readonly id: string };

type Identity = Pick<RecordOf<'student'>, 'surname' | 'givenName' | 'patronymic' | 'iin' | 'phone' | 'email' | 'sex'> &
  Pick<RecordOf<'student'>, 'representativeName' | 'representativePhone' | 'externalId'>;

/** What names a person, from a record of a student or a contact, or from what the history says such a record was. */
export function identityOf(entity: PersonKind, record: Readonly<Record<string, unknown>>): Identity {
  const text = (field: string): string | null => (typeof record[field] === 'string' ? record[field] : null);
  const known = { iin: text('iin'), phone: text('phone'), email: text('email') };
  const sex = record['sex'] === 'male' || record['sex'] === 'female' ? record['sex'] : null;
  if (entity === 'contact') {
    const { surname, name, patronymic } = splitFullName(text('name') ?? '');
    const none = { representativeName: null, representativePhone: null, externalId: null };
    return { ...known, ...none, surname, givenName: name, patronymic, sex };
  }
  return {
    ...known,
    sex,
    surname: text('surname') ?? '',
    givenName: text('givenName'),
    patronymic: text('patronymic'),
    representativeName: text('representativeName'),
    representativePhone: text('representativePhone'),
    externalId: text('externalId'),
  };
}

const cases: readonly LetterCase[] = ['genitive', 'dative', 'accusative', 'instrumental'];

/** How a person may be met in texts: every form of the name in Russian and Kazakh, the numbers, the address. */
export function tracesOf(identity: Identity, names: NameForms): PersonTraces {
  const { surname, givenName, patronymic, sex } = identity;
  const plain = namesOf(surname, givenName ?? '', patronymic ?? '');
  const whole = studentName(identity);
  const shorter = studentName({ surname, givenName, patronymic: null });
  const declined =
    plain.length === 0
      ? []
      : cases.flatMap(grammaticalCase =>
          (['ru', 'kk'] as const).flatMap(language =>
            [whole, shorter].flatMap(name => {
              const made = splitFullName(nameInCase({ name, sex, language, names }, grammaticalCase));
              return namesOf(made.surname, made.name, made.patronymic);
            }),
          ),
        );
  const guardian = splitFullName(identity.representativeName ?? '');
  const filled = (...texts: readonly (string | null)[]): string[] =>
    texts.filter(text => text !== null && text !== '') as string[];
  return {
    names: [...plain, ...declined, ...namesOf(guardian.surname, guardian.name, guardian.patronymic)],
    numbers: filled(identity.iin, identity.phone, identity.representativePhone, identity.externalId),
    addresses: filled(identity.email),
  };
}

/** Kinds that belong to placements, and to agreements, of a person. */
const underPlacement = [
  'interruption',
  'dayOverride',
  'irregularWeek',
  'evaluation',
  'monthAttendance',
  'visit',
] as const;
const underAgreement = ['amendment', 'signing'] as const;

/**
 * The records that are about one person and nobody else, the person first: placements with what belongs to them, contracts of the
 * student, files, tasks, answers remembered from imports. Letters are told by `lettersNaming`.
 */
export function ownRecords(db: ReadDb, person: Person): readonly RecordKey[] {
  const owned = (entity: EntityName, field: string, ids: readonly string[]) => ownedBy(db, { entity, field, ids });
  const idsOf = (keys: readonly RecordKey[]): string[] => keys.map(({ id }) => id);
  const isStudent = person.entity === 'student';
  const placements = isStudent ? owned('placement', 'studentId', [person.id]) : [];
  const agreements = isStudent ? owned('agreement', 'studentId', [person.id]) : [];
  const records: RecordKey[] = [
    person,
    ...placements,
    ...underPlacement.flatMap(entity => owned(entity, 'placementId', idsOf(placements))),
    ...agreements,
    ...underAgreement.flatMap(entity => owned(entity, 'agreementId', idsOf(agreements))),
  ];
  return [...records, ...hangingOn(db, records), ...rememberedOf(db, person)];
}

type Owned = { readonly entity: EntityName; readonly field: string; readonly ids: readonly string[] };

/** The records of a kind that name one of these in a field. */
function ownedBy(db: ReadDb, { entity, field, ids }: Owned): readonly RecordKey[] {
  if (ids.length === 0) return [];
  const sql = `SELECT id FROM ${entities[entity].table} WHERE ${toColumn(field)} IN (SELECT value FROM json_each(?)) ORDER BY id`;
  return db.column<string>(sql, JSON.stringify(ids)).map(id => ({ entity, id }));
}

/** Files and tasks that hang on records. */
export const hangingOn = (db: ReadDb, keys: readonly RecordKey[]): readonly RecordKey[] =>
  (['attachment', 'task'] as const).flatMap(entity =>
    db
      .column<string>(
        `SELECT h.id FROM json_each(?) k CROSS JOIN ${entity} h ON h.entity = k.value ->> 'entity' AND h.entity_id = k.value ->> 'id' ORDER BY h.id`,
        JSON.stringify(keys),
      )
      .map(id => ({ entity, id })),
  );

/** What the program remembers of the person's name: answers of imports, and how the name is declined. */
function rememberedOf(db: ReadDb, { entity, id }: Person): readonly RecordKey[] {
  const answers = db.column<string>('SELECT id FROM import_answer WHERE kind = ? AND record_id = ?', entity, id);
  const record = requireRecord(db, entity, id);
  const name = 'name' in record ? record.name : studentName(record);
  const forms = db.column<string>('SELECT id FROM name_form WHERE name_key = ?', nameFormKey(name));
  return [
    ...answers.map(answer => ({ entity: 'importAnswer', id: answer }) as const),
    ...forms.map(form => ({ entity: 'nameForm', id: form }) as const),
  ];
}
