import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Count } from './e2e-run.ts';
import { inProject, projectFolder } from './paths.ts';
import { runInForeground } from './run-command.ts';

/** One failure by its file, the name of the test and the first line of what it said. */
type Failure = { readonly file: string; readonly test: string; readonly reason: string };

/** What one run of vitest came to. */
export type UnitReport = { readonly passed: number; readonly failures: readonly Failure[] };

type VitestReport = {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
};

const firstLine = (text: string | undefined): string => text?.trim().split('\n', 1)[0] ?? '';

/** Reads vitest's JSON report; a file that could not be loaded is one failure, and so is an exit code the report does not explain. */
export function readUnitReport(text: string | undefined, code: number): UnitReport {
  const report = text === undefined ? undefined : (JSON.parse(text) as VitestReport);
  const failures = (report?.testResults ?? []).flatMap(({ name: file, status, message, assertionResults }) => {
    const failed = assertionResults.filter(result => result.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [{ file, test: '(the file)', reason: firstLine(message) }];
    return failed.map(({ fullName, failureMessages: [reason] }) => ({
      file,
      test: fullName,
      reason: firstLine(reason),
    }));
  });
  const unexplained = code !== 0 && failures.length === 0;
  return {
    passed: report?.numPassedTests ?? 0,
    failures: unexplained ? [{ file: '', test: 'vitest', reason: `ended with ${code}` }] : failures,
  };
}

/** The sum of the tests and what is worth reading after it. */
type UnitCount = Count & { readonly remarks: readonly string[] };

async function runVitest(
  options: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<UnitReport> {
  const folder = mkdtempSync(path.join(tmpdir(), 'seriktes-vitest-'));
  const report = path.join(folder, 'report.json');
  const vitest = inProject('node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  try {
    const code = await runInForeground(process.execPath, [vitest, 'run', ...reporters, ...options], {
      cwd: projectFolder,
      env: { ...process.env, ...environment },
    });
    return readUnitReport(existsSync(report) ? readFileSync(report, 'utf8') : undefined, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const told = ({ file, test, reason }: Failure): string =>
  `${path.relative(projectFolder, file) || '.'} › ${test}${reason === '' ? '' : `: ${reason}`}`;

/** What two goes come to: what failed twice has failed, what held at its second go counts as held and is named. */
export function afterSecondGo(first: UnitReport, second: UnitReport): UnitCount {
  const name = ({ file, test }: Failure): string => `${file}\n${test}`;
  const stillFailing = new Set(second.failures.map(name));
  const held = first.failures.filter(failure => !stillFailing.has(name(failure)));
  return {
    passed: first.passed + held.length,
    failed: second.failures.length,
    remarks: [
      ...second.failures.map(failure => `failed: ${told(failure)}`),
      ...held.map(failure => `held at a second go: ${told(failure)}`),
    ],
  };
}

/** So many files get a second go: more of them is no accident. */
const mostAgain = 3;

/**
 * Runs the unit, database and router tests. With `again`, the few files that failed run once more with nothing beside them, as the
 * end-to-end tests do: what kills programs and fills disks depends on the machine. What fails twice has failed; both are named.
 */
export async function runUnitTests({
  seed,
  again,
}: {
  readonly seed: number;
  readonly again: boolean;
}): Promise<UnitCount> {
  // In a log, colours are noise between the dots.
  const environment = { SERIKTES_SEED: String(seed), ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }) };
  const first = await runVitest([], environment);
  const files = [...new Set(first.failures.map(({ file }) => file))].filter(file => file !== '');
  if (!again || files.length === 0 || files.length > mostAgain) {
    return {
      passed: first.passed,
      failed: first.failures.length,
      remarks: first.failures.map(failure => `failed: ${told(failure)}`),
    };
  }
  return afterSecondGo(first, await runVitest(['--no-file-parallelism', ...files], environment));
}
