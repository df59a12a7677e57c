import { Button } from '@mantine/core';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { type Notice, useNotices } from '#renderer/state/notices.ts';
import type { Problem } from '#shared/result.ts';
import { problemText, type Translator } from '#shared/text/translator.ts';
import styles from './messages.module.css';

type EmptyProps = {
  readonly title: string;
  readonly help: string;
  readonly icon?: ReactNode;
  readonly children?: ReactNode;
};

/** What a screen is for, while there is nothing on it yet. */
export function EmptyState({ title, help, icon, children }: EmptyProps) {
  return (
    <div className={styles['empty']}>
      {icon && <div className={styles['emptyIcon']}>{icon}</div>}
      <h2>{title}</h2>
      <p>{help}</p>
      {children && <div className={styles['actions']}>{children}</div>}
    </div>
  );
}

type NoMatchProps = { readonly search: string; readonly onClear: () => void };

/** Nothing fits the search or the filter: says what was looked for and how to take it back. */
export function NoMatch({ search, onClear }: NoMatchProps) {
  const { t } = useLanguage();
  const help = search.trim() === '' ? t('records.noMatchFilter') : t('records.noMatchFor', { text: search.trim() });
  return (
    <EmptyState title={t('records.noMatch')} help={help}>
      <Button variant="default" onClick={onClear}>
        {t('records.filterClear')}
      </Button>
    </EmptyState>
  );
}

type ErrorProps = { readonly problem: Problem; readonly onRetry?: (() => void) | undefined };

/** What happened, what to do, the reference, and another try. */
export function ErrorNotice({ problem, onRetry }: ErrorProps) {
  const { t } = useLanguage();
  return (
    <div className={styles['error']} role="alert">
      <IconAlertTriangle size={20} aria-hidden="true" />
      <div>
        <p>{problemText(t, problem)}</p>
        {onRetry && (
          <Button variant="default" mt="sm" onClick={onRetry}>
            {t('records.retry')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Grey lines in place of content; nothing for the first 200 ms, so that quick answers do not flicker. */
export function Skeleton({ rows = 8, height = 40 }: { readonly rows?: number; readonly height?: number }) {
  const { t } = useLanguage();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(true), 200);
    return () => window.clearTimeout(timer);
  }, []);
  if (!late) return <div className={styles['waiting']} style={{ height: rows * height }} />;
  return (
    <div className={styles['skeleton']} role="status" aria-label={t('records.loading')}>
      {Array.from({ length: rows }, (_, index) => (
        // The lines are all alike and never move.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} style={{ height }}>
          <span style={{ width: `${70 - ((index * 17) % 40)}%` }} />
        </div>
      ))}
    </div>
  );
}

/** Gives the messages room of their own below the screen, so that none of them lies over the last row of a list. */
function useRoom(stack: React.RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const element = stack.current;
    if (element === null) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      const height = element.offsetHeight;
      style.setProperty('--notice-room', height === 0 ? '0px' : `${height + 16}px`);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.removeProperty('--notice-room');
    };
  }, [stack]);
}

/** The messages at the bottom: what was done and can be undone, what failed. */
export function NoticeStack() {
  const notices = useNotices(state => state.notices);
  const stack = useRef<HTMLDivElement>(null);
  useRoom(stack);
  return (
    <div ref={stack} className={styles['stack']} aria-live="polite">
      {notices.map(notice => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

const noticeText = (t: Translator, { problem, lasting, text }: Notice): string => {
  if (problem !== undefined) return problemText(t, problem);
  if (lasting === 'reportFreezes') return t('reports.frozen.waits');
  return lasting === 'importWrites' ? t('importing.waitsForImport') : text;
};

function NoticeCard({ notice }: { readonly notice: Notice }) {
  const { t } = useLanguage();
  const { dismiss, show } = useNotices.getState();
  const { id, problem, action, lasting } = notice;
  useEffect(() => {
    if (lasting !== undefined) return undefined;
    const timer = window.setTimeout(() => dismiss(id), problem || action ? 12_000 : 7000);
    return () => window.clearTimeout(timer);
  }, [dismiss, id, problem, action, lasting]);
  const undo = async (): Promise<void> => {
    dismiss(id);
    const result = await api('history.undo', {});
    if (!result.ok) show({ text: '', problem: result.error });
  };
  return (
    <div
      className={styles['notice']}
      data-tone={problem ? 'danger' : undefined}
      data-undo={notice.undo || undefined}
      role={problem ? 'alert' : 'status'}
    >
      {problem && <IconAlertTriangle size={18} aria-hidden="true" />}
      <span className={styles['noticeText']}>{noticeText(t, notice)}</span>
      {notice.undo && (
        <Button variant="subtle" size="compact-sm" onClick={() => void undo()}>
          {t('records.undo')}
        </Button>
      )}
      {notice.action && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            dismiss(id);
            notice.action?.run();
          }}
        >
          {notice.action.label}
        </Button>
      )}
      {notice.retry && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            dismiss(id);
            notice.retry?.();
          }}
        >
          {t('records.retry')}
        </Button>
      )}
      <button type="button" className={styles['dismiss']} aria-label={t('common.close')} onClick={() => dismiss(id)}>
        <IconX size={16} />
      </button>
    </div>
  );
}
