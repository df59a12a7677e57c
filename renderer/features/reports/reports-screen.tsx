import { Button, Select } from '@mantine/core';
import { IconLock, IconPencil } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useQuery } from '#renderer/api/use-query.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import type { Route } from '#renderer/state/navigation.ts';
import { EmptyState, ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import type { AnnualReport } from '#shared/contract/reports.ts';
import { isLanguage, languages } from '#shared/locale/index.ts';
import { ExportMenu, ExportState, useReportExport } from './export-panel.tsx';
import { FreezeDialog } from './freeze-dialog.tsx';
import { FrozenList } from './frozen-list.tsx';
import { FrozenReportScreen } from './frozen-report.tsx';
import { ReportBody } from './report-body.tsx';
import { useReportView } from './report-view.ts';
import { ReportViews } from './report-views.tsx';
import styles from './reports.module.css';

/** The annual report: a school year's figures, each with the list behind it, and its files; and the frozen ones. */
export function ReportsScreen({ route }: { readonly route: Route }) {
  if (route.id !== undefined) return <FrozenReportScreen id={route.id} changes={route.tab === 'changes'} />;
  return route.tab === 'frozen' ? <FrozenList /> : <LiveReport />;
}

function LiveReport() {
  const { language: screenLanguage } = useLanguage();
  const schoolYear = useReportView(view => view.schoolYear);
  const language = useReportView(view => view.language) ?? screenLanguage;
  const { data, problem, previous, refresh } = useQuery('reports.annual', {
    language,
    ...(schoolYear === null ? {} : { schoolYear }),
  });
  if (problem) return <ErrorNotice problem={problem} onRetry={refresh} />;
  if (!data) return <Skeleton rows={14} />;
  return <Report report={data} faded={previous} />;
}

/** Nothing has been recorded that the year's summary would count. */
const isEmpty = ({ indicators }: AnnualReport): boolean =>
  indicators.every(({ rows }) => rows.every(({ cells }) => Object.values(cells).every(({ value }) => !value)));

type Props = { readonly report: AnnualReport; readonly faded: boolean };

function Report({ report, faded }: Props) {
  const { t, locale } = useLanguage();
  const exporting = useReportExport(report);
  const [freezing, setFreezing] = useState(false);
  const { change } = useReportView.getState();
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const page = body.current;
    if (page === null) return undefined;
    page.scrollTop = useReportView.getState().scrollTop;
    return () => useReportView.getState().change({ scrollTop: page.scrollTop });
  }, []);
  const { schoolYear, language, years, period, title, periodName, college, asOf, draft } = report;
  const empty = isEmpty(report);
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <div className={styles['name']} lang={language}>
          <h1>{title}</h1>
          <p>
            {college} · {periodName} · {locale.period(period.start, period.end)} · {locale.date(asOf)}
          </p>
        </div>
        {draft && (
          <span className={styles['draft']} title={t('reports.screen.draftHelp')}>
            <IconPencil size={14} aria-hidden="true" />
            {t('reports.screen.draft')}
          </span>
        )}
        <ReportViews current="live" />
        <div className={styles['tools']}>
          <Select
            className={styles['choice'] ?? ''}
            aria-label={t('reports.screen.year')}
            data={years.map(year => ({ value: String(year), label: locale.schoolYear(year) }))}
            value={String(schoolYear)}
            allowDeselect={false}
            onChange={value => {
              change({ schoolYear: Number(value) });
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
              onClick={() => setFreezing(true)}
            >
              {t('reports.frozen.freeze')}
            </Button>
          )}
          {!empty && <ExportMenu {...exporting} />}
        </div>
      </header>
      <ExportState {...exporting} />
      {freezing && <FreezeDialog report={report} onClose={() => setFreezing(false)} />}
      {empty ? (
        <EmptyState title={t('reports.screen.empty')} help={t('reports.screen.emptyHelp')} />
      ) : (
        <ReportBody report={report} faded={faded} body={body} />
      )}
    </div>
  );
}
