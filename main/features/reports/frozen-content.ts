import type { FrozenReport } from '#shared/contract/frozen-reports.ts';
import type { AnnualReport, ReportSpan } from '#shared/contract/reports.ts';
import { AppError } from '#shared/result.ts';
import { createTranslator } from '#shared/text/index.ts';
import type { ReadDb } from '../../database/handles.ts';
import { requireRecord } from '../../database/records.ts';
import { contentHash } from './canonical-json.ts';
import { type ListsBehind, listsBehind } from './lists-behind.ts';
import { annualReport } from './queries.ts';

/** Everything that is frozen, and that the hash covers. */
export type FrozenContent = ListsBehind & {
  /** Rises when the shape changes, so that old reports stay readable. */
  readonly format: 1;
  readonly report: AnnualReport;
  readonly frozenBy: string;
  readonly frozenAt: string;
  readonly note: string | null;
};

export type Subject = Pick<FrozenReport, 'language'> & {
  readonly span?: ReportSpan | undefined;
  readonly schoolYear?: number | undefined;
};

/** What a frozen report was about. */
export const subjectOf = ({ report: { span, schoolYear, language } }: Pick<FrozenContent, 'report'>): Subject => ({
  span,
  schoolYear,
  language,
});

/** The report of a period with its lists, as the data stand on a day; for a comparison also what is switched off. */
export function presentContent(
  db: ReadDb,
  subject: Subject,
  today: string,
  options: { readonly hidden?: boolean } = {},
): Pick<FrozenContent, 'report' | 'areas' | 'lists'> {
  const live = annualReport(db, subject, today, options);
  const draftNote = createTranslator(subject.language)('reports.notes.draft');
  const report = {
    ...live,
    draft: false,
    years: [live.schoolYear],
    notes: live.notes.filter(note => note !== draftNote),
  };
  return { report, ...listsBehind(db, live, today) };
}

export type Opened = {
  readonly frozen: FrozenReport;
  readonly content: FrozenContent;
  readonly computed: string;
  /** The content has the hash it was frozen under, and the row says what the content says. */
  readonly sound: boolean;
};

const bytesOf = (db: ReadDb, { hash }: FrozenReport): Uint8Array =>
  db.value<Uint8Array>('SELECT bytes FROM letter_file WHERE hash = ?', hash) ?? new Uint8Array();

function contentOf(bytes: Uint8Array): FrozenContent | null {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as FrozenContent;
  } catch {
    // Bytes that are no JSON are no report; the hash says so too.
    return null;
  }
}

const agrees = (frozen: FrozenReport, { report, note, frozenBy, frozenAt }: FrozenContent): boolean =>
  frozen.schoolYear === report.schoolYear &&
  frozen.language === report.language &&
  frozen.periodName === report.periodName &&
  frozen.asOf === report.asOf &&
  frozen.note === note &&
  frozen.frozenBy === frozenBy &&
  frozen.frozenAt === frozenAt;

/** Computes the hash of what is kept and compares the row with it. Errors: notFound. */
export function checkFrozen(db: ReadDb, id: string): Pick<Opened, 'frozen' | 'computed' | 'sound'> {
  const frozen = requireRecord(db, 'frozenReport', id);
  const bytes = bytesOf(db, frozen);
  const content = contentOf(bytes);
  const computed = contentHash(bytes);
  return { frozen, computed, sound: computed === frozen.hash && content !== null && agrees(frozen, content) };
}

/** A frozen report with its content, checked against its hash. Errors: notFound, refused when the content cannot be read. */
export function openFrozen(db: ReadDb, id: string): Opened {
  const frozen = requireRecord(db, 'frozenReport', id);
  const bytes = bytesOf(db, frozen);
  const content = contentOf(bytes);
  if (content === null) throw new AppError('refused', { reason: 'unsound' });
  const computed = contentHash(bytes);
  return { frozen, content, computed, sound: computed === frozen.hash && agrees(frozen, content) };
}
