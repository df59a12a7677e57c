/** A legal form with its short names and the long spellings it is met in (already without quotes). */
export type LegalForm = {
  readonly code: LegalFormCode;
  readonly ru: string;
  readonly kk: string;
  readonly en: string;
  /** Further short names. */
  readonly aliases?: readonly string[];
  /** Long spellings in Russian, Kazakh and English, in any case and with «ё» or «е». */
  readonly long: readonly string[];
};

export type LegalFormCode =
  | 'llp'
  | 'alp'
  | 'jsc'
  | 'njsc'
  | 'ojsc'
  | 'cjsc'
  | 'llc'
  | 'soleProprietor'
  | 'republicanEnterpriseEconomic'
  | 'republicanEnterprise'
  | 'republicanTreasuryEnterprise'
  | 'communalEnterpriseEconomic'
  | 'communalEnterprise'
  | 'communalTreasuryEnterprise'
  | 'stateTreasuryEnterprise'
  | 'stateEnterprise'
  | 'republicanInstitution'
  | 'communalInstitution'
  | 'stateInstitution'
  | 'privateInstitution'
  | 'productionCooperative'
  | 'agriculturalCooperative'
  | 'peasantFarm'
  | 'farm'
  | 'publicAssociation'
  | 'publicFoundation'
  | 'corporateFoundation'
  | 'privateFoundation'
  | 'associationOfEntities'
  | 'fullPartnership'
  | 'limitedPartnership';

