/** `npm run bench:electron [-- --quick] [--scale 1|3|10]`: start, memory, frames and delays of the built program in real Electron. */
import { chmodSync, copyFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuild } from '../runtime/build.ts';
import { onVirtualDisplay } from '../runtime/e2e-run.ts';
import { hasDisplay, prepareRuntime, runScript, runtimeEnvironment } from '../runtime/launch.ts';
import { inProject } from '../runtime/paths.ts';
import { runInForeground } from '../runtime/run-command.ts';
import { openAccount } from '../runtime/unprivileged.ts';
import { bigCollege } from './support/big-college.ts';
import { scaledCollege } from './support/scales.ts';

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, scale: { type: 'string', default: '10' } },
});

await runScript(async () => {
  const runtime = await prepareRuntime();
  await ensureBuild();
  const { file } = bigCollege(scaledCollege(Number(values.scale)));
  const account = await openAccount();
  try {
    const college = path.join(account.scratch, 'college.db');
    copyFileSync(file, college);
    chmodSync(college, 0o644);
    await account.own(college);
    const out = path.join(account.scratch, 'electron.json');
    const node = path.join(account.project, 'node_modules/node/bin/node');
    const script = path.join(account.project, 'tests/bench/electron/inside.ts');
    const inner = [script, '--file', college, '--out', out, ...(values.quick ? ['--quick'] : [])];
    const [shown, shownArguments] = hasDisplay() ? [node, inner] : await onVirtualDisplay(node, inner);
    const [program, programArguments] = account.command(shown, shownArguments);
    const code = await runInForeground(program, programArguments, {
      cwd: account.project,
      env: {
        ...process.env,
        ...account.environment,
        ...runtimeEnvironment(runtime),
        SERIKTES_ELECTRON: runtime.executable,
      },
    });
    if (existsSync(out)) copyFileSync(out, inProject('bench-electron.json'));
    return code;
  } finally {
    account.dispose();
  }
});
