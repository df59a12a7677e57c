import { useCallback, useRef } from 'react';
import { useLanguage } from '#renderer/app/language.tsx';
import type { ScreenProps } from '#renderer/app/screens.tsx';
import { go, hashOf, useNavigation } from '#renderer/state/navigation.ts';
import type { DataTableHandle } from '#renderer/ui/data-table.tsx';
import { PanelSplit } from '../record-area/panel-split.tsx';
import areaStyles from '../record-area/record-area.module.css';
import { useTools } from '../record-area/tools.ts';
import { LetterList } from './letter-list.tsx';
import { LetterPanel } from './letter-panel.tsx';
import { TemplateList } from './template-list.tsx';

/** Letters: the register of what has been sent, and the templates. */
export function LettersScreen({ route }: ScreenProps) {
  const tools = useTools();
  const table = useRef<DataTableHandle>(null);
  const close = useCallback((): void => {
    const { id, full: _full, ...list } = useNavigation.getState().route;
    go(list);
    window.setTimeout(() => table.current?.focus(id), 0);
  }, []);
  if (route.tab === 'templates') return <TemplateList tools={tools} tabs={<LetterTabs current="templates" />} />;
  const panel = route.id && (
    <div
      role="presentation"
      className={areaStyles['panelHost']}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        close();
      }}
    >
      <LetterPanel key={route.id} id={route.id} tools={tools} onClose={close} />
    </div>
  );
  return (
    <PanelSplit
      list={
        <LetterList
          tools={tools}
          route={route}
          table={table}
          tabs={<LetterTabs current="register" />}
          onOpen={id => go({ ...route, id })}
          onEscape={close}
        />
      }
      panel={panel || null}
      full={route.full === true}
      label={tools.t('records.resize')}
    />
  );
}

function LetterTabs({ current }: { readonly current: 'register' | 'templates' }) {
  const { t, word } = useLanguage();
  const routes = { register: { area: 'letters' }, templates: { area: 'letters', tab: 'templates' } } as const;
  return (
    <>
      <h1 className="visually-hidden">{word('shell.screens.letters')}</h1>
      <nav className={areaStyles['family']} aria-label={word('shell.screens.letters')}>
        {(['register', 'templates'] as const).map(tab => (
          <a
            key={tab}
            href={hashOf(routes[tab])}
            aria-current={tab === current ? 'page' : undefined}
            onClick={event => {
              event.preventDefault();
              go(routes[tab]);
            }}
          >
            {tab === 'register' ? t('letters.register') : t('letters.templates')}
          </a>
        ))}
      </nav>
    </>
  );
}
