import { Button } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from '#renderer/api/use-query.ts';
import { useLanguage, useTextsOf } from '#renderer/app/language.tsx';
import { EmptyState, ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import type { ChangedFigure, ReportChanges, ReportDifference } from '#shared/contract/frozen-reports.ts';
import type { Measure } from '#shared/contract/reports.ts';
import type { Translator } from '#shared/text/translator.ts';
import { writeValue } from './indicator-table.tsx';
import { RecordAnchor } from './record-anchor.tsx';
import styles from './reports.module.css';

/** Records of a figure that are named before all are asked for. */
const shownRecords = 20;

/** What a frozen report would say differently today, figure by figure and record by record. */
export function ReportChangesView({ id }: { readonly id: string }) {
  const { t } = useLanguage();
  const { data, problem, refresh } = useQuery('reports.changes', { id });
  if (problem) return <ErrorNotice problem={problem} onRetry={refresh} />;
  if (!data) return <Skeleton rows={10} />;
  if (data.indicators.length === 0)
    return (
      <EmptyState
        title={t('reports.frozen.nothingChanged')}
        help={t('reports.frozen.nothingChangedHelp', { count: data.compared })}
      />
    );
  return <Changes changes={data} />;
}

function Changes({ changes }: { readonly changes: ReportChanges }) {
  const { t, locale } = useLanguage();
  const { language, asOf, today, compared, indicators } = changes;
  const words = useTextsOf(language);
  const changed = indicators.reduce((sum, { figures }) => sum + figures.length, 0);
  return (
    <div className={styles['scroll']} role="region" aria-labelledby="report-changes" tabIndex={-1}>
      <h2 id="report-changes">{t('reports.frozen.changesTitle', { date: locale.date(asOf) })}</h2>
      <p>
        {t('reports.frozen.changesSummary', {
          changed: locale.number(changed),
          compared: locale.number(compared),
          date: locale.date(today),
        })}
      </p>
      {indicators.map(({ id, title, figures }) => (
        <section key={id} className={styles['indicator']} aria-labelledby={`changes-${id}`}>
          <h3 id={`changes-${id}`} lang={language}>
            {title}
          </h3>
          {figures.map(figure => (
            <Figure key={`${figure.row} ${figure.column}`} figure={figure} words={words} />
          ))}
        </section>
      ))}
    </div>
  );
}

function Figure({ figure, words }: { readonly figure: ChangedFigure; readonly words: Translator }) {
  const { t } = useLanguage();
  const [all, setAll] = useState(false);
  const { rowLabel, columnTitle, measure, before, after, records } = figure;
  const shown = all ? records : records.slice(0, shownRecords);
  return (
    <div className={styles['figure']}>
      <p>
        <span lang={words.language}>
          {rowLabel} · {columnTitle}
        </span>
        <span className={styles['values']}>
          {writeValue(before, measure, words)} → {writeValue(after, measure, words)}
        </span>
        {records.length === 0 && <span className={styles['gone']}>{t('reports.frozen.sharesOnly')}</span>}
      </p>
      {shown.length > 0 && (
        <ul>
          {shown.map(record => (
            <li key={`${record.kind} ${record.id}`}>
              <Sign kind={record.kind} /> <RecordAnchor {...record} /> — {t(`reports.frozen.${record.kind}`)}
              {figure.measure !== 'rows' && figure.measure !== 'percent' && (
                <>: {writeAmount(record, measure, words)}</>
              )}
            </li>
          ))}
        </ul>
      )}
      {shown.length < records.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t('reports.frozen.moreRecords', { count: records.length })}
        </Button>
      )}
    </div>
  );
}

/** What the record adds; both amounts where it has stayed. */
function writeAmount({ before, after }: ReportDifference, measure: Measure, words: Translator): string {
  return [before, after]
    .filter(amount => amount !== null)
    .map(amount => writeValue(amount, measure, words))
    .join(' → ');
}

const signs = { came: '+', went: '−', changed: '±' } as const;

function Sign({ kind }: Pick<ReportDifference, 'kind'>) {
  return <span aria-hidden="true">{signs[kind]}</span>;
}
