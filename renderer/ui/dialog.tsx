import { Modal } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { useLanguage } from '#renderer/app/language.tsx';
import styles from './dialog.module.css';
import { lastFocused } from './last-focus.ts';

type Props = {
  readonly title: string;
  readonly size: number;
  /** Null while the dialog must stay open. */
  readonly onClose: (() => void) | null;
  readonly children: ReactNode;
};

/**
 * A dialog whose title line is no landmark of the page: the kit's own counts as a second banner. Ctrl+Enter sends its form
 * from any field, and the keyboard returns to where it was opened.
 */
export function Dialog({ title, size, onClose, children }: Props) {
  const { t } = useLanguage();
  const [opener] = useState(() => (document.activeElement === document.body ? lastFocused() : document.activeElement));
  const [content, setContent] = useState<HTMLDivElement | null>(null);
  useKeyboardInside(content);
  useEffect(
    () => () => {
      window.setTimeout(() => {
        const lost = document.activeElement === null || document.activeElement === document.body;
        if (lost && opener instanceof HTMLElement && opener.isConnected) opener.focus();
      }, 0);
    },
    [opener],
  );
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
      <Modal.Content ref={setContent} className={styles['content'] ?? ''} onKeyDownCapture={submitOnControlEnter}>
        <div className={styles['head']}>
          <Modal.Title>{title}</Modal.Title>
          {onClose && <Modal.CloseButton aria-label={t('records.close')} />}
        </div>
        <Modal.Body className={styles['body'] ?? ''}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/**
 * Gives the keyboard a place when a step of the dialog gives way to the next: what asks for it, the step's main button, else the
 * dialog itself, so that a second Enter does not press «Stop».
 */
function useKeyboardInside(content: HTMLDivElement | null): void {
  useEffect(() => {
    if (content === null) return undefined;
    let timer = 0;
    const mend = (): void => {
      const { activeElement } = document;
      if (activeElement !== null && activeElement !== document.body && activeElement !== content) return;
      // A dialog opened from this one has the keyboard itself.
      if ([...document.querySelectorAll('[role="dialog"][aria-modal="true"]')].at(-1)?.contains(content) !== true)
        return;
      const heir = content.querySelector<HTMLElement>('[data-autofocus], .kit-button:not([data-variant], :disabled)');
      (heir ?? content).focus({ preventScroll: true });
    };
    const observer = new MutationObserver(() => {
      window.clearTimeout(timer);
      // What is drawn next may take the keyboard by itself.
      timer = window.setTimeout(mend, 60);
    });
    observer.observe(content, { childList: true, subtree: true });
    return () => {
      window.clearTimeout(timer);
      observer.disconnect();
    };
  }, [content]);
}

function submitOnControlEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !(event.target instanceof HTMLElement)) return;
  // A dialog opened from this one sends its own form; from the close button there is only one to send.
  if (!event.currentTarget.contains(event.target)) return;
  const form = event.target.closest('form') ?? event.currentTarget.querySelector('form');
  if (form === null) return;
  event.preventDefault();
  event.stopPropagation();
  form.requestSubmit();
}
