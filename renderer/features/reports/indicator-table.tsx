import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage, useTextsOf } from '#renderer/app/language.tsx';
import type { Language } from '#shared/contract/primitives.ts';
import type { Indicator, Measure, ReportRow } from '#shared/contract/reports.ts';
import type { Translator } from '#shared/text/translator.ts';
import { DrillLink } from './drill-link.tsx';
import { useReportView } from './report-view.ts';
import styles from './reports.module.css';
import { ChangeMark, TargetMark } from './variance-mark.tsx';

type Column = Indicator['columns'][number];

/** Rows of a long table that show before it is unfolded. */
const shownRows = 12;

/** A number as people of the language write it. */
export function writeValue(value: number | null, measure: Measure, { locale }: Translator): string {
  if (value === null) return '—';
  return measure === 'percent' ? locale.percent(value / 100, Number.isInteger(value) ? 0 : 1) : locale.number(value);
}

/** A heading in which a school year is not broken after its dash. */
const withYearsWhole = (title: string): ReactNode =>
  title.split(/(\d{4}–\d{4})/u).map((part, place) =>
    place % 2 === 0 ? (
      part
    ) : (
      <span key={place} className={styles['year']}>
        {part}
      </span>
    ),
  );

type Props = { readonly indicator: Indicator; readonly language: Language };

/** The figures of an indicator; every number opens the list behind it. */
export function IndicatorTable({ indicator, language }: Props) {
  const { t } = useLanguage();
  const words = useTextsOf(language);
  const unfolded = useReportView(view => view.unfolded[indicator.id] === true);
  const { id, title, columns, rows, total, rowTitle } = indicator;
  const comparison = columns[0]?.key === 'now' && columns[2]?.key === 'earlier';
  const targets = comparison && rows.some(({ cells }) => cells['now']?.target !== undefined);
  const beside: Beside = { change: comparison, target: targets };
  const long = rows.length > shownRows + 3;
  const shown = long && !unfolded ? rows.slice(0, shownRows) : rows;
  const toggle = (): void => {
    const { change, unfolded: known } = useReportView.getState();
    change({ unfolded: { ...known, [id]: !unfolded } });
  };
  return (
    <div>
      <div
        className={styles['tableHost']}
        role="group"
        aria-label={title}
        tabIndex={columns.length > 3 ? 0 : undefined}
      >
        <table className={styles['table']} lang={language}>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{rowTitle}</th>
              {columns.map(column => (
                <th key={column.key} scope="col" data-previous={column.previous || undefined}>
                  {withYearsWhole(column.title)}
                </th>
              ))}
              {comparison && <th scope="col">{words('indicators.variance.change')}</th>}
              {targets && <th scope="col">{words('indicators.variance.target')}</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map(row => (
              <Row key={row.key} row={row} columns={columns} title={title} words={words} beside={beside} />
            ))}
          </tbody>
          {total && (
            <tfoot>
              <Row row={total} columns={columns} title={title} words={words} beside={beside} />
            </tfoot>
          )}
        </table>
      </div>
      {long && (
        <Button variant="subtle" size="compact-sm" mt="xs" aria-expanded={unfolded} onClick={toggle}>
          {unfolded ? t('reports.screen.showLess') : t('reports.screen.showAll', { count: rows.length })}
        </Button>
      )}
    </div>
  );
}

/** What stands beside the figures of three years. */
type Beside = { readonly change: boolean; readonly target: boolean };

type RowProps = {
  readonly beside: Beside;
  readonly row: ReportRow;
  readonly columns: readonly Column[];
  readonly title: string;
  readonly words: Translator;
};

function Row({ row, columns, title, words, beside }: RowProps) {
  const { t } = useLanguage();
  const { now, before } = row.cells;
  return (
    <tr>
      <th scope="row">{row.label}</th>
      {columns.map(column => {
        const cell = row.cells[column.key];
        if (cell === undefined) return null;
        const value = writeValue(cell.value, cell.measure, words);
        return (
          <td key={column.key} data-previous={column.previous || undefined}>
            {cell.value === null ? (
              value
            ) : (
              <DrillLink
                drill={cell.drill}
                title={[title, row.label, column.title].join(' · ')}
                label={t('reports.screen.openListOf', { row: row.label, column: column.title, value })}
                muted={cell.value === 0}
              >
                {value}
              </DrillLink>
            )}
            {!beside.target && <TargetMark cell={cell} words={words} />}
          </td>
        );
      })}
      {beside.change && <td>{now && before && <ChangeMark now={now} before={before} words={words} />}</td>}
      {beside.target && <td>{now && <TargetMark cell={now} words={words} />}</td>}
    </tr>
  );
}
