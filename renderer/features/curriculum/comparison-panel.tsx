import { useMemo } from 'react';
import type { DetailOf } from '#renderer/api/records.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import { StatusBadge } from '#renderer/ui/status-badge.tsx';
import { textDifference } from '#shared/domain/text-difference.ts';
import type { Tools } from '../record-area/descriptor.ts';
import type { RecordActionsProps } from '../record-area/record-actions.tsx';
import { RecordLink } from '../record-area/record-link.tsx';
import styles from './curriculum.module.css';

type Request = DetailOf<'requests'>;

/** What the request changes: the texts word by word, the hours, and the way it has come. */
export function ComparisonPanel({ detail, tools }: RecordActionsProps) {
  const request = detail as unknown as Request;
  const { t } = tools;
  return (
    <div className={styles['panel']}>
      <section>
        <h2>{t('curriculum.comparison')}</h2>
        <Comparison before={request.currentText} after={request.proposedText} tools={tools} />
      </section>
      {request.hoursBefore !== null && request.hoursAfter !== null && (
        <section>
          <h2>{t('curriculum.hours')}</h2>
          <Hours before={request.hoursBefore} after={request.hoursAfter} tools={tools} />
        </section>
      )}
      {request.meetings.length > 0 && (
        <section>
          <h2>{t('areas.tabs.meetings')}</h2>
          <ul className={styles['timeline']}>
            {request.meetings.map(meeting => (
              <li key={meeting.id}>
                <RecordLink name="meetings" id={meeting.id}>
                  {`№ ${meeting.minuteNumber} · ${tools.locale.date(meeting.heldOn)}`}
                </RecordLink>
                {meeting.decision === null ? (
                  <span className={styles['quiet']}>{t('curriculum.noDecision')}</span>
                ) : (
                  <StatusBadge kind="request" value={meeting.decision} />
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{t('curriculum.timeline')}</h2>
        <Timeline id={request.id} tools={tools} />
      </section>
    </div>
  );
}

type TextProps = { readonly before: string | null; readonly after: string; readonly tools: Tools };

function Comparison({ before, after, tools }: TextProps) {
  const { t } = tools;
  const pieces = useMemo(() => textDifference(before ?? '', after), [before, after]);
  const help =
    before === null
      ? t('curriculum.comparisonNone')
      : before === after
        ? t('curriculum.comparisonSame')
        : t('curriculum.comparisonHelp');
  return (
    <>
      <p className={styles['quiet']}>{help}</p>
      <p className={styles['difference']}>
        {pieces.map((piece, index) => {
          const key = `${index} ${piece.kind}`;
          if (piece.kind === 'removed') return <del key={key}>{piece.text}</del>;
          if (piece.kind === 'added') return <ins key={key}>{piece.text}</ins>;
          return <span key={key}>{piece.text}</span>;
        })}
      </p>
    </>
  );
}

function Hours({ before, after, tools }: { readonly before: number; readonly after: number; readonly tools: Tools }) {
  const { t, locale } = tools;
  const delta = after - before;
  const sign = delta > 0 ? '+' : delta < 0 ? '−' : '';
  return (
    <p className={styles['hours']}>
      <strong>{t('curriculum.hoursChange', { before: locale.number(before), after: locale.number(after) })}</strong>
      <span className={styles['quiet']}>
        {t('curriculum.hoursDelta', { delta: `${sign}${locale.number(Math.abs(delta))}` })}
      </span>
    </p>
  );
}

function Timeline({ id, tools }: { readonly id: string; readonly tools: Tools }) {
  const { t, locale } = tools;
  const { data, problem, refresh } = useQuery('requests.timeline', { id });
  if (problem) return <ErrorNotice problem={problem} onRetry={refresh} />;
  if (!data) return <Skeleton rows={3} />;
  return (
    <ol className={styles['timeline']}>
      {data.map(step => (
        <li key={`${step.at} ${step.to}`}>
          <StatusBadge kind="request" value={step.to} />
          <span>{locale.dateTime(step.at)}</span>
          <span className={styles['quiet']}>
            {[step.actor, t('curriculum.timelineDays', { days: step.days })].join(' · ')}
          </span>
          {step.reason && <p>{step.reason}</p>}
        </li>
      ))}
    </ol>
  );
}
