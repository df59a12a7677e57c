import type { Received, SentFigures } from '#shared/contract/report-roll-up.ts';
import type { RolledFigure, RolledTable } from '#shared/domain/report-roll-up.ts';
import type { Translator } from '#shared/text/index.ts';
import { unitOfFigure } from './report-format.ts';
import type { CellValue, ReportRow } from './report-model.ts';
import type { Workbook, WorkbookColumn, WorkbookSheet } from './write-xlsx.ts';

type RollUp = {
  readonly periodName: string;
  readonly colleges: readonly { readonly file: string; readonly figures: SentFigures }[];
  readonly tables: readonly RolledTable[];
  /** Files that are not in it. */
  readonly left: readonly Received[];
};

const keyOf = (place: number): string => `college${place}`;

/** What came from whom, and what is left out and why. */
function collegesSheet(t: Translator, { periodName, colleges, left }: RollUp): WorkbookSheet {
  const row = (
    file: string,
    state: string,
    about: Pick<SentFigures, 'college' | 'periodName' | 'asOf' | 'frozenAt' | 'reportHash'> | null,
  ): ReportRow => ({
    college: about?.college ?? null,
    period: about?.periodName ?? null,
    asOf: about?.asOf ?? null,
    frozenAt: about?.frozenAt.slice(0, 10) ?? null,
    hash: about?.reportHash.slice(0, 12) ?? null,
    file,
    state,
  });
  return {
    name: t('rollUp.colleges'),
    title: t('rollUp.title'),
    lines: [periodName, t('rollUp.sharesDoNotAdd')],
    columns: [
      { key: 'college', title: t('rollUp.college'), type: 'text', width: 44 },
      { key: 'period', title: t('rollUp.period'), type: 'text', width: 24 },
      { key: 'asOf', title: t('reports.frozen.asOf'), type: 'date' },
      { key: 'frozenAt', title: t('reports.frozen.frozen'), type: 'date' },
      { key: 'hash', title: t('reports.frozen.hash'), type: 'text' },
      { key: 'state', title: t('rollUp.state'), type: 'text', width: 28 },
      { key: 'file', title: t('rollUp.file'), type: 'text', width: 44 },
    ],
    rows: [
      ...colleges.map(({ file, figures }) => row(file, t('rollUp.states.fits'), figures)),
      ...left.map(({ file, state, about }) =>
        row(file, t(state === 'fits' ? 'rollUp.states.otherPeriod' : `rollUp.states.${state}`), about),
      ),
    ],
  };
}

function tableSheet(t: Translator, table: RolledTable, { periodName, colleges }: RollUp): WorkbookSheet {
  const names = colleges.map(({ figures: { college } }) => college);
  const columns: readonly WorkbookColumn[] = [
    { key: 'label', title: table.rowTitle, type: 'text', width: 40 },
    ...(table.hasColumns ? [{ key: 'column', title: t('rollUp.column'), type: 'text', width: 28 } as const] : []),
    { key: 'unit', title: t('documents.unit'), type: 'text', width: 14 },
    ...names.map((title, place) => ({ key: keyOf(place), title, type: 'number', width: 16 }) as const),
    {
      key: 'sum',
      title: t('reports.total'),
      type: 'number',
      width: 16,
      adds: { from: keyOf(0), to: keyOf(names.length - 1) },
    },
  ];
  const row = (figure: RolledFigure): ReportRow => {
    const values: Record<string, CellValue> = {};
    for (const [place, value] of figure.values.entries()) values[keyOf(place)] = value;
    return {
      ...values,
      label: figure.label,
      column: figure.column,
      unit: unitOfFigure(t, figure.measure, figure.area),
      sum: figure.sum,
    };
  };
  return {
    name: table.title,
    title: table.title,
    lines: [periodName],
    columns,
    rows: [...table.figures, ...table.totals].map(row),
  };
}

/** The figures of several colleges: who sent what, then a sheet for each table, a column for each college, sums as formulas. */
export function rollUpWorkbook(t: Translator, content: RollUp): Workbook {
  return {
    title: `${t('rollUp.title')}, ${content.periodName}`,
    sheets: [collegesSheet(t, content), ...content.tables.map(table => tableSheet(t, table, content))],
  };
}
