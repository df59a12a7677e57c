/** `npm run test:e2e`: builds when needed and runs the end-to-end tests. Arguments after `--` go to Playwright. */
import { ensureBuild } from './build.ts';
import { runEndToEnd } from './e2e-run.ts';
import { prepareRuntime, runScript } from './launch.ts';

await runScript(async () => {
  const runtime = await prepareRuntime();
  await ensureBuild();
  const { passed, failed } = await runEndToEnd(runtime, process.argv.slice(2));
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
});
