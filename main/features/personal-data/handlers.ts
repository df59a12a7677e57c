import type { Application } from '../../application.ts';
import type { Handlers } from '../../ipc/router.ts';
import type { JobBoard } from '../../jobs/job-board.ts';
import { type Paperwork, writeAlone } from '../../jobs/paperwork.ts';
import { exportPerson } from './commands.ts';
import { purgePersons } from './purge.ts';
import { copiesOf, dueStudents, erasureOf, listErasures } from './queries.ts';

type Own = Extract<keyof Handlers, `personalData.${string}`>;

/** Channel → use case, for everything about the data of persons. */
export function personalDataHandlers(
  application: Application,
  jobs: JobBoard,
  paperwork: Paperwork,
): Pick<Handlers, Own> {
  const { db } = application;
  return {
    'personalData.preview': async input => ({
      ...(await paperwork.answer('erasure', input)),
      backups: copiesOf(application),
    }),
    'personalData.erase': input => writeAlone(application, jobs, paperwork, 'erase', input),
    'personalData.of': input => erasureOf(db(), input),
    'personalData.erasures': () => listErasures(application),
    'personalData.purge': input => purgePersons(application, jobs, input),
    'personalData.due': input => dueStudents(application, input),
    'personalData.export': async input => ({ value: await exportPerson(application, input), changed: [] }),
  };
}
