import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aFirm } from '#tests/support/builders.ts';
import { aVictim, lives } from '#tests/support/kills.ts';
import { filesHolding, password } from '#tests/support/protected.ts';
import { world } from '#tests/support/world.ts';

const victim = aVictim('switch-until-killed');
afterAll(victim.remove);

const secrets = ['Тайная фирма', 'attached secret'];
const soak = process.env['SERIKTES_SOAK'] === '1';
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seriktes-'));
  const college = world({ folder: join(folder, 'plain') });
  const { id } = await college.call('firms.create', aFirm({ nameRu: 'Тайная фирма' }));
  await college.call('attachments.paste', {
    entity: 'firm',
    entityId: id,
    name: 'note.txt',
    bytes: Buffer.from('attached secret'),
  });
  await college.call('backup.create', {});
  college.app.close();
  cpSync(join(folder, 'plain'), join(folder, 'closed'), { recursive: true });
  const closed = world({ folder: join(folder, 'closed') });
  await closed.call('protection.turnOn', { password });
  closed.app.close();
}, 14_400_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Switches a copy of the college in a process that is killed before a change of the file system; answers what it said. */
async function switchIn(target: string, way: 'on' | 'off', step: number): Promise<string> {
  rmSync(target, { recursive: true, force: true });
  cpSync(join(folder, way === 'on' ? 'plain' : 'closed'), target, { recursive: true });
  return await victim.runToEnd([target, way, step, password]);
}

/** Opens what a killed switch has left; everything must be there, and nothing half done may remain. */
async function requireWhole(target: string): Promise<'off' | 'open'> {
  const college = world({ folder: target });
  try {
    const locked = (await college.call('protection.state', {})).state === 'locked';
    if (locked) await college.call('protection.unlock', { password });
    const { state } = await college.call('protection.state', {});
    expect((await college.call('firms.list', { limit: 5 })).rows.map(row => row.nameRu)).toEqual(['Тайная фирма']);
    expect((await college.call('attachments.check', {})).problems).toEqual([]);
    expect((await college.call('backup.rehearse', { newest: 5 })).ok).toBe(true);
    expect((await college.call('history.verify', {})).flaw).toBeNull();
    if (state === 'open') expect(filesHolding(target, secrets)).toEqual([]);
    return state === 'open' ? 'open' : 'off';
  } finally {
    college.app.close();
  }
}

/** The steps to be killed at: some in every run, all of them in the long one. */
const chosen = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index + 1).filter(step => soak || step % Math.ceil(count / 4) === 1);

test.each(['on', 'off'] as const)(
  'switching the password %s survives kill -9 before any change of the file system',
  async way => {
    const target = join(folder, `target-${way}`);
    const count = Number(await switchIn(target, way, Number.POSITIVE_INFINITY));
    expect(count).toBeGreaterThan(10);
    expect(await requireWhole(target)).toBe(way === 'on' ? 'open' : 'off');
    const ended = new Set<string>();
    const steps = chosen(count);
    for (const life of lives(`kills of switching the password ${way}`, steps.length)) {
      const step = steps[life] ?? 0;
      // oxlint-disable-next-line no-await-in-loop -- one kill after the other is what is tried
      expect(await switchIn(target, way, step)).toBe('');
      // oxlint-disable-next-line no-await-in-loop -- see above
      ended.add(await requireWhole(target));
    }
    expect(ended.size).toBe(2); // some kills come before the exchange, some after it
  },
  14_400_000,
);
