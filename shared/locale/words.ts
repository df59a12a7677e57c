import type { Language } from './language.ts';

/** Words and patterns one language needs for dates, numbers and sizes. Months begin with January, weekdays with Monday. */
export type LocaleWords = {
  readonly months: readonly string[];
  /** As they stand after a day: «1 сентября». */
  readonly monthsOfDate: readonly string[];
  readonly monthsShort: readonly string[];
  readonly weekdays: readonly string[];
  readonly weekdaysShort: readonly string[];
  readonly decimal: string;
  readonly thousands: string;
  readonly and: string;
  readonly today: string;
  readonly tomorrow: string;
  readonly yesterday: string;
  readonly day: readonly string[];
  readonly hour: readonly string[];
  /** Bytes, kilobytes, megabytes, gigabytes. */
  readonly sizes: readonly [string, string, string, string];
};

const kk: LocaleWords = {
  months: [
    'қаңтар',
    'ақпан',
    'наурыз',
    'сәуір',
    'мамыр',
    'маусым',
    'шілде',
    'тамыз',
    'қыркүйек',
    'қазан',
    'қараша',
    'желтоқсан',
  ],
  monthsOfDate: [
    'қаңтар',
    'ақпан',
    'наурыз',
    'сәуір',
    'мамыр',
    'маусым',
    'шілде',
    'тамыз',
    'қыркүйек',
    'қазан',
    'қараша',
    'желтоқсан',
  ],
  monthsShort: ['қаң.', 'ақп.', 'нау.', 'сәу.', 'мам.', 'мау.', 'шіл.', 'там.', 'қыр.', 'қаз.', 'қар.', 'жел.'],
  weekdays: ['дүйсенбі', 'сейсенбі', 'сәрсенбі', 'бейсенбі', 'жұма', 'сенбі', 'жексенбі'],
  weekdaysShort: ['дс', 'сс', 'ср', 'бс', 'жм', 'сб', 'жс'],
  decimal: ',',
  thousands: '\u00a0',
  and: 'және',
  today: 'бүгін',
  tomorrow: 'ертең',
  yesterday: 'кеше',
  day: ['күн'],
  hour: ['сағат'],
  sizes: ['байт', 'КБ', 'МБ', 'ГБ'],
};

const ru: LocaleWords = {
  months: [
    'январь',
    'февраль',
    'март',
    'апрель',
    'май',
    'июнь',
    'июль',
    'август',
    'сентябрь',
    'октябрь',
    'ноябрь',
    'декабрь',
  ],
  monthsOfDate: [
    'января',
    'февраля',
    'марта',
    'апреля',
    'мая',
    'июня',
    'июля',
    'августа',
    'сентября',
    'октября',
    'ноября',
    'декабря',
  ],
  monthsShort: ['янв.', 'февр.', 'март', 'апр.', 'май', 'июнь', 'июль', 'авг.', 'сент.', 'окт.', 'нояб.', 'дек.'],
  weekdays: ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'],
  weekdaysShort: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'],
  decimal: ',',
  thousands: '\u00a0',
  and: 'и',
  today: 'сегодня',
  tomorrow: 'завтра',
  yesterday: 'вчера',
  day: ['день', 'дня', 'дней'],
  hour: ['час', 'часа', 'часов'],
  sizes: ['байт', 'КБ', 'МБ', 'ГБ'],
};

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const en: LocaleWords = {
  months: englishMonths,
  monthsOfDate: englishMonths,
  monthsShort: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  weekdaysShort: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
  decimal: '.',
  thousands: ',',
  and: 'and',
  today: 'today',
  tomorrow: 'tomorrow',
  yesterday: 'yesterday',
  day: ['day', 'days'],
  hour: ['hour', 'hours'],
  sizes: ['bytes', 'KB', 'MB', 'GB'],
};

export const localeWords: Readonly<Record<Language, LocaleWords>> = { kk, ru, en };
