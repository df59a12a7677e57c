import { Button } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { showProblem } from '#renderer/state/notices.ts';
import type { Output } from '#shared/contract/index.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { useJobProgress } from '../reports/use-job-progress.ts';
import styles from './history.module.css';
import { labelText } from './label-text.ts';

type Verdict = Output<'history.verify'>;

/** Checks on request that nobody has changed the history past the program, and says what was found. */
export function VerifyPanel({ tools }: { readonly tools: Tools }) {
  const { t, locale } = tools;
  const [running, setRunning] = useState(false);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const job = useJobProgress('verify', running);
  const verify = async (): Promise<void> => {
    setVerdict(null);
    setRunning(true);
    const result = await api('history.verify', {});
    setRunning(false);
    if (result.ok) setVerdict(result.value);
    else if (result.error.code !== 'cancelled') showProblem(result.error);
  };
  return (
    <section className={styles['verify']} aria-label={t('history.verify')}>
      <p className={styles['quiet']}>{t('history.verifyHelp')}</p>
      <div className={styles['verifyActions']}>
        <Button variant="default" loading={running} onClick={() => void verify()}>
          {t('history.verify')}
        </Button>
        {running && job !== null && (
          <>
            <span>{t('history.verifying', { share: locale.percent(job.total === 0 ? 0 : job.done / job.total) })}</span>
            <Button variant="subtle" disabled={job.stopping} onClick={() => void api('jobs.cancel', { id: job.id })}>
              {t('history.verifyStop')}
            </Button>
          </>
        )}
      </div>
      <div role="status">{verdict !== null && <VerdictText verdict={verdict} tools={tools} />}</div>
    </section>
  );
}

const problemKeys = {
  file: 'history.problemFile',
  reference: 'history.problemReference',
  record: 'history.problemRecord',
  extra: 'history.problemExtra',
  lost: 'history.problemLost',
  letterFile: 'history.problemLetterFile',
  attachment: 'history.problemAttachment',
} as const;

function VerdictLine({ sound, children }: { readonly sound: boolean; readonly children: ReactNode }) {
  const Icon = sound ? IconShieldCheck : IconAlertTriangle;
  return (
    <p className={styles['verdict']} data-sound={sound}>
      <Icon size={18} aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}

function VerdictText({ verdict, tools }: { readonly verdict: Verdict; readonly tools: Tools }) {
  const { t, locale } = tools;
  const { flaw, steps, lines, erased, records, files, outdated, problems, problemCount } = verdict;
  const history =
    flaw === null
      ? t('history.intact', { steps, lines })
      : flaw.step === null
        ? t('history.flawEnd')
        : t('history.flawStep', { action: labelText(tools, flaw.step.label), time: locale.dateTime(flaw.step.at) });
  return (
    <>
      <VerdictLine sound={flaw === null}>
        {history} {flaw === null && erased > 0 && t('history.intactErased', { count: erased })}
      </VerdictLine>
      <VerdictLine sound={problemCount === 0}>
        {problemCount === 0
          ? t('history.dataSound', { records, files })
          : t('history.dataProblems', { count: problemCount })}{' '}
        {outdated > 0 && t('history.dataOutdated', { count: outdated })}
      </VerdictLine>
      {problemCount > 0 && (
        <ul className={styles['problems']}>
          {problems.map(({ kind, entity, title, field }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is shown once and never reordered
            <li key={index}>
              {t(problemKeys[kind], {
                title,
                field: entity === null || field === null ? '' : tools.word(`fields.${entity}.${field}`),
              })}
            </li>
          ))}
          {problemCount > problems.length && (
            <li>{t('history.dataMore', { count: problemCount - problems.length })}</li>
          )}
        </ul>
      )}
    </>
  );
}
