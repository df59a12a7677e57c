import type { Ref } from 'react';
import { useLanguage } from '#renderer/app/language.tsx';
import type { AnnualReport, Indicator } from '#shared/contract/reports.ts';
import { anchorOf, IndicatorSection } from './indicator-section.tsx';
import styles from './reports.module.css';

type Props = { readonly report: AnnualReport; readonly faded?: boolean; readonly body?: Ref<HTMLDivElement> };

/** The indicators of a report with the way to each. */
export function ReportBody({ report, faded = false, body }: Props) {
  const { language, indicators, notes } = report;
  return (
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
  );
}

type Run = { readonly group: Indicator['group']; readonly own: Indicator[] };

/** Neighbours of one group under one heading, in the order of the report. */
function runs(indicators: readonly Indicator[]): Run[] {
  const found: Run[] = [];
  for (const indicator of indicators) {
    const last = found.at(-1);
    if (last?.group === indicator.group) last.own.push(indicator);
    else found.push({ group: indicator.group, own: [indicator] });
  }
  return found;
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
      {runs(indicators).map(({ group, own }) => (
        <div key={own[0]?.id ?? group}>
          <h2>{t(`reports.groups.${group}`)}</h2>
          {own.map(({ id, title, definition }) => (
            <button key={id} type="button" lang={language} title={definition} onClick={() => show(id)}>
              {title}
            </button>
          ))}
        </div>
      ))}
    </nav>
  );
}
