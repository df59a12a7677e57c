import { Modal } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconPlus, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { isDictionary, nameOfEntity, type RecordName } from '#renderer/api/records.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { openCreate, useDialogs } from '#renderer/state/dialogs.ts';
import { go } from '#renderer/state/navigation.ts';
import { readableDates } from '#renderer/ui/readable-dates.ts';
import { fold } from '#shared/domain/fold.ts';
import { useLanguage } from './language.tsx';
import styles from './palette.module.css';
import { availableEntries } from './screens.tsx';
import { stepHistory } from './use-shortcuts.ts';

type Item = {
  readonly key: string;
  readonly title: string;
  readonly detail?: string;
  readonly icon?: ReactNode;
  readonly run: () => void;
};

type Group = { readonly title: string; readonly items: readonly Item[] };

const creatable: readonly RecordName[] = ['firms', 'agreements', 'placements', 'students', 'requests', 'groups'];

/** One field for everything: records by any of their words, screens and commands. */
export function Palette() {
  const { t, word, locale } = useLanguage();
  const { setPalette } = useDialogs.getState();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const list = useId();
  const query = text.trim();
  const found = useQuery('search.all', query === '' ? null : { text: query, limit: 20 });
  const matches = (title: string): boolean => query === '' || fold(title).includes(fold(query));

  const records: Item[] = (query === '' ? [] : (found.data ?? [])).flatMap(hit => {
    const name = nameOfEntity(hit.entity);
    if (name === null || isDictionary(name)) return [];
    return [
      {
        key: `${hit.entity}-${hit.id}`,
        title: hit.title,
        detail: [word(`entities.${hit.entity}`), readableDates(hit.detail, locale)]
          .filter(part => part !== '')
          .join(' · '),
        run: () => go({ area: name, id: hit.id }),
      },
    ];
  });
  const screens: Item[] = availableEntries()
    .flat()
    .flatMap(({ screen, Icon, covers = [] }) =>
      [screen, ...covers].map(area => ({
        key: area,
        title: word(`shell.screens.${area}`),
        icon: <Icon size={16} aria-hidden="true" />,
        run: () => go({ area }),
      })),
    );
  const actions: Item[] = [
    ...creatable.map(name => ({
      key: `create-${name}`,
      title: word(`areas.${name}.create`),
      icon: <IconPlus size={16} aria-hidden="true" />,
      run: () => openCreate({ name, values: {}, onCreated: id => go({ area: name as 'firms', id }) }),
    })),
    {
      key: 'undo',
      title: t('shell.undo'),
      icon: <IconArrowBackUp size={16} aria-hidden="true" />,
      run: () => void stepHistory('history.undo'),
    },
    {
      key: 'redo',
      title: t('shell.redo'),
      icon: <IconArrowForwardUp size={16} aria-hidden="true" />,
      run: () => void stepHistory('history.redo'),
    },
  ];
  const groups: Group[] = [
    { title: t('shell.searchRecords'), items: records },
    { title: t('shell.searchScreens'), items: screens.filter(item => matches(item.title)) },
    { title: t('shell.searchActions'), items: actions.filter(item => matches(item.title)) },
  ].filter(group => group.items.length > 0);
  const items = groups.flatMap(group => group.items);
  const place = Math.min(active, Math.max(0, items.length - 1));
  useEffect(() => {
    document.getElementById(`${list}-${place}`)?.scrollIntoView({ block: 'nearest' });
  }, [list, place]);

  const choose = (item: Item | undefined): void => {
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
                    <span className={styles['title']}>{item.title}</span>
                    {item.detail && <span className={styles['detail']}>{item.detail}</span>}
                  </div>
                );
              })}
            </div>
          ))}
        </div>
        {items.length === 0 && !found.loading && (
          <p className={styles['nothing']}>{t('shell.searchNothing', { text: query })}</p>
        )}
        {query === '' && <p className={styles['hint']}>{t('shell.searchHint')}</p>}
      </Modal.Content>
    </Modal.Root>
  );
}
