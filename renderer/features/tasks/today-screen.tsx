import { Button, SegmentedControl } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { showProblem } from '#renderer/state/notices.ts';
import { EmptyState, ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import { today } from '#renderer/ui/today.ts';
import { TaskKind } from '#shared/contract/tasks.ts';
import { ConcernLines } from '../backup/concern-lines.tsx';
import { CallList } from '../partnership/call-list.tsx';
import type { Tools } from '../record-area/descriptor.ts';
import { FormDialog } from '../record-area/form-dialog.tsx';
import { useTools } from '../record-area/tools.ts';
import { type Task, TaskLine } from './task-line.tsx';
import styles from './tasks.module.css';

type TaskView = 'due' | 'snoozed' | 'done';
type View = TaskView | 'calls';
const views: readonly View[] = ['due', 'calls', 'snoozed', 'done'];
const listed = 500;

/** What waits for the officer today, by kind; each thing can be opened, put off or closed in its place. */
export function TodayScreen() {
  const tools = useTools();
  const { t, locale } = tools;
  const [view, setView] = useState<View>('due');
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
        <span className={styles['space']} />
        <SegmentedControl
          aria-label={t('fields.task.state')}
          value={view}
          data={views.map(value => ({ value, label: t(`tasks.${value}`) }))}
          onChange={next => setView(next)}
        />
        <Button leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => setAdding(true)}>
          {t('tasks.add')}
        </Button>
      </div>
      <ConcernLines urgentOnly />
      {view === 'calls' ? <CallList tools={tools} /> : <TaskList view={view} tools={tools} />}
      {adding && (
        <FormDialog
          title={t('tasks.add')}
          tools={tools}
          fields={[
            { name: 'title', label: 'fields.task.title', field: { kind: 'text' }, required: true, wide: true },
            { name: 'dueOn', label: 'fields.task.dueOn', field: { kind: 'date' }, required: true },
            { name: 'note', label: 'tasks.note', field: { kind: 'text' } },
          ]}
          start={{ title: '', dueOn: today(), note: null }}
          action={t('common.save')}
          submit={({ title, dueOn, note }) =>
            api('tasks.add', {
              title: String(title),
              dueOn: String(dueOn),
              note: typeof note === 'string' ? note : null,
            })
          }
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
}

/** The tasks of one view, by kind. */
function TaskList({ view, tools }: { readonly view: TaskView; readonly tools: Tools }) {
  const { t } = tools;
  const list = useQuery('tasks.list', {
    filter: { view },
    limit: listed,
    ...(view === 'done' ? { sort: { field: 'doneOn', direction: 'desc' } } : {}),
  });
  const rows = list.data?.rows ?? [];
  return (
    <>
      {list.problem && <ErrorNotice problem={list.problem} onRetry={list.refresh} />}
      {!list.problem && list.data === undefined && <Skeleton rows={6} />}
      {list.data && rows.length === 0 && (
        <EmptyState
          icon={<IconCheck size={28} />}
          title={t(view === 'due' ? 'tasks.none' : 'tasks.noneIn')}
          help={t('tasks.noneHelp')}
        />
      )}
      {TaskKind.options.map(kind => {
        const ofKind = rows.filter(task => task.kind === kind);
        return ofKind.length === 0 ? null : <Group key={kind} kind={kind} rows={ofKind} />;
      })}
      {list.data && list.data.total > listed && (
        <p className={styles['quiet']}>{t('tasks.count', { count: list.data.total })}</p>
      )}
    </>
  );
}

function Group({ kind, rows }: { readonly kind: Task['kind']; readonly rows: readonly Task[] }) {
  const tools = useTools();
  const { t, locale } = tools;
  return (
    <section className={styles['group']}>
      <h2>
        {locale.capitalize(t(`states.taskKind.${kind}`))}
        <span className={styles['count']}>{locale.number(rows.length)}</span>
      </h2>
      <ul className={styles['list']}>
        {rows.map(task => (
          <TaskLine key={task.id} task={task} tools={tools} />
        ))}
      </ul>
    </section>
  );
}