/** Legal forms of Kazakhstan as they stand before or after a firm's name. */
export const legalForms: readonly LegalForm[] = [
  {
    code: 'llp',
    ru: 'ТОО',
    kk: 'ЖШС',
    en: 'LLP',
    long: [
      'товарищество с ограниченной ответственностью',
      'жауапкершілігі шектеулі серіктестік',
      'жауапкершілігі шектеулі серіктестігі',
      'limited liability partnership',
    ],
  },
  {
    code: 'alp',
    ru: 'ТДО',
    kk: 'ҚЖС',
    en: 'ALP',
    long: [
      'товарищество с дополнительной ответственностью',
      'қосымша жауапкершілігі бар серіктестік',
      'қосымша жауапкершілігі бар серіктестігі',
    ],
  },
  {
    code: 'njsc',
    ru: 'НАО',
    kk: 'КеАҚ',
    en: 'NJSC',
    aliases: ['КЕАҚ', 'НЕАО', 'NCJSC'],
    long: [
      'некоммерческое акционерное общество',
      'коммерциялық емес акционерлік қоғам',
      'коммерциялық емес акционерлік қоғамы',
      'non-profit joint stock company',
    ],
  },
  {
    code: 'ojsc',
    ru: 'ОАО',
    kk: 'ААҚ',
    en: 'OJSC',
    long: ['открытое акционерное общество', 'ашық акционерлік қоғам', 'ашық акционерлік қоғамы'],
  },
  {
    code: 'cjsc',
    ru: 'ЗАО',
    kk: 'ЖАҚ',
    en: 'CJSC',
    long: ['закрытое акционерное общество', 'жабық акционерлік қоғам', 'жабық акционерлік қоғамы'],
  },
  {
    code: 'jsc',
    ru: 'АО',
    kk: 'АҚ',
    en: 'JSC',
    aliases: ['АК'],
    long: [
      'акционерное общество',
      'акционерлік қоғам',
      'акционерлік қоғамы',
      'joint stock company',
      'joint-stock company',
    ],
  },
  {
    code: 'llc',
    ru: 'ООО',
    kk: 'ЖШҚ',
    en: 'LLC',
    long: ['общество с ограниченной ответственностью', 'limited liability company'],
  },
  {
    code: 'soleProprietor',
    ru: 'ИП',
    kk: 'ЖК',
    en: 'IE',
    long: [
      'индивидуальный предприниматель',
      'жеке кәсіпкер',
      'дара кәсіпкер',
      'individual entrepreneur',
      'sole proprietor',
    ],
  },
  {
    code: 'republicanEnterpriseEconomic',
    ru: 'РГП на ПХВ',
    kk: 'ШЖҚ РМК',
    en: 'RSE with economic management',
    aliases: ['РГП ПХВ', 'РГПнаПХВ', 'РМК на ПХВ', 'ШЖҚ РМК', 'шаруашылық жүргізу құқығындағы РМК'],
    long: [
      'республиканское государственное предприятие на праве хозяйственного ведения',
      'шаруашылық жүргізу құқығындағы республикалық мемлекеттік кәсіпорны',
      'шаруашылық жүргізу құқығындағы республикалық мемлекеттік кәсіпорын',
    ],
  },
  {
    code: 'republicanTreasuryEnterprise',
    ru: 'РГКП',
    kk: 'РМҚК',
    en: 'RSTE',
    long: [
      'республиканское государственное казенное предприятие',
      'республикалық мемлекеттік қазыналық кәсіпорын',
      'республикалық мемлекеттік қазыналық кәсіпорны',
    ],
  },
  {
    code: 'republicanEnterprise',
    ru: 'РГП',
    kk: 'РМК',
    en: 'RSE',
    long: [
      'республиканское государственное предприятие',
      'республикалық мемлекеттік кәсіпорын',
      'республикалық мемлекеттік кәсіпорны',
    ],
  },
  {
    code: 'communalEnterpriseEconomic',
    ru: 'КГП на ПХВ',
    kk: 'ШЖҚ КМК',
    en: 'MSE with economic management',
    aliases: ['КГП ПХВ', 'КГПнаПХВ', 'ГКП на ПХВ', 'ШЖҚ МКК', 'шаруашылық жүргізу құқығындағы КМК'],
    long: [
      'коммунальное государственное предприятие на праве хозяйственного ведения',
      'государственное коммунальное предприятие на праве хозяйственного ведения',
      'шаруашылық жүргізу құқығындағы коммуналдық мемлекеттік кәсіпорны',
      'шаруашылық жүргізу құқығындағы коммуналдық мемлекеттік кәсіпорын',
      'шаруашылық жүргізу құқығындағы мемлекеттік коммуналдық кәсіпорны',
    ],
  },
  {
    code: 'communalTreasuryEnterprise',
    ru: 'КГКП',
    kk: 'КМҚК',
    en: 'MSTE',
    long: [
      'коммунальное государственное казенное предприятие',
      'коммуналдық мемлекеттік қазыналық кәсіпорын',
      'коммуналдық мемлекеттік қазыналық кәсіпорны',
    ],
  },
  {
    code: 'stateTreasuryEnterprise',
    ru: 'ГККП',
    kk: 'МКҚК',
    en: 'SMTE',
    long: [
      'государственное коммунальное казенное предприятие',
      'мемлекеттік коммуналдық қазыналық кәсіпорын',
      'мемлекеттік коммуналдық қазыналық кәсіпорны',
    ],
  },
  {
    code: 'communalEnterprise',
    ru: 'КГП',
    kk: 'КМК',
    en: 'MSE',
    aliases: ['ГКП', 'МКК'],
    long: [
      'коммунальное государственное предприятие',
      'государственное коммунальное предприятие',
      'коммуналдық мемлекеттік кәсіпорын',
      'коммуналдық мемлекеттік кәсіпорны',
      'мемлекеттік коммуналдық кәсіпорын',
      'мемлекеттік коммуналдық кәсіпорны',
    ],
  },
  {
    code: 'stateEnterprise',
    ru: 'ГП',
    kk: 'МК',
    en: 'SE',
    long: ['государственное предприятие', 'мемлекеттік кәсіпорын', 'мемлекеттік кәсіпорны'],
  },
  {
    code: 'republicanInstitution',
    ru: 'РГУ',
    kk: 'РММ',
    en: 'RSI',
    long: [
      'республиканское государственное учреждение',
      'республикалық мемлекеттік мекеме',
      'республикалық мемлекеттік мекемесі',
    ],
  },
  {
    code: 'communalInstitution',
    ru: 'КГУ',
    kk: 'КММ',
    en: 'MSI',
    long: [
      'коммунальное государственное учреждение',
      'коммуналдық мемлекеттік мекеме',
      'коммуналдық мемлекеттік мекемесі',
    ],
  },
  {
    code: 'stateInstitution',
    ru: 'ГУ',
    kk: 'ММ',
    en: 'SI',
    long: ['государственное учреждение', 'мемлекеттік мекеме', 'мемлекеттік мекемесі'],
  },
  {
    code: 'privateInstitution',
    ru: 'ЧУ',
    kk: 'ЖМ',
    en: 'PI',
    aliases: ['ЖББМ'],
    long: ['частное учреждение', 'жеке мекеме', 'жеке мекемесі', 'private institution'],
  },
  {
    code: 'agriculturalCooperative',
    ru: 'СПК',
    kk: 'АӨК',
    en: 'AC',
    aliases: ['СХПК', 'АШӨК'],
    long: [
      'сельскохозяйственный производственный кооператив',
      'сельскохозяйственный кооператив',
      'ауыл шаруашылығы өндірістік кооперативі',
      'ауыл шаруашылығы кооперативі',
    ],
  },
  {
    code: 'productionCooperative',
    ru: 'ПК',
    kk: 'ӨК',
    en: 'PC',
    long: ['производственный кооператив', 'өндірістік кооператив', 'өндірістік кооперативі'],
  },
  {
    code: 'peasantFarm',
    ru: 'КХ',
    kk: 'ШҚ',
    en: 'PF',
    aliases: ['К/Х'],
    long: ['крестьянское хозяйство', 'шаруа қожалығы', 'peasant farm'],
  },
  {
    code: 'farm',
    ru: 'ФХ',
    kk: 'ФҚ',
    en: 'Farm',
    aliases: ['КФХ', 'ШФҚ', 'Ф/Х'],
    long: [
      'фермерское хозяйство',
      'крестьянское или фермерское хозяйство',
      'крестьянское (фермерское) хозяйство',
      'фермер қожалығы',
      'шаруа немесе фермер қожалығы',
      'шаруа (фермер) қожалығы',
    ],
  },
  {
    code: 'publicAssociation',
    ru: 'ОО',
    kk: 'ҚБ',
    en: 'PA',
    aliases: ['РОО'],
    long: ['общественное объединение', 'қоғамдық бірлестік', 'қоғамдық бірлестігі', 'public association'],
  },
  {
    code: 'publicFoundation',
    ru: 'ОФ',
    kk: 'ҚҚ',
    en: 'PF',
    long: ['общественный фонд', 'қоғамдық қор', 'қоғамдық қоры', 'public foundation'],
  },
  {
    code: 'corporateFoundation',
    ru: 'КФ',
    kk: 'КҚ',
    en: 'CF',
    long: ['корпоративный фонд', 'корпоративтік қор', 'корпоративтік қоры', 'corporate foundation'],
  },
  {
    code: 'privateFoundation',
    ru: 'ЧФ',
    kk: 'ЖҚ',
    en: 'PrF',
    long: ['частный фонд', 'жеке қор', 'жеке қоры', 'private foundation'],
  },
  {
    code: 'associationOfEntities',
    ru: 'ОЮЛ',
    kk: 'ЗТБ',
    en: 'ALE',
    aliases: ['ОИПЮЛ', 'ЖКЗТБ'],
    long: [
      'объединение юридических лиц',
      'объединение индивидуальных предпринимателей и юридических лиц',
      'заңды тұлғалар бірлестігі',
      'association of legal entities',
    ],
  },
  {
    code: 'fullPartnership',
    ru: 'ПТ',
    kk: 'ТС',
    en: 'GP',
    long: ['полное товарищество', 'толық серіктестік', 'толық серіктестігі'],
  },
  {
    code: 'limitedPartnership',
    ru: 'КТ',
    kk: 'КС',
    en: 'LP',
    long: ['коммандитное товарищество', 'коммандиттік серіктестік', 'сенім серіктестігі', 'limited partnership'],
  },
];

/** The short name of a legal form in a language. */
export function legalFormName(code: LegalFormCode, language: 'kk' | 'ru' | 'en'): string {
  return legalForms.find(form => form.code === code)?.[language] ?? '';
}

/** The long name of a legal form in a language; of several spellings the first, and none where only others are known. */
export function longLegalForm(form: LegalForm, language: 'kk' | 'ru' | 'en'): string {
  const isLatin = (name: string): boolean => /^[\p{Script=Latin}\s,.()-]+$/u.test(name);
  const isKazakh = (name: string): boolean => /[әғқңөұүһі]/iu.test(name);
  const wanted = { kk: isKazakh, en: isLatin, ru: (name: string) => !isLatin(name) && !isKazakh(name) }[language];
  return form.long.find(wanted) ?? '';
}
