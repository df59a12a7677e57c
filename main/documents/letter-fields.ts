/**
 * The fields a letter template may use: one list for the linter, the help panel and the two built-in letters.
 *
 * A tag may be written by its English, Russian or Kazakh name, in any case, with spaces or underscores: `{student}`,
 * `{Студент}`, `{студент аты}`. In a letter in two languages the bare name gives Kazakh, and the endings `_kk` / `_ru`
 * (also `_қаз` / `_каз`, `_орыс` / `_рус`) choose one.
 */

export type LetterLanguage = 'kk' | 'ru' | 'kk-ru' | 'en';

export type FieldDescription = {
  readonly aliases: readonly string[];
  readonly label: Readonly<Record<'kk' | 'ru' | 'en', string>>;
};

/** A field with its other spellings and its name in the three languages. */
export const field = (aliases: readonly string[], kk: string, ru: string, en: string): FieldDescription => ({
  aliases,
  label: { kk, ru, en },
});

/** Fields of the college's letterhead, the letter itself and its signature: the same in every paper. */
export const letterheadFields = {
  letterheadKk: field(
    ['бланк_қаз', 'бланк_каз', 'бланк_kk'],
    'Бланктегі атау (қазақша)',
    'Наименование на бланке (казахский)',
    'Letterhead name (Kazakh)',
  ),
  letterheadRu: field(
    ['бланк_рус', 'бланк_орыс', 'бланк_ru'],
    'Бланктегі атау (орысша)',
    'Наименование на бланке (русский)',
    'Letterhead name (Russian)',
  ),
  letterheadAddressKk: field(
    ['бланк_мекенжайы', 'бланк_адрес_қаз', 'бланк_адрес_каз'],
    'Бланктегі мекенжай (қазақша)',
    'Адрес на бланке (казахский)',
    'Letterhead address (Kazakh)',
  ),
  letterheadAddressRu: field(
    ['бланк_адрес', 'бланк_адрес_рус', 'бланк_адрес_орыс'],
    'Бланктегі мекенжай (орысша)',
    'Адрес на бланке (русский)',
    'Letterhead address (Russian)',
  ),
  letterheadContacts: field(
    ['контакты', 'бланк_контакты', 'байланыс'],
    'Бланктегі телефон, пошта, БСН',
    'Телефон, почта и БИН на бланке',
    'Phone, e-mail and BIN on the letterhead',
  ),
  college: field(['колледж', 'колледж_аты'], 'Колледждің атауы', 'Наименование колледжа', 'College name'),
  number: field(['номер', 'исходящий_номер', 'нөмір', 'шығыс_нөмірі'], 'Шығыс нөмірі', 'Исходящий номер', 'Number'),
  date: field(['дата', 'күні'], 'Хаттың күні', 'Дата письма', 'Letter date'),
} as const;

/** To whom a letter goes. */
export const addresseeFields = {
  firm: field(
    ['предприятие', 'организация', 'фирма', 'кәсіпорын', 'ұйым'],
    'Кәсіпорынның атауы',
    'Наименование предприятия',
    'Firm',
  ),
  firmAddress: field(
    ['адрес_предприятия', 'кәсіпорын_мекенжайы'],
    'Кәсіпорынның мекенжайы',
    'Адрес предприятия',
    'Firm address',
  ),
  recipient: field(
    ['кому', 'адресат', 'кімге'],
    'Кімге: лауазымы және аты-жөні (барыс септігінде)',
    'Кому: должность и ФИО (в дательном падеже)',
    'Addressee: position and name (dative)',
  ),
} as const;

/** Who signs and who can be asked. */
export const signatureFields = {
  practiceHead: field(
    ['руководитель_практики', 'тәжірибе_басшысы'],
    'Колледждегі тәжірибе басшысы',
    'Руководитель практики от колледжа',
    'Head of practice',
  ),
  signatoryPosition: field(
    ['должность_подписанта', 'қол_қоюшы_лауазымы'],
    'Қол қоюшының лауазымы',
    'Должность подписывающего',
    'Signatory position',
  ),
  signatory: field(
    ['подписант', 'қол_қоюшы'],
    'Қол қоюшының аты-жөні',
    'Подписывающий (инициалы, фамилия)',
    'Signatory',
  ),
  executor: field(['исполнитель', 'орындаушы'], 'Орындаушы', 'Исполнитель', 'Executor'),
  executorPhone: field(
    ['телефон_исполнителя', 'орындаушы_телефоны'],
    'Орындаушының телефоны',
    'Телефон исполнителя',
    'Executor phone',
  ),
} as const;

