import { setTimeout as pause } from 'node:timers/promises';
import { randomFrom } from '#main/sample/random.ts';
import { aFirm } from './builders.ts';
import { openVictim, say } from './victim.ts';

/**
 * Works in a college as an officer does, for so many edits or minutes, and says at every twentieth part what memory it holds after
 * a collection: JSON lines of {edits, heap, native, rss} in bytes; `native` is what is resident beside the room V8 has taken for its heap. Run with --expose-gc.
 */
const [folder = '', wantedEdits = '0', minutes = '0'] = process.argv.slice(2);
const { app, call } = openVictim(folder);
const random = randomFrom(7);
const begun = performance.now();
const long = Number(minutes) > 0;
const db = app.db();
// SQLite's own cache is bounded; made small, it cannot hide what grows beside it.
db.pragma('cache_size = -2048');
if (!long) db.pragma('synchronous = OFF'); // nobody cuts the power here, and ten thousand flushes take minutes

const firms = db.column<string>('SELECT id FROM firm LIMIT 500');

/** How much of the work is done, from 0 to 1. */
const doneAfter = (edits: number): number =>
  long ? (performance.now() - begun) / (Number(minutes) * 60_000) : edits / Number(wantedEdits);

async function edit(turn: number): Promise<void> {
  const id = random.pick(firms);
  const { revision } = await call('firms.get', { id });
  await call('firms.update', {
    id,
    revision,
    patch: { notes: `Жазба ${turn} `.repeat(turn % 20), nameRu: `ТОО «Ұзақ ${id} ${turn % 7}»` },
  });
  if (turn % 20 === 0) await call('students.list', { search: random.pick(['а', 'құ', 'ер']), limit: 100 });
  if (turn % 40 === 0) await call('search.all', { text: 'ұзақ', limit: 20 });
  if (turn % 50 === 0) await call('history.undo', {});
  if (turn % 100 === 0) {
    const made = await call('firms.create', aFirm({ nameRu: `ТОО «Уақытша ${turn}»` }));
    await call('firms.remove', made);
  }
}

let marks = 0;
for (let edits = 0; doneAfter(edits) < 1; edits += 1) {
  // oxlint-disable-next-line no-await-in-loop -- one edit after the other
  await edit(edits);
  // oxlint-disable-next-line no-await-in-loop -- an officer who is never tired: twenty edits a second for hours
  if (long) await pause(40);
  if (doneAfter(edits + 1) * 20 < marks + 1) continue;
  marks += 1;
  globalThis.gc?.();
  const { heapUsed, heapTotal, external, rss } = process.memoryUsage();
  say(JSON.stringify({ edits: edits + 1, heap: heapUsed + external, native: rss - heapTotal, rss }));
}
app.close();
