import type { BarsBy, CalendarItem } from '#shared/contract/calendar-view.ts';
import type { Language } from '#shared/contract/primitives.ts';
import { createTranslator } from '#shared/text/index.ts';
import type { ReadDb } from '../../database/handles.ts';
import { type CalendarQuestion, nameIn } from './sources.ts';

/** Bars beyond this are counted, not sent: no screen shows them. */
const mostBars = 1500;

/** Placements that take no days. */
const idle = "('didNotStart')";
/** Up to here the dates are a plan; later they stand in an order or have been worked. */
const planned = "('planned', 'offered', 'confirmed')";

type Bar = {
  readonly ownerId: string | null;
  readonly practiceTypeId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly count: number;
  readonly first: string;
  readonly revision: number;
  readonly fixed: number;
  readonly over: number;
};

const ownerColumn = { group: 's.group_id', firm: 'p.firm_id' } as const;

const names = (db: ReadDb, sql: string, ids: readonly string[]): ReadonlyMap<string, string> =>
  new Map(db.all<{ id: string; name: string }>(sql, JSON.stringify(ids)).map(({ id, name }) => [id, name]));

const ownerSql = (by: BarsBy, language: Language): string =>
  by === 'group'
    ? 'SELECT g.id, g.code AS name FROM student_group g WHERE g.id IN (SELECT value FROM json_each(?))'
    : `SELECT f.id, ${nameIn(language, 'f')} AS name FROM firm f WHERE f.id IN (SELECT value FROM json_each(?))`;

type Single = {
  readonly id: string;
  readonly student: string;
  readonly firmId: string;
  readonly firmName: string;
  readonly state: string;
};

const singles = (db: ReadDb, ids: readonly string[], language: Language): ReadonlyMap<string, Single> =>
  new Map(
    db
      .all<Single>(
        `SELECT p.id, s.surname || ifnull(' ' || s.given_name, '') AS student, f.id AS firmId, ${nameIn(language, 'f')} AS firmName, p.state
           FROM placement p JOIN student s ON s.id = p.student_id JOIN firm f ON f.id = p.firm_id WHERE p.id IN (SELECT value FROM json_each(?))`,
        JSON.stringify(ids),
      )
      .map(row => [row.id, row]),
  );

/**
 * Placements with a day in the period, one bar per group or firm, practice and period. `left`: bars that were not sent, the
 * smallest ones.
 */
export function placementBars(
  db: ReadDb,
  { from, to, language }: CalendarQuestion,
  by: BarsBy,
): { readonly items: CalendarItem[]; readonly left: number } {
  // The index holds both days: without being told, SQLite reads every placement that ends later (160 ms instead of 40 at 100,000).
  const bars = db.all<Bar>(
    `SELECT ${ownerColumn[by]} AS ownerId, p.practice_type_id AS practiceTypeId, p.starts_on AS startsOn, p.ends_on AS endsOn, count(*) AS count,
        min(p.id) AS first, sum(p.revision) AS revision, sum(p.state NOT IN ${planned}) AS fixed, sum(p.state IN ('completed', 'endedEarly')) AS over
      FROM placement p INDEXED BY placement_period ${by === 'group' ? 'JOIN student s ON s.id = p.student_id' : ''}
      WHERE p.ends_on >= ? AND p.starts_on <= ? AND p.state NOT IN ${idle} GROUP BY 1, 2, 3, 4 ORDER BY count DESC, startsOn, first`,
    from,
    to,
  );
  const shown = bars.slice(0, mostBars);
  const owners = names(db, ownerSql(by, language), [...new Set(shown.flatMap(bar => bar.ownerId ?? []))]);
  const practices = names(
    db,
    `SELECT y.id, ${nameIn(language, 'y', true)} AS name FROM practice_type y WHERE y.id IN (SELECT value FROM json_each(?))`,
    [...new Set(shown.map(bar => bar.practiceTypeId))],
  );
  const alone = singles(
    db,
    shown.filter(bar => bar.count === 1).map(bar => bar.first),
    language,
  );
  const t = createTranslator(language);
  const items = shown.map((bar): CalendarItem => {
    const { ownerId, practiceTypeId, startsOn, endsOn, count, first } = bar;
    const single = count === 1 ? alone.get(first) : undefined;
    const owner = (ownerId === null ? undefined : owners.get(ownerId)) ?? t('calendar.noGroup');
    const practice = practices.get(practiceTypeId) ?? '';
    return {
      key: `placement-${by}-${first}`,
      kind: 'placement',
      entity: single ? 'placement' : by,
      entityId: single ? first : ownerId,
      title: single ? `${single.student} · ${by === 'group' ? single.firmName : owner}` : `${owner} · ${practice}`,
      detail: single ? practice : t('calendar.students', { count }),
      startsOn,
      endsOn,
      firmId: by === 'firm' ? ownerId : (single?.firmId ?? null),
      firmName: by === 'firm' ? owner : (single?.firmName ?? null),
      state: single ? `placement.${single.state}` : null,
      done: bar.over === count,
      revision: bar.revision,
      stays: bar.fixed > 0 ? 'started' : null,
      count,
      bar: { by, ownerId, practiceTypeId },
    };
  });
  return { items, left: bars.length - shown.length };
}

/** The placements a bar is made of. */
export function placementsOfBar(
  db: ReadDb,
  bar: NonNullable<CalendarItem['bar']>,
  startsOn: string,
  endsOn: string,
): { readonly id: string; readonly revision: number; readonly fixed: number }[] {
  return db.all(
    `SELECT p.id, p.revision, p.state NOT IN ${planned} AS fixed FROM placement p ${bar.by === 'group' ? 'JOIN student s ON s.id = p.student_id' : ''}
      WHERE ${ownerColumn[bar.by]} IS ? AND p.practice_type_id = ? AND p.starts_on = ? AND p.ends_on = ? AND p.state NOT IN ${idle} ORDER BY p.id`,
    bar.ownerId,
    bar.practiceTypeId,
    startsOn,
    endsOn,
  );
}
