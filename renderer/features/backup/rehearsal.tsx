import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useState } from 'react';
import { runCommand, useCommand } from '#renderer/api/use-command.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from './backup.module.css';

type Answer = Output<'backup.rehearse'>;

/** «Check that my backups work»: opens the newest ones as a restore would, and says what was found. */
export function Rehearsal() {
  const { t } = useLanguage();
  const rehearse = useCommand('backup.rehearse');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const check = async (): Promise<void> => {
    const result = await rehearse.run({});
    if (result.ok) setAnswer(result.value);
  };
  const report = answer?.report ?? null;
  return (
    <section className={styles['section']}>
      <h3>{t('backup.rehearsalTitle')}</h3>
      <p className={styles['help']}>{t('backup.rehearseHelp')}</p>
      <div className={styles['actions']}>
        <Button variant="default" loading={rehearse.running} onClick={() => void check()}>
          {t('backup.rehearse')}
        </Button>
        {report !== null && (
          <Button variant="subtle" onClick={() => void runCommand('files.open', { path: report })}>
            {t('backup.rehearsalReport')}
          </Button>
        )}
      </div>
      <div aria-live="polite" style={{ width: '100%' }}>
        {answer && <Answers answer={answer} />}
      </div>
    </section>
  );
}

function Answers({ answer }: { readonly answer: Answer }) {
  const { t, locale } = useLanguage();
  return (
    <>
      <Verdict ok={answer.ok} text={t(answer.ok ? 'backup.rehearsalSound' : 'backup.rehearsalFound')} />
      {answer.backups.map(backup => (
        <table key={`${backup.source} ${backup.file}`} className={styles['table']}>
          <caption style={{ textAlign: 'left', padding: '10px 0 4px' }}>
            {locale.dateTime(backup.createdAt)}
            {backup.source === 'copy' && ` · ${t('backup.inSecondFolder')}`}
          </caption>
          <tbody>
            {backup.checks.map(check => (
              <tr key={check.name}>
                <th scope="row">{t(`backup.checks.${check.name}`)}</th>
                <td data-number>{locale.number(check.count)}</td>
                <td>
                  <Verdict ok={check.ok} text={t(check.ok ? 'backup.checkOk' : 'backup.checkBad')} />
                  {check.found.length > 0 && <span className={styles['facts']}> {check.found.join(', ')}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  );
}

function Verdict({ ok, text }: { readonly ok: boolean; readonly text: string }) {
  return (
    <span className={styles['verdict']} data-bad={!ok || undefined}>
      {ok ? <IconCircleCheck size={16} aria-hidden="true" /> : <IconCircleX size={16} aria-hidden="true" />}
      {text}
    </span>
  );
}
