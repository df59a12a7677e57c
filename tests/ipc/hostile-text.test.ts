import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRecord, runBatch } from '#main/database/records.ts';
import { docxToPrintable } from '#main/documents/docx-to-html.ts';
import { type Channel, contract } from '#shared/contract/index.ts';
import type { EntityName } from '#shared/contract/procedure.ts';
import type { z } from '#shared/contract/zod.ts';
import { aFirm, aPlacement, aStudent } from '#tests/support/builders.ts';
import { isSpotless } from '#tests/support/checked.ts';
import { textOfDocx } from '#tests/support/docx-text.ts';
import { insertEveryKind } from '#tests/support/every-kind.ts';
import { testPorts, type World, world } from '#tests/support/world.ts';

/** What breaks programs that take text for something else: HTML, templates, formulas, marks of direction, control characters. */
const hostile = [
  '<img src=x onerror="window.planted=1">',
  '</td><script>window.planted=1</script>',
  '{{7*7}} {#loop} {/loop} ${7*7}',
  '@SUM(1+1)*cmd|calc',
  "'; DROP TABLE firm; --",
  '\u202eтфиш\u202c \u200f\u2066x\u2069',
  'a\u0000b\u0007c',
  '&lt;b&gt; &amp;amp; ]]>',
  '=HYPERLINK("http://example.kz";"x")',
] as const;

/** The one that stands in every field at last, and is written into files. */
const last = hostile.at(-1) ?? '';

let college: World;
let ids: ReadonlyMap<EntityName, string>;
beforeAll(() => {
  college = world();
  runBatch(college.app.db(), testPorts('2025-11-20', 'Officer'), tx => {
    ids = insertEveryKind(tx);
  });
});
afterAll(() => college.close());

type Def = { readonly type: string; readonly innerType?: z.ZodType; readonly in?: z.ZodType };
type Shape = Readonly<Record<string, z.ZodType>>;

function isText(schema: z.ZodType): boolean {
  const def = schema._zod.def as unknown as Def;
  const inner = def.innerType ?? def.in;
  return def.type === 'string' || (inner !== undefined && isText(inner));
}

const shapeOf = (schema: z.ZodType | undefined): Shape =>
  (schema?._zod.def as { readonly shape?: Shape } | undefined)?.shape ?? {};

/** Every text field that an officer can change, by the contract. */
const places = (Object.keys(contract) as Channel[])
  .filter(channel => channel.endsWith('.update') && `${channel.slice(0, -7)}.get` in contract)
  .flatMap(channel => {
    const name = channel.slice(0, -'.update'.length);
    const entity = contract[`${name}.get` as Channel].reads[0] as EntityName;
    const texts = Object.entries(shapeOf(shapeOf(contract[channel].input)['patch'])).filter(([, schema]) =>
      isText(schema),
    );
    return texts.map(([field]) => ({ channel, name, entity, field }));
  });

/** Codes are kept in capitals without spaces, whatever they are. */
const codes = new Set(['specialty.code', 'qualification.code']);

type Row = Readonly<Record<string, unknown>>;
const recordOf = (entity: EntityName): Row =>
  readRecord(college.app.db(), entity, ids.get(entity) ?? '') as unknown as Row;

test('every text field of every kind of record keeps a hostile text letter for letter, or refuses it by name and stays as it was', async () => {
  const complaints: string[] = [];
  const kept = new Set<string>();
  for (const { channel, entity, field } of places)
    for (const text of hostile) {
      const before = recordOf(entity);
      const given = { id: before['id'], revision: before['revision'], patch: { [field]: text } };
      // oxlint-disable-next-line no-await-in-loop -- one field after the other
      let result = await college.app.call(channel, given);
      if (!result.ok && result.error.code === 'needsConfirmation') {
        const accepted = String(result.error.params['warnings']).split(',');
        // oxlint-disable-next-line no-await-in-loop -- see above
        result = await college.app.call(channel, { ...given, accepted });
      }
      const after = recordOf(entity);
      if (result.ok) {
        kept.add(`${entity}.${field}`);
        const wanted = codes.has(`${entity}.${field}`) ? text.replace(/[\s\u200f]+/gu, '').toUpperCase() : text;
        if (after[field] !== wanted)
          complaints.push(`${entity}.${field}: ${JSON.stringify(text)} became ${JSON.stringify(after[field])}`);
      } else {
        if (result.error.code === 'unexpected')
          complaints.push(`${entity}.${field}: unexpected for ${JSON.stringify(text)}`);
        if (JSON.stringify(after) !== JSON.stringify(before))
          complaints.push(`${entity}.${field}: refused, but changed`);
      }
    }
  console.log(
    `hostile text: ${places.length} fields of ${new Set(places.map(({ entity }) => entity)).size} kinds, ${kept.size} take it`,
  );
  expect([complaints, kept.size > 100, await isSpotless(college.app.db())]).toEqual([[], true, true]);
}, 14_400_000);

test('lists written into files hold what looks like a formula as text only', async () => {
  const formulas: string[] = [];
  let files = 0;
  for (const name of new Set(places.map(place => place.name))) {
    const own = places.filter(place => place.name === name);
    const columns = own.slice(0, 60).map(({ field }) => ({ key: field, title: field }));
    for (const format of ['csv', 'xlsx'] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one file after the other
      const result = await college.attempt('lists.export', { list: name, columns, format });
      if (!result.ok) continue;
      files += 1;
      const bytes = readFileSync(result.value.path);
      // oxlint-disable-next-line no-await-in-loop -- see above
      if (format === 'xlsx') formulas.push(...(await formulasIn(bytes)).map(formula => `${name}.xlsx ${formula}`));
      else
        formulas.push(
          ...bytes
            .toString('utf8')
            .split(/[;\r\n]/u)
            .filter(cell => /^"?[=@]/u.test(cell))
            .map(cell => `${name}.csv ${cell}`),
        );
    }
  }
  console.log(`hostile text: ${files} files`);
  expect([files > 10, formulas]).toEqual([true, []]);
}, 14_400_000);

async function formulasIn(workbook: Uint8Array): Promise<readonly string[]> {
  const zip = await JSZip.loadAsync(workbook);
  const sheets = zip.file(/^xl\/worksheets\/.*\.xml$/u);
  const found = await Promise.all(sheets.map(sheet => sheet.async('string')));
  return found.flatMap(xml => xml.match(/<f[ >][^<]*/gu) ?? []);
}

test('a letter says a hostile name as it is written, and neither runs nor fills it', async () => {
  for (const text of [...hostile.slice(0, 5), last]) {
    const firm = await college.call(
      'firms.create',
      aFirm({ nameRu: `ТОО ${text}`, nameKk: `${text} ЖШС`, accepted: ['firmNameTaken'] }),
    );
    const student = await college.call(
      'students.create',
      aStudent({ surname: text.slice(0, 60), accepted: ['studentNameTaken'] }),
    );
    const placement = await college.call('placements.create', aPlacement(student.id, firm.id));
    const { ids: letters } = await college.call('letters.issue', {
      kind: 'placement',
      language: 'ru',
      ids: [placement.id],
    });
    const hash = college.app.db().value<string>('SELECT file_hash FROM letter WHERE id = ?', letters[0]);
    const bytes =
      college.app.db().value<Uint8Array>('SELECT bytes FROM letter_file WHERE hash = ?', hash) ?? new Uint8Array();
    const said = textOfDocx(bytes);
    const page = JSON.stringify(docxToPrintable(bytes));
    expect([text, said.includes(text), /<(?:img src=x|script)/u.test(page)]).toEqual([text, true, false]);
  }
});
