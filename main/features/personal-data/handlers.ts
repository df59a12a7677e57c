import type { Application } from '../../application.ts';
import type { Handlers } from '../../ipc/router.ts';
import type { JobBoard } from '../../jobs/job-board.ts';
import { erasePersons, exportPerson } from './commands.ts';
import { purgePersons } from './purge.ts';
import { dueStudents, erasureOf, listErasures, previewErasure } from './queries.ts';

type Own = Extract<keyof Handlers, `personalData.${string}`>;

/** Channel → use case, for everything about the data of persons. */
export function personalDataHandlers(application: Application, jobs: JobBoard): Pick<Handlers, Own> {
  const { db, ports } = application;
  return {
    'personalData.preview': input => previewErasure(application, input),
    'personalData.erase': input => erasePersons(application, input),
    'personalData.of': input => erasureOf(db(), input),
    'personalData.erasures': () => listErasures(application),
    'personalData.purge': input => purgePersons(application, jobs, input),
    'personalData.due': input => dueStudents(db(), input, ports.clock.today()),
    'personalData.export': async input => ({ value: await exportPerson(application, input), changed: [] }),
  };
}
