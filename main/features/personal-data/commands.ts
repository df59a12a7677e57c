import { hash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Input, Output } from '#shared/contract/index.ts';
import { createTranslator, type Translator } from '#shared/text/index.ts';
import type { Application } from '../../application.ts';
import type { WriteDb } from '../../database/handles.ts';
import { type NewRecord, requireRecord, runBatch, type Transaction } from '../../database/records.ts';
import { handoverDocx } from '../../documents/handover-docx.ts';
import type { Written } from '../../ipc/router.ts';
import type { Ports } from '../../ports.ts';
import { readSettings } from '../settings/queries.ts';
import { safeFileName } from '../shared/file-names.ts';
import { writeInto } from '../shared/file-writing.ts';
import { personDossier } from './dossier.ts';
import { ownRecords } from './person.ts';
import { type ErasurePlan, planErasure } from './plan.ts';

/** What stands where the text of an erased letter was. */
async function erasedPaper(t: Translator) {
  const said = {
    title: t('personalData.mark'),
    subtitle: t('personalData.erasedLetter'),
    summary: [],
    nothingOpen: '',
    parts: [],
  };
  const bytes = await handoverDocx(said, () => Promise.resolve());
  return { hash: hash('sha256', bytes, 'hex'), name: 'erased.docx', bytes };
}

type Paper = Awaited<ReturnType<typeof erasedPaper>>;

function eraseLetters(tx: Transaction, ids: readonly string[], paper: Paper, mark: string): void {
  if (ids.length === 0) return;
  tx.keepFile(paper);
  for (const id of ids) {
    const { notes } = requireRecord(tx.db, 'letter', id);
    tx.update('letter', id, { subject: mark, fields: {}, fileHash: paper.hash, notes: notes === null ? null : mark });
  }
}

type Erasing = {
  readonly ground: NewRecord<'erasure'>['ground'];
  readonly letters: readonly string[];
  readonly mark: string;
  readonly paper: Paper;
};

/** Empties everything the plan names, as one step that can be undone; each person gets a line in the register. */
function eraseAll(tx: Transaction, plan: ErasurePlan, { ground, letters, mark, paper }: Erasing): void {
  // Counted before, since what is removed belongs to nobody afterwards.
  const counts = new Map(plan.people.map(person => [person.id, ownRecords(tx.db, person)]));
  for (const { entity, id, patch } of plan.changes) tx.update(entity, id, patch);
  for (const { entity, id } of plan.removals) tx.remove(entity, id);
  eraseLetters(tx, letters, paper, mark);
  for (const { entity, id } of plan.people) {
    const own = counts.get(id) ?? [];
    const files = own.filter(key => key.entity === 'attachment').length;
    tx.insert('erasure', {
      entity,
      entityId: id,
      ground,
      erasedOn: tx.today,
      purgedOn: null,
      batchId: tx.batchId,
      records: own.length - files,
      files,
    });
  }
  tx.label('personsErased', { count: plan.people.length });
}

/** Erases persons; their records stay without what tells who they were. Undoable until the purge. Errors: notFound, personErased. */
export async function erasePersons(
  db: WriteDb,
  ports: Ports,
  { people, ground, sharedLetters }: Input<'personalData.erase'>,
): Promise<Written<Output<'personalData.erase'>>> {
  const t = createTranslator(readSettings(db).language);
  const paper = await erasedPaper(t);
  const mark = t('personalData.mark');
  return runBatch(db, ports, tx => {
    const plan = planErasure(tx.db, { people, mark, today: tx.today });
    const letters = sharedLetters === 'erase' ? [...plan.letters, ...plan.sharedLetters] : plan.letters;
    eraseAll(tx, plan, { ground, letters, mark, paper });
    return { people: people.length, records: plan.changes.length + plan.removals.length + letters.length };
  });
}

/** Writes everything that is stored about a person into a Word file. Errors: notFound, noAccess, diskFull. */
export async function exportPerson(
  { db, ports, workspace }: Application,
  person: Input<'personalData.export'>,
): Promise<Output<'personalData.export'>> {
  const { language, collegeRu, collegeKk, collegeEn } = readSettings(db());
  const college = { ru: collegeRu, kk: collegeKk, en: collegeEn }[language] || collegeRu;
  const t = createTranslator(language);
  const today = ports.clock.today();
  const dossier = personDossier(db(), person, { t, today, college });
  const bytes = await handoverDocx(dossier, () => Promise.resolve());
  const writer = await writeInto(join(workspace.folder, 'exports'));
  const name = safeFileName(`${t('personalData.export')} ${today}.docx`);
  const path = await writer.write(name, bytes);
  return { path, name: basename(path) };
}
