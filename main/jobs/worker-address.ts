import { existsSync } from 'node:fs';
import { AppError } from '#shared/result.ts';

/** A worker's own file: TypeScript beside this one when run from source, a bundle of its own after the build. */
export function workerAddress(name: string): URL {
  const candidates = import.meta.url.endsWith('.ts') ? [`./${name}.ts`] : [`./${name}.js`, `../${name}.js`];
  const found = candidates.map(candidate => new URL(candidate, import.meta.url)).find(address => existsSync(address));
  if (found === undefined) throw new AppError('unexpected');
  return found;
}

/** Megabytes a thread has for what is soon forgotten: with less of it much time goes into moving rows that are still needed. */
export const youngMb = 48;
