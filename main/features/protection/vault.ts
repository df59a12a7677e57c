import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/result.ts';
import { formOf } from '../../database/connect.ts';
import { dropKey, holdKey } from '../../database/key-ring.ts';
import {
  copyKeys,
  type KeysFile,
  newRecoveryCode,
  openKeys,
  readKeys,
  removeKeys,
  type Secret,
  withCode,
  withPassword,
  wrapKey,
  writeKeys,
} from '../../database/keys-file.ts';
import { switchDatabase, switchTheRest } from '../../database/switch-form.ts';
import { oneAtATime } from '../../jobs/one-at-a-time.ts';
import type { WriteGate } from '../../jobs/write-gate.ts';
import type { Ports } from '../../ports.ts';
import type { Workspace } from '../../workspace.ts';

/** `off`: no password. `open`: the key is in memory. `locked`: neither key nor database is. */
export type Protection = 'off' | 'open' | 'locked';
type Look = Pick<KeysFile, 'language' | 'theme'>;

type Surroundings = {
  readonly workspace: Workspace;
  readonly ports: Ports;
  readonly gate: WriteGate;
  /** Opens the database and all that follows from it. */
  readonly open: () => void;
  readonly close: () => Promise<void>;
  /** Lets something be done to the closed file, then opens it again. */
  readonly exchange: (replace: () => void) => Promise<void>;
  /** How the unlock screen shall look and where further backups lie; asked while the database is open. */
  readonly known: () => Look & { readonly otherBackups: readonly string[] };
};

/** The door of one college: who may open it, and the steps by which the password comes and goes (ADR-0017). */
export type Vault = {
  readonly state: () => Protection;
  readonly keys: () => KeysFile | undefined;
  /** Errors: wrongPassword after a growing delay, and those of opening. */
  readonly unlock: (secret: Secret) => Promise<void>;
  readonly lock: () => Promise<void>;
  /** Answers the recovery code, once. Errors: refused when there is a password. */
  readonly turnOn: (password: string) => Promise<string>;
  /** Errors: wrongPassword, refused without a password. */
  readonly turnOff: (password: string) => Promise<void>;
  readonly changePassword: (secret: Secret, next: string) => Promise<void>;
  readonly renewCode: (password: string) => Promise<string>;
};

const firstDelay = 500;
const longestDelay = 30_000;
const sleep = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds));

/**
 * Decides at the start whether a college is locked. A switch that was cut short before the database took its new form has not
 * happened. Answers undefined for a college without a password.
 */
function settleKeys({ folder, backupFolder, databaseFile }: Workspace): KeysFile | undefined {
  const keys = readKeys(folder, backupFolder);
  if (keys === undefined) return undefined;
  const form = formOf(databaseFile);
  if (keys.changing === 'on' && form === 'plain') {
    removeKeys(folder, backupFolder);
    return undefined;
  }
  if (keys.changing === 'off' && form === 'encrypted') {
    const settled: KeysFile = { ...keys, changing: null };
    writeKeys(folder, backupFolder, settled);
    return settled;
  }
  return keys;
}

