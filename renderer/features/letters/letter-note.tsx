import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { runCommand } from '#renderer/api/use-command.ts';
import type { Output } from '#shared/contract/index.ts';
import type { Tools } from '../record-area/descriptor.ts';
import styles from './letters.module.css';

type Props = { readonly letter: Output<'letters.get'>; readonly tools: Tools };

/** The officer's note on an issued letter: to whom it was handed, when the answer came. */
export function LetterNote({ letter, tools }: Props) {
  const { t } = tools;
  const [text, setText] = useState(letter.notes ?? '');
  const changed = text.trim() !== (letter.notes ?? '');
  const save = async (): Promise<void> => {
    if (!changed) return;
    const { id, revision } = letter;
    await runCommand('letters.update', { id, revision, patch: { notes: text } });
  };
  return (
    <div className={styles['note']}>
      <Textarea
        label={t('letters.columns.notes')}
        autosize
        minRows={2}
        maxLength={4000}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key !== 'Escape' || !changed) return;
          event.preventDefault();
          setText(letter.notes ?? '');
        }}
      />
      {changed && <Button onClick={() => void save()}>{t('records.save')}</Button>}
    </div>
  );
}
