import type { FrozenReport } from '#shared/contract/frozen-reports.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import type { EntityName } from '#shared/contract/procedure.ts';
import type { ReportArea } from '#shared/contract/reports.ts';
import { entities } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { iinMasker } from '../../database/masked-iin.ts';
import { readRecord, type Transaction } from '../../database/records.ts';
import { canonicalJson, contentHash } from './canonical-json.ts';
import { checkFrozen, type FrozenContent, openFrozen, presentContent } from './frozen-content.ts';

/** Freezes the report of a period: its content is kept under its hash and never changes. */
export function freezeReport(tx: Transaction, input: Input<'reports.freeze'>, frozenBy: string): FrozenReport {
  const note = input.note === '' ? null : input.note;
  const present = presentContent(tx.db, input, tx.today);
  const content: FrozenContent = { format: 1, ...present, frozenBy, frozenAt: tx.now, note };
  const json = canonicalJson(content);
  const hash = contentHash(json);
  const { periodName, asOf, schoolYear } = content.report;
  tx.keepFile({ hash, name: `report-${schoolYear}-${hash.slice(0, 12)}.json`, bytes: Buffer.from(json, 'utf8') });
  tx.label('reportFrozen', { title: periodName });
  return tx.insert('frozenReport', {
    schoolYear,
    language: input.language,
    periodName,
    asOf,
    note,
    frozenBy,
    frozenAt: tx.now,
    hash,
    withdrawn: false,
  });
}

/** Marks a frozen report as withdrawn, or as standing again. Errors: notFound. */
export function withdrawReport(tx: Transaction, { id, withdrawn }: Input<'reports.withdraw'>): FrozenReport {
  const report = tx.update('frozenReport', id, { withdrawn });
  tx.label(withdrawn ? 'reportWithdrawn' : 'reportRestored', { title: report.periodName });
  return report;
}

/** Frozen reports, newest first. */
export const listFrozen = (db: ReadDb): FrozenReport[] =>
  db
    .column<string>('SELECT id FROM frozen_report ORDER BY frozen_at DESC, id DESC')
    .flatMap(id => readRecord(db, 'frozenReport', id) ?? []);

/** A frozen report as it was. Errors: notFound. */
export function showFrozen(db: ReadDb, { id }: Input<'reports.frozenReport'>): Output<'reports.frozenReport'> {
  const { frozen, content, sound } = openFrozen(db, id);
  return { frozen, report: content.report, sound };
}

/** Computes the hash anew. Errors: notFound. */
export function verifyFrozen(db: ReadDb, { id }: Input<'reports.verify'>): Output<'reports.verify'> {
  const { frozen, computed, sound } = checkFrozen(db, id);
  return { sound, hash: frozen.hash, computed };
}

const entityOf: Readonly<Record<ReportArea, EntityName>> = {
  firms: 'firm',
  agreements: 'agreement',
  students: 'student',
  placements: 'placement',
  requests: 'request',
  engagements: 'engagement',
  promises: 'promise',
  challenges: 'challenge',
  meetings: 'meeting',
};

/** Which of these records still exist. */
export function existing(db: ReadDb, area: ReportArea, ids: readonly string[]): ReadonlySet<string> {
  const { table } = entities[entityOf[area]];
  return new Set(
    db.column<string>(`SELECT id FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`, JSON.stringify(ids)),
  );
}

/** The list behind a number as it was, IINs masked when lists are; a record that has been removed since says so. Errors: notFound. */
export function frozenList(db: ReadDb, { id, drill }: Input<'reports.frozenList'>): Output<'reports.frozenList'> {
  const { content } = openFrozen(db, id);
  const { columns, records } = content.areas[drill.area];
  const rows = (content.lists[canonicalJson(drill)] ?? []).flatMap(place => records[place] ?? []);
  const held = existing(
    db,
    drill.area,
    rows.map(row => row.id),
  );
  const mask = iinMasker(db);
  return {
    area: drill.area,
    columns: [...columns],
    rows: rows.map(({ id: recordId, title, cells }) => ({
      id: recordId,
      title: mask(title),
      cells: cells.map(mask),
      gone: !held.has(recordId),
    })),
  };
}
