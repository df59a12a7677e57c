import { useState } from 'react';
import { runCommand } from '#renderer/api/use-command.ts';
import type { ScreenProps } from '#renderer/app/screens.tsx';
import { type ImportPreview, noDecisions, useImporting } from '#renderer/state/importing.ts';
import type { Request } from '#shared/contract/index.ts';
import type { Problem } from '#shared/result.ts';
import { useTools } from '../record-area/tools.ts';
import { ImportResult } from './import-result.tsx';
import styles from './importing.module.css';
import { PlanView } from './plan-view.tsx';
import { SourceChooser } from './source-chooser.tsx';

type Source = Request<'importing.preview'>['source'];

/** Importing: choose a file → see what each row will do → write it as one step that can be undone. */
export function ImportScreen(_props: ScreenProps) {
  const tools = useTools();
  const { preview, outcome, setPreview, clear } = useImporting();
  const [reading, setReading] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const read = async (source: Source): Promise<void> => {
    setReading(true);
    setProblem(null);
    const result = await runCommand<ImportPreview>(
      'importing.preview',
      { source },
      {
        handled: failure => {
          setProblem(failure);
          return true;
        },
      },
    );
    setReading(false);
    if (result.ok) setPreview(result.value, noDecisions);
  };
  return (
    <div className={styles['page']}>
      {outcome ? (
        <ImportResult outcome={outcome} tools={tools} onOther={clear} />
      ) : preview ? (
        <PlanView preview={preview} tools={tools} onOther={clear} />
      ) : (
        <SourceChooser reading={reading} problem={problem} onSource={source => void read(source)} />
      )}
    </div>
  );
}
