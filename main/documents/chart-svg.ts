import type { Locale } from '#shared/locale/index.ts';
import { escapeHtml } from './escape-html.ts';
import type { ReportChart } from './report-model.ts';
import { fitting, textWidth } from './text-width.ts';

export type ChartSvgOptions = {
  readonly title: string;
  readonly locale: Locale;
  /** Unique within the page: ties the title to the picture for screen readers. */
  readonly id: string;
  /** Pixels. */
  readonly width?: number;
};

/** Teal, amber, blue, plum, grey: told apart in print without colour by their lightness too. */
export const chartColours = ['#0f766e', '#d97706', '#4f6d9a', '#9d4e7c', '#6b7280'] as const;

const TEXT = '#262626';
const MUTED = '#595959';
const GRID = '#d9d9d9';
const FONT_SIZE = 11;
const LINE = 12;
/** No label takes more than this many units before it goes on in a second line. */
const LONGEST_LABEL = 210;

/** Draws a chart as a self-contained SVG with a title and a text of its figures for those who cannot see it. */
export function chartSvg(chart: ReportChart, options: ChartSvgOptions): string {
  const width = options.width ?? 640;
  const drawn =
    chart.kind === 'line'
      ? drawLines(chart, width, options.locale)
      : wantsRows(chart)
        ? drawRows(chart, width, options.locale)
        : drawColumns(chart, width, options.locale);
  const legend = drawLegend(chart, width, drawn.height);
  const height = drawn.height + legend.height;
  const name = `${options.id}-title`;
  const summary = `${options.id}-summary`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" ` +
    `aria-labelledby="${escapeHtml(name)} ${escapeHtml(summary)}" font-family="Arimo, Arial, sans-serif" font-size="${FONT_SIZE}">` +
    `<title id="${escapeHtml(name)}">${escapeHtml(options.title)}</title>` +
    `<desc id="${escapeHtml(summary)}">${escapeHtml(chartSummary(chart, options.locale))}</desc>` +
    `${drawn.marks}${legend.marks}</svg>`
  );
}

/** All figures of a chart in words: «2024: 12, 2025: 15». */
export function chartSummary(chart: ReportChart, locale: Locale): string {
  return chart.series
    .map(({ name, values }) => {
      const points = chart.labels.map((label, index) => `${label}: ${figure(values[index] ?? null, locale)}`);
      return chart.series.length === 1 ? points.join(', ') : `${name} – ${points.join(', ')}`;
    })
    .join('; ');
}

/** Long or many labels read better beside lying bars than under standing ones. */
export function wantsRows(chart: ReportChart): boolean {
  const longest = Math.max(0, ...chart.labels.map(label => label.length));
  return chart.kind === 'bar' && (longest > 14 || chart.labels.length > 8);
}

type Drawn = { readonly marks: string; readonly height: number };
type Scale = { readonly low: number; readonly high: number; readonly ticks: readonly number[] };

function drawColumns(chart: ReportChart, width: number, locale: Locale): Drawn {
  const scale = niceScale(chart);
  const left = axisWidth(scale, locale);
  const [top, plotHeight] = [14, 210];
  const y = (value: number): number => top + plotHeight * (1 - (value - scale.low) / (scale.high - scale.low));
  const slot = (width - left - 8) / Math.max(1, chart.labels.length);
  const bar = Math.min(46, (slot * 0.72) / Math.max(1, chart.series.length));
  const marks = [gridLines(scale, left, width, y, locale)];
  chart.labels.forEach((label, at) => {
    const middle = left + slot * (at + 0.5);
    chart.series.forEach(({ values }, index) => {
      const value = values[at] ?? null;
      if (value === null) return;
      const x = middle + bar * (index - chart.series.length / 2) + 1;
      const from = Math.min(y(value), y(0));
      marks.push(rectangle(x, from, bar - 2, Math.abs(y(value) - y(0)), colourOf(index)));
      if (chart.labels.length * chart.series.length <= 24) {
        marks.push(text(x + bar / 2 - 1, from - 4, figure(value, locale), { anchor: 'middle', size: 10 }));
      }
    });
    marks.push(text(middle, top + plotHeight + 16, shorten(label, slot), { anchor: 'middle', fill: MUTED }));
  });
  marks.push(line(left, y(0), width - 4, y(0), MUTED));
  return { marks: marks.join(''), height: top + plotHeight + 26 };
}

function drawRows(chart: ReportChart, width: number, locale: Locale): Drawn {
  const scale = niceScale(chart);
  const longest = Math.max(...chart.labels.map(label => Math.min(LONGEST_LABEL, textWidth(label, FONT_SIZE))));
  const left = Math.min(width * 0.42, longest + 10);
  const right = 56;
  const bar = chart.series.length === 1 ? 16 : 11;
  const row = bar * chart.series.length + 10;
  const x = (value: number): number => left + ((width - left - right) * (value - scale.low)) / (scale.high - scale.low);
  const marks: string[] = [];
  const bottom = chart.labels.length * row + 8;
  for (const tick of scale.ticks) {
    marks.push(line(x(tick), 4, x(tick), bottom, GRID));
    marks.push(text(x(tick), bottom + 14, figure(tick, locale), { anchor: 'middle', fill: MUTED, size: 10 }));
  }
  chart.labels.forEach((label, at) => {
    const top = 8 + at * row;
    const lines = twoLines(label, left - 8);
    const middle = top + row / 2 - 1;
    for (const [place, part] of lines.entries())
      marks.push(text(left - 8, middle + (place - (lines.length - 1) / 2) * LINE, part, { anchor: 'end' }));
    chart.series.forEach(({ values }, index) => {
      const value = values[at] ?? null;
      if (value === null) return;
      const y = top + index * bar;
      marks.push(rectangle(Math.min(x(0), x(value)), y, Math.abs(x(value) - x(0)), bar - 2, colourOf(index)));
      marks.push(text(Math.max(x(0), x(value)) + 4, y + bar - 4, figure(value, locale), { size: 10 }));
    });
  });
  marks.push(line(x(0), 4, x(0), bottom, MUTED));
  return { marks: marks.join(''), height: bottom + 22 };
}

