import { Button, TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import type { ImportPreview } from '#renderer/state/importing.ts';
import type { ImportRow } from '#shared/contract/importing.ts';
import type { Tools } from '../record-area/descriptor.ts';
import styles from './importing.module.css';
import { fieldLabel } from './sheet-columns.tsx';

type Props = {
  readonly row: ImportRow;
  readonly sheet: ImportPreview['sheets'][number];
  readonly tools: Tools;
  readonly busy: boolean;
  /** Texts by column position, only those that differ from the file as it is shown. */
  readonly onCheck: (typed: Readonly<Record<string, string>>) => void;
  readonly onTakeBack: () => void;
  readonly onClose: () => void;
};

/** The cells of one row to be mended here and checked at once; the file itself stays as it is. */
export function RowEditor({ row, sheet, tools, busy, onCheck, onTakeBack, onClose }: Props) {
  const { t } = tools;
  const [texts, setTexts] = useState<Readonly<Record<number, string>>>({});
  const columns = sheet.columns.filter(({ field }) => field !== null && field !== 'rowNumber');
  const check = (): void => onCheck(Object.fromEntries(Object.entries(texts)));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
  };
  return (
    <form
      className={styles['editor']}
      aria-label={t('importing.editRow', { row: row.row })}
      onKeyDown={onKeyDown}
      onSubmit={event => {
        event.preventDefault();
        check();
      }}
    >
      <div className={styles['cells']}>
        {columns.map(({ column, heading, field }, index) => {
          const issue = row.issues.find(found => found.field === field && found.severity === 'error');
          return (
            <TextInput
              key={column}
              size="xs"
              autoFocus={index === 0}
              label={heading || fieldLabel(tools, row.entity, field ?? '')}
              value={texts[column] ?? row.shown[column] ?? ''}
              error={issue && tools.word(`importReasons.${issue.reason}`)}
              onChange={event => setTexts({ ...texts, [column]: event.currentTarget.value })}
            />
          );
        })}
      </div>
      <div className={styles['headActions']}>
        <Button type="submit" size="compact-sm" disabled={busy || Object.keys(texts).length === 0}>
          {t('importing.checkRow')}
        </Button>
        {row.edited.length > 0 && (
          <Button size="compact-sm" variant="subtle" disabled={busy} onClick={onTakeBack}>
            {t('importing.takeBack')}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" onClick={onClose}>
          {t('importing.closeRow')}
        </Button>
      </div>
    </form>
  );
}
