/** `npm test`: types, lint, unit + database + ipc tests, build, end-to-end in real Electron. Last line: the sum. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from './build.ts';
import { type Count, runEndToEnd } from './e2e-run.ts';
import { prepareRuntime, runScript } from './launch.ts';
import { inProject, projectFolder } from './paths.ts';
import { runInForeground } from './run-command.ts';

type Stage = { readonly name: string; readonly run: () => Promise<Count> };

const asCheck = (code: number): Count => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

async function npmScript(name: string): Promise<Count> {
  return asCheck(await runInForeground('npm', ['run', '-s', name], { cwd: projectFolder }));
}

/** Reads the counts out of vitest's JSON report; files that could not be loaded count as failures. */
function countVitest(text: string, code: number): Count {
  const report = JSON.parse(text) as {
    readonly numPassedTests: number;
    readonly numFailedTests: number;
    readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
  };
  const unloaded = report.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = report.numFailedTests + unloaded.length;
  return { passed: report.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
}

async function vitest(): Promise<Count> {
  const folder = mkdtempSync(path.join(tmpdir(), 'seriktes-vitest-'));
  const report = path.join(folder, 'report.json');
  try {
    const code = await runInForeground(
      process.execPath,
      [
        inProject('node_modules/vitest/vitest.mjs'),
        'run',
        '--reporter=dot',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      { cwd: projectFolder },
    );
    return existsSync(report) ? countVitest(readFileSync(report, 'utf8'), code) : asCheck(code || 1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await runScript(async () => {
  const runtime = await prepareRuntime();
  const stages: readonly Stage[] = [
    { name: 'types', run: () => npmScript('types') },
    { name: 'lint', run: () => npmScript('lint') },
    { name: 'unit, database, ipc', run: vitest },
    { name: 'build', run: async () => asCheck(await build()) },
    { name: 'end-to-end', run: () => runEndToEnd(runtime, []) },
  ];
  let [passed, failed] = [0, 0];
  for (const { name, run } of stages) {
    process.stdout.write(`\n── ${name}\n`);
    const started = performance.now();
    const count = await run();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(`── ${name}: ${count.passed} passed, ${count.failed} failed (${seconds} s)\n`);
    passed += count.passed;
    failed += count.failed;
  }
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
});
