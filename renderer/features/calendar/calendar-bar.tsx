import { ActionIcon, Button, Menu, SegmentedControl, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconFilter, IconPlus } from '@tabler/icons-react';
import { useCalendar } from '#renderer/state/calendar.ts';
import { today } from '#renderer/ui/today.ts';
import { CalendarKind } from '#shared/contract/calendar-view.ts';
import { calendarViews, daysOfView, stepOfView } from '#shared/domain/calendar-view.ts';
import type { Tools } from '../record-area/descriptor.ts';
import styles from './calendar.module.css';
import { KindMark } from './kind-mark.tsx';
import { OutputMenu } from './output-menu.tsx';

type Props = { readonly tools: Tools; readonly day: string; readonly onAdd: () => void };

/** Where the calendar stands, how it looks, what it shows, and what can be made of it. */
export function CalendarBar({ tools, day, onAdd }: Props) {
  const { t, locale } = tools;
  const { view, by, hidden } = useCalendar();
  const { set } = useCalendar.getState();
  const { start, end } = daysOfView(view, day);
  const heading = {
    month: locale.monthYear(day),
    agenda: locale.monthYear(day),
    week: locale.period(start, end),
    day: `${locale.weekdayOf(day)}, ${locale.dateLong(day)}`,
    year: day.slice(0, 4),
  }[view];
  const kinds = CalendarKind.options.filter(kind => !hidden.includes(kind));
  return (
    <header className={styles['bar']}>
      <div className={styles['where']}>
        <ActionIcon aria-label={t('calendar.earlier')} onClick={() => set({ day: stepOfView(view, day, -1) })}>
          <IconChevronLeft size={18} />
        </ActionIcon>
        <Button variant="default" onClick={() => set({ day: null })} disabled={day === today()}>
          {t('calendar.today')}
        </Button>
        <ActionIcon aria-label={t('calendar.later')} onClick={() => set({ day: stepOfView(view, day, 1) })}>
          <IconChevronRight size={18} />
        </ActionIcon>
        <h1 aria-live="polite">{locale.capitalize(heading)}</h1>
      </div>
      <div className={styles['controls']}>
        <SegmentedControl
          aria-label={t('calendar.view')}
          value={view}
          data={calendarViews.map(value => ({ value, label: t(`calendar.views.${value}`) }))}
          onChange={next => set({ view: calendarViews.find(known => known === next) ?? 'month' })}
        />
        <Menu closeOnItemClick={false}>
          <Menu.Target>
            <Button
              variant={hidden.length > 0 ? 'light' : 'default'}
              leftSection={<IconFilter size={16} aria-hidden="true" />}
            >
              {hidden.length > 0 ? t('calendar.showHidden', { count: hidden.length }) : t('calendar.show')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {CalendarKind.options.map(kind => {
              const shown = !hidden.includes(kind);
              return (
                <Menu.Item
                  key={kind}
                  role="menuitemcheckbox"
                  aria-checked={shown}
                  leftSection={
                    <span className={styles['kind']} data-kind={kind} data-shown={shown || undefined}>
                      <KindMark kind={kind} size={16} />
                    </span>
                  }
                  rightSection={shown ? '✓' : null}
                  onClick={() => set({ hidden: shown ? [...hidden, kind] : hidden.filter(known => known !== kind) })}
                >
                  {locale.capitalize(t(`calendar.kinds.${kind}`))}
                </Menu.Item>
              );
            })}
            {hidden.length > 0 && <Menu.Item onClick={() => set({ hidden: [] })}>{t('calendar.showAll')}</Menu.Item>}
            <Menu.Divider />
            <Menu.Label>{t('calendar.bars')}</Menu.Label>
            {(['group', 'firm'] as const).map(value => (
              <Menu.Item
                key={value}
                role="menuitemradio"
                aria-checked={value === by}
                rightSection={value === by ? '✓' : null}
                onClick={() => set({ by: value })}
              >
                {t(`calendar.by.${value}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <OutputMenu key={tools.language} view={view} day={day} kinds={kinds} by={by} tools={tools} />
        <Tooltip label={t('calendar.addTask')}>
          <ActionIcon variant="filled" color="teal" size={30} aria-label={t('calendar.addTask')} onClick={onAdd}>
            <IconPlus size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
    </header>
  );
}
