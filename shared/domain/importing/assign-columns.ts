import { type ColumnProfile, contentFit, contentProof, contentProofAlone } from './content.ts';
import { fieldsOf, type ImportEntity } from './fields.ts';
import type { HeadingMatcher } from './match-headings.ts';
import type { RepeatedColumns } from './repeated-columns.ts';

/** Column position → field, or null for a column that is left out. */
export type Fixed = Readonly<Record<number, string | null>>;

type Assignment = { readonly field: string; readonly score: number };
export type Candidate = {
  readonly entity: ImportEntity;
  readonly assigned: ReadonlyMap<number, Assignment>;
  readonly score: number;
  /** The name of the sheet or its title speaks for the entity. */
  readonly hinted: boolean;
};

const penaltyOfUnknownColumn = 0.35;
const worthOfTitle = 1.2;
/** Less than this gives a column only by its values. */
const scoreOfHeading = 0.55;
/** A running number taken for the number of a register says nothing about what the register is of. */
const scoreOfRunningNumber = 0.44;

/** Gives each column the field it answers for best, every field once. */
export function assignColumns(
  entity: ImportEntity,
  headings: readonly string[],
  profiles: readonly ColumnProfile[],
  matcher: HeadingMatcher,
  hint: number,
  fixed: Fixed,
): Candidate {
  const fields = fieldsOf(entity);
  const headless = headings.every(heading => heading === '');
  const options: { column: number; field: string; score: number }[] = [];
  const assigned = new Map<number, Assignment>();
  const taken = new Set<string>();
  headings.forEach((heading, column) => {
    const wanted = fixed[column];
    if (wanted !== undefined) {
      if (wanted !== null && fields[wanted] !== undefined && !taken.has(wanted)) {
        assigned.set(column, { field: wanted, score: 1 });
        taken.add(wanted);
      }
      return;
    }
    const profile = profiles[column];
    if (profile === undefined) return;
    const scores = heading === '' ? undefined : matcher(entity, heading);
    for (const [field, spec] of Object.entries(fields)) {
      const named = scores?.get(field) ?? 0;
      const fit = contentFit(spec.kind, profile);
      const score =
        named > 0 ? named + fit * (fit > 0 ? 0.12 : 0.45) : provenScore(field, spec.kind, profile, entity, headless);
      if (score >= 0.35) options.push({ column, field, score });
    }
  });
  options.sort(
    (left, right) =>
      right.score - left.score ||
      (fields[right.field]?.weight ?? 0) - (fields[left.field]?.weight ?? 0) ||
      left.column - right.column,
  );
  for (const option of options) {
    if (assigned.has(option.column) || taken.has(option.field)) continue;
    assigned.set(option.column, { field: option.field, score: option.score });
    taken.add(option.field);
  }
  promoteRunningNumber(entity, assigned, taken);
  preferGivenName(entity, headings, assigned, taken, matcher);
  giveNumberToContact(assigned, taken);
  let score = hint * worthOfTitle;
  for (const { field, score: found } of assigned.values()) score += (fields[field]?.weight ?? 0) * Math.min(1, found);
  headings.forEach((heading, column) => {
    const filled = profiles[column]?.filled ?? 0;
    if (!assigned.has(column) && heading !== '' && filled > 0) score -= penaltyOfUnknownColumn;
  });
  return { entity, assigned, score, hinted: hint > 0 };
}

/** Leaves out the columns that repeat others; the first of the columns of firms is one, however few firms stand in it. */
export const leavingOut = (fixed: Fixed, { columns, lead }: RepeatedColumns): Fixed => ({
  ...Object.fromEntries([...columns.keys()].map(column => [column, null])),
  ...(lead === null ? {} : { [lead]: 'firmName' }),
  ...fixed,
});

/** Fields of which a record can have more than one column can say. */
const fieldsOfSeveral = new Set(['phone', 'email', 'notes']);

/** Columns headed like one that holds such a field: a second «Телефон» says more of the same. */
export function furtherColumns({ assigned }: Candidate, headings: readonly string[]): ReadonlyMap<number, number> {
  const further = new Map<number, number>();
  for (const [column, { field }] of assigned) {
    if (!fieldsOfSeveral.has(field)) continue;
    headings.forEach((heading, other) => {
      if (heading !== '' && heading === headings[column] && !assigned.has(other)) further.set(other, column);
    });
  }
  return further;
}

/** Values alone may name a column; whose BIN or IIN it is, the kind of number decides. */
function provenScore(
  field: string,
  kind: Parameters<typeof contentFit>[0],
  profile: ColumnProfile,
  entity: ImportEntity,
  headless: boolean,
): number {
  const proof = headless ? contentProofAlone(field, kind, profile) : contentProof(kind, profile);
  if (proof === 0 || kind !== 'identifier') return proof;
  const isFirms = field === 'bin' || field === 'firmBin';
  const mostlyBin = profile.shares.bin > 0.3;
  if (field === 'studentIin' && entity === 'agreement') return 0;
  return isFirms === mostlyBin ? proof : 0;
}

/** Beside a column of surnames «Имя» is the given name, not the whole one. */
function preferGivenName(
  entity: ImportEntity,
  headings: readonly string[],
  assigned: Map<number, Assignment>,
  taken: ReadonlySet<string>,
  matcher: HeadingMatcher,
): void {
  if (!taken.has('surname') || taken.has('givenName')) return;
  for (const [column, { field, score }] of assigned) {
    if (field !== 'name' && field !== 'fullName') continue;
    const given = matcher(entity, headings[column] ?? '').get('givenName') ?? 0;
    if (given >= 0.9) assigned.set(column, { field: 'givenName', score });
  }
}

/** A number that no heading gives to the head of a firm without one belongs to the contact before it. */
function giveNumberToContact(assigned: Map<number, Assignment>, taken: ReadonlySet<string>): void {
  if (taken.has('headName') || taken.has('contactPhone')) return;
  const contact = [...assigned].find(([, { field }]) => field === 'contactName')?.[0];
  for (const [column, { field, score }] of assigned) {
    if (field === 'headPhone' && score < scoreOfHeading && contact !== undefined && column > contact)
      assigned.set(column, { field: 'contactPhone', score });
  }
}

/** A register whose only number is «№» is numbered by it. */
function promoteRunningNumber(
  entity: ImportEntity,
  assigned: Map<number, Assignment>,
  taken: ReadonlySet<string>,
): void {
  if (entity !== 'request' && entity !== 'agreement') return;
  if (taken.has('number') || taken.has('numberAndDate')) return;
  for (const [column, { field, score }] of assigned) {
    if (field === 'rowNumber') assigned.set(column, { field: 'number', score: Math.min(score, scoreOfRunningNumber) });
  }
}

/** How sure the columns of a candidate are on the average. */
export function averageScore({ assigned }: Candidate): number {
  const scores = [...assigned.values()]
    .filter(({ field }) => field !== 'rowNumber')
    .map(({ score }) => Math.min(1, score));
  return scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
