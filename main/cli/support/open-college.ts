import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { openApplication, type RunningApplication } from '../../application.ts';
import { type Ports, randomIds, systemClock } from '../../ports.ts';
import { workspaceIn } from '../../workspace.ts';

const projectFolder = resolve(import.meta.dirname, '../../..');

/** The folder with templates, dictionaries and fonts that come with the program. */
export const resourceFolder = join(projectFolder, 'resources');

function programVersion(): string {
  const { version } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** Who runs the terminal, as it stands in the audit. */
function terminalUser(): string {
  try {
    return userInfo().username;
  } catch {
    return 'terminal'; // an account without a name, as containers have
  }
}

/**
 * Opens a college's folder from a terminal, without a window: the same program with the machine's own clock and ids, and what else is given.
 * Errors: those of `openApplication`.
 */
export function openCollege(folder: string, given: Partial<Ports> = {}): RunningApplication {
  return openApplication({
    workspace: workspaceIn(resolve(folder)),
    resources: resourceFolder,
    info: { version: programVersion(), runtime: `Node ${process.versions.node}`, testRuntime: false },
    ports: {
      clock: systemClock,
      ids: randomIds,
      actor: terminalUser,
      log: (reference, error) =>
        void process.stderr.write(
          `${reference}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
        ),
      ...given,
    },
  });
}
