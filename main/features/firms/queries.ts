import type { Output } from '#shared/contract/index.ts';
import type { RecordOf } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { nameSql } from '../../database/localized-name.ts';
import { binSql } from '../../database/masked-iin.ts';
import { inForceSql } from '../agreements/queries.ts';
import { doublesOf } from './merge-contacts.ts';

export { contactList, firmList, siteList } from './lists.ts';
export { firmTimeline } from './timeline.ts';

type Counts = Pick<
  Output<'firms.get'>,
  'agreements' | 'agreementsInForce' | 'placements' | 'requests' | 'contacts' | 'sites' | 'letters'
>;

/** A firm with how many records refer to it, and firms whose name is the same but for legal form, quotes and case. */
export function firmDetail(db: ReadDb, firm: RecordOf<'firm'>, today: string): Output<'firms.get'> {
  const counts = db.get<Counts>(
    `SELECT (SELECT count(*) FROM agreement WHERE firm_id = f.id) AS agreements,
       (SELECT count(*) FROM agreement a WHERE a.firm_id = f.id AND ${inForceSql('a', today, today)}) AS agreementsInForce,
       (SELECT count(*) FROM placement WHERE firm_id = f.id) AS placements, (SELECT count(*) FROM request WHERE firm_id = f.id) AS requests,
       (SELECT count(*) FROM contact WHERE firm_id = f.id) AS contacts, (SELECT count(*) FROM site WHERE firm_id = f.id) AS sites,
       (SELECT count(*) FROM letter WHERE firm_id = f.id) AS letters
     FROM firm f WHERE f.id = ?`,
    firm.id,
  );
  if (counts === undefined) throw new Error('firm vanished while being read');
  const possibleDuplicates = db.all<{ id: string; title: string; detail: string }>(
    `SELECT o.id, ${nameSql('o')} AS title, ifnull(${binSql('o.bin')}, '') AS detail FROM firm o JOIN firm f ON f.name_key = o.name_key
      WHERE f.id = ? AND o.id <> f.id LIMIT 10`,
    firm.id,
  );
  return { ...firm, ...counts, possibleDuplicates };
}

export function contactDetail(db: ReadDb, contact: RecordOf<'contact'>): Output<'contacts.get'> {
  return {
    ...contact,
    firmName: db.value<string>(`SELECT ${nameSql('f')} FROM firm f WHERE id = ?`, contact.firmId) ?? '',
    placements: db.value<number>('SELECT count(*) FROM placement WHERE mentor_id = ?', contact.id) ?? 0,
    possibleDuplicates: doublesOf(db, contact),
  };
}

export function siteDetail(db: ReadDb, site: RecordOf<'site'>): Output<'sites.get'> {
  return {
    ...site,
    firmName: db.value<string>(`SELECT ${nameSql('f')} FROM firm f WHERE id = ?`, site.firmId) ?? '',
    placements: db.value<number>('SELECT count(*) FROM placement WHERE site_id = ?', site.id) ?? 0,
  };
}

/** A firm by its БИН/ИИН; undefined when there is none. */
export const firmIdByBin = (db: ReadDb, bin: string): string | undefined =>
  db.value<string>('SELECT id FROM firm WHERE bin = ?', bin);
