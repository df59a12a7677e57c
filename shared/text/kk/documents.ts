import type { documents as ru } from '../ru/documents.ts';
import type { SameKeys } from '../translate.ts';

/** Words that stand around the figures of a printed report or list. */
export const documents = {
  contents: 'Мазмұны',
  summary: 'Көрсеткіштер',
  indicator: 'Көрсеткіш',
  definition: 'Есептелу тәртібі',
  unit: 'Өлшем бірлігі',
  value: 'Мәні',
  sheet: 'Парақ',
  total: 'Барлығы',
  source: 'Дереккөзі',
  notes: 'Ескертпелер',
  sources: 'Дереккөздер мен анықтамалар',
  draft: 'Жоба',
  fingerprint: 'Бақылау сомасы {fingerprint}',
  page: 'Бет',
  pageOf: '/',
  noRows: 'Осы кезеңде жазба жоқ.',
  chart: 'Диаграмма: {title}',
} satisfies SameKeys<typeof ru>;