/** Fields of every letter about placements. */
const commonFields = {
  ...letterheadFields,
  ...addresseeFields,
  ...signatureFields,
  practice: field(
    ['практика', 'вид_практики', 'тәжірибе', 'тәжірибе_түрі'],
    'Тәжірибе түрі',
    'Вид практики',
    'Practice',
  ),
  start: field(['начало', 'басталуы'], 'Басталатын күні', 'Дата начала', 'Start date'),
  end: field(['окончание', 'аяқталуы'], 'Аяқталатын күні', 'Дата окончания', 'End date'),
  orderNumber: field(['номер_приказа', 'бұйрық_нөмірі'], 'Бұйрықтың нөмірі', 'Номер приказа', 'Order number'),
  orderDate: field(
    ['дата_приказа', 'бұйрық_күні'],
    'Бұйрықтың күні («2025 жылғы 1 қыркүйектегі»)',
    'Дата приказа («1 сентября 2025 года»)',
    'Order date',
  ),
  agreement: field(
    ['договор', 'шарт'],
    'Шарт: нөмірі және күні',
    'Договор: номер и дата',
    'Agreement: number and date',
  ),
} as const;

/** Fields that describe one student's place: whole-letter fields in a direction letter, row fields in a placement letter. */
export const placeFields = {
  student: field(
    ['студент', 'обучающийся', 'фио', 'студент_аты', 'білім_алушы', 'таә'],
    'Білім алушының тегі, аты, әкесінің аты',
    'Фамилия, имя, отчество обучающегося',
    'Student',
  ),
  specialty: field(['специальность', 'мамандық'], 'Мамандық', 'Специальность', 'Specialty'),
  qualification: field(['квалификация', 'біліктілік'], 'Біліктілік', 'Квалификация', 'Qualification'),
  group: field(['группа', 'топ'], 'Топ', 'Группа', 'Group'),
  course: field(['курс'], 'Курс', 'Курс', 'Course'),
  hours: field(['часы', 'сағат'], 'Сағат саны', 'Количество часов', 'Hours'),
  unit: field(
    ['подразделение', 'участок', 'бөлімше', 'учаске'],
    'Бөлімше немесе учаске',
    'Подразделение или участок',
    'Unit or site',
  ),
  supervisor: field(
    ['куратор', 'руководитель_от_колледжа', 'жетекші'],
    'Колледждегі жетекші',
    'Руководитель от колледжа',
    'College supervisor',
  ),
  mentor: field(['наставник', 'тәлімгер'], 'Тәлімгер', 'Наставник', 'Mentor'),
} as const;

const directionOnly = {
  studentGenitive: field(
    ['студента', 'студенттің'],
    'Білім алушы (ілік септігінде)',
    'Обучающийся в родительном падеже',
    'Student (genitive)',
  ),
  studentDative: field(
    ['студенту', 'студентке'],
    'Білім алушы (барыс септігінде)',
    'Обучающийся в дательном падеже',
    'Student (dative)',
  ),
  studentAccusative: field(
    ['студента_вин', 'студентті'],
    'Білім алушы (табыс септігінде)',
    'Обучающийся в винительном падеже',
    'Student (accusative)',
  ),
} as const;

const placementOnly = {
  studentCount: field(
    ['количество_студентов', 'студенттер_саны'],
    'Білім алушылар саны',
    'Количество обучающихся',
    'Number of students',
  ),
  specialties: field(
    ['специальности', 'мамандықтар'],
    'Тізімдегі мамандықтар, әрқайсысы бір рет',
    'Специальности списка, каждая один раз',
    'Specialties of the list, each once',
  ),
} as const;

