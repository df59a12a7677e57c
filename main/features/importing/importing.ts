import type { Input, Output } from '#shared/contract/index.ts';
import { AppError } from '#shared/result.ts';
import type { Application } from '../../application.ts';
import { runBatch, type Transaction } from '../../database/records.ts';
import type { Written } from '../../ipc/router.ts';
import { deskCalls, startDeskThread } from '../../jobs/desk-thread.ts';
import type { JobBoard } from '../../jobs/job-board.ts';
import { createWorkSignal } from '../../jobs/work-signal.ts';
import { listAnswers } from './answers.ts';
import type { ImportDesk } from './import-desk.ts';
import { allLayouts } from './layouts.ts';

/** The import of one application as its procedures; the work itself is done in a thread of its own (ADR-0012). */
export type Importing = {
  readonly preview: (input: Input<'importing.preview'>) => Promise<Written<Output<'importing.preview'>>>;
  readonly adjust: (input: Input<'importing.adjust'>) => Promise<Written<Output<'importing.adjust'>>>;
  readonly rows: (input: Input<'importing.rows'>) => Promise<Output<'importing.rows'>>;
  readonly commit: (input: Input<'importing.commit'>) => Promise<Written<Output<'importing.commit'>>>;
  readonly saveRejected: (input: Input<'importing.saveRejected'>) => Promise<Written<Output<'importing.saveRejected'>>>;
  readonly profiles: () => Output<'importing.profiles'>;
  readonly forget: (input: Input<'importing.forget'>) => Written<Output<'importing.forget'>>;
  readonly answers: () => Output<'importing.answers'>;
  readonly forgetAnswer: (input: Input<'importing.forgetAnswer'>) => Written<Output<'importing.forgetAnswer'>>;
};

export function createImporting(application: Application, jobs: JobBoard): Importing {
  const { db, ports, workspace, gate, beside } = application;
  const { databaseFile, reportFolder } = workspace;
  const place = { databaseFile, reportFolder };
  const thread = startDeskThread<ImportDesk>({ worker: 'import-worker', place, beside });
  application.onClose(thread.close);
  const call = deskCalls(ports, databaseFile);
  /** Runs in the thread as a job: its steps are shown while it runs, and it can be stopped. */
  const asJob = <M extends 'preview' | 'adjust' | 'commit'>(method: M, input: Parameters<ImportDesk[M]>[0]) =>
    jobs.run('import', job => {
      const signal = createWorkSignal();
      job.follow(signal);
      if (method === 'commit') job.runAlone();
      return thread.ask(method, input, call(), signal);
    });
  /** Commands wait a little longer than the officer: whoever writes next would have to bring all of the log into the file. */
  const commit = (input: Input<'importing.commit'>): Promise<Written<Output<'importing.commit'>>> =>
    new Promise((resolve, reject) => {
      const written = gate.hold(async () => {
        const { value, changed, done } = await asJob('commit', input);
        resolve({ value, changed });
        await thread.ask('settle', undefined, call()).catch((error: unknown) => {
          if (!(error instanceof AppError)) ports.log('settle', error); // the end of the program settles it too
        });
        if (done) thread.rest();
      });
      written.catch(reject);
    });
  const forgetting = (label: string, forget: (tx: Transaction) => void): Written<Record<string, never>> => {
    const { changed } = runBatch(db(), ports, tx => {
      forget(tx);
      tx.label(label);
    });
    return { value: {}, changed };
  };
  const unchanged = <T>(value: T): Written<T> => ({ value, changed: [] });
  return {
    preview: async input => unchanged(await asJob('preview', input)),
    adjust: async input => unchanged(await asJob('adjust', input)),
    rows: input => thread.ask('rows', input, call()),
    commit,
    saveRejected: async input => unchanged(await thread.ask('saveRejected', input, call())),
    profiles: () =>
      allLayouts(db()).map(({ id, layout, mapping }) => ({ id, headings: layout, entity: mapping.entity ?? null })),
    forget: ({ id }) => forgetting('importForgotten', tx => tx.remove('importProfile', id)),
    answers: () => listAnswers(db()),
    forgetAnswer: ({ id }) => forgetting('importForgotten', tx => tx.remove('importAnswer', id)),
  };
}
