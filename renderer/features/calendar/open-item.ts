import { nameOfEntity, type RecordName } from '#renderer/api/records.ts';
import { go } from '#renderer/state/navigation.ts';
import type { CalendarItem } from '#shared/contract/calendar-view.ts';

type Place = { readonly name: RecordName; readonly id: string; readonly tab?: string };

/** The record an item opens beside the calendar; null for tasks and holidays, which open in a dialog. */
export function placeOf(item: CalendarItem): Place | null {
  const { entity, entityId, firmId } = item;
  if (entity === 'interaction') return firmId === null ? null : { name: 'firms', id: firmId, tab: 'timeline' };
  const name = nameOfEntity(entity);
  if (name !== null && entityId !== null)
    return { name, id: entityId, ...(item.bar !== null && item.count > 1 ? { tab: 'placements' } : {}) };
  return firmId !== null && entity === 'visit' ? { name: 'firms', id: firmId, tab: 'timeline' } : null;
}

/** Opens a record beside the calendar. */
export const openBeside = ({ name, id, tab }: Place): void =>
  go({ area: 'calendar', id: `${name}.${id}`, ...(tab ? { tab } : {}) });

/** The record that stands in the address of the calendar. */
export function besideOf(id: string | undefined): { readonly name: string; readonly id: string } | null {
  const dot = id?.indexOf('.') ?? -1;
  return id === undefined || dot < 1 ? null : { name: id.slice(0, dot), id: id.slice(dot + 1) };
}
