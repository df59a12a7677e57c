import { Button, Checkbox } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { showDone, showProblem } from '#renderer/state/notices.ts';
import { useToday } from '#renderer/state/today.ts';
import { ErrorNotice } from '#renderer/ui/messages.tsx';
import type { TaskKind } from '#shared/contract/tasks.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { SnoozeDialog, type TaskItem } from './snooze-dialog.tsx';
import { TaskLine } from './task-line.tsx';
import styles from './tasks.module.css';

export type TaskView = 'due' | 'snoozed' | 'done';

type Props = {
  readonly kind: TaskKind;
  readonly view: TaskView;
  readonly tools: Tools;
};

/** Lines of a long group that show before it is asked for in full. */
const few = 5;
/** As many as one step may change. */
const most = 500;

const request = (kind: TaskKind, view: TaskView, limit: number) => ({
  filter: { view, kind: [kind] },
  limit,
  ...(view === 'done' ? { sort: { field: 'doneOn', direction: 'desc' } as const } : {}),
});

/** Tasks of one kind: folded or open, a few or all, each on its own or all of them in one step. */
export function TaskGroup({ kind, view, tools }: Props) {
  const { t, locale } = tools;
  const folded = useToday(state => state.folded.includes(kind));
  const { fold } = useToday.getState();
  const [whole, setWhole] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [snoozing, setSnoozing] = useState<readonly TaskItem[] | null>(null);
  const list = useQuery('tasks.list', request(kind, view, whole ? most : few + 1));
  const { total = 0, rows = [] } = list.data ?? {};
  if (list.problem) return <ErrorNotice problem={list.problem} onRetry={list.refresh} />;
  if (total === 0) return null;
  const shown = whole || total <= few + 1 ? rows : rows.slice(0, few);
  const picked = shown.filter(({ id }) => chosen.has(id));
  const name = locale.capitalize(t(`states.taskKind.${kind}`));
  const id = `tasks-${kind}`;

  /** The chosen tasks, or all of the group. */
  const affected = async (): Promise<readonly TaskItem[] | null> => {
    const bare = (tasks: readonly TaskItem[]): TaskItem[] =>
      tasks.map(task => ({ id: task.id, revision: task.revision }));
    if (picked.length > 0) return bare(picked);
    const all = await api('tasks.list', request(kind, view, most));
    if (all.ok) return bare(all.value.rows);
    showProblem(all.error);
    return null;
  };
  const close = async (): Promise<void> => {
    const items = await affected();
    if (items === null || items.length === 0) return;
    const result = await api('tasks.close', { items: [...items] });
    if (!result.ok) return showProblem(result.error);
    setChosen(new Set());
    showDone(t('actions.tasksClosed', { count: items.length }), true);
  };
  const choose = (task: string, on: boolean): void =>
    setChosen(known => new Set(on ? [...known, task] : [...known].filter(other => other !== task)));
  const every = picked.length === shown.length && shown.length > 0;
  return (
    <section className={styles['group']} aria-labelledby={id} data-choices={view !== 'done' || undefined}>
      <div className={styles['groupHead']}>
        {view !== 'done' && total > 1 && !folded && (
          <Checkbox
            aria-label={t('tasks.chooseAll', { kind: name })}
            checked={every}
            indeterminate={picked.length > 0 && !every}
            onChange={() => setChosen(new Set(every ? [] : shown.map(task => task.id)))}
          />
        )}
        <h2 id={id}>
          <button type="button" className={styles['fold']} aria-expanded={!folded} onClick={() => fold(kind)}>
            {folded ? (
              <IconChevronRight size={16} aria-hidden="true" />
            ) : (
              <IconChevronDown size={16} aria-hidden="true" />
            )}
            {name} <span className={styles['count']}>{locale.number(total)}</span>
          </button>
        </h2>
        <span className={styles['space']} />
        {view !== 'done' && total > 1 && (
          <>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-describedby={id}
              onClick={() => void affected().then(items => items && items.length > 0 && setSnoozing(items))}
            >
              {picked.length > 0 ? t('tasks.snoozeChosen', { count: picked.length }) : t('tasks.snoozeAll')}
            </Button>
            <Button variant="subtle" size="compact-sm" aria-describedby={id} onClick={() => void close()}>
              {picked.length > 0 ? t('tasks.closeChosen', { count: picked.length }) : t('tasks.closeAll')}
            </Button>
          </>
        )}
      </div>
      {!folded && (
        <>
          <ul className={styles['list']}>
            {shown.map(task => (
              <TaskLine
                key={task.id}
                task={task}
                tools={tools}
                chosen={total > 1 && view !== 'done' ? chosen.has(task.id) : null}
                onChoose={on => choose(task.id, on)}
              />
            ))}
          </ul>
          {total > few + 1 && (
            <Button
              className={styles['all'] ?? ''}
              variant="subtle"
              size="compact-sm"
              aria-describedby={id}
              onClick={() => setWhole(!whole)}
            >
              {whole ? t('tasks.showFew') : t('tasks.showAll', { count: total })}
            </Button>
          )}
        </>
      )}
      {snoozing && (
        <SnoozeDialog
          title={t('tasks.snoozeMany', { count: snoozing.length })}
          items={snoozing}
          tools={tools}
          onClose={() => setSnoozing(null)}
          onDone={() => setChosen(new Set())}
        />
      )}
    </section>
  );
}
