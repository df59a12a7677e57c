import { placed } from '#shared/domain/addresses.ts';
import { addDays } from '#shared/domain/dates.ts';
import { depthOf } from '#shared/domain/depth-ladder.ts';
import { readablePhone } from '#shared/domain/phone-text.ts';
import { createTranslator, type Translator } from '#shared/text/index.ts';
import type { ReadDb } from '../../database/handles.ts';
import type { HandoverPack, HandoverPart, HandoverTable } from '../../documents/handover-docx.ts';
import type { Job } from '../../jobs/job-board.ts';
import { inForceSql, lastDay } from '../agreements/queries.ts';
import { firmTimeline } from '../firms/queries.ts';
import { readSettings } from '../settings/queries.ts';
import { rungsOf } from './depth.ts';

type Language = 'kk' | 'ru' | 'en';
/** Rows of one firm, each cell a stored value. */
type Row = Readonly<Record<string, string | null>> & { readonly firmId: string; readonly firm: string };

/** The last things that have happened with a partner. */
const historyLines = 12;

const asked = 'json_each(@ids) wanted CROSS JOIN firm f ON f.id = wanted.value';
const nameIn = (alias: string, language: Language): string =>
  language === 'kk' ? `ifnull(nullif(${alias}.name_kk, ''), ${alias}.name_ru)` : `${alias}.name_ru`;

/** Everything open with the firms asked for, one statement per kind, in the order of its days. */
function openMatters(db: ReadDb, ids: readonly string[], language: Language, today: string) {
  const values = { ids: JSON.stringify(ids), today };
  const all = (columns: string, rest: string, order: string): Row[] =>
    db.all<Row>(
      `SELECT f.id AS firmId, ${nameIn('f', language)} AS firm, ${columns} FROM ${asked} ${rest} ORDER BY ${order}, wanted.key`,
      values,
    );
  return {
    promises: all(
      'p.side, p.promise, p.due_on AS day',
      'JOIN promise p ON p.firm_id = f.id AND p.delivered_on IS NULL',
      'p.due_on IS NULL, p.due_on',
    ),
    steps: all(
      'i.next_step AS step, i.next_on AS day',
      'JOIN interaction i ON i.firm_id = f.id AND i.next_on IS NOT NULL AND i.done_on IS NULL',
      'i.next_on',
    ),
    agreements: all(
      `a.number, ${nameIn('t', language)} AS type, ${lastDay('a')} AS day`,
      `JOIN agreement a ON a.firm_id = f.id AND ${inForceSql('a', today, today)} JOIN agreement_type t ON t.id = a.type_id`,
      'day IS NULL, day',
    ),
    requests: all(
      'r.number, r.module, r.state, r.received_on AS day',
      "JOIN request r ON r.firm_id = f.id AND r.state NOT IN ('rejected', 'effectChecked')",
      'r.received_on',
    ),
    people: all(
      'c.name, c.position, c.phone, c.email, c.roles, NULL AS day',
      'JOIN contact c ON c.firm_id = f.id',
      'c.sort_key',
    ),
  };
}

type Matters = ReturnType<typeof openMatters>;
type Kind = Exclude<keyof Matters, 'people'>;

/** The words of one open matter, without its firm. */
function cells(t: Translator, kind: Kind, row: Row): readonly string[] {
  const text = (field: string): string => row[field] ?? '';
  const day = row['day'] == null ? '' : t.locale.date(row['day']);
  switch (kind) {
    case 'promises':
      return [day, t.dynamic(`states.promiseSide.${text('side')}`), text('promise')];
    case 'steps':
      return [day, text('step')];
    case 'agreements':
      return [day === '' ? t('partnership.handover.openEnded') : day, `№ ${text('number')}`, text('type')];
    case 'requests':
      return [day, `№ ${text('number')}`, text('module'), t.dynamic(`states.request.${text('state')}`)];
  }
}

const widths: Readonly<Record<Kind, readonly number[]>> = {
  promises: [14, 14, 48],
  steps: [14, 62],
  agreements: [16, 18, 42],
  requests: [14, 12, 32, 18],
};

function headsOf(t: Translator, kind: Kind): readonly string[] {
  const h = (
    name: 'due' | 'side' | 'promise' | 'step' | 'until' | 'number' | 'kind' | 'received' | 'module' | 'state',
  ) => t(`partnership.handover.heads.${name}`);
  switch (kind) {
    case 'promises':
      return [h('due'), h('side'), h('promise')];
    case 'steps':
      return [h('due'), h('step')];
    case 'agreements':
      return [h('until'), h('number'), h('kind')];
    case 'requests':
      return [h('received'), h('number'), h('module'), h('state')];
  }
}

const kinds: readonly Kind[] = ['promises', 'steps', 'agreements', 'requests'];

function tableOf(t: Translator, kind: Kind, rows: readonly Row[], withFirm: boolean): HandoverTable {
  const own = headsOf(t, kind);
  return {
    title: t(`partnership.handover.${kind}`),
    heads: withFirm ? [t('partnership.handover.heads.firm'), ...own] : own,
    widths: withFirm ? [30, ...widths[kind]] : widths[kind],
    rows: rows.map(row => (withFirm ? [row.firm, ...cells(t, kind, row)] : cells(t, kind, row))),
  };
}

function peopleTable(t: Translator, rows: readonly Row[]): HandoverTable {
  const heads = ['person', 'position', 'phone', 'email', 'roles'] as const;
  return {
    title: t('partnership.handover.people'),
    heads: heads.map(head => t(`partnership.handover.heads.${head}`)),
    widths: [24, 20, 18, 22, 16],
    rows: rows.map(row => {
      const roles = JSON.parse(row['roles'] ?? '[]') as string[];
      return [
        row['name'] ?? '',
        row['position'] ?? '',
        readablePhone(row['phone'] ?? ''),
        row['email'] ?? '',
        roles.map(role => t.dynamic(`states.role.${role}`)).join(', '),
      ];
    }),
  };
}

