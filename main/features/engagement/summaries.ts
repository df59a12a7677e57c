import type { Input, Output } from '#shared/contract/index.ts';
import { schoolYearOf, schoolYearPeriod } from '#shared/domain/dates.ts';
import type { ReadDb } from '../../database/handles.ts';
import { firmSortKey, nameSql } from '../../database/localized-name.ts';
import { readSettings } from '../settings/queries.ts';
import { promiseStateSql } from './queries.ts';

/** Firms shown by name; the sums count all. */
const mostFirms = 200;

const countsSql = (today: string): string => {
  const state = promiseStateSql(today);
  const of = (name: string): string => `coalesce(sum(${state} = '${name}'), 0) AS ${name}`;
  return `count(*) AS promised, ${(['open', 'late', 'kept', 'keptLate'] as const).map(of).join(', ')}`;
};

type Counts = Output<'promises.ledger'>['sides'][number]['counts'];

/** What each side has promised and how it was kept: overall, and per firm with what is late first. */
export function promiseLedger(db: ReadDb, today: string): Output<'promises.ledger'> {
  const bySide = new Map(
    db
      .all<Counts & { side: string }>(`SELECT p.side, ${countsSql(today)} FROM promise p GROUP BY p.side`)
      .map(({ side, ...counts }) => [side, counts]),
  );
  const nothing: Counts = { promised: 0, open: 0, late: 0, kept: 0, keptLate: 0 };
  const firms = db.all<Counts & { id: string; name: string }>(
    `SELECT f.id, ${nameSql('f')} AS name, c.promised, c.open, c.late, c.kept, c.keptLate
       FROM (SELECT p.firm_id, ${countsSql(today)} FROM promise p GROUP BY p.firm_id ORDER BY late DESC, promised DESC, p.firm_id LIMIT ?) c
       JOIN firm f ON f.id = c.firm_id ORDER BY c.late DESC, f.${firmSortKey(db)}, f.id`,
    mostFirms,
  );
  return {
    sides: (['college', 'firm'] as const).map(side => ({ side, counts: bySide.get(side) ?? nothing })),
    firms: firms.map(({ id, name, ...counts }) => ({ id, name, counts })),
    firmsTotal: db.value<number>('SELECT count(DISTINCT firm_id) FROM promise') ?? 0,
  };
}

/** Challenges by level and the school year in which they were raised, the newest year first. */
export function challengeSummary(db: ReadDb, _input: Input<'challenges.summary'>): Output<'challenges.summary'> {
  const { schoolYearStartMonth } = readSettings(db);
  const months = db.all<{ month: string; level: Output<'challenges.summary'>['cells'][number]['level'] } & Open>(
    `SELECT substr(c.raised_on, 1, 7) AS month, c.level, count(*) AS total, sum(c.status IN ('open', 'inProgress')) AS open
       FROM challenge c GROUP BY month, c.level`,
  );
  const cells = new Map<string, Output<'challenges.summary'>['cells'][number]>();
  for (const { month, level, total, open } of months) {
    const year = schoolYearOf(`${month}-01`, schoolYearStartMonth);
    const key = `${year} ${level}`;
    const known = cells.get(key);
    cells.set(key, { year, level, total: total + (known?.total ?? 0), open: open + (known?.open ?? 0) });
  }
  const years = [...new Set([...cells.values()].map(({ year }) => year))].toSorted((left, right) => right - left);
  return {
    years: years.map(year => {
      const { start, end } = schoolYearPeriod(year, schoolYearStartMonth);
      return { year, from: start, to: end };
    }),
    cells: [...cells.values()],
  };
}

type Open = { readonly total: number; readonly open: number };
