import { Button } from '@mantine/core';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { nameOfEntity } from '#renderer/api/records.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { showProblem } from '#renderer/state/notices.ts';
import type { Output } from '#shared/contract/index.ts';
import { RecordLink } from '../record-area/record-link.tsx';
import styles from './attachments.module.css';

type Checked = Output<'attachments.check'>;

/** Reads every attached file when asked and names those that are missing or no longer what was attached. */
export function FileCheck() {
  const { t, locale, word } = useLanguage();
  const [checked, setChecked] = useState<Checked | null>(null);
  const [running, setRunning] = useState(false);
  const check = async (): Promise<void> => {
    setRunning(true);
    const result = await api('attachments.check', {});
    setRunning(false);
    if (result.ok) setChecked(result.value);
    else showProblem(result.error);
  };
  return (
    <section className={styles['check']}>
      <h3>{t('relations.checkTitle')}</h3>
      <p className={styles['quiet']}>{t('relations.checkHelp')}</p>
      <Button variant="default" loading={running} onClick={() => void check()}>
        {t('relations.check')}
      </Button>
      <div aria-live="polite">
        {checked?.problems.length === 0 && (
          <p>{t('relations.checkSound', { count: locale.number(checked.checked) })}</p>
        )}
        {checked !== null && checked.problems.length > 0 && (
          <>
            <p className={styles['problem']}>
              {t('relations.checkFound', { count: locale.number(checked.problems.length) })}
            </p>
            <ul className={styles['list']}>
              {checked.problems.map(({ id, entity, entityId, title, name, problem }) => {
                const area = nameOfEntity(entity);
                const owner = `${word(`entities.${entity}`)} ${title}`;
                return (
                  <li key={id}>
                    <span className={styles['name']}>{name}</span>
                    <span className={styles['problem']}>{t(`relations.${problem}`)}</span>
                    <span className={styles['space']} />
                    {area === null ? (
                      <span>{owner}</span>
                    ) : (
                      <RecordLink name={area} id={entityId}>
                        {owner}
                      </RecordLink>
                    )}
                  </li>
                );
              })}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}
