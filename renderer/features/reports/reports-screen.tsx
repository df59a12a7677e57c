import { Button, Select } from '@mantine/core';
import { IconLock, IconPencil } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useQuery } from '#renderer/api/use-query.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import type { Route } from '#renderer/state/navigation.ts';
import { EmptyState, ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import type { AnnualReport } from '#shared/contract/reports.ts';
import { isLanguage, languages } from '#shared/locale/index.ts';
import { Dashboard } from './dashboard.tsx';
import { ExportMenu, ExportState, useReportExport } from './export-panel.tsx';
import { FreezeDialog } from './freeze-dialog.tsx';
import { FrozenList } from './frozen-list.tsx';
import { FrozenReportScreen } from './frozen-report.tsx';
import { IndicatorsDialog } from './indicators-dialog.tsx';
import { PeriodChoice } from './period-choice.tsx';
import { ReportBody } from './report-body.tsx';
import { ReportMenu } from './report-menu.tsx';
import { useReportView } from './report-view.ts';
import { ReportViews } from './report-views.tsx';
import styles from './reports.module.css';
import { TargetsDialog } from './targets-dialog.tsx';

/** The annual report: a school year's figures, each with the list behind it, and its files; and the frozen ones. */
export function ReportsScreen({ route }: { readonly route: Route }) {
  if (route.id !== undefined) return <FrozenReportScreen id={route.id} changes={route.tab === 'changes'} />;
  if (route.tab === 'frozen') return <FrozenList />;
  return <LiveReport key={route.tab ?? ''} view={route.tab === 'dashboard' ? 'dashboard' : 'live'} />;
}

type View = 'live' | 'dashboard';

function LiveReport({ view }: { readonly view: View }) {
  const { language: screenLanguage } = useLanguage();
  const span = useReportView(state => state.span);
  const language = useReportView(state => state.language) ?? screenLanguage;
  const { data, problem, previous, refresh } = useQuery('reports.annual', {
    language,
    ...(span === null ? {} : { span }),
  });
  if (problem) return <ErrorNotice problem={problem} onRetry={refresh} />;
  if (!data) return <Skeleton rows={14} />;
  return <Report report={data} faded={previous} view={view} />;
}

/** Nothing has been recorded that the year's summary would count. */
const isEmpty = ({ indicators }: AnnualReport): boolean =>
  indicators.every(({ rows }) => rows.every(({ cells }) => Object.values(cells).every(({ value }) => !value)));

type Props = { readonly report: AnnualReport; readonly faded: boolean; readonly view: View };

function Report({ report, faded, view }: Props) {
  const { t, locale, language: screenLanguage } = useLanguage();
  const exporting = useReportExport(report);
  const [open, setOpen] = useState<'freeze' | 'indicators' | 'targets' | null>(null);
  const { change } = useReportView.getState();
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const page = body.current;
    if (page === null) return undefined;
    page.scrollTop = useReportView.getState().scrollTop[view] ?? 0;
    return () => {
      const { scrollTop } = useReportView.getState();
      useReportView.getState().change({ scrollTop: { ...scrollTop, [view]: page.scrollTop } });
    };
  }, [view]);
  const { language, period, title, periodName, college, asOf, draft } = report;
  const empty = isEmpty(report);
  const close = (): void => setOpen(null);
  const Body = view === 'dashboard' ? Dashboard : ReportBody;
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <div className={styles['name']} lang={language}>
          <h1>{title}</h1>
          <p>
            {college} · {periodName} · <span>{locale.period(period.start, period.end)}</span> ·{' '}
            <span lang={screenLanguage}>
              {t('reports.frozen.asOf')} {locale.date(asOf)}
            </span>
          </p>
        </div>
        {draft && (
          <span className={styles['draft']} title={t('reports.screen.draftHelp')}>
            <IconPencil size={14} aria-hidden="true" />
            {t('reports.screen.draft')}
          </span>
        )}
        <ReportViews current={view} />
        <div className={styles['tools']}>
          <PeriodChoice
            report={report}
            onChange={span => {
              change({ span });
              body.current?.scrollTo({ top: 0 });
            }}
          />
          <Select
            className={styles['choice'] ?? ''}
            aria-label={t('reports.screen.language')}
            data={languages.map(one => ({ value: one, label: t(`reports.screen.languages.${one}`) }))}
            value={language}
            allowDeselect={false}
            onChange={value => change({ language: value !== null && isLanguage(value) ? value : null })}
          />
          {!empty && (
            <Button
              variant="default"
              leftSection={<IconLock size={16} aria-hidden="true" />}
              onClick={() => setOpen('freeze')}
            >
              {t('reports.frozen.freeze')}
            </Button>
          )}
          <ReportMenu report={report} onOpen={setOpen} />
          {!empty && <ExportMenu {...exporting} />}
        </div>
      </header>
      <ExportState {...exporting} />
      {open === 'freeze' && <FreezeDialog report={report} onClose={close} />}
      {open === 'indicators' && <IndicatorsDialog language={language} onClose={close} />}
      {open === 'targets' && <TargetsDialog report={report} onClose={close} />}
      {empty ? (
        <EmptyState title={t('reports.screen.empty')} help={t('reports.screen.emptyHelp')} />
      ) : (
        <Body report={report} faded={faded} body={body} />
      )}
    </div>
  );
}
