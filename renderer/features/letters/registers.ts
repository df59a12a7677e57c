import { callProcedure } from '#renderer/api/client.ts';
import type { ListSort } from '#renderer/state/lists.ts';
import { showProblem } from '#renderer/state/notices.ts';
import { type LetterKind, letterKindFacts } from '#shared/contract/letter-kinds.ts';
import type { Period } from '#shared/domain/dates.ts';
import type { Result } from '#shared/result.ts';
import type { Subjects } from './subjects.ts';

/** A register that is printed from a list. */
export type Register = {
  readonly kind: LetterKind;
  readonly list: 'agreements' | 'placements' | 'contacts' | 'visits' | 'requests' | 'letters';
  /** The order of its lines unless the officer has chosen another for the list. */
  readonly sort: ListSort;
  /** The records it shows for a period, as a filter of the list. */
  readonly during: (period: Period) => Readonly<Record<string, unknown>>;
};

const ascending = (field: string): ListSort => ({ field, direction: 'asc' });

/** Students who are at a firm on some day of the period. */
const placedDuring: Register['during'] = ({ start, end }) => ({ activeFrom: start, activeTo: end, counted: true });

/** Every register, in the order in which an inspector asks for them. */
export const registers: readonly Register[] = [
  {
    kind: 'agreementRegister',
    list: 'agreements',
    sort: ascending('signedOn'),
    during: ({ start, end }) => ({ inForceFrom: start, inForceTo: end }),
  },
  {
    kind: 'placementRegister',
    list: 'placements',
    sort: ascending('studentName'),
    during: placedDuring,
  },
  { kind: 'mentorRegister', list: 'contacts', sort: ascending('name'), during: () => ({ role: 'mentor' }) },
  {
    kind: 'briefingRegister',
    list: 'placements',
    sort: ascending('studentName'),
    during: placedDuring,
  },
  {
    kind: 'visitRegister',
    list: 'visits',
    sort: ascending('onDay'),
    during: ({ start, end }) => ({ visitedFrom: start, visitedTo: end }),
  },
  {
    kind: 'requestRegister',
    list: 'requests',
    sort: ascending('receivedOn'),
    during: ({ start, end }) => ({ receivedFrom: start, receivedTo: end }),
  },
  {
    kind: 'letterRegister',
    list: 'letters',
    sort: ascending('number'),
    during: ({ start, end }) => ({ issuedFrom: start, issuedTo: end, numbered: true }),
  },
];

/** What a list was asked for. */
export type Asked = {
  readonly search?: string;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly sort?: ListSort | undefined;
  readonly group?: string | undefined;
};

/** The records of a register in the order of its lines. */
export const linesOf = ({ list, sort }: Register, asked: Asked): Promise<Result<readonly string[]>> =>
  callProcedure(`${list}.ids`, {
    search: asked.search ?? '',
    filter: asked.filter,
    sort: asked.sort ?? sort,
    ...(asked.group === undefined ? {} : { group: asked.group }),
  }) as Promise<Result<readonly string[]>>;

/** The chosen records as lines of a register, in the order chosen for their list or else in the register's own; null when they could not be read. */
export async function chosenLines(kind: LetterKind, ids: readonly string[], sort?: ListSort): Promise<Subjects | null> {
  const register = registers.find(one => one.kind === kind);
  if (register === undefined) return null;
  const found = await linesOf(register, { filter: { ids }, sort });
  if (found.ok) return { [letterKindFacts(kind).subject]: found.value };
  showProblem(found.error);
  return null;
}
