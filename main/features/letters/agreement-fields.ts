import {
  addresseeFields,
  field,
  imageFields,
  letterheadFields,
  placeFields,
  rowOnly,
  signatureFields,
  type TemplateCatalogue,
} from '../../documents/letter-fields.ts';

/** Who makes an agreement, for whom and on what terms. */
export const agreementFields = {
  ...letterheadFields,
  ...signatureFields,
  firm: addresseeFields.firm,
  firmAddress: addresseeFields.firmAddress,
  place: field(['место', 'город', 'орны', 'қала'], 'Жасалған жері', 'Место заключения', 'Place'),
  collegeBin: field(['бин_колледжа', 'колледж_бсн'], 'Колледждің БСН', 'БИН колледжа', 'BIN of the college'),
  collegeAddress: field(
    ['адрес_колледжа', 'колледж_мекенжайы'],
    'Колледждің мекенжайы',
    'Адрес колледжа',
    'Address of the college',
  ),
  collegePhone: field(
    ['телефон_колледжа', 'колледж_телефоны'],
    'Колледждің телефоны',
    'Телефон колледжа',
    'Phone of the college',
  ),
  director: field(
    ['директора', 'директор_ілік'],
    'Колледж атынан: лауазымы және аты-жөні',
    'В лице кого от колледжа (в родительном падеже)',
    'Who represents the college',
  ),
  firmBin: field(['бин', 'бин_предприятия', 'бсн'], 'Кәсіпорынның БСН/ЖСН', 'БИН/ИИН предприятия', 'BIN of the firm'),
  firmPhone: field(
    ['телефон_предприятия', 'кәсіпорын_телефоны'],
    'Кәсіпорынның телефоны',
    'Телефон предприятия',
    'Phone of the firm',
  ),
  firmRepresentative: field(
    ['в_лице', 'представитель_предприятия', 'кәсіпорын_өкілі'],
    'Кәсіпорын атынан: лауазымы және аты-жөні',
    'В лице кого от предприятия (в родительном падеже)',
    'Who represents the firm',
  ),
  firmBasis: field(
    ['основание', 'на_основании', 'негіздеме'],
    'Кәсіпорын өкілі неге сүйеніп әрекет етеді',
    'На основании чего действует предприятие',
    'On what basis the firm acts',
  ),
  directorActing: field(
    ['действующий_директор', 'директор_әрекет'],
    'Колледж өкілі «әрекет ететін» сөзі',
    'Слово «действующего» или «действующей» о представителе колледжа',
    'The word “acting” of the college’s representative',
  ),
  firmActing: field(
    ['действующий_представитель', 'өкіл_әрекет'],
    'Кәсіпорын өкілі «әрекет ететін» сөзі',
    'Слово «действующего» или «действующей» о представителе предприятия',
    'The word “acting” of the firm’s representative',
  ),
  firmSignatory: field(
    ['подписант_предприятия', 'кәсіпорын_қол_қоюшысы'],
    'Кәсіпорыннан қол қоюшының аты-жөні',
    'Подписывающий от предприятия (инициалы, фамилия)',
    'Signatory of the firm',
  ),
  firmSignatoryPosition: field(
    ['должность_подписанта_предприятия', 'кәсіпорын_лауазымы'],
    'Кәсіпорыннан қол қоюшының лауазымы',
    'Должность подписывающего от предприятия',
    'Position of the firm’s signatory',
  ),
  student: placeFields.student,
  studentSignature: field(
    ['студент_подпись', 'студент_қолы'],
    'Білім алушының аты-жөні (бас әріптер)',
    'Обучающийся (инициалы, фамилия)',
    'Student (initials)',
  ),
  studentIin: field(['иин', 'жсн'], 'Білім алушының ЖСН', 'ИИН обучающегося', 'IIN of the student'),
  studentBorn: field(
    ['дата_рождения', 'туған_күні'],
    'Білім алушының туған күні',
    'Дата рождения обучающегося',
    'Date of birth',
  ),
  studentAddress: field(
    ['адрес_студента', 'студент_мекенжайы'],
    'Білім алушының тұрғылықты жері',
    'Место жительства обучающегося',
    'Where the student lives',
  ),
  studentPhone: field(
    ['телефон_студента', 'студент_телефоны'],
    'Білім алушының телефоны',
    'Телефон обучающегося',
    'Phone of the student',
  ),
  representative: field(
    ['представитель', 'өкіл', 'заңды_өкіл'],
    'Заңды өкілі',
    'Законный представитель',
    'Legal representative',
  ),
  representativePhone: field(
    ['телефон_представителя', 'өкіл_телефоны'],
    'Заңды өкілдің телефоны',
    'Телефон законного представителя',
    'Phone of the representative',
  ),
  specialty: placeFields.specialty,
  qualification: placeFields.qualification,
  group: placeFields.group,
  course: placeFields.course,
  hours: placeFields.hours,
  unit: placeFields.unit,
  mentor: placeFields.mentor,
  start: field(['начало', 'басталуы'], 'Басталатын күні', 'Дата начала', 'Start date'),
  end: field(['окончание', 'аяқталуы'], 'Аяқталатын күні', 'Дата окончания', 'End date'),
  places: field(
    ['мест', 'орын_саны'],
    'Орын саны (сөзбен де)',
    'Количество мест (и прописью)',
    'Places, also in words',
  ),
  pay: field(
    ['оплата', 'сумма', 'төлем'],
    'Ай сайынғы төлем (сөзбен де)',
    'Оплата в месяц (и прописью)',
    'Monthly pay, also in words',
  ),
  legalBasis: field(['правовое_основание', 'құқықтық_негіз'], 'Құқықтық негізі', 'Правовое основание', 'Legal basis'),
} as const;

