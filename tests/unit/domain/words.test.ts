import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { declineRussian, type RussianCase, type Sex } from '#shared/domain/words/decline-russian.ts';
import { type KazakhCase, kazakhCase, kazakhLocativeAdjective } from '#shared/domain/words/kazakh-suffixes.ts';
import { numberInWords } from '#shared/domain/words/number-words.ts';

describe('Russian names', () => {
  const cases: readonly (readonly [string, string, string, Sex, RussianCase, string])[] = [
    ['Иванов', 'Сергей', 'Александрович', 'male', 'genitive', 'Иванова Сергея Александровича'],
    ['Бейсенбаева', 'Әлия', 'Қайратқызы', 'female', 'dative', 'Бейсенбаевой Әлии Қайратқызы'],
    ['Қуанышбек', 'Нұрсұлтан', 'Ұланұлы', 'male', 'dative', 'Қуанышбеку Нұрсұлтану Ұланұлы'],
    ['Ковальчук', 'Ольга', 'Дмитриевна', 'female', 'accusative', 'Ковальчук Ольгу Дмитриевну'],
    ['Ковальчук', 'Олег', 'Дмитриевич', 'male', 'accusative', 'Ковальчука Олега Дмитриевича'],
    ['Цой', 'Виктория', 'Андреевна', 'female', 'dative', 'Цой Виктории Андреевне'],
    ['Цой', 'Виктор', 'Андреевич', 'male', 'dative', 'Цою Виктору Андреевичу'],
    ['Ахмет', 'Аружан', 'Бекзатқызы', 'female', 'genitive', 'Ахмет Аружан Бекзатқызы'],
    ['Сәкен-Иванова', 'Айша', '', 'female', 'instrumental', 'Сәкен-Ивановой Айшей '],
    ['Хамитов', 'С.', 'А.', 'male', 'dative', 'Хамитову С. А.'],
    ['Тоқаев', 'Қасым-Жомарт', 'Кемелұлы', 'male', 'dative', 'Тоқаеву Қасым-Жомарту Кемелұлы'],
    ['Браун', 'Анна-Мария', '', 'female', 'dative', 'Браун Анне-Марии '],
    ['Толстая', 'Софья', 'Андреевна', 'female', 'genitive', 'Толстой Софьи Андреевны'],
    ['Черных', 'Олег', 'Игоревич', 'male', 'dative', 'Черных Олегу Игоревичу'],
    ['Салтыкова-Щедрина', 'Любовь', 'Никитична', 'female', 'dative', 'Салтыковой-Щедриной Любови Никитичне'],
    ['Югай', 'Лев', 'Ильич', 'male', 'accusative', 'Югая Льва Ильича'],
    ['Дюма', 'Александр', '', 'male', 'genitive', 'Дюма Александра '],
    ['Сейтқазы', 'Гүлнәр', 'Серік қызы', 'female', 'dative', 'Сейтқазы Гүлнәр Серік қызы'],
    ['Шевченко', 'Илья', 'Ильич', 'male', 'genitive', 'Шевченко Ильи Ильича'],
  ];
  test.for(cases)(
    '%s %s %s (%s) is declined in the %s',
    ([surname, name, patronymic, sex, grammaticalCase, wanted]) => {
      const declined = declineRussian({ surname, name, patronymic }, sex, grammaticalCase);
      expect(`${declined.surname} ${declined.name} ${declined.patronymic}`).toBe(wanted);
    },
  );

  test('a form corrected by the officer wins over the rule for that part only', () => {
    const person = { surname: 'Гёте', name: 'Иоганн', patronymic: '' };
    expect(declineRussian(person, 'male', 'dative', { surname: 'Гётею' })).toEqual({
      surname: 'Гётею',
      name: 'Иоганну',
      patronymic: '',
    });
  });
});

