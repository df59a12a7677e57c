import { useCallback, useRef } from 'react';
import type { RecordName } from '#renderer/api/records.ts';
import { go, type Route, useNavigation } from '#renderer/state/navigation.ts';
import type { DataTableHandle } from '#renderer/ui/data-table.tsx';
import { areas } from './areas.ts';
import { PanelSplit } from './panel-split.tsx';
import styles from './record-area.module.css';
import { RecordList } from './record-list.tsx';
import { RecordPanel } from './record-panel.tsx';
import { useTools } from './tools.ts';

type Props = { readonly name: RecordName; readonly route: Route; readonly tabs?: React.ReactNode };

/** A record area: the list on the left, the open record on the right or over the whole width. */
export function RecordArea({ name, route, tabs }: Props) {
  const area = areas[name];
  const tools = useTools();
  const table = useRef<DataTableHandle>(null);
  const { replace } = useNavigation.getState();
  const close = useCallback((): void => {
    const { route: present } = useNavigation.getState();
    const id = present.id;
    const { id: _closed, tab: _tab, full: _full, ...list } = present;
    go(list);
    window.setTimeout(() => table.current?.focus(id), 0);
  }, []);
  const open = (id: string): void => {
    const { tab, full: _full, ...rest } = route;
    go({ ...rest, id, ...(tab ? { tab } : {}) });
  };
  const next = (): void => {
    const row = route.id && table.current?.beside(route.id, 1);
    if (row) open(row.id);
    window.setTimeout(() => table.current?.focus(row ? row.id : route.id), 0);
  };
  const panel = route.id && (
    <div
      className={styles['panelHost']}
      onKeyDown={event => {
        const inside = event.target instanceof Node && event.currentTarget.contains(event.target);
        if (event.key !== 'Escape' || event.defaultPrevented || !inside) return;
        event.preventDefault();
        close();
      }}
    >
      <RecordPanel
        area={area}
        id={route.id}
        tools={tools}
        tab={route.tab ?? area.opensOn ?? 'facts'}
        full={route.full === true}
        onTab={tab => replace({ ...route, tab })}
        onFull={() => replace(route.full ? withoutFull(route) : { ...route, full: true })}
        onClose={close}
        onOpen={open}
        onNext={route.full ? undefined : next}
      />
    </div>
  );
  return (
    <PanelSplit
      list={
        <RecordList area={area} tools={tools} route={route} tabs={tabs} onOpen={open} onEscape={close} table={table} />
      }
      panel={panel || null}
      full={route.full === true}
      label={tools.t('records.resize')}
    />
  );
}

function withoutFull(route: Route): Route {
  const { full: _full, ...rest } = route;
  return rest;
}
