import type { Input, Output } from '#shared/contract/index.ts';
import type { EntityName } from '#shared/contract/procedure.ts';
import { addYears } from '#shared/domain/dates.ts';
import { createMentionFinder } from '#shared/domain/person-mentions.ts';
import type { Application } from '../../application.ts';
import { listBackups } from '../../database/backup.ts';
import type { ReadDb } from '../../database/handles.ts';
import { nameSql } from '../../database/localized-name.ts';
import { requireRecord } from '../../database/records.ts';
import { readNameForms } from '../letters/queries.ts';
import { readSettings } from '../settings/queries.ts';
import { titleOf } from '../shared/record-feature.ts';
import { identityOf, tracesOf } from './person.ts';
import { planErasure } from './plan.ts';
import { readUnfinished } from './unfinished-purge.ts';

const mentionsShown = 50;
const registerShown = 500;

const erasureColumns =
  'e.id, e.entity, e.entity_id AS entityId, e.ground, e.erased_on AS erasedOn, e.purged_on AS purgedOn, e.records, e.files';

/** How many copies were made before, and how old they are: they still hold whoever is erased now. */
export function copiesOf({ workspace }: Application): Output<'personalData.erasures'>['backups'] {
  const all = listBackups(workspace.backupFolder);
  return { count: all.length, oldest: all.at(-1)?.createdAt ?? null, newest: all[0]?.createdAt ?? null };
}

/** Frozen reports whose lists name one of these persons. */
function frozenNaming(db: ReadDb, people: Input<'personalData.preview'>['people']): number {
  const names = readNameForms(db);
  const finder = createMentionFinder(
    people.map(({ entity, id }) => tracesOf(identityOf(entity, requireRecord(db, entity, id)), names)),
  );
  return db
    .column<string>('SELECT CAST(l.bytes AS TEXT) FROM frozen_report r JOIN letter_file l ON l.hash = r.hash')
    .filter(content => finder.isInJson(content)).length;
}

/** What erasing these persons would do to the records; the copies made before are told beside it. Errors: notFound, personErased. */
export function previewErasure(
  db: ReadDb,
  { people }: Input<'personalData.preview'>,
  today: string,
): Omit<Output<'personalData.preview'>, 'backups'> {
  const plan = planErasure(db, { people, mark: '', today });
  const counts = new Map<EntityName, number>();
  const owned = [...plan.changes.filter(({ why }) => why === 'own'), ...plan.removals];
  for (const { entity } of owned) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  const mentions = plan.changes.filter(({ why }) => why === 'mention');
  return {
    people: people.length,
    studying:
      db.value<number>(
        "SELECT count(*) FROM student WHERE status IN ('active', 'leave') AND id IN (SELECT value FROM json_each(?))",
        JSON.stringify(people.map(({ id }) => id)),
      ) ?? 0,
    own: [...counts].flatMap(([entity, count]) => (entity === 'attachment' ? [] : [{ entity, count }])),
    files: counts.get('attachment') ?? 0,
    letters: plan.letters.length,
    sharedLetters: plan.sharedLetters.length,
    mentions: mentions
      .slice(0, mentionsShown)
      .map(({ entity, id }) => ({ entity, id, title: titleOf(db, entity, requireRecord(db, entity, id)) })),
    mentionCount: mentions.length,
    frozenReports: frozenNaming(db, people),
  };
}

/** Whether and when a person was erased. */
export const erasureOf = (db: ReadDb, { entity, id }: Input<'personalData.of'>): Output<'personalData.of'> => ({
  erasure:
    db.get<NonNullable<Output<'personalData.of'>['erasure']>>(
      `SELECT ${erasureColumns} FROM erasure e WHERE e.entity = ? AND e.entity_id = ?`,
      entity,
      id,
    ) ?? null,
});

/** Whose purge was cut short; an erasure that was undone since has nothing left to finish. */
const unfinishedOf = ({ db, workspace }: Application): string[] =>
  db().column<string>(
    'SELECT id FROM erasure WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
    JSON.stringify(readUnfinished(workspace).ids),
  );

/** The register of erasures, newest first. */
export function listErasures(application: Application): Output<'personalData.erasures'> {
  const db = application.db();
  const detail = `coalesce((SELECT g.code FROM student s JOIN student_group g ON g.id = s.group_id WHERE s.id = e.entity_id),
    (SELECT ${nameSql('f')} FROM contact c JOIN firm f ON f.id = c.firm_id WHERE c.id = e.entity_id), '')`;
  return {
    rows: db.all(
      `SELECT ${erasureColumns}, ${detail} AS detail FROM erasure e ORDER BY e.created_at DESC, e.id DESC LIMIT ${registerShown}`,
    ),
    total: db.value<number>('SELECT count(*) FROM erasure') ?? 0,
    waiting: db.column<string>('SELECT id FROM erasure WHERE purged_on IS NULL ORDER BY created_at, id LIMIT 5000'),
    unfinished: unfinishedOf(application),
    backups: copiesOf(application),
  };
}

/** Leavers of the students `s`; `until` is the last day that is old enough. */
const leavers = "s.status IN ('left', 'graduated') AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.entity_id = s.id)";

/** Whose data is kept longer than the officer wants it. */
export function dueStudents(
  application: Application,
  { limit }: Input<'personalData.due'>,
): Output<'personalData.due'> {
  const db = application.db();
  const { retentionYears: years } = readSettings(db);
  const purgeUnfinished = unfinishedOf(application).length > 0;
  if (years === 0) return { years, until: null, total: 0, rows: [], withoutDay: 0, purgeUnfinished };
  const until = addYears(application.ports.clock.today(), -years);
  return {
    years,
    until,
    total: db.value<number>(`SELECT count(*) FROM student s WHERE ${leavers} AND s.left_on <= ?`, until) ?? 0,
    rows: db.all(
      `SELECT s.id, s.surname || ifnull(' ' || s.given_name, '') || ifnull(' ' || s.patronymic, '') AS name,
          g.code AS groupCode, s.left_on AS leftOn
         FROM student s LEFT JOIN student_group g ON g.id = s.group_id WHERE ${leavers} AND s.left_on <= ? ORDER BY s.left_on, s.sort_key, s.id LIMIT ?`,
      until,
      limit,
    ),
    withoutDay: db.value<number>(`SELECT count(*) FROM student s WHERE ${leavers} AND s.left_on IS NULL`) ?? 0,
    purgeUnfinished,
  };
}
