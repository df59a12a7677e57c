import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '#renderer/api/use-query.ts';
import { EmptyState, ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import type { Output } from '#shared/contract/index.ts';
import { readablePhone } from '#shared/domain/phone-text.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { RecordLink } from '../record-area/record-link.tsx';
import { CallActions } from './call-actions.tsx';
import { findingText } from './finding-text.ts';
import styles from './partnership.module.css';

type Call = Output<'partnership.callList'>['firms'][number];

/** The ten firms that need a call most, each with its reasons and what can be done about it. */
export function CallList({ tools }: { readonly tools: Tools }) {
  const { t } = tools;
  const list = useQuery('partnership.callList', {});
  if (list.problem) return <ErrorNotice problem={list.problem} onRetry={list.refresh} />;
  if (list.data === undefined) return <Skeleton rows={6} />;
  const { firms, total, paused } = list.data;
  const more = total - firms.length;
  return (
    <section className={styles['calls']} aria-label={t('partnership.callTitle')}>
      <h2>{t('partnership.callTitle')}</h2>
      <p className={styles['quiet']}>{t('partnership.callHelp')}</p>
      {firms.length === 0 ? (
        <EmptyState
          icon={<IconCheck size={28} />}
          title={t('partnership.callNone')}
          help={t('partnership.callNoneHelp')}
        />
      ) : (
        <ol className={styles['lines']}>
          {firms.map(firm => (
            <CallLine key={firm.id} firm={firm} tools={tools} />
          ))}
        </ol>
      )}
      <p className={styles['quiet']}>
        {[
          more > 0 ? t('partnership.callMore', { count: more }) : '',
          paused > 0 ? t('partnership.callPaused', { count: paused }) : '',
        ]
          .filter(text => text !== '')
          .join(' · ')}
      </p>
    </section>
  );
}

function CallLine({ firm, tools }: { readonly firm: Call; readonly tools: Tools }) {
  const { t } = tools;
  const phone = readablePhone(firm.contactPhone ?? firm.phone ?? '').replaceAll(' ', '\u00A0');
  return (
    <li>
      <div className={styles['text']}>
        <RecordLink name="firms" id={firm.id} tab="health">
          {firm.name}
        </RecordLink>{' '}
        {(firm.contactName !== null || phone !== '') && (
          <span className={styles['quiet']}>
            {firm.contactName === null ? phone : t('partnership.person', { name: firm.contactName, phone })}
          </span>
        )}
        <ul className={styles['reasons']}>
          {firm.findings.map(finding => (
            <li key={finding.rule}>{findingText(finding, tools)}</li>
          ))}
        </ul>
      </div>
      {firm.score !== null && (
        <span className={styles['score']} title={t('partnership.score')}>
          <span className="visually-hidden">{t('partnership.score')} </span>
          {t('partnership.scoreOf', { score: firm.score })}
        </span>
      )}
      <CallActions firmId={firm.id} firm={firm.name} tools={tools} />
    </li>
  );
}
