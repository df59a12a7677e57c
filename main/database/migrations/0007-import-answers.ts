import { meta } from './columns.ts';
import type { Migration } from './migrate.ts';

/** What the officer has answered about words of a file that may mean several records; asked once, used in later imports. */
export const importAnswers: Migration = {
  version: 7,
  up: db => {
    db.exec(
      `CREATE TABLE import_answer (${meta}, kind TEXT NOT NULL CHECK (kind IN ('firm', 'student')), words TEXT NOT NULL,
  words_key TEXT NOT NULL, record_id TEXT NOT NULL, UNIQUE (kind, words_key)) STRICT`,
    );
  },
};
