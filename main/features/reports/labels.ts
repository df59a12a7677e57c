import type { Language } from '#shared/contract/primitives.ts';
import type { Translator } from '#shared/text/index.ts';
import type { ReadDb } from '../../database/handles.ts';

/** Names of keys, in the order in which a table shows them. */
export type Labels = {
  readonly of: (key: string) => string;
  /** Position of a key; keys without one come after, by name. */
  readonly order: (key: string) => number;
};

type Named = { readonly id: string; readonly name: string };

function ordered(entries: readonly (readonly [key: string, label: string])[]): Labels {
  const labels = new Map(entries);
  const places = new Map(entries.map(([key], place) => [key, place]));
  return { of: key => labels.get(key) ?? key, order: key => places.get(key) ?? Number.MAX_SAFE_INTEGER };
}

const nameColumn = (language: Language): string => {
  switch (language) {
    case 'kk':
      return 'coalesce(name_kk, name_ru)';
    case 'ru':
      return 'name_ru';
    case 'en':
      return 'coalesce(name_en, name_ru)';
  }
};

/** Names of an editable dictionary in its own order. */
export function dictionaryLabels(
  db: ReadDb,
  table: 'agreement_type' | 'practice_type' | 'engagement_kind',
  language: Language,
): Labels {
  const rows = db.all<Named>(`SELECT id, ${nameColumn(language)} AS name FROM ${table} ORDER BY position, code`);
  return ordered(rows.map(row => [row.id, row.name]));
}

/** Specialties by code: «07150100 Технология машиностроения». */
export function specialtyLabels(db: ReadDb, language: Language): Labels {
  const name = language === 'kk' ? 'coalesce(name_kk, name_ru)' : 'name_ru';
  const rows = db.all<Named>(`SELECT id, code || ' ' || ${name} AS name FROM specialty ORDER BY code`);
  return ordered(rows.map(row => [row.id, row.name]));
}

/** Firms in alphabetical order. */
export function firmLabels(db: ReadDb, language: Language): Labels {
  const name = language === 'kk' ? 'coalesce(name_kk, name_ru)' : 'name_ru';
  const rows = db.all<Named>(`SELECT id, ${name} AS name FROM firm ORDER BY sort_key, id`);
  return ordered(rows.map(row => [row.id, row.name]));
}

/** Words of a fixed choice, in the order of the choice. */
export const choiceLabels = (t: Translator, kind: string, values: readonly string[]): Labels =>
  ordered(values.map(value => [value, t.dynamic(`states.${kind}.${value}`)]));

/** Values that are their own names. */
export const plainLabels: Labels = { of: key => key, order: () => 0 };
