import type { Input, Output } from '#shared/contract/index.ts';
import type { AnnualReport, Indicator, ReportRow } from '#shared/contract/reports.ts';
import { createTranslator, type Translator } from '#shared/text/index.ts';
import type { ReadDb } from '../../database/handles.ts';
import { unitOfFigure } from '../../documents/report-format.ts';
import { openFrozen } from './frozen-content.ts';
import { rowsWithTotal } from './lists-behind.ts';
import { annualReport } from './queries.ts';

/** One number of a report, as a form asks for it. */
export type FlatLine = {
  readonly number: string;
  readonly indicator: string;
  readonly row: string;
  readonly column: string;
  readonly unit: string;
  readonly value: number | null;
  readonly previous: number | null;
};

/** The column of the year before that stands beside a column of the period. */
const yearBefore: Readonly<Record<string, string>> = {
  now: 'before',
  inForce: 'before',
  placements: 'before',
  hired: 'before',
  hours: 'hoursBefore',
  dual: 'dualBefore',
};

function linesOf(t: Translator, { title, columns, ...indicator }: Indicator, place: number): FlatLine[] {
  const rows = rowsWithTotal({ title, columns, ...indicator });
  const present = columns.filter(({ previous }) => !previous);
  const before = (row: ReportRow, key: string): number | null => {
    const name = yearBefore[key];
    const column = columns.find(one => one.key === name && one.previous);
    return column === undefined ? null : (row.cells[column.key]?.value ?? null);
  };
  let line = 0;
  return rows.flatMap(row =>
    present.flatMap(({ key, title: column }) => {
      const cell = row.cells[key];
      if (cell === undefined) return [];
      line += 1;
      return [
        {
          number: `${place + 1}.${line}`,
          indicator: title,
          row: row.label,
          column: present.length === 1 ? '' : column,
          unit: unitOfFigure(t, cell.measure, cell.drill.area),
          value: cell.value,
          previous: before(row, key),
        },
      ];
    }),
  );
}

/** A report as one table, a number a line: for copying into a form that asks for it. */
export function flatReport(report: AnnualReport): FlatLine[] {
  const t = createTranslator(report.language);
  return report.indicators.flatMap((indicator, place) => linesOf(t, indicator, place));
}

/** A report as one table, live or frozen. Errors: notFound. */
export function flatTable(db: ReadDb, input: Input<'reports.flat'>, today: string): Output<'reports.flat'> {
  const { frozenId, ...subject } = input;
  const report = frozenId === undefined ? annualReport(db, subject, today) : openFrozen(db, frozenId).content.report;
  const t = createTranslator(report.language);
  const keys = ['number', 'indicator', 'row', 'column', 'unit', 'value', 'previous'] as const;
  return {
    columns: keys.map(key => t(`indicators.flat.${key}`)),
    rows: flatReport(report).map(line => keys.map(key => line[key])),
  };
}
