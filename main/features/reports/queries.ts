import type { Input, Output } from '#shared/contract/index.ts';
import type { AnnualReport, Indicator, ReportSpan } from '#shared/contract/reports.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { schoolYearOf } from '#shared/domain/dates.ts';
import { periodOfSpan, schoolYearOfSpan, spanYearsBefore } from '#shared/domain/report-span.ts';
import { createTranslator, type Translator } from '#shared/text/index.ts';
import type { ReadDb } from '../../database/handles.ts';
import { readSettings } from '../settings/queries.ts';
import { agreementIndicators } from './agreement-indicators.ts';
import type { IndicatorId } from './describe.ts';
import { engagementIndicators } from './engagement-indicators.ts';
import { createFigures } from './figures.ts';
import { hiredIndicators } from './hired-indicators.ts';
import { arranged, withTargets } from './layout.ts';
import { ownIndicators } from './own-indicators.ts';
import { partnerIndicators } from './partner-indicators.ts';
import { placementIndicators } from './placement-indicators.ts';
import { requestIndicators } from './request-indicators.ts';
import { studentIndicators } from './student-indicators.ts';
import { summaryIndicator } from './summary.ts';
import type { ReportContext } from './tables.ts';

/** How far back the choice of school years goes. */
const mostYears = 30;

/** School years from the first record with a date to the present one, newest first. */
function reportableYears(db: ReadDb, present: number, startMonth: number): number[] {
  const first = db.value<string | null>(
    `SELECT min(day) FROM (SELECT min(starts_on) AS day FROM placement UNION ALL SELECT min(signed_on) FROM agreement
       UNION ALL SELECT min(received_on) FROM request)`,
  );
  const oldest = first === null || first === undefined ? present : schoolYearOf(first, startMonth);
  const count = Math.min(Math.max(present - oldest, 0), mostYears - 1) + 1;
  return Array.from({ length: count }, (_, back) => present - back);
}

const collegeName = (settings: Settings, t: Translator): string => {
  const { collegeRu, collegeKk, collegeEn } = settings;
  const own = { kk: collegeKk, ru: collegeRu, en: collegeEn }[t.language];
  return [own, collegeRu, collegeKk].find(name => name !== '') ?? t('reports.collegeUnnamed');
};

/** Breakdowns by details that a college may never fill in. */
const optionalBreakdowns: ReadonlySet<string> = new Set<IndicatorId>([
  'partnersBySector',
  'partnersByCity',
  'partnersByRegion',
  'partnersBySize',
  'agreementsByOrigin',
  'contingentByCourse',
  'contingentByLanguage',
  'contingentByFunding',
  'placementsByMentor',
]);

/** A breakdown by something that no record has filled in says nothing. */
const saysNothing = ({ id, rows }: Indicator): boolean =>
  optionalBreakdowns.has(id) && rows.length === 1 && rows[0]?.key === '';

/** What a span is called beside others: «2025–2026», «2025», «I полугодие 2026», «01.09.2025–31.12.2025». */
function spanName(t: Translator, span: ReportSpan): string {
  switch (span.kind) {
    case 'schoolYear':
      return t.locale.schoolYear(span.year);
    case 'calendarYear':
      return String(span.year);
    case 'halfYear':
      return t(span.half === 1 ? 'indicators.spans.firstHalf' : 'indicators.spans.secondHalf', { year: span.year });
    case 'days':
      return `${t.locale.date(span.from)}–${t.locale.date(span.to)}`;
  }
}

/** The name of the period on the cover. */
function periodName(t: Translator, span: ReportSpan): string {
  const name = spanName(t, span);
  if (span.kind === 'schoolYear') return t('reports.periodName', { years: name });
  return span.kind === 'calendarYear' ? t('indicators.spans.calendarYear', { year: name }) : name;
}

type Subject = Pick<Input<'reports.annual'>, 'span' | 'schoolYear' | 'language'>;

