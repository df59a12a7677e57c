import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Channel, contract } from '#shared/contract/index.ts';
import { AppError, fail } from '#shared/result.ts';
import { clearUnfinished, createBackup, listBackups } from './database/backup.ts';
import { openDatabase, openUnexamined, type Unexamined } from './database/connection.ts';
import { explainDatabaseFailure } from './database/failures.ts';
import type { WriteDb } from './database/handles.ts';
import { dropKey } from './database/key-ring.ts';
import { checkingPrefix } from './database/open-backup.ts';
import { finishRestore } from './database/restore.ts';
import { completeDailyBackup } from './features/backup/commands.ts';
import { isDailyDue, isLarge } from './features/backup/copying.ts';
import { copiesIn, isReachable } from './features/backup/second-folder.ts';
import { checkDailyCopyLater } from './features/history/checking.ts';
import { createVault, type Vault } from './features/protection/vault.ts';
import { readSettings } from './features/settings/queries.ts';
import { createHandlers } from './ipc/handlers.ts';
import { createRouter, type Router } from './ipc/router.ts';
import { watchRest } from './jobs/rest-watch.ts';
import { createThreadsBeside, type ThreadsBeside } from './jobs/threads-beside.ts';
import { createWriteGate, type WriteGate } from './jobs/write-gate.ts';
import type { Ports } from './ports.ts';
import type { Workspace } from './workspace.ts';

export type ApplicationInfo = { readonly version: string; readonly runtime: string; readonly testRuntime: boolean };

export type ApplicationOptions = {
  readonly workspace: Workspace;
  readonly ports: Ports;
  readonly info: ApplicationInfo;
  /** The folder with templates, dictionaries and fonts that come with the program. */
  readonly resources: string;
  /**
   * Looks at every page of a large file beside the window, as `examine` does. Until it has answered the college can be read, and
   * commands wait. Absent, a file is examined before anything is read of it.
   */
  readonly examineBeside?: (file: string) => Promise<string | undefined>;
};

/** How an examination beside the window ended: another file may have taken the place of a damaged one, or the officer gave up. */
export type Examined = 'whole' | 'replaced' | 'lost';

/** What handlers work with. The database can be replaced by a restore, so it is asked for each time. */
export type Application = ApplicationOptions & {
  readonly db: () => WriteDb;
  /** Waits until no other thread reads it, closes the database, lets `replace` exchange the file, and opens what lies there then. */
  readonly exchangeDatabase: <T>(replace: () => T) => Promise<T>;
  /** Threads that have the database open too. */
  readonly beside: ThreadsBeside;
  /** One writer at a time: commands, or an import in its own thread. */
  readonly gate: WriteGate;
  /** Runs before the database is closed. */
  readonly onClose: (run: () => void) => void;
  /** The password of the college and its lock. */
  readonly vault: Vault;
};

export type RunningApplication = {
  readonly call: Router;
  /** Errors: locked. */
  readonly db: () => WriteDb;
  /** Whether `db` can be asked: not while the college is locked, or its damaged file is being replaced. */
  readonly isOpen: () => boolean;
  /** How the examination beside the window ended; settled at once when there was none. */
  readonly examined: Promise<Examined>;
  readonly vault: Vault;
  readonly close: () => void;
};

/**
 * Opens the college in a data folder and answers the contract's procedures: the whole program but for its window. A college
 * with a password stays locked until `protection.unlock`; until then nothing else is answered.
 * Errors: those of `openDatabase`.
 */
