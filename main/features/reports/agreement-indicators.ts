import { AgreementOrigin } from '#shared/contract/agreements.ts';
import type { Drill, Indicator } from '#shared/contract/reports.ts';
import { describe } from './describe.ts';
import { choiceLabels, dictionaryLabels, type Labels } from './labels.ts';
import {
  breakdown,
  chartOf,
  comparison,
  overYears,
  type ReportContext,
  type TableColumn,
  type YearPeriod,
} from './tables.ts';

type Question = 'inForce' | 'onLastDay' | 'signed' | 'expired' | 'renewed' | 'terminated';

/** Agreements in force, signed or ended in a period. */
export function agreementsThat(question: Question, { start, end }: YearPeriod): Drill {
  switch (question) {
    case 'inForce':
      return { area: 'agreements', filter: { inForceFrom: start, inForceTo: end } };
    case 'onLastDay':
      return { area: 'agreements', filter: { inForceFrom: end, inForceTo: end } };
    case 'signed':
      return { area: 'agreements', filter: { signedFrom: start, signedTo: end } };
    case 'expired':
    case 'renewed':
    case 'terminated':
      return { area: 'agreements', filter: { endedFrom: start, endedTo: end, ending: question } };
  }
}

const questions: readonly Question[] = ['inForce', 'onLastDay', 'signed', 'expired', 'renewed', 'terminated'];

function movement(context: ReportContext): Indicator {
  const { figures, t } = context;
  const table = comparison(
    context,
    questions.map(question => ({
      key: question,
      label: t(`reports.rows.${question}`),
      ...overYears(context, period => figures.cell(agreementsThat(question, period))),
    })),
  );
  return describe(context, {
    id: 'agreements',
    group: 'agreements',
    unit: 'agreements',
    rowTitle: 'indicator',
    table,
  });
}

function by(context: ReportContext, kind: 'type' | 'origin'): Indicator {
  const { t, now, before, nowName, beforeName } = context;
  const labels: Labels =
    kind === 'type'
      ? dictionaryLabels(context.figures.db, 'agreement_type', t.language)
      : choiceLabels(t, 'origin', AgreementOrigin.options);
  const columns: readonly TableColumn[] = [
    { key: 'inForce', title: t('reports.columns.inForce', { years: nowName }), drill: agreementsThat('inForce', now) },
    {
      key: 'onLastDay',
      title: t('reports.columns.onLastDay', { date: t.locale.date(now.end) }),
      drill: agreementsThat('onLastDay', now),
    },
    { key: 'signed', title: t('reports.columns.signed'), drill: agreementsThat('signed', now) },
    { key: 'expired', title: t('reports.columns.expired'), drill: agreementsThat('expired', now) },
    { key: 'renewed', title: t('reports.columns.renewed'), drill: agreementsThat('renewed', now) },
    { key: 'terminated', title: t('reports.columns.terminated'), drill: agreementsThat('terminated', now) },
    {
      key: 'before',
      title: t('reports.columns.inForce', { years: beforeName }),
      drill: agreementsThat('inForce', before),
      previous: true,
    },
  ];
  const table = breakdown(context, { dimension: kind, labels, columns });
  return describe(context, {
    id: kind === 'type' ? 'agreementsByType' : 'agreementsByOrigin',
    group: 'agreements',
    unit: 'agreements',
    rowTitle: kind,
    table,
    chart: chartOf(t, table, ['inForce', 'before']),
  });
}

/** Agreements in force, signed and ended: in all, by type and by who began the cooperation. */
export const agreementIndicators = (context: ReportContext): Indicator[] => [
  movement(context),
  by(context, 'type'),
  by(context, 'origin'),
];
