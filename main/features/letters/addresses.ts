import { fold } from '#shared/domain/folding.ts';

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

/** An address written in Russian with its kinds of place in Kazakh: «г. Шахтинск, ул. Жеңіс, 19» → «Шахтинск қаласы, Жеңіс көшесі, 19». */
export function addressInKazakh(address: string): string {
  return address
    .split(/\s*,\s*/u)
    .map(part => {
      const found = parts.find(([pattern]) => pattern.test(part));
      return found === undefined ? part : part.replace(found[0], found[1]);
    })
    .join(', ');
}

/** How many letters of a town's name tell that an address names it, in either language: Қарағанды and Караганда. */
const stem = 5;
const wordsOf = (text: string): string[] => fold(text).split(/[^\p{L}]+/u);

/** «Қала, көше»: the town is put before an address that does not name it. */
export function placed(city: string, address: string): string {
  const town = wordsOf(city).reduce((longest, word) => (word.length > longest.length ? word : longest), '');
  const named = town !== '' && wordsOf(address).some(word => word.startsWith(town.slice(0, stem)));
  return (named ? [address] : [city, address]).filter(part => part.trim() !== '').join(', ');
}
