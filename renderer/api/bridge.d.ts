import type { Result } from '#shared/result.ts';

/** What the preload script exposes: one function per channel of the contract, and a few facts of the shell. */
declare global {
  interface Window {
    readonly bridge: Readonly<Record<string, (request: unknown) => Promise<Result<unknown>>>>;
    readonly shell: {
      /** Calls back with the name of a menu action; returns a function that stops listening. */
      onMenu(callback: (action: string) => void): (() => void) | void;
      readonly platform: string;
      readonly versions: Readonly<Record<string, string>>;
      /** The path of a dropped or chosen file, which the page itself cannot see. */
      pathForFile(file: File): string;
    };
  }
}
