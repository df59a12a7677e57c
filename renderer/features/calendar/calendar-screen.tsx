import { IconCalendar } from '@tabler/icons-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useQuery } from '#renderer/api/use-query.ts';
import type { ScreenProps } from '#renderer/app/screens.tsx';
import { useCalendar } from '#renderer/state/calendar.ts';
import { go, useNavigation } from '#renderer/state/navigation.ts';
import { EmptyState, ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import { today } from '#renderer/ui/today.ts';
import { type CalendarItem, CalendarKind } from '#shared/contract/calendar-view.ts';
import { agendaOf, daysOfView } from '#shared/domain/calendar-view.ts';
import { areas } from '../record-area/areas.ts';
import { PanelSplit } from '../record-area/panel-split.tsx';
import { RecordPanel } from '../record-area/record-panel.tsx';
import { useTools } from '../record-area/tools.ts';
import { AddTaskDialog } from '../tasks/add-task-dialog.tsx';
import styles from './calendar.module.css';
import { CalendarBar } from './calendar-bar.tsx';
import { type DayLine, DayList } from './day-list.tsx';
import { DayDialog, HolidayDialog, MoveDialog, TaskDialog } from './item-dialogs.tsx';
import { besideOf, openBeside, placeOf } from './open-item.ts';
import { useMoving } from './use-moving.ts';
import { WeekGrid } from './week-grid.tsx';
import { YearGrid } from './year-grid.tsx';

const nothing: readonly CalendarItem[] = [];

const linesOn = (items: readonly CalendarItem[], day: string): readonly DayLine[] =>
  items.filter(item => item.startsOn <= day && item.endsOn >= day).map(item => ({ item, edge: 'whole' }));

/** Everything with a day: by month, week, day, year and as a list; records open beside it, items move by mouse and keyboard. */
export function CalendarScreen({ route }: ScreenProps) {
  const tools = useTools();
  const { t, locale } = tools;
  const host = useRef<HTMLElement>(null);
  const { view, by, hidden, day: chosen } = useCalendar();
  const { set } = useCalendar.getState();
  const day = chosen ?? today();
  const { start, end } = daysOfView(view, day);
  const kinds = useMemo(() => CalendarKind.options.filter(kind => !hidden.includes(kind)), [hidden]);
  const items = useQuery('calendar.items', view === 'year' ? null : { from: start, to: end, kinds, by });
  const counts = useQuery('calendar.counts', view === 'year' ? { from: start, to: end, kinds } : null);
  const moving = useMoving(tools);
  const [shown, setShown] = useState<CalendarItem | null>(null);
  const [openKey, setOpenKey] = useState<string | null>(null);
  const [listed, setListed] = useState<string | null>(null);
  const [adding, setAdding] = useState<string | null>(null);
  const beside = besideOf(route.id);
  const found = items.data?.items ?? nothing;

  const open = useCallback((item: CalendarItem): void => {
    const place = placeOf(item);
    setOpenKey(item.key);
    if (place === null) setShown(item);
    else openBeside(place);
  }, []);
  const close = (): void => {
    go({ area: 'calendar' });
    window.setTimeout(() => host.current?.querySelector<HTMLElement>(`[data-key="${openKey ?? ''}"]`)?.focus(), 0);
  };
  const problem = items.problem ?? counts.problem;
  const agenda = useMemo(() => (view === 'agenda' ? agendaOf({ start, end }, found) : []), [view, start, end, found]);
  const none = (
    <EmptyState icon={<IconCalendar size={28} />} title={t('calendar.none')} help={t('calendar.noneHelp')} />
  );
  const lists = { tools, openKey: beside ? openKey : null, onOpen: open, onMove: moving.ask };

  const body = (): React.ReactNode => {
    if (problem) return <ErrorNotice problem={problem} onRetry={view === 'year' ? counts.refresh : items.refresh} />;
    if (view === 'year') {
      if (!counts.data) return <Skeleton rows={12} />;
      return (
        <YearGrid
          year={Number(day.slice(0, 4))}
          counts={counts.data.days}
          tools={tools}
          onDay={on => set({ day: on, view: 'day' })}
          onMonth={on => set({ day: on, view: 'month' })}
        />
      );
    }
    if (!items.data) return <Skeleton rows={12} />;
    if (view === 'day')
      return (
        <div className={styles['scroll']}>
          {found.length === 0 ? none : <DayList {...lists} lines={linesOn(found, day)} />}
        </div>
      );
    if (view === 'agenda')
      return (
        <div className={styles['scroll']}>
          {agenda.length === 0 && none}
          {agenda.map(({ day: on, items: lines }) => (
            <section key={on} className={styles['agendaDay']} data-today={on === today() || undefined}>
              <h2>
                {locale.capitalize(`${locale.weekdayOf(on)}, ${locale.dayMonth(on)}`)}
                {on === today() && <span className={styles['nowWord']}>{t('calendar.today')}</span>}
              </h2>
              <DayList {...lists} lines={lines} />
            </section>
          ))}
        </div>
      );
    return (
      <WeekGrid
        period={{ start, end }}
        day={day}
        items={found}
        tools={tools}
        moving={moving}
        month={view === 'month' ? day.slice(0, 7) : null}
        openKey={beside ? openKey : null}
        onStand={on => set({ day: on })}
        onOpen={open}
        onList={setListed}
        onToday={() => set({ day: null })}
      />
    );
  };

  const area = beside === null ? undefined : areas[beside.name as keyof typeof areas];
  const panel = area && beside && (
    <div className={styles['panelHost']}>
      <RecordPanel
        area={area}
        id={beside.id}
        tools={tools}
        tab={route.tab ?? area.opensOn ?? 'facts'}
        full={route.full === true}
        onTab={tab => useNavigation.getState().replace({ ...route, tab })}
        onFull={() => useNavigation.getState().replace({ ...route, full: route.full !== true })}
        onClose={close}
        onOpen={id => openBeside({ name: area.name, id })}
      />
    </div>
  );
  const main = (
    <section ref={host} className={styles['screen']} aria-label={t('calendar.title')}>
      <CalendarBar tools={tools} day={day} onAdd={() => setAdding(day)} />
      <p id="calendar-keys" className="visually-hidden">
        {t('calendar.keys')}
      </p>
      <p className="visually-hidden" role="status">
        {moving.lifted &&
          `${t('calendar.lifted', { title: moving.lifted.item.title })} ${t('calendar.target', { date: locale.dateLong(moving.lifted.target) })}`}
      </p>
      {body()}
      {(items.data?.left ?? 0) > 0 && (
        <p className={styles['note']}>{t('calendar.left', { count: items.data?.left ?? 0 })}</p>
      )}
    </section>
  );
  return (
    <>
      <div
        role="presentation"
        className={styles['whole']}
        onKeyDown={event => {
          if (beside === null || event.key !== 'Escape' || event.defaultPrevented) return;
          event.preventDefault();
          close();
        }}
      >
        <PanelSplit list={main} panel={panel || null} full={route.full === true} label={t('records.resize')} />
      </div>
      <MoveDialog tools={tools} moving={moving} />
      {listed !== null && (
        <DayDialog
          day={listed}
          lines={linesOn(found, listed)}
          tools={tools}
          onOpen={open}
          onMove={moving.ask}
          onAdd={() => setAdding(listed)}
          onClose={() => setListed(null)}
        />
      )}
      {shown?.kind === 'task' && (
        <TaskDialog item={shown} tools={tools} onMove={moving.ask} onClose={() => setShown(null)} />
      )}
      {shown?.kind === 'holiday' && <HolidayDialog item={shown} tools={tools} onClose={() => setShown(null)} />}
      {adding !== null && <AddTaskDialog tools={tools} day={adding} onClose={() => setAdding(null)} />}
    </>
  );
}
