import { useLanguage } from '#renderer/app/language.tsx';
import { go, hashOf, type Route } from '#renderer/state/navigation.ts';
import type { ReportArea } from '#shared/contract/reports.ts';
import styles from './reports.module.css';

type Props = {
  readonly area: ReportArea;
  readonly id: string;
  readonly title: string;
  /** The record has been removed: its name stays, the way to it does not. */
  readonly gone: boolean;
};

/** The name of a record behind a number; opens the record while there is one. */
export function RecordAnchor({ area, id, title, gone }: Props) {
  const { t } = useLanguage();
  const route: Route = { area, id };
  if (gone)
    return (
      <span>
        {title} <span className={styles['gone']}>({t('reports.frozen.gone')})</span>
      </span>
    );
  return (
    <a
      className={styles['drill']}
      href={hashOf(route)}
      onClick={event => {
        event.preventDefault();
        go(route);
      }}
    >
      {title}
    </a>
  );
}
