import { type Depth, depthRungs } from '../domain/depth-ladder.ts';
import { healthRules } from '../domain/partnership-health.ts';
import { Id, IsoDay, Language, optionalText, requiredText } from './primitives.ts';
import { command, query } from './procedure.ts';
import { recordMeta } from './records.ts';
import { z } from './zod.ts';

/** How deep a partnership is; `none` while there is not even a contact. */
export const DepthName = z.enum(['none', ...depthRungs]) satisfies z.ZodType<Depth>;

/** A firm is not asked to be called before a day. */
export const callPauseRecord = z.strictObject({
  ...recordMeta,
  firmId: requiredText(64),
  untilOn: IsoDay,
  note: optionalText(1000),
});

/** What one rule of partnership health says; the words are chosen by `reason`. */
export const HealthFindingLine = z.strictObject({
  rule: z.enum(healthRules),
  weight: z.number(),
  /** Points earned, of `weight`. */
  points: z.number(),
  reason: z.string(),
  count: z.int(),
  total: z.int(),
  on: IsoDay.nullable(),
});

const reads = [
  'firm',
  'contact',
  'interaction',
  'promise',
  'agreement',
  'amendment',
  'agreementType',
  'request',
  'letter',
  'placement',
  'practiceType',
  'engagement',
  'engagementKind',
  'callPause',
  'setting',
] as const;

export const partnership = {
  /** How a partnership stands today: its score with the reasons, and its depth with what is missing for the next step. */
  'partnership.firm': query(
    reads,
    z.strictObject({ id: Id }),
    z.strictObject({
      /** 0–100; null when the records give nothing to judge. */
      score: z.int().nullable(),
      findings: z.array(HealthFindingLine),
      depth: DepthName,
      rungs: z.array(z.strictObject({ rung: z.enum(depthRungs), held: z.boolean() })),
      pausedUntil: IsoDay.nullable(),
    }),
  ),
  /** The firms that need a call most, with the reasons; those called within a week, put off or former are left out. */
  'partnership.callList': query(
    reads,
    z.strictObject({ limit: z.int().min(1).max(50).default(10) }),
    z.strictObject({
      firms: z.array(
        z.strictObject({
          id: Id,
          name: z.string(),
          score: z.int().nullable(),
          phone: z.string().nullable(),
          /** The person of the last contact, or the first on the list. */
          contactName: z.string().nullable(),
          contactPhone: z.string().nullable(),
          /** Only what takes points away, the heaviest first. */
          findings: z.array(HealthFindingLine),
        }),
      ),
      /** Firms that lose points at all. */
      total: z.int(),
      paused: z.int(),
    }),
  ),
  /** Leaves a firm out of the list until a day after today; today or none puts it back. */
  'partnership.pause': command(
    z.strictObject({ id: Id, until: IsoDay, note: optionalText(1000).optional() }),
    z.strictObject({ id: Id }),
  ),
  /**
   * Writes everything whoever takes over must know of firms, or of the whole desk when none is named, into the folder of letters.
   * Shown and stopped as the job «handover»: a stopped one leaves no file. Errors: refused (no printer), notFound, noAccess, diskFull,
   * cancelled.
   */
  'partnership.handover': command(
    z.strictObject({
      ids: z.array(Id).max(5000),
      language: Language,
      format: z.enum(['docx', 'pdf']),
    }),
    z.strictObject({ path: z.string(), firms: z.int() }),
  ),
} as const;
