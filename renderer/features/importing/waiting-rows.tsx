import { Button } from '@mantine/core';
import type { ImportDecisions, ImportPreview } from '#renderer/state/importing.ts';
import type { Tools } from '../record-area/descriptor.ts';
import styles from './importing.module.css';

type Props = {
  readonly sheet: ImportPreview['sheets'][number];
  readonly decisions: ImportDecisions;
  readonly tools: Tools;
  readonly busy: boolean;
  readonly onDecide: (decisions: ImportDecisions) => void;
};

/** Rows refused only because their firm or student is not known yet, and the one step that lets them in. */
export function WaitingRows({ sheet, decisions, tools, busy, onDecide }: Props) {
  const { t } = tools;
  const { firms, students } = sheet.waiting;
  const lines = [
    { words: t('importing.waitingFirms', { count: firms }), rows: firms, decision: { createFirms: true } },
    { words: t('importing.waitingStudents', { count: students }), rows: students, decision: { createStudents: true } },
  ].filter(line => line.rows > 0);
  return lines.map(({ words, decision }) => (
    <div key={words} className={styles['waiting']}>
      <span>{words}</span>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`${words}. ${t('importing.addThem')}`}
        disabled={busy}
        onClick={() => onDecide({ ...decisions, ...decision })}
      >
        {t('importing.addThem')}
      </Button>
    </div>
  ));
}
