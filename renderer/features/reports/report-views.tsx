import { useQuery } from '#renderer/api/use-query.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { go, hashOf, type Route } from '#renderer/state/navigation.ts';
import styles from './reports.module.css';

type Props = { readonly current: 'live' | 'dashboard' | 'frozen' };

/** The way between the report of today and the frozen ones. */
export function ReportViews({ current }: Props) {
  const { t, locale } = useLanguage();
  const { data } = useQuery('reports.frozen', {});
  const count = data?.length ?? 0;
  const entry = (view: Props['current'], route: Route, text: string) => (
    <a
      href={hashOf(route)}
      aria-current={view === current ? 'page' : undefined}
      onClick={event => {
        event.preventDefault();
        go(route);
      }}
    >
      {text}
    </a>
  );
  const frozen = count === 0 ? '' : ` · ${locale.number(count)}`;
  return (
    <nav className={styles['views']} aria-label={t('reports.frozen.views')}>
      {entry('live', { area: 'reports' }, t('reports.frozen.live'))}
      {entry('dashboard', { area: 'reports', tab: 'dashboard' }, t('indicators.dashboard.title'))}
      {entry('frozen', { area: 'reports', tab: 'frozen' }, t('reports.frozen.frozenList') + frozen)}
    </nav>
  );
}
