/** Cases of Kazakh besides the nominative: кімнің, кімге, кімді, кімде, кімнен, кіммен. */
export type KazakhCase = 'genitive' | 'dative' | 'accusative' | 'locative' | 'ablative' | 'instrumental';

export type KazakhOptions = {
  /** The word has a third-person possessive ending (басшысы, колледжі): its cases take «н». Known by itself for -ұлы and -қызы. */
  readonly possessive?: boolean;
};

type Harmony = 'back' | 'front';
type Ending = 'vowel' | 'nasal' | 'sonorant' | 'voiced' | 'voiceless';
type Forms = Readonly<Record<Harmony, string>>;

const BACK = new Set('аоұыёя');
const FRONT = new Set('әөүіеэ');
const NASALS = new Set('мнң');
/** «у» and «и» at the end of a word sound as a glide: оқудың, Ғаниды. */
const SONORANTS = new Set('рлйуиюў');
const VOICED = new Set('зжғ');
const OTHER_VOWELS = new Set('аоұыёяәөүіеэ');
/** How the letters of foreign names sound, as far as suffixes ask; any other ends voiceless. */
const LATIN: Readonly<Record<string, string>> = {
  ...{ a: 'а', e: 'е', i: 'і', o: 'о', u: 'ұ', y: 'и', ä: 'ә', ö: 'ө', ü: 'ү', é: 'е' },
  ...{ m: 'м', n: 'н', r: 'р', l: 'л', w: 'у', j: 'ж', z: 'з' },
};
const PATRONYMIC = /(?:ұлы|улы|қызы|кызы)$/u;

const suffixes: Readonly<Record<KazakhCase, Readonly<Record<Ending | 'possessive', Forms>>>> = {
  genitive: byEnding('ның', 'нің', { sonorant: ['дың', 'дің'], voiced: ['дың', 'дің'], voiceless: ['тың', 'тің'] }),
  dative: byEnding('ға', 'ге', { voiceless: ['қа', 'ке'], possessive: ['на', 'не'] }),
  accusative: byEnding('ды', 'ді', { vowel: ['ны', 'ні'], voiceless: ['ты', 'ті'], possessive: ['н', 'н'] }),
  locative: byEnding('да', 'де', { voiceless: ['та', 'те'], possessive: ['нда', 'нде'] }),
  ablative: byEnding('дан', 'ден', {
    nasal: ['нан', 'нен'],
    voiceless: ['тан', 'тен'],
    possessive: ['нан', 'нен'],
  }),
  instrumental: byEnding('мен', 'мен', { voiced: ['бен', 'бен'], voiceless: ['пен', 'пен'] }),
};

function byEnding(
  back: string,
  front: string,
  special: Partial<Record<Ending | 'possessive', readonly [back: string, front: string]>>,
): Readonly<Record<Ending | 'possessive', Forms>> {
  const forms = (ending: Ending | 'possessive'): Forms => {
    const own = special[ending];
    return own === undefined ? { back, front } : { back: own[0], front: own[1] };
  };
  return {
    vowel: forms('vowel'),
    nasal: forms('nasal'),
    sonorant: forms('sonorant'),
    voiced: forms('voiced'),
    voiceless: forms('voiceless'),
    possessive: forms('possessive'),
  };
}

/**
 * A Kazakh word or name with the suffix of a case, by vowel harmony and the last sound. Of several words the last one takes it;
 * after a quotation mark, an abbreviation or a foreign word it follows a hyphen («Ертіс»-ке, ЖШС-ға, John Smith-ке). The instrumental stands apart (Ғанимен
 * is one word, so no space).
 */
export function kazakhCase(text: string, grammaticalCase: KazakhCase, options: KazakhOptions = {}): string {
  const bare = text.replace(/[\s»”"')\].,]+$/u, '');
  const word = /[\p{L}\p{M}]+$/u.exec(bare)?.[0] ?? '';
  if (word === '') return text;
  const abbreviation = word.length > 1 && word === word.toUpperCase();
  const foreign = /\p{Script=Latin}$/u.test(word);
  const folded = foreign ? [...word.toLowerCase()].map(letter => LATIN[letter] ?? 'т').join('') : word.toLowerCase();
  const possessive = options.possessive ?? PATRONYMIC.test(folded);
  const ending = possessive ? 'possessive' : abbreviation ? abbreviationEnding(folded) : endingOf(folded);
  const harmony = abbreviation ? abbreviationHarmony(folded) : harmonyOf(folded);
  const suffix = suffixes[grammaticalCase][ending][harmony];
  return abbreviation || foreign || bare !== text.trimEnd()
    ? `${text.trimEnd()}-${suffix}`
    : `${text.trimEnd()}${suffix}`;
}

/** «Where or when something is», as an adjective: қыркүйек → қыркүйектегі, наурыз → наурыздағы, Алматы → Алматыдағы. */
export function kazakhLocativeAdjective(text: string, options: KazakhOptions = {}): string {
  const locative = kazakhCase(text, 'locative', options);
  return `${locative}${/[аы]$/u.test(locative) ? 'ғы' : 'гі'}`;
}

function harmonyOf(word: string): Harmony {
  // Russian names in -ий and words in -ь go with front vowels: Дмитрийге, Игорьге.
  if (word.endsWith('ий') || word.endsWith('ь')) return 'front';
  let undecided = false;
  let last: string | undefined;
  for (const letter of [...word].toReversed()) {
    if (BACK.has(letter)) return 'back';
    if (FRONT.has(letter)) return 'front';
    if ('уюи'.includes(letter)) {
      undecided = true;
      last ??= letter;
      // A loan such as «институт» has no Kazakh vowel before its «у»: it is back.
    }
  }
  return undecided && last === 'и' ? 'front' : 'back';
}

function endingOf(word: string): Ending {
  const letter = word.replace(/[ьъ]$/u, '').at(-1) ?? '';
  if (OTHER_VOWELS.has(letter)) return 'vowel';
  if (NASALS.has(letter)) return 'nasal';
  if (SONORANTS.has(letter)) return 'sonorant';
  return VOICED.has(letter) ? 'voiced' : 'voiceless';
}

/** An abbreviation is read letter by letter, and most letters end in a vowel: ЖШС-ға, РМК-ға, but АҚ-қа, АҚШ-қа. */
function abbreviationEnding(word: string): Ending {
  return /[қшпт]$/u.test(word) ? 'voiceless' : 'vowel';
}

function abbreviationHarmony(word: string): Harmony {
  return FRONT.has(word.at(-1) ?? '') ? 'front' : 'back';
}
