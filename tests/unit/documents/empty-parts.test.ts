import { describe, expect, test } from 'vitest';
import { isConditional } from '#main/documents/empty-parts.ts';
import { fillTemplate } from '#main/documents/fill-template.ts';
import { directionLetterCatalogue } from '#main/documents/letter-fields.ts';
import { paragraphsOf, partOf, withParts, wordFile } from './office-tools.ts';

const fill = async (paragraphs: readonly string[], cells: readonly string[], text: Readonly<Record<string, string>>) =>
  await fillTemplate(await wordFile(paragraphs, cells), directionLetterCatalogue, {
    text: { language: 'ru', ru: text },
  });

describe('a paragraph of nothing but conditions', () => {
  test.for([
    ['{#mentor}Наставник: {mentor}.{/mentor}', true],
    [' {#mentor}Наставник: {mentor}. {/mentor}{#unit}{unit}{/unit} ', true],
    ['{#mentor}{#unit}{unit}{/unit}{mentor}{/mentor}', true],
    ['{# mentor }{ mentor }{/ mentor }', true],
    ['Наставник: {#mentor}{mentor}{/mentor}', false],
    ['{#mentor}{mentor}{/mentor}.', false],
    ['{mentor}', false],
    ['{/mentor}{#mentor}', false],
    ['{#mentor}', false],
    ['', false],
  ] as const)('«%s»: %s', ([text, wanted]) => {
    expect(isConditional(text)).toBe(wanted);
  });
});

describe('a filled paper', () => {
  const paragraphs = ['Начало', '{#mentor}Наставник: {mentor}.{/mentor}{#unit} {unit}{/unit}', 'Конец'];

  test('has no empty line where no condition holds', async () => {
    expect(await paragraphsOf(await fill(paragraphs, [], {}))).toEqual(['Начало', 'Конец']);
  });

  test('keeps the paragraph when one of its conditions holds', async () => {
    expect(await paragraphsOf(await fill(paragraphs, [], { unit: 'Цех № 2' }))).toEqual([
      'Начало',
      ' Цех № 2',
      'Конец',
    ]);
  });

  test('keeps empty lines that the officer has set', async () => {
    expect(await paragraphsOf(await fill(['Начало', '', '{mentor}', 'Конец'], [], {}))).toEqual([
      'Начало',
      '',
      '______',
      'Конец',
    ]);
  });

  test('keeps a cell whose condition fails, and no mark of the sweeping', async () => {
    const filled = await fill(['Начало'], ['{#mentor}{mentor}{/mentor}', 'Группа'], {});
    const xml = await partOf(filled, 'word/document.xml');
    expect({
      cells: xml.match(/<w:tc>/gu)?.length,
      paragraphs: xml.match(/<w:p[ />]/gu)?.length,
      marks: xml.includes('conditional'),
    }).toEqual({ cells: 2, paragraphs: 3, marks: false });
  });

  test.for([
    ['one row where each cell fails', ['{#mentor}{mentor}{/mentor}', '{#unit}{unit}{/unit}'], 1],
    ['two rows where a cell is left for the hand', ['{#mentor}{mentor}{/mentor}', ''], 2],
  ] as const)('keeps of a table %s', async ([, cells, wanted]) => {
    const template = await wordFile(['Начало'], ['Студент', '']);
    const row = (await partOf(await wordFile([], cells), 'word/document.xml')).match(/<w:tr>.*<\/w:tr>/su)?.[0] ?? '';
    const xml = (await partOf(template, 'word/document.xml')).replace('</w:tbl>', `${row}</w:tbl>`);
    const made = await withParts(template, { 'word/document.xml': xml });
    const filled = await fillTemplate(made, directionLetterCatalogue, { text: { language: 'ru', ru: {} } });
    const rows = (await partOf(filled, 'word/document.xml')).match(/<w:tr>/gu)?.length;
    expect(rows).toBe(wanted);
  });
});
