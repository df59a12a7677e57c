const noBreakSpace = '\u00a0';

const months =
  'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|' +
  'қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан';
const formsBefore = 'ТОО|АО|НАО|ИП|КХ|ГУ|РГУ|КГУ|РГП|РГКП|КГП|КГКП|ГККП';
const formsAfter = 'ЖШС|АҚ|КеАҚ|ЖК|ШҚ|ММ|РММ|КММ|РМК|РМҚК|КМК|КМҚК|МКҚК';

/** Each pattern is the one space that must not end a line. */
const ties: readonly RegExp[] = [
  // «№ 5», "No. 5", and a number still to be written: «№ ____»
  / (?<=(?:№|(?<!\p{L})No\.) )(?=[\p{L}\p{N}{_])/gu,
  // «С. А. Хамитов», «Хамитову С. А.»
  / (?<=(?<!\p{L})\p{Lu}\. )(?=\p{Lu}(?:\.|\p{Ll}))/gu,
  / (?<=\p{Lu}\p{Ll}+ )(?=\p{Lu}\.(?!\p{L}))/gu,
  // «3 сентября», «2025 года», «2025 жылғы», "September 3, 2025"
  new RegExp(` (?<=(?<!\\d)\\d{1,2} )(?=(?:${months})(?!\\p{Lu}))`, 'gu'),
  / (?<=\d{4} )(?=(?:года|году|г\.|жылғы|жылы|ж\.)(?!\p{L}))/gu,
  / (?<=(?:January|February|March|April|May|June|July|August|September|October|November|December) )(?=\d)/gu,
  // «с 3 сентября», «по {end}»
  / (?<=(?<!\p{L})(?:с|по|от|до) )(?=[\d{])/gu,
  // A date still to be written: «____» ______ 20__ года, 20__ жылғы «____» ______
  / (?<=(?:«_+»|20_+ жылғы) )(?=[«_])/gu,
  / (?<=_ )(?=20_)/gu,
  / (?<=20_+ )(?=(?:года|жылғы)(?!\p{L}))/gu,
  // «432 ч», «3 курс»
  / (?<=[\d}] )(?=(?:ч|ч\.|сағат|курс|курсе|тенге|теңге|₸|%)(?!\p{L}))/gu,
  // A dash never begins a line.
  / (?=[–—] )/gu,
  // «ТОО «Ертіс»», ««Ертіс» ЖШС»
  new RegExp(` (?<=(?<!\\p{L})(?:${formsBefore}) )(?=[«"])`, 'gu'),
  new RegExp(` (?<=[»"] )(?=(?:${formsAfter})(?!\\p{L}))`, 'gu'),
  // «тел.: +7 …», «стр. 5»
  / (?<=(?<!\p{L})(?:тел\.:|tel\.) )(?=[+\d{])/gu,
];

const phone = /\+\d[\d ()-]{8,}\d/gu;

/**
 * A text in which no line may end between a number sign and its number, initials and surname, day and month, legal form and
 * name, within a phone number or before a dash: their spaces become no-break spaces, nothing else changes.
 */
export function tiedWords(text: string): string {
  const tied = ties.reduce((whole, space) => whole.replaceAll(space, noBreakSpace), text);
  return tied.replaceAll(phone, number => number.replaceAll(' ', noBreakSpace));
}
