import type { Translator } from '#shared/text/index.ts';
import type { Area } from './figures.ts';

/** What is shown of a record beside its title: a column of text, of days, or of words under `states`. */
export type Shown = { readonly column: string; readonly sql: string; readonly kind?: 'day' | `states.${string}` };

/** Where the rows of a list come from, and what is shown of each. */
export type ListedRows = {
  readonly from: string;
  /** What `from` calls the table of the records. */
  readonly alias: string;
  readonly title: string;
  readonly order: string;
  readonly shown: readonly Shown[];
};

/** A column under another name than its own, or as words. */
const as = (column: string, sql: string, kind?: Shown['kind']): Shown => ({
  column,
  sql,
  ...(kind === undefined ? {} : { kind }),
});

/** «r.received_on» → «receivedOn» */
const fieldOf = (column: string): string =>
  column.replace(/^\w+\./u, '').replaceAll(/_([a-z])/gu, (_all, letter: string) => letter.toUpperCase());

/** A column of the table is shown under its own name; days end in `_on`. */
const shownAs = (column: string | Shown): Shown =>
  typeof column === 'string' ? as(fieldOf(column), column, column.endsWith('_on') ? 'day' : undefined) : column;

type Description = readonly [from: string, alias: string, title: string, order: string, ...shown: (string | Shown)[]];

/** The end of an agreement by its version of a day; by its first version where it is younger than that. */
const endOn = (day: string): Shown =>
  as(
    'endsOn',
    `(SELECT v.ends_on FROM agreement_version v WHERE v.agreement_id = a.id
        ORDER BY v.from_on <= '${day}' DESC, abs(julianday(v.from_on) - julianday('${day}')) LIMIT 1)`,
    'day',
  );

const person = "s.surname || ifnull(' ' || s.given_name, '') || ifnull(' ' || s.patronymic, '')";

/** The rows of a list in the language of a report; amended values are those of its last day. */
export function listedRows(area: Area, { language }: Translator, lastDay: string): ListedRows {
  const named = (alias: string): string =>
    language === 'kk' ? `coalesce(${alias}.name_kk, ${alias}.name_ru)` : `${alias}.name_ru`;
  const firm = as('firm', named('f'));
  const kind = language === 'en' ? 'coalesce(t.name_en, t.name_ru)' : named('t');
  const specialty = as('specialty', `sp.code || ' ' || ${named('sp')}`);
  const [from, alias, title, order, ...shown] = descriptionOf(area);
  return { from, alias, title, order, shown: shown.map(shownAs) };

  function descriptionOf(of: Area): Description {
    switch (of) {
      case 'firms':
        return ['firm f', 'f', named('f'), 'f.sort_key, f.id', 'f.bin', 'f.city', 'f.sector'];
      case 'agreements': {
        const tables = 'agreement a JOIN firm f ON f.id = a.firm_id JOIN agreement_type t ON t.id = a.type_id';
        const state = as('state', 'a.stage', 'states.agreementStage');
        const days = ['a.signed_on', 'a.starts_on', endOn(lastDay)] as const;
        return [tables, 'a', 'a.number', 'a.sort_key, a.id', firm, as('type', kind), ...days, state];
      }
      case 'students': {
        const tables =
          'student s LEFT JOIN student_group g ON g.id = s.group_id LEFT JOIN specialty sp ON sp.id = s.specialty_id';
        const state = as('state', 's.status', 'states.student');
        return [tables, 's', person, 's.sort_key, s.id', as('group', 'g.code'), specialty, 's.course', state];
      }
      case 'placements': {
        const tables = `placement p JOIN student s ON s.id = p.student_id JOIN firm f ON f.id = p.firm_id
          JOIN practice_type t ON t.id = p.practice_type_id LEFT JOIN specialty sp ON sp.id = p.specialty_id`;
        const hours = as('hours', 'coalesce(p.hours_enterprise, p.hours_planned)');
        const facts = [firm, as('practice', kind), specialty, 'p.starts_on', 'p.ends_on', hours] as const;
        const state = as('state', 'p.state', 'states.placement');
        return [tables, 'p', person, 's.sort_key, p.starts_on, p.id', ...facts, state];
      }
      case 'requests': {
        const days = ['r.received_on', 'r.decided_on', 'r.implemented_on'] as const;
        const hours = ['r.hours_before', 'r.hours_after', as('state', 'r.state', 'states.request')] as const;
        const tables = 'request r LEFT JOIN firm f ON f.id = r.firm_id';
        return [tables, 'r', "'№ ' || r.number", 'r.sort_key, r.id', firm, ...days, ...hours];
      }
      case 'engagements': {
        const tables = 'engagement e JOIN firm f ON f.id = e.firm_id JOIN engagement_kind t ON t.id = e.kind_id';
        const facts = [as('kind', kind), firm, 'e.starts_on', 'e.ends_on', 'e.hours'] as const;
        return [tables, 'e', 'e.topic', 'e.starts_on, e.id', ...facts];
      }
      case 'promises': {
        const days = ['p.promised_on', 'p.due_on', 'p.delivered_on'] as const;
        return ['promise p JOIN firm f ON f.id = p.firm_id', 'p', 'p.promise', 'p.promised_on, p.id', firm, ...days];
      }
      case 'challenges': {
        const tables = 'challenge c LEFT JOIN firm f ON f.id = c.firm_id';
        return [tables, 'c', 'c.description', 'c.raised_on, c.id', firm, 'c.raised_on', 'c.resolved_on'];
      }
      case 'meetings': {
        const council = as('council', named('c'));
        const tables = 'meeting g JOIN council c ON c.id = g.council_id';
        return [tables, 'g', "'№ ' || g.minute_number", 'g.held_on, g.id', council, 'g.held_on'];
      }
    }
  }
}
