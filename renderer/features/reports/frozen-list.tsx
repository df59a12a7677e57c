import { Button } from '@mantine/core';
import { IconFolders, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from '#renderer/api/use-query.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { go, hashOf, type Route } from '#renderer/state/navigation.ts';
import { EmptyState, ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import type { FrozenReport } from '#shared/contract/frozen-reports.ts';
import { ReportViews } from './report-views.tsx';
import styles from './reports.module.css';
import { RollUpDialog } from './roll-up-dialog.tsx';

/** Frozen, or withdrawn: in words, not by colour alone. */
export function FrozenBadge({ withdrawn }: Pick<FrozenReport, 'withdrawn'>) {
  const { t } = useLanguage();
  return (
    <span className={styles['badge']} data-withdrawn={withdrawn || undefined} title={t('reports.frozen.frozenHelp')}>
      <IconLock size={14} aria-hidden="true" />
      {t(withdrawn ? 'reports.frozen.withdrawn' : 'reports.frozen.frozen')}
    </span>
  );
}

/** Every frozen report, newest first. */
export function FrozenList() {
  const { t } = useLanguage();
  const { data, problem, refresh } = useQuery('reports.frozen', {});
  const [rollingUp, setRollingUp] = useState(false);
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <div className={styles['name']}>
          <h1>{t('reports.frozen.frozenList')}</h1>
        </div>
        <ReportViews current="frozen" />
        <div className={styles['tools']}>
          <Button
            variant="default"
            leftSection={<IconFolders size={16} aria-hidden="true" />}
            onClick={() => setRollingUp(true)}
          >
            {t('rollUp.open')}
          </Button>
        </div>
      </header>
      {rollingUp && <RollUpDialog onClose={() => setRollingUp(false)} />}
      {problem ? (
        <ErrorNotice problem={problem} onRetry={refresh} />
      ) : !data ? (
        <Skeleton rows={6} />
      ) : data.length === 0 ? (
        <EmptyState title={t('reports.frozen.frozenEmpty')} help={t('reports.frozen.frozenEmptyHelp')} />
      ) : (
        <Reports reports={data} />
      )}
    </div>
  );
}

function Reports({ reports }: { readonly reports: readonly FrozenReport[] }) {
  const { t, locale } = useLanguage();
  return (
    <div className={styles['scroll']} role="region" aria-label={t('reports.frozen.frozenList')}>
      <table className={styles['records']}>
        <thead>
          <tr>
            <th scope="col">{t('reports.frozen.period')}</th>
            <th scope="col">{t('reports.frozen.asOf')}</th>
            <th scope="col">{t('reports.screen.language')}</th>
            <th scope="col">{t('reports.frozen.who')}</th>
            <th scope="col">{t('reports.frozen.note')}</th>
            <th scope="col">{t('reports.frozen.hash')}</th>
            <th scope="col">{t('reports.frozen.state')}</th>
          </tr>
        </thead>
        <tbody>
          {reports.map(report => {
            const route: Route = { area: 'reports', id: report.id };
            return (
              <tr key={report.id}>
                {/* The link's text is the name of the row. */}
                {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
                <th scope="row">
                  <a
                    className={styles['drill']}
                    href={hashOf(route)}
                    onClick={event => {
                      event.preventDefault();
                      go(route);
                    }}
                  >
                    <span lang={report.language}>{report.periodName}</span>
                  </a>
                </th>
                <td>{locale.date(report.asOf)}</td>
                <td lang={report.language}>{t(`reports.screen.languages.${report.language}`)}</td>
                <td>{report.frozenBy}</td>
                <td>{report.note}</td>
                <td className={styles['hash']}>{report.hash.slice(0, 12)}</td>
                <td>
                  <FrozenBadge withdrawn={report.withdrawn} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
