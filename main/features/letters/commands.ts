import type { Input, Output } from '#shared/contract/index.ts';
import type { LetterKind, LetterLanguage } from '#shared/contract/letters.ts';
import { AppError } from '#shared/result.ts';
import { createTranslator } from '#shared/text/index.ts';
import type { Application } from '../../application.ts';
import { type NewRecord, requireRecord, runBatch, type Transaction } from '../../database/records.ts';
import { docxToPrintable } from '../../documents/docx-to-html.ts';
import { fillDirectionLetter, fillPlacementLetter } from '../../documents/fill-letter.ts';
import type { Written } from '../../ipc/router.ts';
import type { Job } from '../../jobs/job-board.ts';
import { readSettings } from '../settings/queries.ts';
import { emptyFields, firmNameIn, type LetterData, letterData } from './letter-data.ts';
import { markSequence, nextSequence } from './number-series.ts';
import { showPage } from './page.ts';
import { type PlacementFacts, readPlacementFacts } from './placement-facts.ts';
import { countPrinted, storedFile } from './queries.ts';
import { formatLetterNumber, groupPlacements, letterFileName } from './rules.ts';
import { catalogueOf, hashOf, requireUsable, type Template, useTemplate } from './template-store.ts';

type Order = Input<'letters.issue'>;

/** One letter that is going to be made. */
type Draft = { readonly number: string; readonly sequence: number; readonly placements: readonly PlacementFacts[] };

type Plan = {
  readonly drafts: readonly Draft[];
  readonly issuedOn: string;
  readonly year: number;
  readonly write: (draft: Draft) => LetterData;
};

/** Gathers what the letters say and which numbers they will bear. Nothing is written. Errors: notFound. */
function planLetters(application: Application, order: Order): Plan {
  const db = application.db();
  const settings = readSettings(db);
  const issuedOn = order.issuedOn ?? application.ports.clock.today();
  const year = Number(issuedOn.slice(0, 4));
  const first = nextSequence(application, year);
  const groups = groupPlacements(order.kind, readPlacementFacts(db, order.placementIds));
  return {
    issuedOn,
    year,
    drafts: groups.map((placements, index) => ({
      placements,
      sequence: first + index,
      number: formatLetterNumber(settings.letterNumberFormat, first + index, year),
    })),
    write: ({ placements, number }) =>
      letterData(order.kind, order.language, placements, { settings, number, issuedOn }),
  };
}

/** The letter as a Word file. Errors: templateBroken. */
function fill(template: Template, letter: LetterData): Promise<Uint8Array> {
  return letter.kind === 'direction'
    ? fillDirectionLetter(template.bytes, letter.data)
    : fillPlacementLetter(template.bytes, letter.data);
}

/** What the register says the letter is about, in the language of the paper. */
function subjectOf(kind: LetterKind, language: LetterLanguage, placements: readonly PlacementFacts[]): string {
  const [first] = placements;
  if (first === undefined) return '';
  const one = (which: 'kk' | 'ru'): string =>
    createTranslator(which).dynamic(`letters.subject.${kind}`, {
      practice: which === 'kk' ? first.practiceKk : first.practiceRu,
      count: placements.length,
    });
  return language === 'kk-ru' ? `${one('kk')} / ${one('ru')}` : one(language);
}

/** Of whom or to whom a letter is, in its file name. */
const aboutOf = (kind: LetterKind, language: LetterLanguage, first: PlacementFacts): string =>
  kind === 'direction'
    ? [first.surname, first.givenName].filter(Boolean).join(' ')
    : firmNameIn({ ru: first.firmNameRu, kk: first.firmNameKk }, language === 'ru' ? 'ru' : 'kk');

const kindName = (kind: LetterKind, language: LetterLanguage): string =>
  createTranslator(language === 'ru' ? 'ru' : 'kk').dynamic(`letters.fileKind.${kind}`);

type Made = { readonly record: NewRecord<'letter'>; readonly name: string; readonly bytes: Uint8Array };

async function makeLetters(order: Order, plan: Plan, template: Template, job: Job): Promise<readonly Made[]> {
  const made: Made[] = [];
  job.expect(plan.drafts.length);
  for (const draft of plan.drafts) {
    const [first] = draft.placements;
    if (first === undefined) continue;
    const letter = plan.write(draft);
    const bytes = await fill(template, letter);
    const { kind, language } = order;
    const about = aboutOf(kind, language, first);
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
        firmId: first.firmId,
        studentId: kind === 'direction' ? first.studentId : null,
        placementIds: draft.placements.map(placement => placement.id),
        subject: subjectOf(kind, language, draft.placements),
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
  if (shown === undefined) throw new AppError('notFound', { entity: 'placement' });
  const counts = new Map<string, number>();
  for (const draft of plan.drafts)
    for (const field of emptyFields(plan.write(draft))) counts.set(field, (counts.get(field) ?? 0) + 1);
  const db = application.db();
  const { language } = readSettings(db);
  const { fields, lists } = catalogueOf(order.kind);
  const labels = { ...Object.assign({}, ...Object.values(lists).map(list => list.fields)), ...fields } as typeof fields;
  const page = showPage(application, docxToPrintable(await fill(template, plan.write(shown))), shown.number);
  return {
    ...page,
    letters: plan.drafts.length,
    placements: plan.drafts.reduce((sum, draft) => sum + draft.placements.length, 0),
    first: plan.drafts[0]?.number ?? '',
    last: plan.drafts.at(-1)?.number ?? '',
    printedBefore: countPrinted(db, order.kind, order.placementIds),
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
