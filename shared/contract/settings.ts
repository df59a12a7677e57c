import { Week } from './calendar.ts';
import { Language } from './primitives.ts';
import { command, query } from './procedure.ts';
import { z } from './zod.ts';

const weight = z.int().min(0).max(100);

/** Everything the officer sets once: the college, its letterhead, the interface. */
export const Settings = z.strictObject({
  collegeRu: z.string().max(300),
  collegeKk: z.string().max(300),
  collegeEn: z.string().max(300),
  /** Hash of the kept picture of the emblem; empty without one. */
  logo: z.string().max(64),
  bin: z.string().max(20),
  cityRu: z.string().max(120),
  cityKk: z.string().max(120),
  address: z.string().max(300),
  phone: z.string().max(60),
  email: z.string().max(120),
  directorRu: z.string().max(200),
  directorKk: z.string().max(200),
  directorPostRu: z.string().max(200),
  directorPostKk: z.string().max(200),
  officer: z.string().max(200),
  practiceHead: z.string().max(200),
  /** Number of an outgoing letter: {n} running number, {yy} and {yyyy} year. */
  letterNumberFormat: z.string().max(60).regex(/\{n\}/u, 'numberFormat'),
  schoolYearStartMonth: z.int().min(1).max(12),
  /** Share at the enterprise that dual programmes must reach, per cent. */
  enterpriseSharePercent: z.int().min(0).max(100),
  /** Share of a programme's hours that may change within one academic year, per cent. */
  curriculumChangeLimitPercent: z.int().min(0).max(100),
  /** Hours per weekday of placements without a week of their own, Monday first. */
  defaultWeek: Week,
  expiringDays: z.int().min(1).max(365),
  /** How much each reason counts when firms are suggested for students. */
  fitAgreement: z.int().min(0).max(100),
  fitCapacity: z.int().min(0).max(100),
  fitHistory: z.int().min(0).max(100),
  fitDistance: z.int().min(0).max(100),
  /** Kilometres between towns, in either direction; towns as they are written in the records. */
  townDistances: z
    .array(
      z.strictObject({
        from: z.string().trim().min(1, 'required').max(120),
        to: z.string().trim().min(1, 'required').max(120),
        km: z.int('wholeNumber').min(1, 'tooSmall').max(5000, 'tooLarge'),
      }),
    )
    .max(1000),
  /** Points that each rule of partnership health can give; 0 leaves it out. */
  healthContactWeight: weight,
  healthPromisesWeight: weight,
  healthAgreementWeight: weight,
  healthRequestsWeight: weight,
  healthNextStepWeight: weight,
  healthHiresWeight: weight,
  /** Days after a contact in which a partnership counts as looked after. */
  healthContactDays: z.int().min(1).max(365),
  /** A folder on another drive to which each backup is copied; empty for none. */
  backupFolder: z.string().max(1000),
  /** After this many days without a backup or a copy of it the officer is reminded. */
  backupReminderDays: z.int().min(1).max(365),
  /** A folder of the college, such as a share, where releases are put; empty for none. Looked into only when asked. */
  updateFolder: z.string().max(1000),
  language: Language,
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['compact', 'comfortable']),
  /** The screen the program opens on. */
  openOn: z.enum(['today', 'calendar', 'firms']),
  /** One message of the system a day about what waits. */
  dailyNotice: z.enum(['off', 'on']),
  /** Whether lists, pickers and what is printed of them show the IIN of a person whole. */
  iinInLists: z.enum(['full', 'masked']),
  /** Leavers whose last day lies so many years back are due to be anonymised; 0 for never. */
  retentionYears: z.int().min(0).max(75),
  /** A college with a password is locked after so many minutes without work in its window; 0 for never. */
  lockMinutes: z.int().min(0).max(240),
});
export type Settings = z.output<typeof Settings>;

export const settings = {
  'settings.get': query(['setting'], z.strictObject({}), Settings),
  'settings.update': command(
    Settings.partial().extend({
      bin: z
        .string()
        .regex(/^(?:\d{12})?$/u, 'identifierLength')
        .optional(),
    }),
    Settings,
  ),
} as const;
