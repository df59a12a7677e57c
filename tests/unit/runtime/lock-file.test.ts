import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

type Entry = {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

const lock = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../../package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Entry>>;
};

/** True when Node's rule of looking upwards finds the package from where it is asked for. */
function isLocked(from: string, name: string): boolean {
  if (lock.packages[`${from === '' ? '' : `${from}/`}node_modules/${name}`] !== undefined) return true;
  if (from === '') return false;
  const end = from.lastIndexOf('/node_modules/');
  return isLocked(end < 0 ? '' : from.slice(0, end), name);
}

test('the lock file names every dependency of every system, so that npm ci accepts it everywhere', () => {
  const missing = Object.entries(lock.packages).flatMap(([place, entry]) =>
    Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })
      .filter(name => !isLocked(place, name))
      .map(name => `${name}, asked for by ${place || 'the project'}`),
  );
  expect(missing).toEqual([]);
});
