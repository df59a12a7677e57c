import type { Input, Output } from '#shared/contract/index.ts';
import { type LetterKind, letterKindFacts } from '#shared/contract/letter-kinds.ts';
import { type letterFilter, letterRow } from '#shared/contract/letters.ts';
import type { z } from '#shared/contract/zod.ts';
import { searchTerms } from '#shared/domain/folding.ts';
import { AppError } from '#shared/result.ts';
import type { ReadDb } from '../../database/handles.ts';
import {
  amongIds,
  type Condition,
  condition,
  equals,
  type ListSpec,
  listIds,
  listPage,
  matchingIds,
  oneOf,
} from '../../database/list-query.ts';
import { firmSortKey, nameSql } from '../../database/localized-name.ts';
import { requireRecord } from '../../database/records.ts';

export { firmNameIn } from './letterhead.ts';
export { type LetterCase, type NameForms, nameInCase, readNameForms } from './name-cases.ts';
export { type PlacementFacts, practiceIn, readPlacementFacts } from './placement-facts.ts';

type Filter = z.output<typeof letterFilter>;

/** Every word must be found in the letter itself, its student or its firm. */
function searchLetters(query: string): Condition | null {
  const parts = searchTerms(query).flatMap(term => {
    const places = [
      ['l.id', matchingIds('letter', term)],
      ['l.student_id', matchingIds('student', term)],
      ['l.firm_id', matchingIds('firm', term)],
    ] as const;
    const known = places.flatMap(([column, ids]) => (ids === null ? [] : [{ column, ids }]));
    if (known.length === 0) return [];
    return [
      condition(
        `(${known.map(({ column, ids }) => `${column} IN (${ids.sql})`).join(' OR ')})`,
        ...known.flatMap(({ ids }) => ids.values),
      ),
    ];
  });
  if (parts.length === 0) return null;
  return condition(parts.map(part => part.sql).join(' AND '), ...parts.flatMap(part => part.values));
}

/** Letters that name a placement; its firm and student narrow the search before the lists of ids are read. */
function ofPlacement(id: string | undefined): readonly Condition[] {
  if (id === undefined) return [];
  return [
    condition(
      `l.id IN (SELECT o.id FROM placement p JOIN letter o ON o.firm_id = p.firm_id WHERE p.id = ? AND instr(o.placement_ids, '"' || p.id || '"') > 0
         UNION SELECT o.id FROM placement p JOIN letter o ON o.student_id = p.student_id WHERE p.id = ? AND instr(o.placement_ids, '"' || p.id || '"') > 0)`,
      id,
      id,
    ),
  ];
}

const studentNameSql = "s.surname || ifnull(' ' || s.given_name, '') || ifnull(' ' || s.patronymic, '')";

export const letterList = (_today: string, db: ReadDb): ListSpec<typeof letterRow, Filter> => ({
  entity: 'letter',
  row: letterRow,
  from: 'letter l',
  alias: 'l',
  joins: 'LEFT JOIN firm f ON f.id = l.firm_id LEFT JOIN student s ON s.id = l.student_id',
  columns: {
    firmName: nameSql('f'),
    studentName: studentNameSql,
    agreementNumber: '(SELECT number FROM agreement WHERE id = l.agreement_id)',
    requestNumber: '(SELECT number FROM request WHERE id = l.request_id)',
    placements: 'json_array_length(l.placement_ids)',
  },
  sorts: {
    number: { by: ['l.year', 'l.sequence', 'l.number'] },
    issuedOn: { by: ['l.issued_on'] },
    firmName: { by: [`f.${firmSortKey(db)}`, 'f.id'], from: 'letter l LEFT JOIN firm f ON f.id = l.firm_id' },
    studentName: { by: ['s.sort_key', 's.id'], from: 'letter l LEFT JOIN student s ON s.id = l.student_id' },
    kind: { by: ['l.kind', 'l.year', 'l.sequence'] },
    updatedAt: { by: ['l.updated_at'] },
  },
  defaultSort: { field: 'number', direction: 'desc' },
  search: searchLetters,
  filter: filter => [
    ...oneOf('l.kind', filter.kind),
    ...oneOf('l.language', filter.language),
    ...equals('l.firm_id', filter.firmId),
    ...equals('l.student_id', filter.studentId),
    ...equals('l.agreement_id', filter.agreementId),
    ...ofPlacement(filter.placementId),
    ...equals('l.request_id', filter.requestId),
    ...oneOf('l.year', filter.year),
    ...(filter.issuedFrom === undefined ? [] : [condition('l.issued_on >= ?', filter.issuedFrom)]),
    ...(filter.issuedTo === undefined ? [] : [condition('l.issued_on <= ?', filter.issuedTo)]),
    ...(filter.void === undefined ? [] : [condition('l.void = ?', filter.void ? 1 : 0)]),
    ...(filter.numbered === undefined ? [] : [condition(`l.sequence IS ${filter.numbered ? 'NOT ' : ''}NULL`)]),
    ...amongIds('l.id', filter.ids),
  ],
});

