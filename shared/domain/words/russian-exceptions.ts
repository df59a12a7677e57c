import type { PersonName } from '../people.ts';

export type Sex = 'male' | 'female';

/** Cases of Russian besides the nominative. */
export type RussianCase = 'genitive' | 'dative' | 'accusative' | 'instrumental' | 'prepositional';

type Forms = Readonly<Record<RussianCase, string>>;
type Rule = {
  readonly part: keyof PersonName;
  readonly sex: Sex | 'any';
  readonly matches: RegExp;
  /** What takes the place of `cut` letters at the end, by case; none leaves the word as it is. */
  readonly cut: number;
  readonly forms: Forms | null;
};

const forms = (...[genitive, dative, accusative, instrumental, prepositional]: [...Tuple]): Forms => {
  return { genitive, dative, accusative, instrumental, prepositional };
};
type Tuple = [genitive: string, dative: string, accusative: string, instrumental: string, prepositional: string];

const hard = forms('а', 'у', 'а', 'ом', 'е');
const hissing = forms('а', 'у', 'а', 'ем', 'е');
const glide = forms('я', 'ю', 'я', 'ем', 'е');
const hissingFirst = forms('и', 'е', 'у', 'ей', 'е');
const softThird = forms('и', 'и', 'ь', 'ью', 'и');
const stressedIya = forms('ии', 'ие', 'ию', 'ией', 'ие');

const consonants = '[бвгджзйклмнпрстфхцчшщ]';
const alone = (words: string): RegExp => new RegExp(`^(?:${words.replaceAll(' ', '|')})$`, 'iu');

const rule = (part: Rule['part'], sex: Rule['sex'], matches: RegExp, cut: number, endings: Forms | null): Rule => ({
  part,
  sex,
  matches,
  cut,
  forms: endings,
});

/**
 * Where the library of declension goes against the grammar, in the order in which the rules are tried. Sources: «Русская грамматика»
 * (АН СССР, 1980); Л. П. Калакуцкая, «Склонение фамилий и личных имён в русском литературном языке» (1984); «Правила русской
 * орфографии и пунктуации» (ред. В. В. Лопатин, 2006), § 71 and § 95; «Письмовник» of gramota.ru.
 */
const rules: readonly Rule[] = [
  // French names with a stressed last vowel, and names that the library takes for such.
  rule('surname', 'any', alone('золя дюма тома дега люка петипа ферма труайя бенуа'), 0, null),
  rule('surname', 'any', alone('рева'), 1, forms('ы', 'е', 'у', 'ой', 'е')),
  // «Ткач», «Сыч», «Деркач» are stressed on the ending; «Ковач», «Лукач» on the stem.
  rule('surname', 'male', alone('ковач лукач'), 0, hissing),
  rule('surname', 'male', new RegExp(`(?:ач|яч|^${consonants}+[аеиоуыюя][чщ])$`, 'iu'), 0, hard),
  // A vowel that comes and goes: «Кравец – Кравца», «Стрелец – Стрельца», «Коломиец – Коломийца», but «Швец – Швеца».
  rule('surname', 'male', alone('немец перец'), 2, forms('ца', 'цу', 'ца', 'цем', 'це')),
  rule('surname', 'male', new RegExp(`^${consonants}{2,}ец$`, 'iu'), 0, hard),
  rule('surname', 'male', new RegExp(`(?:^${consonants}|мец)ец$|мец$`, 'iu'), 0, hissing),
  rule('surname', 'male', /иец$/iu, 2, forms('йца', 'йцу', 'йца', 'йцем', 'йце')),
  rule('surname', 'male', /лец$/iu, 2, forms('ьца', 'ьцу', 'ьца', 'ьцом', 'ьце')),
  rule('surname', 'male', /[^аеёиоуыэюя]ец$/iu, 2, forms('ца', 'цу', 'ца', 'цом', 'це')),
  rule('surname', 'male', alone('козёл козел орёл орел осёл котёл котел'), 2, forms('ла', 'лу', 'ла', 'лом', 'ле')),
  rule('surname', 'male', alone('соловей воробей муравей'), 2, forms('ья', 'ью', 'ья', 'ьём', 'ье')),
  rule('surname', 'male', alone('лев'), 2, forms('ьва', 'ьву', 'ьва', 'ьвом', 'ьве')),
  // Nouns, not adjectives: «Цой», «Кий», «Прибой»; German «-их» («Эрлих»), unlike «Долгих».
  rule('surname', 'male', new RegExp(`^${consonants}+[ои]й$|^(?:прибой|водопой|герой)$`, 'iu'), 1, glide),
  rule('surname', 'male', /[бвдзлмпрстф]их$/iu, 0, hard),
  // Foreign names in «-ин», «-ов» take «-ом»: «Чаплином», «Мином», «Бюловом»; Russian ones «-ым».
  rule('surname', 'male', new RegExp(`^${consonants}*[иы]н$`, 'iu'), 0, hard),
  rule('surname', 'male', alone('дарвин чаплин франклин кронин калвин кальвин бюлов флотов вирхов гуцков'), 0, hard),
  rule('surname', 'any', /[жшчщц]а$/iu, 1, hissingFirst),
  // Women's names with a soft ending belong to the third declension: «Асели», «Айгулью», «Любовью» the library knows.
  rule('name', 'female', /(?<!любов)ь$/iu, 1, softThird),
  // Turkic names stressed on the last vowel: «Алие», «Зульфие», unlike «Марии».
  rule(
    'name',
    'female',
    /^(?:[аә]лия|[гғ]алия|зульфия|зулфия|гульфия|с[аә]ния|нурия|нұрия|раушания|жания|сафия|магфия|альфия|разия|рашия|балия)$/iu,
    2,
    stressedIya,
  ),
];

/** A word in a case by a rule of our own; undefined where the library's form is right. */
export function exceptionalForm(
  word: string,
  part: keyof PersonName,
  sex: Sex,
  grammaticalCase: RussianCase,
): string | undefined {
  const found = rules.find(
    one => one.part === part && (one.sex === 'any' || one.sex === sex) && one.matches.test(word),
  );
  if (found === undefined) return undefined;
  return found.forms === null ? word : word.slice(0, word.length - found.cut) + found.forms[grammaticalCase];
}
