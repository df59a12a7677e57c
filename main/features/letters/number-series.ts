import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Application } from '../../application.ts';
import type { ReadDb } from '../../database/handles.ts';
import { readNote, writeSafely } from '../../database/safe-files.ts';

/**
 * The highest number given out per year is also kept beside the database: a restored copy knows nothing of the letters that
 * left the college after it was made, and their numbers must not be given again.
 */
const marksFile = (application: Application): string => join(application.workspace.folder, 'letter-numbers.json');

/** The first batch names the college: a copy of it has the same, another college in the same folder has not. */
const collegeOf = (db: ReadDb): string => db.value<string>('SELECT id FROM batch ORDER BY seq LIMIT 1') ?? '';

type Marks = Readonly<Record<string, number>>;

/** No college sends so many letters a year: what a damaged file says beyond it would spoil every number from here on. */
const highest = 1_000_000;

/** Without the file, or with a damaged one, the register alone decides. */
function readMarks(application: Application): Marks {
  const { college, years } = Object(readNote(marksFile(application))) as Record<string, unknown>;
  if (college !== collegeOf(application.db())) return {};
  const known = Object.entries(Object(years) as Record<string, unknown>);
  return Object.fromEntries(
    known.filter((year): year is [string, number] => Number.isSafeInteger(year[1]) && Number(year[1]) < highest),
  );
}

const highestInRegister = (db: ReadDb, year: number): number =>
  db.value<number | null>('SELECT max(sequence) FROM letter WHERE year = ?', year) ?? 0;

/** The next running number of a calendar year. */
export function nextSequence(application: Application, year: number): number {
  return Math.max(highestInRegister(application.db(), year), readMarks(application)[String(year)] ?? 0) + 1;
}

/** Numbers of the invented college are not the college's: its own letters begin with the first. */
export function forgetSequences(application: Application): void {
  rmSync(marksFile(application), { force: true });
}

/** Keeps the highest number given out; failing to is logged, since the register itself is safe. */
export function markSequence(application: Application, year: number, sequence: number): void {
  const years = { ...readMarks(application), [String(year)]: sequence };
  const file = marksFile(application);
  try {
    writeSafely(file, JSON.stringify({ college: collegeOf(application.db()), years }));
  } catch (error) {
    application.ports.log('letter-numbers', error);
  }
}
