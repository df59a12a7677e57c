import { Select } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useLayoutEffect, useRef } from 'react';
import { useQuery } from '#renderer/api/use-query.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { EmptyState, ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import { type AnnualReport, reportGroups } from '#shared/contract/reports.ts';
import { isLanguage, languages } from '#shared/locale/index.ts';
import { ExportMenu, ExportState, useReportExport } from './export-panel.tsx';
import { anchorOf, IndicatorSection } from './indicator-section.tsx';
import { useReportView } from './report-view.ts';
import styles from './reports.module.css';

/** The annual report: a school year's figures, each with the list behind it, and its files. */
export function ReportsScreen() {
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
  const { change } = useReportView.getState();
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const page = body.current;
    if (page === null) return undefined;
    page.scrollTop = useReportView.getState().scrollTop;
    return () => useReportView.getState().change({ scrollTop: page.scrollTop });
  }, []);
  const { schoolYear, language, years, period, title, periodName, college, asOf, draft, indicators, notes } = report;
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
        {!empty && <ExportMenu {...exporting} />}
      </header>
      <ExportState {...exporting} />
      {empty ? (
        <EmptyState title={t('reports.screen.empty')} help={t('reports.screen.emptyHelp')} />
      ) : (
        <div className={styles['middle']}>
          <Contents report={report} />
          <div className={styles['body']} ref={body} data-faded={faded || undefined}>
            <ul className={styles['notes']} lang={language}>
              {notes.map(note => (
                <li key={note}>{note}</li>
              ))}
            </ul>
            {indicators.map(indicator => (
              <IndicatorSection key={indicator.id} indicator={indicator} language={language} />
            ))}
          </div>
        </div>
      )}
    </div>
  );
}

/** The way to each indicator. */
function Contents({ report: { indicators, language } }: { readonly report: AnnualReport }) {
  const { t } = useLanguage();
  const show = (id: string): void => {
    const section = document.getElementById(anchorOf(id));
    section?.scrollIntoView({ block: 'start' });
    section?.focus({ preventScroll: true });
  };
  return (
    <nav className={styles['contents']} aria-label={t('reports.screen.contents')}>
      {reportGroups.map(group => {
        const own = indicators.filter(indicator => indicator.group === group);
        if (own.length === 0) return null;
        return (
          <div key={group}>
            <h2>{t(`reports.groups.${group}`)}</h2>
            {own.map(({ id, title }) => (
              <button key={id} type="button" lang={language} onClick={() => show(id)}>
                {title}
              </button>
            ))}
          </div>
        );
      })}
    </nav>
  );
}
