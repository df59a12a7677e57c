/**
 * The fields a letter template may use: one list for the linter, the help panel and the two built-in letters.
 *
 * A tag may be written by its English, Russian or Kazakh name, in any case, with spaces or underscores: `{student}`,
 * `{Студент}`, `{студент аты}`. In a letter in two languages the bare name gives Kazakh, and the endings `_kk` / `_ru`
 * (also `_қаз` / `_каз`, `_орыс` / `_рус`) choose one.
 */

export type LetterLanguage = 'kk' | 'ru' | 'kk-ru';

export type FieldDescription = {
  readonly aliases: readonly string[];
  readonly label: Readonly<Record<'kk' | 'ru' | 'en', string>>;
};

const field = (aliases: readonly string[], kk: string, ru: string, en: string): FieldDescription => ({
  aliases,
  label: { kk, ru, en },
});

/** Fields of the college's letterhead, the letter itself and its signature: the same in every letter. */
const commonFields = {
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
  firm: field(['предприятие', 'кәсіпорын'], 'Кәсіпорынның атауы', 'Наименование предприятия', 'Firm'),
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

/** Fields that describe one student's place: whole-letter fields in a direction letter, row fields in a placement letter. */
const placeFields = {
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
} as const;

const rowOnly = {
  index: field(['пп', 'рет', 'рет_саны'], 'Рет саны', '№ п/п', 'Row number'),
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

/** One value per language the letter is printed in; a `kk-ru` letter has both. */
export type ByLetterLanguage<Text> =
  | { readonly language: 'kk'; readonly kk: Text }
  | { readonly language: 'ru'; readonly ru: Text }
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
