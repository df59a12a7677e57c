import { Button } from '@mantine/core';
import { useState } from 'react';
import { runCommand } from '#renderer/api/use-command.ts';
import type { ImportOutcome } from '#renderer/state/importing.ts';
import { go } from '#renderer/state/navigation.ts';
import { showDone } from '#renderer/state/notices.ts';
import type { Output } from '#shared/contract/index.ts';
import { type ImportEntity, importEntities } from '#shared/domain/importing/fields.ts';
import type { Tools } from '../record-area/descriptor.ts';
import styles from './importing.module.css';

/** Where the records of an entity are listed. */
const areas = {
  firm: 'firms',
  contact: 'contacts',
  agreement: 'agreements',
  student: 'students',
  placement: 'placements',
  request: 'requests',
} as const satisfies Record<ImportEntity, string>;

type Props = { readonly outcome: ImportOutcome; readonly tools: Tools; readonly onOther: () => void };

/** What was written, what was not, and the way back. */
export function ImportResult({ outcome, tools, onOther }: Props) {
  const { t, word, locale } = tools;
  const [rejectedFile, setRejectedFile] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    const result = await runCommand<Output<'importing.saveRejected'>>('importing.saveRejected', {
      previewId: outcome.previewId,
    });
    if (result.ok) setRejectedFile(result.value.path);
  };
  const undo = async (): Promise<void> => {
    const result = await runCommand<Output<'history.undo'>>('history.undo', { batchId: outcome.batchId });
    if (!result.ok) return;
    showDone(word('history.undone'));
    onOther();
  };
  const created = importEntities.filter(entity => outcome.creates[entity] > 0);
  const shown = created[0] ?? outcome.entity;
  return (
    <div className={styles['chooser']}>
      <h1>
        {t(outcome.batchId === null ? 'importing.doneNothing' : 'importing.doneTitle', { file: outcome.fileName })}
      </h1>
      {outcome.batchId !== null && <p className={styles['muted']}>{t('importing.doneHelp')}</p>}
      {outcome.batchId !== null && outcome.counts.update > 0 && (
        <p>{t('importing.changed', { count: outcome.counts.update })}</p>
      )}
      {outcome.leavers > 0 && <p>{t('importing.leaversWritten', { count: outcome.leavers })}</p>}
      {created.length > 0 && <h2>{t('importing.created')}</h2>}
      {created.length > 0 && (
        <dl className={styles['result']}>
          {created.map(entity => (
            <div key={entity}>
              <dt>{word(`importing.entities.${entity}`)}</dt>
              <dd className="numbers">{locale.number(outcome.creates[entity])}</dd>
            </div>
          ))}
        </dl>
      )}
      {outcome.rejected > 0 && (
        <section className={styles['rejected']}>
          <h2>{t('importing.rejected', { count: outcome.rejected })}</h2>
          <p>{t('importing.rejectedHelp')}</p>
          {rejectedFile === null ? (
            <Button variant="default" onClick={() => void save()}>
              {t('importing.saveRejected')}
            </Button>
          ) : (
            <>
              <p className={styles['small']}>{rejectedFile}</p>
              <Button variant="default" onClick={() => void runCommand('files.open', { path: rejectedFile })}>
                {t('importing.openRejected')}
              </Button>
            </>
          )}
        </section>
      )}
      <div className={styles['headActions']}>
        <Button onClick={() => go({ area: areas[shown] })}>
          {t('importing.show', { entity: word(`importing.entities.${shown}`) })}
        </Button>
        <Button variant="default" onClick={onOther}>
          {t('importing.other')}
        </Button>
        {outcome.batchId !== null && (
          <Button variant="subtle" onClick={() => void undo()}>
            {t('importing.undo')}
          </Button>
        )}
      </div>
    </div>
  );
}
