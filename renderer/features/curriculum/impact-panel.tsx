import { useQuery } from '#renderer/api/use-query.ts';
import { go, hashOf, type Route } from '#renderer/state/navigation.ts';
import { ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import type { RecordActionsProps } from '../record-area/record-actions.tsx';
import styles from './curriculum.module.css';

/** What the implemented requests have changed in a programme, by academic year, against the limit. */
export function ImpactPanel({ area, detail, tools }: RecordActionsProps) {
  const { t, locale } = tools;
  const { data, problem, refresh } = useQuery('requests.impact', { specialtyId: detail.id });
  if (problem) return <ErrorNotice problem={problem} onRetry={refresh} />;
  if (!data) return <Skeleton rows={4} />;
  const { programmeHours, limitPercent, years } = data;
  const owner = area.title(detail, tools);
  const listOf = (ids: readonly string[]): Route => ({
    area: 'requests',
    filter: { ids: [...ids] },
    title: owner,
    from: 'record',
  });
  return (
    <div className={styles['panel']}>
      <p className={styles['quiet']}>
        {programmeHours === null
          ? t('curriculum.impactNoBase')
          : `${t('curriculum.impactBase', { hours: locale.number(programmeHours) })} ${t('curriculum.impactLimit', { limit: limitPercent })}`}
      </p>
      {years.length === 0 ? (
        <p>{t('curriculum.impactNone')}</p>
      ) : (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{t('curriculum.impactYear')}</th>
              <th scope="col">{t('curriculum.impactChanges')}</th>
              <th scope="col">{t('curriculum.impactHours')}</th>
              <th scope="col">{t('curriculum.impactShare')}</th>
            </tr>
          </thead>
          <tbody>
            {years.map(({ year, ids, hours, percent, overLimit }) => (
              <tr key={year}>
                <th scope="row">{locale.schoolYear(year)}</th>
                <td>
                  <a
                    className={styles['drill']}
                    href={hashOf(listOf(ids))}
                    onClick={event => {
                      event.preventDefault();
                      go(listOf(ids));
                    }}
                  >
                    {locale.number(ids.length)}
                  </a>
                </td>
                <td>{locale.number(hours)}</td>
                <td>
                  {percent === null ? (
                    '—'
                  ) : (
                    <span className={overLimit ? styles['over'] : styles['within']}>
                      {`${locale.number(percent)} % · ${t(overLimit ? 'curriculum.impactOver' : 'curriculum.impactWithin', { limit: limitPercent })}`}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
