import { useLanguage } from '#renderer/app/language.tsx';
import type { Language } from '#shared/contract/primitives.ts';
import type { Indicator } from '#shared/contract/reports.ts';
import { BarChart } from './bar-chart.tsx';
import { IndicatorTable } from './indicator-table.tsx';
import { useReportView } from './report-view.ts';
import styles from './reports.module.css';

/** Where an indicator lies on the page. */
export const anchorOf = (id: string): string => `indicator-${id}`;

type Props = { readonly indicator: Indicator; readonly language: Language };

/** One indicator: what it is, how it is counted, its figures and its chart. */
export function IndicatorSection({ indicator, language }: Props) {
  const { t } = useLanguage();
  const { id, title, unit, definition, chart, columns } = indicator;
  /** The rows that the last bar gathers stand in the table. */
  const unfold = (): void => {
    const { change, unfolded } = useReportView.getState();
    change({ unfolded: { ...unfolded, [id]: true } });
    const section = document.getElementById(anchorOf(id));
    section?.scrollIntoView({ block: 'start' });
    section?.focus({ preventScroll: true });
  };
  return (
    <section className={styles['indicator']} id={anchorOf(id)} aria-labelledby={`${anchorOf(id)}-title`} tabIndex={-1}>
      <header>
        <h3 id={`${anchorOf(id)}-title`} lang={language} title={definition}>
          {title}
          {unit !== '' && <span className={styles['unit']}>{unit}</span>}
        </h3>
        <details>
          <summary>{t('reports.screen.definition')}</summary>
          <p lang={language}>{definition}</p>
        </details>
      </header>
      <div
        className={styles['figures']}
        data-chart={chart !== null || undefined}
        data-columns={Math.min(columns.length, 5)}
      >
        <IndicatorTable indicator={indicator} language={language} />
        {chart !== null && <BarChart chart={chart} title={title} language={language} onOthers={unfold} />}
      </div>
    </section>
  );
}
