import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { runCommand } from '#renderer/api/use-command.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { PlacementHours } from '#shared/contract/placements.ts';
import { fieldProblemText } from '#shared/text/translator.ts';
import type { Tools } from '../../record-area/descriptor.ts';
import styles from './hours.module.css';
import { reasonText } from './reason-text.ts';

type Props = {
  readonly placementId: string;
  readonly day: PlacementHours['days'][number];
  readonly tools: Tools;
  readonly onClose: () => void;
};

/** The hours a text means, or the key of what is wrong with it. */
export function readHours(text: string): { readonly value: number; readonly problem: string | null } {
  const plain = text.trim().replace(',', '.');
  if (plain === '') return { value: 0, problem: 'required' };
  if (!/^-?\d+(?:\.\d+)?$/u.test(plain)) return { value: 0, problem: 'number' };
  const value = Math.round(Number(plain) * 100) / 100;
  return { value, problem: value < 0 ? 'tooSmall' : value > 24 ? 'tooLarge' : null };
}

/** Changes the hours of one day with a reason, or gives the day back to the rules. */
export function DayDialog({ placementId, day, tools, onClose }: Props) {
  const { t, locale } = tools;
  const overrides = useQuery('dayOverrides.list', { filter: { placementId }, limit: 500 });
  const present = overrides.data?.rows.find(row => row.day === day.date);
  const [text, setText] = useState(locale.number(day.hours));
  const [reason, setReason] = useState(day.why.kind === 'override' ? day.why.reason : '');
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const handled = { handled: (failure: { fields?: Readonly<Record<string, string>> }) => failure.fields !== undefined };

  const save = async (): Promise<void> => {
    const read = readHours(text);
    const found = {
      ...(read.problem === null ? {} : { hours: read.problem }),
      ...(reason.trim() === '' ? { reason: 'reasonRequired' } : {}),
    };
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const patch = { hours: read.value, reason: reason.trim() };
    const result = present
      ? await runCommand('dayOverrides.update', { id: present.id, revision: present.revision, patch }, handled)
      : await runCommand('dayOverrides.create', { placementId, day: day.date, ...patch }, handled);
    if (result.ok) onClose();
    else setProblems(result.error.fields ?? {});
  };
  const giveBack = async (): Promise<void> => {
    if (!present) return;
    const result = await runCommand('dayOverrides.remove', { id: present.id, revision: present.revision });
    if (result.ok) onClose();
  };
  const message = (field: string): string | null =>
    problems[field] === undefined ? null : fieldProblemText(t, problems[field]);
  return (
    <Dialog title={t('placements.hours.changeTitle', { date: locale.dateLong(day.date) })} size={480} onClose={onClose}>
      <form
        className={styles['form']}
        noValidate
        onSubmit={event => {
          event.preventDefault();
          void save();
        }}
      >
        <p className={styles['help']}>{reasonText(tools, day.why)}</p>
        <TextInput
          label={t('fields.dayOverride.hours')}
          value={text}
          inputMode="decimal"
          error={message('hours') ?? message('day')}
          data-autofocus
          onChange={event => setText(event.currentTarget.value)}
        />
        <Textarea
          label={t('fields.dayOverride.reason')}
          value={reason}
          error={message('reason')}
          autosize
          minRows={2}
          withAsterisk
          onChange={event => setReason(event.currentTarget.value)}
        />
        <div className={styles['actions']}>
          {present && (
            <Button variant="subtle" color="gray" onClick={() => void giveBack()}>
              {t('placements.hours.backToRules')}
            </Button>
          )}
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
