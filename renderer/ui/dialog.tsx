import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage } from '#renderer/app/language.tsx';
import styles from './dialog.module.css';

type Props = {
  readonly title: string;
  readonly size: number;
  /** Null while the dialog must stay open. */
  readonly onClose: (() => void) | null;
  readonly children: ReactNode;
};

/** A dialog whose title line is no landmark of the page: the kit's own counts as a second banner. */
export function Dialog({ title, size, onClose, children }: Props) {
  const { t } = useLanguage();
  return (
    <Modal.Root
      opened
      onClose={onClose ?? (() => {})}
      size={size}
      closeOnClickOutside={false}
      closeOnEscape={onClose !== null}
      centered
      lockScroll={false}
    >
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content>
        <div className={styles['head']}>
          <Modal.Title>{title}</Modal.Title>
          {onClose && <Modal.CloseButton aria-label={t('records.close')} />}
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
