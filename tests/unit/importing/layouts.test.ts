import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFileBytes } from '#main/features/importing/read-file.ts';
import { firmNameKey } from '#shared/domain/folding.ts';
import type { Draft } from '#shared/domain/importing/drafts.ts';
import { parseSheet } from '#shared/domain/importing/parse-rows.ts';
import { countInserts, planImport } from '#shared/domain/importing/plan.ts';
import { nothingStored } from '#shared/domain/importing/plan-types.ts';
import { recogniseBook } from '#shared/domain/importing/recognise.ts';
import { makeCollege, renderWorkbook, type Tongue } from './made-workbook.ts';

async function importedFrom(bytes: Uint8Array) {
  const sheets = recogniseBook(await readFileBytes(bytes, 'книга.xlsx'));
  const parsed = sheets.flatMap(sheet => parseSheet(sheet) ?? []);
  const plan = planImport(parsed, nothingStored);
  const drafts = parsed.flatMap(sheet => sheet.rows.flatMap(row => row.draft ?? []));
  return { sheets, plan, drafts: drafts.map(essence).toSorted() };
}

/** What a draft says, in a form that does not depend on spelling. */
function essence(draft: Draft): string {
  switch (draft.entity) {
    case 'firm':
      return [
        'firm',
        firmNameKey(draft.nameRu),
        draft.bin,
        draft.sector,
        draft.city,
        draft.address,
        draft.phone,
        draft.email,
        draft.people.map(person => person.name),
      ].join('|');
    case 'agreement':
      return [
        'agreement',
        draft.number,
        draft.type.code,
        firmNameKey(draft.firm.name ?? ''),
        draft.signedOn,
        draft.endsOn,
        draft.openEnded,
        draft.places,
      ].join('|');
    case 'student':
      return [
        'student',
        draft.iin,
        draft.surname,
        draft.givenName,
        draft.groupCode,
        draft.course,
        draft.specialty.code,
        draft.qualification.code,
        draft.phone,
        draft.language,
        draft.funding,
      ].join('|');
    case 'placement':
      return [
        'placement',
        draft.student.iin,
        firmNameKey(draft.firm.name ?? ''),
        draft.practiceType.code,
        draft.startsOn,
        draft.endsOn,
        draft.hoursPlanned,
        draft.mentor?.name,
      ].join('|');
    case 'request':
      return [
        'request',
        draft.number,
        draft.receivedOn,
        firmNameKey(draft.firm.name ?? ''),
        draft.specialty.code,
        draft.module,
        draft.proposedText,
        draft.hoursBefore,
        draft.hoursAfter,
        draft.state,
      ].join('|');
    case 'contact':
      return ['contact', draft.name].join('|');
  }
}

test('a workbook in any words, order, language and arrangement gives the same records', async () => {
  const seed = Number(process.env['IMPORT_SEED'] ?? 20_251_120);
  const runs = Number(process.env['IMPORT_RUNS'] ?? 25);
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.constantFrom<Tongue>('ru', 'kk', 'en'),
      async (layoutSeed, tongue) => {
        const college = makeCollege(layoutSeed % 7);
        const expected = await importedFrom(await renderWorkbook(college, { seed: 1, tongue: 'ru', plain: true }));
        const shuffled = await importedFrom(await renderWorkbook(college, { seed: layoutSeed, tongue }));
        expect(shuffled.drafts).toEqual(expected.drafts);
        expect({ ...countInserts(shuffled.plan), contact: 0 }).toEqual({
          firm: college.firms.length,
          contact: 0,
          agreement: college.agreements.length,
          student: college.students.length,
          placement: college.placements.length,
          request: college.requests.length,
        });
        expect(shuffled.plan.counts.reject).toBe(0);
      },
    ),
    { seed, numRuns: runs, verbose: true },
  );
}, 14_400_000);
