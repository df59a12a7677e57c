import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { ImportDecisions, ImportPreview } from '#renderer/state/importing.ts';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { today } from '#renderer/ui/today.ts';
import type { Tools } from '../record-area/descriptor.ts';
import styles from './importing.module.css';
import { Pager } from './pager.tsx';

type Props = {
  readonly preview: ImportPreview;
  readonly decisions: ImportDecisions;
  readonly tools: Tools;
  readonly busy: boolean;
  readonly onDecide: (decisions: ImportDecisions) => void;
};

const pageSize = 100;

/** Students the national export no longer names: nobody is changed until the officer says who has left, and when. */
export function LeaversPanel({ preview, decisions, tools, busy, onDecide }: Props) {
  const { t } = tools;
  const { students, confirmed } = preview.absentStudents;
  const total = students.length;
  const [offset, setOffset] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(decisions.leavers?.ids ?? []));
  const [leftOn, setLeftOn] = useState<string | null>(decisions.leavers?.leftOn ?? today());
  if (total === 0) return null;
  const toggle = (id: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const confirm = (): void => {
    const { leavers: _before, ...others } = decisions;
    onDecide(chosen.size === 0 || leftOn === null ? others : { ...others, leavers: { ids: [...chosen], leftOn } });
  };
  const all = chosen.size === total;
  return (
    <details className={styles['panel']}>
      <summary>{t('importing.absent', { count: total })}</summary>
      <p className={styles['small']}>{t('importing.absentHelp')}</p>
      <div className={styles['leaverTools']}>
        <Checkbox
          size="xs"
          label={t('importing.absentAll', { count: total })}
          checked={all}
          indeterminate={!all && chosen.size > 0}
          onChange={event => setChosen(new Set(event.currentTarget.checked ? students.map(({ id }) => id) : []))}
        />
        <DateField label={t('importing.leftOn')} value={leftOn} onChange={setLeftOn} />
        <Button
          size="compact-sm"
          variant="default"
          disabled={busy || leftOn === null || (chosen.size === 0 && confirmed === 0)}
          onClick={confirm}
        >
          {t('importing.confirmLeavers', { count: chosen.size })}
        </Button>
        {confirmed > 0 && <span role="status">{t('importing.leaversConfirmed', { count: confirmed })}</span>}
      </div>
      <ul className={styles['leavers']}>
        {students.slice(offset, offset + pageSize).map(({ id, title, group }) => (
          <li key={id}>
            <Checkbox
              size="xs"
              label={group === '' ? title : `${title} · ${group}`}
              checked={chosen.has(id)}
              onChange={event => toggle(id, event.currentTarget.checked)}
            />
          </li>
        ))}
      </ul>
      <Pager offset={offset} pageSize={pageSize} total={total} tools={tools} onOffset={setOffset} />
    </details>
  );
}
