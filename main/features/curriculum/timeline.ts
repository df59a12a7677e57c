import type { Input, Output } from '#shared/contract/index.ts';
import { daysBetween } from '#shared/domain/dates.ts';
import type { ReadDb } from '../../database/handles.ts';
import { requireRecord } from '../../database/records.ts';

type Step = Output<'requests.timeline'>[number];
type Row = {
  readonly at: string;
  readonly actor: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** The states a request has been in, read from the audit; steps that were undone are left out. Errors: notFound. */
export function requestTimeline(
  db: ReadDb,
  { id }: Input<'requests.timeline'>,
  today: string,
): Output<'requests.timeline'> {
  const request = requireRecord(db, 'request', id);
  const rows = db.all<Row>(
    `SELECT b.at, b.actor, a.before, a.after FROM audit a CROSS JOIN batch b ON b.id = a.batch_id
      WHERE a.entity = 'request' AND a.entity_id = ? AND b.kind <> 'undo' AND b.reversed_by IS NULL ORDER BY a.seq`,
    id,
  );
  const steps: Omit<Step, 'days'>[] = [];
  for (const row of rows) {
    const before = JSON.parse(row.before ?? '{}') as { state?: Step['to'] };
    const after = JSON.parse(row.after ?? '{}') as { state?: Step['to']; stateReason?: string | null };
    if (after.state === undefined) continue;
    steps.push({
      at: row.at,
      actor: row.actor,
      from: before.state ?? null,
      to: after.state,
      reason: after.stateReason ?? null,
    });
  }
  return steps.map((step, index) => {
    const since = index === 0 ? request.receivedOn : step.at.slice(0, 10);
    return { ...step, days: Math.max(0, daysBetween(since, steps[index + 1]?.at.slice(0, 10) ?? today)) };
  });
}
