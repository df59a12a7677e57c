import { go, hashOf, type Route } from '#renderer/state/navigation.ts';
import styles from './view-tabs.module.css';

/** One view of a screen, and whether it is the one that is shown. */
export type ViewTab = { readonly title: string; readonly route: Route; readonly current: boolean };

type Props = {
  readonly label: string;
  readonly tabs: readonly ViewTab[];
  /** How a view is opened; as a step of the history unless told otherwise. */
  readonly onOpen?: (route: Route) => void;
};

/** The views of a screen in one row, the shown one underlined: the same on every screen that has several. */
export function ViewTabs({ label, tabs, onOpen = go }: Props) {
  return (
    <nav className={styles['tabs']} aria-label={label}>
      {tabs.map(({ title, route, current }) => (
        <a
          key={hashOf(route)}
          href={hashOf(route)}
          aria-current={current ? 'page' : undefined}
          onClick={event => {
            event.preventDefault();
            onOpen(route);
          }}
        >
          {title}
        </a>
      ))}
    </nav>
  );
}
