import type { Input, Output } from '#shared/contract/index.ts';
import type { ReadDb } from '../../database/handles.ts';
import { localizedTexts } from '../../database/localized-title.ts';
import { hitOf, type SearchHit, searchAll } from '../../database/search-index.ts';

/** Best matches over all records, named in the officer's language. */
export const findAll = (db: ReadDb, { text, limit }: Input<'search.all'>): Output<'search.all'> =>
  searchAll(db, text, limit).map(hit => inOwnLanguage(db, hit));

/** The records that are asked for as they would be found; those that are gone are left out. */
export const namedRecords = (db: ReadDb, { records }: Input<'search.named'>): Output<'search.named'> =>
  records.flatMap(({ entity, id }) => {
    const hit = hitOf(db, entity, id);
    return hit === undefined ? [] : [inOwnLanguage(db, hit)];
  });

function inOwnLanguage(db: ReadDb, hit: SearchHit): SearchHit {
  const [title = hit.title, detail = hit.detail] = localizedTexts(db, hit.entity, hit.id, [hit.title, hit.detail]);
  return { ...hit, title, detail };
}
