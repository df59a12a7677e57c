import { useLanguage, useTextsOf } from '#renderer/app/language.tsx';
import type { Language } from '#shared/contract/primitives.ts';
import type { Drill, Indicator } from '#shared/contract/reports.ts';
import { DrillLink } from './drill-link.tsx';
import styles from './reports.module.css';

type Chart = NonNullable<Indicator['chart']>;
type Props = {
  readonly chart: Chart;
  readonly title: string;
  readonly language: Language;
  /** Shows what a bar gathers that no single list holds. */
  readonly onOthers: () => void;
};

/** Bars under one another with their numbers; each bar opens the list behind it. The table beside it gives the same numbers. */
export function BarChart({ chart, title, language, onOthers }: Props) {
  const { t } = useLanguage();
  const words = useTextsOf(language);
  const { labels, series, drills, moreDrills = [], percent, summary } = chart;
  const largest = Math.max(
    1,
    ...(percent ? [100] : []),
    ...series.flatMap(({ values }) => values.map(value => value ?? 0)),
  );
  const write = (value: number | null): string =>
    value === null
      ? '—'
      : percent
        ? words.locale.percent(value / 100, Number.isInteger(value) ? 0 : 1)
        : words.locale.number(value);
  return (
    <figure className={styles['chart']} aria-label={t('reports.screen.chartOf', { title })} lang={language}>
      <figcaption>
        <span>{summary}</span>
        {series.length > 1 && (
          <span className={styles['legend']}>
            {series.map((one, index) => (
              <span key={one.name}>
                <i data-series={index} aria-hidden="true" />
                {one.name}
              </span>
            ))}
          </span>
        )}
      </figcaption>
      <ul>
        {labels.map((label, place) => (
          <li key={label}>
            <span className={styles['barLabel']} title={label}>
              {label}
            </span>
            <span className={styles['bars']}>
              {series.map((one, index) => {
                const value = one.values[place] ?? null;
                return (
                  <Bar
                    key={one.name}
                    drill={(index === 0 ? drills : moreDrills[index - 1])?.[place] ?? null}
                    onOthers={onOthers}
                    series={index}
                    share={(value ?? 0) / largest}
                    text={write(value)}
                    title={`${title} · ${label}`}
                    label={t('reports.screen.openListOf', { row: label, column: one.name, value: write(value) })}
                  />
                );
              })}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

type BarProps = {
  readonly drill: Drill | null;
  readonly onOthers: () => void;
  readonly series: number;
  /** Length of the bar, 0–1. */
  readonly share: number;
  readonly text: string;
  readonly title: string;
  readonly label: string;
};

function Bar({ drill, onOthers, series, share, text, title, label }: BarProps) {
  const bar = (
    <>
      <span className={styles['track']}>
        <i data-series={series} style={{ width: `${Math.max(share * 100, share > 0 ? 1 : 0)}%` }} aria-hidden="true" />
      </span>
      <span className={styles['barValue']}>{text}</span>
    </>
  );
  if (drill === null)
    return (
      <span className={styles['bar']}>
        <button type="button" className={styles['drill']} aria-label={label} onClick={onOthers}>
          {bar}
        </button>
      </span>
    );
  return (
    <span className={styles['bar']}>
      <DrillLink drill={drill} title={title} label={label}>
        {bar}
      </DrillLink>
    </span>
  );
}
