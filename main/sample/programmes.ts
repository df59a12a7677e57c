/** A specialty of the invented college with its qualification. */
export type Programme = {
  readonly code: string;
  readonly nameRu: string;
  readonly nameKk: string;
  readonly qualificationCode: string;
  readonly qualificationRu: string;
  readonly qualificationKk: string;
  /** Hours of industrial training and practice per student and academic year. */
  readonly practiceHours: number;
  /** Letters in the codes of its groups. */
  readonly letters: string;
  /** Whether the older courses train in the dual form. */
  readonly dual: boolean;
};

export const programmes: readonly Programme[] = [
  {
    code: '06130100',
    nameRu: 'Программное обеспечение (по видам)',
    nameKk: 'Бағдарламалық қамтамасыз ету (түрлері бойынша)',
    qualificationCode: '4S06130103',
    qualificationRu: 'Разработчик программного обеспечения',
    qualificationKk: 'Бағдарламалық қамтамасыз етуді әзірлеуші',
    practiceHours: 612,
    letters: 'ПО',
    dual: false,
  },
  {
    code: '07150100',
    nameRu: 'Технология машиностроения (по видам)',
    nameKk: 'Машина жасау технологиясы (түрлері бойынша)',
    qualificationCode: '4S07150104',
    qualificationRu: 'Техник-механик',
    qualificationKk: 'Техник-механик',
    practiceHours: 684,
    letters: 'ТМ',
    dual: true,
  },
  {
    code: '07161300',
    nameRu: 'Техническое обслуживание, ремонт и эксплуатация автомобильного транспорта',
    nameKk: 'Автомобиль көлігіне техникалық қызмет көрсету, жөндеу және пайдалану',
    qualificationCode: '3W07161301',
    qualificationRu: 'Слесарь по ремонту автомобилей',
    qualificationKk: 'Автомобиль жөндеу слесарі',
    practiceHours: 720,
    letters: 'АТ',
    dual: true,
  },
  {
    code: '07240700',
    nameRu: 'Обогащение полезных ископаемых (рудообогащение)',
    nameKk: 'Пайдалы қазбаларды байыту (кен байыту)',
    qualificationCode: '4S07240703',
    qualificationRu: 'Техник-технолог',
    qualificationKk: 'Техник-технолог',
    practiceHours: 648,
    letters: 'ОП',
    dual: true,
  },
  {
    code: '07130100',
    nameRu: 'Электрооборудование (по видам и отраслям)',
    nameKk: 'Электр жабдықтары (түрлері және салалары бойынша)',
    qualificationCode: '4S07130103',
    qualificationRu: 'Техник-электрик',
    qualificationKk: 'Техник-электрик',
    practiceHours: 660,
    letters: 'ЭО',
    dual: true,
  },
  {
    code: '10120100',
    nameRu: 'Парикмахерское искусство',
    nameKk: 'Шаштараз өнері',
    qualificationCode: '3W10120101',
    qualificationRu: 'Парикмахер-стилист',
    qualificationKk: 'Шаштараз-стилист',
    practiceHours: 576,
    letters: 'ПИ',
    dual: false,
  },
];
