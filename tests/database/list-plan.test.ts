import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Channel, contract } from '#shared/contract/index.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
let statements: { readonly sql: string; readonly parameters: readonly unknown[] }[] = [];

beforeAll(async () => {
  college = world();
  await college.call('app.begin', { with: 'sample', language: 'ru' });
  const db = college.app.db();
  const { column } = db;
  Object.assign(db, {
    column: (sql: string, ...parameters: unknown[]) => {
      statements.push({ sql, parameters });
      return column(sql, ...parameters);
    },
  });
});
afterAll(() => college.close());

/** How SQLite orders the rows of a page: through an index, or by sorting all of them first. */
async function planOf(channel: Channel, request: object): Promise<string> {
  statements = [];
  await college.call(channel, request);
  const page = statements.find(({ sql }) => sql.includes('ORDER BY') && sql.includes('OFFSET'));
  if (page === undefined) return 'none';
  const steps = college.app
    .db()
    .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${page.sql}`, ...page.parameters)
    .map(step => step.detail);
  // «FOR LAST TERM OF ORDER BY» sorts only within equal values of an indexed column.
  return steps.find(step => step.includes('FOR ORDER BY')) ?? 'index';
}

/** Sorts that read every row on purpose: computed values, and lists that stay short for as long as a college exists. */
const accepted: Readonly<Record<string, readonly string[]>> = {
  firms: ['placements', 'agreementsInForce', 'depth'], // counted for today; a college has hundreds of firms, not more
  contacts: ['position'],
  sites: ['city'],
  agreements: ['places', 'state'], // computed for today from dates and amendments
  students: ['groupCode'], // students without a group must stay in the list
  requests: ['firmName', 'specialtyCode', 'ageDays', 'priority'], // some dozens a year
  letters: ['kind', 'updatedAt', 'studentName', 'firmName'], // a letter may name no student, an order no firm: both must stay in the list
};

/** Lists that grow with every year; the others are dictionaries or parts of one record. */
const growing = [
  'firms',
  'contacts',
  'sites',
  'agreements',
  'students',
  'placements',
  'visits',
  'evaluations',
  'requests',
  'letters',
] as const;

const rowFields = (name: (typeof growing)[number]): readonly string[] =>
  Object.keys(contract[`${name}.list`].output.shape.rows.element.shape);

test.each(growing)('each sort of the list of %s walks an index or is accepted as short', async name => {
  const channel: Channel = `${name}.list`;
  const sorted: string[] = [];
  if ((await planOf(channel, {})) !== 'index') sorted.push('(default)');
  for (const field of rowFields(name))
    for (const direction of ['asc', 'desc'] as const)
      if ((await planOf(channel, { sort: { field, direction } })) !== 'index') sorted.push(`${field} ${direction}`);
  expect(sorted.filter(sort => !(accepted[name] ?? []).includes(sort.split(' ')[0] ?? ''))).toEqual([]);
});

test('a page is asked for in one statement that can be explained', async () => {
  expect(await planOf('firms.list', { sort: { field: 'placements', direction: 'desc' } })).toContain('TEMP B-TREE');
});
