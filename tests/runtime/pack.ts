import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { executablesIn, writeLicences } from '../../packaging/package.ts';
import type { ElectronRuntime } from './find-electron.ts';
import { inProject } from './paths.ts';
import { mustRun } from './run-command.ts';

/**
 * Packages the built program as a plain folder around the Electron that was found, as a release is packaged but for the
 * binary that was rebuilt for a test runtime. Answers the executable; everybody can read and start it.
 */
export async function packForTrial(runtime: ElectronRuntime, place: string): Promise<string> {
  mkdirSync(place, { recursive: true, mode: 0o755 });
  const output = mkdtempSync(path.join(place, 'packaged-'));
  try {
    writeLicences();
    await mustRun(
      process.execPath,
      [
        inProject('node_modules/electron-builder/cli.js'),
        '--dir',
        `-c.electronDist=${runtime.dist}`,
        `-c.electronVersion=${runtime.version}`,
        `-c.directories.output=${output}`,
      ],
      { cwd: inProject(), env: { ...process.env, SERIKTES_TRIAL_PACKAGE: runtime.kind === 'test' ? '1' : '' } },
    );
    await mustRun('chmod', ['-R', 'a+rX', output]);
    const [executable] = executablesIn(output);
    if (executable === undefined) throw new Error('The package holds no program.');
    return executable;
  } catch (error) {
    rmSync(output, { recursive: true, force: true });
    throw error;
  }
}