export const rowOnly = {
  index: field(['пп', 'рет', 'рет_саны'], 'Рет саны', '№ п/п', 'Row number'),
  specialtyCode: field(
    ['код_специальности', 'мамандық_коды'],
    'Мамандықтың коды',
    'Код специальности',
    'Specialty code',
  ),
  period: field(['период', 'кезең', 'мерзім'], 'Кезеңі', 'Период', 'Period'),
} as const;

export const directionLetterFields = { ...commonFields, ...placeFields, ...directionOnly } as const;
export const placementLetterFields = { ...commonFields, ...placementOnly } as const;
export const placementRowFields = {
  ...rowOnly,
  ...placeFields,
  practice: commonFields.practice,
  start: commonFields.start,
  end: commonFields.end,
} as const;

/** Fields of the answer to a curriculum change request. */
export const replyLetterFields = {
  ...letterheadFields,
  ...addresseeFields,
  ...signatureFields,
  requestNumber: field(
    ['номер_предложения', 'ұсыныс_нөмірі'],
    'Ұсыныстың нөмірі',
    'Номер предложения',
    'Request number',
  ),
  requestDate: field(
    ['дата_предложения', 'ұсыныс_күні'],
    'Ұсыныстың күні («2025 жылғы 1 қазандағы»)',
    'Дата предложения («1 октября 2025 года»)',
    'Request date',
  ),
  specialty: field(['специальность', 'мамандық'], 'Мамандық', 'Специальность', 'Specialty'),
  module: field(['модуль'], 'Модуль немесе оқыту нәтижесі', 'Модуль или результат обучения', 'Module or outcome'),
  proposal: field(['предложение', 'ұсыныс'], 'Ұсыныстың мәтіні', 'Текст предложения', 'Proposed text'),
  decision: field(['решение', 'шешім'], 'Шешім', 'Решение', 'Decision'),
  decisionText: field(
    ['содержание_решения', 'шешім_мазмұны'],
    'Шешімнің мазмұны',
    'Содержание решения',
    'Text of the decision',
  ),
  reason: field(
    ['причина', 'себебі'],
    'Қабылданбау немесе кейінге қалдыру себебі',
    'Причина отказа или отсрочки',
    'Reason',
  ),
  minutes: field(
    ['протокол', 'хаттама'],
    'Хаттама: күні және нөмірі',
    'Протокол: дата и номер',
    'Minutes: date and number',
  ),
  hours: field(['часы', 'сағат'], 'Сағат саны: бұрын және енді', 'Часы: было и станет', 'Hours before and after'),
  effectiveYear: field(
    ['учебный_год', 'оқу_жылы'],
    'Өзгеріс күшіне енетін оқу жылы',
    'Учебный год, с которого действует изменение',
    'Academic year in which it takes effect',
  ),
} as const;

/** Fields of the minutes of a council. */
export const minutesFields = {
  ...letterheadFields,
  ...signatureFields,
  council: field(['совет', 'кеңес'], 'Кеңестің атауы', 'Наименование совета', 'Council'),
  place: field(['место', 'орны'], 'Отырыстың орны', 'Место заседания', 'Place'),
  chair: field(['председатель', 'төраға'], 'Төраға', 'Председатель', 'Chair'),
  secretary: field(['секретарь', 'хатшы'], 'Хатшы', 'Секретарь', 'Secretary'),
  memberCount: field(['членов', 'мүшелер_саны'], 'Кеңес мүшелерінің саны', 'Число членов совета', 'Members'),
  presentCount: field(['присутствуют', 'қатысқандар_саны'], 'Қатысқандар саны', 'Число присутствующих', 'Present'),
  absent: field(['отсутствуют', 'қатыспағандар'], 'Қатыспағандар', 'Отсутствующие', 'Absent'),
} as const;

export const presentRowFields = {
  index: rowOnly.index,
  name: field(['фио', 'таә'], 'Тегі, аты, әкесінің аты', 'Фамилия, имя, отчество', 'Name'),
  position: field(['должность', 'лауазымы'], 'Лауазымы, ұйымы', 'Должность и организация', 'Position and firm'),
  role: field(['роль', 'қызметі'], 'Кеңестегі қызметі', 'Роль в совете', 'Role'),
} as const;

