import { Id, IsoDay, optionalDay } from './primitives.ts';
import { command, entityNames, query } from './procedure.ts';
import { recordMeta } from './records.ts';
import { z } from './zod.ts';

/** Kinds of records that are a person of their own. */
export const PersonKind = z.enum(['student', 'contact']);
export type PersonKind = z.output<typeof PersonKind>;

export const ErasureGround = z.enum(['request', 'retention']);

/** That a person was erased: whom only the record can tell, and it holds nothing of the person any more. */
export const erasureRecord = z.strictObject({
  ...recordMeta,
  entity: PersonKind,
  entityId: Id,
  ground: ErasureGround,
  erasedOn: IsoDay,
  /** From then on nothing can bring the person back; null while it can be undone. */
  purgedOn: optionalDay,
  /** The step of the history that emptied the records. */
  batchId: Id,
  /** How many records were emptied, and how many files went. */
  records: z.int().min(0),
  files: z.int().min(0),
});

const person = z.strictObject({ entity: PersonKind, id: Id });
const people = z.array(person).min(1, 'required').max(5000, 'tooLarge');

const erasure = erasureRecord.pick({
  id: true,
  entity: true,
  entityId: true,
  ground: true,
  erasedOn: true,
  purgedOn: true,
  records: true,
  files: true,
});

/** Copies made before: they hold the person until they are rotated away. */
const copies = z.strictObject({ count: z.int(), oldest: z.string().nullable(), newest: z.string().nullable() });

/** How many records of a kind. */
const count = z.strictObject({ entity: z.enum(entityNames), count: z.int() });

export const personalData = {
  /** What an erasure would do; nothing is written. Errors: notFound, personErased. */
  'personalData.preview': query(
    [...entityNames],
    z.strictObject({ people }),
    z.strictObject({
      people: z.int(),
      /** Students among them who still study. */
      studying: z.int(),
      /** Records about these persons alone: their texts and names go, everything that counts stays. */
      own: z.array(count),
      files: z.int(),
      letters: z.int(),
      /** Letters that also name others. */
      sharedLetters: z.int(),
      /** Records about others that name these persons; the first of them, and how many. */
      mentions: z.array(z.strictObject({ entity: z.enum(entityNames), id: Id, title: z.string() })),
      mentionCount: z.int(),
      /** Frozen reports that name them in their lists: they do not change. */
      frozenReports: z.int(),
      backups: copies,
    }),
  ),
  /** Erases persons: names, numbers and texts go, what counts stays. One step of undo. Errors: notFound, personErased. */
  'personalData.erase': command(
    z.strictObject({
      people,
      ground: ErasureGround.default('request'),
      /** Whether the text of letters that also name others goes. */
      sharedLetters: z.enum(['erase', 'keep']).default('erase'),
    }),
    z.strictObject({ people: z.int(), records: z.int() }),
  ),
  /** Whether and when a person was erased. */
  'personalData.of': query(['erasure'], person, z.strictObject({ erasure: erasure.nullable() })),
  /** The register of erasures, newest first. */
  'personalData.erasures': query(
    ['erasure', 'student', 'contact', 'firm', 'group', 'backup'],
    z.strictObject({}),
    z.strictObject({
      rows: z.array(erasure.extend({ detail: z.string() })),
      total: z.int(),
      /** Erased, and not purged yet. */
      waiting: z.array(Id),
      /** Whose purge was cut short: their traces may still lie in the file until it is written anew. */
      unfinished: z.array(Id),
      backups: copies,
    }),
  ),
  /**
   * Takes out of the history what it still says of erased persons, with their files, and rewrites the data file. Nothing brings
   * that back but a copy made before. Errors: notFound, diskFull, cancelled.
   */
  'personalData.purge': command(
    z.strictObject({ ids: z.array(Id).min(1, 'required').max(5000, 'tooLarge') }),
    z.strictObject({ people: z.int(), lines: z.int(), files: z.int() }),
  ),
  /** Leavers whose last day lies further back than the officer keeps their data. */
  'personalData.due': query(
    ['student', 'group', 'setting', 'erasure'],
    z.strictObject({ limit: z.int().min(1).max(5000).default(500) }),
    z.strictObject({
      /** 0 when nobody is ever due. */
      years: z.int(),
      /** The last day that is old enough; null without a rule. */
      until: optionalDay,
      total: z.int(),
      rows: z.array(z.strictObject({ id: Id, name: z.string(), groupCode: z.string().nullable(), leftOn: IsoDay })),
      /** Leavers without a last day, of whom nobody can say. */
      withoutDay: z.int(),
      /** A purge was cut short. */
      purgeUnfinished: z.boolean(),
    }),
  ),
  /** Writes everything that is stored about a person into a Word file. Errors: notFound, noAccess, diskFull. */
  'personalData.export': command(person, z.strictObject({ path: z.string(), name: z.string() })),
} as const;
