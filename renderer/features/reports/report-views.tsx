import { useQuery } from '#renderer/api/use-query.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { ViewTabs } from '#renderer/ui/view-tabs.tsx';

type Props = { readonly current: 'live' | 'dashboard' | 'frozen' };

/** The way between the report of today and the frozen ones. */
export function ReportViews({ current }: Props) {
  const { t, locale } = useLanguage();
  const { data } = useQuery('reports.frozen', {});
  const count = data?.length ?? 0;
  const frozen = count === 0 ? '' : ` · ${locale.number(count)}`;
  return (
    <ViewTabs
      label={t('reports.frozen.views')}
      tabs={[
        { title: t('reports.frozen.live'), route: { area: 'reports' }, current: current === 'live' },
        {
          title: t('indicators.dashboard.title'),
          route: { area: 'reports', tab: 'dashboard' },
          current: current === 'dashboard',
        },
        {
          title: t('reports.frozen.frozenList') + frozen,
          route: { area: 'reports', tab: 'frozen' },
          current: current === 'frozen',
        },
      ]}
    />
  );
}
