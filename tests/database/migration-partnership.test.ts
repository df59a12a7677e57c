import { expect, test } from 'vitest';
import { partnership } from '#main/database/migrations/0008-partnership.ts';
import { fileBefore } from '#tests/support/older-file.ts';

const meta = "1, '2025-11-20T08:00:00.000Z', '2025-11-20T08:00:00.000Z'";

test('promises and requests of the schema before keep their values and gain empty ones', () => {
  const { db, migrateIt } = fileBefore(partnership);
  try {
    db.exec(`INSERT INTO firm (id, revision, created_at, updated_at, name_ru, status, sort_key, sort_key_kk, name_key)
        VALUES ('f', ${meta}, 'ТОО «Өркен»', 'active', 'k', 'k', 'k');
      INSERT INTO promise (id, revision, created_at, updated_at, firm_id, side, promise, promised_on, due_on)
        VALUES ('p', ${meta}, 'f', 'firm', 'Передать станок', '2025-09-01', '2025-10-01');
      INSERT INTO request (id, revision, created_at, updated_at, number, received_on, firm_id, proposed_text, priority, state, sort_key, number_key)
        VALUES ('r', ${meta}, '7', '2025-10-01', 'f', 'Добавить станки с ЧПУ', 'high', 'underReview', 'k', '7')`);
    migrateIt();
    expect([
      db.get('SELECT promise, due_on, meeting_id, letter_id, interaction_id FROM promise'),
      db.get('SELECT number, state, council_id, effect_checked_on, effect FROM request'),
      db.value('SELECT count(*) FROM milestone'),
      db.value('SELECT count(*) FROM call_pause'),
    ]).toEqual([
      { promise: 'Передать станок', due_on: '2025-10-01', meeting_id: null, letter_id: null, interaction_id: null },
      { number: '7', state: 'underReview', council_id: null, effect_checked_on: null, effect: null },
      0,
      0,
    ]);
  } finally {
    db.close();
  }
});
