import type { Ref } from 'react';
import { useLanguage } from '#renderer/app/language.tsx';
import { type AnnualReport, reportGroups } from '#shared/contract/reports.ts';
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
