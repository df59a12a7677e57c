/** `npm run package -- [--linux|--win|--mac] [--dir]`: packages the built program and checks what came out. */
import { existsSync, mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build, Platform } from 'electron-builder';
import { requireFuses } from './fuses.ts';
import { collectLicences, licencesText } from './licences.ts';
import { isTarget, requireShipped, shippedBinaries, shippedBinary } from './native-binaries.ts';

const project = resolve(import.meta.dirname, '..');

/** The executables of the unpacked programs in a folder of packages. */
export function executablesIn(output: string): readonly string[] {
  return readdirSync(output).flatMap(name => {
    const places = [
      join(output, name, 'seriktes'),
      join(output, name, 'Seriktes.exe'),
      join(output, name, 'Seriktes.app/Contents/MacOS/Seriktes'),
    ];
    return places.filter(place => existsSync(place));
  });
}

/** Puts the shipped binaries back where the test runtime's may stand. */
export function useShippedBinaries(): void {
  for (const target of Object.keys(shippedBinaries.sha256).filter(isTarget)) {
    const shipped = shippedBinary(target);
    requireShipped(shipped, target);
    const place = join(project, 'node_modules/better-sqlite3/prebuilds', `${target}.node`);
    if (shipped !== place) renameSync(shipped, place);
  }
}

/** What the licences screen shows, as a text beside the program. */
export function writeLicences(): void {
  mkdirSync(join(project, 'out'), { recursive: true });
  writeFileSync(join(project, 'out/licences.txt'), licencesText(collectLicences()));
}

/** The size of a file or of everything in a folder, bytes. */
export function sizeOf(place: string): number {
  const details = statSync(place);
  if (!details.isDirectory()) return details.size;
  return readdirSync(place).reduce((sum, name) => sum + sizeOf(join(place, name)), 0);
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

async function packageProgram(): Promise<void> {
  const { values } = parseArgs({
    options: {
      linux: { type: 'boolean' },
      win: { type: 'boolean' },
      mac: { type: 'boolean' },
      dir: { type: 'boolean', default: false },
    },
  });
  const wanted = [
    ...(values.linux === true ? [Platform.LINUX] : []),
    ...(values.win === true ? [Platform.WINDOWS] : []),
    ...(values.mac === true ? [Platform.MAC] : []),
  ];
  const platforms = wanted.length > 0 ? wanted : [Platform.current()];
  useShippedBinaries();
  writeLicences();
  for (const platform of platforms)
    await build({
      targets: platform.createTarget(values.dir ? 'dir' : undefined),
      projectDir: project,
      publish: 'never',
    });
  const output = join(project, 'dist');
  for (const executable of executablesIn(output)) await requireFuses(executable);
  for (const name of readdirSync(output).filter(entry => !/^builder-|\.(?:blockmap|ya?ml)$/u.test(entry)))
    process.stdout.write(`${name}: ${megabytes(sizeOf(join(output, name)))}\n`);
}

if (import.meta.main) await packageProgram();
