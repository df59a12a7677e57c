import type { ReactNode } from 'react';
import type { ListLayout } from '#renderer/state/lists.ts';
import { notAFormula } from '#shared/domain/spreadsheet-text.ts';

/** What the grid needs to know about a column. */
export type GridColumn<R> = {
  readonly key: string;
  readonly label: string;
  readonly width: number;
  readonly align?: 'end' | undefined;
  readonly grow?: true | undefined;
  readonly sortable?: false | undefined;
  readonly hidden?: true | undefined;
  readonly text: (row: R) => string;
  readonly render?: ((row: R) => ReactNode) | undefined;
};

export const narrowest = 64;
export const widest = 720;
/** One press of a key, in pixels. */
export const widthStep = 16;

/** The columns that show, with the widths the officer gave them. */
export function visibleColumns<R>(columns: readonly GridColumn<R>[], layout: ListLayout | undefined): GridColumn<R>[] {
  const hidden = new Set(layout?.hidden ?? columns.filter(column => column.hidden).map(column => column.key));
  const shown = columns.filter((column, index) => index === 0 || !hidden.has(column.key));
  return shown.map(column => ({ ...column, width: layout?.widths?.[column.key] ?? column.width }));
}

/** How wide the boxes to tick are. */
const boxWidth = 36;
const edge = 8;

/** The columns of a grid as CSS takes them, and the least they need in pixels; one of them takes the room that is left. */
export function gridTemplate(
  columns: readonly GridColumn<never>[],
  withBoxes: boolean,
): { readonly template: string; readonly width: number } {
  const growing = Math.max(
    0,
    columns.findIndex(column => column.grow),
  );
  const widths = columns.map(({ width }, index) => (index === growing ? `minmax(${width}px, 1fr)` : `${width}px`));
  const width = columns.reduce((sum, column) => sum + column.width, withBoxes ? boxWidth + edge : edge);
  return { template: [...(withBoxes ? [`${boxWidth}px`] : []), ...widths, `${edge}px`].join(' '), width };
}

/** Shows or hides one column, given how the officer left the others. */
export function toggleColumn<R>(
  columns: readonly GridColumn<R>[],
  layout: ListLayout | undefined,
  key: string,
): ListLayout {
  const hidden = new Set(layout?.hidden ?? columns.filter(column => column.hidden).map(column => column.key));
  if (hidden.has(key)) hidden.delete(key);
  else hidden.add(key);
  return { ...layout, hidden: [...hidden] };
}

/** The layout with another width of one column; null gives the first width back. */
export function withWidth(layout: ListLayout | undefined, key: string, width: number | null): ListLayout {
  const { [key]: _before, ...others } = layout?.widths ?? {};
  return { ...layout, widths: width === null ? others : { ...others, [key]: width } };
}

/** Keeps a width within what can be read and reached. */
export const clampWidth = (width: number): number => Math.round(Math.min(widest, Math.max(narrowest, width)));

/** Rows as a spreadsheet takes them from the clipboard: tabs between cells, no tab or line break inside, and no formulas. */
export function tableText<R>(columns: readonly GridColumn<R>[], rows: readonly R[]): string {
  const cell = (text: string): string => notAFormula(text.replace(/[\t\r\n]+/gu, ' ').trim());
  const lines = rows.map(row => columns.map(column => cell(column.text(row))).join('\t'));
  return [columns.map(column => cell(column.label)).join('\t'), ...lines].join('\r\n');
}
