/** Latin letters as Kazakh and Russian names are written in them, the longest first; the answer is folded Cyrillic. */
const fromLatin: readonly (readonly [latin: string, cyrillic: string])[] = [
  ['shch', 'щ'],
  ['zh', 'ж'],
  ['dj', 'ж'],
  ['kh', 'х'],
  ['gh', 'г'],
  ['ts', 'ц'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['yu', 'ю'],
  ['ya', 'я'],
  ['yo', 'е'],
  ['ye', 'е'],
  ['iy', 'ии'],
  ...Object.entries({
    ...{ a: 'а', b: 'б', c: 'к', d: 'д', e: 'е', f: 'ф', g: 'г', h: 'х', i: 'и', j: 'ж', k: 'к', l: 'л', m: 'м' },
    ...{ n: 'н', o: 'о', p: 'п', q: 'к', r: 'р', s: 'с', t: 'т', u: 'у', v: 'в', w: 'у', x: 'х', y: 'и', z: 'з' },
    ...{
      á: 'а',
      ä: 'а',
      ā: 'а',
      ö: 'о',
      ó: 'о',
      ü: 'у',
      ú: 'у',
      ū: 'у',
      ğ: 'г',
      ǵ: 'г',
      ş: 'ш',
      ı: 'ы',
      ñ: 'н',
      ń: 'н',
      ý: 'у',
    },
  }),
];

/** A word of Latin letters as it would stand in Cyrillic ones; null when it has any other sign. */
function inCyrillic(word: string): string | null {
  let rest = word;
  let text = '';
  while (rest !== '') {
    const step = fromLatin.find(([latin]) => rest.startsWith(latin));
    if (step === undefined) return null;
    text += step[1];
    rest = rest.slice(step[0].length);
  }
  return text;
}

/**
 * Letters that one name is written with in both languages, in folded text: Жүсіпов – Жусупов, Қыдыр – Кидир, Ахмет – Ахмед,
 * Асель – Әсел, Джумабаев – Жұмабаев, Хайрат – Қайрат. `from` is the first letter of a word that the habit may touch.
 */
const habits: readonly {
  readonly one: string;
  readonly other: string;
  readonly from: number;
  readonly until?: number;
}[] = [
  { one: 'у', other: 'и', from: 2 },
  { one: 'ы', other: 'и', from: 1 },
  { one: 'ы', other: 'у', from: 2 },
  { one: 'т', other: 'д', from: 3 },
  { one: 'ь', other: '', from: 2 },
  { one: 'дж', other: 'ж', from: 0, until: 0 },
  { one: 'х', other: 'к', from: 0, until: 0 },
  { one: 'ия', other: 'иа', from: 2 },
  { one: 'ья', other: 'ия', from: 2 },
  { one: 'э', other: 'е', from: 0 },
];

/** A word this short may be the beginning of almost any name: it is taken as it stands. */
const shortest = 4;
/** As many habits as one spelling may differ by, and as many spellings as are looked for. */
const mostChanges = 2;
const mostSpellings = 24;

/** Spellings that one habit leads to from a word. */
function respelled(word: string): string[] {
  return habits.flatMap(({ one, other, from, until }) =>
    [
      [one, other],
      [other, one],
    ].flatMap(([found = '', put = '']) => {
      if (found === '') return [];
      const spellings: string[] = [];
      for (let place = word.indexOf(found, from); place !== -1; place = word.indexOf(found, place + 1)) {
        if (until !== undefined && place > until) break;
        spellings.push(word.slice(0, place) + put + word.slice(place + found.length));
      }
      return spellings;
    }),
  );
}

/**
 * Other ways in which a folded word of a name may be written, the nearest first, the word itself left out: in Cyrillic when it is
 * typed in Latin letters, and by the habits of the other language. Numbers and short words have none.
 */
export function otherSpellings(word: string): readonly string[] {
  if (word.length < shortest || /[\d]/u.test(word)) return [];
  const known = new Set([word]);
  const start = /\p{Script=Latin}/u.test(word) ? inCyrillic(word) : word;
  if (start === null) return [];
  let edge = [start];
  known.add(start);
  for (let change = 0; change < mostChanges; change += 1) {
    edge = edge.flatMap(respelled).filter(spelling => !known.has(spelling) && known.add(spelling));
  }
  return [...known].slice(1, mostSpellings + 1);
}
