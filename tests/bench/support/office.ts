import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether this machine has LibreOffice to compare with. */
export const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;

/** LibreOffice reading files and writing them in another format in one run, without a window. */
export function convertByLibreOffice(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  to: string,
): void {
  const folder = mkdtempSync(join(tmpdir(), 'seriktes-bench-office-'));
  const paths = files.map(({ name, bytes }) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
  spawnSync('soffice', [
    '--headless',
    `-env:UserInstallation=file://${folder}`,
    '--convert-to',
    to,
    '--outdir',
    folder,
    ...paths,
  ]);
  rmSync(folder, { recursive: true, force: true });
}
