import type { CalendarItem, CalendarKind } from '#shared/contract/calendar-view.ts';
import type { Language } from '#shared/contract/primitives.ts';
import { addDays } from '#shared/domain/dates.ts';
import { endOfTime } from '#shared/domain/effective.ts';
import { type Holiday, workCalendarOf } from '#shared/domain/holidays.ts';
import type { ReadDb } from '../../database/handles.ts';
import { dayLiteral, stateSql } from '../agreements/queries.ts';
import { readSettings } from '../settings/queries.ts';
import { calendarOptions, enteredDays, holidayNames } from './queries.ts';

/** What a source is asked: everything with a day from the first to the last one, named in a language. */
export type CalendarQuestion = {
  readonly from: string;
  readonly to: string;
  readonly today: string;
  readonly language: Language;
};

/** A name in the columns of a row: the Kazakh or English one where the language has it, otherwise the Russian one. */
export const nameIn = (language: Language, alias: string, english = false): string => {
  if (language === 'kk') return `ifnull(nullif(${alias}.name_kk, ''), ${alias}.name_ru)`;
  return english && language === 'en' ? `ifnull(nullif(${alias}.name_en, ''), ${alias}.name_ru)` : `${alias}.name_ru`;
};

type Row = {
  readonly id: string;
  readonly title: string;
  readonly detail: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly firmId: string | null;
  readonly firmName: string | null;
  readonly state: string | null;
  readonly done: number;
  readonly revision: number;
};

type Source = {
  readonly entity: string;
  /** Rows of `id, title, detail, startsOn, endsOn, firmId, firmName, state, done, revision`; the period as the first two values. */
  readonly sql: (question: CalendarQuestion, db: ReadDb) => string;
  readonly values?: (question: CalendarQuestion) => readonly unknown[];
  readonly stays?: (row: Row) => CalendarItem['stays'];
  /** SQL of day and number of the items of one day, for a whole year at once; the period as the two values. */
  readonly perDay: (question: CalendarQuestion) => string;
};

type OwnKind = Exclude<CalendarKind, 'placement' | 'holiday'>;

const signed = "a.stage IN ('signed', 'terminated')";
/** A task that the calendar shows: the officer's own, or one she has put off to a day. */
const taskDay = "CASE t.state WHEN 'snoozed' THEN t.snoozed_until ELSE t.due_on END";
const shownTask = "(t.kind = 'own' OR t.state = 'snoozed')";

const interaction =
  (kind: 'visit' | 'meeting') =>
  ({ language }: CalendarQuestion): string =>
    `SELECT i.id, ${nameIn(language, 'f')} AS title, i.summary AS detail, i.happened_on AS startsOn, i.happened_on AS endsOn,
        f.id AS firmId, ${nameIn(language, 'f')} AS firmName, NULL AS state, 0 AS done, i.revision
      FROM interaction i JOIN firm f ON f.id = i.firm_id WHERE i.happened_on BETWEEN ? AND ? AND i.kind = '${kind}'`;

const interactionsPerDay = (kind: 'visit' | 'meeting') => (): string =>
  `SELECT happened_on AS day, count(*) AS count FROM interaction WHERE happened_on BETWEEN ? AND ? AND kind = '${kind}' GROUP BY 1`;

const visits: Source = {
  entity: 'visit',
  sql: ({ language, today }) =>
    `SELECT v.id, ${nameIn(language, 'f')} AS title, ifnull(nullif(trim(ifnull(v.visitor, '') || ' · ' || ifnull(s.surname, ''), ' ·'), ''), '') AS detail, v.on_day AS startsOn, v.on_day AS endsOn,
        f.id AS firmId, ${nameIn(language, 'f')} AS firmName,
        'visit.' || CASE WHEN v.done_on IS NOT NULL THEN 'done' WHEN v.planned_on < ${dayLiteral(today)} THEN 'late' ELSE 'planned' END AS state,
        v.done_on IS NOT NULL AS done, v.revision
      FROM visit v JOIN firm f ON f.id = v.firm_id LEFT JOIN placement p ON p.id = v.placement_id LEFT JOIN student s ON s.id = p.student_id
      WHERE v.on_day BETWEEN ? AND ?`,
  stays: row => (row.done === 1 ? 'done' : null),
  perDay: () => 'SELECT on_day AS day, count(*) AS count FROM visit WHERE on_day BETWEEN ? AND ? GROUP BY 1',
};

