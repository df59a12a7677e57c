import { ActionIcon, Menu, Tabs } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Tools } from './descriptor.ts';
import styles from './record-panel.module.css';

export type BarTab = { readonly key: string; readonly title: string; readonly count?: number | undefined };

type Props = {
  readonly tabs: readonly BarTab[];
  readonly shown: string;
  readonly onTab: (tab: string) => void;
  readonly tools: Tools;
};

/** The tabs of a record in one row; where they do not fit, a menu beside them names them all. */
export function TabBar({ tabs, shown, onTab, tools }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const [crowded, setCrowded] = useState(false);
  useLayoutEffect(() => {
    const bar = list.current;
    if (!bar) return;
    const measure = (): void => setCrowded(bar.scrollWidth > bar.clientWidth + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(bar);
    measure();
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    // The chosen tab must be seen in the row, also when a link chose it.
    const chosen = list.current?.querySelector<HTMLElement>(`[role="tab"][aria-selected="true"]`);
    if (list.current && chosen) revealTab(list.current, chosen);
  }, [shown, crowded]);
  return (
    <div className={styles['tabRow']} data-crowded={crowded || undefined}>
      <Tabs.List ref={list} className={styles['tabList'] ?? ''}>
        {tabs.map(tab => (
          <Tabs.Tab key={tab.key} value={tab.key}>
            {tab.title}
            {tab.count !== undefined && <span className={styles['count']}>{tools.locale.number(tab.count)}</span>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {crowded && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon className={styles['allTabs'] ?? ''} aria-label={tools.t('records.allTabs')}>
              <IconChevronDown size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {tabs.map(tab => (
              <Menu.Item
                key={tab.key}
                leftSection={<IconCheck size={14} aria-hidden="true" opacity={tab.key === shown ? 1 : 0} />}
                onClick={() => onTab(tab.key)}
              >
                {tab.title}
                {tab.count !== undefined && <span className={styles['count']}>{tools.locale.number(tab.count)}</span>}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}

/** Scrolls the bar sideways just far enough, and never the panel around it. */
function revealTab(bar: HTMLElement, chosen: HTMLElement): void {
  const outer = bar.getBoundingClientRect();
  const inner = chosen.getBoundingClientRect();
  if (inner.left < outer.left) bar.scrollLeft -= outer.left - inner.left;
  else if (inner.right > outer.right) bar.scrollLeft += inner.right - outer.right;
}
