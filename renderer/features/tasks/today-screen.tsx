import { Button } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { showProblem } from '#renderer/state/notices.ts';
import { EmptyState, ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import { today } from '#renderer/ui/today.ts';
import { ViewTabs } from '#renderer/ui/view-tabs.tsx';
import { TaskKind } from '#shared/contract/tasks.ts';
import { ConcernLines } from '../backup/concern-lines.tsx';
import { CallList } from '../partnership/call-list.tsx';
import { DueLine } from '../personal-data/due-line.tsx';
import type { Tools } from '../record-area/descriptor.ts';
import { useTools } from '../record-area/tools.ts';
import { AddTaskDialog } from './add-task-dialog.tsx';
import { TaskGroup, type TaskView } from './task-group.tsx';
import styles from './tasks.module.css';
import { WeekLines } from './week-lines.tsx';
import { YearTargets } from './year-targets.tsx';

type View = TaskView | 'calls';
const views: readonly View[] = ['due', 'calls', 'snoozed', 'done'];

/** What waits for the officer today, by kind; each thing can be opened, put off or closed in its place. */
export function TodayScreen() {
  const tools = useTools();
  const { t, locale } = tools;
  const tab = useNavigation(state => state.route.tab);
  const view = views.find(known => known === tab) ?? 'due';
  const [adding, setAdding] = useState(false);
  useEffect(() => {
    void api('tasks.refresh', {}).then(result => {
      if (!result.ok) showProblem(result.error);
    });
  }, []);
  return (
    <div className={styles['screen']}>
      <div className={styles['bar']}>
        <h1>{t('tasks.title')}</h1>
        <span className={styles['quiet']}>{locale.dateLong(today())}</span>
        <ViewTabs
          label={t('fields.task.state')}
          tabs={views.map(value => ({
            title: t(`tasks.${value}`),
            route: { area: 'today', ...(value === 'due' ? {} : { tab: value }) },
            current: value === view,
          }))}
          onOpen={useNavigation.getState().replace}
        />
        <span className={styles['space']} />
        <Button leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => setAdding(true)}>
          {t('tasks.add')}
        </Button>
      </div>
      <ConcernLines urgentOnly />
      <DueLine />
      {view === 'calls' ? <CallList tools={tools} /> : <TaskList view={view} tools={tools} />}
      {adding && <AddTaskDialog tools={tools} onClose={() => setAdding(false)} />}
    </div>
  );
}

/** The tasks of one view, by kind; before them what begins and ends this week, after them the targets of the year. */
function TaskList({ view, tools }: { readonly view: TaskView; readonly tools: Tools }) {
  const { t } = tools;
  const some = useQuery('tasks.list', { filter: { view }, limit: 1 });
  if (some.problem) return <ErrorNotice problem={some.problem} onRetry={some.refresh} />;
  if (some.data === undefined) return <Skeleton rows={6} />;
  return (
    <>
      {view === 'due' && <WeekLines tools={tools} />}
      {some.data.total === 0 && (
        <EmptyState
          icon={<IconCheck size={28} />}
          title={t(view === 'due' ? 'tasks.none' : 'tasks.noneIn')}
          help={t('tasks.noneHelp')}
        />
      )}
      {TaskKind.options.map(kind => (
        <TaskGroup key={`${view} ${kind}`} kind={kind} view={view} tools={tools} />
      ))}
      {view === 'due' && <YearTargets tools={tools} />}
    </>
  );
}
