import type { Line } from '../support/measure.ts';
import type { BenchCollege } from '../support/open-bench.ts';

const interactions = 200_000;
const requests = 10_000;
const promises = 20_000;

/** Counts up to a number as rows `n`; enough for sums over every firm. */
const counting = (name: string): string =>
  `WITH RECURSIVE ${name}(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM ${name} WHERE n < ?)`;
const meta = "1, '2025-11-20T04:00:00.000Z', '2025-11-20T04:00:00.000Z'";

/** Ten years of talks, promises and requests, spread over all firms; written past the audit, which they would only make larger. */
function furnish({ app }: BenchCollege): void {
  const db = app.db();
  db.exec('CREATE TEMP TABLE numbered AS SELECT row_number() OVER (ORDER BY id) - 1 AS place, id FROM firm');
  db.exec('CREATE UNIQUE INDEX temp.numbered_place ON numbered (place)');
  db.exec('CREATE TEMP TABLE lane AS SELECT row_number() OVER (ORDER BY id) - 1 AS place, id FROM specialty');
  const lanes = db.value<number>('SELECT count(*) FROM lane') || 1;
  const firms = db.value<number>('SELECT count(*) FROM numbered') ?? 1;
  db.run(
    `INSERT INTO interaction (id, revision, created_at, updated_at, firm_id, kind, happened_on, summary, next_step, next_on, done_on)
     ${counting('c')} SELECT 'bench-talk-' || n, ${meta}, f.id, 'call', date('2025-11-20', '-' || (n * 7919 % 3650) || ' days'), 'Разговор ' || n,
       CASE WHEN n % 20 = 0 THEN 'Перезвонить' END, CASE WHEN n % 20 = 0 THEN date('2025-11-20', '-' || (n % 90) || ' days') END,
       CASE WHEN n % 40 = 0 THEN '2025-11-01' END
     FROM c JOIN numbered f ON f.place = (n * 31) % ?`,
    interactions,
    firms,
  );
  db.run(
    `INSERT INTO promise (id, revision, created_at, updated_at, firm_id, side, promise, promised_on, due_on, delivered_on)
     ${counting('c')} SELECT 'bench-promise-' || n, ${meta}, f.id, CASE n % 2 WHEN 0 THEN 'firm' ELSE 'college' END, 'Обещание ' || n,
       date('2025-11-20', '-' || (n % 900 + 30) || ' days'), date('2025-11-20', '-' || (n % 900) || ' days'),
       CASE WHEN n % 5 > 0 THEN date('2025-11-20', '-' || (n % 800) || ' days') END
     FROM c JOIN numbered f ON f.place = (n * 17) % ?`,
    promises,
    firms,
  );
  const present = db.value<number>('SELECT count(*) FROM request') ?? 0;
  db.run(
    `INSERT INTO request (id, revision, created_at, updated_at, number, received_on, firm_id, specialty_id, proposed_text, priority, state, decided_on, sort_key, number_key)
     ${counting('c')} SELECT 'bench-request-' || n, ${meta}, 'B' || n, date('2025-11-20', '-' || (n % 1500) || ' days'), f.id,
       s.id, 'Изменить модуль ' || n, 'normal',
       CASE n % 6 WHEN 0 THEN 'submitted' WHEN 1 THEN 'underReview' WHEN 2 THEN 'approved' WHEN 3 THEN 'rejected' WHEN 4 THEN 'implemented' ELSE 'deferred' END,
       CASE WHEN n % 6 IN (2, 3, 4) THEN date('2025-11-20', '-' || (n % 300) || ' days') END, 'B' || n, 'b' || n
     FROM c JOIN numbered f ON f.place = (n * 13) % ? LEFT JOIN lane s ON s.place = n % ?`,
    Math.max(1, requests - present),
    firms,
    lanes,
  );
}

/** The partnership screens over ten years of talks: whom to call, one firm, the list by depth, the board. */
export function partnershipLines(college: BenchCollege): readonly Line[] {
  furnish(college);
  const db = college.app.db();
  const id = db.value<string>('SELECT id FROM firm ORDER BY sort_key LIMIT 1') ?? '';
  return [
    {
      name: `whom to call: the ten neediest of all firms, by ${interactions} talks`,
      unit: 'ms',
      budget: 200,
      rounds: 11,
      ours: () => college.call('partnership.callList', {}),
      peer: {
        what: 'every talk read and the last of each firm found in JavaScript, nothing else',
        run: () => {
          const last = new Map<string, string>();
          for (const talk of db.all<{ firm: string; day: string }>(
            'SELECT firm_id AS firm, happened_on AS day FROM interaction',
          ))
            if (talk.day > (last.get(talk.firm) ?? '')) last.set(talk.firm, talk.day);
          return last;
        },
      },
    },
    {
      name: 'one firm: its score with the reasons and its depth',
      unit: 'ms',
      budget: 20,
      ours: () => college.call('partnership.firm', { id }),
    },
    {
      name: 'list page: 100 firms in the order of their depth',
      unit: 'ms',
      budget: 200,
      ours: () => college.call('firms.list', { sort: { field: 'depth', direction: 'desc' }, limit: 100 }),
    },
    {
      name: `board: ${requests} requests in columns, 50 cards each`,
      unit: 'ms',
      budget: 100,
      ours: () => college.call('requests.board', {}),
    },
    {
      name: `board: ${requests} requests in a lane for every specialty, 10 cards each`,
      unit: 'ms',
      budget: 100,
      ours: () => college.call('requests.board', { lanes: true, most: 10 }),
    },
  ];
}
