import type { JobKind } from '#shared/contract/jobs.ts';
import type { Application } from '../application.ts';
import { type DeskThread, deskCalls, startDeskThread } from './desk-thread.ts';
import type { Job, JobBoard } from './job-board.ts';
import {
  type PaperDesk,
  type PaperInput,
  type PaperOutput,
  type PaperPlace,
  type PaperTask,
  paperTasks,
  type WritingTask,
} from './paper-desk.ts';
import { createWorkSignal, stepsOver, type WorkSignal } from './work-signal.ts';

/** Reports and full exports of a large college are made in other threads, so that the window goes on answering (ADR-0019). */
export type Paperwork = {
  /** Something the screen waits for. Errors: those of the task; cancelled. */
  readonly answer: <T extends PaperTask>(task: T, input: PaperInput<T>) => Promise<PaperOutput<T>>;
  /** Something the officer has asked for: its steps are shown, and it can be stopped. */
  readonly write: <T extends PaperTask>(job: Job, task: T, input: PaperInput<T>) => Promise<PaperOutput<T>>;
  /** Whether the college is so small that nothing is gained by another thread. */
  readonly isSmall: () => boolean;
};

/** Records up to which a report takes no longer than a list page. */
const fewRecords = 2_000;
const countSql = `SELECT count(*) FROM (SELECT 1 FROM placement UNION ALL SELECT 1 FROM student UNION ALL SELECT 1 FROM firm LIMIT ?)`;
/** A thread that nobody has asked for so long ends, milliseconds. */
const restAfter = 10_000;

export function createPaperwork({ db, ports, workspace, info, beside, onClose }: Application): Paperwork {
  const { databaseFile, fileFolder } = workspace;
  const place: PaperPlace = { databaseFile, fileFolder, program: info.version };
  const startThread = (): DeskThread<PaperDesk> => {
    const thread = startDeskThread<PaperDesk>({ worker: 'paper-worker', place, beside, restAfter });
    onClose(thread.close);
    return thread;
  };
  // A report on the screen does not wait for an export that is being written.
  const [screen, files] = [startThread(), startThread()];
  const call = deskCalls(ports, databaseFile);
  const isSmall = (): boolean => (db().value<number>(countSql, fewRecords + 1) ?? 0) <= fewRecords;
  const run = async <T extends PaperTask>(
    thread: DeskThread<PaperDesk>,
    task: T,
    input: PaperInput<T>,
    signal: WorkSignal,
  ): Promise<PaperOutput<T>> => {
    // The college is empty when a full export is loaded: how much comes says only the file.
    if (task === 'load' || !isSmall()) return (await thread.ask(task, input, call(), signal)) as PaperOutput<T>;
    const work = paperTasks[task] as (around: unknown, input: unknown) => PaperOutput<T> | Promise<PaperOutput<T>>;
    return await work({ db: db(), place, call: call(), steps: stepsOver(signal.memory) }, input);
  };
  return {
    answer: (task, input) => run(screen, task, input, createWorkSignal()),
    write: (job, task, input) => {
      const signal = createWorkSignal();
      job.follow(signal);
      return run(files, task, input, signal);
    },
    isSmall,
  };
}

type GatedTask = Exclude<WritingTask, 'load'>;
const kinds = { erase: 'purge', freeze: 'report' } as const satisfies Readonly<Record<GatedTask, JobKind>>;

/** Runs a task that writes: in its place while the college is small, otherwise alone in another thread, with commands waiting for its end. */
export function writeAlone<T extends GatedTask>(
  { gate }: Pick<Application, 'gate'>,
  jobs: JobBoard,
  paperwork: Paperwork,
  task: T,
  input: PaperInput<T>,
): Promise<PaperOutput<T>> {
  const small = paperwork.isSmall();
  const write = (): Promise<PaperOutput<T>> =>
    jobs.run(kinds[task], job => {
      if (!small) job.runAlone();
      return paperwork.write(job, task, input);
    });
  return small ? gate.pass(write) : gate.hold(write);
}
