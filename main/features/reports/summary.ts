import type { Indicator, ReportCell } from '#shared/contract/reports.ts';
import { agreementsThat } from './agreement-indicators.ts';
import { describe } from './describe.ts';
import { studentsHired } from './hired-indicators.ts';
import { partners } from './partner-indicators.ts';
import { placementsOf } from './placement-indicators.ts';
import { requestsImplemented, requestsReceived } from './request-indicators.ts';
import { contingentOf, studentsPlaced } from './student-indicators.ts';
import { type Comparison, comparison, overYears, type ReportContext, shareCell, type YearPeriod } from './tables.ts';

/** The totals that are asked for first, of three years, on one page. */
export function summaryIndicator(context: ReportContext): Indicator {
  const { figures, t, sharePercent } = context;
  const line = (key: string, cell: (period: YearPeriod) => ReportCell): Comparison => ({
    key,
    label: t.dynamic(`reports.rows.${key}`, { percent: sharePercent }),
    ...overYears(context, cell),
  });
  const contingent = line('contingent', period => figures.cell(contingentOf(period)));
  const dual = line('dual', period => figures.cell(studentsPlaced(period, { dual: true })));
  const table = comparison(
    context,
    [
      line('partnersTotal', period => figures.cell(partners(period))),
      line('partnersNew', period => figures.cell(partners(period, 'new'))),
      line('partnersLost', period => figures.cell(partners(period, 'lost'))),
      line('agreementsOnLastDay', period => figures.cell(agreementsThat('onLastDay', period))),
      line('agreementsSigned', period => figures.cell(agreementsThat('signed', period))),
      contingent,
      dual,
      {
        ...line('coverage', () => dual.now),
        now: shareCell(dual.now, contingent.now),
        before: shareCell(dual.before, contingent.before),
        earlier: shareCell(dual.earlier, contingent.earlier),
      },
      line('placementsTotal', period => figures.cell(placementsOf(period))),
      line('hoursTotal', period => figures.cell(placementsOf(period), 'hours')),
      line('reached', period => figures.cell(studentsPlaced(period, { shareAtLeast: sharePercent }))),
      line('proposed', period => figures.cell(requestsReceived(period))),
      line('implemented', period => figures.cell(requestsImplemented(period))),
      line('hiredTotal', period => figures.cell(studentsHired(period))),
    ],
    true,
  );
  return describe(context, { id: 'summary', group: 'summary', unit: null, rowTitle: 'indicator', table });
}
