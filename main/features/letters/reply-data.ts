import type { LetterLanguage } from '#shared/contract/letter-kinds.ts';
import { kazakhLocativeAdjective } from '#shared/domain/words/kazakh-suffixes.ts';
import { AppError } from '#shared/result.ts';
import type { ReadDb } from '../../database/handles.ts';
import type { TemplateValues } from '../../documents/fill-template.ts';
import type { ReplyLetterText } from '../../documents/letter-fields.ts';
import { translators } from './kinds/kind.ts';
import {
  byLanguage,
  coded,
  type Envelope,
  type FirmFacts,
  firmText,
  letterheadText,
  locales,
  type One,
  sentence,
} from './letterhead.ts';

/** Everything about one answered request that its reply can say. */
export type RequestFacts = FirmFacts & {
  readonly id: string;
  readonly firmId: string;
  readonly number: string;
  readonly receivedOn: string;
  readonly module: string | null;
  readonly proposedText: string;
  readonly hoursBefore: number | null;
  readonly hoursAfter: number | null;
  readonly state: 'approved' | 'approvedWithChanges' | 'rejected' | 'deferred' | 'implemented' | 'effectChecked';
  readonly stateReason: string | null;
  readonly decidedOn: string | null;
  /** The day of the meeting that has decided, also when it has only deferred. */
  readonly heldOn: string | null;
  readonly minuteNumber: string | null;
  readonly decisionText: string | null;
  readonly effectiveYear: number | null;
  readonly specialtyCode: string | null;
  readonly specialtyRu: string | null;
  readonly specialtyKk: string | null;
};

/** The person who made the request, or else the head of the firm or who signs for it. */
const addressee = (column: 'name' | 'position'): string =>
  `ifnull((SELECT c.${column} FROM contact c WHERE c.id = r.contact_id), (SELECT c.${column} FROM contact c WHERE c.firm_id = r.firm_id AND r.contact_id IS NULL
      AND EXISTS (SELECT 1 FROM json_each(c.roles) WHERE value IN ('head', 'signatory'))
    ORDER BY EXISTS (SELECT 1 FROM json_each(c.roles) WHERE value = 'head') DESC, c.sort_key, c.id LIMIT 1))`;

const sql = `SELECT r.id, r.firm_id AS firmId, r.number, r.received_on AS receivedOn, r.module, r.proposed_text AS proposedText,
    r.hours_before AS hoursBefore, r.hours_after AS hoursAfter, r.state, r.state_reason AS stateReason, r.decided_on AS decidedOn,
    (SELECT max(g.held_on) FROM agenda_item i JOIN meeting g ON g.id = i.meeting_id
      WHERE i.request_id = r.id AND i.decision IS NOT NULL AND g.minute_number = r.minute_number) AS heldOn,
    r.minute_number AS minuteNumber, r.decision_text AS decisionText, r.effective_year AS effectiveYear,
    f.name_ru AS firmNameRu, f.name_kk AS firmNameKk, f.city AS firmCity, f.address AS firmAddress,
    ${addressee('name')} AS headName, ${addressee('position')} AS headPosition,
    sp.code AS specialtyCode, sp.name_ru AS specialtyRu, sp.name_kk AS specialtyKk
  FROM json_each(?) wanted CROSS JOIN request r ON r.id = wanted.value
    LEFT JOIN firm f ON f.id = r.firm_id LEFT JOIN specialty sp ON sp.id = r.specialty_id
  ORDER BY wanted.key`;

const undecided = new Set<string>(['submitted', 'underReview']);

/** The facts of requests in the given order, each once. Errors: notFound, refused (no decision yet, or no firm to answer). */
export function readRequestFacts(db: ReadDb, ids: readonly string[]): RequestFacts[] {
  const wanted = [...new Set(ids)];
  const found = db.all<RequestFacts>(sql, JSON.stringify(wanted));
  if (found.length < wanted.length) throw new AppError('notFound', { entity: 'request' });
  for (const request of found) {
    if (undecided.has(request.state)) throw new AppError('refused', { reason: 'undecided', title: request.number });
    if ((request.firmId as string | null) === null)
      throw new AppError('refused', { reason: 'noFirm', title: request.number });
  }
  return found;
}

/** A date as it stands before what it dates: «1 октября 2025 года», «2025 жылғы 1 қазандағы». */
function dated(day: string, language: One): string {
  const date = locales[language].dateLong(day);
  return language === 'kk' ? kazakhLocativeAdjective(date) : date;
}

function replyText(request: RequestFacts, envelope: Envelope, language: One): ReplyLetterText {
  const t = translators[language];
  const turnedDown = request.state === 'rejected' || request.state === 'deferred';
  const day = request.decidedOn ?? request.heldOn;
  const { hoursBefore, hoursAfter } = request;
  return {
    ...letterheadText(envelope, language),
    ...firmText(request, language, envelope.names),
    requestNumber: request.number,
    requestDate: dated(request.receivedOn, language),
    specialty: coded(request.specialtyCode, request.specialtyRu, request.specialtyKk, language),
    module: sentence(request.module),
    proposal: sentence(request.proposedText),
    decision: t(`curriculum.paper.decision.${request.state}`),
    decisionText: turnedDown ? '' : sentence(request.decisionText),
    reason: turnedDown ? sentence(request.decisionText ?? request.stateReason) : '',
    minutes:
      request.minuteNumber === null
        ? ''
        : t('curriculum.paper.minutes', {
            number: request.minuteNumber,
            date: day === null ? '' : dated(day, language),
          }),
    hours:
      turnedDown || hoursBefore === null || hoursAfter === null || hoursBefore === hoursAfter
        ? ''
        : t('curriculum.paper.hours', { before: hoursBefore, after: hoursAfter }),
    effectiveYear:
      turnedDown || request.effectiveYear === null ? '' : locales[language].schoolYear(request.effectiveYear),
  };
}

/** What the reply to one request says, ready to fill a template. */
export const replyValues = (request: RequestFacts, language: LetterLanguage, envelope: Envelope): TemplateValues => ({
  text: byLanguage(language, one => replyText(request, envelope, one)),
});
