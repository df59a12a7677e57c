import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** How every switch of the packaged Electron must stand; electron-builder.yml sets them, this list is what is read back. */
export const wantedFuses: Readonly<Record<string, boolean>> = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};

/** Reads the switches out of an Electron executable: name → on or off. */
export async function readFuses(executable: string): Promise<Readonly<Record<string, boolean>>> {
  const wire = await getCurrentFuseWire(executable);
  return Object.fromEntries(
    Object.keys(wantedFuses).map(name => [
      name,
      wire[FuseV1Options[name as keyof typeof FuseV1Options] as FuseV1Options] === FuseState.ENABLE,
    ]),
  );
}

/** Throws with the names of the switches that stand wrong. */
export async function requireFuses(executable: string): Promise<void> {
  const fuses = await readFuses(executable);
  const wrong = Object.entries(wantedFuses).filter(([name, wanted]) => fuses[name] !== wanted);
  if (wrong.length > 0)
    throw new Error(`Fuses of ${executable} stand wrong: ${wrong.map(([name]) => name).join(', ')}`);
}
