import {
  type contactFilter,
  contactRecord,
  FirmStatus,
  type firmFilter,
  firmRow,
  type siteFilter,
  siteRecord,
} from '#shared/contract/firms.ts';
import { z } from '#shared/contract/zod.ts';
import { addDays, addYears } from '#shared/domain/dates.ts';
import type { ReadDb } from '../../database/handles.ts';
import {
  amongIds,
  type Condition,
  condition,
  equals,
  type ListSpec,
  not,
  oneOf,
  ownWords,
  placeIn,
} from '../../database/list-query.ts';
import { firmOrderSql, firmSortKey, nameSql } from '../../database/localized-name.ts';
import { binSql } from '../../database/masked-iin.ts';
import { inForceSql } from '../agreements/queries.ts';
import { depthOrderSql, depthSql } from '../partnership/queries.ts';

/** A firm was a partner in a period: an agreement in force or a placement that took place on any day of it. */
export function partnerCondition(from: string, to: string): Condition {
  return condition(
    `(EXISTS (SELECT 1 FROM agreement pa WHERE pa.firm_id = f.id AND ${inForceSql('pa', from, to)})
      OR EXISTS (SELECT 1 FROM placement pp WHERE pp.firm_id = f.id AND pp.starts_on <= ? AND pp.ends_on >= ? AND pp.state <> 'didNotStart'))`,
    to,
    from,
  );
}

/** The twelve months that end on the eve of a day, however long the period is that begins then. */
const yearBefore = (from: string): readonly [from: string, to: string] => [addYears(from, -1), addDays(from, -1)];

function partnership(filter: z.output<typeof firmFilter>): readonly Condition[] {
  const { partnerFrom: from, partnerTo: to, change } = filter;
  if (from === undefined || to === undefined) return [];
  const now = partnerCondition(from, to);
  if (change === undefined) return [now];
  const before = partnerCondition(...yearBefore(from));
  const [held, lacking] = change === 'new' ? [now, before] : [before, now];
  return [held, not(lacking)];
}

const placementsOf = '(SELECT count(*) FROM placement p WHERE p.firm_id = f.id)';
const agreementsOn = (today: string): string =>
  `(SELECT count(*) FROM agreement a WHERE a.firm_id = f.id AND ${inForceSql('a', today, today)})`;

export const firmList = (today: string, db: ReadDb): ListSpec<typeof firmRow, z.output<typeof firmFilter>> => ({
  entity: 'firm',
  row: firmRow,
  from: 'firm f',
  alias: 'f',
  columns: {
    bin: binSql('f.bin'),
    agreementsInForce: agreementsOn(today),
    placements: placementsOf,
    depth: depthSql(today),
  },
  sorts: {
    nameRu: { by: [`f.${firmSortKey(db)}`] },
    bin: { by: ['f.bin'] },
    city: { by: ['f.city'] },
    sector: { by: ['f.sector'] },
    status: { by: ['f.status', 'f.sort_key'] },
    updatedAt: { by: ['f.updated_at'] },
    placements: { by: [placementsOf] },
    agreementsInForce: { by: [agreementsOn(today)] },
    depth: { by: [depthOrderSql(today), 'f.sort_key'] },
  },
  groups: {
    status: placeIn('f.status', FirmStatus.options),
    depth: depthOrderSql(today),
    city: 'f.city',
    sector: 'f.sector',
  },
  sums: ['agreementsInForce', 'placements'],
  defaultSort: { field: 'nameRu', direction: 'asc' },
  search: ownWords('firm', 'f'),
  filter: filter => [
    ...oneOf('f.status', filter.status),
    ...oneOf('f.sector', filter.sector),
    ...oneOf('f.region', filter.region),
    ...oneOf('f.city', filter.city),
    ...oneOf('f.size_class', filter.sizeClass),
    ...amongIds('f.id', filter.ids),
    ...partnership(filter),
    ...(filter.depth === undefined ? [] : oneOf(depthSql(today), filter.depth)),
    ...(filter.withoutBin === true ? [condition('f.bin IS NULL')] : []),
  ],
});

const contactRow = contactRecord.extend({ firmName: z.string() });

export const contactList = (
  _today: string,
  db: ReadDb,
): ListSpec<typeof contactRow, z.output<typeof contactFilter>> => ({
  entity: 'contact',
  row: contactRow,
  from: 'contact c',
  alias: 'c',
  joins: 'JOIN firm f ON f.id = c.firm_id',
  columns: { firmName: nameSql('f') },
  sorts: { name: { by: ['c.sort_key'] }, position: { by: ['c.position'] } },
  groups: { firmName: firmOrderSql(db, 'c.firm_id') },
  defaultSort: { field: 'name', direction: 'asc' },
  search: ownWords('contact', 'c'),
  filter: filter => [
    ...equals('c.firm_id', filter.firmId),
    ...amongIds('c.id', filter.ids),
    ...(filter.role === undefined
      ? []
      : [condition('EXISTS (SELECT 1 FROM json_each(c.roles) WHERE value = ?)', filter.role)]),
  ],
});

const siteRow = siteRecord.extend({ firmName: z.string() });

export const siteList = (_today: string, db: ReadDb): ListSpec<typeof siteRow, z.output<typeof siteFilter>> => ({
  entity: 'site',
  row: siteRow,
  from: 'site w',
  alias: 'w',
  joins: 'JOIN firm f ON f.id = w.firm_id',
  columns: { firmName: nameSql('f') },
  sorts: { name: { by: ['w.sort_key'] }, city: { by: ['w.city'] } },
  groups: { firmName: firmOrderSql(db, 'w.firm_id'), city: 'w.city' },
  defaultSort: { field: 'name', direction: 'asc' },
  filter: filter => [...equals('w.firm_id', filter.firmId), ...amongIds('w.id', filter.ids)],
});
