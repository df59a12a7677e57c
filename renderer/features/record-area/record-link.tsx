import type { ReactNode } from 'react';
import type { RecordName } from '#renderer/api/records.ts';
import { go, hashOf, type Route, type ScreenName } from '#renderer/state/navigation.ts';
import styles from './record-panel.module.css';

/** The place of a record. */
export const routeOfRecord = (name: RecordName, id: string, tab?: string): Route => ({
  area: name as ScreenName,
  id,
  ...(tab === undefined ? {} : { tab }),
});

type Props = { readonly name: RecordName; readonly id: string; readonly tab?: string; readonly children: ReactNode };

/** A reference that opens the record it names. */
export function RecordLink({ name, id, tab, children }: Props) {
  const route = routeOfRecord(name, id, tab);
  return (
    <a
      className={styles['link']}
      href={hashOf(route)}
      onClick={event => {
        event.preventDefault();
        event.stopPropagation();
        go(route);
      }}
    >
      {children}
    </a>
  );
}
