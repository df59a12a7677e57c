import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firmNameKey, legalFormName, legalForms, splitLegalForm } from '#shared/domain/folding.ts';

describe('splitLegalForm', () => {
  test.each([
    ['ТОО «Болат»', 'llp', 'Болат'],
    ['ТОО Болат', 'llp', 'Болат'],
    ['тоо "болат"', 'llp', 'болат'],
    ['TOO "Болат"', 'llp', 'Болат'], // Latin letters
    ['«Болат» ЖШС', 'llp', 'Болат'],
    ['"Болат" ЖШС', 'llp', 'Болат'],
    ['Болат ТОО', 'llp', 'Болат'],
    ['Болат, ТОО', 'llp', 'Болат'],
    ['Болат (ТОО)', 'llp', 'Болат'],
    ['«ТОО Болат»', 'llp', 'Болат'],
    ['Bolat LLP', 'llp', 'Bolat'],
    ['Товарищество с ограниченной ответственностью «Болат»', 'llp', 'Болат'],
    ['«Болат» жауапкершілігі шектеулі серіктестігі', 'llp', 'Болат'],
    ['АО "НК "ҚТЖ"', 'jsc', 'НК "ҚТЖ"'],
    ['АО «НК «ҚТЖ»', 'jsc', 'НК «ҚТЖ»'],
    ['АО «НК «ҚТЖ»»', 'jsc', 'НК «ҚТЖ»'],
    ['«Темір» АҚ', 'jsc', 'Темір'],
    ['Темір АҚ', 'jsc', 'Темір'],
    ['АО Темир-Прокат', 'jsc', 'Темир-Прокат'],
    ['АҚ Темір-Прокат', 'jsc', 'Темір-Прокат'],
    ['АҚ НК «ҚТЖ»', 'jsc', 'НК «ҚТЖ»'],
    ['ЖК Құрылыс', 'soleProprietor', 'Құрылыс'],
    ['ЖК ҚҰРЫЛЫС СЕРВИС', 'soleProprietor', 'ҚҰРЫЛЫС СЕРВИС'],
    ['ММ Білім бөлімі', 'stateInstitution', 'Білім бөлімі'],
    ['ШҚ Береке', 'peasantFarm', 'Береке'],
    ['ҚҚ Болашақ', 'publicFoundation', 'Болашақ'],
    ['«АҚ ЖОЛ»', null, 'АҚ ЖОЛ'],
    ['MM Group', null, 'MM Group'], // Latin letters are no Kazakh form
    ['Жк Құрылыс', null, 'Жк Құрылыс'],
    ['МК Сервис', null, 'МК Сервис'],
    ['АО „Темир“', 'jsc', 'Темир'],
    ['АО “Темир”', 'jsc', 'Темир'],
    ['Некоммерческое акционерное общество «Университет»', 'njsc', 'Университет'],
    ['«Университет» КеАҚ', 'njsc', 'Университет'],
    ['ИП Иванов А. Б.', 'soleProprietor', 'Иванов А. Б.'],
    ['ип «Иванов»', 'soleProprietor', 'Иванов'],
    ['«Құрылыс Сервис» ЖК', 'soleProprietor', 'Құрылыс Сервис'],
    ['РГП на ПХВ «Институт»', 'republicanEnterpriseEconomic', 'Институт'],
    ['«Институт» ШЖҚ РМК', 'republicanEnterpriseEconomic', 'Институт'],
    ['РГП «Институт»', 'republicanEnterprise', 'Институт'],
    ['КГКП «Дом культуры»', 'communalTreasuryEnterprise', 'Дом культуры'],
    ['Коммунальное государственное казённое предприятие «Дом культуры»', 'communalTreasuryEnterprise', 'Дом культуры'],
    ['«Мектеп» КММ', 'communalInstitution', 'Мектеп'],
    ['ГУ «Отдел образования»', 'stateInstitution', 'Отдел образования'],
    ['КХ «Береке»', 'peasantFarm', 'Береке'],
    ['К/Х «Береке»', 'peasantFarm', 'Береке'],
    ['«Береке» шаруа қожалығы', 'peasantFarm', 'Береке'],
    ['Крестьянское (фермерское) хозяйство «Береке»', 'farm', 'Береке'],
    ['«А» и «Б»', null, '«А» и «Б»'],
    ['"А" и "Б"', null, '"А" и "Б"'],
    ['ТОО "А" и "Б"', 'llp', '"А" и "Б"'],
    ['Ақ Жол', null, 'Ақ Жол'],
    ['АҚ ЖОЛ', null, 'АҚ ЖОЛ'],
    ['Чу-Агро', null, 'Чу-Агро'],
    ['Чу Агро', null, 'Чу Агро'],
    ['Тоолайт', null, 'Тоолайт'],
    ["ТОО «Д'Арк»", 'llp', "Д'Арк"],
    ['ТОО', null, 'ТОО'],
    ['', null, ''],
  ])('%s', (text, form, name) => {
    expect(splitLegalForm(text)).toEqual({ form, name });
  });

  test('every legal form is found before and after a quoted name, short and long', () => {
    for (const form of legalForms) {
      for (const spelling of [form.ru, form.kk, ...(form.aliases ?? []), ...form.long]) {
        expect([spelling, splitLegalForm(`${spelling} «Болат»`)]).toEqual([
          spelling,
          { form: form.code, name: 'Болат' },
        ]);
        expect([spelling, splitLegalForm(`«Болат» ${spelling}`)]).toEqual([
          spelling,
          { form: form.code, name: 'Болат' },
        ]);
      }
    }
  });
});

describe('firmNameKey', () => {
  test.each([
    ['АО «Темир-Прокат»', 'АО Темир-Прокат'],
    ['АО «Темир-Прокат»', 'АҚ Темір-Прокат'],
    ['ИП «Құрылыс»', 'ЖК Құрылыс'],
    ['ТОО «Дәнекер»', 'тоо "ДӘНЕКЕР"'],
    ['ТОО «Дәнекер»', '«Дәнекер» ЖШС'],
    ['ТОО «Дәнекер»', 'ТОО "Данекер"'],
    ['ТОО «Өндіріс»', 'ТОО «Өндiрiс»'],
    ['ТОО «Эко Су KZ»', 'ТОО "Эко-Су KZ"'],
  ])('%s is %s', (a, b) => {
    expect(firmNameKey(a)).toBe(firmNameKey(b));
  });

  test.each([
    ['ТОО «Болат»', 'ТОО «Болат Плюс»'],
    ['ТОО «Құрылыс Сервис»', 'ТОО «Құрылыс Сервис KZ»'],
    ['ТОО «Цех 1»', 'ТОО «Цех 11»'],
  ])('%s is not %s', (a, b) => {
    expect(firmNameKey(a)).not.toBe(firmNameKey(b));
  });

  test('is never empty for a text with a letter', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        fc.pre(/[а-яa-z]/iu.test(text));
        expect(firmNameKey(text)).not.toBe('');
      }),
    );
    expect(firmNameKey('ТОО')).not.toBe('');
  });
});

test('legal forms have one code each and a short name in each language', () => {
  expect(new Set(legalForms.map(form => form.code)).size).toBe(legalForms.length);
  expect([legalFormName('llp', 'ru'), legalFormName('llp', 'kk'), legalFormName('llp', 'en')]).toEqual([
    'ТОО',
    'ЖШС',
    'LLP',
  ]);
});
