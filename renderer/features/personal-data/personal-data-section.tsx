import { Button } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from '#renderer/api/use-query.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import type { Output } from '#shared/contract/index.ts';
import { RecordLink } from '../record-area/record-link.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import styles from './personal-data.module.css';
import { PurgeDialog } from './purge-dialog.tsx';

/** Who is kept longer than wanted, who was erased, and what is left to purge. */
export function PersonalDataSection() {
  return (
    <>
      <Due />
      <Register />
    </>
  );
}

/** At most so many are erased in one step, as the list shows. */
const shownAtOnce = 500;

function Due() {
  const { t, locale } = useLanguage();
  const due = useQuery('personalData.due', { limit: shownAtOnce });
  const [asked, setAsked] = useState(false);
  if (due.problem) return <ErrorNotice problem={due.problem} onRetry={due.refresh} />;
  if (!due.data) return <Skeleton rows={2} />;
  const { rows, total, until, withoutDay } = due.data;
  const day = until === null ? '' : locale.date(until);
  return (
    <section className={styles['section']}>
      <h3>{t('personalData.dueTitle')}</h3>
      {until === null && <p className={styles['quiet']}>{t('personalData.dueOff')}</p>}
      {until !== null && total === 0 && <p className={styles['quiet']}>{t('personalData.dueNone', { until: day })}</p>}
      {total > 0 && (
        <>
          <p>{t('personalData.due', { count: total, until: day })}</p>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls must be reached by the keyboard */}
          <ul className={styles['list']} tabIndex={0} aria-label={t('personalData.dueTitle')}>
            {rows.map(row => (
              <li key={row.id}>
                <span>
                  <RecordLink name="students" id={row.id}>
                    {row.name}
                  </RecordLink>
                </span>
                <span className={styles['when']}>{row.groupCode}</span>
                <span className={styles['when']}>{locale.date(row.leftOn)}</span>
              </li>
            ))}
          </ul>
          {total > rows.length && <p>{t('personalData.dueShown', { count: rows.length })}</p>}
          <Button onClick={() => setAsked(true)}>{t('personalData.dueErase')}</Button>
        </>
      )}
      {withoutDay > 0 && <p className={styles['quiet']}>{t('personalData.dueNoDay', { count: withoutDay })}</p>}
      {asked && (
        <EraseDialog
          people={rows.map(({ id }) => ({ entity: 'student', id }))}
          ground="retention"
          onClose={() => setAsked(false)}
        />
      )}
    </section>
  );
}

type Line = Output<'personalData.erasures'>['rows'][number];

function Register() {
  const { t } = useLanguage();
  const register = useQuery('personalData.erasures', {});
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  if (register.problem) return <ErrorNotice problem={register.problem} onRetry={register.refresh} />;
  if (!register.data) return <Skeleton rows={2} />;
  const { rows, waiting, unfinished, backups } = register.data;
  return (
    <section className={styles['section']}>
      <h3>{t('personalData.registerTitle')}</h3>
      {rows.length === 0 && <p className={styles['quiet']}>{t('personalData.registerNone')}</p>}
      {unfinished.length > 0 && (
        <>
          <p className={styles['warning']} role="status">
            {t('personalData.unfinished')} {t('personalData.unfinishedHelp')}
          </p>
          <Button variant="default" onClick={() => setAsked(unfinished)}>
            {t('personalData.purgeAgain')}
          </Button>
        </>
      )}
      {waiting.length > 0 && (
        <>
          <p className={styles['help']}>{t('personalData.registerHelp')}</p>
          <Button variant="default" onClick={() => setAsked(waiting)}>
            {t('personalData.purge')}
          </Button>
        </>
      )}
      {rows.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls must be reached by the keyboard
        <ul className={styles['list']} tabIndex={0} aria-label={t('personalData.registerTitle')}>
          {rows.map(row => (
            <RegisterLine key={row.id} row={row} />
          ))}
        </ul>
      )}
      {asked !== null && <PurgeDialog ids={asked} backups={backups} onClose={() => setAsked(null)} />}
    </section>
  );
}

function RegisterLine({ row }: { readonly row: Line }) {
  const { t, locale, word } = useLanguage();
  return (
    <li>
      <span>
        {t('personalData.registerLine', {
          who: word(`personalData.who.${row.entity}`),
          detail: row.detail,
          on: locale.date(row.erasedOn),
          ground: word(`personalData.ground.${row.ground}`),
          records: row.records,
          files: row.files === 0 ? '' : t('personalData.registerFiles', { count: row.files }),
        })}
      </span>
      <span className={styles['when']}>
        {row.purgedOn === null
          ? t('personalData.waiting')
          : t('personalData.purged', { on: locale.date(row.purgedOn) })}
      </span>
    </li>
  );
}
