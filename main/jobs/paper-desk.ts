import { openBeside } from '#main/database/connection.ts';
import type { WriteDb } from '#main/database/handles.ts';
import { runBatch } from '#main/database/records.ts';
import { type ListToWrite, writeList } from '#main/features/lists/write-list.ts';
import { erasePersons } from '#main/features/personal-data/commands.ts';
import { previewErasure } from '#main/features/personal-data/queries.ts';
import { flatTable } from '#main/features/reports/flat-report.ts';
import { freezeReport, frozenList, showFrozen, verifyFrozen } from '#main/features/reports/freezing.ts';
import { changesSince } from '#main/features/reports/frozen-changes.ts';
import { annualReport, indicatorLayout } from '#main/features/reports/queries.ts';
import { recordsBehind } from '#main/features/reports/records-behind.ts';
import { makeReportFiles } from '#main/features/reports/report-files.ts';
import { yearTargets } from '#main/features/tasks/targets.ts';
import { loadEverything } from '#main/features/transfer/load-everything.ts';
import { writeEverythingFiles } from '#main/features/transfer/write-everything.ts';
import type { Input } from '#shared/contract/index.ts';
import { type DeskCall, portsOf } from './serve-desk.ts';
import type { Steps } from './work-signal.ts';

/** Where papers are made. */
export type PaperPlace = {
  readonly databaseFile: string;
  readonly fileFolder: string;
  /** The version of the program. */
  readonly program: string;
};

type Around = { readonly db: WriteDb; readonly place: PaperPlace; readonly call: DeskCall; readonly steps: Steps };

/** Reports, lists in files, full exports and the erasing of persons: what grows with all records of the college. The same work runs in this thread or another. */
export const paperTasks = {
  annual: ({ db, call }: Around, input: Input<'reports.annual'>) => annualReport(db, input, call.today),
  flat: ({ db, call }: Around, input: Input<'reports.flat'>) => flatTable(db, input, call.today),
  layout: ({ db, call }: Around, input: Input<'indicators.layout'>) => indicatorLayout(db, input, call.today),
  targets: ({ db, call }: Around, input: Input<'tasks.targets'>) => yearTargets(db, input, call.today),
  frozenReport: ({ db }: Around, input: Input<'reports.frozenReport'>) => showFrozen(db, input),
  frozenList: ({ db }: Around, input: Input<'reports.frozenList'>) => frozenList(db, input),
  verify: ({ db }: Around, input: Input<'reports.verify'>) => verifyFrozen(db, input),
  changes: ({ db, call }: Around, { id }: Input<'reports.changes'>) => changesSince(db, id, call.today),
  behind: ({ db, call }: Around, input: Omit<Input<'reports.evidence'>, 'folder'>) =>
    recordsBehind(db, input, call.today),
  reportFiles: ({ db, call, steps }: Around, input: Input<'reports.export'>) =>
    makeReportFiles(db, input, call.today, steps),
  list: ({ db, call, steps }: Around, input: ListToWrite) => writeList(db, input, call.today, steps),
  everything: ({ db, place, call, steps }: Around, { folder }: Input<'everything.export'>) =>
    writeEverythingFiles(db, { ...place, folder }, call, steps),
  load: ({ db, place, call, steps }: Around, input: Input<'everything.import'>) =>
    loadEverything(db, portsOf(call), place.fileFolder, input, steps),
  erasure: ({ db, call }: Around, input: Input<'personalData.preview'>) => previewErasure(db, input, call.today),
  erase: ({ db, call }: Around, input: Input<'personalData.erase'>) => erasePersons(db, portsOf(call), input),
  freeze: ({ db, call }: Around, input: Input<'reports.freeze'>) =>
    runBatch(db, portsOf(call), tx => freezeReport(tx, input, call.actor)),
} as const;

export type PaperTask = keyof typeof paperTasks;
export type PaperInput<T extends PaperTask> = Parameters<(typeof paperTasks)[T]>[1];
export type PaperOutput<T extends PaperTask> = Awaited<ReturnType<(typeof paperTasks)[T]>>;

/** The tasks that write, each in a transaction of its own. */
export type WritingTask = 'erase' | 'freeze' | 'load';
const writing: ReadonlySet<string> = new Set<WritingTask>(['erase', 'freeze', 'load']);

/** The tasks as another thread does them, each over a connection of its own. */
export type PaperDesk = {
  readonly [T in PaperTask]: (input: PaperInput<T>, call: DeskCall, steps: Steps) => Promise<PaperOutput<T>>;
};

export function createPaperDesk(place: PaperPlace): PaperDesk {
  const tasks = Object.entries(paperTasks) as [PaperTask, (around: Around, input: unknown) => unknown][];
  return Object.fromEntries(
    tasks.map(([name, task]) => [
      name,
      async (input: unknown, call: DeskCall, steps: Steps) => {
        const db = openBeside(place.databaseFile);
        try {
          // One state of the data throughout, whatever is changed meanwhile.
          if (!writing.has(name)) db.exec('BEGIN');
          return await task({ db, place, call, steps }, input);
        } finally {
          db.close();
        }
      },
    ]),
  ) as PaperDesk;
}
