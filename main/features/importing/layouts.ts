import type { RawBook } from '#shared/domain/importing/cells.ts';
import type { ImportEntity } from '#shared/domain/importing/fields.ts';
import { recogniseBook, rowOfLayout, type SheetOverride } from '#shared/domain/importing/recognise.ts';
import { records } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { fromRow } from '../../database/mapping.ts';
import type { Transaction } from '../../database/records.ts';
import type { Preview } from './previews.ts';

type Mapping = { readonly entity?: ImportEntity | null; readonly fields?: Readonly<Record<number, string | null>> };
type Profile = { readonly id: string; readonly layout: string; readonly mapping: Mapping };

/** What the officer has corrected about a layout is used the next time a file comes in it. */
export function rememberLayouts(tx: Transaction, preview: Preview): void {
  for (const sheet of preview.sheets) {
    const override = preview.overrides[sheet.sheet];
    if (override === undefined || sheet.layout === '') continue;
    const fields = Object.fromEntries(sheet.columns.map(({ column, field }) => [column, field]));
    const mapping: Mapping = { entity: sheet.entity, fields };
    const known = tx.db.value<string>('SELECT id FROM import_profile WHERE layout = ?', sheet.layout);
    if (known === undefined) tx.insert('importProfile', { layout: sheet.layout, mapping });
    else tx.update('importProfile', known, { mapping });
  }
}

export function allLayouts(db: ReadDb): readonly Profile[] {
  return db.all<Record<string, unknown>>('SELECT * FROM import_profile ORDER BY id').map(row => {
    const profile = fromRow(records.importProfile, row);
    return { id: profile.id, layout: profile.layout, mapping: (profile.mapping as Mapping | null) ?? {} };
  });
}

export function rememberedLayouts(db: ReadDb): ReadonlyMap<string, Mapping> {
  return new Map(allLayouts(db).map(({ layout, mapping }) => [layout, mapping]));
}

/** The sheets that come in a remembered layout, also where the headings mean nothing to the program. */
export function rememberedOverrides(
  book: RawBook,
  profiles: ReadonlyMap<string, Mapping>,
): Record<string, SheetOverride> {
  const overrides: Record<string, SheetOverride> = {};
  const recognised = recogniseBook(book);
  book.sheets.forEach((sheet, index) => {
    const direct = profiles.get(recognised[index]?.layout ?? '');
    if (direct !== undefined) {
      overrides[sheet.name] = direct;
      return;
    }
    for (const [layout, mapping] of profiles) {
      const headerRow = rowOfLayout(sheet, layout);
      if (headerRow !== null) overrides[sheet.name] = { ...mapping, headerRow };
    }
  });
  return overrides;
}
