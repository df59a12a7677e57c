import type { WriteDb } from '#main/database/handles.ts';
import { verifyData } from '#main/features/history/verify-data.ts';

/** A job whose progress nobody watches. */
export const quietJob = { expect: () => undefined, step: () => Promise.resolve() };

/** What the check of the data says about a database, attached files left out. */
export const checked = (db: WriteDb) => verifyData(db, { fileFolder: null }, quietJob);

/** Whether the check has anything to say: damage, a step that does not stand, a computed value that lags behind. */
export async function isSpotless(db: WriteDb): Promise<boolean> {
  const { flaw, problemCount, outdated } = await checked(db);
  return flaw === null && problemCount === 0 && outdated === 0;
}
