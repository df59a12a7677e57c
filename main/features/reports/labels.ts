import { AgreementOrigin } from '#shared/contract/agreements.ts';
import { RequestState } from '#shared/contract/curriculum.ts';
import { ChallengeLevel, PromiseSide } from '#shared/contract/engagement.ts';
import { SizeClass } from '#shared/contract/firms.ts';
import { PlacementState } from '#shared/contract/placements.ts';
import { type Language, Language as LanguageChoice } from '#shared/contract/primitives.ts';
import type { ReportArea } from '#shared/contract/reports.ts';
import { Funding } from '#shared/contract/students.ts';
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

/** These mentors with their firm, in alphabetical order: «Ахметов А. Б. · ТОО «Әлем»». */
export function mentorLabels(db: ReadDb, language: Language, ids: readonly string[]): Labels {
  const firm = language === 'kk' ? 'coalesce(f.name_kk, f.name_ru)' : 'f.name_ru';
  const rows = db.all<Named>(
    `SELECT c.id, c.name || ' · ' || ${firm} AS name FROM contact c JOIN firm f ON f.id = c.firm_id
      WHERE c.id IN (SELECT value FROM json_each(?)) ORDER BY c.sort_key, c.id`,
    JSON.stringify(ids),
  );
  return ordered(rows.map(row => [row.id, row.name]));
}

/** Words of a fixed choice, in the order of the choice. */
export const choiceLabels = (t: Translator, kind: string, values: readonly string[]): Labels =>
  ordered(values.map(value => [value, t.dynamic(`states.${kind}.${value}`)]));

/** Values that are their own names. */
export const plainLabels: Labels = { of: key => key, order: () => 0 };

const councilLabels = (db: ReadDb, language: Language): Labels => {
  const name = language === 'kk' ? 'coalesce(name_kk, name_ru)' : 'name_ru';
  const rows = db.all<Named>(`SELECT id, ${name} AS name FROM council ORDER BY sort_key, id`);
  return ordered(rows.map(row => [row.id, row.name]));
};

/** Names of the values of any dimension of a list. */
export function labelsOf(db: ReadDb, t: Translator, area: ReportArea, dimension: string): Labels {
  switch (dimension) {
    case 'size':
      return choiceLabels(t, 'sizeClass', SizeClass.options);
    case 'type':
      return dictionaryLabels(db, 'agreement_type', t.language);
    case 'practice':
      return dictionaryLabels(db, 'practice_type', t.language);
    case 'engagementKind':
      return dictionaryLabels(db, 'engagement_kind', t.language);
    case 'origin':
      return choiceLabels(t, 'origin', AgreementOrigin.options);
    case 'specialty':
      return specialtyLabels(db, t.language);
    case 'course':
      return { of: course => t('reports.course', { course }), order: Number };
    case 'language':
      return choiceLabels(t, 'language', LanguageChoice.options);
    case 'funding':
      return choiceLabels(t, 'funding', Funding.options);
    case 'firm':
      return firmLabels(db, t.language);
    case 'mentor':
      return mentorLabels(db, t.language, db.column<string>('SELECT DISTINCT mentor_id FROM placement'));
    case 'council':
      return councilLabels(db, t.language);
    case 'side':
      return choiceLabels(t, 'promiseSide', PromiseSide.options);
    case 'challengeLevel':
      return choiceLabels(t, 'challengeLevel', ChallengeLevel.options);
    case 'state':
      return area === 'requests'
        ? choiceLabels(t, 'request', RequestState.options)
        : choiceLabels(t, 'placement', PlacementState.options);
    default:
      return plainLabels;
  }
}