/** The register of outgoing letters, one window. */
export function listLetters(db: ReadDb, input: Input<'letters.list'>, today: string): Output<'letters.list'> {
  return listPage(db, letterList(today, db), input, today);
}

export function letterIds(db: ReadDb, input: Input<'letters.ids'>, today: string): string[] {
  return listIds(db, letterList(today, db), input, today);
}

/** A letter with the names behind its references. Errors: notFound. */
export function getLetter(db: ReadDb, { id }: Input<'letters.get'>): Output<'letters.get'> {
  const { fields: _printed, ...letter } = requireRecord(db, 'letter', id);
  const more = db.get<{
    firmName: string | null;
    studentName: string | null;
    agreementNumber: string | null;
    requestNumber: string | null;
    fileSize: number | null;
  }>(
    `SELECT ${nameSql('f')} AS firmName, ${studentNameSql} AS studentName,
       (SELECT number FROM agreement WHERE id = l.agreement_id) AS agreementNumber, (SELECT number FROM request WHERE id = l.request_id) AS requestNumber,
       (SELECT length(bytes) FROM letter_file WHERE hash = l.file_hash) AS fileSize
       FROM letter l LEFT JOIN firm f ON f.id = l.firm_id LEFT JOIN student s ON s.id = l.student_id WHERE l.id = ?`,
    id,
  );
  if (more === undefined) throw new Error('letter vanished while being read');
  const placements = db.all<{ id: string; title: string; detail: string }>(
    `SELECT p.id, ${studentNameSql} AS title, ifnull(g.code || ' · ', '') || ${nameSql('f')} AS detail FROM json_each(?) wanted
       CROSS JOIN placement p ON p.id = wanted.value JOIN student s ON s.id = p.student_id JOIN firm f ON f.id = p.firm_id
       LEFT JOIN student_group g ON g.id = s.group_id ORDER BY wanted.key`,
    JSON.stringify(letter.placementIds),
  );
  return { ...letter, ...more, fileSize: more.fileSize ?? 0, placements };
}

/** The kept bytes of an issued letter: what was printed then is printed again. Errors: notFound. */
export function storedFile(db: ReadDb, hash: string): Uint8Array {
  const bytes = db.value<Uint8Array>('SELECT bytes FROM letter_file WHERE hash = ?', hash);
  if (bytes === undefined) throw new AppError('notFound', { entity: 'letter' });
  return bytes;
}

/** How many of the records have a paper of this kind that stands. */
export function countPrinted(
  db: ReadDb,
  { kind, ids }: { readonly kind: LetterKind; readonly ids: readonly string[] },
): number {
  const wanted = JSON.stringify(ids);
  const { subject } = letterKindFacts(kind);
  if (subject === 'placement')
    return (
      db.value<number>(
        `SELECT count(DISTINCT e.value) FROM letter l, json_each(l.placement_ids) e
          WHERE l.kind = ? AND l.void = 0 AND e.value IN (SELECT value FROM json_each(?))
            AND (l.firm_id IS NULL OR l.firm_id IN (SELECT firm_id FROM placement WHERE id IN (SELECT value FROM json_each(?))))`,
        kind,
        wanted,
        wanted,
      ) ?? 0
    );
  if (subject !== 'request' && subject !== 'agreement' && subject !== 'firm') return 0;
  return (
    db.value<number>(
      `SELECT count(DISTINCT l.${subject}_id) FROM letter l
        WHERE l.kind = ? AND l.void = 0 AND l.${subject}_id IN (SELECT value FROM json_each(?))`,
      kind,
      wanted,
    ) ?? 0
  );
}
