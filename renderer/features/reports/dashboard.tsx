import { SegmentedControl } from '@mantine/core';
import { type Ref, useState } from 'react';
import { useLanguage, useTextsOf } from '#renderer/app/language.tsx';
import { EmptyState } from '#renderer/ui/messages.tsx';
import type { AnnualReport, Indicator, ReportRow } from '#shared/contract/reports.ts';
import type { Translator } from '#shared/text/translator.ts';
import { BarChart } from './bar-chart.tsx';
import { DrillLink } from './drill-link.tsx';
import { IndicatorTable, writeValue } from './indicator-table.tsx';
import styles from './reports.module.css';
import { ChangeMark, TargetMark } from './variance-mark.tsx';

type Props = { readonly report: AnnualReport; readonly faded?: boolean; readonly body?: Ref<HTMLDivElement> };

const isSingle = ({ columns }: Indicator): boolean => columns[0]?.key === 'now' && columns[2]?.key === 'earlier';

/** The indicators of the report at a glance: the figures of the first table and of one's own, then the charts. */
export function Dashboard({ report, faded = false, body }: Props) {
  const { t } = useLanguage();
  const { language, indicators } = report;
  const words = useTextsOf(language);
  const figures = indicators.filter(one => isSingle(one) && (one.id === 'summary' || one.group === 'own'));
  const charts = indicators.filter(({ chart }) => chart !== null);
  return (
    <div className={styles['body']} ref={body} data-faded={faded || undefined}>
      {figures.length > 0 && (
        <section aria-label={t('indicators.dashboard.figures')}>
          <ul className={styles['tiles']}>
            {figures.flatMap(indicator =>
              indicator.rows.map(row => (
                <Tile key={`${indicator.id} ${row.key}`} indicator={indicator} row={row} words={words} />
              )),
            )}
          </ul>
        </section>
      )}
      {figures.length === 0 && charts.length === 0 && (
        <EmptyState title={t('indicators.dashboard.title')} help={t('indicators.dashboard.none')} />
      )}
      <section className={styles['cards']} aria-label={t('indicators.dashboard.charts')}>
        {charts.map(indicator => (
          <Card key={indicator.id} indicator={indicator} report={report} />
        ))}
      </section>
    </div>
  );
}

type TileProps = { readonly indicator: Indicator; readonly row: ReportRow; readonly words: Translator };

/** One figure, its change, its target, and three years as bars that open their lists. */
function Tile({ indicator, row, words }: TileProps) {
  const { t } = useLanguage();
  const { now, before } = row.cells;
  if (now === undefined || before === undefined) return null;
  const title = indicator.group === 'own' && indicator.rows.length > 1 ? `${indicator.title}: ${row.label}` : row.label;
  const value = writeValue(now.value, now.measure, words);
  const period = indicator.columns[0]?.title ?? '';
  return (
    <li className={styles['tile']} title={indicator.definition} lang={words.language}>
      <span className={styles['tileName']}>{title}</span>
      <span className={styles['tileValue']}>
        <DrillLink
          drill={now.drill}
          title={[title, period].join(' · ')}
          label={t('reports.screen.openListOf', { row: title, column: period, value })}
        >
          {value}
        </DrillLink>
        <Trend indicator={indicator} row={row} title={title} words={words} />
      </span>
      <ChangeMark now={now} before={before} words={words} />
      <TargetMark cell={now} words={words} />
    </li>
  );
}

/** Three years as columns; each opens its list. */
function Trend({ indicator, row, title, words }: TileProps & { readonly title: string }) {
  const { t } = useLanguage();
  const years = indicator.columns.toReversed().flatMap(({ key, title: period }) => {
    const cell = row.cells[key];
    return cell === undefined ? [] : [{ key, period, cell }];
  });
  const largest = Math.max(1, ...years.map(({ cell }) => cell.value ?? 0));
  const written = years.map(({ period, cell }) => `${period} – ${writeValue(cell.value, cell.measure, words)}`);
  return (
    <span
      className={styles['trend']}
      role="group"
      aria-label={t('indicators.dashboard.trend', { values: written.join('; ') })}
    >
      {years.map(({ key, period, cell }, place) => (
        <DrillLink
          key={key}
          drill={cell.drill}
          title={[title, period].join(' · ')}
          hint={written[place] ?? ''}
          label={t('indicators.dashboard.trendOf', {
            label: title,
            period,
            value: writeValue(cell.value, cell.measure, words),
          })}
        >
          <i
            data-now={key === 'now' || undefined}
            style={{ height: `${Math.max(((cell.value ?? 0) / largest) * 100, 4)}%` }}
            aria-hidden="true"
          />
        </DrillLink>
      ))}
    </span>
  );
}

type CardProps = { readonly indicator: Indicator; readonly report: AnnualReport };

/** A chart with its title and summary, or its table. */
function Card({ indicator, report: { language } }: CardProps) {
  const { t } = useLanguage();
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const { id, title, unit, definition, chart } = indicator;
  if (chart === null) return null;
  const name = `card-${id}`;
  return (
    <section className={styles['card']} aria-labelledby={name}>
      <header>
        <h2 id={name} lang={language} title={definition}>
          {title}
          {unit !== '' && <span className={styles['unit']}>{unit}</span>}
        </h2>
        <SegmentedControl
          size="xs"
          aria-label={t('indicators.dashboard.view', { title })}
          data={[
            { value: 'chart', label: t('indicators.dashboard.asChart') },
            { value: 'table', label: t('indicators.dashboard.asTable') },
          ]}
          value={view}
          onChange={value => setView(value === 'table' ? 'table' : 'chart')}
        />
      </header>
      {view === 'chart' ? (
        <BarChart chart={chart} title={title} language={language} onOthers={() => setView('table')} />
      ) : (
        <IndicatorTable indicator={indicator} language={language} />
      )}
    </section>
  );
}
