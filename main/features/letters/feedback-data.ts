import type { LetterLanguage } from '#shared/contract/letter-kinds.ts';
import type { Period } from '#shared/domain/dates.ts';
import { AppError } from '#shared/result.ts';
import type { ReadDb } from '../../database/handles.ts';
import type { FeedbackText } from '../../documents/feedback-fields.ts';
import type { TemplateValues } from '../../documents/fill-template.ts';
import { translators } from './kinds/kind.ts';
import {
  byLanguage,
  type Envelope,
  type FirmFacts,
  firmText,
  letterheadText,
  locales,
  namedIn,
  type One,
} from './letterhead.ts';

type Adopted = { readonly number: string; readonly module: string | null; readonly state: string };
type Engaged = {
  readonly nameRu: string;
  readonly nameKk: string;
  readonly nameEn: string | null;
  readonly unit: string;
  readonly times: number;
  readonly quantity: number | null;
  readonly amountMinor: number | null;
};
type Plan = { readonly text: string; readonly day: string | null };

/** What a year of partnership has brought, as the letter to the firm tells it. */
export type FeedbackFacts = FirmFacts & {
  readonly firmId: string;
  /** First calendar year of the school year. */
  readonly year: number;
  readonly students: number;
  readonly hours: number;
  readonly hired: number;
  readonly requests: number;
  readonly adopted: readonly Adopted[];
  readonly implemented: number;
  readonly engaged: readonly Engaged[];
  readonly plans: readonly Plan[];
};

const head = (column: 'name' | 'position'): string =>
  `(SELECT c.${column} FROM contact c WHERE c.firm_id = f.id AND EXISTS (SELECT 1 FROM json_each(c.roles) WHERE value IN ('head', 'signatory'))
    ORDER BY EXISTS (SELECT 1 FROM json_each(c.roles) WHERE value = 'head') DESC, c.sort_key, c.id LIMIT 1)`;

/** Students who have been there, whatever the end; hours as the report counts them. */
const hosted = `placement p WHERE p.firm_id = f.id AND p.starts_on <= @to AND p.ends_on >= @from
  AND p.state IN ('started', 'interrupted', 'completed', 'endedEarly')`;

const firmSql = `SELECT f.id AS firmId, f.name_ru AS firmNameRu, f.name_kk AS firmNameKk, f.city AS firmCity, f.address AS firmAddress,
    ${head('name')} AS headName, ${head('position')} AS headPosition,
    (SELECT count(DISTINCT p.student_id) FROM ${hosted}) AS students,
    (SELECT coalesce(sum(coalesce(p.hours_enterprise, p.hours_planned, 0)), 0) FROM ${hosted}) AS hours,
    (SELECT count(*) FROM placement p WHERE p.firm_id = f.id AND p.hired = 1 AND ifnull(p.hired_on, p.ends_on) BETWEEN @from AND @to) AS hired,
    (SELECT count(*) FROM request r WHERE r.firm_id = f.id AND r.received_on BETWEEN @from AND @to) AS requests,
    (SELECT count(*) FROM request r WHERE r.firm_id = f.id AND r.state IN ('implemented', 'effectChecked') AND r.implemented_on BETWEEN @from AND @to) AS implemented
  FROM json_each(@ids) wanted CROSS JOIN firm f ON f.id = wanted.value ORDER BY wanted.key`;

const adoptedSql = `SELECT number, module, state FROM request WHERE firm_id = @firm AND (
    state IN ('approved', 'approvedWithChanges', 'implemented', 'effectChecked') AND decided_on BETWEEN @from AND @to
    OR state IN ('implemented', 'effectChecked') AND implemented_on BETWEEN @from AND @to) ORDER BY received_on, id`;

const engagedSql = `SELECT k.name_ru AS nameRu, k.name_kk AS nameKk, k.name_en AS nameEn, k.unit, count(*) AS times, sum(e.quantity) AS quantity, sum(e.amount_minor) AS amountMinor
  FROM engagement e JOIN engagement_kind k ON k.id = e.kind_id WHERE e.firm_id = @firm AND e.starts_on <= @to AND ifnull(e.ends_on, e.starts_on) >= @from
  GROUP BY k.id ORDER BY k.position`;

