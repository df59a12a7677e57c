import { expect, test } from 'vitest';
import { importFields } from '#shared/domain/importing/fields.ts';
import { fields } from '#shared/text/ru/fields.ts';
import { importing } from '#shared/text/ru/importing.ts';

test('every field a column can be given to has a name of its own or that of its record', () => {
  const records: Readonly<Record<string, Readonly<Record<string, unknown>>>> = fields;
  const nameless = Object.entries(importFields).flatMap(([entity, of]) =>
    Object.keys(of)
      .filter(field => !(field in (records[entity] ?? {})) && !(field in importing.fields))
      .map(field => `${entity}.${field}`),
  );
  expect(nameless).toEqual([]);
});
