import { create } from 'zustand';
import { entityOfName, type RecordName } from '#renderer/api/records.ts';
import type { EntityName } from '#shared/contract/procedure.ts';
import { useNavigation } from './navigation.ts';

/** A record the officer has opened. */
export type Recent = { readonly entity: EntityName; readonly id: string };

const storageKey = 'seriktes.recent';
const kept = 8;

function readKept(): readonly Recent[] {
  try {
    const known = JSON.parse(window.localStorage.getItem(storageKey) ?? '[]') as readonly Recent[];
    return Array.isArray(known)
      ? known.filter(one => typeof one.entity === 'string' && typeof one.id === 'string')
      : [];
  } catch {
    // Without storage, or with a damaged entry, nothing counts as recent.
    return [];
  }
}

/** The records opened last, newest first. */
export const useRecent = create<{ readonly records: readonly Recent[] }>(() => ({ records: readKept() }));

useNavigation.subscribe(({ route }, before) => {
  if (route.id === undefined || (route.id === before.route.id && route.area === before.route.area)) return;
  const entity: EntityName | undefined = entityOfName[route.area as RecordName];
  if (entity === undefined) return;
  const opened = { entity, id: route.id };
  const others = useRecent.getState().records.filter(one => one.id !== opened.id || one.entity !== opened.entity);
  const records = [opened, ...others].slice(0, kept);
  useRecent.setState({ records });
  try {
    window.localStorage.setItem(storageKey, JSON.stringify(records));
  } catch {
    // They hold for this session; they are only not kept for the next.
  }
});
