import { useCallback, useRef } from 'react';
import { useLanguage } from '#renderer/app/language.tsx';
import type { ScreenProps } from '#renderer/app/screens.tsx';
import { go, useNavigation } from '#renderer/state/navigation.ts';
import type { DataTableHandle } from '#renderer/ui/data-table.tsx';
import { ViewTabs } from '#renderer/ui/view-tabs.tsx';
import { PanelSplit } from '../record-area/panel-split.tsx';
import areaStyles from '../record-area/record-area.module.css';
import { useTools } from '../record-area/tools.ts';
import { LetterList } from './letter-list.tsx';
import { LetterPanel } from './letter-panel.tsx';
import { RegisterList } from './register-list.tsx';
import { TemplateList } from './template-list.tsx';

/** Letters: what has been sent, the registers, and the templates. */
export function LettersScreen({ route }: ScreenProps) {
  const tools = useTools();
  const table = useRef<DataTableHandle>(null);
  const close = useCallback((): void => {
    const { id, full: _full, ...list } = useNavigation.getState().route;
    go(list);
    window.setTimeout(() => table.current?.focus(id), 0);
  }, []);
  if (route.tab === 'templates') return <TemplateList tools={tools} tabs={<LetterTabs current="templates" />} />;
  if (route.tab === 'registers') return <RegisterList tools={tools} tabs={<LetterTabs current="registers" />} />;
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

const tabs = {
  register: { title: 'letters.register', route: { area: 'letters' } },
  registers: { title: 'letters.registers', route: { area: 'letters', tab: 'registers' } },
  templates: { title: 'letters.templates', route: { area: 'letters', tab: 'templates' } },
} as const;
type Tab = keyof typeof tabs;

function LetterTabs({ current }: { readonly current: Tab }) {
  const { t, word } = useLanguage();
  return (
    <>
      <h1 className="visually-hidden">{word('shell.screens.letters')}</h1>
      <ViewTabs
        label={word('shell.screens.letters')}
        tabs={(Object.keys(tabs) as Tab[]).map(tab => ({
          title: t(tabs[tab].title),
          route: tabs[tab].route,
          current: tab === current,
        }))}
      />
    </>
  );
}
