import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The two embedded typefaces: Tinos has the widths of Times New Roman, Arimo those of Arial. */
export type DocumentFont = 'Tinos' | 'Arimo';

type Subset = { readonly name: string; readonly ranges: readonly (readonly [from: number, to: number])[] };

const subsets: readonly Subset[] = [
  {
    name: 'cyrillic-ext',
    ranges: [
      [0x460, 0x48f],
      [0x492, 0x4af],
      [0x4b2, 0x52f],
      [0x20b4, 0x20b4],
    ],
  },
  {
    name: 'cyrillic',
    ranges: [
      [0x301, 0x301],
      [0x400, 0x45f],
      [0x490, 0x491],
      [0x4b0, 0x4b1],
      [0x2116, 0x2116],
    ],
  },
  {
    name: 'latin-ext',
    ranges: [
      [0x100, 0x130],
      [0x132, 0x151],
      [0x154, 0x2ba],
      [0x1e00, 0x1e9f],
      [0x20a0, 0x20ab],
      [0x20ad, 0x20b3],
      [0x20b5, 0x20c0],
    ],
  },
  {
    name: 'latin',
    ranges: [
      [0x0, 0xff],
      [0x131, 0x131],
      [0x152, 0x153],
      [0x2000, 0x206f],
      [0x20ac, 0x20ac],
      [0x2122, 0x2122],
      [0x2191, 0x2193],
      [0x2212, 0x2215],
    ],
  },
];

const SERIFS = /times|tinos|serif|cambria|georgia|garamond|book|palatino|century|bodoni|minion|roman/i;
const SANS = /sans/i;

/** The embedded typeface that stands for a font a template names; serif where nothing is known, as letters are. */
export function substituteFont(name: string): DocumentFont {
  if (name === '') return 'Tinos';
  return SERIFS.test(name) && !SANS.test(name) ? 'Tinos' : 'Arimo';
}

const cache = new Map<string, string>();

/** The folder of templates and fonts, found from the source tree and from the built application alike. */
export function resourcesFolder(): string {
  for (const step of ['../../resources/', '../../../resources/', '../resources/', '../../../../resources/']) {
    const folder = fileURLToPath(new URL(step, import.meta.url));
    if (existsSync(`${folder}fonts/tinos`)) return folder;
  }
  throw new Error('The folder with fonts and templates is missing');
}

/**
 * Style rules that embed the given typefaces as data, limited to the Unicode subsets the text uses. `bold` and `italic` say which
 * styles to add to the regular one.
 */
export function embedFonts(
  text: string,
  fonts: Iterable<DocumentFont>,
  styles: { readonly bold: boolean; readonly italic: boolean } = { bold: true, italic: true },
): string {
  const used = subsetsOf(text);
  const rules: string[] = [];
  for (const font of new Set(fonts)) {
    for (const subset of used) {
      for (const weight of styles.bold ? [400, 700] : [400]) {
        for (const style of styles.italic ? ['normal', 'italic'] : ['normal']) {
          rules.push(
            `@font-face{font-family:${font};font-weight:${weight};font-style:${style};` +
              `src:url(data:font/woff2;base64,${fontData(font, subset.name, weight, style)}) format("woff2");` +
              `unicode-range:${subset.ranges.map(formatRange).join(',')}}`,
          );
        }
      }
    }
  }
  return rules.join('\n');
}

function subsetsOf(text: string): readonly Subset[] {
  const used = new Set<Subset>();
  for (const character of new Set(text)) {
    const code = character.codePointAt(0) ?? 0;
    const found = subsets.find(({ ranges }) => ranges.some(([from, to]) => code >= from && code <= to));
    if (found !== undefined) used.add(found);
  }
  return subsets.filter(subset => used.has(subset));
}

function formatRange([from, to]: readonly [number, number]): string {
  return `U+${from.toString(16)}-${to.toString(16)}`;
}

function fontData(font: DocumentFont, subset: string, weight: number, style: string): string {
  const folder = font.toLowerCase();
  const file = `${resourcesFolder()}fonts/${folder}/${folder}-${subset}-${weight}-${style}.woff2`;
  const data = cache.get(file) ?? readFileSync(file).toString('base64');
  cache.set(file, data);
  return data;
}
