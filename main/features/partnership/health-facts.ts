import { addDays, addYears } from '#shared/domain/dates.ts';
import { endOfTime } from '#shared/domain/effective.ts';
import type { HealthFacts } from '#shared/domain/partnership-health.ts';
import { graceDays, replyWithin } from '#shared/domain/reminders.ts';
import type { ReadDb } from '../../database/handles.ts';

type Grouped<T> = T & { readonly firmId: string };

const none: Omit<HealthFacts, 'lastContactOn'> = {
  nextStepOn: null,
  promisesKept: 0,
  promisesKeptLate: 0,
  promisesLate: 0,
  agreementsSigned: 0,
  agreementsInForce: 0,
  agreementLastOn: null,
  requests: 0,
  requestsWaiting: 0,
  finished: 0,
  hired: 0,
};

/**
 * Rows of one kind of fact, one per firm that has any. `{firm}` in the SQL narrows the table `x` to one firm. `+x.firm_id` keeps
 * SQLite from walking every row in the order of firms where an index leads to the few rows that count.
 */
const sources: readonly string[] = [
  `SELECT x.firm_id AS firmId, min(x.next_on) AS nextStepOn FROM interaction x
    WHERE x.next_on IS NOT NULL AND x.done_on IS NULL {firm} GROUP BY +x.firm_id`,
  `SELECT x.firm_id AS firmId, sum(x.delivered_on IS NOT NULL AND x.delivered_on <= x.due_on) AS promisesKept,
      sum(x.delivered_on IS NOT NULL AND x.delivered_on > x.due_on) AS promisesKeptLate, sum(x.delivered_on IS NULL AND x.due_on < @today) AS promisesLate
    FROM promise x WHERE (x.due_on BETWEEN @yearAgo AND @today OR x.delivered_on IS NULL AND x.due_on < @today) {firm} GROUP BY x.firm_id`,
  `SELECT x.firm_id AS firmId, count(*) AS agreementsSigned, sum(v.held_from <= @today AND v.held_until >= @today) AS agreementsInForce,
      nullif(max(CASE WHEN v.held_from <= @today AND v.held_until >= @today THEN v.last_on END), @endOfTime) AS agreementLastOn
    FROM agreement x JOIN agreement_version v ON v.agreement_id = x.id AND v.from_on <= @today AND v.until_on >= @today
    WHERE x.stage IN ('signed', 'terminated') {firm} GROUP BY x.firm_id`,
  `SELECT firmId, count(*) AS requests, sum(waiting) AS requestsWaiting FROM (
      SELECT x.firm_id AS firmId, x.received_on <= @waitedSince AS waiting FROM request x
        WHERE x.state IN ('submitted', 'underReview') AND x.firm_id IS NOT NULL {firm}
      UNION ALL
      SELECT x.firm_id, NOT EXISTS (SELECT 1 FROM letter l WHERE l.request_id = x.id AND l.void = 0 AND l.issued_on >= x.decided_on) FROM request x
        WHERE x.state NOT IN ('submitted', 'underReview', 'deferred') AND x.decided_on BETWEEN @decidedSince AND @today AND x.firm_id IS NOT NULL {firm}
    ) GROUP BY firmId`,
  `SELECT x.firm_id AS firmId, count(*) AS finished, sum(ifnull(x.hired, 0)) AS hired FROM placement x
    WHERE x.ends_on BETWEEN @twoYearsAgo AND @today AND x.state IN ('completed', 'endedEarly', 'started') {firm} GROUP BY +x.firm_id`,
];

export type FirmFacts = { readonly id: string; readonly facts: HealthFacts };

/**
 * What the records say about partnerships on a day: of one firm, or of all that are not former. One statement per kind of fact,
 * whatever the number of firms.
 */
export function healthFacts(db: ReadDb, today: string, firmId: string | null): FirmFacts[] {
  const values = {
    today,
    firm: firmId,
    endOfTime,
    yearAgo: addYears(today, -1),
    twoYearsAgo: addYears(today, -2),
    waitedSince: addDays(today, -graceDays.request),
    decidedSince: addDays(today, -replyWithin),
  };
  const byFirm = new Map<string, Partial<HealthFacts>>();
  for (const source of sources)
    for (const { firmId: id, ...facts } of db.all<Grouped<Partial<HealthFacts>>>(
      source.replaceAll('{firm}', firmId === null ? '' : 'AND x.firm_id = @firm'),
      values,
    ))
      byFirm.set(id, { ...byFirm.get(id), ...facts });
  return db
    .all<{ id: string; lastContactOn: string | null }>(
      `SELECT f.id, (SELECT max(happened_on) FROM interaction i WHERE i.firm_id = f.id AND i.happened_on <= @today) AS lastContactOn
         FROM firm f WHERE ${firmId === null ? "f.status <> 'former'" : 'f.id = @firm'}`,
      values,
    )
    .map(({ id, lastContactOn }) => ({ id, facts: { ...none, ...byFirm.get(id), lastContactOn } }));
}
