import { expect, test } from 'vitest';
import { readFileBytes } from '#main/features/importing/read-file.ts';
import { readWorkbookBytes } from '#main/jobs/read-workbook.ts';
import { parseSheet } from '#shared/domain/importing/parse-rows.ts';
import { planImport } from '#shared/domain/importing/plan.ts';
import { nothingStored } from '#shared/domain/importing/plan-types.ts';
import { recogniseBook } from '#shared/domain/importing/recognise.ts';
import { splitTables } from '#shared/domain/importing/split-tables.ts';
import { AppError } from '#shared/result.ts';
import { createTranslator } from '#shared/text/index.ts';
import { seededRandom } from '#tests/support/seeds.ts';
import { type HostileFile, hostileFiles } from './hostile-files.ts';

const t = createTranslator('ru');
/** A reader in a thread of its own is stopped after so long, milliseconds. */
const readerLimit = 30_000;
/** Damaged binary workbooks may make their reader ask for more memory than there is. */
const mayExhaust = /\.xlsb?$/;

/** What comes of a file: how many rows were planned, or the words of the refusal. */
async function outcome({ name, bytes, trick }: HostileFile): Promise<{ readonly text: string }> {
  try {
    // What may bring a reader down is read in its own thread, as the program does; the rest here, which is much faster.
    const read =
      trick || mayExhaust.test(name)
        ? readWorkbookBytes(bytes, name, { timeoutMs: readerLimit })
        : readFileBytes(bytes, name);
    const book = splitTables(await read);
    const parsed = recogniseBook(book).flatMap(sheet => parseSheet(sheet) ?? []);
    const plan = planImport(parsed, nothingStored);
    return { text: `${plan.sheets.length} sheets` };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { text: t.dynamic(`errors.${error.code}`, error.params) };
  }
}

test('a corpus of damaged and hostile files: each is read or refused with a message, and nothing breaks', async () => {
  const files = await hostileFiles(seededRandom('hostile-files'), 310);
  const faults: string[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let file = files[next++]; file !== undefined; file = files[next++]) {
      try {
        const { text } = await outcome(file);
        if (text === '' || text.startsWith('errors.')) faults.push(`${file.what}: no message`);
      } catch (error) {
        faults.push(`${file.what}: ${error instanceof Error ? (error.stack ?? '') : String(error)}`);
      }
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  expect(faults).toEqual([]);
  expect(files.length).toBeGreaterThanOrEqual(300);
}, 14_400_000);
