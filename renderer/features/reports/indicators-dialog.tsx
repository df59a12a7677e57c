import { ActionIcon, Button, Checkbox, Group, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { useCommand } from '#renderer/api/use-command.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { showDone } from '#renderer/state/notices.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import type { Output } from '#shared/contract/index.ts';
import type { Language } from '#shared/contract/primitives.ts';
import { OwnIndicatorDialog } from './own-indicator-dialog.tsx';
import styles from './reports.module.css';

type Entry = Output<'indicators.layout'>[number];
type Props = { readonly language: Language; readonly onClose: () => void };

/** Which indicators the report has, in which order, and the officer's own. */
export function IndicatorsDialog({ language, onClose }: Props) {
  const { t } = useLanguage();
  const { data, problem, refresh } = useQuery('indicators.layout', { language });
  const [editing, setEditing] = useState<{ readonly id: string | null } | null>(null);
  const arrangement = useCommand('indicators.arrange');
  const reset = useCommand('indicators.resetLayout');
  const removal = useCommand('ownIndicators.remove');
  const list = useRef<HTMLUListElement>(null);
  const [said, setSaid] = useState('');
  const arrange = (entries: readonly Entry[]): Promise<unknown> =>
    arrangement.run({ order: entries.map(({ id, shown }) => ({ id, shown })) });
  const toggle = (entries: readonly Entry[], changed: Entry): void =>
    void arrange(entries.map(entry => (entry.id === changed.id ? { ...entry, shown: !entry.shown } : entry)));
  const move = async (entries: readonly Entry[], from: number, to: number): Promise<void> => {
    const moved = entries[from];
    if (moved === undefined || to < 0 || to >= entries.length) return;
    const next = entries.toSpliced(from, 1).toSpliced(to, 0, moved);
    await arrange(next);
    setSaid(t('indicators.screen.moved', { title: moved.title, place: to + 1, count: entries.length }));
    const direction = to < from ? 'up' : 'down';
    window.setTimeout(() => {
      const buttons = list.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(moved.id)}"]`);
      const wanted = buttons?.querySelector<HTMLButtonElement>(`[data-move="${direction}"]:not(:disabled)`);
      (wanted ?? buttons?.querySelector<HTMLButtonElement>('[data-move]:not(:disabled)'))?.focus();
    }, 0);
  };
  const remove = async (entry: Entry): Promise<void> => {
    if (entry.ownId === null) return;
    const own = await api('ownIndicators.get', { id: entry.ownId });
    if (!own.ok) return;
    const result = await removal.run({ id: entry.ownId, revision: own.value.revision });
    if (result.ok) showDone(t('actions.removed', { entity: t('entities.ownIndicator'), title: entry.title }), true);
  };
  if (editing !== null)
    return <OwnIndicatorDialog id={editing.id} language={language} onClose={() => setEditing(null)} />;
  return (
    <Dialog title={t('indicators.screen.title')} size={760} onClose={onClose}>
      <p className={styles['help']}>{t('indicators.screen.help')}</p>
      {problem && <ErrorNotice problem={problem} onRetry={refresh} />}
      {!data ? (
        <div className={styles['layout']}>
          <Skeleton rows={24} />
        </div>
      ) : (
        <ul className={styles['layout']} ref={list}>
          {data.map((entry, place) => (
            <li key={entry.id} data-id={entry.id}>
              <Tooltip label={entry.definition} multiline w={420} position="bottom-start" openDelay={400} withinPortal>
                <Checkbox
                  checked={entry.shown}
                  aria-label={t('indicators.screen.shown', { title: entry.title })}
                  label={
                    <span lang={language}>
                      {entry.title}
                      {entry.unit !== '' && <span className={styles['unit']}>{entry.unit}</span>}
                      {entry.ownId !== null && <span className={styles['own']}>{t('indicators.screen.own')}</span>}
                    </span>
                  }
                  onChange={() => toggle(data, entry)}
                />
              </Tooltip>
              <span className={styles['moves']}>
                {entry.ownId !== null && (
                  <>
                    <Act label={t('indicators.screen.edit')} onClick={() => setEditing({ id: entry.ownId })}>
                      <IconPencil size={16} aria-hidden="true" />
                    </Act>
                    <Act label={t('indicators.screen.remove')} onClick={() => void remove(entry)}>
                      <IconTrash size={16} aria-hidden="true" />
                    </Act>
                  </>
                )}
                <Act
                  label={t('indicators.screen.up', { title: entry.title })}
                  move="up"
                  disabled={place === 0}
                  onClick={() => void move(data, place, place - 1)}
                >
                  <IconArrowUp size={16} aria-hidden="true" />
                </Act>
                <Act
                  label={t('indicators.screen.down', { title: entry.title })}
                  move="down"
                  disabled={place === data.length - 1}
                  onClick={() => void move(data, place, place + 1)}
                >
                  <IconArrowDown size={16} aria-hidden="true" />
                </Act>
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <Group justify="space-between" mt="md">
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden="true" />}
            onClick={() => setEditing({ id: null })}
          >
            {t('indicators.screen.add')}
          </Button>
          <Button variant="subtle" loading={reset.running} onClick={() => void reset.run({})}>
            {t('indicators.screen.reset')}
          </Button>
        </Group>
        <Button onClick={onClose}>{t('indicators.screen.done')}</Button>
      </Group>
    </Dialog>
  );
}

type ActProps = {
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly move?: 'up' | 'down';
  readonly children: ReactNode;
};

function Act({ label, onClick, disabled = false, move, children }: ActProps) {
  return (
    <ActionIcon
      variant="subtle"
      size={28}
      aria-label={label}
      title={label}
      disabled={disabled}
      data-move={move}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  );
}
