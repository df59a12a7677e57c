/**
 * `npm run test:soak`: the tests that try the safety of the data and the report's numbers, many times as often as CI does; takes
 * hours. Arguments go to vitest: `npm run test:soak -- kill` runs the kills alone. With `SERIKTES_KILL_MINUTES` each of them begins
 * no new life after so long, and says how many there were.
 */
import { projectFolder } from './paths.ts';
import { runInForeground } from './run-command.ts';

const often = {
  SERIKTES_KILLS: '1000',
  SERIKTES_IMPORT_KILLS: '300',
  SERIKTES_RESTORE_KILLS: '300',
  SERIKTES_BACKUP_KILLS: '300',
  SERIKTES_MIGRATION_KILLS: '300',
  /** Every step of switching the password. */
  SERIKTES_SOAK: '1',
  SERIKTES_CUTS: '8000',
  SERIKTES_BIT_FLIPS: '20000',
  SERIKTES_FUZZ_CALLS: '4000',
  /** Invented colleges whose every number is counted a second time. */
  SERIKTES_REPORTS: '3000',
  /** In a college of ten times the size of a large one. */
  SERIKTES_SOAK_MINUTES: '120',
};
const files = ['kill', 'torn-log', 'bit-flips', 'fuzz', 'disk-full', 'soak', 'ipc/reports.test'];
const asked = process.argv.slice(2);

process.exitCode = await runInForeground(
  'npx',
  ['vitest', 'run', '--testTimeout=14400000', ...(asked.length === 0 ? files : asked)],
  { cwd: projectFolder, env: { ...often, ...process.env } },
);
