import type { Received, SentFigures } from '../contract/report-roll-up.ts';
import type { Measure, ReportArea } from '../contract/reports.ts';
import { fold } from './fold.ts';

/** Measures that add up over colleges; shares and means do not. */
const addable: ReadonlySet<Measure> = new Set(['rows', 'hours', 'hoursChanged', 'tenge', 'present', 'listed']);

type Sent = SentFigures['indicators'][number];
type SentRow = Sent['rows'][number];

/** A figure of one row and column, with that of each college in the order of the colleges; null where a college has none. */
export type RolledFigure = {
  readonly label: string;
  readonly column: string;
  readonly measure: Measure;
  readonly area: ReportArea;
  readonly values: readonly (number | null)[];
  /** Null where the figures do not add up. */
  readonly sum: number | null;
};

export type RolledTable = {
  readonly id: string;
  readonly title: string;
  readonly rowTitle: string;
  /** Whether more than one figure of a row is told apart by the titles of columns. */
  readonly hasColumns: boolean;
  readonly figures: readonly RolledFigure[];
  /** The college's own totals: a sum of its rows counts what stands in two of them twice. */
  readonly totals: readonly RolledFigure[];
};

/** Own indicators have an id in each college, so what they are called tells them apart; the others have one id everywhere. */
const keyOfIndicator = ({ id, title }: Sent): string => (id.startsWith('own:') ? `own ${fold(title)}` : id);

type Line = { readonly label: string; readonly held: (SentRow | null)[] };

/** Rows of the colleges side by side: by their key where it is the same everywhere, otherwise by what they are called. */
function linesOf(colleges: readonly (readonly SentRow[])[]): Line[] {
  const lines: Line[] = [];
  const byKey = new Map<string, Line>();
  const byName = new Map<string, Line[]>();
  for (const [place, rows] of colleges.entries())
    for (const row of rows) {
      const name = fold(row.label);
      const named = byName.get(name) ?? [];
      const known = byKey.get(row.key) ?? named.find(({ held }) => held[place] === null);
      const line = known ?? { label: row.label, held: colleges.map(() => null) };
      line.held[place] = row;
      byKey.set(row.key, line);
      if (known !== undefined) continue;
      lines.push(line);
      byName.set(name, [...named, line]);
    }
  return lines;
}

const sumOf = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>((all, value) => (value === null ? all : (all ?? 0) + value), null);

function figuresOf(colleges: readonly (readonly SentRow[])[], columns: Sent['columns']): RolledFigure[] {
  return linesOf(colleges).flatMap(({ label, held }) =>
    columns.flatMap(({ key, title }) => {
      const cells = held.map(row => row?.cells[key]);
      const first = cells.find(cell => cell !== undefined);
      if (first === undefined) return [];
      const { measure, area } = first;
      const values = cells.map(cell => (cell?.measure === measure ? cell.value : null));
      return [{ label, column: title, measure, area, values, sum: addable.has(measure) ? sumOf(values) : null }];
    }),
  );
}

/**
 * The figures of several colleges side by side: indicators, rows and columns in the order they are met in, those of the first college
 * first. Rows of records (a specialty, a firm) meet by what they are called, whatever the case and the spelling of Kazakh letters.
 */
export function rollUp(colleges: readonly SentFigures[]): RolledTable[] {
  const keys = [...new Set(colleges.flatMap(({ indicators }) => indicators.map(keyOfIndicator)))];
  return keys.flatMap(key => {
    const found = colleges.map(({ indicators }) => indicators.find(one => keyOfIndicator(one) === key));
    const first = found.find(one => one !== undefined);
    if (first === undefined) return [];
    const columns = [
      ...new Map(found.flatMap(one => (one?.columns ?? []).map(column => [column.key, column]))).values(),
    ];
    return [
      {
        id: first.id,
        title: first.title,
        rowTitle: first.rowTitle,
        hasColumns: columns.length > 1,
        figures: figuresOf(
          found.map(one => one?.rows ?? []),
          columns,
        ),
        totals: figuresOf(
          found.map(one => (one?.total ? [one.total] : [])),
          columns,
        ),
      },
    ];
  });
}

/** Says which files were replaced by a later report of the same college and period; a copy of the same report is one too. */
export function judgeReceived(files: readonly Received[]): Received[] {
  const newest = new Map<string, Received>();
  const subject = ({ about }: Received): string =>
    JSON.stringify([fold(about?.college ?? ''), about?.period.start, about?.period.end]);
  for (const one of files) {
    if (one.state !== 'fits' || one.about === null) continue;
    const known = newest.get(subject(one));
    if (known?.about && known.about.frozenAt >= one.about.frozenAt) continue;
    newest.set(subject(one), one);
  }
  return files.map(one =>
    one.state === 'fits' && newest.get(subject(one)) !== one ? { ...one, state: 'replaced' as const } : one,
  );
}
