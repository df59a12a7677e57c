import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const megabytes = 32;

/** A volume of 32 MB of its own, as a USB stick would be, that can be filled but for some kilobytes. */
export type SmallVolume = {
  readonly folder: string;
  /** False where the machine does not allow mounting; tests are skipped then. */
  readonly mounted: boolean;
  /** Fills the volume but for some kilobytes. */
  readonly leave: (kilobytes: number) => void;
  /** Takes away what fills it. */
  readonly free: () => void;
  readonly empty: () => void;
  readonly unmount: () => void;
};

function mount(folder: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false; // not allowed: the test says so by being skipped
  }
}

export function smallVolume(): SmallVolume {
  const folder = mkdtempSync(join(tmpdir(), 'seriktes-volume-'));
  const mounted = mount(folder);
  const filler = join(folder, 'filler');
  const free = (): void => rmSync(filler, { force: true });
  return {
    folder,
    mounted,
    free,
    leave: kilobytes => {
      free();
      const room = Number(execFileSync('stat', ['-f', '-c', '%a', folder], { encoding: 'utf8' })) * 4096;
      const taken = room - kilobytes * 1024;
      if (taken > 0) writeFileSync(filler, Buffer.alloc(taken));
    },
    empty: () => {
      for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
    },
    unmount: () => {
      if (mounted) execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What an action that was cut short must not leave in a folder, at any depth. */
export const halvesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
        /\.(?:part|incoming|restoring)$/u.test(name),
      )
    : [];
