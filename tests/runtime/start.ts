/** `npm start`: builds when needed and opens the application. Arguments after `--` go to it. */
import { ensureBuild } from './build.ts';
import { hasDisplay, noDisplayMessage, prepareRuntime, runApplication, runScript } from './launch.ts';

await runScript(async () => {
  if (!hasDisplay()) {
    process.stderr.write(`${noDisplayMessage}\n`);
    return 1;
  }
  const runtime = await prepareRuntime();
  await ensureBuild();
  return await runApplication(runtime, process.argv.slice(2));
});
