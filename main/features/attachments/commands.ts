import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Input, Output } from '#shared/contract/index.ts';
import type { EntityName } from '#shared/contract/procedure.ts';
import { openableExtension } from '#shared/domain/file-kinds.ts';
import { AppError } from '#shared/result.ts';
import type { Application } from '../../application.ts';
import { requireRecord, runBatch, type Transaction } from '../../database/records.ts';
import { readInsideNow } from '../../database/sealed-files.ts';
import { safeFileName } from '../shared/file-names.ts';
import { titleOf } from '../shared/record-feature.ts';
import { checkFile, filePath, type KeptFile, keepBytes, keepFile } from './store.ts';

type Added = { readonly value: Output<'attachments.add'>; readonly changed: readonly EntityName[] };
type Owner = { readonly entity: EntityName; readonly entityId: string };
type Named = KeptFile & { readonly name: string };

const owners = new Set<EntityName>([
  'attachment',
  'setting',
  'importProfile',
  'importAnswer',
  'savedView',
  'task',
  'signing',
]);

/** Files hang on records the officer can open. Errors: notFound, refused. */
function requireOwner({ db }: Application, { entity, entityId }: Owner): void {
  if (owners.has(entity)) throw new AppError('refused');
  requireRecord(db(), entity, entityId);
}

/** Attaches files whose bytes are kept already, as one step of undo. Errors: notFound. */
function attach({ db, ports }: Application, { entity, entityId }: Owner, files: readonly Named[]): Added {
  const { value, changed } = runBatch(db(), ports, tx => {
    const record = requireRecord(tx.db, entity, entityId);
    const ids = files.map(
      ({ name, hash, bytes, mime }) =>
        tx.insert('attachment', { entity, entityId, name, hash, bytes, mime, notes: null }).id,
    );
    tx.label('attached', { entity, title: titleOf(tx.db, entity, record), count: ids.length });
    return { ids };
  });
  return { value, changed };
}

/** Copies files in and attaches them; if one cannot be copied, none is attached. Errors: notFound, noAccess, fileTooLarge, fileEmpty, diskFull. */
export async function addAttachments(application: Application, input: Input<'attachments.add'>): Promise<Added> {
  requireOwner(application, input);
  const files: Named[] = [];
  for (const path of input.paths) {
    const name = basename(path).slice(0, 200);
    files.push({ name, ...(await keepFile(application.workspace.fileFolder, path, name)) });
  }
  return attach(application, input, files);
}

/** Attaches bytes that came without a file. Errors: notFound, fileTooLarge, fileEmpty, diskFull. */
export async function pasteAttachment(application: Application, input: Input<'attachments.paste'>): Promise<Added> {
  requireOwner(application, input);
  const kept = await keepBytes(application.workspace.fileFolder, input.bytes, input.name);
  return attach(application, input, [{ name: input.name, ...kept }]);
}

export function updateAttachment(tx: Transaction, input: Input<'attachments.update'>): Output<'attachments.update'> {
  const { name, notes } = input.patch;
  const { id, revision } = tx.update(
    'attachment',
    input.id,
    { ...(name === undefined ? {} : { name }), ...(notes === undefined ? {} : { notes }) },
    input.revision,
  );
  return { id, revision };
}

/** Takes a file off its record; its bytes stay in the folder. Errors: notFound, stale. */
export function removeAttachment(tx: Transaction, input: Input<'attachments.remove'>): Output<'attachments.remove'> {
  const file = requireRecord(tx.db, 'attachment', input.id);
  tx.remove('attachment', input.id, input.revision);
  tx.label('detached', { title: file.name });
  return { id: input.id };
}

/** The name without its ending, as every system takes it. */
const stemOf = (name: string): string => safeFileName(name.replace(/\.[^.]{1,8}$/u, ''));

/**
 * Opens a copy of an attached file under an extension that follows from its bytes, so that the system never runs it and the
 * kept bytes never change. Errors: notFound, refused, fileChanged.
 */
export async function openAttachment(
  { db, workspace, ports }: Application,
  { id }: Input<'attachments.open'>,
): Promise<Record<string, never>> {
  const file = requireRecord(db(), 'attachment', id);
  const extension = openableExtension(file.mime);
  if (extension === undefined) throw new AppError('refused');
  const health = await checkFile(workspace.fileFolder, file.hash, file.bytes);
  if (health === 'missing') throw new AppError('notFound', { name: file.name });
  if (health === 'changed') throw new AppError('fileChanged', { name: file.name });
  const folder = join(workspace.fileFolder, 'opened', file.hash.slice(0, 16));
  mkdirSync(folder, { recursive: true });
  const copy = join(folder, `${stemOf(file.name)}${extension}`);
  rmSync(copy, { recursive: true, force: true }); // a link that lies there must not be written through
  writeFileSync(copy, readInsideNow(filePath(workspace.fileFolder, file.hash)));
  await ports.opener?.(copy);
  return {};
}
