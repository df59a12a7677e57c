import type { Output } from '#shared/contract/index.ts';
import type { Application } from '../../application.ts';
import { inOrderMade } from '../../database/backup.ts';
import type { ReadDb } from '../../database/handles.ts';
import { readMark } from '../settings/queries.ts';

type Counts = Output<'app.status'>['counts'];

export function countRecords(db: ReadDb): Counts {
  const of = (table: string): number => db.value<number>(`SELECT count(*) FROM ${table}`) ?? 0;
  return {
    firms: of('firm'),
    agreements: of('agreement'),
    students: of('student'),
    placements: of('placement'),
    requests: of('request'),
    letters: of('letter'),
  };
}

/** What the first screen and the status line show. */
export function applicationStatus({ db, info, workspace, ports }: Application): Output<'app.status'> {
  const begun = readMark(db(), 'begunWith');
  return {
    version: info.version,
    runtime: info.runtime,
    testRuntime: info.testRuntime,
    dataFolder: workspace.folder,
    dataMovable: ports.relocate !== undefined,
    today: ports.clock.today(),
    fresh:
      begun === undefined &&
      db().value("SELECT 1 FROM batch WHERE reversed_by IS NULL AND kind IN ('do', 'redo') LIMIT 1") === undefined,
    sample: begun === 'sample',
    savedAt: db().value<string>('SELECT at FROM batch ORDER BY seq DESC LIMIT 1') ?? null,
    backupAt: inOrderMade(workspace.backupFolder, ports.clock.now())[0]?.createdAt ?? null,
    counts: countRecords(db()),
  };
}
