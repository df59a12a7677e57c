import type { Output } from '#shared/contract/index.ts';
import { answerKey } from '#shared/domain/importing/find-firms.ts';
import { newIdMark } from '#shared/domain/importing/ledger.ts';
import { newRecord, type PlanDecisions } from '#shared/domain/importing/plan-types.ts';
import { entities } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { readRecord, type Transaction } from '../../database/records.ts';

/** Words → record, as they were answered in earlier imports; the words are folded. */
export type Answers = {
  readonly firms: Readonly<Record<string, string>>;
  readonly students: Readonly<Record<string, string>>;
};

type Row = {
  readonly id: string;
  readonly kind: 'firm' | 'student';
  readonly words: string;
  readonly words_key: string;
  readonly record_id: string;
};

const allRows = (db: ReadDb): readonly Row[] =>
  db.all<Row>('SELECT id, kind, words, words_key, record_id FROM import_answer ORDER BY kind, words_key');

export function rememberedAnswers(db: ReadDb): Answers {
  const of = (kind: Row['kind'], rows: readonly Row[]) =>
    Object.fromEntries(rows.filter(row => row.kind === kind).map(row => [row.words_key, row.record_id]));
  const rows = allRows(db);
  return { firms: of('firm', rows), students: of('student', rows) };
}

/** Keeps what was answered in this import; `ids` leads from passing ids to those of the written records. */
export function rememberAnswers(tx: Transaction, decisions: PlanDecisions, ids: ReadonlyMap<string, string>): void {
  const given = [
    ...Object.entries(decisions.firms ?? {}).map(answer => ['firm', ...answer] as const),
    ...Object.entries(decisions.students ?? {}).map(answer => ['student', ...answer] as const),
  ];
  for (const [kind, words, answer] of given) {
    const recordId = answer.startsWith(newIdMark) ? ids.get(answer) : answer;
    if (recordId === undefined || recordId === newRecord || readRecord(tx.db, kind, recordId) === undefined) continue;
    const wordsKey = answerKey(words);
    const find = 'SELECT id FROM import_answer WHERE kind = ? AND words_key = ?';
    const known = tx.db.value<string>(find, kind, wordsKey);
    if (known === undefined) tx.insert('importAnswer', { kind, words, wordsKey, recordId });
    else tx.update('importAnswer', known, { recordId });
  }
}

/** The answers as the officer can look through them. */
export function listAnswers(db: ReadDb): Output<'importing.answers'> {
  return allRows(db).map(({ id, kind, words, record_id: recordId }) => {
    const record = kind === 'firm' ? readRecord(db, 'firm', recordId) : readRecord(db, 'student', recordId);
    const title = entities[kind].title as (record: unknown, db: ReadDb) => string;
    return { id, kind, words, title: record === undefined ? null : title(record, db) };
  });
}
