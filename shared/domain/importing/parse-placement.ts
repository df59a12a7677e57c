import { type Period, parsePeriod } from '../dates.ts';
import type { Choice, PlacementDraft } from './drafts.ts';
import { detailsOfFirm } from './firm-details.ts';
import { besideAgreement } from './parse-agreement.ts';
import {
  courseAround,
  firmOfRow,
  groupOfSection,
  person,
  type Surroundings,
  specialtyAround,
  studentReference,
  textsAround,
} from './parse-common.ts';
import { personCell } from './person-cell.ts';
import type { RowReader } from './row-reader.ts';
import {
  dateInside,
  documentNumber,
  lastDayOf,
  monthPeriod,
  periodIn,
  schoolPeriod,
  shownPeriod,
  yearsAlone,
} from './text-dates.ts';
import { findValueInside, placementStates, practiceTypes } from './values.ts';

/** Reads a row of a distribution to practice. */
export function parsePlacement(reader: RowReader, around: Surroundings): PlacementDraft | null {
  const { cell, ...firm } = firmOfRow(reader, around);
  const found = studentReference(reader, 'fullName', 'iin');
  const student = { ...found, groupCode: found.groupCode ?? groupOfSection(around) };
  if (student.iin === null && student.surname === null) reader.note('fullName', 'error', 'missingStudent');
  const period = periodOf(reader, around);
  if (period === null) return null;
  const order = reader.text('order', 120) ?? orderOfTitle(reader, around);
  const dated = order === null ? null : dateInside(order);
  const specialty = reader.coded('specialty', 'specialtyName', specialtyAround(around));
  const qualification = reader.coded('qualification', '');
  reader.comparePair(specialty, qualification);
  const mentorText = reader.text('mentorName', 200);
  const mentor = mentorText === null ? null : personCell(mentorText);
  const orderNumber = reader.text('orderNumber', 60) ?? (order === null ? null : (dated?.rest ?? order));
  const practiceType = practiceTypeOf(reader, around);
  return {
    entity: 'placement',
    student,
    firm,
    firmDetails: detailsOfFirm(reader, cell),
    agreement: besideAgreement(reader, around, { firm, student, practiceType: practiceType.code }),
    practiceType,
    startsOn: period.start,
    endsOn: period.end,
    hoursPlanned: reader.count('hours', 0, 5000),
    hoursEnterprise: reader.count('hoursEnterprise', 0, 5000),
    course: reader.has('course') ? reader.course('course') : courseAround(around),
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
    state: reader.known('state', placementStates),
    hired: reader.yesNo('hired'),
    workplace: reader.text('workplace', 200),
    notes: reader.text('notes', 4000),
  };
}

/** The dates of a placement: two columns, one column, or the title of the sheet; a placement cannot be without. */
function periodOf(reader: RowReader, around: Surroundings): Period | null {
  const texts = textsAround(around);
  for (const field of ['period', 'startsOn', 'endsOn']) {
    const text = reader.shown(field);
    const reading = text === '' ? null : periodIn(text, texts);
    if (reading?.kind === 'ok') {
      if (schoolPeriod(text, texts, true) !== null)
        reader.note(
          field,
          'repaired',
          'periodFromYears',
          `${text} → ${shownPeriod(reading.value.start, reading.value.end)}`,
        );
      return reading.value;
    }
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
  const lasting = reader.shown('endsOn') || reader.shown('period');
  const last = starting === null ? null : lastDayOf(starting, lasting);
  if (starting !== null && last !== null) {
    reader.note('endsOn', 'repaired', 'endFromDuration', `${lasting} → ${shownPeriod(null, last)}`);
    return { start: starting, end: last };
  }
  const said = ['period', 'startsOn', 'endsOn'].find(field => reader.shown(field) !== '');
  const unasked = !['period', 'startsOn', 'endsOn'].some(field => reader.has(field));
  const above = said === undefined ? periodAround(texts, unasked) : null;
  if (above !== null) {
    reader.note('period', 'repaired', 'periodFromTitle', above.title);
    return above.period;
  }
  reader.note(said ?? 'period', 'error', said === undefined ? 'missingPeriod' : 'periodUnreadable');
  return null;
}

/** Days in a line between the rows or in a title; where no column is for them, also the school year or half that is named there. */
function periodAround(
  texts: readonly string[],
  years: boolean,
): { readonly title: string; readonly period: Period } | null {
  for (const title of texts) {
    const reading = parsePeriod(datesIn(title));
    if (reading.kind === 'ok') return { title, period: reading.value };
    const months = monthPeriod(title);
    if (months !== null) return { title, period: months };
  }
  for (const title of years ? texts : []) {
    const period = schoolPeriod(title, texts);
    if (period !== null) return { title, period };
  }
  for (const title of years ? texts : []) {
    const period = yearsAlone(title);
    if (period !== null) return { title, period };
  }
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

const datesInTitle = [
  /\d{1,2}[./]\d{1,2}[./]\d{2,4}.*\d{1,2}[./]\d{1,2}[./]\d{2,4}/u,
  /\d{1,2}[./]\d{1,2}\s*(?:[-–—]|по|до)\s*\d{1,2}[./]\d{1,2}[./]\d{2,4}/u,
  /\d{1,2}\s+\p{L}{3,}(?:\s+\d{4}\s*(?:г\.?|года)?)?\s*(?:[-–—]|по|до)\s*\d{1,2}\s+\p{L}{3,}\s+\d{4}/u,
  /\d{4}\s*(?:ж\.|жыл\p{L}*)\s*\d{1,2}\s+\p{L}{3,}\s+(?:(?:мен|пен|бен)\s+)?(?:\d{4}\s*(?:ж\.|жыл\p{L}*)\s*)?\d{1,2}\s+\p{L}{3,}/u,
];

/** The part of a title between its first and its last date. */
function datesIn(title: string): string {
  for (const pattern of datesInTitle) {
    const found = pattern.exec(title)?.[0];
    if (found !== undefined) return found;
  }
  return '';
}

function practiceTypeOf(reader: RowReader, around: Surroundings): Choice {
  const said = reader.choice('practiceType', practiceTypes);
  if (said.code !== null || said.name !== null) return said;
  for (const title of textsAround(around)) {
    const code = findValueInside(practiceTypes, title);
    if (code !== null) return { code, name: null };
  }
  reader.note('practiceType', 'warning', 'assumedPracticeType', '');
  return { code: 'industrial', name: null };
}
