import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Output } from '#shared/contract/index.ts';
import { type Received, type SentFigures, SentReport } from '#shared/contract/report-roll-up.ts';
import { judgeReceived } from '#shared/domain/report-roll-up.ts';
import { createTranslator } from '#shared/text/index.ts';
import { explainFileFailure } from '../shared/file-writing.ts';
import { canonicalJson, contentHash } from './canonical-json.ts';

export const sentEnding = '.seriktes-report';
/** More than this is no file of figures, bytes. */
const largest = 30_000_000;
/** More files than this are not read in one folder. */
const mostFiles = 1000;

/** The figures of a frozen report for other hands: without lists, and without tables whose rows are persons. */
export function sentFigures({
  frozen,
  report,
}: Pick<Output<'reports.frozenReport'>, 'frozen' | 'report'>): SentFigures {
  const { college, language, periodName, period, asOf, indicators } = report;
  const persons = createTranslator(language)('reports.columns.mentor');
  return {
    college,
    language,
    periodName,
    period,
    asOf,
    frozenAt: frozen.frozenAt,
    reportHash: frozen.hash,
    indicators: indicators
      .filter(({ rowTitle }) => rowTitle !== persons)
      .map(({ id, title, rowTitle, columns, rows, total }) => {
        const shown = columns.filter(({ previous }) => !previous).map(({ key, title: name }) => ({ key, title: name }));
        const strip = (row: (typeof rows)[number]): SentFigures['indicators'][number]['rows'][number] => ({
          key: row.key,
          label: row.label,
          cells: Object.fromEntries(
            shown.flatMap(({ key }) => {
              const cell = row.cells[key];
              if (cell === undefined) return [];
              return [[key, { value: cell.value, measure: cell.measure, area: cell.drill.area }]];
            }),
          ),
        });
        return { id, title, rowTitle, columns: shown, rows: rows.map(strip), total: total && strip(total) };
      }),
  };
}

/** The bytes of the file: figures under their hash. */
export function sentBytes(figures: SentFigures): Uint8Array {
  const sent: SentReport = { kind: 'seriktes-report', format: 1, hash: contentHash(canonicalJson(figures)), figures };
  return Buffer.from(`${JSON.stringify(sent, null, 1)}\n`);
}

type Read = { readonly received: Received; readonly figures: SentFigures | null };

async function readSent(folder: string, file: string): Promise<Read> {
  const unreadable: Read = { received: { file, state: 'unreadable', about: null }, figures: null };
  try {
    const path = join(folder, file);
    const { size } = await stat(path);
    if (size > largest) return unreadable;
    const { hash, figures } = SentReport.parse(JSON.parse(await readFile(path, 'utf8')));
    const { college, periodName, period, asOf, frozenAt, reportHash } = figures;
    const about = { college, periodName, period, asOf, frozenAt, reportHash };
    const sound = contentHash(canonicalJson(figures)) === hash;
    return { received: { file, state: sound ? 'fits' : 'changed', about }, figures: sound ? figures : null };
  } catch {
    return unreadable; // a file nobody can read is named, and keeps the others from nothing
  }
}

/** Every file of figures in a folder, by name, and what becomes of it. Errors: noAccess. */
export async function readReceived(folder: string): Promise<Read[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw explainFileFailure(error, folder);
  });
  const files = names
    .filter(name => name.toLowerCase().endsWith(sentEnding) && !name.startsWith('.'))
    .toSorted()
    .slice(0, mostFiles);
  const read: Read[] = [];
  // oxlint-disable-next-line no-await-in-loop -- one file in memory after the other
  for (const file of files) read.push(await readSent(folder, file));
  const judged = judgeReceived(read.map(({ received }) => received));
  return read.map(({ received, figures }, place) => ({ received: judged[place] ?? received, figures }));
}
