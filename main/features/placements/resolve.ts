import type { Input, Output } from '#shared/contract/index.ts';
import { codeKey, firmNameKey, fold } from '#shared/domain/folding.ts';
import { checkIdentifier } from '#shared/domain/identifiers.ts';
import type { ReadDb } from '../../database/handles.ts';
import { nameSql } from '../../database/localized-name.ts';

type Found = Output<'placements.resolve'>[number]['firm'];
type Row = { readonly id: string; readonly title: string };

const nothing: Found = { kind: 'none', id: null, title: '' };

function oneOf(rows: readonly Row[]): Found {
  const [only] = rows;
  if (only === undefined) return { kind: 'unknown', id: null, title: '' };
  return rows.length > 1 ? { kind: 'several', id: null, title: '' } : { kind: 'found', id: only.id, title: only.title };
}

/** A firm by its БИН/ИИН, or by its full, Kazakh or short name without legal form, quotes and case. */
function findFirm(db: ReadDb, text: string, names: ReadonlyMap<string, readonly Row[]>): Found {
  const typed = text.trim();
  if (typed === '') return nothing;
  const identifier = checkIdentifier(typed);
  if (identifier.kind !== 'empty' && /^[\d\s-]+$/u.test(typed)) {
    const bin = 'value' in identifier ? identifier.value : typed;
    return oneOf(db.all<Row>(`SELECT id, ${nameSql('firm')} AS title FROM firm WHERE bin = ?`, bin));
  }
  return oneOf(names.get(firmNameKey(typed)) ?? []);
}

/** Every name a firm is known by, folded. */
function firmNames(db: ReadDb): ReadonlyMap<string, readonly Row[]> {
  const names = new Map<string, Row[]>();
  const firms = db.all<Row & { nameKey: string; nameKk: string | null; shortName: string | null }>(
    `SELECT id, ${nameSql('firm')} AS title, name_key AS nameKey, name_kk AS nameKk, short_name AS shortName FROM firm`,
  );
  for (const { id, title, nameKey, nameKk, shortName } of firms) {
    const keys = new Set([nameKey, firmNameKey(nameKk ?? ''), firmNameKey(shortName ?? '')]);
    keys.delete('');
    for (const key of keys) names.set(key, [...(names.get(key) ?? []), { id, title }]);
  }
  return names;
}

/** A record of one firm by its folded name; a part of the name is enough when nothing else fits. */
function findWithin(rows: readonly Row[], text: string, keyOf: (text: string) => string): Found {
  const key = keyOf(text.trim());
  if (key === '') return nothing;
  const whole = rows.filter(row => keyOf(row.title) === key);
  return oneOf(whole.length > 0 ? whole : rows.filter(row => keyOf(row.title).includes(key)));
}

type Table = 'site' | 'contact' | 'agreement';

/** What typed or pasted names mean, row by row. */
export function resolvePlaces(db: ReadDb, input: Input<'placements.resolve'>): Output<'placements.resolve'> {
  const names = firmNames(db);
  const known = new Map<string, Row[]>();
  const within = (table: Table, firmId: string): Row[] => {
    const key = `${table} ${firmId}`;
    const rows =
      known.get(key) ??
      db.all<Row>(
        `SELECT id, ${table === 'agreement' ? 'number' : 'name'} AS title FROM ${table} WHERE firm_id = ?`,
        firmId,
      );
    known.set(key, rows);
    return rows;
  };
  return input.rows.map(row => {
    const firm = findFirm(db, row.firm, names);
    const inside = (table: Table, text: string): Found => {
      if (firm.id !== null) return findWithin(within(table, firm.id), text, table === 'agreement' ? codeKey : fold);
      return text.trim() === '' ? nothing : { kind: 'unknown', id: null, title: '' };
    };
    return {
      firm,
      site: inside('site', row.site),
      mentor: inside('contact', row.mentor),
      agreement: inside('agreement', row.agreement ?? ''),
    };
  });
}
