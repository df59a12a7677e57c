import { contactFields, contactRecord, firmFields, firmRecord } from './firms.ts';
import { Id, IsoDay, optionalDay, optionalId, optionalText, requiredText } from './primitives.ts';
import { command, query } from './procedure.ts';
import { recordMeta, recordProcedures } from './records.ts';
import { z } from './zod.ts';

export const InteractionKind = z.enum(['call', 'visit', 'meeting', 'letter', 'email']);

/** One contact with a firm, and what was agreed to do next. */
export const interactionFields = z.strictObject({
  firmId: requiredText(64),
  contactId: optionalId,
  kind: InteractionKind,
  happenedOn: IsoDay,
  summary: requiredText(4000),
  nextStep: optionalText(1000),
  nextOn: optionalDay,
  /** The day the next step was done. */
  doneOn: optionalDay,
});
export const interactionRecord = z.strictObject({ ...recordMeta, ...interactionFields.shape });
const interactionRow = interactionRecord.extend({ firmName: z.string(), contactName: z.string().nullable() });

/** An event in the life of a relationship; `entity` and `id` lead to the record. */
export const TimelineEvent = z.strictObject({
  on: IsoDay,
  kind: z.enum([
    'interaction',
    'agreementSigned',
    'amendmentInEffect',
    'agreementEnded',
    'placements',
    'request',
    'requestDecided',
    'letter',
    'hired',
    'visit',
    'evaluations',
  ]),
  entity: z.string(),
  id: Id,
  title: z.string(),
  detail: z.string(),
  /** Records behind one line, such as students placed on the same day. */
  count: z.int(),
});

export const FirmPair = z.strictObject({
  why: z.enum(['bin', 'name']),
  firms: z.array(
    z.strictObject({
      id: Id,
      name: z.string(),
      bin: z.string().nullable(),
      city: z.string().nullable(),
      references: z.int(),
    }),
  ),
});

const ContactPair = z.strictObject({
  why: z.enum(['name', 'phone']),
  contacts: z.array(
    z.strictObject({
      id: Id,
      name: z.string(),
      position: z.string().nullable(),
      phone: z.string().nullable(),
      firmName: z.string(),
      references: z.int(),
    }),
  ),
});

/** What refers to the two records of a pair, by record kind. */
const pairReferences = z.array(z.strictObject({ entity: z.string(), keep: z.int(), other: z.int() }));
const pair = { keepId: Id, otherId: Id };
const merged = z.strictObject({ id: Id, moved: z.int() });

const contactReads = ['contact', 'firm', 'agreement', 'amendment', 'placement', 'request', 'interaction'] as const;

export const relations = {
  ...recordProcedures({
    name: 'interactions',
    entity: 'interaction',
    fields: interactionFields,
    row: interactionRow,
    detail: interactionRow,
    filter: z.strictObject({
      firmId: z.string().optional(),
      contactId: z.string().optional(),
      kind: z.array(InteractionKind).optional(),
      happenedFrom: IsoDay.optional(),
      happenedTo: IsoDay.optional(),
      /** With a next step that is not done. */
      open: z.boolean().optional(),
      ids: z.array(z.string()).optional(),
    }),
    reads: ['firm', 'contact'],
  }),
  /** Everything that concerns a firm, newest first. */
  'firms.timeline': query(
    ['firm', 'interaction', 'agreement', 'amendment', 'placement', 'request', 'letter', 'visit', 'evaluation'],
    z.strictObject({ id: Id, limit: z.int().min(1).max(500).default(100) }),
    z.array(TimelineEvent),
  ),
  /** Groups of firms that may be the same one: by BIN without zeros, by name without legal form, quotes and case. */
  'firms.duplicates': query(
    ['firm', 'agreement', 'placement', 'contact', 'site', 'request', 'letter', 'interaction'],
    z.strictObject({}),
    z.array(FirmPair),
  ),
  /** Two firms side by side with what refers to each. */
  'firms.compare': query(
    ['firm', 'agreement', 'placement', 'contact', 'site', 'request', 'letter', 'interaction'],
    z.strictObject(pair),
    z.strictObject({ keep: firmRecord, other: firmRecord, references: pairReferences }),
  ),
  /** Moves every record of the other firm to the one that stays, gives it the chosen values and removes the other: one step of undo. */
  'firms.merge': command(z.strictObject({ ...pair, fields: firmFields.partial().default({}) }), merged),
  /** Groups of people of one firm who may be the same person: by name without regard to Kazakh letters and case, by phone. */
  'contacts.duplicates': query(contactReads, z.strictObject({}), z.array(ContactPair)),
  /** Two people of one firm side by side with what refers to each. */
  'contacts.compare': query(
    contactReads,
    z.strictObject(pair),
    z.strictObject({ keep: contactRecord, other: contactRecord, references: pairReferences }),
  ),
  /** Moves every record of the other person to the one that stays, with the chosen values and the roles of both: one step of undo. */
  'contacts.merge': command(
    z.strictObject({ ...pair, fields: contactFields.omit({ firmId: true, roles: true }).partial().default({}) }),
    merged,
  ),
} as const;