function historyTable(db: ReadDb, t: Translator, firmId: string, today: string): HandoverTable {
  return {
    title: t('partnership.handover.history'),
    heads: (['day', 'event'] as const).map(head => t(`partnership.handover.heads.${head}`)),
    widths: [12, 88],
    rows: firmTimeline(db, { id: firmId, limit: historyLines }, today).map(event => [
      t.locale.date(event.on),
      event.kind === 'interaction'
        ? `${t.locale.capitalize(t.dynamic(`states.interactionKind.${event.detail}`))}. ${event.title}`
        : `${t.dynamic(`relations.events.${event.kind}`, { count: event.count })}${event.title === '' ? '' : ` № ${event.title}`}`,
    ]),
  };
}

type FirmRow = {
  readonly id: string;
  readonly name: string;
  readonly bin: string | null;
  readonly city: string | null;
  readonly address: string | null;
  readonly status: string;
  readonly notes: string | null;
  readonly students: number;
};

type ByFirm = Readonly<Record<keyof Matters, ReadonlyMap<string, readonly Row[]>>>;

function groupedByFirm(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const known = groups.get(row.firmId);
    if (known === undefined) groups.set(row.firmId, [row]);
    else known.push(row);
  }
  return groups;
}

const byFirm = ({ promises, steps, agreements, requests, people }: Matters): ByFirm => ({
  promises: groupedByFirm(promises),
  steps: groupedByFirm(steps),
  agreements: groupedByFirm(agreements),
  requests: groupedByFirm(requests),
  people: groupedByFirm(people),
});

function partOf(db: ReadDb, t: Translator, firm: FirmRow, matters: ByFirm, today: string): HandoverPart {
  const own = (kind: keyof Matters): readonly Row[] => matters[kind].get(firm.id) ?? [];
  const fact = (key: 'bin' | 'place' | 'status' | 'depth' | 'students' | 'notes', value: string) =>
    [t(`partnership.handover.facts.${key}`), value] as const;
  return {
    title: firm.name,
    facts: [
      fact('bin', firm.bin ?? ''),
      fact('place', placed(firm.city ?? '', firm.address ?? '')),
      fact('status', t.dynamic(`states.firm.${firm.status}`)),
      fact('depth', t(`states.depth.${depthOf(rungsOf(db, firm.id, today))}`)),
      fact('students', String(firm.students)),
      fact('notes', firm.notes ?? ''),
    ],
    tables: [
      peopleTable(t, own('people')),
      ...kinds.map(kind => tableOf(t, kind, own(kind), false)),
      historyTable(db, t, firm.id, today),
    ],
  };
}

/** Firms of the whole desk: partners, and anybody else with something open. */
export const deskSql = `SELECT f.id FROM firm f WHERE f.status = 'active'
    OR EXISTS (SELECT 1 FROM promise p WHERE p.firm_id = f.id AND p.delivered_on IS NULL)
    OR EXISTS (SELECT 1 FROM interaction i WHERE i.firm_id = f.id AND i.next_on IS NOT NULL AND i.done_on IS NULL)
    OR EXISTS (SELECT 1 FROM request r WHERE r.firm_id = f.id AND r.state IN ('submitted', 'underReview', 'deferred'))
  ORDER BY f.sort_key, f.id`;

/** What whoever takes over the given firms must know on a day; one step of the job for each firm. Errors: cancelled. */
export async function handoverPack(
  db: ReadDb,
  ids: readonly string[],
  { language, today, job }: { readonly language: Language; readonly today: string; readonly job: Pick<Job, 'step'> },
): Promise<HandoverPack> {
  const t = createTranslator(language);
  const settings = readSettings(db);
  const matters = openMatters(db, ids, language, today);
  const expiring = matters.agreements.filter(row => {
    const day = row['day'] ?? null;
    return day !== null && day <= addDays(today, settings.expiringDays);
  });
  const firms = db.all<FirmRow>(
    `SELECT f.id, ${nameIn('f', language)} AS name, f.bin, f.city, f.address, f.status, f.notes,
       (SELECT count(DISTINCT p.student_id) FROM placement p WHERE p.firm_id = f.id AND p.starts_on <= @today AND p.ends_on >= @today AND p.state IN ('started', 'interrupted')) AS students
     FROM ${asked} ORDER BY wanted.key`,
    { ids: JSON.stringify(ids), today },
  );
  const [first] = firms;
  const grouped = byFirm(matters);
  const parts: HandoverPart[] = [];
  for (const firm of firms) {
    parts.push(partOf(db, t, firm, grouped, today));
    await job.step();
  }
  const summary: HandoverTable[] = [
    tableOf(t, 'promises', matters.promises, true),
    tableOf(t, 'steps', matters.steps, true),
    { ...tableOf(t, 'agreements', expiring, true), title: t('partnership.handover.expiring') },
    tableOf(t, 'requests', matters.requests, true),
  ];
  return {
    title: t('partnership.handover.title'),
    subtitle: t('partnership.handover.subtitle', {
      date: t.locale.dateLong(today),
      officer: settings.officer,
      firms:
        firms.length === 1 && first !== undefined
          ? first.name
          : t('partnership.handover.firmCount', { count: firms.length }),
    }),
    summary: firms.length === 1 ? [] : summary,
    nothingOpen:
      firms.length > 1 || summary.every(({ rows }) => rows.length === 0) ? t('partnership.handover.nothingOpen') : '',
    parts,
  };
}