const stepsOfVisits: Source = {
  entity: 'visit',
  sql: ({ language }) =>
    `SELECT v.id, ifnull(v.next_step, '') AS title, ${nameIn(language, 'f')} AS detail, v.next_on AS startsOn, v.next_on AS endsOn,
        f.id AS firmId, ${nameIn(language, 'f')} AS firmName, NULL AS state, 0 AS done, v.revision
      FROM visit v JOIN firm f ON f.id = v.firm_id WHERE v.next_on BETWEEN ? AND ? AND v.step_done_on IS NULL`,
  perDay: () =>
    'SELECT next_on AS day, count(*) AS count FROM visit WHERE next_on BETWEEN ? AND ? AND step_done_on IS NULL GROUP BY 1',
};

/** Where the items of a kind come from. */
export const calendarSources: Readonly<Record<OwnKind, readonly Source[]>> = {
  agreementEnd: [
    {
      entity: 'agreement',
      sql: ({ language, today }, db) =>
        `SELECT a.id, '№ ' || a.number || ' · ' || ${nameIn(language, 'f')} AS title, ${nameIn(language, 't', true)} AS detail,
          v.last_on AS startsOn, v.last_on AS endsOn, f.id AS firmId, ${nameIn(language, 'f')} AS firmName,
          'agreement.' || ${stateSql('a', today, readSettings(db).expiringDays)} AS state, 0 AS done, a.revision
        FROM agreement_version v JOIN agreement a ON a.id = v.agreement_id JOIN firm f ON f.id = a.firm_id JOIN agreement_type t ON t.id = a.type_id
        WHERE v.last_on BETWEEN ? AND ? AND v.until_on = '${endOfTime}' AND ${signed}`,
      stays: () => 'signed',
      perDay: () =>
        `SELECT v.last_on AS day, count(*) AS count FROM agreement_version v JOIN agreement a ON a.id = v.agreement_id
        WHERE v.last_on BETWEEN ? AND ? AND v.until_on = '${endOfTime}' AND ${signed} GROUP BY 1`,
    },
  ],
  visit: [visits, { entity: 'interaction', sql: interaction('visit'), perDay: interactionsPerDay('visit') }],
  meeting: [{ entity: 'interaction', sql: interaction('meeting'), perDay: interactionsPerDay('meeting') }],
  council: [
    {
      entity: 'meeting',
      sql: ({ language }) =>
        `SELECT m.id, ${nameIn(language, 'c')} || ' · № ' || m.minute_number AS title, m.place AS detail, m.held_on AS startsOn, m.held_on AS endsOn,
          NULL AS firmId, NULL AS firmName, NULL AS state, 0 AS done, m.revision
        FROM meeting m JOIN council c ON c.id = m.council_id WHERE m.held_on BETWEEN ? AND ?`,
      perDay: () => 'SELECT held_on AS day, count(*) AS count FROM meeting WHERE held_on BETWEEN ? AND ? GROUP BY 1',
    },
  ],
  engagement: [
    {
      entity: 'engagement',
      // The second half finds what began earlier and is still going on.
      sql: ({ language }) =>
        `SELECT e.id, e.topic AS title, ${nameIn(language, 'k', true)} || ' · ' || ${nameIn(language, 'f')} AS detail, e.starts_on AS startsOn,
          ifnull(e.ends_on, e.starts_on) AS endsOn, f.id AS firmId, ${nameIn(language, 'f')} AS firmName, NULL AS state, 0 AS done, e.revision
        FROM engagement e JOIN firm f ON f.id = e.firm_id JOIN engagement_kind k ON k.id = e.kind_id
        WHERE ifnull(e.ends_on, e.starts_on) >= ? AND e.starts_on <= ?`,
      perDay: () =>
        'SELECT starts_on AS day, count(*) AS count FROM engagement WHERE starts_on BETWEEN ? AND ? GROUP BY 1',
    },
  ],
  promise: [
    {
      entity: 'promise',
      sql: ({ language, today }) =>
        `SELECT p.id, p.promise AS title, ${nameIn(language, 'f')} AS detail, p.due_on AS startsOn, p.due_on AS endsOn, f.id AS firmId, ${nameIn(language, 'f')} AS firmName,
          'promise.' || CASE WHEN p.delivered_on > p.due_on THEN 'keptLate' WHEN p.delivered_on IS NOT NULL THEN 'kept' WHEN p.due_on < ${dayLiteral(today)} THEN 'late' ELSE 'open' END AS state,
          p.delivered_on IS NOT NULL AS done, p.revision
        FROM promise p JOIN firm f ON f.id = p.firm_id WHERE p.due_on BETWEEN ? AND ?`,
      stays: row => (row.done === 1 ? 'done' : null),
      perDay: () => 'SELECT due_on AS day, count(*) AS count FROM promise WHERE due_on BETWEEN ? AND ? GROUP BY 1',
    },
  ],
  nextStep: [
    {
      entity: 'interaction',
      sql: ({ language }) =>
        `SELECT i.id, ifnull(i.next_step, '') AS title, ${nameIn(language, 'f')} AS detail, i.next_on AS startsOn, i.next_on AS endsOn,
          f.id AS firmId, ${nameIn(language, 'f')} AS firmName, NULL AS state, 0 AS done, i.revision
        FROM interaction i JOIN firm f ON f.id = i.firm_id WHERE i.next_on BETWEEN ? AND ? AND i.done_on IS NULL`,
      perDay: () =>
        'SELECT next_on AS day, count(*) AS count FROM interaction WHERE next_on BETWEEN ? AND ? AND done_on IS NULL GROUP BY 1',
    },
    stepsOfVisits,
  ],
  task: [
    {
      entity: 'task',
      sql: ({ language }) =>
        `SELECT t.id, coalesce(t.title, a.number, i.next_step, r.number, w.promise, ${nameIn(language, 'y', true)}, '') AS title, t.note AS detail,
          ${taskDay} AS startsOn, ${taskDay} AS endsOn, NULL AS firmId, NULL AS firmName,
          CASE t.kind WHEN 'own' THEN NULL ELSE 'taskKind.' || t.kind END AS state, t.state = 'done' AS done, t.revision
        FROM task t LEFT JOIN agreement a ON t.entity = 'agreement' AND a.id = t.entity_id
          LEFT JOIN interaction i ON t.entity = 'interaction' AND i.id = t.entity_id
          LEFT JOIN request r ON t.entity = 'request' AND r.id = t.entity_id
          LEFT JOIN promise w ON t.entity = 'promise' AND w.id = t.entity_id
          LEFT JOIN practice_type y ON t.entity = 'practiceType' AND y.id = t.entity_id
        WHERE ${taskDay} BETWEEN ? AND ? AND ${shownTask}`,
      stays: row => (row.done === 1 ? 'done' : null),
      perDay: () =>
        `SELECT ${taskDay} AS day, count(*) AS count FROM task t WHERE day BETWEEN ? AND ? AND ${shownTask} GROUP BY 1`,
    },
  ],
};

