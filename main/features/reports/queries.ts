import type { Input } from '#shared/contract/index.ts';
import type { AnnualReport, Indicator } from '#shared/contract/reports.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { addDays, addYears, schoolYearOf, schoolYearPeriod } from '#shared/domain/dates.ts';
import { createTranslator, type Translator } from '#shared/text/index.ts';
import type { ReadDb } from '../../database/handles.ts';
import { readSettings } from '../settings/queries.ts';
import { agreementIndicators } from './agreement-indicators.ts';
import type { IndicatorId } from './describe.ts';
import { engagementIndicators } from './engagement-indicators.ts';
import { createFigures } from './figures.ts';
import { hiredIndicators } from './hired-indicators.ts';
import { partnerIndicators } from './partner-indicators.ts';
import { placementIndicators } from './placement-indicators.ts';
import { requestIndicators } from './request-indicators.ts';
import { studentIndicators } from './student-indicators.ts';
import { summaryIndicator } from './summary.ts';
import type { ReportContext, YearPeriod } from './tables.ts';

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
]);

/** A breakdown by something that no record has filled in says nothing. */
const saysNothing = ({ id, rows }: Indicator): boolean =>
  optionalBreakdowns.has(id) && rows.length === 1 && rows[0]?.key === '';

const inclusive = (start: string): YearPeriod => ({ start, end: addDays(addYears(start, 1), -1) });

/** The annual report of a school year: every number with the list that stands behind it. */
export function annualReport(db: ReadDb, input: Input<'reports.annual'>, today: string): AnnualReport {
  const t = createTranslator(input.language);
  const settings = readSettings(db);
  const { schoolYearStartMonth: startMonth } = settings;
  const present = schoolYearOf(today, startMonth);
  const schoolYear = input.schoolYear ?? present;
  const now = schoolYearPeriod(schoolYear, startMonth);
  const before = inclusive(schoolYearPeriod(schoolYear - 1, startMonth).start);
  const context: ReportContext = {
    figures: createFigures(db, today),
    t,
    now,
    before,
    earlier: inclusive(schoolYearPeriod(schoolYear - 2, startMonth).start),
    nowName: t.locale.schoolYear(schoolYear),
    beforeName: t.locale.schoolYear(schoolYear - 1),
    earlierName: t.locale.schoolYear(schoolYear - 2),
    sharePercent: settings.enterpriseSharePercent,
  };
  const all = [
    summaryIndicator(context),
    ...partnerIndicators(context),
    ...agreementIndicators(context),
    ...studentIndicators(context),
    ...placementIndicators(context),
    ...requestIndicators(context),
    ...engagementIndicators(context),
    ...hiredIndicators(context),
  ];
  const leftOut = all.filter(saysNothing);
  const years = reportableYears(db, present, startMonth);
  return {
    schoolYear,
    language: input.language,
    period: now,
    previousPeriod: before,
    years: years.includes(schoolYear) ? years : [...years, schoolYear].toSorted((left, right) => right - left),
    title: t('reports.title'),
    periodName: t('reports.periodName', { years: t.locale.schoolYear(schoolYear) }),
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
