import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './placement-notice.module.css';

/** A cell of a list with a sign that something about it deserves a second look; the words come with the sign. */
export function MarkedCell({ doubt, children }: { readonly doubt: string | null; readonly children: ReactNode }) {
  if (doubt === null) return children;
  return (
    <span className={styles['marked']}>
      <IconAlertTriangle size={14} className={styles['mark'] ?? ''} role="img" aria-label={doubt} title={doubt} />
      <span className={styles['markedText']}>{children}</span>
    </span>
  );
}
