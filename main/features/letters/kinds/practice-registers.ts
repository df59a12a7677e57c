/** Registers of practice: placements, mentors, visits, safety briefings. */
import { schoolYearOf, schoolYearPeriod } from '#shared/domain/dates.ts';
import { fullName, shortName } from '#shared/domain/people.ts';
import { readablePhone } from '#shared/domain/phone-text.ts';
import { field, placeFields } from '../../../documents/letter-fields.ts';
import { readSettings } from '../../settings/queries.ts';
import { coded, firmNameIn, joined, locales, type One } from '../letterhead.ts';
import { visitFields } from '../monitoring-fields.ts';
import { type PlacementFacts, practiceIn, readPlacementFacts } from '../placement-facts.ts';
import { readMentorLines, readVisitLines } from '../practice-register-data.ts';
import { translators } from './kind.ts';
import { nothing, register } from './register.ts';

const studentOf = ({
  surname,
  givenName,
  patronymic,
}: Pick<PlacementFacts, 'surname' | 'givenName' | 'patronymic'>) => ({
  surname,
  name: givenName ?? '',
  patronymic: patronymic ?? '',
});

type AtFirm = Pick<PlacementFacts, 'firmNameRu' | 'firmNameKk'> & { readonly siteName?: string | null };

const firmOf = ({ firmNameRu, firmNameKk, siteName = null }: AtFirm, language: One): string =>
  joined(', ', firmNameIn({ ru: firmNameRu, kk: firmNameKk }, language), siteName);

const { student, specialty, group, hours, mentor } = placeFields;
const firm = field(['предприятие', 'кәсіпорын'], 'Кәсіпорын, учаскесі', 'Предприятие и участок', 'Firm and site');
const practice = field(['практика', 'вид_практики', 'тәжірибе_түрі'], 'Тәжірибе түрі', 'Вид практики', 'Practice');

/** By which agreement and which order a student is at the firm. */
const basisOf = ({ agreementNumber, orderNumber, orderDate }: PlacementFacts, language: One): string =>
  joined(
    '; ',
    agreementNumber === null ? '' : translators[language]('letters.byAgreement', { number: agreementNumber }),
    orderNumber === null
      ? ''
      : translators[language]('letters.byOrder', { number: orderNumber, date: locales[language].date(orderDate) }),
  );

/** The register of students on practice and in dual training, with the mentors of the day of the paper. */
export const placementRegister = register({
  kind: 'placementRegister',
  file: 'placement-register',
  list: [
    'placements',
    field(['размещения', 'орналастырулар'], 'Орналастырулар тізімі', 'Список размещений', 'List of placements'),
  ],
  fields: {
    student,
    group,
    course: placeFields.course,
    specialty,
    firm,
    practice,
    start: field(['начало', 'басталуы'], 'Басталуы', 'Начало', 'Start'),
    end: field(['окончание', 'аяқталуы'], 'Аяқталуы', 'Окончание', 'End'),
    hours,
    basis: field(
      ['основание', 'негіздеме'],
      'Негіздеме: шарт және бұйрық',
      'Основание: договор и приказ',
      'Basis: agreement and order',
    ),
    mentor,
    state: field(['состояние', 'күйі'], 'Күйі', 'Состояние', 'State'),
  },
  read: readPlacementFacts,
  daysOf: line => [line.startsOn, line.endsOn],
  row: (line, language) => {
    const locale = locales[language];
    const planned = line.hoursEnterprise ?? line.hoursPlanned;
    return {
      student: fullName(studentOf(line)),
      group: line.groupCode ?? nothing,
      course: line.course === null ? nothing : String(line.course),
      specialty: coded(line.specialtyCode, line.specialtyRu, line.specialtyKk, language) || nothing,
      firm: firmOf(line, language),
      practice: practiceIn(line, language),
      start: locale.date(line.startsOn),
      end: locale.date(line.endsOn),
      hours: planned === null ? nothing : locale.number(planned),
      basis: basisOf(line, language) || nothing,
      mentor: line.mentorName ?? nothing,
      state: translators[language].dynamic(`states.placement.${line.state}`),
    };
  },
});

