import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { nameOfEntity } from '#renderer/api/records.ts';
import { go, hashOf } from '#renderer/state/navigation.ts';
import { showDone, showProblem } from '#renderer/state/notices.ts';
import { PrintLettersButton } from '../letters/print-actions.tsx';
import type { Tools } from '../record-area/descriptor.ts';
import { RecordLink } from '../record-area/record-link.tsx';
import { SnoozeDialog } from './snooze-dialog.tsx';
import { paperOf, placementsOf, type Task } from './task-matter.ts';
import styles from './tasks.module.css';

type LineProps = {
  readonly task: Task;
  readonly tools: Tools;
  /** Whether the line is chosen; null where lines are not chosen. */
  readonly chosen?: boolean | null;
  readonly onChoose?: (on: boolean) => void;
};

/** One thing to do, with what can be done about it. */
export function TaskLine({ task, tools, chosen = null, onChoose }: LineProps) {
  const { t, word, locale } = tools;
  const [snoozing, setSnoozing] = useState(false);
  const { id, revision, subject } = task;
  const items = [{ id, revision }];
  const close = async (): Promise<void> => {
    const result = await api('tasks.close', { items });
    if (result.ok) showDone(t('actions.tasksClosed', { count: 1 }), true);
    else showProblem(result.error);
  };
  const reopen = async (): Promise<void> => {
    const result = await api('tasks.reopen', { items });
    if (!result.ok) showProblem(result.error);
  };
  const paper = task.state === 'done' ? null : paperOf(task);
  const matter = task.matterOn === null || task.kind === 'own' ? null : locale.date(task.matterOn);
  return (
    <li data-chosen={chosen === true || undefined}>
      {chosen !== null && (
        <Checkbox
          aria-label={t('tasks.choose', { subject })}
          checked={chosen}
          onChange={event => onChoose?.(event.currentTarget.checked)}
        />
      )}
      <div className={styles['text']}>
        <Subject task={task} />{' '}
        {task.firmId !== null && task.firmName !== null && task.entity !== 'firm' && task.firmName !== subject && (
          <RecordLink name="firms" id={task.firmId}>
            {task.firmName}
          </RecordLink>
        )}
        {task.note && <div className={styles['quiet']}>{task.note}</div>}
      </div>
      {task.settled && <span className={styles['settled']}>{t('tasks.settled')}</span>}
      <span className={styles['quiet']}>
        {matter === null ? locale.date(task.dueOn) : word(`tasks.matter.${task.kind}`, { date: matter })}
      </span>
      {task.state === 'snoozed' && task.snoozedUntil && (
        <span className={styles['quiet']}>{t('tasks.untilOn', { date: locale.date(task.snoozedUntil) })}</span>
      )}
      {paper !== null && (
        <PrintLettersButton tools={tools} {...paper} label={t('tasks.printOf', { subject })} compact />
      )}
      {task.state === 'done' ? (
        <Button variant="default" aria-label={t('tasks.reopenOf', { subject })} onClick={() => void reopen()}>
          {t('tasks.reopen')}
        </Button>
      ) : (
        <>
          <Button
            className={styles['act'] ?? ''}
            variant="default"
            aria-label={t('tasks.snoozeOf', { subject })}
            onClick={() => setSnoozing(true)}
          >
            {t('tasks.snooze')}
          </Button>
          <Button
            className={styles['act'] ?? ''}
            variant="default"
            aria-label={t('tasks.closeOf', { subject })}
            onClick={() => void close()}
          >
            {t('tasks.close')}
          </Button>
        </>
      )}
      {snoozing && (
        <SnoozeDialog
          title={t('tasks.snoozeOf', { subject })}
          items={items}
          note={task.note}
          tools={tools}
          onClose={() => setSnoozing(false)}
        />
      )}
    </li>
  );
}

/** The record a task is about, as a link; a next step leads to its firm, where the timeline shows it. */
function Subject({ task }: { readonly task: Task }) {
  const name = task.entity === null ? null : nameOfEntity(task.entity);
  const text = task.entity === 'agreement' && task.title === null ? `№ ${task.subject}` : task.subject;
  const placements = placementsOf(task);
  if (placements !== null) return <PlacementsLink filter={placements} text={text} />;
  if (name === null || task.entityId === null) return <strong>{text}</strong>;
  return (
    <RecordLink name={name} id={task.entityId}>
      {text}
    </RecordLink>
  );
}

/** Leads to the placements that a task is about. */
function PlacementsLink({
  filter,
  text,
}: {
  readonly filter: Readonly<Record<string, unknown>>;
  readonly text: string;
}) {
  const route = { area: 'placements', filter, title: text, from: 'record' } as const;
  return (
    <a
      href={hashOf(route)}
      onClick={event => {
        event.preventDefault();
        go(route);
      }}
    >
      {text}
    </a>
  );
}
