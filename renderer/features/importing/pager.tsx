import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { Tools } from '../record-area/descriptor.ts';
import styles from './importing.module.css';

type Props = {
  readonly offset: number;
  readonly pageSize: number;
  readonly total: number;
  readonly tools: Tools;
  readonly onOffset: (offset: number) => void;
};

/** Which part of a long list is shown, and the way to the rest; nothing while it fits on one page. */
export function Pager({ offset, pageSize, total, tools, onOffset }: Props) {
  const { t } = tools;
  if (total <= pageSize) return null;
  return (
    <div className={styles['pager']}>
      <ActionIcon
        aria-label={t('importing.previous')}
        disabled={offset === 0}
        onClick={() => onOffset(Math.max(0, offset - pageSize))}
      >
        <IconChevronLeft size={16} />
      </ActionIcon>
      <span className="numbers">
        {t('importing.pageOf', { from: offset + 1, to: Math.min(offset + pageSize, total), total })}
      </span>
      <ActionIcon
        aria-label={t('importing.next')}
        disabled={offset + pageSize >= total}
        onClick={() => onOffset(offset + pageSize)}
      >
        <IconChevronRight size={16} />
      </ActionIcon>
    </div>
  );
}
