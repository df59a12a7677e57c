import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useCommand } from '#renderer/api/use-command.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { go } from '#renderer/state/navigation.ts';
import { showDone } from '#renderer/state/notices.ts';
import { ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import { ViewTabs } from '#renderer/ui/view-tabs.tsx';
import type { Output } from '#shared/contract/index.ts';
import type { Drill } from '#shared/contract/reports.ts';
import { ExportMenu, ExportState, useReportExport } from './export-panel.tsx';
import { FrozenBadge } from './frozen-list.tsx';
import { FrozenListDialog } from './frozen-list-dialog.tsx';
import { OpenList } from './open-list.ts';
import { ReportBody } from './report-body.tsx';
import { ReportChangesView } from './report-changes.tsx';
import styles from './reports.module.css';

type Props = { readonly id: string; readonly changes: boolean };

/** A frozen report as it was, and what would be different today. */
export function FrozenReportScreen({ id, changes }: Props) {
  const { data, problem, refresh } = useQuery('reports.frozenReport', { id });
  if (problem) return <ErrorNotice problem={problem} onRetry={refresh} />;
  if (!data || data.frozen.id !== id) return <Skeleton rows={14} />;
  return <Frozen shown={data} changes={changes} />;
}

type Shown = Output<'reports.frozenReport'>;

function Frozen({ shown, changes }: { readonly shown: Shown; readonly changes: boolean }) {
  const { t } = useLanguage();
  const { frozen, report, sound } = shown;
  const exporting = useReportExport({ language: report.language, frozenId: frozen.id });
  const withdrawal = useCommand('reports.withdraw');
  const verification = useCommand('reports.verify');
  const [list, setList] = useState<{ readonly drill: Drill; readonly title: string } | null>(null);
  const openList = useCallback((drill: Drill, title: string) => setList({ drill, title }), []);
  const verify = async (): Promise<void> => {
    const result = await verification.run({ id: frozen.id });
    if (result.ok) showDone(t(result.value.sound ? 'reports.frozen.verified' : 'reports.frozen.unsound'));
  };
  const withdraw = async (): Promise<void> => {
    const withdrawn = !frozen.withdrawn;
    const result = await withdrawal.run({ id: frozen.id, withdrawn });
    if (result.ok)
      showDone(t(withdrawn ? 'actions.reportWithdrawn' : 'actions.reportRestored', { title: frozen.periodName }), true);
  };
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <div className={styles['name']} lang={report.language}>
          <h1>{report.title}</h1>
          <p>
            {report.college} · {report.periodName}
          </p>
        </div>
        <FrozenBadge withdrawn={frozen.withdrawn} />
        <div className={styles['tools']}>
          <Button
            variant="subtle"
            leftSection={<IconArrowLeft size={16} aria-hidden="true" />}
            onClick={() => go({ area: 'reports', tab: 'frozen' })}
          >
            {t('reports.frozen.toFrozen')}
          </Button>
          <Parts id={frozen.id} changes={changes} />
          <Button variant="default" loading={withdrawal.running} onClick={() => void withdraw()}>
            {t(frozen.withdrawn ? 'reports.frozen.restore' : 'reports.frozen.withdraw')}
          </Button>
          <Button variant="default" loading={verification.running} onClick={() => void verify()}>
            {t('reports.frozen.verify')}
          </Button>
          {sound && <ExportMenu {...exporting} />}
        </div>
      </header>
      <ExportState {...exporting} />
      {!sound && (
        <p className={styles['alert']} role="alert">
          {t('reports.frozen.unsound')}
        </p>
      )}
      <Facts frozen={frozen} />
      {changes ? (
        <ReportChangesView id={frozen.id} />
      ) : (
        <OpenList value={openList}>
          <ReportBody report={report} />
        </OpenList>
      )}
      {list && <FrozenListDialog id={frozen.id} {...list} language={report.language} onClose={() => setList(null)} />}
    </div>
  );
}

function Parts({ id, changes }: { readonly id: string; readonly changes: boolean }) {
  const { t } = useLanguage();
  return (
    <ViewTabs
      label={t('reports.frozen.frozen')}
      tabs={[
        { title: t('reports.frozen.report'), route: { area: 'reports', id }, current: !changes },
        { title: t('reports.frozen.changes'), route: { area: 'reports', id, tab: 'changes' }, current: changes },
      ]}
    />
  );
}

function Facts({ frozen }: Pick<Shown, 'frozen'>) {
  const { t, locale } = useLanguage();
  return (
    <dl className={styles['facts']}>
      <div>
        <dt>{t('reports.frozen.asOf')}</dt>
        <dd>{locale.date(frozen.asOf)}</dd>
      </div>
      <div>
        <dt>{t('reports.frozen.who')}</dt>
        <dd>{frozen.frozenBy}</dd>
      </div>
      {frozen.note !== null && (
        <div>
          <dt>{t('reports.frozen.note')}</dt>
          <dd>{frozen.note}</dd>
        </div>
      )}
      <div>
        <dt>{t('reports.frozen.hash')}</dt>
        <dd className={styles['hash']}>{frozen.hash}</dd>
      </div>
    </dl>
  );
}
