import { Id, optionalText, Revision, requiredText } from './primitives.ts';
import { command, entityNames, query } from './procedure.ts';
import { recordMeta } from './records.ts';
import { z } from './zod.ts';

/** Kinds of record; a file can be attached to any of them. */
export const EntityName = z.enum(entityNames);

/** A file of a record. The bytes lie in the data folder under their hash. */
export const attachmentRecord = z.strictObject({
  ...recordMeta,
  entity: EntityName,
  entityId: requiredText(64),
  name: requiredText(200),
  /** SHA-256, hexadecimal. */
  hash: z.string().regex(/^[0-9a-f]{64}$/u),
  bytes: z.int().min(0),
  mime: z.string(),
  notes: optionalText(1000),
});

const owner = { entity: EntityName, entityId: Id } as const;
const one = { id: Id, revision: Revision } as const;
const added = z.strictObject({ ids: z.array(Id) });

export const attachments = {
  'attachments.list': query(
    ['attachment', 'file'],
    z.strictObject(owner),
    z.array(
      attachmentRecord.omit({ entity: true, entityId: true }).extend({
        /** Whether the file can be opened from here. */
        openable: z.boolean(),
        present: z.boolean(),
      }),
    ),
  ),
  /** Copies files into the data folder and attaches them. Errors: notFound, noAccess, fileTooLarge, fileEmpty, fileKind, diskFull. */
  'attachments.add': command(
    z.strictObject({ ...owner, paths: z.array(z.string().min(1).max(1000)).min(1).max(50) }),
    added,
  ),
  /** The same for bytes without a file, such as a picture from the clipboard. */
  'attachments.paste': command(
    z.strictObject({ ...owner, name: requiredText(200), bytes: z.instanceof(Uint8Array) }),
    added,
  ),
  'attachments.update': command(
    z.strictObject({
      ...one,
      patch: z.strictObject({ name: requiredText(200).optional(), notes: optionalText(1000).optional() }),
    }),
    z.strictObject(one),
  ),
  /** Takes the file off the record; the bytes stay in the data folder, so that this can be undone. */
  'attachments.remove': command(z.strictObject(one), z.strictObject({ id: Id })),
  /** Opens the file in the system's program for it. Errors: notFound, refused, fileChanged. */
  'attachments.open': command(z.strictObject({ id: Id }), z.strictObject({})),
  /** Reads every kept file and names those that are missing or no longer what was attached. */
  'attachments.check': query(
    ['attachment', 'file'],
    z.strictObject({}),
    z.strictObject({
      checked: z.int(),
      problems: z.array(
        z.strictObject({
          id: Id,
          ...owner,
          title: z.string(),
          name: z.string(),
          problem: z.enum(['missing', 'changed']),
        }),
      ),
    }),
  ),
} as const;
