import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BLANK, fillTemplate } from '#main/documents/fill-template.ts';
import {
  directionLetterCatalogue,
  type LetterLanguage,
  placementLetterCatalogue,
} from '#main/documents/letter-fields.ts';
import { lintTemplate } from '#main/documents/lint-template.ts';
import { builders } from '../../../resources/templates/builders.ts';
import { editions } from '../../../resources/templates/editions.ts';
import { paragraphsOf, partOf, textByLibreOffice, wordFile } from './office-tools.ts';
import {
  directionLetter,
  fillDirectionLetter,
  fillPlacementLetter,
  KAZAKH_LETTERS,
  placementLetter,
} from './sample-letters.ts';

const languages: readonly Exclude<LetterLanguage, 'en'>[] = ['kk', 'ru', 'kk-ru'];
const template = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../resources/templates/${name}.docx`, import.meta.url));

test.each(Object.entries(builders))(
  'the templates «%s» are what their script writes, byte for byte',
  async (file, build) => {
    const same = await Promise.all(
      editions.map(async edition => Buffer.from(template(`${file}.${edition}`)).equals(await build(edition))),
    );
    expect(same).toEqual(editions.map(() => true));
  },
);

describe.for(languages)('the built-in templates in %s', language => {
  test('use only fields that exist', async () => {
    const direction = await lintTemplate(template(`direction-letter.${language}`), directionLetterCatalogue);
    const placement = await lintTemplate(template(`placement-letter.${language}`), placementLetterCatalogue);
    expect([direction.issues, placement.issues]).toEqual([[], []]);
  });

  test('leave no tag and no blank when every value is known', async () => {
    const filled = await fillDirectionLetter(template(`direction-letter.${language}`), directionLetter(language));
    const text = (await paragraphsOf(filled)).join('\n');
    expect({ tags: text.match(/[{}]/g), blanks: text.match(/(?<!_)_{6}(?!_)/g) }).toEqual({ tags: null, blanks: null });
  });

  test('keep an A4 sheet with margins of 25, 15, 20 and 20 mm', async () => {
    const xml = await partOf(template(`direction-letter.${language}`), 'word/document.xml');
    const [, attributes = ''] = /<w:pgMar ([^>]*)\/>/.exec(xml) ?? [];
    const margin = (side: string): number =>
      Math.round(Number(new RegExp(`w:${side}="(\\d+)"`).exec(attributes)?.[1]) / (1440 / 25.4));
    expect({
      sides: ['left', 'right', 'top', 'bottom'].map(margin),
      sheet: /<w:pgSz [^>]*>/.exec(xml)?.[0].match(/w:[wh]="\d+"/g),
    }).toEqual({ sides: [25, 15, 20, 20], sheet: ['w:w="11905"', 'w:h="16837"'] });
  });
});

describe('a direction letter', () => {
  test('shows every Kazakh letter in LibreOffice', async () => {
    const data = directionLetter('kk');
    if (data.text.language !== 'kk') throw new Error('The sample is in Kazakh');
    const text = { language: 'kk', kk: { ...data.text.kk, unit: KAZAKH_LETTERS } } as const;
    const filled = await fillDirectionLetter(template('direction-letter.kk'), { text });
    expect(textByLibreOffice('letter.docx', filled)).toContain(KAZAKH_LETTERS);
  });

  test('in two languages takes each value in its own', async () => {
    const filled = await fillDirectionLetter(template('direction-letter.kk-ru'), directionLetter('kk-ru'));
    const text = (await paragraphsOf(filled)).join('\n');
    expect(text).toContain('Тәжірибе орны: «Ертіс Машзауыты» ЖШС, № 2 механикалық құрастыру цехы');
    expect(text).toContain('Место практики: ТОО «Иртыш Машзавод», Механосборочный цех № 2');
  });

  test('carries the logo of the college when there is one', async () => {
    const pixel = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    );
    const logo = { bytes: pixel, format: 'png', width: 18, height: 18 } as const;
    const filled = await fillDirectionLetter(template('direction-letter.ru'), { ...directionLetter('ru'), logo });
    const extent = /<wp:extent cx="(\d+)"/.exec(await partOf(filled, 'word/document.xml'))?.[1];
    expect(Math.round(Number(extent) / 36_000)).toBe(18);
  });
});

describe('a placement letter', () => {
  test('lists every student in a table whose heading repeats and whose rows stay whole', async () => {
    const filled = await fillPlacementLetter(template('placement-letter.kk'), placementLetter('kk', 24));
    const xml = await partOf(filled, 'word/document.xml');
    const list = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)]
      .map(([table]) => table)
      .find(table => table.includes('tblHeader'));
    const rows = [...(list ?? '').matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) => row);
    expect({
      rows: rows.length,
      headings: rows.filter(row => row.includes('<w:tblHeader')).length,
      whole: rows.every(row => row.includes('<w:cantSplit')),
      last: rows.at(-1)?.includes('>24<'),
    }).toEqual({ rows: 25, headings: 1, whole: true, last: true });
  });

  test('leaves a blank where a mentor is not known yet', async () => {
    const filled = await fillPlacementLetter(template('placement-letter.ru'), placementLetter('ru', 5));
    expect((await paragraphsOf(filled)).filter(text => text === BLANK)).toHaveLength(1);
  });
});

describe('tags', () => {
  const values = {
    text: { language: 'ru', ru: { student: 'Иванов И. И.', mentor: '' } },
    lists: { students: { language: 'ru', ru: [{ student: 'А' }, { student: 'Б' }] } },
  } as const;
  const fill = async (paragraphs: readonly string[], cells: readonly string[] = []): Promise<readonly string[]> =>
    await paragraphsOf(
      await fillTemplate(
        await wordFile(paragraphs, cells),
        {
          ...directionLetterCatalogue,
          lists: placementLetterCatalogue.lists,
        },
        values,
      ),
    );

  test.for([
    '{student}',
    '{студент}',
    '{Студент}',
    '{студент аты}',
    '{СТУДЕНТ_АТЫ}',
    '{ Білім алушы }',
    '{student_ru}',
    '{студент_рус}',
  ])('%s is understood', async tag => {
    expect(await fill([tag])).toEqual(['Иванов И. И.']);
  });

  test('what belongs together stays on one line of a letter, but may break in a narrow column', async () => {
    const dated = { language: 'ru', ru: { date: '3 сентября 2025 года', mentor: 'С. А. Хамитов' } } as const;
    const rows = { language: 'ru', ru: [{ mentor: 'С. А. Хамитов' }] } as const;
    const filled = await fillTemplate(
      await wordFile(['{date} {mentor}'], ['{#students}{mentor}{/students}']),
      { ...directionLetterCatalogue, lists: placementLetterCatalogue.lists },
      { text: dated, lists: { students: rows } },
    );
    const xml = await partOf(filled, 'word/document.xml');
    const texts = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]+)</gu)].map(([, text = '']) => text);
    expect(texts.filter(text => text.trim() !== '')).toEqual([
      '3\u00a0сентября 2025\u00a0года',
      'С.\u00a0А.\u00a0Хамитов',
      'С. А. Хамитов',
    ]);
  });

  test('a tag for both languages prints what is the same in both only once', async () => {
    const both = {
      text: {
        language: 'kk-ru',
        kk: { group: '24ТМ-2қ', practice: 'Тәжірибе' },
        ru: { group: '24ТМ-2қ', practice: 'Практика' },
      },
    } as const;
    const filled = await fillTemplate(
      await wordFile(['{group_both}|{практика_оба}|{mentor_both}']),
      directionLetterCatalogue,
      both,
    );
    expect(await paragraphsOf(filled)).toEqual([`24ТМ-2қ|Тәжірибе / Практика|${BLANK}`]);
  });

  test('a missing value and an unknown field print as a blank', async () => {
    expect(await fill(['{mentor}|{nonsense}'])).toEqual([`${BLANK}|${BLANK}`]);
  });

  test('a part in a condition is left out when its field is empty', async () => {
    expect(await fill(['{#mentor}наставник {mentor}{/mentor}{#student}есть{/student}'])).toEqual(['есть']);
  });

  test('a row is repeated for each student under any name of the list', async () => {
    expect(await fill([], ['{#студенты}{студент}', '{/студенты}'])).toEqual(['А', '', 'Б', '']);
  });

  test('text that would break XML reaches the paper as it is, without control characters', async () => {
    const odd = { text: { language: 'ru', ru: { student: 'A & <b> \u0007"\uD800' } } } as const;
    const filled = await fillTemplate(await wordFile(['{student}']), directionLetterCatalogue, odd);
    expect(await paragraphsOf(filled)).toEqual(['A &amp; &lt;b&gt; &quot;']);
  });
});