export const agendaRowFields = {
  index: rowOnly.index,
  question: field(['вопрос', 'мәселе'], 'Мәселе', 'Вопрос', 'Question'),
  decision: replyLetterFields.decision,
  votes: field(['голоса', 'дауыстар'], 'Дауыс беру нәтижесі', 'Итоги голосования', 'Votes'),
} as const;

const presentListField = field(
  ['присутствующие', 'қатысқандар'],
  'Қатысқандар тізімі',
  'Список присутствующих',
  'People present',
);
const agendaListField = field(
  ['повестка', 'күн_тәртібі'],
  'Күн тәртібі мен шешімдер',
  'Повестка и решения',
  'Agenda and decisions',
);

/** The list of students in a placement letter: `{#students} … {/students}` around the cells of one table row. */
export const studentListField = field(
  ['студенты', 'обучающиеся', 'список_студентов', 'студенттер', 'білім_алушылар'],
  'Білім алушылар тізімі',
  'Список обучающихся',
  'List of students',
);

/** Pictures, put in where a template has `{logo}`; a picture that is not there leaves no trace. */
export const imageFields = {
  logo: field(['логотип', 'елтаңба'], 'Логотип', 'Логотип', 'Logo'),
} as const;

export type DirectionLetterField = keyof typeof directionLetterFields;
export type PlacementLetterField = keyof typeof placementLetterFields;
export type PlacementRowField = keyof typeof placementRowFields;

/** Strings of one language, already formatted; an empty string prints as a blank to fill in by hand. */
export type DirectionLetterText = Readonly<Record<DirectionLetterField, string>>;
export type PlacementLetterText = Readonly<Record<PlacementLetterField, string>>;
export type PlacementRowText = Readonly<Record<PlacementRowField, string>>;
export type ReplyLetterText = Readonly<Record<keyof typeof replyLetterFields, string>>;
export type MinutesText = Readonly<Record<keyof typeof minutesFields, string>>;
export type PresentRowText = Readonly<Record<keyof typeof presentRowFields, string>>;
export type AgendaRowText = Readonly<Record<keyof typeof agendaRowFields, string>>;

/** One value per language the letter is printed in; a `kk-ru` letter has both. */
export type ByLetterLanguage<Text> =
  | { readonly language: 'kk'; readonly kk: Text }
  | { readonly language: 'ru'; readonly ru: Text }
  | { readonly language: 'en'; readonly en: Text }
  | { readonly language: 'kk-ru'; readonly kk: Text; readonly ru: Text };

export type LetterImage = {
  readonly bytes: Uint8Array;
  readonly format: 'png' | 'jpeg';
  /** Size on paper, in millimetres. */
  readonly width: number;
  readonly height: number;
};

export type DirectionLetterData = {
  readonly text: ByLetterLanguage<DirectionLetterText>;
  readonly logo?: LetterImage;
};

/** `students` holds the rows per language, in the same order. */
export type PlacementLetterData = {
  readonly text: ByLetterLanguage<PlacementLetterText>;
  readonly students: ByLetterLanguage<readonly PlacementRowText[]>;
  readonly logo?: LetterImage;
};

/** Everything a template of one kind may refer to. */
export type TemplateCatalogue = {
  readonly fields: Readonly<Record<string, FieldDescription>>;
  readonly images: Readonly<Record<string, FieldDescription>>;
  readonly lists: Readonly<
    Record<
      string,
      { readonly description: FieldDescription; readonly fields: Readonly<Record<string, FieldDescription>> }
    >
  >;
};

export const directionLetterCatalogue: TemplateCatalogue = {
  fields: directionLetterFields,
  images: imageFields,
  lists: {},
};

export const placementLetterCatalogue: TemplateCatalogue = {
  fields: placementLetterFields,
  images: imageFields,
  lists: { students: { description: studentListField, fields: placementRowFields } },
};

export const replyLetterCatalogue: TemplateCatalogue = { fields: replyLetterFields, images: imageFields, lists: {} };

export const minutesCatalogue: TemplateCatalogue = {
  fields: minutesFields,
  images: imageFields,
  lists: {
    present: { description: presentListField, fields: presentRowFields },
    agenda: { description: agendaListField, fields: agendaRowFields },
  },
};
