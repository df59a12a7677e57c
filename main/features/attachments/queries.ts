import { attachmentRecord } from '#shared/contract/attachments.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import { openableExtension } from '#shared/domain/file-kinds.ts';
import type { Application } from '../../application.ts';
import { entities } from '../../database/entities.ts';
import { holdsFile } from '../../database/kept-files.ts';
import { fromRow } from '../../database/mapping.ts';
import { readRecord } from '../../database/records.ts';
import { checkFile } from './store.ts';

export { checkFile, filePath } from './store.ts';

/** The files of a record, oldest first. */
export function listAttachments(
  { db, workspace }: Application,
  { entity, entityId }: Input<'attachments.list'>,
): Output<'attachments.list'> {
  return db()
    .all<Record<string, unknown>>(
      'SELECT * FROM attachment WHERE entity = ? AND entity_id = ? ORDER BY created_at, id',
      entity,
      entityId,
    )
    .map(row => {
      const { entity: _entity, entityId: _id, ...file } = fromRow(attachmentRecord, row);
      return {
        ...file,
        openable: openableExtension(file.mime) !== undefined,
        present: holdsFile(workspace.fileFolder, file),
      };
    });
}

/** Reads every kept file; the same bytes are read once. */
export async function checkAttachments({ db, workspace }: Application): Promise<Output<'attachments.check'>> {
  const files = db()
    .all<Record<string, unknown>>('SELECT * FROM attachment ORDER BY hash, id')
    .map(row => fromRow(attachmentRecord, row));
  const problems: Output<'attachments.check'>['problems'] = [];
  let last: { hash: string; health: Awaited<ReturnType<typeof checkFile>> } | undefined;
  for (const { id, entity, entityId, name, hash, bytes } of files) {
    const health = last?.hash === hash ? last.health : await checkFile(workspace.fileFolder, hash, bytes);
    last = { hash, health };
    if (health === 'sound') continue;
    const record = readRecord(db(), entity, entityId);
    const title = record === undefined ? '' : entities[entity].title(record as never, db());
    problems.push({ id, entity, entityId, title, name, problem: health });
  }
  return { checked: files.length, problems };
}
