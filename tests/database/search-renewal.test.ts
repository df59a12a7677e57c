import { afterAll, beforeAll, expect, test } from 'vitest';
import { entities, records } from '#main/database/entities.ts';
import { type Patch, readRecord, runBatch } from '#main/database/records.ts';
import { renewComputed } from '#main/database/search-renewal.ts';
import { type EntityName, entityNames } from '#shared/contract/procedure.ts';
import { isSpotless } from '#tests/support/checked.ts';
import { seededRandom } from '#tests/support/seeds.ts';
import { testPorts, type World, world } from '#tests/support/world.ts';

let college: World;
beforeAll(async () => {
  college = world();
  await college.call('app.begin', { with: 'sample', language: 'ru' });
});
afterAll(() => college.close());

const ports = testPorts('2025-11-20', 'Officer');

/** Everything the search has under a word, as «kind title · detail». */
const found = async (query: string): Promise<readonly string[]> =>
  (await college.call('search.all', { text: query, limit: 50 })).map(
    hit => `${hit.entity} ${hit.title} · ${hit.detail}`,
  );

test('after a firm is renamed, and after that is taken back, its agreements, people and visits are found by the name it has', async () => {
  const db = college.app.db();
  const id = db.value<string>('SELECT firm_id FROM agreement GROUP BY firm_id ORDER BY count(*) DESC LIMIT 1') ?? '';
  const { revision, nameRu } = await college.call('firms.get', { id });
  const kinds = (hits: readonly string[]): number => new Set(hits.map(hit => hit.split(' ')[0])).size;
  await college.call('firms.update', { id, revision, patch: { nameRu: 'ТОО «Жаңашаатау»' } });
  const renamed = await found('Жаңашаатау');
  expect([kinds(renamed) > 2, renamed.filter(hit => hit.includes(nameRu)), await isSpotless(db)]).toEqual([
    true,
    [],
    true,
  ]);
  await college.call('history.undo', {});
  expect([await found('Жаңашаатау'), await isSpotless(db)]).toEqual([[], true]);
  await college.call('history.redo', {});
  expect([await found('Жаңашаатау'), await isSpotless(db)]).toEqual([renamed, true]);
});

/** Kinds of which some columns never change, or whose words do not matter here. */
const apart: readonly EntityName[] = ['setting', 'frozenReport', 'erasure', 'letter'];
const places = entityNames
  .filter(entity => !apart.includes(entity))
  .flatMap(entity =>
    Object.keys(records[entity].shape).map(field => ({ entity, field, table: entities[entity].table })),
  );

test('after random edits, undos and redos the index is what one made anew would be', async () => {
  const random = seededRandom('search renewal');
  const db = college.app.db();
  let edits = 0;
  for (let round = 0; round < 900; round += 1) {
    const { entity, field, table } = random.pick(places);
    const id = random.pick(db.column<string>(`SELECT id FROM ${table}`).concat(''));
    const record = readRecord(db, entity, id) as Readonly<Record<string, unknown>> | undefined;
    const target = entities[entity].references[field];
    const value = record?.[field];
    const isWords = typeof value === 'string' && value.includes(' '); // neither a day nor a choice
    let next: unknown;
    if (target !== undefined && typeof value === 'string')
      next = random.pick(db.column<string>(`SELECT id FROM ${entities[target].table}`));
    else if (isWords) next = `Жаңа ${round} ${value}`.slice(0, 80);
    else if (/^name|surname|givenName|^code$/u.test(field) && typeof value === 'string') next = `${value}${round}`;
    else continue;
    try {
      runBatch(db, ports, tx => tx.update(entity, id, { [field]: next } as Patch<typeof entity>));
      edits += 1;
    } catch {
      continue; // taken already, or not allowed by the table: nothing was written
    }
    // oxlint-disable-next-line no-await-in-loop -- one step after the other
    if (random.chance(0.2)) await college.attempt('history.undo', {});
    // oxlint-disable-next-line no-await-in-loop -- see above
    if (random.chance(0.1)) await college.attempt('history.redo', {});
  }
  expect([edits > 50, await isSpotless(db)]).toEqual([true, true]);
}, 14_400_000);

test('two firms that become one are found under the name that stays, everywhere', async () => {
  const db = college.app.db();
  const [keepId = '', otherId = ''] = db.column<string>(
    'SELECT firm_id FROM agreement GROUP BY firm_id ORDER BY count(*) DESC LIMIT 2',
  );
  const firm = await college.call('firms.get', { id: otherId });
  await college.call('firms.merge', { keepId, otherId, fields: {} });
  expect(await isSpotless(db)).toBe(true);
  await college.call('history.undo', {});
  expect([(await found(firm.nameRu)).length > 0, await isSpotless(db)]).toEqual([true, true]);
});

test('a file whose computed values lag behind is brought up to date without a line of history', async () => {
  const db = college.app.db();
  const lines = db.value('SELECT count(*) FROM audit');
  db.exec(`UPDATE search_document SET detail = 'old' WHERE row % 7 = 0; DELETE FROM search_document WHERE row % 11 = 0;
    INSERT INTO search_document (entity, entity_id, title, detail) VALUES ('firm', 'gone', 'x', 'y');
    UPDATE firm SET sort_key = 'x'; DELETE FROM agreement_version`);
  const before = await isSpotless(db);
  await renewComputed(db, async part => part());
  expect([before, await isSpotless(db), db.value('SELECT count(*) FROM audit')]).toEqual([false, true, lines]);
});
