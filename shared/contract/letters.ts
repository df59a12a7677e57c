import { LetterKind, LetterLanguage } from './letter-kinds.ts';
import { Id, IsoDay, optionalText, Revision } from './primitives.ts';
import { command, entityNames, query } from './procedure.ts';
import { listInput, listOutput, Reference, recordMeta } from './records.ts';
import { z } from './zod.ts';

export { LetterKind, LetterLanguage } from './letter-kinds.ts';

/** A line of the register of outgoing letters, with what was printed. */
export const letterRecord = z.strictObject({
  ...recordMeta,
  kind: LetterKind,
  language: LetterLanguage,
  /** Of the series of outgoing letters, or that of the contract or minutes; empty on a form without one. */
  number: z.string().max(60),
  /** Running number within `year`, never used twice, not even after undo; null for papers that are no outgoing letters. */
  sequence: z.int().min(1).nullable(),
  year: z.int(),
  issuedOn: IsoDay,
  /** Null for papers about several firms, such as registers. */
  firmId: z.string().nullable(),
  studentId: z.string().nullable(),
  /** The agreement that the paper is, or amends. */
  agreementId: z.string().nullable(),
  placementIds: z.array(z.string()),
  /** The curriculum change request that a reply answers. */
  requestId: z.string().nullable(),
  subject: z.string(),
  template: z.string(),
  templateHash: z.string(),
  /** The values that were filled in, so that the same paper can be explained years later. */
  fields: z.record(z.string(), z.unknown()),
  fileHash: z.string(),
  /** Taken back: the number stays in the register and is not given again. */
  void: z.boolean(),
  notes: z.string().nullable(),
});

export const letterRow = letterRecord
  .pick({
    id: true,
    revision: true,
    kind: true,
    language: true,
    number: true,
    sequence: true,
    year: true,
    issuedOn: true,
    firmId: true,
    studentId: true,
    agreementId: true,
    requestId: true,
    subject: true,
    void: true,
    notes: true,
    updatedAt: true,
  })
  .extend({
    firmName: z.string().nullable(),
    studentName: z.string().nullable(),
    agreementNumber: z.string().nullable(),
    requestNumber: z.string().nullable(),
    placements: z.int(),
  });

export const letterFilter = z.strictObject({
  kind: z.array(LetterKind).optional(),
  language: z.array(LetterLanguage).optional(),
  firmId: z.string().optional(),
  studentId: z.string().optional(),
  agreementId: z.string().optional(),
  placementId: z.string().optional(),
  requestId: z.string().optional(),
  year: z.array(z.int()).optional(),
  issuedFrom: IsoDay.optional(),
  issuedTo: IsoDay.optional(),
  void: z.boolean().optional(),
  /** Only outgoing letters with a number of the series, or only the other papers. */
  numbered: z.boolean().optional(),
  ids: z.array(z.string()).optional(),
});

const list = listInput(letterFilter);

/** What is to be printed: `ids` are those of the records the kind is about (`letterKinds`). */
const letterOrder = z.strictObject({
  kind: LetterKind,
  language: LetterLanguage,
  ids: z.array(Id).min(1, 'required').max(5000, 'tooLarge'),
  /** The date on the letter; today when left out. Its calendar year decides the number series. */
  issuedOn: IsoDay.optional(),
});

/** A page to look at: the address of an inert document where there is a screen, its HTML where there is none. */
export const shownPage = z.strictObject({
  address: z.string().nullable(),
  html: z.string().nullable(),
  /** Of its widest sheet, in millimetres. */
  width: z.number(),
});
export type ShownPage = z.output<typeof shownPage>;

export const TemplateIssue = z.strictObject({
  kind: z.enum([
    'unknownField',
    'unknownList',
    'outsideList',
    'unclosedList',
    'unopenedList',
    'crossedLists',
    'missingBrace',
    'doubleBrace',
    'otherBrackets',
    'splitList',
    'emptyTag',
    'notInPdf',
  ]),
  tag: z.string(),
  suggestion: z.string().optional(),
});
export type TemplateIssue = z.output<typeof TemplateIssue>;

export const LetterTemplate = z.strictObject({
  kind: LetterKind,
  language: LetterLanguage,
  file: z.string(),
  /** The officer's own version, not the one that came with the program. */
  changed: z.boolean(),
  /** Why the file cannot be used at all; null when it can. */
  broken: z.string().nullable(),
  issues: z.array(TemplateIssue),
  fields: z.int(),
});
export type LetterTemplate = z.output<typeof LetterTemplate>;

/** The college's emblem; `url` is the picture itself. */
const Logo = z.strictObject({
  logo: z
    .strictObject({ name: z.string(), size: z.int(), width: z.int(), height: z.int(), url: z.string() })
    .nullable(),
});

/** One field a template may use: how it is written, and what it says for the record that was chosen. */
export const TemplateField = z.strictObject({
  name: z.string(),
  /** The list in whose rows it stands; null outside any. */
  list: z.string().nullable(),
  label: z.string(),
  /** One tag, or one for each language of a paper in two; `value` is null without a record, empty when it prints as a blank. */
  tags: z.array(z.strictObject({ tag: z.string(), value: z.string().nullable() })),
});
export type TemplateField = z.output<typeof TemplateField>;

const templateName = z.strictObject({ kind: LetterKind, language: LetterLanguage });

