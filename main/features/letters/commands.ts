import type { Input, Output } from '#shared/contract/index.ts';
import { AppError } from '#shared/result.ts';
import type { Application } from '../../application.ts';
import { type NewRecord, requireRecord, runBatch, type Transaction } from '../../database/records.ts';
import { docxToPrintable } from '../../documents/docx-to-html.ts';
import type { Written } from '../../ipc/router.ts';
import type { Job } from '../../jobs/job-board.ts';
import { readSettings } from '../settings/queries.ts';
import { emptyFields, type LetterData } from './letter-data.ts';
import { markSequence, nextSequence } from './number-series.ts';
import { showPage } from './page.ts';
import { countPrinted, storedFile } from './queries.ts';
import { formatLetterNumber, letterFileName } from './rules.ts';
import {
  aboutOf,
  fillLetter,
  kindName,
  readSubjects,
  referencesOf,
  type Subject,
  subjectLine,
  textOf,
} from './subjects.ts';
import { catalogueOf, hashOf, requireUsable, type Template, useTemplate } from './template-store.ts';

type Order = Input<'letters.issue'>;

/** One letter that is going to be made. */
type Draft = { readonly number: string; readonly sequence: number; readonly subject: Subject };

type Plan = {
  readonly drafts: readonly Draft[];
  readonly issuedOn: string;
  readonly year: number;
  readonly write: (draft: Draft) => LetterData;
};

/** Gathers what the letters say and which numbers they will bear. Nothing is written. Errors: notFound, refused. */
function planLetters(application: Application, order: Order): Plan {
  const db = application.db();
  const settings = readSettings(db);
  const issuedOn = order.issuedOn ?? application.ports.clock.today();
  const year = Number(issuedOn.slice(0, 4));
  const first = nextSequence(application, year);
  return {
    issuedOn,
    year,
    drafts: readSubjects(db, { ...order, issuedOn }).map((subject, index) => ({
      subject,
      sequence: first + index,
      number: formatLetterNumber(settings.letterNumberFormat, first + index, year),
    })),
    write: ({ subject, number }) => textOf(subject, order.language, { settings, number, issuedOn }),
  };
}

type Made = { readonly record: NewRecord<'letter'>; readonly name: string; readonly bytes: Uint8Array };

async function makeLetters(order: Order, plan: Plan, template: Template, job: Job): Promise<readonly Made[]> {
  const made: Made[] = [];
  job.expect(plan.drafts.length);
  for (const draft of plan.drafts) {
    const letter = plan.write(draft);
    const bytes = await fillLetter(template.bytes, letter);
    const { kind, language } = order;
    const about = aboutOf(draft.subject, language);
    made.push({
      name: `${letterFileName({ issuedOn: plan.issuedOn, number: draft.number, kindName: kindName(kind, language), about })}.docx`,
      bytes,
      record: {
        kind,
        language,
        number: draft.number,
        sequence: draft.sequence,
        year: plan.year,
        issuedOn: plan.issuedOn,
        ...referencesOf(draft.subject),
        subject: subjectLine(draft.subject, language),
        template: template.file,
        templateHash: template.hash,
        fields: { ...letter.data },
        fileHash: hashOf(bytes),
        void: false,
        notes: null,
      },
    });
    await job.step();
  }
  return made;
}

function store(tx: Transaction, made: readonly Made[]): string[] {
  const ids = made.map(({ record, name, bytes }) => {
    tx.keepFile({ hash: record.fileHash, name, bytes });
    return tx.insert('letter', record).id;
  });
  tx.label('printed', { count: made.length });
  return ids;
}

/**
 * Makes letters: all are filled first, then numbered, entered and kept in one transaction. Until that moment a cancel or a failure
 * leaves no trace and uses no number. Batches must follow one another, so that two cannot want the same numbers.
 */
export async function issueLetters(
  application: Application,
  job: Job,
  order: Order,
): Promise<Written<Output<'letters.issue'>>> {
  const plan = planLetters(application, order);
  const template = await useTemplate(application, order);
  await requireUsable(template.file, template.bytes, order.kind);
  const made = await makeLetters(order, plan, template, job);
  const { value: ids, changed } = runBatch(application.db(), application.ports, tx => {
    // Another copy of the data may have been restored while the letters were filled.
    if (nextSequence(application, plan.year) !== plan.drafts[0]?.sequence)
      throw new AppError('stale', { entity: 'letter' });
    return store(tx, made);
  });
  const last = plan.drafts.at(-1);
  if (last !== undefined) markSequence(application, plan.year, last.sequence);
  return {
    value: { ids, letters: ids.length, first: plan.drafts[0]?.number ?? '', last: last?.number ?? '' },
    changed,
  };
}

/** What issuing would make now, with a look at one of the letters. Errors: notFound, templateBroken. */
export async function previewLetters(
  application: Application,
  order: Input<'letters.preview'>,
): Promise<Output<'letters.preview'>> {
  const plan = planLetters(application, order);
  const template = await useTemplate(application, order);
  const { used } = await requireUsable(template.file, template.bytes, order.kind);
  const shown = plan.drafts[Math.min(order.show, plan.drafts.length - 1)];
  if (shown === undefined) throw new AppError('notFound', { entity: order.kind === 'reply' ? 'request' : 'placement' });
  const counts = new Map<string, number>();
  for (const draft of plan.drafts)
    for (const field of emptyFields(plan.write(draft))) counts.set(field, (counts.get(field) ?? 0) + 1);
  const db = application.db();
  const { language } = readSettings(db);
  const { fields, lists } = catalogueOf(order.kind);
  const labels = { ...Object.assign({}, ...Object.values(lists).map(list => list.fields)), ...fields } as typeof fields;
  const page = showPage(
    application,
    docxToPrintable(await fillLetter(template.bytes, plan.write(shown))),
    shown.number,
  );
  return {
    ...page,
    letters: plan.drafts.length,
    placements: plan.drafts.reduce((sum, draft) => sum + referencesOf(draft.subject).placementIds.length, 0),
    first: plan.drafts[0]?.number ?? '',
    last: plan.drafts.at(-1)?.number ?? '',
    printedBefore: countPrinted(db, order),
    blanks: used.flatMap(field => {
      const letters = counts.get(field);
      const label = labels[field]?.label[language];
      return letters === undefined || label === undefined ? [] : [{ field: label, letters }];
    }),
  };
}

/** The kept file of an issued letter, to look at. Errors: notFound. */
export function showLetter(application: Application, { id }: Input<'letters.page'>): Output<'letters.page'> {
  const db = application.db();
  const letter = requireRecord(db, 'letter', id);
  return showPage(application, docxToPrintable(storedFile(db, letter.fileHash)), letter.number);
}

/** Changes what may change on an issued letter: the officer's note. Errors: notFound, stale. */
export function updateLetter(
  tx: Transaction,
  { id, revision, patch }: Input<'letters.update'>,
): Output<'letters.update'> {
  const letter = tx.update('letter', id, patch.notes === undefined ? {} : { notes: patch.notes }, revision);
  tx.label('updated', { entity: 'letter', title: `№ ${letter.number}` });
  return { id, revision: letter.revision };
}

/** Takes letters back or puts them in force again; the numbers stay. Errors: notFound, stale. */
export function voidLetters(tx: Transaction, input: Input<'letters.void'>): Output<'letters.void'> {
  for (const { id, revision } of input.items) tx.update('letter', id, { void: input.void }, revision);
  tx.label(input.void ? 'lettersVoided' : 'lettersRestored', { count: input.items.length });
  return { letters: input.items.length };
}
