import { Button, Checkbox } from '@mantine/core';
import { useEffect, useState } from 'react';
import { runCommand } from '#renderer/api/use-command.ts';
import { type ImportDecisions, type ImportPreview, useImporting } from '#renderer/state/importing.ts';
import type { Output, Request } from '#shared/contract/index.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { ImportProgress } from './import-progress.tsx';
import styles from './importing.module.css';
import { LeaversPanel } from './leavers-panel.tsx';
import { OpenQuestions } from './open-questions.tsx';
import { PlannedRows } from './planned-rows.tsx';
import { SheetColumns } from './sheet-columns.tsx';
import { SheetList } from './sheet-list.tsx';
import { WaitingRows } from './waiting-rows.tsx';

type Props = { readonly preview: ImportPreview; readonly tools: Tools; readonly onOther: () => void };
export type SheetOverride = NonNullable<Request<'importing.adjust'>['sheets']>[string];

/** The dry run: sheets on the left, what each row will do on the right, and one button that writes it. */
export function PlanView({ preview, tools, onOther }: Props) {
  const { t } = tools;
  const { decisions, setPreview, setOutcome } = useImporting();
  const [busy, setBusy] = useState<'adjust' | 'commit' | null>(null);
  const [chosen, setChosen] = useState(
    preview.sheets.find(sheet => sheet.entity !== null)?.name ?? preview.sheets[0]?.name ?? '',
  );
  const slow = useSlow(busy !== null);
  const sheet = preview.sheets.find(other => other.name === chosen);

  const adjust = async (next: ImportDecisions, sheets?: Record<string, SheetOverride>): Promise<void> => {
    setBusy('adjust');
    const result = await runCommand<ImportPreview>('importing.adjust', {
      previewId: preview.previewId,
      ...(sheets ? { sheets } : {}),
      decisions: next,
    });
    setBusy(null);
    if (result.ok) setPreview(result.value, next);
  };
  const commit = async (): Promise<void> => {
    setBusy('commit');
    const result = await runCommand<Output<'importing.commit'>>('importing.commit', {
      previewId: preview.previewId,
    });
    setBusy(null);
    if (!result.ok) {
      // The plan was made again: what the officer looks at must be what will be written.
      if (result.error.code === 'importChanged') await adjust(decisions);
      return;
    }
    const entity = preview.sheets.find(other => other.entity !== null)?.entity ?? 'firm';
    setOutcome({ ...result.value, entity, fileName: preview.fileName, previewId: preview.previewId });
  };

  const { counts } = preview;
  const changes = counts.create + counts.update + counts.merge + preview.absentStudents.confirmed;
  return (
    <div className={styles['plan']}>
      <header className={styles['head']}>
        <div>
          <h1>{preview.fileName}</h1>
        </div>
        <div className={styles['headActions']}>
          {slow && <ImportProgress words={t(busy === 'commit' ? 'importing.writing' : 'importing.planning')} />}
          <Button variant="default" onClick={onOther} disabled={busy !== null}>
            {t('importing.other')}
          </Button>
          <Button onClick={() => void commit()} disabled={busy !== null || changes + counts.conflict === 0}>
            {changes + counts.conflict > 0
              ? t('importing.commit', { count: changes })
              : t(counts.reject > 0 ? 'importing.nothingAccepted' : 'importing.nothing')}
          </Button>
        </div>
      </header>
      <div className={styles['body']}>
        <SheetList
          sheets={preview.sheets}
          chosen={chosen}
          tools={tools}
          onChoose={setChosen}
          onEntity={(name, entity) => void adjust(decisions, { [name]: { entity } })}
        />
        {sheet && (
          <div className={styles['sheet']}>
            <div className={styles['options']}>
              <Checkbox
                size="xs"
                label={t('importing.createFirms')}
                checked={decisions.createFirms}
                onChange={event => void adjust({ ...decisions, createFirms: event.currentTarget.checked })}
              />
              <Checkbox
                size="xs"
                label={t('importing.createStudents')}
                checked={decisions.createStudents}
                onChange={event => void adjust({ ...decisions, createStudents: event.currentTarget.checked })}
              />
            </div>
            {sheet.entity === null && (
              <p className={styles['muted']}>
                {sheet.reason && `${tools.word(`importReasons.${sheet.reason}`)}. `}
                {t('importing.asideHelp')}
              </p>
            )}
            <OpenQuestions
              preview={preview}
              decisions={decisions}
              tools={tools}
              busy={busy !== null}
              onDecide={next => void adjust(next)}
            />
            <LeaversPanel
              preview={preview}
              decisions={decisions}
              tools={tools}
              busy={busy !== null}
              onDecide={next => void adjust(next)}
            />
            <SheetColumns
              sheet={sheet}
              tools={tools}
              onField={(column, field) => void adjust(decisions, { [sheet.name]: { fields: { [column]: field } } })}
              onHeaderRow={headerRow => void adjust(decisions, { [sheet.name]: { headerRow } })}
            />
            <WaitingRows
              sheet={sheet}
              decisions={decisions}
              tools={tools}
              busy={busy !== null}
              onDecide={next => void adjust(next)}
            />
            <PlannedRows
              key={`${preview.previewId} ${sheet.name}`}
              preview={preview}
              sheet={sheet}
              decisions={decisions}
              tools={tools}
              busy={busy !== null}
              onDecide={next => void adjust(next)}
            />
          </div>
        )}
      </div>
    </div>
  );
}

/** True once something has taken longer than people notice, so that quick work shows no bar. */
function useSlow(busy: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!busy) return setSlow(false);
    const timer = window.setTimeout(() => setSlow(true), 200);
    return () => window.clearTimeout(timer);
  }, [busy]);
  return slow;
}
