import { addDays } from '#shared/domain/dates.ts';
import { isMinor } from '#shared/domain/identifiers.ts';
import type { RecordOf } from '../database/entities.ts';
import type { Transaction } from '../database/records.ts';
import { addRecord } from './add-record.ts';
import { fullName, makeBirthday, makeIin, makePerson, makePhone, type Taken } from './people.ts';
import type { Programme } from './programmes.ts';
import type { Random } from './random.ts';

/** A specialty with its qualification as they are stored. */
export type SampleProgramme = Programme & { readonly specialtyId: string; readonly qualificationId: string };

export type SampleGroup = {
  readonly id: string;
  readonly programme: number;
  /** Calendar year in which the first course began. */
  readonly entryYear: number;
  readonly language: 'kk' | 'ru';
};

export type SampleStudent = {
  readonly id: string;
  readonly group: SampleGroup;
  readonly bornOn: string;
  readonly leftOn: string | null;
};

/** Courses of the invented college. */
export const courses = 4;

/** Writes a specialty and its qualification. */
export function addProgramme(tx: Transaction, programme: Programme): SampleProgramme {
  const specialty = addRecord(tx, 'specialty', {
    code: programme.code,
    nameRu: programme.nameRu,
    nameKk: programme.nameKk,
    practiceHours: programme.practiceHours,
    validFrom: '2019-09-01',
  });
  const qualification = addRecord(tx, 'qualification', {
    code: programme.qualificationCode,
    specialtyId: specialty.id,
    nameRu: programme.qualificationRu,
    nameKk: programme.qualificationKk,
    validFrom: '2019-09-01',
  });
  return { ...programme, specialtyId: specialty.id, qualificationId: qualification.id };
}

type GroupPlan = {
  readonly programme: number;
  readonly entryYear: number;
  /** Tells groups of the same year and specialty apart. */
  readonly number: number;
};

/** Writes a group; its course follows from the school year that runs. */
export function addGroup(
  tx: Transaction,
  random: Random,
  programmes: readonly SampleProgramme[],
  plan: GroupPlan,
  schoolYear: number,
): SampleGroup {
  const { programme, entryYear, number } = plan;
  const held = programmes[programme] as SampleProgramme;
  const language = (programme + number) % 2 === 0 ? 'kk' : 'ru';
  const group = addRecord(tx, 'group', {
    code: `${String(entryYear % 100).padStart(2, '0')}${held.letters}-${number}${language === 'kk' ? 'қ' : 'р'}`,
    specialtyId: held.specialtyId,
    qualificationId: held.qualificationId,
    course: Math.min(courses, schoolYear - entryYear + 1),
    language,
    curator: fullName(makePerson(random, random.chance(0.7) ? 'female' : 'male')),
    active: schoolYear - entryYear < courses,
  });
  return { id: group.id, programme, entryYear, language };
}

type Standing = Pick<RecordOf<'student'>, 'status' | 'leftOn' | 'leftReason'>;

function standingOf(tx: Transaction, random: Random, group: SampleGroup, schoolYear: number): Standing {
  const graduated = schoolYear - group.entryYear >= courses;
  if (graduated)
    return { status: 'graduated', leftOn: `${group.entryYear + courses}-06-30`, leftReason: 'Окончание обучения' };
  if (random.chance(0.02)) return { status: 'leave', leftOn: null, leftReason: null };
  if (random.chance(0.02))
    return { status: 'left', leftOn: addDays(tx.today, -random.between(5, 60)), leftReason: 'По собственному желанию' };
  return { status: 'active', leftOn: null, leftReason: null };
}

/** Where students live: most in the town of the college, the others around it. */
const towns = [
  'г. Караганда',
  'г. Караганда',
  'г. Караганда',
  'г. Темиртау',
  'г. Абай',
  'г. Сарань',
  'г. Шахтинск',
  'с. Доскей',
];

/** The town follows from the serial number of the IIN, so that nothing else about the college depends on it. */
const townOf = (iin: string): string | null => towns[Number(iin.slice(7, 11)) % towns.length] ?? null;

/** Writes one student of a group. */
export function addStudent(
  tx: Transaction,
  random: Random,
  taken: Taken,
  programmes: readonly SampleProgramme[],
  group: SampleGroup,
  schoolYear: number,
): SampleStudent {
  const held = programmes[group.programme] as SampleProgramme;
  const mostlyWomen = held.letters === 'ПИ';
  const person = makePerson(random, random.chance(mostlyWomen ? 0.85 : 0.25) ? 'female' : 'male');
  const bornOn = makeBirthday(random, group.entryYear - random.between(15, 17));
  const iin = makeIin(random, taken, bornOn, person.sex);
  const minor = isMinor(bornOn, tx.today);
  const parent = makePerson(random, random.chance(0.7) ? 'female' : 'male');
  const representative = `${person.surname.replace(/а$/u, '')}${parent.sex === 'female' ? 'а' : ''} ${parent.givenName} ${parent.patronymic}`;
  const standing = standingOf(tx, random, group, schoolYear);
  const student = addRecord(tx, 'student', {
    surname: person.surname,
    givenName: person.givenName,
    patronymic: random.chance(0.96) ? person.patronymic : null,
    iin,
    bornOn,
    sex: person.sex,
    groupId: group.id,
    specialtyId: held.specialtyId,
    qualificationId: held.qualificationId,
    course: Math.min(courses, schoolYear - group.entryYear + 1),
    language: group.language,
    funding: random.chance(0.8) ? 'state' : random.chance(0.8) ? 'paid' : 'target',
    studyForm: 'Очная',
    phone: makePhone(random),
    town: townOf(iin),
    ...(minor ? { representativeName: representative, representativePhone: makePhone(random) } : {}),
    ...standing,
    externalId: String(random.between(1_000_000, 9_999_999)),
  });
  return { id: student.id, group, bornOn, leftOn: standing.leftOn };
}
