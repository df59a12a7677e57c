import type { Input, Output } from '#shared/contract/index.ts';
import type { Application } from '../../application.ts';
import { keyFor } from '../../database/key-ring.ts';
import { runBatch, type Transaction } from '../../database/records.ts';
import type { Written } from '../../ipc/router.ts';
import { startImportThread } from '../../jobs/import-thread.ts';
import type { JobBoard } from '../../jobs/job-board.ts';
import { createWorkSignal } from '../../jobs/work-signal.ts';
import { listAnswers } from './answers.ts';
import type { Committed, DeskCall } from './import-desk.ts';
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

/** A copy of the key with a memory of its own: what is sent to a thread takes its whole buffer along. */
function keyForThread(file: string): Uint8Array | undefined {
  const key = keyFor(file);
  return key === undefined ? undefined : Uint8Array.from(key);
}

export function createImporting(application: Application, jobs: JobBoard): Importing {
  const { db, ports, workspace, gate } = application;
  const thread = startImportThread({ databaseFile: workspace.databaseFile, reportFolder: workspace.reportFolder });
  application.onClose(() => thread.close());
  const call = (): DeskCall => ({
    now: ports.clock.now(),
    today: ports.clock.today(),
    actor: ports.actor(),
    id: ports.ids.next(),
    key: keyForThread(workspace.databaseFile),
  });
  /** Runs in the thread as a job: its steps are shown while it runs, and it can be stopped. */
  const asJob = <T>(method: 'preview' | 'adjust' | 'commit', input: unknown): Promise<T> =>
    jobs.run('import', job => {
      const signal = createWorkSignal();
      job.follow(signal);
      if (method === 'commit') job.runAlone();
      return thread.ask<T>(method, input, call(), signal);
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
    preview: async input => unchanged(await asJob<Output<'importing.preview'>>('preview', input)),
    adjust: async input => unchanged(await asJob<Output<'importing.adjust'>>('adjust', input)),
    rows: input => thread.ask<Output<'importing.rows'>>('rows', input, call()),
    commit: input => gate.hold(() => asJob<Committed>('commit', input)),
    saveRejected: async input =>
      unchanged(await thread.ask<Output<'importing.saveRejected'>>('saveRejected', input, call())),
    profiles: () =>
      allLayouts(db()).map(({ id, layout, mapping }) => ({ id, headings: layout, entity: mapping.entity ?? null })),
    forget: ({ id }) => forgetting('importForgotten', tx => tx.remove('importProfile', id)),
    answers: () => listAnswers(db()),
    forgetAnswer: ({ id }) => forgetting('importForgotten', tx => tx.remove('importAnswer', id)),
  };
}
