import type { EntityName } from '#shared/contract/procedure.ts';
import { createMentionFinder, type MentionFinder } from '#shared/domain/person-mentions.ts';
import { entities, type RecordOf } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { toColumn } from '../../database/mapping.ts';
import { requireRecord } from '../../database/records.ts';
import { readNameForms } from '../letters/queries.ts';
import { requireNotErased } from '../shared/erased.ts';
import { filledTexts, freeTexts, ownTexts } from './free-texts.ts';
import { hangingOn, identityOf, ownRecords, type Person, type RecordKey, tracesOf } from './person.ts';

type Values = Readonly<Record<string, unknown>>;
type FreeKind = keyof typeof freeTexts;

/** What becomes of a record when persons are erased. */
export type PlannedChange = RecordKey & {
  /** `own`: about the person alone; `mention`: of others, the person is named in it. */
  readonly why: 'own' | 'mention';
  readonly patch: Values;
};

export type ErasurePlan = {
  readonly people: readonly Person[];
  readonly changes: readonly PlannedChange[];
  /** Attached files, remembered answers and declined names go. */
  readonly removals: readonly RecordKey[];
  /** Letters about these persons alone, whose text goes. */
  readonly letters: readonly string[];
  /** Letters that also name others: their text goes, or stays, as the officer has it. */
  readonly sharedLetters: readonly string[];
};

/** The day that keeps the year of birth, and whether the person is under 18 today: figures by age stay what they are. */
export function coarseBirthday(bornOn: string, today: string): string {
  const year = bornOn.slice(0, 4);
  const adultSince = `${Number(today.slice(0, 4)) - 18}${today.slice(4)}`;
  return bornOn > adultSince ? `${year}-12-31` : `${year}-01-01`;
}

/** What stays of a student: where and when they studied; nothing that tells who they were. */
const blankStudent = (student: RecordOf<'student'>, mark: string, today: string): Partial<RecordOf<'student'>> => ({
  surname: mark,
  givenName: null,
  patronymic: null,
  iin: null,
  bornOn: student.bornOn === null ? null : coarseBirthday(student.bornOn, today),
  phone: null,
  email: null,
  town: null,
  representativeName: null,
  representativePhone: null,
  leftReason: null,
  leaveReason: null,
  externalId: null,
  notes: null,
});

/** What stays of a contact: of which firm, and in which roles. */
const blankContact = (mark: string): Partial<RecordOf<'contact'>> => ({
  name: mark,
  position: null,
  phone: null,
  email: null,
  language: null,
  basis: null,
  basisNumber: null,
  basisDate: null,
  basisUntil: null,
  notes: null,
});

const removed: ReadonlySet<EntityName> = new Set<EntityName>(['attachment', 'importAnswer', 'nameForm']);

function blankOwn(db: ReadDb, { entity, id }: RecordKey, mark: string, today: string): Values {
  const record = requireRecord(db, entity, id) as Values;
  if (entity === 'student') return blankStudent(record as RecordOf<'student'>, mark, today);
  if (entity === 'contact') return blankContact(mark);
  const emptied = filledTexts(record, ownTexts[entity] ?? []).map(([field]) => [field, mark]);
  // Who signed for the student or the family; the other side stays.
  const signs = entity === 'signing' && (record['party'] === 'student' || record['party'] === 'representative');
  if (signs && record['signatory'] !== null) emptied.push(['signatory', mark]);
  return Object.fromEntries(emptied) as Values;
}