export const ownKinds = Object.keys(calendarSources) as readonly OwnKind[];

/** The items of one kind in a period. */
export function itemsOf(db: ReadDb, kind: OwnKind, question: CalendarQuestion): CalendarItem[] {
  return calendarSources[kind].flatMap(source => rowsOf(db, kind, source, question));
}

function rowsOf(db: ReadDb, kind: OwnKind, source: Source, question: CalendarQuestion): CalendarItem[] {
  return db.all<Row>(source.sql(question, db), question.from, question.to).map(row => ({
    key: `${kind}-${row.id}`,
    kind,
    entity: source.entity,
    entityId: row.id,
    title: row.title,
    detail: row.detail ?? '',
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    firmId: row.firmId,
    firmName: row.firmName,
    state: row.state,
    done: row.done === 1,
    revision: row.revision,
    stays: source.stays?.(row) ?? null,
    count: 1,
    bar: null,
  }));
}

/** Days off and decreed working days; the officer's own rows can be moved, those of the law cannot. */
export function holidayItems(db: ReadDb, { from, to, language }: CalendarQuestion): CalendarItem[] {
  const entered = enteredDays(db);
  const rows = new Map(entered.map(row => [row.day, row]));
  // A holiday moves by a few days, so the days just outside decide about those inside.
  const calendar = workCalendarOf({ start: addDays(from, -10), end: addDays(to, 10) }, calendarOptions(entered));
  const item = (day: string, names: ReturnType<typeof holidayNames>, working: boolean): CalendarItem => {
    const row = rows.get(day);
    return {
      key: `holiday-${day}`,
      kind: 'holiday',
      entity: 'holiday',
      entityId: row?.id ?? null,
      title: { kk: names.nameKk, ru: names.nameRu, en: names.nameEn }[language],
      detail: '',
      startsOn: day,
      endsOn: day,
      firmId: null,
      firmName: null,
      state: working ? 'dayKind.workday' : null,
      done: false,
      revision: row?.revision ?? 0,
      stays: row === undefined ? 'law' : null,
      count: 1,
      bar: null,
    };
  };
  const inside = (day: string): boolean => day >= from && day <= to;
  return [
    ...calendar.holidays
      .filter(({ date }) => inside(date))
      .map((holiday: Holiday) => item(holiday.date, holidayNames(holiday, entered), false)),
    ...calendar.workdays.filter(inside).map(day => {
      const row = rows.get(day);
      return item(day, { nameRu: row?.nameRu ?? '', nameKk: row?.nameKk ?? '', nameEn: row?.nameRu ?? '' }, true);
    }),
  ];
}