/** A specialty with the places agreed for it. */
export const specialtyRowFields = {
  index: rowOnly.index,
  specialty: placeFields.specialty,
  year: field(['учебный_год', 'оқу_жылы'], 'Оқу жылы', 'Учебный год', 'Academic year'),
  places: field(['мест', 'орын'], 'Орын саны', 'Мест', 'Places'),
} as const;

const specialtyList = field(
  ['специальности', 'мамандықтар'],
  'Мамандықтар және орын саны',
  'Специальности и места',
  'Specialties and places',
);

export const agreementCatalogue: TemplateCatalogue = {
  fields: agreementFields,
  images: imageFields,
  lists: { specialties: { description: specialtyList, fields: specialtyRowFields } },
};

/** An amendment says what agreement it changes, from when, and every part from and to. */
export const amendmentFields = {
  ...agreementFields,
  amendmentNumber: field(
    ['номер_соглашения', 'келісім_нөмірі'],
    'Қосымша келісімнің нөмірі',
    'Номер дополнительного соглашения',
    'Number of the amendment',
  ),
  agreementNumber: field(['номер_договора', 'шарт_нөмірі'], 'Шарттың нөмірі', 'Номер договора', 'Agreement number'),
  agreementDate: field(
    ['дата_договора', 'шарт_күні'],
    'Шарттың күні («2025 жылғы 1 қыркүйектегі»)',
    'Дата договора («1 сентября 2025 года»)',
    'Agreement date',
  ),
  agreementName: field(['вид_договора', 'шарт_түрі'], 'Шарттың түрі', 'Вид договора', 'Kind of agreement'),
  effectiveOn: field(
    ['действует_с', 'күшіне_енеді'],
    'Қандай күннен бастап',
    'С какого дня действует',
    'In effect from',
  ),
  amendmentReason: field(['причина', 'себебі'], 'Өзгерту себебі', 'Причина изменения', 'Reason'),
} as const;

export const changeRowFields = {
  index: rowOnly.index,
  part: field(['что', 'не'], 'Не өзгереді', 'Что меняется', 'What changes'),
  before: field(['было', 'бұрын'], 'Бұрынғы редакциясы', 'Было', 'Before'),
  after: field(['стало', 'енді'], 'Жаңа редакциясы', 'Стало', 'After'),
} as const;

export const amendmentCatalogue: TemplateCatalogue = {
  fields: amendmentFields,
  images: imageFields,
  lists: {
    changes: {
      description: field(['изменения', 'өзгерістер'], 'Өзгерістер тізімі', 'Список изменений', 'List of changes'),
      fields: changeRowFields,
    },
  },
};
