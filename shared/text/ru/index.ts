import { actions } from './actions.ts';
import { areas } from './areas.ts';
import { backup } from './backup.ts';
import { calendar } from './calendar.ts';
import { common } from './common.ts';
import { contingent } from './contingent.ts';
import { curriculum } from './curriculum.ts';
import { documents } from './documents.ts';
import { entities } from './entities.ts';
import { errors } from './errors.ts';
import { fields } from './fields.ts';
import { help } from './help.ts';
import { history } from './history.ts';
import { holidays } from './holidays.ts';
import { importReasons } from './import-reasons.ts';
import { importing } from './importing.ts';
import { indicators } from './indicators.ts';
import { letters } from './letters.ts';
import { lists } from './lists.ts';
import { monitoring } from './monitoring.ts';
import { partnership } from './partnership.ts';
import { personalData } from './personal-data.ts';
import { placements } from './placements.ts';
import { protection } from './protection.ts';
import { records } from './records.ts';
import { relations } from './relations.ts';
import { reports } from './reports.ts';
import { rollUp } from './roll-up.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { start } from './start.ts';
import { states } from './states.ts';
import { system } from './system.ts';
import { tasks } from './tasks.ts';
import { tour } from './tour.ts';
import { transfer } from './transfer.ts';
import { updates } from './updates.ts';
import { validation } from './validation.ts';
import { warnings } from './warnings.ts';

/** Every visible text in Russian, by area; its keys are the keys of all languages. */
export const ru = {
  actions,
  areas,
  backup,
  calendar,
  common,
  contingent,
  curriculum,
  documents,
  entities,
  errors,
  fields,
  help,
  history,
  holidays,
  importReasons,
  importing,
  indicators,
  letters,
  lists,
  monitoring,
  partnership,
  personalData,
  placements,
  protection,
  records,
  relations,
  reports,
  rollUp,
  settings,
  shell,
  start,
  states,
  system,
  tasks,
  tour,
  transfer,
  updates,
  validation,
  warnings,
};

/** The shape the other languages must have. */
export type Text = typeof ru;