/** The journal of safety briefings: what was entered of each, and room for both signatures. */
export const briefingRegister = register({
  kind: 'briefingRegister',
  file: 'briefing-register',
  list: [
    'briefings',
    field(['инструктажи', 'нұсқамалар'], 'Нұсқамалар тізімі', 'Список инструктажей', 'List of briefings'),
  ],
  fields: {
    date: field(['дата', 'күні'], 'Нұсқаманың күні', 'Дата инструктажа', 'Date of the briefing'),
    entry: field(['запись', 'жазба'], 'Журналдағы нөмірі', 'Номер записи в журнале', 'Journal number'),
    student,
    born: field(['дата_рождения', 'туған_күні'], 'Туған күні', 'Дата рождения', 'Date of birth'),
    group,
    firm,
    practice,
    start: field(['начало', 'басталуы'], 'Тәжірибенің басталуы', 'Начало практики', 'Start'),
    mentor,
  },
  read: readPlacementFacts,
  daysOf: line => [line.briefingOn],
  row: (line, language) => ({
    date: locales[language].date(line.briefingOn),
    entry: line.briefingJournal ?? '',
    student: fullName(studentOf(line)),
    born: locales[language].date(line.bornOn) || nothing,
    group: line.groupCode ?? nothing,
    firm: firmOf(line, language),
    practice: practiceIn(line, language),
    start: locales[language].date(line.startsOn),
    mentor: line.mentorName ?? '',
  }),
});

/** The journal of visits to firms. */
export const visitRegister = register({
  kind: 'visitRegister',
  file: 'visit-register',
  list: ['visits', field(['посещения', 'барулар'], 'Барулар тізімі', 'Список посещений', 'List of visits')],
  fields: {
    plannedOn: visitFields.plannedOn,
    visitedOn: visitFields.visitedOn,
    firm,
    purpose: visitFields.purpose,
    visitor: visitFields.visitor,
    findings: visitFields.findings,
    nextStep: visitFields.nextStep,
    stepDone: field(['шаг_выполнен', 'қадам_орындалды'], 'Қадам орындалған күн', 'Шаг выполнен', 'Step done on'),
  },
  read: readVisitLines,
  daysOf: line => [line.doneOn ?? line.plannedOn],
  row: (line, language) => {
    const locale = locales[language];
    return {
      plannedOn: locale.date(line.plannedOn) || nothing,
      visitedOn: locale.date(line.doneOn) || nothing,
      firm: firmOf(line, language),
      purpose: translators[language].dynamic(`states.visitPurpose.${line.purpose}`),
      visitor: line.visitor ?? nothing,
      findings: line.findings ?? nothing,
      nextStep: joined(' – ', line.nextStep, locale.date(line.nextOn)) || nothing,
      stepDone: locale.date(line.stepDoneOn) || nothing,
    };
  },
});

/** The register of mentors at firms, each with the students of the school year in which the paper is dated. */
export const mentorRegister = register({
  kind: 'mentorRegister',
  file: 'mentor-register',
  list: [
    'mentors',
    field(['наставники', 'тәлімгерлер'], 'Тәлімгерлер тізімі', 'Список наставников', 'List of mentors'),
  ],
  fields: {
    mentor,
    position: field(['должность', 'лауазымы'], 'Лауазымы', 'Должность', 'Position'),
    firm,
    phone: field(['телефон'], 'Телефоны', 'Телефон', 'Phone'),
    studentCount: field(
      ['обучающихся', 'білім_алушылар_саны'],
      'Білім алушылар саны',
      'Количество обучающихся',
      'Number of students',
    ),
    students: field(
      ['обучающиеся', 'білім_алушылар'],
      'Бекітілген білім алушылар',
      'Закреплённые обучающиеся',
      'Students of the mentor',
    ),
  },
  records: "EXISTS (SELECT 1 FROM json_each(roles) WHERE value = 'mentor')",
  read: (db, ids, issuedOn) => {
    const { schoolYearStartMonth } = readSettings(db);
    const year = schoolYearPeriod(schoolYearOf(issuedOn, schoolYearStartMonth), schoolYearStartMonth);
    return readMentorLines(db, ids, { on: issuedOn, year });
  },
  row: (line, language) => ({
    mentor: line.name,
    position: line.position ?? nothing,
    firm: firmOf(line, language),
    phone: line.phone === null ? nothing : readablePhone(line.phone),
    studentCount: String(line.students.length),
    students:
      line.students
        .map(one => joined(' ', shortName(studentOf(one)), one.groupCode === null ? '' : `(${one.groupCode})`))
        .join(', ') || nothing,
  }),
});
