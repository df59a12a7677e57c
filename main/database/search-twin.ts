import Database from 'better-sqlite3';
import type { EntityName } from '#shared/contract/procedure.ts';
import { fold } from '#shared/domain/folding.ts';
import { toHandle, type WriteDb } from './handles.ts';

/** A search index made anew beside the stored one, to tell where that one answers differently. */
export type SearchTwin = {
  readonly add: (row: number, entity: EntityName, text: string) => void;
  /** How many records the stored index knows differently; when none, how many beginnings of words it does, or whether it orders them otherwise. */
  readonly differences: (db: WriteDb) => number;
  readonly close: () => void;
};

const wordsOf = (schema: string): string =>
  `SELECT doc, group_concat(term || ' ' || col || ' ' || offset, char(10)) AS words
     FROM (SELECT term, doc, col, offset FROM ${schema} ORDER BY doc, offset, term, col) GROUP BY doc`;

/** Makes a table of the words of an index; temporary, so that the file itself is not written. */
function listWords(db: WriteDb): void {
  db.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_word USING fts5vocab(main, search_index, 'instance')");
}

/** What the index orders its answers by, and its settings: the lengths of texts, the version of its format. */
const ranksSql =
  "SELECT id || ' ' || hex(sz) AS fact FROM search_index_docsize UNION ALL SELECT k || ' ' || v FROM search_index_config ORDER BY fact";

const sameRanks = (twin: WriteDb, db: WriteDb): boolean =>
  JSON.stringify(twin.column(ranksSql)) === JSON.stringify(db.column(ranksSql));

const beginningsSql = `SELECT DISTINCT substr(term, 1, n.value) AS word
  FROM search_word CROSS JOIN json_each('[1,2,3]') n WHERE length(term) >= n.value`;
const foundSql =
  "SELECT count(*) || ' ' || ifnull(sum(rowid), 0) || ' ' || ifnull(sum(rowid * rowid % 65521), 0) FROM search_index WHERE search_index MATCH ?";

/** How many beginnings of words the two indexes answer differently; short ones are looked up in indexes of their own. */
const differentBeginnings = (twin: WriteDb, db: WriteDb): number =>
  twin.column<string>(beginningsSql).filter(word => {
    const asked = `"${word.replaceAll('"', '""')}"*`;
    return db.value<string>(foundSql, asked) !== twin.value<string>(foundSql, asked);
  }).length;

/** `definition`: the statement that made the stored index, so that both have the same words and beginnings. */
export function createSearchTwin(definition: string): SearchTwin {
  const twin = toHandle(new Database(':memory:'));
  twin.exec(definition);
  twin.exec('BEGIN');
  return {
    add: (row, entity, text) =>
      void twin.run('INSERT INTO search_index (rowid, kind, text) VALUES (?, ?, ?)', row, entity, fold(text)),
    differences: db => {
      twin.exec('COMMIT');
      listWords(twin);
      listWords(db);
      type Words = { readonly doc: number; readonly words: string };
      const stored = new Map(db.all<Words>(wordsOf('search_word')).map(({ doc, words }) => [doc, words]));
      let different = 0;
      for (const { doc, words } of twin.all<Words>(wordsOf('search_word'))) {
        if (stored.get(doc) !== words) different += 1;
        stored.delete(doc);
      }
      different += stored.size;
      if (different === 0) different = differentBeginnings(twin, db);
      if (different === 0 && !sameRanks(twin, db)) different = 1;
      db.exec('DROP TABLE temp.search_word');
      return different;
    },
    close: twin.close,
  };
}
