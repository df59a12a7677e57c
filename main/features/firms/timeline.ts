import type { Input, Output } from '#shared/contract/index.ts';
import type { ReadDb } from '../../database/handles.ts';
import { requireRecord } from '../../database/records.ts';
import { lastDay } from '../agreements/queries.ts';

/** One source of events; `detail` of agreements and placements is the id of their type, so that it can be named in any language. */
const sources: readonly string[] = [
  `SELECT happened_on AS day, 'interaction' AS kind, 'interaction' AS entity, id, summary AS title, kind AS detail, 1 AS count
     FROM interaction WHERE firm_id = @firm`,
  `SELECT signed_on, 'agreementSigned', 'agreement', id, number, type_id, 1 FROM agreement
    WHERE firm_id = @firm AND signed_on IS NOT NULL AND stage IN ('signed', 'terminated')`,
  `SELECT m.effective_on, 'amendmentInEffect', 'agreement', a.id, m.number, a.number, 1 FROM agreement a JOIN amendment m ON m.agreement_id = a.id
    WHERE a.firm_id = @firm AND m.signed_on IS NOT NULL AND m.effective_on <= @today`,
  `SELECT day, 'agreementEnded', 'agreement', id, number, type_id, 1 FROM
     (SELECT a.id, a.number, a.type_id, ${lastDay('a')} AS day FROM agreement a WHERE a.firm_id = @firm AND a.stage IN ('signed', 'terminated')) WHERE day <= @today`,
  `SELECT starts_on, 'placements', 'placement', min(id), '', practice_type_id, count(*) FROM placement
    WHERE firm_id = @firm AND starts_on <= @today AND state <> 'didNotStart' GROUP BY starts_on, practice_type_id`,
  `SELECT ifnull(hired_on, ends_on), 'hired', 'placement', min(id), '', '', count(*) FROM placement
    WHERE firm_id = @firm AND hired = 1 GROUP BY ifnull(hired_on, ends_on)`,
  `SELECT received_on, 'request', 'request', id, number, ifnull(module, substr(proposed_text, 1, 120)), 1 FROM request WHERE firm_id = @firm`,
  `SELECT decided_on, 'requestDecided', 'request', id, number, state, 1 FROM request WHERE firm_id = @firm AND decided_on IS NOT NULL`,
  `SELECT done_on, 'visit', 'visit', id, '', ifnull(findings, ''), 1 FROM visit WHERE firm_id = @firm AND done_on IS NOT NULL`,
  `SELECT e.evaluated_on, 'evaluations', 'evaluation', min(e.id), '', e.side, count(*) FROM placement p JOIN evaluation e ON e.placement_id = p.id
    WHERE p.firm_id = @firm GROUP BY e.evaluated_on, e.side`,
  `SELECT issued_on, 'letter', 'letter', id, number, subject, 1 FROM letter WHERE firm_id = @firm AND void = 0`,
];

type Event = Output<'firms.timeline'>[number];

/** Everything that concerns a firm, newest first. Errors: notFound. */
export function firmTimeline(db: ReadDb, input: Input<'firms.timeline'>, today: string): Event[] {
  requireRecord(db, 'firm', input.id);
  return db
    .all<Omit<Event, 'on'> & { readonly day: string }>(
      `SELECT * FROM (${sources.join(' UNION ALL ')}) ORDER BY day DESC, kind, id LIMIT @limit`,
      { firm: input.id, today, limit: input.limit },
    )
    .map(({ day, ...event }) => ({ on: day, ...event }));
}
