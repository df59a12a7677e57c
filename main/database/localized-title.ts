import type { EntityName } from '#shared/contract/procedure.ts';
import { entities } from './entities.ts';
import type { ReadDb } from './handles.ts';
import { entryNameSql, nameSql } from './localized-name.ts';
import { toColumn } from './mapping.ts';

/** Kinds of records that carry their name in more than one language. */
const named: Readonly<Partial<Record<EntityName, (alias: string) => string>>> = {
  firm: nameSql,
  specialty: nameSql,
  qualification: nameSql,
  council: nameSql,
  agreementType: entryNameSql,
  practiceType: entryNameSql,
  engagementKind: entryNameSql,
  evaluationCriterion: entryNameSql,
};

type Names = { readonly stored: string; readonly shown: string };

/** The names a record is kept under and shown under: its own, and those of the records it refers to. */
function namesOf(db: ReadDb, entity: EntityName, id: string): readonly Names[] {
  const { table, references } = entities[entity];
  const own = named[entity];
  const found: (Names | undefined)[] = [];
  if (own !== undefined)
    found.push(db.get<Names>(`SELECT t.name_ru AS stored, ${own('t')} AS shown FROM ${table} t WHERE t.id = ?`, id));
  for (const [field, target] of Object.entries(references)) {
    const name = named[target];
    if (name === undefined) continue;
    found.push(
      db.get<Names>(
        `SELECT t.name_ru AS stored, ${name('t')} AS shown FROM ${table} s
           JOIN ${entities[target].table} t ON t.id = s.${toColumn(field)} WHERE s.id = ?`,
        id,
      ),
    );
  }
  return found.filter((names): names is Names => names !== undefined && names.stored !== names.shown);
}

/**
 * Texts kept about a record – its title, its line in the search – with names of firms, specialties and dictionaries in the
 * officer's language. A name that has changed since stays as it was kept.
 */
export function localizedTexts(
  db: ReadDb,
  entity: EntityName,
  id: string,
  texts: readonly string[],
): readonly string[] {
  if (db.value<string>("SELECT value FROM setting WHERE id = 'language'") === '"ru"') return texts;
  const names = namesOf(db, entity, id);
  return texts.map(text => names.reduce((result, { stored, shown }) => result.replace(stored, () => shown), text));
}
