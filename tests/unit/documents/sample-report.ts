import type { DocumentLanguage, ReportDocument } from '#main/documents/report-model.ts';

const words = {
  kk: {
    title: 'Әлеуметтік серіктестік туралы жылдық есеп',
    subtitle: 'Кәсіпорындармен ынтымақтастықтың қорытындысы',
    college: 'Шығыс индустриялық колледжі',
    period: '2025–2026 оқу жылы',
    placements: 'Тәжірибе орындары мамандықтар бойынша',
    specialty: 'Мамандығы',
    students: 'Білім алушылар',
    hours: 'Кәсіпорындағы сағат',
    share: 'Кәсіпорындағы үлес',
  },
  ru: {
    title: 'Годовой отчёт о социальном партнёрстве',
    subtitle: 'Итоги сотрудничества с предприятиями',
    college: 'Восточный индустриальный колледж',
    period: '2025–2026 учебный год',
    placements: 'Места практики по специальностям',
    specialty: 'Специальность',
    students: 'Обучающиеся',
    hours: 'Часы на предприятии',
    share: 'Доля на предприятии',
  },
  en: {
    title: 'Annual report on industry partnerships',
    subtitle: 'Results of the work with firms',
    college: 'Eastern Industrial College',
    period: 'School year 2025–2026',
    placements: 'Placements by specialty',
    specialty: 'Specialty',
    students: 'Students',
    hours: 'Hours at the firm',
    share: 'Share at the firm',
  },
} as const;

const specialties = [
  ['07150100 Машина жасау технологиясы', 64, 27_648, 62.5],
  ['06130100 Бағдарламалық қамтамасыз ету', 48, 18_432, 58.1],
  ['07130100 Электр жабдықтары (түрлері бойынша)', 31, 13_392, 66],
  ['10120100 Тамақтандыруды ұйымдастыру', 13, 4_160, null],
] as const;

/** A report with every kind of column, a bar chart, a line chart, an empty indicator and text that must be escaped. */
export function sampleReport(language: DocumentLanguage, draft = true): ReportDocument {
  const word = words[language];
  return {
    title: word.title,
    subtitle: word.subtitle,
    college: word.college,
    period: word.period,
    language,
    draft,
    ...(draft ? {} : { fingerprint: 'a1b2c3d4' }),
    sections: [
      {
        id: 'placements',
        title: word.placements,
        definition:
          'ӘәҒғҚқҢңӨөҰұҮүҺһІі <b>&amp;</b>: every placement that started within the year, each student once per specialty.',
        unit: word.students,
        source: 'Placements, orders.',
        columns: [
          { key: 'specialty', title: word.specialty, type: 'text' },
          { key: 'students', title: word.students, type: 'integer' },
          { key: 'hours', title: word.hours, type: 'number' },
          { key: 'share', title: word.share, type: 'percent' },
        ],
        rows: specialties.map(([specialty, students, hours, share]) => ({ specialty, students, hours, share })),
        total: { students: 156, hours: 63_632, share: 61.9 },
        chart: {
          kind: 'bar',
          labels: specialties.map(([specialty]) => specialty),
          series: [{ name: word.students, values: specialties.map(([, students]) => students) }],
        },
      },
      {
        id: 'equipment',
        title: '=1+1 Equipment: 2025/2026 [₸]',
        definition: 'Value of equipment handed over by firms.',
        unit: '₸',
        columns: [
          { key: 'date', title: 'Date', type: 'date' },
          { key: 'firm', title: 'Firm', type: 'text' },
          { key: 'value', title: 'Value', type: 'money' },
        ],
        rows: [
          { date: '2025-09-15', firm: '=HYPERLINK("http://x")', value: 125_000_050 },
          { date: '2026-03-02', firm: 'ТОО «Иртыш»', value: 80_000_000 },
        ],
        total: { value: 205_000_050 },
      },
      {
        id: 'years',
        title: 'Dual students by year',
        definition: 'Students in dual training on 1 October.',
        unit: word.students,
        columns: [
          { key: 'year', title: 'Year', type: 'text' },
          { key: 'kk', title: 'Қазақ тілінде', type: 'integer' },
          { key: 'ru', title: 'Орыс тілінде', type: 'integer' },
        ],
        rows: [
          { year: '2023', kk: 98, ru: 60 },
          { year: '2024', kk: 112, ru: 71 },
          { year: '2025', kk: 140, ru: 66 },
        ],
        chart: {
          kind: 'line',
          labels: ['2023', '2024', '2025'],
          series: [
            { name: 'Қазақ тілінде', values: [98, 112, 140] },
            { name: 'Орыс тілінде', values: [60, 71, 66] },
          ],
        },
      },
      {
        id: 'states',
        title: 'Requests by state',
        definition: 'Curriculum change requests.',
        unit: '',
        columns: [
          { key: 'state', title: 'State', type: 'text' },
          { key: 'count', title: 'Requests', type: 'integer' },
        ],
        rows: [
          { state: 'Қабылданды', count: 4 },
          { state: 'Енгізілді', count: 9 },
          { state: 'Қайтарылды', count: 1 },
        ],
        total: { count: 14 },
        chart: {
          kind: 'bar',
          labels: ['Қабылданды', 'Енгізілді', 'Қайтарылды'],
          series: [{ name: 'Requests', values: [4, 9, 1] }],
        },
      },
      {
        id: 'empty',
        title: 'Nothing happened',
        definition: 'An indicator without records.',
        unit: '',
        columns: [{ key: 'name', title: 'Name', type: 'text' }],
        rows: [],
      },
    ],
    notes: ['Деректер 2026 жылғы 31 тамыздағы жағдай бойынша.'],
  };
}
