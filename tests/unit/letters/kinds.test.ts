import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lintTemplate } from '#main/documents/lint-template.ts';
import { kindOfLetter } from '#main/features/letters/kinds/index.ts';
import { LetterKind, letterKindFacts } from '#shared/contract/letter-kinds.ts';
import { createTranslator } from '#shared/text/index.ts';

const templates = LetterKind.options.flatMap(kind =>
  letterKindFacts(kind).languages.map(language => [kind, language] as const),
);

test.each(templates)('the template of «%s» in %s is there and uses only fields that exist', async (kind, language) => {
  const { file, catalogue } = kindOfLetter(kind);
  const bytes = readFileSync(new URL(`../../../resources/templates/${file}.${language}.docx`, import.meta.url));
  const { issues, used } = await lintTemplate(bytes, catalogue);
  expect([issues, used.length > 0]).toEqual([[], true]);
});

describe.each(['kk', 'ru', 'en'] as const)('in %s', language => {
  const t = createTranslator(language);
  test.each(LetterKind.options)('«%s» has its name on the screen and in a file’s name', kind => {
    const keys = [`states.letterKind.${kind}`, `letters.fileKind.${kind}`] as const;
    expect(keys.filter(key => !t.has(key))).toEqual([]);
  });

  test.each(LetterKind.options)('every field of «%s» has a name of its own in the field browser', kind => {
    const { fields, images, lists } = kindOfLetter(kind).catalogue;
    const labels = [fields, images, ...Object.values(lists).map(list => list.fields)].flatMap(group =>
      Object.values(group).map(field => field.label[language]),
    );
    expect(labels.filter(label => label.trim() === '')).toEqual([]);
  });
});
