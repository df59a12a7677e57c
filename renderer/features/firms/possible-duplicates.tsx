import { Button } from '@mantine/core';
import { type ComponentType, lazy, Suspense, useState } from 'react';
import type { DetailOf } from '#renderer/api/records.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { RecordLink } from '../record-area/record-link.tsx';
import styles from '../record-area/record-panel.module.css';
import type { MergeProps } from './merge-sides.tsx';

// The dialogs know the areas, which show these notices: they are fetched when they are wanted.
const MergeFirms = lazy(async () => ({ default: (await import('./merge-dialog.tsx')).MergeDialog }));
const MergePeople = lazy(async () => ({ default: (await import('./merge-people-dialog.tsx')).MergePeopleDialog }));

type Props<D> = { readonly detail: D; readonly tools: Tools };

/** Other firms that may be the same one, as links, each with a way to compare and merge. */
export const DoublesOfFirm = (props: Props<DetailOf<'firms'>>) => (
  <Doubles {...props} name="firms" MergeDialog={MergeFirms} />
);

/** The same for a person among those of the firm. */
export const DoublesOfContact = (props: Props<DetailOf<'contacts'>>) => (
  <Doubles {...props} name="contacts" MergeDialog={MergePeople} />
);

type DoublesProps = Props<Pick<DetailOf<'firms'>, 'id' | 'possibleDuplicates'>> & {
  readonly name: 'firms' | 'contacts';
  readonly MergeDialog: ComponentType<MergeProps>;
};

function Doubles({ detail, tools, name, MergeDialog }: DoublesProps) {
  const [otherId, setOtherId] = useState<string | null>(null);
  if (detail.possibleDuplicates.length === 0) return null;
  return (
    <div className={styles['notice']}>
      <strong>{tools.t('records.possibleDuplicates')}</strong>
      {detail.possibleDuplicates.map(other => (
        <span key={other.id}>
          <RecordLink name={name} id={other.id}>
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
