import { copyFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';
import { temporaryFolder } from './app.ts';

type Fuses = { readonly wanted: readonly boolean[]; readonly read: readonly boolean[] };

/** Writes the fuses that the package's configuration asks for into a copy of the runtime and reads them back, in the order of the wire. */
export async function flippedFuses(config: string): Promise<Fuses> {
  const executable = process.env['SERIKTES_ELECTRON'] ?? '';
  const on = (name: string): boolean => new RegExp(`^ {2}${name}: true$`, 'mu').test(config);
  const wanted = {
    [FuseV1Options.RunAsNode]: on('runAsNode'),
    [FuseV1Options.EnableCookieEncryption]: on('enableCookieEncryption'),
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: on('enableNodeOptionsEnvironmentVariable'),
    [FuseV1Options.EnableNodeCliInspectArguments]: on('enableNodeCliInspectArguments'),
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on('enableEmbeddedAsarIntegrityValidation'),
    [FuseV1Options.OnlyLoadAppFromAsar]: on('onlyLoadAppFromAsar'),
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: on('loadBrowserProcessSpecificV8Snapshot'),
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: on('grantFileProtocolExtraPrivileges'),
  };
  const binary = ['electron.real', 'electron'].map(name => path.join(path.dirname(executable), name));
  const largest = binary
    .flatMap(name => (statSync(name, { throwIfNoEntry: false }) === undefined ? [] : [name]))
    .toSorted((left, right) => statSync(right).size - statSync(left).size)[0];
  const copy = path.join(temporaryFolder('fuses'), 'electron');
  copyFileSync(largest ?? executable, copy);
  await flipFuses(copy, { version: FuseVersion.V1, ...wanted });
  const wire = await getCurrentFuseWire(copy);
  const states = new Map(Object.entries(wire));
  const read = Object.keys(wanted).map(option => states.get(option) === FuseState.ENABLE);
  return { wanted: Object.values(wanted), read };
}
