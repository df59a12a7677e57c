import type { Input, Output } from '#shared/contract/index.ts';
import { letterKindFacts } from '#shared/contract/letter-kinds.ts';
import { AppError } from '#shared/result.ts';
import type { Application } from '../../application.ts';
import type { ReadDb } from '../../database/handles.ts';
import { type NewRecord, requireRecord, runBatch, type Transaction } from '../../database/records.ts';
import { docxToPrintable } from '../../documents/docx-to-html.ts';
import type { TemplateValues } from '../../documents/fill-template.ts';
import type { Written } from '../../ipc/router.ts';
import type { Job } from '../../jobs/job-board.ts';
import { readSettings } from '../settings/queries.ts';
import { kindOfLetter } from './kinds/index.ts';
import { leading, type Paper } from './kinds/kind.ts';
import { emptyFields } from './letter-data.ts';
import { byLanguage, textIn } from './letterhead.ts';
import { readNameForms } from './name-cases.ts';
import { markSequence, nextSequence } from './number-series.ts';
import { showPage } from './page.ts';
import { aboutOf, fillPaper, kindName, lineOf, readPapers } from './papers.ts';
import { countPrinted, storedFile } from './queries.ts';
import { formatLetterNumber, letterFileName } from './rules.ts';
import { hashOf, requireUsable, type Template, useTemplate } from './template-store.ts';

export { minutesDocument } from './minutes.ts';

type Order = Input<'letters.issue'>;

/** One paper that is going to be made; `sequence` is null when it takes no number of the series. */
type Draft = { readonly number: string; readonly sequence: number | null; readonly paper: Paper };

type Plan = {
  readonly drafts: readonly Draft[];
  readonly issuedOn: string;
  readonly year: number;
  readonly write: (draft: Draft) => TemplateValues;
};

/** Gathers what the papers say and which numbers they will bear. Nothing is written. Errors: notFound, refused. */
function planLetters(application: Application, order: Order): Plan {
  const db = application.db();
  const settings = readSettings(db);
  const issuedOn = order.issuedOn ?? application.ports.clock.today();
  const year = Number(issuedOn.slice(0, 4));
  const names = readNameForms(db);
  const first = letterKindFacts(order.kind).numbered ? nextSequence(application, year) : null;
  return {
    issuedOn,
    year,
    drafts: readPapers(db, order, issuedOn).map((paper, index) => {
      if (first === null) return { paper, sequence: null, number: paper.number ?? '' };
      const sequence = first + index;
      return { paper, sequence, number: formatLetterNumber(settings.letterNumberFormat, sequence, year) };
    }),
    write: ({ paper, number }) => paper.values(order.language, { settings, number, issuedOn, names }),
  };
}

type Made = { readonly record: NewRecord<'letter'>; readonly name: string; readonly bytes: Uint8Array };

type Making = { readonly order: Order; readonly plan: Plan; readonly template: Template; readonly job: Job };

async function makeLetters(db: ReadDb, { order, plan, template, job }: Making): Promise<readonly Made[]> {
  const made: Made[] = [];
  job.expect(plan.drafts.length);
  for (const draft of plan.drafts) {
    const { kind, language } = order;
    const { text, lists = {} } = plan.write(draft);
    const bytes = await fillPaper(db, template.bytes, kind, { text, lists });
    const about = aboutOf(draft.paper, language);
    const { placementIds, ...references } = draft.paper.references;
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
        ...references,
        placementIds: [...placementIds],
        subject: lineOf(draft.paper, language),
        template: template.file,
        templateHash: template.hash,
        fields: { text, lists },
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
  const made = await makeLetters(application.db(), { order, plan, template, job });
  const { value: ids, changed } = runBatch(application.db(), application.ports, tx => {
    // Another copy of the data may have been restored while the letters were filled.
    const wanted = plan.drafts[0]?.sequence ?? null;
    if (wanted !== null && nextSequence(application, plan.year) !== wanted)
      throw new AppError('stale', { entity: 'letter' });
    return store(tx, made);
  });
  const last = plan.drafts.at(-1);
  if (last !== undefined && last.sequence !== null) markSequence(application, plan.year, last.sequence);
  return {
    value: { ids, letters: ids.length, first: plan.drafts[0]?.number ?? '', last: last?.number ?? '' },
    changed,
  };
}

/** A look at a register stops after this many lines: hundreds of pages are filled when they are printed, not at every choice. */
const mostShownLines = 200;

const linesIn = ({ lists = {} }: TemplateValues): number =>
  Math.max(0, ...Object.values(lists).map(list => textIn(list, leading(list.language)).length));

/** The values with the first lines of their lists. */
const shortened = (values: TemplateValues): TemplateValues => ({
  ...values,
  lists: Object.fromEntries(
    Object.entries(values.lists ?? {}).map(([name, list]) => [
      name,
      byLanguage(list.language, one => textIn(list, one).slice(0, mostShownLines)),
    ]),
  ),
});

/** What issuing would make now, with a look at one of the letters. Errors: notFound, templateBroken. */
export async function previewLetters(
  application: Application,
  order: Input<'letters.preview'>,
): Promise<Output<'letters.preview'>> {
  const plan = planLetters(application, order);
  const template = await useTemplate(application, order);
  const { used } = await requireUsable(template.file, template.bytes, order.kind);
  const shown = plan.drafts[Math.min(order.show, plan.drafts.length - 1)];
  if (shown === undefined) throw new AppError('notFound', { entity: letterKindFacts(order.kind).subject });
  const { catalogue, mayBeEmpty } = kindOfLetter(order.kind);
  const counts = new Map<string, number>();
  for (const draft of plan.drafts)
    for (const field of emptyFields(plan.write(draft), mayBeEmpty)) counts.set(field, (counts.get(field) ?? 0) + 1);
  const db = application.db();
  const { language } = readSettings(db);
  const { fields, lists } = catalogue;
  const labels = { ...Object.assign({}, ...Object.values(lists).map(list => list.fields)), ...fields } as typeof fields;
  const values = plan.write(shown);
  const page = showPage(
    application,
    docxToPrintable(await fillPaper(db, template.bytes, order.kind, shortened(values))),
    shown.number,
  );
  return {
    ...page,
    letters: plan.drafts.length,
    placements: plan.drafts.reduce((sum, { paper }) => sum + paper.references.placementIds.length, 0),
    first: plan.drafts[0]?.number ?? '',
    last: plan.drafts.at(-1)?.number ?? '',
    shownLines: linesIn(values) > mostShownLines ? mostShownLines : null,
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
  tx.label('updated', { entity: 'letter', title: letter.number === '' ? letter.subject : `№ ${letter.number}` });
  return { id, revision: letter.revision };
}

/** Takes letters back or puts them in force again; the numbers stay. Errors: notFound, stale. */
export function voidLetters(tx: Transaction, input: Input<'letters.void'>): Output<'letters.void'> {
  for (const { id, revision } of input.items) tx.update('letter', id, { void: input.void }, revision);
  tx.label(input.void ? 'lettersVoided' : 'lettersRestored', { count: input.items.length });
  return { letters: input.items.length };
}
