/** `npm test`: types, lint, unit + database + ipc tests, build, end-to-end in real Electron. Last line: the sum. */
import { build } from './build.ts';
import { type Count, runEndToEnd } from './e2e-run.ts';
import { prepareRuntime, runScript } from './launch.ts';
import { projectFolder } from './paths.ts';
import { runInForeground } from './run-command.ts';
import { runUnitTests } from './unit-run.ts';

type Stage = { readonly name: string; readonly run: () => Promise<Count & { readonly remarks?: readonly string[] }> };

const asCheck = (code: number): Count => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

async function npmScript(name: string): Promise<Count> {
  return asCheck(await runInForeground('npm', ['run', '-s', name], { cwd: projectFolder }));
}

/** Under CI the made cases are the same in every run, so that a failure belongs to the change; elsewhere they are new ones. */
const seedOfCi = 20_260_901;
const underCi = Boolean(process.env['CI']);
const seed = Number(process.env['SERIKTES_SEED'] ?? (underCi ? seedOfCi : Math.floor(Math.random() * 2 ** 31)));

await runScript(async () => {
  const runtime = await prepareRuntime();
  const stages: readonly Stage[] = [
    { name: 'types', run: () => npmScript('types') },
    { name: 'lint', run: () => npmScript('lint') },
    { name: 'unit, database, ipc', run: async () => await runUnitTests({ seed, again: underCi }) },
    { name: 'build', run: async () => asCheck(await build()) },
    { name: 'end-to-end', run: () => runEndToEnd(runtime, []) },
  ];
  process.stdout.write(`SERIKTES_SEED=${seed}\n`);
  let [passed, failed] = [0, 0];
  const remarks: string[] = [];
  for (const { name, run } of stages) {
    process.stdout.write(`\n── ${name}\n`);
    const started = performance.now();
    const count = await run();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(`── ${name}: ${count.passed} passed, ${count.failed} failed (${seconds} s)\n`);
    passed += count.passed;
    failed += count.failed;
    remarks.push(...(count.remarks ?? []));
    if (count.failed > 0) remarks.push(`${name}: ${count.failed} failed`);
  }
  // Repeated at the end, where somebody who sees only the last lines looks.
  if (remarks.length > 0) process.stdout.write(`\n${remarks.join('\n')}\n`);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
});
