import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from '#shared/contract/zod.ts';
import { readNote, writeSafely } from '../../database/safe-files.ts';
import type { Workspace } from '../../workspace.ts';

/** A purge that has begun: whose, and the attached files that go with it. Neither tells who somebody was. */
const Unfinished = z.object({
  ids: z.array(z.string()),
  fileHashes: z.array(z.string().regex(/^[0-9a-f]{64}$/u)),
});
export type UnfinishedPurge = z.output<typeof Unfinished>;

const placeOf = ({ folder }: Workspace): string => join(folder, 'unfinished-purge.json');

/** What is left of a purge that was cut short: by a full disk, or with the program itself. */
export const readUnfinished = (workspace: Workspace): UnfinishedPurge =>
  Unfinished.safeParse(readNote(placeOf(workspace))).data ?? { ids: [], fileHashes: [] };

/** Notes what is about to be purged, or that nothing is left to do. Errors: those of the file system. */
export function noteUnfinished(workspace: Workspace, purge: UnfinishedPurge): void {
  if (purge.ids.length > 0) writeSafely(placeOf(workspace), JSON.stringify(purge));
  else rmSync(placeOf(workspace), { force: true });
}
