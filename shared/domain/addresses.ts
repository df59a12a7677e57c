import { fold } from './folding.ts';

/** Parts of an address as Russian writes them, and as Kazakh does: the word goes behind the name. */
const parts: readonly (readonly [pattern: RegExp, kazakh: string])[] = [
  [/^(?:г\.|город)\s*(.+)$/iu, '$1 қаласы'],
  [/^(?:ул\.|улица)\s*(.+)$/iu, '$1 көшесі'],
  [/^(?:пр\.|пр-т\.?|просп\.|проспект)\s*(.+)$/iu, '$1 даңғылы'],
  [/^(?:пер\.|переулок)\s*(.+)$/iu, '$1 тұйық көшесі'],
  [/^(?:мкр\.?|мкрн\.?|микрорайон)\s+(.+)$/iu, '$1 шағын ауданы'],
  [/^(?:с\.|село)\s*(.+)$/iu, '$1 ауылы'],
  [/^(?:п\.|пос\.|посёлок|поселок)\s*(.+)$/iu, '$1 кенті'],
  [/^(?:д\.|дом)\s*(\d.*)$/iu, '$1-үй'],
  [/^(?:оф\.|офис)\s*(\d.*)$/iu, '$1-кеңсе'],
  [/^(?:кв\.|квартира)\s*(\d.*)$/iu, '$1-пәтер'],
  [/^(.+?)\s+(?:обл\.|область)$/iu, '$1 облысы'],
  [/^(.+?)\s+(?:р-н\.?|район)$/iu, '$1 ауданы'],
];

/** Towns and regions whose Kazakh name is not the Russian one. */
export const kazakhNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Актау: 'Ақтау',
    Актобе: 'Ақтөбе',
    Аксу: 'Ақсу',
    Аральск: 'Арал',
    Аркалык: 'Арқалық',
    Аягоз: 'Аягөз',
    Балхаш: 'Балқаш',
    Есик: 'Есік',
    Жанаозен: 'Жаңаөзен',
    Жезказган: 'Жезқазған',
    Житикара: 'Жітіқара',
    Кандыагаш: 'Қандыағаш',
    Караганда: 'Қарағанды',
    Каражал: 'Қаражал',
    Каркаралинск: 'Қарқаралы',
    Каскелен: 'Қаскелең',
    Кокшетау: 'Көкшетау',
    Конаев: 'Қонаев',
    Костанай: 'Қостанай',
    Косшы: 'Қосшы',
    Кульсары: 'Құлсары',
    Кызылорда: 'Қызылорда',
    Петропавловск: 'Петропавл',
    Сарань: 'Саран',
    Сарыагаш: 'Сарыағаш',
    Сатпаев: 'Сәтбаев',
    Талгар: 'Талғар',
    Талдыкорган: 'Талдықорған',
    Текели: 'Текелі',
    Темиртау: 'Теміртау',
    Туркестан: 'Түркістан',
    Уральск: 'Орал',
    'Усть-Каменогорск': 'Өскемен',
    Щучинск: 'Щучье',
    Экибастуз: 'Екібастұз',
    Акмолинская: 'Ақмола',
    Актюбинская: 'Ақтөбе',
    Алматинская: 'Алматы',
    Атырауская: 'Атырау',
    'Восточно-Казахстанская': 'Шығыс Қазақстан',
    Жамбылская: 'Жамбыл',
    'Западно-Казахстанская': 'Батыс Қазақстан',
    Карагандинская: 'Қарағанды',
    Костанайская: 'Қостанай',
    Кызылординская: 'Қызылорда',
    Мангистауская: 'Маңғыстау',
    Павлодарская: 'Павлодар',
    'Северо-Казахстанская': 'Солтүстік Қазақстан',
    Туркестанская: 'Түркістан',
  }),
);

const inKazakh = (place: string): string => kazakhNames.get(place) ?? place;

/** An address written in Russian with its places and their kinds in Kazakh: «г. Темиртау, ул. Жеңіс, 19» → «Теміртау қаласы, Жеңіс көшесі, 19». */
export function addressInKazakh(address: string): string {
  return address
    .split(/\s*,\s*/u)
    .map(part => {
      const found = parts.find(([pattern]) => pattern.test(part));
      if (found === undefined) return inKazakh(part);
      return part.replace(found[0], (_whole, place: string) => found[1].replace('$1', inKazakh(place)));
    })
    .join(', ');
}

/** How many letters of a town's name tell that an address names it, in either language: Қарағанды and Караганда. */
const stem = 5;
const wordsOf = (text: string): string[] => fold(text).split(/[^\p{L}]+/u);

const longestWord = (text: string): string =>
  wordsOf(text).reduce((longest, word) => (word.length > longest.length ? word : longest), '');

/** «Қала, көше»: the town is put before an address that does not name it. */
export function placed(city: string, address: string): string {
  const towns = [city, inKazakh(city)].map(longestWord).filter(town => town !== '');
  const words = [address, addressInKazakh(address)].flatMap(wordsOf);
  const named = towns.some(town => words.some(word => word.startsWith(town.slice(0, stem))));
  return (named ? [address] : [city, address]).filter(part => part.trim() !== '').join(', ');
}
