import { readFileBytes } from '#main/features/importing/read-file.ts';
import { firmNameKey } from '#shared/domain/folding.ts';
import { parseSheet } from '#shared/domain/importing/parse-rows.ts';
import { planImport } from '#shared/domain/importing/plan.ts';
import { type ImportPlan, nothingStored } from '#shared/domain/importing/plan-types.ts';
import { recogniseBook } from '#shared/domain/importing/recognise.ts';
import { splitTables } from '#shared/domain/importing/split-tables.ts';
import { type Kind, type Known, kinds, type StrangeBook } from './strange-book.ts';

/** A file understood and planned for an empty college. */
export async function planOf(bytes: Uint8Array, fileName = 'книга.xlsx') {
  const book = splitTables(await readFileBytes(bytes, fileName));
  const sheets = recogniseBook(book);
  const parsed = sheets.flatMap(sheet => parseSheet(sheet) ?? []);
  const decisions = { createFirms: true, createStudents: true };
  return { book, sheets, parsed, plan: planImport(parsed, nothingStored, { decisions }) };
}

/** The records it makes, with the names of what they refer to instead of ids. */
function recordsOf({ operations }: ImportPlan): Readonly<Record<Kind, readonly Known[]>> {
  const titles = new Map(operations.map(({ entity, id, values }) => [id, titleOf(entity, values)]));
  const described = operations.map(({ entity, id, values }) => {
    const names = Object.entries(values)
      .filter(([field]) => field.endsWith('Id') && field !== 'externalId')
      .map(([field, value]) => [field.slice(0, -2), titles.get(String(value)) ?? value ?? null] as const);
    return { entity, record: { ...values, ...Object.fromEntries(names), name: titles.get(id) } };
  });
  const of = (kind: Kind) => described.filter(({ entity }) => entity === kind).map(({ record }) => record);
  return {
    firm: of('firm'),
    contact: of('contact'),
    agreement: of('agreement'),
    student: of('student'),
    placement: of('placement'),
    request: of('request'),
  };
}

function titleOf(entity: string, values: Known): unknown {
  if (entity === 'firm') return firmNameKey(String(values['nameRu']));
  if (entity === 'student')
    return [values['surname'], values['givenName'], values['patronymic']].filter(part => Boolean(part)).join(' ');
  return values['code'] ?? values['name'] ?? values['number'];
}

/** What names a record of each kind in the books. */
const key: Readonly<Record<Kind, string>> = {
  firm: 'name',
  contact: 'name',
  agreement: 'number',
  student: 'name',
  placement: 'student',
  request: 'proposedText',
};

/** Kinds that other rows bring along, so that a book need not list them. */
const broughtAlong: Readonly<Record<Kind, readonly Kind[]>> = {
  firm: ['agreement', 'placement', 'request', 'contact'],
  contact: ['firm', 'agreement', 'placement'],
  student: ['placement'],
  agreement: [],
  placement: [],
  request: [],
};

/** What was missed, read wrongly or made up, in words; empty when everything is as it really is. */
export function faultsOf(book: StrangeBook, plan: ImportPlan): readonly string[] {
  const found = recordsOf(plan);
  return kinds.flatMap(kind => {
    const rest = [...found[kind]];
    const wanted = book.expected[kind];
    if (wanted === undefined) {
      const allowed = broughtAlong[kind].some(other => book.expected[other] !== undefined);
      return allowed ? [] : rest.map(record => `made up: ${kind} ${String(record[key[kind]])}`);
    }
    const faults = wanted.flatMap(known => {
      const agreeing = (record: Known) =>
        Object.keys(known).filter(field => (record[field] ?? null) === known[field]).length;
      const [best] = rest
        .filter(record => record[key[kind]] === known[key[kind]])
        .toSorted((left, right) => agreeing(right) - agreeing(left));
      if (best === undefined) return [`missed: ${kind} ${JSON.stringify(known)}`];
      rest.splice(rest.indexOf(best), 1);
      return Object.keys(known)
        .filter(field => (best[field] ?? null) !== known[field])
        .map(
          field =>
            `${kind} ${String(known[key[kind]])}: ${field} is ${String(best[field])}, not ${String(known[field])}`,
        );
    });
    return [...faults, ...rest.map(record => `made up: ${kind} ${String(record[key[kind]])}`)];
  });
}
