import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { DetailOf } from '#renderer/api/records.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { RecordLink } from '../record-area/record-link.tsx';
import styles from '../record-area/record-panel.module.css';

// The dialog knows the area of firms, which shows this notice: it is fetched when it is wanted.
const MergeDialog = lazy(async () => ({ default: (await import('./merge-dialog.tsx')).MergeDialog }));

/** Other firms that may be the same one, as links, each with a way to compare and merge. */
export function PossibleDuplicates({ detail, tools }: { readonly detail: DetailOf<'firms'>; readonly tools: Tools }) {
  const [otherId, setOtherId] = useState<string | null>(null);
  if (detail.possibleDuplicates.length === 0) return null;
  return (
    <div className={styles['notice']}>
      <strong>{tools.t('records.possibleDuplicates')}</strong>
      {detail.possibleDuplicates.map(other => (
        <span key={other.id}>
          <RecordLink name="firms" id={other.id}>
            {other.title}
          </RecordLink>{' '}
          <span className={styles['quiet']}>{other.detail}</span>{' '}
          <Button
            variant="default"
            size="compact-sm"
            aria-label={tools.t('relations.compareOf', { name: other.title })}
            onClick={() => setOtherId(other.id)}
          >
            {tools.t('relations.compare')}
          </Button>
        </span>
      ))}
      {otherId !== null && (
        <Suspense fallback={null}>
          <MergeDialog keepId={detail.id} otherId={otherId} tools={tools} onClose={() => setOtherId(null)} />
        </Suspense>
      )}
    </div>
  );
}
