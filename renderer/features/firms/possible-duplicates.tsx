import type { DetailOf } from '#renderer/api/records.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { RecordLink } from '../record-area/record-link.tsx';
import styles from '../record-area/record-panel.module.css';

/** Other firms that may be the same one, as links. */
export function PossibleDuplicates({ detail, tools }: { readonly detail: DetailOf<'firms'>; readonly tools: Tools }) {
  if (detail.possibleDuplicates.length === 0) return null;
  return (
    <div className={styles['notice']}>
      <strong>{tools.t('records.possibleDuplicates')}</strong>
      {detail.possibleDuplicates.map(other => (
        <span key={other.id}>
          <RecordLink name="firms" id={other.id}>
            {other.title}
          </RecordLink>{' '}
          <span className={styles['quiet']}>{other.detail}</span>
        </span>
      ))}
    </div>
  );
}
