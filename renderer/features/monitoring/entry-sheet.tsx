import { Button } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { showDone } from '#renderer/state/notices.ts';
import { SheetGrid, type SheetHandle } from '../placements/group/sheet-grid.tsx';
import type { RowNote, SheetColumn } from '../placements/group/sheet-row.tsx';
import type { Tools } from '../record-area/descriptor.ts';
import type { useEnteredSheet } from './entered.ts';
import styles from './monitoring.module.css';

type Props = {
  readonly label: string;
  readonly columns: readonly SheetColumn[];
  readonly entry: ReturnType<typeof useEnteredSheet>;
  readonly notes: readonly (readonly RowNote[])[];
  readonly running: boolean;
  readonly tools: Tools;
  readonly onSave: () => void;
  /** The least width of a line, in pixels. */
  readonly width: number;
  /** What the footer says before the buttons. */
  readonly children?: ReactNode;
};

const none: readonly string[] = [];

/** A table that is typed into like a spreadsheet; only lines that differ from what is stored are written. */
export function EntrySheet(props: Props) {
  const { columns, entry, notes, tools } = props;
  const { t } = tools;
  const handle = useRef<SheetHandle>(null);
  const count = entry.changed.filter(Boolean).length;
  const toned = (tone: RowNote['tone']) => (_: unknown, row: number) =>
    entry.changed[row] === true && (notes[row] ?? []).some(note => note.tone === tone);
  const problems = notes.filter(toned('problem')).length;
  const doubts = notes.filter(toned('warning')).length;
  return (
    <>
      <SheetGrid
        label={props.label}
        columns={columns}
        sheet={entry.sheet}
        shown={entry.sheet}
        defaults={none}
        notes={notes}
        notesLabel={t('monitoring.remarks')}
        width={props.width}
        onChange={entry.write}
        onPaste={(range, text) => {
          const unknown = entry.pasteText(range, text);
          if (unknown.length > 0) showDone(t('placements.group.unknownStudent', { text: unknown.join(', ') }));
        }}
        onUndo={entry.undo}
        handle={handle}
        withinOf={() => undefined}
      />
      <div className={styles['footer']} aria-live="polite">
        {props.children}
        {count > 0 && <span>{t('monitoring.changed', { count })}</span>}
        {problems > 0 && (
          <Button
            variant="subtle"
            data-tone="danger"
            size="compact-sm"
            onClick={() => handle.current?.focusRow(notes.findIndex((row, index) => toned('problem')(row, index)))}
          >
            {t('placements.group.problems', { count: problems })}
          </Button>
        )}
        <span className={styles['space']} />
        {count > 0 && (
          <Button variant="subtle" color="gray" onClick={entry.forget}>
            {t('monitoring.discard')}
          </Button>
        )}
        <Button loading={props.running} disabled={count === 0 || problems > 0} onClick={props.onSave}>
          {t(doubts > 0 ? 'monitoring.saveAnyway' : 'monitoring.save')}
        </Button>
      </div>
    </>
  );
}
