import type { z } from '#shared/contract/zod.ts';
import { readablePhone } from '#shared/domain/phone-text.ts';
import type { Translator } from '#shared/text/index.ts';
import type { ReadDb } from '../../database/handles.ts';
import { entryNameSql } from '../../database/localized-name.ts';
import type { TableCell, TableColumn } from '../../documents/write-table.ts';

/** What turning a row into cells needs besides the row. */
export type Names = {
  readonly t: Translator;
  readonly agreementTypes: ReadonlyMap<string, string>;
  readonly practiceTypes: ReadonlyMap<string, string>;
  readonly engagementKinds: ReadonlyMap<string, string>;
};

export function readNames(db: ReadDb, t: Translator): Names {
  const entries = (table: string): ReadonlyMap<string, string> =>
    new Map(
      db
        .all<{ id: string; name: string }>(`SELECT e.id, ${entryNameSql('e')} AS name FROM ${table} e`)
        .map(entry => [entry.id, entry.name]),
    );
  return {
    t,
    agreementTypes: entries('agreement_type'),
    practiceTypes: entries('practice_type'),
    engagementKinds: entries('engagement_kind'),
  };
}

/** Columns whose values are words under `states`, by list. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  firms: { status: 'firm', sizeClass: 'sizeClass', depth: 'depth' },
  contacts: { roles: 'role' },
  agreements: { state: 'agreement' },
  students: { status: 'student', language: 'language', funding: 'funding' },
  groups: { language: 'language', active: 'yesNo' },
  placements: { state: 'placement', hired: 'yesNo' },
  visits: { state: 'visit', purpose: 'visitPurpose' },
  evaluations: { side: 'evaluationSide' },
  requests: { state: 'request', priority: 'priority' },
  letters: { kind: 'letterKind', language: 'letterLanguage' },
  councilMembers: { role: 'memberRole', current: 'mandate' },
  promises: { state: 'promise', side: 'promiseSide' },
  challenges: { status: 'challenge', level: 'challengeLevel' },
};

/** A column that is more than one field of the row: which ones, and what the screen makes of their values. */
type Special = {
  readonly fields: readonly string[];
  readonly cell: (values: readonly unknown[], names: Names) => TableCell;
};

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
const inLanguage = (russian: string, kazakh: string): Special => ({
  fields: [russian, kazakh],
  cell: ([inRussian, inKazakh], { t }) => (t.language === 'kk' ? text(inKazakh) : '') || text(inRussian),
});
const named = (field: string, kind: Exclude<keyof Names, 't'>): Special => ({
  fields: [field],
  cell: ([id], names) => names[kind].get(text(id)) ?? '',
});

/** By list and column. */
const special: Readonly<Record<string, Readonly<Record<string, Special>>>> = {
  firms: { nameRu: inLanguage('nameRu', 'nameKk') },
  agreements: { typeCode: named('typeId', 'agreementTypes') },
  placements: { practiceCode: named('practiceTypeId', 'practiceTypes') },
  requests: { module: { fields: ['module', 'proposedText'], cell: ([module, proposed]) => text(module ?? proposed) } },
  letters: {
    void: {
      fields: ['void'],
      cell: ([isVoid], { t }) => t.dynamic(`states.letter.${isVoid === true ? 'void' : 'inForce'}`),
    },
    requestNumber: { fields: ['requestNumber'], cell: ([number]) => (number === null ? '' : `№ ${text(number)}`) },
  },
  councilMembers: {
    attended: {
      fields: ['attended', 'meetings'],
      cell: ([attended, meetings]) => `${text(attended)} / ${text(meetings)}`,
    },
  },
  engagements: {
    kindId: named('kindId', 'engagementKinds'),
    quantity: {
      fields: ['quantity', 'unit'],
      cell: ([quantity, unit], { t }) =>
        quantity === null ? '' : `${text(quantity)} ${t.dynamic(`states.engagementUnit.${text(unit)}`)}`,
    },
  },
  meetings: { councilNameRu: inLanguage('councilNameRu', 'councilNameKk') },
};

/** Looks through nullable and optional. */
function isWhole(schema: z.ZodType): boolean {
  const definition = schema.def as { readonly type: string; readonly innerType?: z.ZodType };
  if (definition.type === 'nullable' || definition.type === 'optional')
    return definition.innerType !== undefined && isWhole(definition.innerType);
  return definition.type === 'number' || definition.type === 'int';
}

/** What a column holds, by the schema of the rows; days are named «…On», sums in tiyn «…Minor». */
export function columnType(list: string, key: string, schema: z.ZodType | undefined): TableColumn['type'] {
  if (special[list]?.[key] !== undefined || words[list]?.[key] !== undefined || schema === undefined) return 'text';
  if (key.endsWith('On')) return 'date';
  if (key.endsWith('Minor')) return 'money';
  if (key === 'overall') return 'decimal';
  return isWhole(schema) ? 'integer' : 'text';
}

/** Turns what is read of a row into the cells of a table. */
export type CellReader = {
  /** The fields of the row it needs, in the order it takes their values. */
  readonly fields: readonly string[];
  readonly cells: (values: readonly unknown[]) => TableCell[];
};

/** Columns of a list as the screen shows them, but for numbers and days, which stay what they are. */
export function cellReader(list: string, columns: readonly string[], names: Names): CellReader {
  const fields: string[] = [];
  const readers = columns.map((key): ((values: readonly unknown[]) => TableCell) => {
    const own = special[list]?.[key];
    const first = fields.length;
    fields.push(...(own?.fields ?? [key]));
    const end = fields.length;
    if (own !== undefined) return values => own.cell(values.slice(first, end), names);
    const cell = plainCell(key, words[list]?.[key], names);
    return values => cell(values[first]);
  });
  return { fields, cells: values => readers.map(read => read(values)) };
}

function plainCell(key: string, kind: string | undefined, { t }: Names): (value: unknown) => TableCell {
  const known = new Map<unknown, string>();
  const word = (one: unknown): string => {
    const found =
      known.get(one) ??
      t.dynamic(`states.${kind ?? 'yesNo'}.${typeof one === 'boolean' ? (one ? 'yes' : 'no') : text(one)}`);
    known.set(one, found);
    return found;
  };
  return value => {
    if (value === null || value === undefined) return null;
    if (typeof value === 'boolean') return word(value);
    if (Array.isArray(value)) return value.map(one => (kind === undefined ? text(one) : word(one))).join(', ');
    if (typeof value === 'object') return null;
    if (kind !== undefined) return word(value);
    if (typeof value === 'number') return key.endsWith('Minor') ? value / 100 : value;
    return key === 'phone' ? readablePhone(text(value)) : text(value);
  };
}
