import { type ReactNode, useContext } from 'react';
import { useLists } from '#renderer/state/lists.ts';
import { go, hashOf, type Route } from '#renderer/state/navigation.ts';
import type { Drill } from '#shared/contract/reports.ts';
import { OpenList } from './open-list.ts';
import styles from './reports.module.css';

type Props = {
  readonly drill: Drill;
  /** What the list is called in the words of the report. */
  readonly title: string;
  readonly label: string;
  readonly muted?: boolean;
  /** What shows beside the pointer. */
  readonly hint?: string;
  readonly children: ReactNode;
};

/** Opens the list behind a number, in a frozen report the list of that day; what was searched and filtered there before gives way, so that the list shows that many rows. */
export function DrillLink({ drill, title, label, muted = false, hint, children }: Props) {
  const open = useContext(OpenList);
  if (open !== null)
    return (
      <button
        type="button"
        className={styles['drill']}
        data-muted={muted || undefined}
        aria-label={label}
        title={hint}
        onClick={() => open(drill, title)}
      >
        {children}
      </button>
    );
  const route: Route = { area: drill.area, filter: drill.filter, title, from: 'report' };
  return (
    <a
      className={styles['drill']}
      data-muted={muted || undefined}
      href={hashOf(route)}
      aria-label={label}
      title={hint}
      onClick={event => {
        event.preventDefault();
        useLists.getState().setState(drill.area, { search: '', filter: {} });
        go(route);
      }}
    >
      {children}
    </a>
  );
}
