import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressLine, positionInDative } from '#main/features/letters/addressee.ts';
import { firmNameIn } from '#main/features/letters/letterhead.ts';
import { nameInCase } from '#main/features/letters/name-cases.ts';
import { formatLetterNumber, groupPlacements } from '#main/features/letters/rules.ts';
import { safeFileName } from '#main/features/shared/file-names.ts';
import { addressInKazakh, placed } from '#shared/domain/addresses.ts';

describe('the number of a letter', () => {
  test.each([
    ['{n}/{yy}-07', '12/25-07'],
    ['01-12/{n}', '01-12/12'],
    ['{yyyy}-{n}', '2025-12'],
    ['№{n}', '№12'],
  ])('%s gives %s', (format, expected) => {
    expect(formatLetterNumber(format, 12, 2025)).toBe(expected);
  });
});

describe('a file name', () => {
  test('is safe on every system, whatever the letter is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), text => {
        const name = safeFileName(text);
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^[\s.]|[\s.]$/u);
        expect(Buffer.byteLength(`${name}.docx.part`)).toBeLessThan(256);
        expect(name).not.toBe('');
      }),
    );
  });

  test.each(['漢'.repeat(300), '😀'.repeat(300), 'ә'.repeat(300)])(
    'of %s… is short enough for every file system',
    text => {
      expect(Buffer.byteLength(`${safeFileName(text)}.docx.part`)).toBeLessThan(256);
    },
  );

  test('keeps Kazakh letters and never has the name of a device', () => {
    expect([safeFileName('12/25-07 Әділ Құрманғазы'), safeFileName('con.docx')]).toEqual([
      '12-25-07 Әділ Құрманғазы',
      '_con.docx',
    ]);
  });
});

test('placements of one firm, practice and period make one letter, and none is lost', () => {
  const placement = fc.record({
    firmId: fc.constantFrom('a', 'b'),
    practiceTypeId: fc.constantFrom('x', 'y'),
    startsOn: fc.constantFrom('2025-09-01', '2026-01-12'),
    endsOn: fc.constantFrom('2026-02-01', '2026-05-31'),
  });
  fc.assert(
    fc.property(fc.array(placement, { maxLength: 40 }), list => {
      const placements = list.map((one, index) => ({ ...one, id: String(index) }));
      const groups = groupPlacements(placements);
      const keyOf = ({ firmId, practiceTypeId, startsOn, endsOn }: (typeof placements)[number]): string =>
        JSON.stringify([firmId, practiceTypeId, startsOn, endsOn]);
      expect(
        groups
          .flat()
          .map(one => one.id)
          .toSorted(),
      ).toEqual(placements.map(one => one.id).toSorted());
      expect(groups.map(group => new Set(group.map(keyOf)).size)).toEqual(groups.map(() => 1));
      expect(groups.length).toBe(new Set(placements.map(keyOf)).size);
    }),
  );
});

describe('the addressee', () => {
  test.each([
    ['Хамитов Серик Ахметович', 'Директор', 'ru', 'Директору Хамитову С. А.'],
    ['Ковальчук Ольга Дмитриевна', 'Генеральный директор', 'ru', 'Генеральному директору Ковальчук О. Д.'],
    ['Һамитов Серік Әділұлы', 'Директор', 'kk', 'Директор С. Ә. Һамитовқа'],
    ['Ким', null, 'ru', 'Ким'],
    [null, null, 'ru', 'Руководителю предприятия'],
    [null, null, 'kk', 'Кәсіпорын басшысына'],
    ['Әбенова Гүлнар Серікқызы', 'Начальник отдела кадров', 'kk', 'Кадрлар бөлімінің бастығы Г. С. Әбеноваға'],
  ] as const)('%s, %s in %s reads «%s»', (name, position, language, expected) => {
    expect(addressLine(name, position, language)).toBe(expected);
  });

  test.each([
    ['Заместитель директора', 'Заместителю директора'],
    ['Заведующий складом', 'Заведующему складом'],
    ['Главный инженер', 'Главному инженеру'],
    ['Заведующая отделением', 'Заведующей отделением'],
    ['Начальник', 'Начальнику'],
  ])('the position %s becomes %s', (position, expected) => {
    expect(positionInDative(position)).toBe(expected);
  });
});

test('a firm without a Kazakh name gets its legal form exchanged', () => {
  expect([
    firmNameIn({ ru: 'ТОО «Болат»', kk: null }, 'kk'),
    firmNameIn({ ru: 'ТОО «Сталь»', kk: '«Болат» ЖШС' }, 'kk'),
    firmNameIn({ ru: 'ТОО «Сталь»', kk: '«Болат» ЖШС' }, 'ru'),
  ]).toEqual(['«Болат» ЖШС', '«Болат» ЖШС', 'ТОО «Сталь»']);
});

describe('an address', () => {
  test('written in Russian gets its kinds of place in Kazakh', () => {
    expect(addressInKazakh('г. Шахтинск, ул. Жеңіс, д. 19, оф. 3')).toBe(
      'Шахтинск қаласы, Жеңіс көшесі, 19-үй, 3-кеңсе',
    );
    expect(addressInKazakh('Карагандинская область, г. Караганда, ул. Өрлеу, 14')).toBe(
      'Қарағанды облысы, Қарағанды қаласы, Өрлеу көшесі, 14',
    );
    expect(addressInKazakh('Өскемен қаласы, Өнеркәсіп көшесі, 5')).toBe('Өскемен қаласы, Өнеркәсіп көшесі, 5');
  });

  test('names its town once, in whichever language it is written', () => {
    expect([
      placed('Қарағанды', '100012, г. Караганда, ул. Өрлеу, 14'),
      placed('Балқаш', 'г. Балхаш, ул. Мира, 9'),
      placed('Балхаш', 'Балқаш қаласы, Мир көшесі, 9'),
      placed('Шахтинск', 'ул. Жеңіс, 19'),
      placed('', 'ул. Жеңіс, 19'),
      placed('Шахтинск', ''),
    ]).toEqual([
      '100012, г. Караганда, ул. Өрлеу, 14',
      'г. Балхаш, ул. Мира, 9',
      'Балқаш қаласы, Мир көшесі, 9',
      'Шахтинск, ул. Жеңіс, 19',
      'ул. Жеңіс, 19',
      'Шахтинск',
    ]);
  });
});

describe('a name in a Kazakh case', () => {
  const cases = [
    ['Ким А. С.', 'А. С. Кимге'],
    ['А. С. Ким', 'А. С. Кимге'],
    ['МҰРАТОВ СЕРІК ӘБДІҒАЛИҰЛЫ', 'Мұратов Серік Әбдіғалиұлына'],
    ['Мұратов Серік', 'Мұратов Серікке'],
  ] as const;
  test.for(cases)(
    '«%s» takes its suffix at the surname, not at initials, and without shouting: %s',
    ([name, dative]) => {
      expect(nameInCase({ name, sex: 'male', language: 'kk', names: new Map() }, 'dative')).toBe(dative);
    },
  );
});
