import { describe, expect, test } from 'vitest';
import { sexFromName } from '#main/features/letters/addressee.ts';
import { splitFullName } from '#shared/domain/people.ts';
import { declineRussian, type RussianCase, type Sex } from '#shared/domain/words/decline-russian.ts';
import { russianNames } from './russian-name-table.ts';

const none = { surname: '', name: '', patronymic: '' };

describe('a Russian name by the grammar', () => {
  test.for(russianNames)('$part of a $sex: $nominative', ({ part, sex, nominative, forms }) => {
    const made = Object.keys(forms).map(one => [
      one,
      declineRussian({ ...none, [part]: nominative }, sex, one as RussianCase)[part],
    ]);
    expect(Object.fromEntries(made)).toEqual(forms);
  });
});

describe('Russian names', () => {
  const cases: readonly (readonly [string, string, string, Sex, RussianCase, string])[] = [
    ['Иванов', 'Сергей', 'Александрович', 'male', 'genitive', 'Иванова Сергея Александровича'],
    ['Бейсенбаева', 'Әлия', 'Қайратқызы', 'female', 'dative', 'Бейсенбаевой Әлие Қайратқызы'],
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

describe('the sex a name tells', () => {
  test.for([
    ['Ибраев Айгүл', 'female'],
    ['Шин Виктория', null],
    ['Ким Алишер Рустам угли', 'male'],
    ['Алиева Лейла Гейдар гызы', 'female'],
    ['Асанов Нурбек Керимбек уулу', 'male'],
    ['Серікбай Нұрбек', 'male'],
    ['Ахмет Аружан', null],
    ['Мусина Дана', 'female'],
  ] as const)('%s: %s', ([name, sex]) => {
    expect(sexFromName(splitFullName(name))).toBe(sex);
  });
});
