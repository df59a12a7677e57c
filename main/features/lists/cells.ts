import type { z } from '#shared/contract/zod.ts';
import { readablePhone } from '#shared/domain/phone-text.ts';
import type { Translator } from '#shared/text/index.ts';
import type { ReadDb } from '../../database/handles.ts';
import { entryNameSql } from '../../database/localized-name.ts';
import type { TableCell, TableColumn } from '../../documents/write-table.ts';

export type Row = Readonly<Record<string, unknown>>;

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

type Special = (row: Row, names: Names) => TableCell;

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
const inLanguage =
  (russian: string, kazakh: string): Special =>
  (row, { t }) =>
    (t.language === 'kk' ? text(row[kazakh]) : '') || text(row[russian]);

/** Columns that are more than one field of the row, as the screen shows them. */
const special: Readonly<Record<string, Readonly<Record<string, Special>>>> = {
  firms: { nameRu: inLanguage('nameRu', 'nameKk') },
  agreements: { typeCode: (row, names) => names.agreementTypes.get(text(row['typeId'])) ?? '' },
  placements: { practiceCode: (row, names) => names.practiceTypes.get(text(row['practiceTypeId'])) ?? '' },
  requests: { module: row => text(row['module'] ?? row['proposedText']) },
  letters: {
    void: (row, { t }) => t.dynamic(`states.letter.${row['void'] === true ? 'void' : 'inForce'}`),
    requestNumber: row => (row['requestNumber'] === null ? '' : `№ ${text(row['requestNumber'])}`),
  },
  councilMembers: { attended: row => `${text(row['attended'])} / ${text(row['meetings'])}` },
  engagements: {
    kindId: (row, names) => names.engagementKinds.get(text(row['kindId'])) ?? '',
    quantity: (row, { t }) =>
      row['quantity'] === null
        ? ''
        : `${text(row['quantity'])} ${t.dynamic(`states.engagementUnit.${text(row['unit'])}`)}`,
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

/** The value of a column: what the screen shows, but for numbers and days, which stay what they are. */
export function cellOf(list: string, key: string, row: Row, names: Names): TableCell {
  const own = special[list]?.[key];
  if (own !== undefined) return own(row, names);
  const value = row[key];
  if (value === null || value === undefined) return null;
  const kind = words[list]?.[key];
  const word = (one: unknown): string =>
    names.t.dynamic(`states.${kind ?? 'yesNo'}.${typeof one === 'boolean' ? (one ? 'yes' : 'no') : text(one)}`);
  if (typeof value === 'boolean') return word(value);
  if (Array.isArray(value)) return value.map(one => (kind === undefined ? text(one) : word(one))).join(', ');
  if (typeof value === 'object') return null;
  if (kind !== undefined) return word(value);
  if (typeof value === 'number') return key.endsWith('Minor') ? value / 100 : value;
  return key === 'phone' ? readablePhone(text(value)) : text(value);
}
