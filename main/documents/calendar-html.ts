import type { CalendarKind, PaperSize } from '#shared/contract/calendar-view.ts';
import { embedFonts } from './document-fonts.ts';
import { escapeHtml } from './escape-html.ts';

/** A piece of an item in a printed week. */
export type PrintedPiece = {
  readonly kind: CalendarKind;
  readonly text: string;
  readonly column: number;
  readonly span: number;
  readonly lane: number;
  readonly before: boolean;
  readonly after: boolean;
};

export type PrintedDay = {
  readonly label: string;
  readonly muted: boolean;
  readonly off: boolean;
  readonly more: string;
};

export type PrintedWeek = { readonly days: readonly PrintedDay[]; readonly pieces: readonly PrintedPiece[] };

export type PrintedLine = { readonly kind: CalendarKind; readonly text: string; readonly note: string };

/** A calendar as it is printed, every word in the language of the paper. */
export type CalendarSheet = {
  readonly language: string;
  readonly paper: PaperSize;
  readonly title: string;
  readonly college: string;
  readonly made: string;
  readonly weekdays: readonly string[];
  /** Empty for an agenda. */
  readonly weeks: readonly PrintedWeek[];
  readonly listTitle: string;
  /** The agenda, or what found no room in the weeks. */
  readonly list: readonly { readonly day: string; readonly lines: readonly PrintedLine[] }[];
  readonly legend: readonly { readonly kind: CalendarKind; readonly word: string }[];
};

type Geometry = { readonly width: number; readonly height: number; readonly lane: number; readonly font: number };

const geometries: Readonly<Record<PaperSize, Geometry>> = {
  A4: { width: 297, height: 210, lane: 4.3, font: 7.5 },
  A3: { width: 420, height: 297, lane: 5, font: 9 },
};

const margin = 10;
/** Millimetres above the weeks (title, weekdays) and below them (legend). */
const head = 19;
const foot = 9;
const dayHead = 5.5;

const weekHeight = (paper: PaperSize, weeks: number): number =>
  (geometries[paper].height - 2 * margin - head - foot) / weeks;

/** How many lanes of a week find room on a sheet; one is kept for «N more». */
export function lanesOnPaper(paper: PaperSize, weeks: number): number {
  return Math.max(1, Math.floor((weekHeight(paper, weeks) - dayHead) / geometries[paper].lane) - 1);
}

/** A shape for each kind, so that the sheet can be read in black and white; drawn in a square of ten. */
const shapes: Readonly<Record<CalendarKind, string>> = {
  agreementEnd: '<path d="M5 1 9.5 9h-9z"/>',
  placement: '<rect y="3" width="10" height="4"/>',
  visit: '<circle cx="5" cy="5" r="4"/>',
  meeting: '<circle cx="5" cy="5" r="3.2" fill="none" stroke="currentColor" stroke-width="1.8"/>',
  council: '<rect x="1" y="1" width="8" height="8"/>',
  engagement: '<path d="M5 .5 9.5 5 5 9.5.5 5z"/>',
  promise: '<path d="M5 9 1 4.6a2.2 2.2 0 0 1 4-1.8 2.2 2.2 0 0 1 4 1.8z"/>',
  nextStep: '<path d="M1 4h4V1l4.5 4L5 9V6H1z"/>',
  task: '<path d="M1 5.4 4 8.4 9.3 1.8" fill="none" stroke="currentColor" stroke-width="1.8"/>',
  holiday: '<path d="m5 .6 1.3 2.9 3.2.3-2.4 2.1.7 3.2L5 7.4 2.2 9.1l.7-3.2L.5 3.8l3.2-.3z"/>',
};

const mark = (kind: CalendarKind): string =>
  `<svg class="mark k-${kind}" viewBox="0 0 10 10" fill="currentColor">${shapes[kind]}</svg>`;

const seventh = 100 / 7;

function renderWeek({ days, pieces }: PrintedWeek, height: number, lane: number): string {
  const cells = days
    .map(
      day =>
        `<div class="day${day.muted ? ' muted' : ''}${day.off ? ' off' : ''}"><b>${escapeHtml(day.label)}</b>` +
        (day.more === '' ? '' : `<i>${escapeHtml(day.more)}</i>`) +
        '</div>',
    )
    .join('');
  const bars = pieces
    .map(piece => {
      const { kind, text, column, span, before, after } = piece;
      const style = `left:calc(${column * seventh}% + .7mm);width:calc(${span * seventh}% - 1.4mm);top:${dayHead + piece.lane * lane}mm;height:${lane - 0.5}mm`;
      return `<div class="piece k-${kind}${before ? ' before' : ''}${after ? ' after' : ''}" style="${style}">${mark(kind)}<span>${escapeHtml(text)}</span></div>`;
    })
    .join('');
  return `<div class="week" style="height:${height}mm">${cells}${bars}</div>`;
}