/** Every text people write freely in which a person is named. */
export function recordsNaming(db: ReadDb, finder: MentionFinder, mark: string): readonly PlannedChange[] {
  return (Object.keys(freeTexts) as FreeKind[]).flatMap(entity => {
    const fields: readonly string[] = freeTexts[entity];
    const columns = fields.map(toColumn);
    return db
      .all<Readonly<Record<string, string | null>>>(
        `SELECT id, ${columns.join(', ')} FROM ${entities[entity].table} WHERE coalesce(${[...columns, 'NULL'].join(', ')}) IS NOT NULL`,
      )
      .flatMap(({ id, ...texts }): PlannedChange[] => {
        const patch = fields.flatMap((field, place) => {
          const text = texts[columns[place] ?? ''];
          if (text === null || text === undefined) return [];
          const without = finder.replaceIn(text, mark);
          return without === text ? [] : [[field, without] as const];
        });
        return patch.length === 0 ? [] : [{ entity, id: id ?? '', why: 'mention', patch: Object.fromEntries(patch) }];
      });
  });
}

/** Whose letters these are: every student a letter is about. */
const studentsOfLetter = `SELECT l.id, l.student_id AS studentId, l.agreement_id AS agreementId, l.fields,
  (SELECT json_group_array(p.student_id) FROM placement p WHERE p.id IN (SELECT value FROM json_each(l.placement_ids))) AS placed,
  (SELECT a.student_id FROM agreement a WHERE a.id = l.agreement_id) AS signs FROM letter l WHERE l.fields <> '{}'`;

type LetterRow = {
  readonly id: string;
  readonly studentId: string | null;
  readonly fields: string;
  readonly placed: string;
  readonly signs: string | null;
};

/** Letters about these persons alone, and those that name them among others. */
export function lettersNaming(
  db: ReadDb,
  people: readonly Person[],
  finder: MentionFinder,
): Pick<ErasurePlan, 'letters' | 'sharedLetters'> {
  const students = new Set(people.filter(({ entity }) => entity === 'student').map(({ id }) => id));
  const letters: string[] = [];
  const sharedLetters: string[] = [];
  for (const { id, studentId, signs, placed, fields } of db.all<LetterRow>(studentsOfLetter)) {
    const about = new Set([studentId, signs, ...(JSON.parse(placed) as string[])].filter(one => one !== null));
    const ours = [...about].filter(one => students.has(one)).length;
    if (ours > 0 && ours === about.size) letters.push(id);
    else if (ours > 0 || finder.isInJson(fields)) sharedLetters.push(id);
  }
  return { letters, sharedLetters };
}

export type ErasureOrder = {
  readonly people: readonly Person[];
  /** What stands in the place of what is erased. */
  readonly mark: string;
  readonly today: string;
};

/** Gathers everything that tells of these persons and says what becomes of it. Nothing is written. Errors: notFound, personErased. */
export function planErasure(db: ReadDb, { people, mark, today }: ErasureOrder): ErasurePlan {
  const names = readNameForms(db);
  const traces = people.map(({ entity, id }) => {
    const record = requireRecord(db, entity, id);
    requireNotErased(db, id);
    return tracesOf(identityOf(entity, record), names);
  });
  const finder = createMentionFinder(traces);
  const { letters, sharedLetters } = lettersNaming(db, people, finder);
  const own = [
    ...people.flatMap(person => ownRecords(db, person)),
    ...hangingOn(
      db,
      letters.map(id => ({ entity: 'letter', id })),
    ),
  ];
  const changes = new Map<string, PlannedChange>(
    own
      .filter(({ entity }) => !removed.has(entity))
      .map(key => [key.id, { ...key, why: 'own', patch: blankOwn(db, key, mark, today) }]),
  );
  const gone = new Set([...own.filter(({ entity }) => removed.has(entity)).map(({ id }) => id), ...letters]);
  for (const mention of recordsNaming(db, finder, mark)) {
    if (gone.has(mention.id)) continue;
    const known = changes.get(mention.id);
    changes.set(mention.id, known === undefined ? mention : { ...known, patch: { ...mention.patch, ...known.patch } });
  }
  return {
    people,
    changes: [...changes.values()].filter(({ patch }) => Object.keys(patch).length > 0),
    removals: own.filter(({ entity }) => removed.has(entity)),
    letters,
    sharedLetters,
  };
}
