/** Widths of letters of Arial in thousandths of an em, rounded up; a capital that is not named is as wide as «Д». */
const widths: readonly (readonly [letters: string, width: number])[] = [
  ["ijlftІіїј|'’.,:;! ", 290],
  ['rгғ()[]/-·“”„', 390],
  ['abcdeghknopqsuvxyzавдеёзийклнопрстухцчьэябқңүұһәө0123456789–«»', 590],
  ['жмъыюw', 760],
  ['ФфшщЖМШЩЫОӨӘWQm@%', 950],
  ['№Ю—', 1080],
];

const widthOf = new Map(widths.flatMap(([letters, width]) => [...letters].map(letter => [letter, width] as const)));
const CAPITAL = 790;

/** About how wide a line of Arial is in the unit of `size`, never less than it is drawn. */
export const textWidth = (text: string, size: number): number =>
  ([...text].reduce((sum, letter) => sum + (widthOf.get(letter) ?? CAPITAL), 0) * size) / 1000;

/** The most letters from the beginning of a text that are no wider than that. */
export function fitting(text: string, size: number, width: number): string {
  const letters = [...text];
  let count = letters.length;
  while (count > 0 && textWidth(letters.slice(0, count).join(''), size) > width) count -= 1;
  return letters.slice(0, count).join('');
}
