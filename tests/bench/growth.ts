/**
 * `npm run bench:growth [-- --scales 1,3,10] [--only lists]`: every line of the bench at three sizes, each size in a process of its
 * own, and how fast its cost grows; writes bench-growth.json. Nothing an officer does may grow faster than n log n.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Measured } from './support/measure.ts';
import { scaledCollege } from './support/scales.ts';

const { values } = parseArgs({
  options: { scales: { type: 'string', default: '1,3,10' }, only: { type: 'string' } },
});
const scales = values.scales.split(',').map(Number);
const folder = mkdtempSync(join(tmpdir(), 'seriktes-bench-growth-'));

/** All lines at one size; names hold no size, so that they can be laid side by side. */
function linesAt(scale: number): ReadonlyMap<string, Measured> {
  const out = join(folder, `${scale}.json`);
  const only = values.only === undefined ? [] : ['--only', values.only];
  const script = join(import.meta.dirname, 'run.ts');
  const { status } = spawnSync(process.execPath, [script, '--scale', String(scale), '--out', out, ...only], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`The bench failed at ${scale}×.`);
  const lines = JSON.parse(readFileSync(out, 'utf8')) as readonly Measured[];
  return new Map(lines.map(line => [line.name.replaceAll(/\b\d{4,}\b/gu, 'n'), line]));
}

/** How much n log n grows between two sizes, n being the placements. */
function allowedGrowth(from: number, to: number): number {
  const [small, large] = [scaledCollege(from).placements, scaledCollege(to).placements];
  return (large * Math.log(large)) / (small * Math.log(small));
}

/** Below this a line says more about the clock than about growth, milliseconds. */
const tooShort = 3;

try {
  const results = scales.map(scale => ({ scale, lines: linesAt(scale) }));
  const [first, last] = [results[0], results.at(-1)];
  if (first === undefined || last === undefined) throw new Error('No scales were given.');
  const allowed = allowedGrowth(first.scale, last.scale);
  const table = [...last.lines.keys()].flatMap(name => {
    const times = results.map(({ lines }) => lines.get(name)?.ours ?? null);
    const [small, large] = [times[0] ?? null, times.at(-1) ?? null];
    if (small === null || large === null) return [];
    const growth = Number((large / Math.max(small, 0.01)).toFixed(2));
    const power = Number((Math.log(growth) / Math.log(last.scale / first.scale)).toFixed(2));
    return [{ name, times, growth, power, within: large < tooShort || growth <= allowed }];
  });
  console.log(`\nAt ${scales.map(scale => `${scale}×`).join(', ')}; growth may be ${allowed.toFixed(1)} at most`);
  for (const { name, times, growth, power, within } of table)
    console.log(
      `${times.map(time => String(time ?? '–').padStart(9)).join('')}${`×${growth}`.padStart(9)}${`n^${power}`.padStart(8)}  ${within ? '  ' : '! '}${name}`,
    );
  writeFileSync('bench-growth.json', `${JSON.stringify({ scales, allowed, lines: table }, null, 2)}\n`);
  console.log(`bench-growth.json: ${table.length} lines, ${table.filter(line => !line.within).length} above n log n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