export function openApplication(options: ApplicationOptions): RunningApplication {
  const { workspace, ports } = options;
  try {
    mkdirSync(workspace.folder, { recursive: true });
  } catch (error) {
    throw explainDatabaseFailure(error, workspace.folder);
  }
  const onSlow = (sql: string, milliseconds: number): void =>
    ports.log('slow', `${Math.round(milliseconds)} ms: ${sql}`);
  const open = (): WriteDb => {
    resumeRestore(workspace, ports);
    requireNotLost(workspace);
    return openDatabase({
      file: workspace.databaseFile,
      backUp: database => createBackup(database, workspace, 'migration', ports.clock.now()),
      onSlow,
    });
  };
  let present: WriteDb | undefined;
  const db = (): WriteDb => {
    if (present === undefined) throw new AppError('locked');
    return present;
  };
  const gate = createWriteGate();
  const closing: (() => void)[] = [];
  let closed = false;
  const beside = createThreadsBeside();
  const exchangeDatabase = async <T>(replace: () => T): Promise<T> => {
    await beside.end();
    db().close();
    try {
      return replace();
    } finally {
      present = open();
    }
  };
  /** What follows every opening, once the file may be written. */
  const beginWork = (opened: WriteDb): void => {
    backUpDaily(opened, workspace, ports);
    const ended = (): boolean => closed || present === undefined;
    void completeDailyBackup(application, ended).catch((error: unknown) => {
      if (!ended()) ports.log('backup', error);
    });
    checkDailyCopyLater(application, ended);
  };
  /** While the file is examined beside the window, and for good when it was lost. */
  let examining: Promise<Examined> | undefined;
  const finishOpening = async (unexamined: Unexamined, found: Promise<string | undefined>): Promise<Examined> => {
    const examined = await found.catch(() => undefined);
    if (closed) return 'lost';
    if (unexamined.accept(examined)) {
      beginWork(unexamined.db);
      return 'whole';
    }
    present = undefined;
    unexamined.db.close();
    for (;;) {
      try {
        present = open();
        beginWork(present);
        return 'replaced';
      } catch (error) {
        ports.log('open', error);
        // oxlint-disable-next-line no-await-in-loop -- the officer answers once for each attempt
        if ((await ports.recover?.(error)) !== true) return 'lost';
      }
    }
  };
  const begin = (): void => {
    const { databaseFile } = workspace;
    const { examineBeside } = options;
    const unexamined =
      examineBeside !== undefined && isLarge(databaseFile) ? openUnexamined({ file: databaseFile, onSlow }) : undefined;
    present = unexamined?.db ?? open();
    clearLeftovers(workspace);
    if (unexamined === undefined || examineBeside === undefined) return beginWork(present);
    const found = beside.run(
      () => undefined,
      () => examineBeside(databaseFile),
    );
    examining = finishOpening(unexamined, found).then(outcome => {
      if (outcome !== 'lost') examining = undefined;
      return outcome;
    });
  };
  resumeRestore(workspace, ports);
  const vault = createVault({
    workspace,
    ports,
    gate,
    open: begin,
    close: async () => {
      await beside.end();
      const open = present;
      present = undefined;
      open?.close();
    },
    exchange: exchangeDatabase,
    known: () => {
      const { language, theme, backupFolder } = readSettings(db());
      return { language, theme, otherBackups: isReachable(workspace, backupFolder) ? [copiesIn(backupFolder)] : [] };
    },
  });
  const application: Application = {
    ...options,
    db,
    gate,
    beside,
    vault,
    onClose: run => void closing.push(run),
    exchangeDatabase,
  };
  if (vault.state() === 'off') begin();
  const rest = watchRest(restAfter, () => {
    present?.pragma('shrink_memory');
    ports.rest?.();
  });
  closing.push(rest.end);
  const answer = createRouter(createHandlers(application), ports.log);
  const call: Router = (channel, raw) => {
    if (vault.state() === 'locked' && !channel.startsWith('protection.'))
      return Promise.resolve(fail({ code: 'locked', params: {} }));
    return rest.during(async () => {
      if (examining !== undefined && (present === undefined || isCommand(channel))) {
        const outcome = await examining;
        // What was asked of a damaged file must not be done to the one in its place.
        if (outcome === 'lost' || (outcome === 'replaced' && isCommand(channel)))
          return fail({ code: 'databaseDamaged', params: { file: workspace.databaseFile } });
      }
      return await (writes(channel) ? gate.pass(() => answer(channel, raw)) : answer(channel, raw));
    });
  };
  return {
    call,
    db,
    isOpen: () => present !== undefined,
    examined: examining ?? Promise.resolve('whole'),
    vault,
    close: () => {
      closed = true;
      for (const run of closing) run();
      present?.close();
      present = undefined;
      dropKey(workspace.folder);
    },
  };
}

/** Milliseconds without a call after which memory is given back. The pages SQLite holds the system has still, and the next question a moment later. */
const restAfter = 10_000;

/** What the import does is not written by the thread of the others, and stopping it must not wait for it. */
const besideTheGate = new Set<string>([
  'importing.preview',
  'importing.adjust',
  'importing.commit',
  'importing.saveRejected',
  'reports.freeze',
  'personalData.erase',
  'everything.import',
  'app.moveData',
]);

const isCommand = (channel: string): boolean =>
  Object.hasOwn(contract, channel) && contract[channel as Channel].kind === 'command';

const writes = (channel: string): boolean =>
  isCommand(channel) &&
  !besideTheGate.has(channel) &&
  !channel.startsWith('jobs.') &&
  !channel.startsWith('protection.') &&
  !channel.startsWith('files.');

/**
 * The first start of a day leaves a checked copy of a file that has records, before anything in it is changed; of a large one
 * `completeDailyBackup` does, beside the window. A failure is logged: work must go on.
 */
function backUpDaily(db: WriteDb, workspace: Workspace, ports: Ports): void {
  const now = ports.clock.now();
  if (isLarge(workspace.databaseFile) || !isDailyDue(db, workspace, now)) return;
  try {
    createBackup(db, workspace, 'daily', now);
  } catch (error) {
    ports.log('backup', error);
  }
}

/** Copies that were only looked at, archives half unpacked and backups half written, when the program ended in the middle. */
function clearLeftovers({ folder, backupFolder }: Workspace): void {
  for (const name of readdirSync(folder))
    if (name.startsWith(checkingPrefix) || name.endsWith('.building'))
      rmSync(join(folder, name), { recursive: true, force: true });
  clearUnfinished(backupFolder);
}

/** Finishes a restore that was cut short. Templates that cannot be put back wait for the next start; work must go on. */
function resumeRestore(workspace: Workspace, ports: Ports): void {
  try {
    finishRestore(workspace);
  } catch (error) {
    if (!existsSync(workspace.databaseFile)) throw explainDatabaseFailure(error, workspace.databaseFile);
    ports.log('restore', error);
  }
}

/** Where backups lie there was a college: an empty one must not take its place unasked. Errors: databaseMissing. */
function requireNotLost({ databaseFile, backupFolder }: Workspace): void {
  if (!existsSync(databaseFile) && listBackups(backupFolder).length > 0)
    throw new AppError('databaseMissing', { file: databaseFile });
}
