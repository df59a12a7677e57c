import { numberInWords } from './number-words.ts';

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
const VOWELS = new Set([...BACK, ...FRONT]);
/** How the letters of foreign names sound, as far as suffixes ask; any other ends voiceless. */
const LATIN: Readonly<Record<string, string>> = {
  ...{ a: 'а', e: 'е', i: 'і', o: 'о', u: 'ұ', y: 'и', ä: 'ә', ö: 'ө', ü: 'ү', é: 'е' },
  ...{ m: 'м', n: 'н', r: 'р', l: 'л', w: 'у', j: 'ж', z: 'з' },
};
const PATRONYMIC = /(?:ұлы|улы|оғлы|оглы|қызы|кызы|ғызы|гызы)$/u;

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
 * A Kazakh word, name, firm, abbreviation or number with the suffix of a case, by vowel harmony and the last sound. Of several words the
 * last one takes it; after a quotation mark, an abbreviation, a number or a foreign word it follows a hyphen («Ертіс»-ке, ЖШС-ға, 2026-ға,
 * John Smith-ке). The instrumental is written together like the others (Ғанимен). Rules: «Қазақ тілінің орфографиялық ережелері»
 * (қосымшалардың жазылуы; қысқарған сөздер мен цифрларға дефис арқылы жалғау); «Қазақ грамматикасы» (2002), септеу.
 */
export function kazakhCase(text: string, grammaticalCase: KazakhCase, options: KazakhOptions = {}): string {
  const whole = text.trimEnd();
  const bare = text.replace(/[\s»”"')\].,]+$/u, '');
  const number = /(?:(?<!\d)\d{1,3}(?:[ \u00a0]\d{3})+|\d{1,15})$/u.exec(bare)?.[0];
  if (number !== undefined) return `${whole}-${suffixOfNumber(number, grammaticalCase)}`;
  const word = /[\p{L}\p{M}]+$/u.exec(bare)?.[0] ?? '';
  if (word === '') return text;
  const abbreviation = abbreviationIn(word);
  const foreign = /\p{Script=Latin}$/u.test(word);
  const folded = foreign ? [...word.toLowerCase()].map(letter => LATIN[letter] ?? 'т').join('') : word.toLowerCase();
  const possessive = options.possessive ?? PATRONYMIC.test(folded);
  const ending = possessive ? 'possessive' : abbreviation ? abbreviationEnding(abbreviation) : endingOf(folded);
  const harmony = abbreviation ? abbreviationHarmony(abbreviation) : harmonyOf(folded);
  const suffix = suffixes[grammaticalCase][ending][harmony];
  return abbreviation || foreign || bare !== whole ? `${whole}-${suffix}` : `${whole}${suffix}`;
}

/** A number takes the suffix of its last word: 5-ке (бес), 2026-ға (алты), 40-қа (қырық). */
function suffixOfNumber(number: string, grammaticalCase: KazakhCase): string {
  const last =
    numberInWords(Number(number.replaceAll(/\D/gu, '')), 'kk')
      .split(' ')
      .at(-1) ?? '';
  return kazakhCase(last, grammaticalCase).slice(last.length);
}

/** The capitals that are read letter by letter: all of «ЖШС», the end of «КеАҚ»; null in «БОЛАТ», which is a word in capitals. */
function abbreviationIn(word: string): string | null {
  const capitals = /\p{Lu}{2,}$/u.exec(word)?.[0].toLowerCase() ?? '';
  const isWord = capitals.length > 4 && [...capitals].some(letter => VOWELS.has(letter));
  return capitals === '' || isWord ? null : capitals;
}

/** «Where or when something is», as an adjective: қыркүйек → қыркүйектегі, наурыз → наурыздағы, Алматы → Алматыдағы. */
export function kazakhLocativeAdjective(text: string, options: KazakhOptions = {}): string {
  const locative = kazakhCase(text, 'locative', options);
  return `${locative}${/[аы]$/u.test(locative) ? 'ғы' : 'гі'}`;
}

function harmonyOf(word: string): Harmony {
  // Russian names in -ий, -ин, -ис, words in -ь and clusters go with front vowels: Дмитрийге, Бориске, Игорьге, банкке.
  if (/(?:ий|ин|им|ис|ик|илл|икс|ь|нк|нг|рг|кт)$/u.test(word)) return 'front';
  // «Тоқаев» sounds as its vowel before «ев»; the water in «Жетісу» is back.
  if (/(?:[аоуыұя]ев|жетісу)$/u.test(word)) return 'back';
  const told = [...word].findLast(letter => BACK.has(letter) || FRONT.has(letter));
  if (told !== undefined) return BACK.has(told) ? 'back' : 'front';
  // No vowel but «и», «у», «ю», as in «Ли» and «Тимур»: the last one decides.
  return [...word].findLast(letter => 'уюи'.includes(letter)) === 'и' ? 'front' : 'back';
}

function endingOf(word: string): Ending {
  const letter = word.replace(/[ьъ]$/u, '').at(-1) ?? '';
  if (VOWELS.has(letter)) return 'vowel';
  if (NASALS.has(letter)) return 'nasal';
  if (SONORANTS.has(letter)) return 'sonorant';
  return VOICED.has(letter) ? 'voiced' : 'voiceless';
}

/** An abbreviation is read letter by letter, and most letters end in a vowel: ЖШС-ға, ҰБТ-ға, but АҚ-қа, АҚШ-қа. */
function abbreviationEnding(letters: string): Ending {
  return /[қш]$/u.test(letters) ? 'voiceless' : 'vowel';
}

/** «М» is read «эм» and stands for мекеме and министрлік, the «К» of a sole proprietor for кәсіпкер: КММ-ге, ІІМ-ге, ЖК-ге. */
function abbreviationHarmony(letters: string): Harmony {
  return /м$|^жк$/u.test(letters) || FRONT.has(letters.at(-1) ?? '') ? 'front' : 'back';
}
