import type { Language } from '#shared/contract/primitives.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { schoolYearOf } from '#shared/domain/dates.ts';
import { withCheckDigit } from '#shared/domain/identifiers.ts';
import type { Transaction } from '../database/records.ts';
import { writeSetting } from '../features/settings/commands.ts';
import { buildCollege, type GroupPlan } from './build-college.ts';
import { firmProfiles } from './firm-profiles.ts';
import { inKazakh } from './in-kazakh.ts';
import { addEngagement } from './make-engagement.ts';
import { addMonitoring } from './make-monitoring.ts';

/** Everything about the college itself is invented. */
export const sampleSettings: Partial<Settings> = {
  collegeRu: 'КГКП «Коктасский индустриально-технический колледж»',
  collegeKk: '«Көктас индустриялық-техникалық колледжі» КМҚК',
  collegeEn: 'Koktas College of Industry and Technology',
  bin: withCheckDigit('00104000123') ?? '',
  cityRu: 'Караганда',
  cityKk: 'Қарағанды',
  address: '100012, г. Караганда, ул. Өрлеу, 14',
  phone: '+77212000000',
  email: 'office@koktas-college.example.kz',
  directorRu: 'Жүнісова Гауһар Әнуарқызы',
  directorKk: 'Жүнісова Гауһар Әнуарқызы',
  directorPostRu: 'Директор',
  directorPostKk: 'Директор',
  officer: 'Соколова Наталья Викторовна',
  practiceHead: 'Бекенов Әділ Қайратұлы',
  letterNumberFormat: '{n}/{yy}-07',
};

/** Programme and years since the first course began: two graduated years, then courses four, three and two. */
const groups: readonly (readonly [programme: number, yearsAgo: number])[] = [
  [0, 5],
  [2, 5],
  [1, 4],
  [4, 4],
  [0, 3],
  [2, 3],
  [3, 3],
  [1, 2],
  [4, 2],
  [5, 2],
  [3, 1],
  [5, 1],
];

function groupPlans(schoolYear: number): readonly GroupPlan[] {
  return groups.map(([programme, yearsAgo], place) => ({
    programme,
    entryYear: schoolYear - yearsAgo,
    number: (place % 2) + 1,
  }));
}

/** Writes the sample college in the words of the officer's language: the same on every machine, with dates around her today. */
export function fillSampleCollege(plain: Transaction, language: Language): void {
  const tx = language === 'kk' ? inKazakh(plain) : plain;
  for (const [name, value] of Object.entries(sampleSettings)) writeSetting(tx, name, value);
  buildCollege(part => part(tx), {
    seed: 20_250_901,
    today: tx.today,
    firms: firmProfiles,
    groups: groupPlans(schoolYearOf(tx.today)),
    studentsPerGroup: 25,
    years: 3,
    mostPlacements: Number.POSITIVE_INFINITY,
    mostContracts: 12,
    requests: 30,
    requestSpread: 24,
  });
  addEngagement(tx);
  addMonitoring(tx);
  tx.label('sampleOpened');
}
