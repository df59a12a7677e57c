import { parsePeriod } from '../dates.ts';
import type { PlacementDraft } from './drafts.ts';
import { groupOfSection, person, type Surroundings, studentReference } from './parse-common.ts';
import { dateInside, documentNumber, monthPeriod, personCell, type RowReader } from './row-reader.ts';
import { findValueInside, placementStates, practiceTypes } from './values.ts';

/** Reads a row of a distribution to practice. */
export function parsePlacement(reader: RowReader, around: Surroundings): PlacementDraft | null {
  const firm = reader.firm();
  if (firm.name === null && firm.bin === null) reader.note('firmName', 'error', 'missingFirm');
  const found = studentReference(reader, 'fullName', 'iin');
  const student = { ...found, groupCode: found.groupCode ?? groupOfSection(around) };
  if (student.iin === null && student.surname === null) reader.note('fullName', 'error', 'missingStudent');
  const period = periodOf(reader, around);
  if (period === null) return null;
  const order = reader.text('order', 120) ?? orderOfTitle(reader, around);
  const dated = order === null ? null : dateInside(order);
  const specialty = reader.coded('specialty', 'specialtyName');
  const qualification = reader.coded('qualification', '');
  reader.comparePair(specialty, qualification);
  const mentorText = reader.text('mentorName', 200);
  const mentor = mentorText === null ? null : personCell(mentorText);
  const orderNumber = reader.text('orderNumber', 60) ?? (order === null ? null : (dated?.rest ?? order));
  const agreement = reader.text('agreementNumber', 120);
  return {
    entity: 'placement',
    student,
    firm,
    practiceType: practiceTypeOf(reader, around),
    startsOn: period.start,
    endsOn: period.end,
    hoursPlanned: reader.count('hours', 0, 5000),
    hoursEnterprise: reader.count('hoursEnterprise', 0, 5000),
    course: reader.course('course'),
    specialty,
    qualification,
    mentor:
      mentor === null
        ? null
        : person(
            mentor.name,
            reader.text('mentorPosition', 200) ?? mentor.position,
            reader.phone('mentorPhone') ?? mentor.phone,
            null,
            ['mentor'],
          ),
    supervisor: reader.text('supervisor', 200),
    orderNumber: orderNumber === null ? null : documentNumber(orderNumber),
    orderDate: reader.date('orderDate') ?? dated?.date ?? null,
    agreementNumber: agreement === null ? null : documentNumber(dateInside(agreement)?.rest ?? agreement),
    state: reader.known('state', placementStates),
    hired: reader.yesNo('hired'),
    workplace: reader.text('workplace', 200),
    notes: reader.text('notes', 4000),
  };
}

/** The dates of a placement: two columns, one column, or the title of the sheet; a placement cannot be without. */
function periodOf(reader: RowReader, around: Surroundings): { start: string; end: string } | null {
  for (const field of ['period', 'startsOn', 'endsOn']) {
    const text = reader.shown(field);
    const reading = text === '' ? null : parsePeriod(text);
    if (reading?.kind === 'ok') return reading.value;
    const months = monthPeriod(text);
    if (months !== null) return months;
    if (reading?.kind === 'problem' && reading.problem === 'backwards') {
      reader.note(field, 'error', 'periodBackwards');
      return null;
    }
  }
  const starting = reader.date('startsOn') ?? (reader.has('startsOn') ? null : reader.date('period'));
  const ending = reader.date('endsOn');
  if (starting !== null && ending !== null) {
    if (starting <= ending) return { start: starting, end: ending };
    reader.note('endsOn', 'error', 'endBeforeStart');
    return null;
  }
  const said = ['period', 'startsOn', 'endsOn'].find(field => reader.shown(field) !== '');
  if (said === undefined) {
    for (const title of around.section === null ? around.titles : [around.section, ...around.titles]) {
      const reading = parsePeriod(datesIn(title));
      if (reading.kind === 'ok') {
        reader.note('period', 'repaired', 'periodFromTitle', title);
        return reading.value;
      }
    }
  }
  reader.note(said ?? 'period', 'error', said === undefined ? 'missingPeriod' : 'periodUnreadable');
  return null;
}

/** «Приказ № 45-П от 28.08.2025» above the table is the order of every row that names none. */
function orderOfTitle(reader: RowReader, { titles }: Surroundings): string | null {
  if (reader.text('orderNumber', 60) !== null) return null;
  for (const title of titles) {
    const found = /(?:приказ\p{L}*|бұйры[қғ]\p{L}*|order)\s*:?\s*((?:№|N[oо]?\.?)\s*\S*\d.*)$/iu.exec(title);
    if (found?.[1] === undefined || dateInside(found[1]) === null) continue;
    reader.note('order', 'repaired', 'orderFromTitle', title);
    return found[1];
  }
  return null;
}

/** The part of a title between its first and its last date. */
function datesIn(title: string): string {
  const match = /\d{1,2}[./]\d{1,2}[./]\d{2,4}.*\d{1,2}[./]\d{1,2}[./]\d{2,4}/u.exec(title);
  return match === null ? '' : match[0];
}

function practiceTypeOf(reader: RowReader, around: Surroundings): { code: string | null; name: string | null } {
  const said = reader.choice('practiceType', practiceTypes);
  if (said.code !== null || said.name !== null) return said;
  for (const title of around.section === null ? around.titles : [around.section, ...around.titles]) {
    const code = findValueInside(practiceTypes, title);
    if (code !== null) return { code, name: null };
  }
  reader.note('practiceType', 'warning', 'assumedPracticeType', '');
  return { code: 'industrial', name: null };
}