/** What the college has promised and not delivered, and the next milestones of common projects. */
const plansSql = `SELECT text, day FROM (
    SELECT promise AS text, due_on AS day FROM promise WHERE firm_id = @firm AND side = 'college' AND delivered_on IS NULL
    UNION ALL
    SELECT e.topic || ': ' || m.title, m.due_on FROM milestone m JOIN engagement e ON e.id = m.engagement_id WHERE e.firm_id = @firm AND m.done_on IS NULL
  ) ORDER BY day IS NULL, day LIMIT 8`;

/** What a school year has brought with each firm, in the given order. Errors: notFound. */
export function readFeedbackFacts(
  db: ReadDb,
  firmIds: readonly string[],
  year: number,
  { start: from, end: to }: Period,
): FeedbackFacts[] {
  const wanted = [...new Set(firmIds)];
  const found = db.all<Omit<FeedbackFacts, 'year' | 'adopted' | 'engaged' | 'plans'>>(firmSql, {
    ids: JSON.stringify(wanted),
    from,
    to,
  });
  if (found.length < wanted.length) throw new AppError('notFound', { entity: 'firm' });
  return found.map(facts => {
    const values = { firm: facts.firmId, from, to };
    return {
      ...facts,
      year,
      adopted: db.all<Adopted>(adoptedSql, values),
      engaged: db.all<Engaged>(engagedSql, values),
      plans: db.all<Plan>(plansSql, { firm: facts.firmId }),
    };
  });
}

/** A count that leaves its sentence out when there is nothing to count. */
const counted = (count: number): string => (count === 0 ? '' : String(count));

/** Several things told one after another in a sentence. */
const listed = (texts: readonly string[]): string => (texts.length === 0 ? '' : `${texts.join('; ')}.`);

function engagedText(engaged: Engaged, language: One): string {
  const t = translators[language];
  const locale = locales[language];
  const { nameRu, nameKk, nameEn, unit, times, quantity, amountMinor } = engaged;
  return t('partnership.paper.engaged', {
    kind: namedIn({ ru: nameRu, kk: nameKk, en: nameEn }, language),
    times,
    quantity: quantity === null ? '' : `${locale.number(quantity)} ${t.dynamic(`states.engagementUnit.${unit}`)}`,
    amount: amountMinor === null || amountMinor === 0 ? '' : locale.money(amountMinor),
  });
}

function feedbackText(facts: FeedbackFacts, envelope: Envelope, language: One): FeedbackText {
  const t = translators[language];
  const locale = locales[language];
  return {
    ...letterheadText(envelope, language),
    ...firmText(facts, language, envelope.names),
    yearName: locale.schoolYear(facts.year),
    students: counted(facts.students),
    hours: locale.number(facts.hours),
    hired: counted(facts.hired),
    requests: facts.requests + facts.adopted.length === 0 ? '' : String(facts.requests),
    adopted: String(facts.adopted.length),
    implemented: String(facts.implemented),
    adoptedList: listed(
      facts.adopted.map(({ number, module, state }) =>
        t('partnership.paper.adopted', { number, module: module ?? '', state: t.dynamic(`states.request.${state}`) }),
      ),
    ),
    engagement: facts.engaged.map(engaged => engagedText(engaged, language)).join('; '),
    plans: listed(
      facts.plans.map(({ text, day }) =>
        t('partnership.paper.plan', { text, date: day === null ? '' : locale.dateLong(day) }),
      ),
    ),
  };
}

/** What the yearly letter to one firm says, ready to fill a template. */
export const feedbackValues = (facts: FeedbackFacts, language: LetterLanguage, envelope: Envelope): TemplateValues => ({
  text: byLanguage(language, one => feedbackText(facts, envelope, one)),
});
