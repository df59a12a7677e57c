import type { Input, Output } from '#shared/contract/index.ts';
import type { ReadDb } from '../../database/handles.ts';
import { localizedTexts } from '../../database/localized-title.ts';
import { iinMasker } from '../../database/masked-iin.ts';
import { hitOf, type SearchHit, searchAll } from '../../database/search-index.ts';

/** Best matches over all records, named in the officer's language. */
export const findAll = (db: ReadDb, { text, limit }: Input<'search.all'>): Output<'search.all'> =>
  inOwnWords(db, searchAll(db, text, limit));

/** The records that are asked for as they would be found; those that are gone are left out. */
export const namedRecords = (db: ReadDb, { records }: Input<'search.named'>): Output<'search.named'> =>
  inOwnWords(
    db,
    records.flatMap(({ entity, id }) => hitOf(db, entity, id) ?? []),
  );

/** Hits as the officer reads them: in the language of the screen, with numbers of persons as lists show them. */
function inOwnWords(db: ReadDb, hits: readonly SearchHit[]): SearchHit[] {
  const masker = iinMasker(db);
  return hits.map(hit => {
    const [title = hit.title, detail = hit.detail] = localizedTexts(db, hit.entity, hit.id, [hit.title, hit.detail]);
    return { ...hit, title, detail: masker(detail) };
  });
}
