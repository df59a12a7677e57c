import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import { useDialogs } from '#renderer/state/dialogs.ts';
import { MarkedText } from '#renderer/ui/marked-text.tsx';
import { useLanguage } from './language.tsx';
import styles from './palette.module.css';
import { type PaletteItem, usePaletteGroups } from './palette-items.tsx';

/** One field for everything: records by any of their words, screens and commands. */
export function Palette() {
  const { t } = useLanguage();
  const { setPalette } = useDialogs.getState();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const list = useId();
  const query = text.trim();
  const { groups, loading } = usePaletteGroups(query);
  const items = groups.flatMap(group => group.items);
  const place = Math.min(active, Math.max(0, items.length - 1));
  useEffect(() => {
    document.getElementById(`${list}-${place}`)?.scrollIntoView({ block: 'nearest' });
  }, [list, place]);

  const choose = (item: PaletteItem | undefined): void => {
    if (!item) return;
    setPalette(false);
    item.run();
  };
  return (
    <Modal.Root
      opened
      onClose={() => setPalette(false)}
      size={620}
      yOffset="10vh"
      centered={false}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content aria-label={t('shell.search')}>
        <div className={styles['field']}>
          <IconSearch size={18} aria-hidden="true" />
          <input
            data-autofocus
            role="combobox"
            aria-expanded="true"
            aria-controls={list}
            aria-activedescendant={items.length > 0 ? `${list}-${place}` : undefined}
            aria-label={t('shell.searchPlaceholder')}
            placeholder={t('shell.searchPlaceholder')}
            spellCheck={false}
            value={text}
            onChange={event => {
              setText(event.currentTarget.value);
              setActive(0);
            }}
            onKeyDown={event => {
              const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
              const step = steps[event.code];
              if (step !== undefined) {
                event.preventDefault();
                setActive(Math.min(Math.max(place + step, 0), items.length - 1));
              } else if (event.key === 'Enter') {
                event.preventDefault();
                choose(items[place]);
              }
            }}
          />
        </div>
        <div id={list} role="listbox" aria-label={t('shell.search')} className={styles['list']}>
          {groups.map(group => (
            <div key={group.title} role="group" aria-label={group.title}>
              <div className={styles['group']} aria-hidden="true">
                {group.title}
              </div>
              {group.items.map(item => {
                const index = items.indexOf(item);
                return (
                  <div
                    key={item.key}
                    id={`${list}-${index}`}
                    role="option"
                    tabIndex={-1}
                    aria-selected={index === place}
                    className={styles['item']}
                    onMouseMove={() => setActive(index)}
                    onClick={() => choose(item)}
                    onKeyDown={undefined}
                  >
                    {item.icon}
                    <span className={styles['title']}>
                      <MarkedText text={item.title} query={query} />
                    </span>
                    {item.detail && (
                      <span className={styles['detail']}>
                        <MarkedText text={item.detail} query={query} />
                      </span>
                    )}
                  </div>
                );
              })}
            </div>
          ))}
        </div>
        {items.length === 0 && !loading && (
          <p className={styles['nothing']}>{t('shell.searchNothing', { text: query })}</p>
        )}
        {query === '' && <p className={styles['hint']}>{t('shell.searchHint')}</p>}
      </Modal.Content>
    </Modal.Root>
  );
}