function drawLines(chart: ReportChart, width: number, locale: Locale): Drawn {
  const scale = niceScale(chart);
  const left = axisWidth(scale, locale);
  const [top, plotHeight] = [16, 210];
  const y = (value: number): number => top + plotHeight * (1 - (value - scale.low) / (scale.high - scale.low));
  const slot = (width - left - 8) / Math.max(1, chart.labels.length);
  const x = (at: number): number => left + slot * (at + 0.5);
  const marks = [gridLines(scale, left, width, y, locale)];
  chart.labels.forEach((label, at) => {
    marks.push(text(x(at), top + plotHeight + 16, shorten(label, slot), { anchor: 'middle', fill: MUTED }));
  });
  chart.series.forEach(({ values }, index) => {
    const colour = colourOf(index);
    let path = '';
    let pen = 'M';
    chart.labels.forEach((_label, at) => {
      const value = values[at] ?? null;
      if (value === null) {
        pen = 'M';
        return;
      }
      path += `${pen}${round(x(at))} ${round(y(value))}`;
      pen = 'L';
      marks.push(`<circle cx="${round(x(at))}" cy="${round(y(value))}" r="3" fill="${colour}"/>`);
      if (chart.series.length === 1 || at === chart.labels.length - 1) {
        marks.push(text(x(at), y(value) - 8, figure(value, locale), { anchor: 'middle', size: 10 }));
      }
    });
    const dash = index === 0 ? '' : ` stroke-dasharray="${index * 4} 3"`;
    marks.push(`<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"${dash}/>`);
  });
  return { marks: marks.join(''), height: top + plotHeight + 26 };
}

function drawLegend(chart: ReportChart, width: number, top: number): Drawn {
  if (chart.series.length < 2) return { marks: '', height: 0 };
  let [x, y] = [8, top + 10];
  const marks = chart.series.map(({ name }, index) => {
    const needed = 26 + textWidth(name, FONT_SIZE);
    if (x + needed > width && x > 8) [x, y] = [8, y + 18];
    const entry = rectangle(x, y - 9, 10, 10, colourOf(index)) + text(x + 15, y, name, {});
    x += needed;
    return entry;
  });
  return { marks: marks.join(''), height: y - top + 12 };
}

function gridLines(scale: Scale, left: number, width: number, y: (value: number) => number, locale: Locale): string {
  return scale.ticks
    .map(
      tick =>
        line(left, y(tick), width - 4, y(tick), GRID) +
        text(left - 6, y(tick) + 4, figure(tick, locale), { anchor: 'end', fill: MUTED, size: 10 }),
    )
    .join('');
}

/** Whole steps of 1, 2 or 5 times a power of ten, always with zero. */
function niceScale(chart: ReportChart): Scale {
  const values = chart.series.flatMap(({ values: all }) => all.filter(value => value !== null));
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  // Differences below a millionth are no differences anyone counts, and their logarithm would not be a number.
  const span = high - low > 1e-6 ? high - low : 1;
  const rough = span / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const whole = values.every(value => Number.isInteger(value));
  const step = Math.max(whole ? 1 : 0, ([1, 2, 5, 10].find(factor => factor * power >= rough) ?? 10) * power);
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil((high + span * 0.04) / step));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
  return { low: first * step, high: last * step, ticks };
}

function axisWidth(scale: Scale, locale: Locale): number {
  return Math.max(...scale.ticks.map(tick => textWidth(figure(tick, locale), 10))) + 12;
}

function figure(value: number | null, locale: Locale): string {
  return value === null ? '—' : locale.number(value);
}

/** A label over at most two lines, broken between words; what does not fit is cut. */
function twoLines(label: string, width: number): readonly string[] {
  if (textWidth(label, FONT_SIZE) <= width) return [label];
  const first = fitting(label, FONT_SIZE, width);
  const border = label[first.length] === ' ' ? first.length : first.lastIndexOf(' ');
  if (border <= 0) return [shorten(label, width)];
  return [label.slice(0, border), shorten(label.slice(border + 1), width)];
}

const shorten = (label: string, width: number): string =>
  textWidth(label, FONT_SIZE) <= width
    ? label
    : `${fitting(label, FONT_SIZE, Math.max(0, width - textWidth('…', FONT_SIZE))).trimEnd()}…`;

function colourOf(index: number): string {
  return chartColours[index % chartColours.length] ?? chartColours[0];
}

function rectangle(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(Math.max(0, width))}" height="${round(height)}" fill="${fill}"/>`;
}

function line(x1: number, y1: number, x2: number, y2: number, stroke: string): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${stroke}" stroke-width="1"/>`;
}

type TextOptions = { readonly anchor?: 'middle' | 'end'; readonly fill?: string; readonly size?: number };

function text(x: number, y: number, content: string, { anchor, fill = TEXT, size }: TextOptions): string {
  const place = anchor === undefined ? '' : ` text-anchor="${anchor}"`;
  const own = size === undefined ? '' : ` font-size="${size}"`;
  return `<text x="${round(x)}" y="${round(y)}" fill="${fill}"${place}${own}>${escapeHtml(content)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
