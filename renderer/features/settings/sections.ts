import type { Settings } from '#shared/contract/settings.ts';

/** The sections of the settings, in their order. */
export const sections = [
  'college',
  'people',
  'letters',
  'partnership',
  'program',
  'matching',
  'holidays',
  'agreementTypes',
  'practiceTypes',
  'engagementKinds',
  'evaluationCriteria',
  'importMemory',
  'protection',
  'personalData',
  'backups',
  'transfer',
  'about',
] as const;
export type Section = (typeof sections)[number];

/** Where each setting stands, for the search: a field by its name, or a part of a section by the key of its heading. */
export const settingPlaces = [
  ...places('college', ['collegeRu', 'collegeKk', 'collegeEn', 'bin', 'phone', 'cityRu', 'cityKk', 'address', 'email']),
  { section: 'college', label: 'letters.library.logo', id: 'logo' },
  ...places('people', ['directorRu', 'directorKk', 'directorPostRu', 'directorPostKk', 'officer', 'practiceHead']),
  ...places('letters', [
    'letterNumberFormat',
    'schoolYearStartMonth',
    'enterpriseSharePercent',
    'curriculumChangeLimitPercent',
    'expiringDays',
  ]),
  ...places('partnership', [
    'healthContactWeight',
    'healthPromisesWeight',
    'healthAgreementWeight',
    'healthRequestsWeight',
    'healthNextStepWeight',
    'healthHiresWeight',
    'healthContactDays',
  ]),
  ...places('program', ['language', 'theme', 'density', 'openOn', 'dailyNotice']),
  ...places('protection', ['lockMinutes']),
  ...places('personalData', ['iinInLists', 'retentionYears']),
  ...places('matching', ['fitAgreement', 'fitCapacity', 'fitHistory', 'fitDistance']),
  { section: 'matching', label: 'settings.distances', id: 'distances' },
  { section: 'about', label: 'settings.moveData', id: 'dataFolder' },
  { section: 'about', label: 'fields.setting.updateFolder', id: 'updateFolder' },
] as const satisfies readonly SettingPlace[];

export type SettingPlace = {
  readonly section: Section;
  /** The text key it is called by. */
  readonly label: string;
  /** The name of the field, as the address carries it. */
  readonly id: string;
};

function places(section: Section, names: readonly (keyof Settings)[]): readonly SettingPlace[] {
  return names.map(name => ({ section, label: `fields.setting.${name}`, id: name }));
}