export const LetterFormat = z.enum(['docx', 'pdf', 'pdfCombined']);
export type LetterFormat = z.output<typeof LetterFormat>;

export const letters = {
  'letters.list': query(['letter', 'firm', 'student', 'request', 'agreement'], list, listOutput(letterRow)),
  'letters.ids': query(
    ['letter', 'firm', 'student', 'request', 'agreement'],
    list.omit({ offset: true, limit: true }),
    z.array(Id),
  ),
  'letters.get': query(
    ['letter', 'firm', 'student', 'placement', 'request', 'agreement'],
    z.strictObject({ id: Id }),
    letterRecord.omit({ fields: true }).extend({
      firmName: z.string().nullable(),
      studentName: z.string().nullable(),
      agreementNumber: z.string().nullable(),
      requestNumber: z.string().nullable(),
      placements: z.array(Reference),
      /** Bytes of the stored file. */
      fileSize: z.int(),
    }),
  ),
  'letters.update': command(
    z.strictObject({ id: Id, revision: Revision, patch: z.strictObject({ notes: optionalText(4000).optional() }) }),
    z.strictObject({ id: Id, revision: Revision }),
  ),
  /** Takes letters back, or puts them in force again; their numbers stay theirs. */
  'letters.void': command(
    z.strictObject({
      items: z
        .array(z.strictObject({ id: Id, revision: Revision }))
        .min(1)
        .max(5000),
      void: z.boolean(),
    }),
    z.strictObject({ letters: z.int() }),
  ),
  /** Gives numbers, fills the templates, keeps the files: all of them or none; one step of undo. Errors: templateBroken, cancelled. */
  'letters.issue': command(
    letterOrder,
    z.strictObject({ ids: z.array(Id), letters: z.int(), first: z.string(), last: z.string() }),
  ),
  /** What `letters.issue` would make now, with a look at one of the letters. Nothing is written. */
  'letters.preview': query(
    [...entityNames],
    letterOrder.extend({ show: z.int().min(0).default(0) }),
    shownPage.extend({
      letters: z.int(),
      placements: z.int(),
      first: z.string(),
      last: z.string(),
      /** Lines of a long list that the look stops after; null where it shows them all. */
      shownLines: z.int().nullable(),
      /** Records that have a paper of this kind already. */
      printedBefore: z.int(),
      /** Fields of the template that will print as blanks, with the number of letters. */
      blanks: z.array(z.strictObject({ field: z.string(), letters: z.int() })),
    }),
  ),
  /** The stored file of an issued letter, to look at. */
  'letters.page': query(['letter'], z.strictObject({ id: Id }), shownPage),
  /** Writes letters into a folder as files. A file that is there already with the same content is kept, a different one is never overwritten. */
  'letters.export': command(
    z.strictObject({
      ids: z.array(Id).min(1).max(5000),
      format: LetterFormat,
      /** The letters' own folder when left out. */
      folder: z.string().min(1).max(1000).optional(),
    }),
    z.strictObject({ folder: z.string(), files: z.array(z.string()) }),
  ),
  'letters.templates': query(['letter', 'file'], z.strictObject({}), z.array(LetterTemplate)),
  /** Every field of a kind of paper in the user's language, with what it says for one record. Errors: notFound, refused. */
  'letters.fields': query(
    [...entityNames],
    z.strictObject({ kind: LetterKind, language: LetterLanguage, id: Id.optional() }),
    z.strictObject({
      fields: z.array(TemplateField),
      lists: z.array(z.strictObject({ name: z.string(), label: z.string(), open: z.string(), close: z.string() })),
      /** Names from the field list that the template uses. */
      used: z.array(z.string()),
    }),
  ),
  /** Which fields of a template would print as blanks for the records last changed. */
  'letters.templateBlanks': query(
    [...entityNames, 'file'],
    templateName,
    z.strictObject({
      papers: z.int(),
      blanks: z.array(z.strictObject({ field: z.string(), papers: z.int() })),
    }),
  ),
  'letters.logo': query(['setting'], z.strictObject({}), Logo),
  /** Takes a PNG or JPEG of at most a megabyte as the emblem of the letterhead; null takes it away. Errors: refused, fileTooLarge, notFound, noAccess. */
  'letters.setLogo': command(z.strictObject({ path: z.string().min(1).max(1000).nullable() }), Logo),
  /** Earlier versions of a template, newest first. */
  'letters.templateVersions': query(
    ['letter', 'file'],
    templateName,
    z.array(z.strictObject({ file: z.string(), keptAt: z.string(), bytes: z.int() })),
  ),
  /** Puts an earlier version back; the present one is kept. Errors: templateBroken, notFound. */
  'letters.templateRestore': command(templateName.extend({ file: z.string().min(1).max(300) }), LetterTemplate),
  /** Opens the template in Word, or whatever the system has for it. */
  'letters.templateOpen': command(templateName, z.strictObject({ file: z.string() })),
  /** Takes a Word file as the template. Errors: templateBroken, notFound, noAccess, fileTooLarge. */
  'letters.templateReplace': command(templateName.extend({ path: z.string().min(1).max(1000) }), LetterTemplate),
  /** Goes back to the template that came with the program; the officer's version is kept beside it. */
  'letters.templateReset': command(templateName, LetterTemplate),
} as const;
