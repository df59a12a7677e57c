import type { Input } from '#shared/contract/index.ts';
import type { AnnualReport, ReportArea } from '#shared/contract/reports.ts';
import { AppError } from '#shared/result.ts';
import type { ReadDb } from '../../database/handles.ts';
import { canonicalJson } from './canonical-json.ts';
import { openFrozen } from './frozen-content.ts';
import { type ListsBehind, listsBehind, rowsWithTotal } from './lists-behind.ts';
import { annualReport } from './queries.ts';

/** A report and the ids of the records behind the figures of its own period, in the order of their lists. */
export type RecordsBehind = {
  readonly report: AnnualReport;
  readonly ids: Readonly<Partial<Record<ReportArea, readonly string[]>>>;
};

function idsBehind(report: AnnualReport, { areas, lists }: ListsBehind): RecordsBehind['ids'] {
  const places = new Map<ReportArea, Set<number>>();
  for (const indicator of report.indicators) {
    const present = indicator.columns.filter(({ previous }) => !previous);
    for (const { cells } of rowsWithTotal(indicator))
      for (const { key } of present) {
        const drill = cells[key]?.drill;
        if (drill === undefined) continue;
        const known = places.get(drill.area) ?? new Set();
        for (const place of lists[canonicalJson(drill)] ?? []) known.add(place);
        places.set(drill.area, known);
      }
  }
  return Object.fromEntries(
    [...places].map(([area, own]) => [
      area,
      [...own].toSorted((left, right) => left - right).flatMap(place => areas[area].records[place]?.id ?? []),
    ]),
  );
}

/** The records behind a report, live or frozen. Errors: notFound, refused (content that is not what was frozen). */
export function recordsBehind(
  db: ReadDb,
  { frozenId, ...subject }: Omit<Input<'reports.evidence'>, 'folder'>,
  today: string,
): RecordsBehind {
  const frozen = frozenId === undefined ? null : openFrozen(db, frozenId);
  if (frozen?.sound === false) throw new AppError('refused', { reason: 'unsound' });
  const report = frozen?.content.report ?? annualReport(db, subject, today);
  return { report, ids: idsBehind(report, frozen?.content ?? listsBehind(db, report, today)) };
}