function renderList({ list }: CalendarSheet): string {
  return list
    .map(
      ({ day, lines }) =>
        `<section><h3>${escapeHtml(day)}</h3>${lines
          .map(
            ({ kind, text, note }) =>
              `<p>${mark(kind)}<span>${escapeHtml(text)}${note === '' ? '' : ` <em>${escapeHtml(note)}</em>`}</span></p>`,
          )
          .join('')}</section>`,
    )
    .join('');
}

/** The calendar as a page of HTML that stands alone: weeks on a lying sheet, the agenda on standing ones. */
export function calendarToHtml(sheet: CalendarSheet): string {
  const { width, height, lane, font } = geometries[sheet.paper];
  const grid = sheet.weeks.length > 0;
  const legend = sheet.legend.map(({ kind, word }) => `<span>${mark(kind)}${escapeHtml(word)}</span>`).join('');
  const top = `<header><h1>${escapeHtml(sheet.title)}</h1><p>${escapeHtml(sheet.college)}</p></header>`;
  const bottom = `<footer>${legend}<span class="made">${escapeHtml(sheet.made)}</span></footer>`;
  const weeks = grid
    ? `<div class="names">${sheet.weekdays.map(name => `<span>${escapeHtml(name)}</span>`).join('')}</div>` +
      `<div class="weeks">${sheet.weeks.map(week => renderWeek(week, weekHeight(sheet.paper, sheet.weeks.length), lane)).join('')}</div>`
    : '';
  const list =
    sheet.list.length === 0
      ? ''
      : `<div class="list${grid ? ' rest' : ''}">${sheet.listTitle === '' ? '' : `<h2>${escapeHtml(sheet.listTitle)}</h2>`}${renderList(sheet)}</div>`;
  const body = grid ? `${top}${weeks}${bottom}${list}` : `${top}${list}${bottom}`;
  const fonts = embedFonts(body.replaceAll(/<[^>]*>/g, ''), ['Arimo'], { bold: true, italic: true });
  return [
    `<!doctype html><html lang="${sheet.language}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">`,
    `<title>${escapeHtml(sheet.title)}</title><style>${fonts}`,
    `@page{size:${grid ? `${width}mm ${height}mm` : `${height}mm ${width}mm`};margin:${margin}mm}`,
    `body{font-size:${font}pt}${style}</style></head><body>${body}</body></html>`,
  ].join('\n');
}

const style = `html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;font-family:Arimo;line-height:1.25;color:#1a1a1a;background:#fff}
header{display:flex;justify-content:space-between;align-items:baseline;gap:8mm;height:11mm}
h1{margin:0;font-size:2.2em;white-space:nowrap}header p{margin:0;font-size:1.2em;text-align:right;color:#404040}
.names,.week{display:grid;grid-template-columns:repeat(7,minmax(0,1fr))}
.names span{padding:0 1mm;line-height:7mm;height:7mm;font-weight:700;color:#0f4f4a;border-bottom:.6pt solid #0f766e}
.week{position:relative;box-sizing:border-box;border-bottom:.5pt solid #8a969e;break-inside:avoid}
.day{position:relative;border-right:.4pt solid #c5ced4;padding:.6mm 1mm}.day:first-child{border-left:.4pt solid #c5ced4}
.day b{font-size:1.2em}.day.muted b{color:#767676;font-weight:400}.day.off{background:#f3f1ee}.day.off b{color:#9a3412}
.day i{position:absolute;right:1mm;bottom:.5mm;color:#404040}
.piece{position:absolute;box-sizing:border-box;display:flex;align-items:center;gap:1mm;padding:0 1mm;overflow:hidden;white-space:nowrap;border:.4pt solid #a9b4ba;border-radius:.8mm;background:#fff}
.piece span{overflow:hidden;text-overflow:ellipsis}.piece.before{border-left-style:dashed;border-top-left-radius:0;border-bottom-left-radius:0}.piece.after{border-right-style:dashed}
.piece.k-placement{background:#e3f2f1;border-color:#0f766e}.piece.k-holiday{border-color:transparent;background:none;font-weight:700}
.piece.k-agreementEnd{background:#fcf0d8;border-color:#84500a}.piece.k-council{background:#e4eef9;border-color:#1c548f}
.mark{flex:none;width:.8em;height:.8em;color:#4c5861}.mark.k-placement{color:#0b5f5c}.mark.k-agreementEnd{color:#84500a}.mark.k-holiday{color:#9a3412}.mark.k-council,.mark.k-meeting,.mark.k-visit{color:#1c548f}
footer{display:flex;flex-wrap:wrap;gap:1mm 5mm;padding-top:2mm;color:#404040}footer span{display:inline-flex;align-items:center;gap:1mm}.made{margin-left:auto}
.list{font-size:1.25em}.rest{break-before:page}h2{margin:0 0 3mm;font-size:1.3em}
section{break-inside:avoid;margin-bottom:3mm}h3{margin:0 0 1mm;font-size:1em;color:#0f4f4a;border-bottom:.4pt solid #c5ced4;break-after:avoid}
section p{display:flex;align-items:baseline;gap:2mm;margin:0 0 .8mm;break-inside:avoid}em{color:#505050;font-style:normal}`;
