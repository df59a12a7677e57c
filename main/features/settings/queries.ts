import { Settings } from '#shared/contract/settings.ts';
import type { ReadDb } from '../../database/handles.ts';

/** What holds until the officer says otherwise. */
export const defaultSettings: Settings = {
  collegeRu: '',
  collegeKk: '',
  collegeEn: '',
  logo: '',
  bin: '',
  cityRu: '',
  cityKk: '',
  address: '',
  phone: '',
  email: '',
  directorRu: '',
  directorKk: '',
  directorPostRu: 'Директор',
  directorPostKk: 'Директор',
  officer: '',
  practiceHead: '',
  letterNumberFormat: '{n}/{yy}-07',
  schoolYearStartMonth: 9,
  enterpriseSharePercent: 60,
  curriculumChangeLimitPercent: 30,
  defaultWeek: [6, 6, 6, 6, 6, 0, 0],
  expiringDays: 90,
  fitAgreement: 40,
  fitCapacity: 20,
  fitHistory: 20,
  fitDistance: 20,
  townDistances: [],
  healthContactWeight: 25,
  healthPromisesWeight: 20,
  healthAgreementWeight: 20,
  healthRequestsWeight: 15,
  healthNextStepWeight: 10,
  healthHiresWeight: 10,
  healthContactDays: 60,
  backupFolder: '',
  updateFolder: '',
  backupReminderDays: 7,
  language: 'ru',
  theme: 'system',
  density: 'compact',
  openOn: 'today',
  dailyNotice: 'off',
  iinInLists: 'full',
  retentionYears: 0,
  lockMinutes: 10,
};

/** All settings; a stored value that no longer fits its schema counts as not set. */
export function readSettings(db: ReadDb): Settings {
  const merged: Record<string, unknown> = { ...defaultSettings };
  for (const row of db.all<{ id: string; value: string }>('SELECT id, value FROM setting')) {
    if (!Object.hasOwn(Settings.shape, row.id)) continue;
    const parsed = Settings.shape[row.id as keyof Settings].safeParse(JSON.parse(row.value));
    if (parsed.success) merged[row.id] = parsed.data;
  }
  return merged as Settings;
}

/** A setting outside the officer's form, such as how the file was begun. */
export function readMark(db: ReadDb, name: string): unknown {
  const value = db.value<string>('SELECT value FROM setting WHERE id = ?', name);
  return value === undefined ? undefined : (JSON.parse(value) as unknown);
}
