import { join } from 'node:path';

export type Workspace = {
  /** The folder that holds everything of one college. */
  readonly folder: string;
  readonly databaseFile: string;
  readonly backupFolder: string;
  readonly templateFolder: string;
  readonly letterFolder: string;
  readonly reportFolder: string;
  /** Attached files, each under its hash. */
  readonly fileFolder: string;
};

/** Where things lie in a data folder. */
export function workspaceIn(folder: string): Workspace {
  return {
    folder,
    databaseFile: join(folder, 'seriktes.db'),
    backupFolder: join(folder, 'backups'),
    templateFolder: join(folder, 'templates'),
    letterFolder: join(folder, 'letters'),
    reportFolder: join(folder, 'reports'),
    fileFolder: join(folder, 'files'),
  };
}
