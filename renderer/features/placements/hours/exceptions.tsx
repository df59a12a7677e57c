import { ActionIcon, Button, Textarea } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { runCommand } from '#renderer/api/use-command.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { WeekField } from '#renderer/ui/fields/week-field.tsx';
import { addDays } from '#shared/domain/iso-date.ts';
import { fieldProblemText } from '#shared/text/translator.ts';
import type { Tools } from '../../record-area/descriptor.ts';
import styles from './hours.module.css';

type Props = { readonly placementId: string; readonly tools: Tools };
type Kind = 'interruptions' | 'irregularWeeks';

/** What makes days differ from the weekly pattern: interruptions and irregular weeks. */
export function Exceptions({ placementId, tools }: Props) {
  const { t, locale } = tools;
  const [adding, setAdding] = useState<Kind | null>(null);
  const filter = { filter: { placementId }, limit: 200 };
  const interruptions = useQuery('interruptions.list', filter).data?.rows ?? [];
  const weeks = useQuery('irregularWeeks.list', filter).data?.rows ?? [];
  const remove = (kind: Kind, row: { readonly id: string; readonly revision: number }): void => {
    void runCommand(`${kind}.remove`, { id: row.id, revision: row.revision });
  };
  const numbers = (hours: readonly number[]): string => hours.map(value => locale.number(value)).join(' · ');
  return (
    <div className={styles['exceptions']}>
      <Group
        title={t('placements.hours.interruptions')}
        add={t('placements.hours.addInterruption')}
        none={t('placements.hours.none')}
        onAdd={() => setAdding('interruptions')}
      >
        {interruptions.map(row => (
          <Line key={row.id} tools={tools} onRemove={() => remove('interruptions', row)}>
            <strong>
              {row.endsOn === null
                ? `${locale.date(row.startsOn)} – ${t('placements.hours.openEnd')}`
                : locale.period(row.startsOn, row.endsOn)}
            </strong>
            <span>{row.reason}</span>
          </Line>
        ))}
      </Group>
      <Group
        title={t('placements.hours.weeks')}
        add={t('placements.hours.addWeek')}
        none={t('placements.hours.none')}
        onAdd={() => setAdding('irregularWeeks')}
      >
        {weeks.map(row => (
          <Line key={row.id} tools={tools} onRemove={() => remove('irregularWeeks', row)}>
            <strong>{locale.period(row.week, addDays(row.week, 6))}</strong>
            <span>
              {numbers(row.hours)} — {row.reason}
            </span>
          </Line>
        ))}
      </Group>
      {adding && <AddDialog kind={adding} placementId={placementId} tools={tools} onClose={() => setAdding(null)} />}
    </div>
  );
}

type GroupProps = {
  readonly title: string;
  readonly add: string;
  readonly none: string;
  readonly onAdd: () => void;
  readonly children: readonly ReactNode[];
};

function Group({ title, add, none, onAdd, children }: GroupProps) {
  return (
    <section>
      <h2>{title}</h2>
      {children.length === 0 ? (
        <p className={styles['help']}>{none}</p>
      ) : (
        <ul className={styles['lines']}>{children}</ul>
      )}
      <Button variant="default" leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={onAdd}>
        {add}
      </Button>
    </section>
  );
}

function Line({
  tools,
  onRemove,
  children,
}: {
  readonly tools: Tools;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}) {
  return (
    <li>
      {children}
      <ActionIcon aria-label={tools.t('placements.hours.remove')} onClick={onRemove}>
        <IconTrash size={16} />
      </ActionIcon>
    </li>
  );
}

type DialogProps = Props & { readonly kind: Kind; readonly onClose: () => void };

function AddDialog({ kind, placementId, tools, onClose }: DialogProps) {
  const { t } = tools;
  const [start, setStart] = useState<string | null>(null);
  const [end, setEnd] = useState<string | null>(null);
  const [hours, setHours] = useState<readonly number[] | null>(null);
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const weekly = kind === 'irregularWeeks';
  const first = weekly ? 'week' : 'startsOn';

  const save = async (): Promise<void> => {
    const found = {
      ...(start === null ? { [first]: 'required' } : {}),
      ...(reason.trim() === '' ? { reason: 'reasonRequired' } : {}),
    };
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const values = weekly
      ? { placementId, week: start, hours: hours ?? [0, 0, 0, 0, 0, 0, 0], reason: reason.trim() }
      : { placementId, startsOn: start, endsOn: end, reason: reason.trim() };
    const result = await runCommand(`${kind}.create`, values, { handled: failure => failure.fields !== undefined });
    if (result.ok) onClose();
    else setProblems(result.error.fields ?? {});
  };
  const message = (field: string): string | undefined =>
    problems[field] === undefined ? undefined : fieldProblemText(t, problems[field]);
  return (
    <Dialog
      title={t(weekly ? 'placements.hours.addWeek' : 'placements.hours.addInterruption')}
      size={480}
      onClose={onClose}
    >
      <form
        className={styles['form']}
        noValidate
        onSubmit={event => {
          event.preventDefault();
          void save();
        }}
      >
        <DateField
          label={t(weekly ? 'fields.irregularWeek.week' : 'fields.interruption.startsOn')}
          value={start}
          onChange={setStart}
          error={message(first)}
          required
          autoFocus
        />
        {weekly ? (
          <WeekField
            label={t('fields.irregularWeek.hours')}
            value={hours}
            onChange={setHours}
            error={message('hours')}
          />
        ) : (
          <DateField label={t('fields.interruption.endsOn')} value={end} onChange={setEnd} error={message('endsOn')} />
        )}
        <Textarea
          label={t('fields.interruption.reason')}
          value={reason}
          error={message('reason') ?? null}
          withAsterisk
          onChange={event => setReason(event.currentTarget.value)}
        />
        <div className={styles['actions']}>
          <span className={styles['space']} />
          <Button variant="default" onClick={onClose}>
            {t('records.cancel')}
          </Button>
          <Button type="submit">{t('common.save')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
