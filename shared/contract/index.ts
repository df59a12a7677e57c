import { agreementPaper } from './agreement-paper.ts';
import { agreementTerms } from './agreement-terms.ts';
import { agreements } from './agreements.ts';
import { app } from './app.ts';
import { attachments } from './attachments.ts';
import { backup } from './backup.ts';
import { calendar } from './calendar.ts';
import { calendarViewing } from './calendar-view.ts';
import { contingent } from './contingent.ts';
import { councils } from './councils.ts';
import { curriculum } from './curriculum.ts';
import { drafts } from './drafts.ts';
import { engagement } from './engagement.ts';
import { files } from './files.ts';
import { firms } from './firms.ts';
import { frozenReports } from './frozen-reports.ts';
import { history } from './history.ts';
import { importing } from './importing.ts';
import { indicators } from './indicators.ts';
import { jobs } from './jobs.ts';
import { letters } from './letters.ts';
import { listChanges } from './list-changes.ts';
import { lists } from './lists.ts';
import { matching } from './matching.ts';
import { monitoring } from './monitoring.ts';
import { nameForms } from './name-forms.ts';
import { partnership } from './partnership.ts';
import { personalData } from './personal-data.ts';
import { placements } from './placements.ts';
import { protection } from './protection.ts';
import { relations } from './relations.ts';
import { reportRollUp } from './report-roll-up.ts';
import { reports } from './reports.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { students } from './students.ts';
import { tasks } from './tasks.ts';
import { transfer } from './transfer.ts';
import { updates } from './updates.ts';
import type { z } from './zod.ts';

/** Every procedure of the application, at a glance: one file per feature. */
export const contract = {
  ...app,
  ...files,
  ...drafts,
  ...attachments,
  ...firms,
  ...relations,
  ...agreements,
  ...agreementTerms,
  ...agreementPaper,
  ...students,
  ...contingent,
  ...placements,
  ...matching,
  ...monitoring,
  ...calendar,
  ...calendarViewing,
  ...curriculum,
  ...councils,
  ...engagement,
  ...partnership,
  ...letters,
  ...nameForms,
  ...lists,
  ...listChanges,
  ...jobs,
  ...history,
  ...importing,
  ...tasks,
  ...reports,
  ...indicators,
  ...frozenReports,
  ...reportRollUp,
  ...search,
  ...settings,
  ...personalData,
  ...backup,
  ...protection,
  ...transfer,
  ...updates,
} as const;

export type Contract = typeof contract;
export type Channel = keyof Contract;
export type QueryChannel = { [C in Channel]: Contract[C]['kind'] extends 'query' ? C : never }[Channel];
export type CommandChannel = { [C in Channel]: Contract[C]['kind'] extends 'command' ? C : never }[Channel];
/** What a caller sends: defaults may be left out. */
export type Request<C extends Channel> = z.input<Contract[C]['input']>;
/** What a handler gets: parsed, defaults filled in. */
export type Input<C extends Channel> = z.output<Contract[C]['input']>;
export type Output<C extends Channel> = z.output<Contract[C]['output']>;
