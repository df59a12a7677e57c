import type { EntityName } from '#shared/contract/procedure.ts';
import type { Application } from '../../application.ts';
import { runBatch } from '../../database/records.ts';
import type { Handlers } from '../../ipc/router.ts';
import type { JobBoard } from '../../jobs/job-board.ts';
import { oneAtATime } from '../../jobs/one-at-a-time.ts';
import { issueLetters, previewLetters, showLetter, updateLetter, voidLetters } from './commands.ts';
import { exportLetters } from './exporting.ts';
import { browseFields, templateBlanks } from './field-browser.ts';
import { setLogo, showLogo } from './logo.ts';
import { getNameForms, setNameForms } from './name-forms.ts';
import { getLetter, letterIds, listLetters } from './queries.ts';
import {
  listTemplates,
  openTemplate,
  replaceTemplate,
  resetTemplate,
  restoreTemplate,
  templateVersions,
} from './template-store.ts';

type LetterChannel = Extract<keyof Handlers, `letters.${string}` | `nameForms.${string}`>;

/** A changed template changes what every preview shows. */
const templates: readonly EntityName[] = ['letter'];

/** The letters' channels → use cases. */
export function letterHandlers(application: Application, jobs: JobBoard): Pick<Handlers, LetterChannel> {
  const { db, ports } = application;
  /** Two batches must not want the same numbers. */
  const inTurn = oneAtATime();
  return {
    'letters.list': input => listLetters(db(), input, ports.clock.today()),
    'letters.ids': input => letterIds(db(), input, ports.clock.today()),
    'letters.get': input => getLetter(db(), input),
    'letters.update': input => runBatch(db(), ports, tx => updateLetter(tx, input)),
    'letters.void': input => runBatch(db(), ports, tx => voidLetters(tx, input)),
    'letters.issue': input => jobs.run('letters', job => inTurn(() => issueLetters(application, job, input))),
    'letters.preview': input => previewLetters(application, input),
    'letters.page': input => showLetter(application, input),
    'letters.export': input => exportLetters(application, jobs, input),
    'nameForms.get': input => getNameForms(db(), input),
    'nameForms.set': input => runBatch(db(), ports, tx => setNameForms(tx, input)),
    'letters.templates': () => listTemplates(application),
    'letters.fields': input => browseFields(application, input),
    'letters.templateBlanks': input => templateBlanks(application, input),
    'letters.logo': () => showLogo(db()),
    'letters.setLogo': input => setLogo(application, input),
    'letters.templateVersions': input => templateVersions(application, input),
    'letters.templateRestore': async input => ({
      value: await restoreTemplate(application, input),
      changed: templates,
    }),
    'letters.templateOpen': async input => ({ value: await openTemplate(application, input), changed: [] }),
    'letters.templateReplace': async input => ({
      value: await replaceTemplate(application, input),
      changed: templates,
    }),
    'letters.templateReset': async input => ({ value: await resetTemplate(application, input), changed: templates }),
  };
}