describe('Kazakh suffixes', () => {
  const cases: readonly (readonly [string, KazakhCase, string])[] = [
    ['бала', 'dative', 'балаға'],
    ['әке', 'dative', 'әкеге'],
    ['зауыт', 'dative', 'зауытқа'],
    ['завод', 'dative', 'заводқа'],
    ['мектеп', 'dative', 'мектепке'],
    ['Иванов', 'dative', 'Ивановқа'],
    ['Сергей', 'dative', 'Сергейге'],
    ['Дмитрий', 'dative', 'Дмитрийге'],
    ['Ғани', 'dative', 'Ғаниға'],
    ['Әлия', 'dative', 'Әлияға'],
    ['институт', 'dative', 'институтқа'],
    ['Әбдірахманов Ғани Ұланұлы', 'dative', 'Әбдірахманов Ғани Ұланұлына'],
    ['Бейсенбаева Аружан Қайратқызы', 'accusative', 'Бейсенбаева Аружан Қайратқызын'],
    ['Серікұлы', 'ablative', 'Серікұлынан'],
    ['бала', 'genitive', 'баланың'],
    ['Ерлан', 'genitive', 'Ерланның'],
    ['Айнұр', 'genitive', 'Айнұрдың'],
    ['қыз', 'genitive', 'қыздың'],
    ['оқу', 'genitive', 'оқудың'],
    ['Бекзат', 'genitive', 'Бекзаттың'],
    ['кәсіпорын', 'accusative', 'кәсіпорынды'],
    ['студент', 'accusative', 'студентті'],
    ['тәлімгер', 'accusative', 'тәлімгерді'],
    ['Өскемен', 'locative', 'Өскеменде'],
    ['Алматы', 'locative', 'Алматыда'],
    ['Ақтөбе', 'ablative', 'Ақтөбеден'],
    ['Өскемен', 'ablative', 'Өскеменнен'],
    ['Атырау', 'ablative', 'Атыраудан'],
    ['Талдықорған', 'ablative', 'Талдықорғаннан'],
    ['кәсіпорын', 'instrumental', 'кәсіпорынмен'],
    ['қыз', 'instrumental', 'қызбен'],
    ['студент', 'instrumental', 'студентпен'],
    ['«Ертіс Машзауыты» ЖШС', 'dative', '«Ертіс Машзауыты» ЖШС-ға'],
    ['«Қазмыс» АҚ', 'dative', '«Қазмыс» АҚ-қа'],
    ['«Ертіс»', 'dative', '«Ертіс»-ке'],
    ['John Smith', 'dative', 'John Smith-ке'],
    ['Anna Braun', 'genitive', 'Anna Braun-ның'],
  ];
  test.for(cases)('%s in the %s is %s', ([word, grammaticalCase, wanted]) => {
    expect(kazakhCase(word, grammaticalCase)).toBe(wanted);
  });

  test('a possessive word takes «н» before the case', () => {
    expect([
      kazakhCase('колледжі', 'dative', { possessive: true }),
      kazakhCase('басшысы', 'accusative', { possessive: true }),
      kazakhCase('зауыты', 'locative', { possessive: true }),
    ]).toEqual(['колледжіне', 'басшысын', 'зауытында']);
  });

  test('the months become adjectives as dates of orders need them', () => {
    const months = 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' ');
    expect(months.map(month => kazakhLocativeAdjective(month)).join(' ')).toBe(
      'қаңтардағы ақпандағы наурыздағы сәуірдегі мамырдағы маусымдағы шілдедегі тамыздағы қыркүйектегі қазандағы қарашадағы желтоқсандағы',
    );
  });

  test('text without letters is left alone', () => {
    expect(kazakhCase('12', 'dative')).toBe('12');
  });
});

describe('numbers in words', () => {
  test.for([
    [0, 'нөл', 'ноль'],
    [7, 'жеті', 'семь'],
    [19, 'он тоғыз', 'девятнадцать'],
    [100, 'жүз', 'сто'],
    [432, 'төрт жүз отыз екі', 'четыреста тридцать два'],
    [1000, 'бір мың', 'одна тысяча'],
    [2101, 'екі мың жүз бір', 'две тысячи сто один'],
    [1_250_000, 'бір миллион екі жүз елу мың', 'один миллион двести пятьдесят тысяч'],
    [-5, 'минус бес', 'минус пять'],
  ] as const)('%i is «%s» and «%s»', ([value, kazakh, russian]) => {
    expect([numberInWords(value, 'kk'), numberInWords(value, 'ru')]).toEqual([kazakh, russian]);
  });

  test('the gender of the counted thing is heard in Russian', () => {
    expect([numberInWords(1, 'ru', 'feminine'), numberInWords(42, 'ru', 'feminine')]).toEqual(['одна', 'сорок две']);
  });

  test('different numbers never share their words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 999_999_999 }), (one, other) => {
        fc.pre(one !== other);
        return numberInWords(one, 'kk') !== numberInWords(other, 'kk');
      }),
    );
  });

  test('a fraction is refused instead of being rounded', () => {
    expect(() => numberInWords(1.5, 'kk')).toThrow(RangeError);
  });
});