/** Creates the door; must run after an exchange of the file that was cut short has been finished. */
export function createVault(around: Surroundings): Vault {
  const { workspace, ports, gate } = around;
  const { folder, backupFolder, fileFolder } = workspace;
  let keys = settleKeys(workspace);
  let locked = keys !== undefined;
  let failures = 0;
  const inTurn = oneAtATime();
  const pause = ports.pause ?? sleep;

  const store = (next: KeysFile): void => {
    writeKeys(folder, backupFolder, next);
    keys = next;
    try {
      for (const other of around.known().otherBackups) copyKeys(backupFolder, other);
    } catch (error) {
      ports.log('second folder', error); // a full or read-only drive gets them with its next copy
    }
  };
  const requireKeys = (): KeysFile => {
    if (keys === undefined) throw new AppError('refused');
    return keys;
  };
  /** The data key for a right secret. Each failure makes the next answer later; which part was wrong is not told. */
  const tryOpen = async (secret: Secret): Promise<Buffer> => {
    if (failures > 0) await pause(Math.min(firstDelay * 2 ** (failures - 1), longestDelay));
    const dataKey = await openKeys(requireKeys(), secret);
    if (dataKey === undefined) {
      failures += 1;
      throw new AppError('wrongPassword');
    }
    failures = 0;
    return dataKey;
  };
  const withDataKey = async <T>(secret: Secret, use: (dataKey: Buffer) => Promise<T>): Promise<T> => {
    const dataKey = await tryOpen(secret);
    try {
      return await use(dataKey);
    } finally {
      dataKey.fill(0);
    }
  };
  const dropOpened = (): void => {
    try {
      rmSync(join(fileFolder, 'opened'), { recursive: true, force: true });
    } catch (error) {
      ports.log('opened files', error); // another program holds one open; the next lock tries again
    }
  };
  /** Files and backups follow the database; done again after a crash. */
  const finishOn = async (dataKey: Buffer): Promise<void> => {
    await switchTheRest(workspace, dataKey, around.known().otherBackups);
    const { language, theme } = around.known();
    store({ ...requireKeys(), changing: null, language, theme });
  };
  const finishOff = async (): Promise<void> => {
    await switchTheRest(workspace, undefined, around.known().otherBackups);
    removeKeys(folder, backupFolder);
    keys = undefined;
    dropKey(folder);
  };
  /** Opens the database; one that is damaged or missing is explained, and tried again after a backup took its place. */
  const openOrRecover = async (): Promise<void> => {
    for (;;) {
      try {
        around.open();
        return;
      } catch (error) {
        const lost = error instanceof AppError && ['databaseDamaged', 'databaseMissing'].includes(error.code);
        // oxlint-disable-next-line no-await-in-loop -- the officer answers once for each attempt
        if (lost && (await ports.recover?.(error)) === true) continue;
        dropKey(folder);
        throw error;
      }
    }
  };
  const open = async (secret: Secret): Promise<void> => {
    if (!locked) return;
    await withDataKey(secret, async dataKey => {
      const changing = requireKeys().changing;
      holdKey(folder, dataKey, changing !== 'off');
      await openOrRecover();
      locked = false;
      // What a crash has left is finished before work begins, so that it need not be thought of again.
      if (changing === 'on') await gate.hold(() => finishOn(dataKey));
      if (changing === 'off') await gate.hold(finishOff);
    });
  };
  const close = async (): Promise<void> => {
    if (locked || keys === undefined) return;
    await gate.hold(async () => {
      const { language, theme } = around.known();
      const present = requireKeys();
      if (present.language !== language || present.theme !== theme) store({ ...present, language, theme });
      locked = true;
      await around.close();
      dropKey(folder);
      dropOpened();
    });
  };
  const begin = async (password: string): Promise<string> => {
    if (keys !== undefined || locked) throw new AppError('refused');
    const code = newRecoveryCode();
    const dataKey = randomBytes(32);
    try {
      const wrapped = await wrapKey(dataKey, password, code);
      const { language, theme } = around.known();
      await gate.hold(async () => {
        store({ ...wrapped, changing: 'on', language, theme });
        holdKey(folder, dataKey);
        try {
          await around.exchange(() => switchDatabase(workspace, dataKey, ports.clock.now()));
        } catch (error) {
          if (formOf(workspace.databaseFile) === 'plain') {
            dropKey(folder);
            removeKeys(folder, backupFolder);
            keys = undefined;
          }
          throw error;
        }
        await finishOn(dataKey);
      });
      return code;
    } finally {
      dataKey.fill(0);
    }
  };
  const end = (password: string): Promise<void> =>
    withDataKey({ password }, dataKey =>
      gate.hold(async () => {
        store({ ...requireKeys(), changing: 'off' });
        holdKey(folder, dataKey, false);
        try {
          await around.exchange(() => switchDatabase(workspace, undefined, ports.clock.now()));
        } catch (error) {
          if (formOf(workspace.databaseFile) === 'encrypted') {
            holdKey(folder, dataKey);
            store({ ...requireKeys(), changing: null });
          }
          throw error;
        }
        await finishOff();
        dropOpened();
      }),
    );
  const requireOpen = (): void => {
    if (locked) throw new AppError('locked');
  };
  return {
    state: () => (locked ? 'locked' : keys === undefined ? 'off' : 'open'),
    keys: () => keys,
    unlock: secret => inTurn(() => open(secret)),
    lock: () => inTurn(close),
    turnOn: password => inTurn(() => begin(password)),
    turnOff: password =>
      inTurn(() => {
        requireOpen();
        return end(password);
      }),
    changePassword: (secret, next) =>
      inTurn(async () => {
        requireOpen();
        await withDataKey(secret, async dataKey => store(await withPassword(requireKeys(), dataKey, next)));
      }),
    renewCode: password =>
      inTurn(async () => {
        requireOpen();
        const code = newRecoveryCode();
        await withDataKey({ password }, async dataKey => store(await withCode(requireKeys(), dataKey, code)));
        return code;
      }),
  };
}