const spanOf = (subject: Subject, present: number): ReportSpan =>
  subject.span ?? { kind: 'schoolYear', year: subject.schoolYear ?? present };

function contextOf(
  db: ReadDb,
  { language }: Subject,
  span: ReportSpan,
  settings: Settings,
  today: string,
): ReportContext {
  const t = createTranslator(language);
  const year = (back: number) => {
    const own = spanYearsBefore(span, back);
    return { period: periodOfSpan(own, settings.schoolYearStartMonth), name: spanName(t, own) };
  };
  const [now, before, earlier] = [year(0), year(1), year(2)];
  return {
    figures: createFigures(db, today),
    t,
    now: now.period,
    before: before.period,
    earlier: earlier.period,
    nowName: now.name,
    beforeName: before.name,
    earlierName: earlier.name,
    sharePercent: settings.enterpriseSharePercent,
  };
}

/** Every indicator there is, in the order of the program. */
const allIndicators = (context: ReportContext): Indicator[] => [
  summaryIndicator(context),
  ...partnerIndicators(context),
  ...agreementIndicators(context),
  ...studentIndicators(context),
  ...placementIndicators(context),
  ...requestIndicators(context),
  ...engagementIndicators(context),
  ...hiredIndicators(context),
  ...ownIndicators(context),
];

/** Every indicator with its place, for choosing what the report has. */
export function indicatorLayout(
  db: ReadDb,
  { language }: Input<'indicators.layout'>,
  today: string,
): Output<'indicators.layout'> {
  const settings = readSettings(db);
  const span = spanOf({ language }, schoolYearOf(today, settings.schoolYearStartMonth));
  const context = contextOf(db, { language }, span, settings, today);
  return arranged(db, allIndicators(context)).map(({ indicator: { id, group, title, definition, unit }, shown }) => ({
    id,
    group,
    title,
    definition,
    unit,
    shown,
    ownId: id.startsWith('own:') ? id.slice('own:'.length) : null,
  }));
}

type Options = {
  /** Indicators that are switched off too, for comparing with a report that has them. */
  readonly hidden?: boolean;
};

/** The report of a period: every number with the list that stands behind it. */
export function annualReport(
  db: ReadDb,
  input: Input<'reports.annual'>,
  today: string,
  { hidden = false }: Options = {},
): AnnualReport {
  const settings = readSettings(db);
  const { schoolYearStartMonth: startMonth } = settings;
  const present = schoolYearOf(today, startMonth);
  const span = spanOf(input, present);
  const context = contextOf(db, input, span, settings, today);
  const { t, now } = context;
  const placed = arranged(db, allIndicators(context)).filter(({ shown }) => shown || hidden);
  const all = withTargets(
    db,
    span,
    placed.map(({ indicator }) => indicator),
  );
  const leftOut = all.filter(saysNothing);
  const schoolYear = schoolYearOfSpan(span, startMonth);
  const years = reportableYears(db, present, startMonth);
  const whole = span.kind === 'schoolYear' || span.kind === 'calendarYear';
  return {
    schoolYear,
    span,
    language: input.language,
    period: now,
    previousPeriod: context.before,
    years: years.includes(schoolYear) ? years : [...years, schoolYear].toSorted((left, right) => right - left),
    title: whole ? t('reports.title') : t('indicators.spans.title'),
    periodName: periodName(t, span),
    college: collegeName(settings, t),
    asOf: today,
    draft: true,
    indicators: all.filter(indicator => !saysNothing(indicator)),
    notes: [
      t('reports.notes.draft'),
      ...(now.end >= today ? [t('reports.notes.unfinished')] : []),
      ...(leftOut.length === 0
        ? []
        : [
            t('reports.notes.leftOut', {
              names: t.locale.list(leftOut.map(({ title }) => t('reports.quoted', { name: title }))),
            }),
          ]),
    ],
  };
}
