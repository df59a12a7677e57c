import { useEffect, useMemo, useRef, useState } from 'react';
import { actionOf } from '#renderer/ui/key-bindings.ts';
import { type DayStep, dayBindings } from '#renderer/ui/screen-bindings.ts';
import { today } from '#renderer/ui/today.ts';
import type { CalendarItem } from '#shared/contract/calendar-view.ts';
import { layOutWeek, weeksOf } from '#shared/domain/calendar-view.ts';
import { addDays, addMonths, type IsoDate, type Period, type Weekday, weekdayOf } from '#shared/domain/iso-date.ts';
import type { Tools } from '../record-area/descriptor.ts';
import styles from './calendar.module.css';
import { Piece } from './piece.tsx';
import type { Moving } from './use-moving.ts';

type Props = {
  readonly period: Period;
  /** The day the calendar stands on. */
  readonly day: IsoDate;
  readonly items: readonly CalendarItem[];
  readonly tools: Tools;
  readonly moving: Moving;
  /** Days of other months are shown paler. */
  readonly month: string | null;
  readonly openKey: string | null;
  readonly onStand: (day: IsoDate) => void;
  readonly onOpen: (item: CalendarItem) => void;
  readonly onList: (day: IsoDate) => void;
  readonly onToday: () => void;
};

const laneHeight = 22;
const dayHead = 26;
const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

const steps: Readonly<Record<DayStep, (day: IsoDate) => IsoDate>> = {
  left: day => addDays(day, -1),
  right: day => addDays(day, 1),
  up: day => addDays(day, -7),
  down: day => addDays(day, 7),
  weekStart: day => addDays(day, 1 - weekdayOf(day)),
  weekEnd: day => addDays(day, 7 - weekdayOf(day)),
};

/** A month or a week: days in rows of seven, items in lanes over them, «N more» where the room ends. */
export function WeekGrid(props: Props) {
  const { period, day, items, tools, moving, month, openKey } = props;
  const { t, locale } = tools;
  const host = useRef<HTMLDivElement>(null);
  const walked = useRef(false);
  const { start, end } = period;
  const weeks = useMemo(() => weeksOf({ start, end }), [start, end]);
  const lanes = useLanes(host, weeks.length);
  const layouts = useMemo(() => weeks.map(week => layOutWeek(week, items, lanes)), [weeks, items, lanes]);
  const perDay = useMemo(() => countPerDay(weeks.flat(), items), [weeks, items]);
  const off = useMemo(
    () => new Set(items.filter(({ kind, state }) => kind === 'holiday' && state === null).map(i => i.startsOn)),
    [items],
  );
  const now = today();
  const aimed = moving.lifted?.target;
  useEffect(() => {
    if (!walked.current) return;
    walked.current = false;
    host.current?.querySelector<HTMLElement>(`[data-stand="${day}"]`)?.focus();
  }, [day]);

  const walk = (to: IsoDate): void => {
    walked.current = true;
    props.onStand(to);
  };
  const onKeyDown = (event: React.KeyboardEvent, on: IsoDate): void => {
    // Keys pressed on an entry of the day are the entry's.
    const own = event.target === event.currentTarget || (event.target as HTMLElement).dataset['stand'] !== undefined;
    if (!own) return;
    const page = (by: number): IsoDate => (weeks.length > 1 ? addMonths(on, by) : addDays(on, 7 * by));
    const action = actionOf(dayBindings, event);
    if (action === null) return;
    if (action === 'today') {
      walked.current = true;
      props.onToday();
    } else if (action === 'list') props.onList(on);
    else if (action === 'earlier' || action === 'later') walk(page(action === 'later' ? 1 : -1));
    else walk(steps[action](on));
    event.preventDefault();
  };
  return (
    <div className={styles['grid']} role="grid" data-keys="inCalendar" aria-label={locale.period(start, end)}>
      <div className={styles['names']} role="row">
        {weekdays.map(weekday => (
          <span key={weekday} role="columnheader" aria-label={locale.weekday(weekday)}>
            {locale.weekdayShort(weekday)}
          </span>
        ))}
      </div>
      <div ref={host} className={styles['weeks']} role="rowgroup" data-single={weeks.length === 1 || undefined}>
        {weeks.map((week, row) => (
          <div key={week[0]} className={styles['week']} role="row">
            {week.map((date, column) => {
              const more = layouts[row]?.hidden[column] ?? 0;
              const count = perDay.get(date) ?? 0;
              return (
                <div
                  key={date}
                  role="gridcell"
                  tabIndex={-1}
                  className={styles['day']}
                  data-day={date}
                  data-today={date === now || undefined}
                  data-off={off.has(date) || weekdayOf(date) > 5 || undefined}
                  data-outside={(month !== null && date.slice(0, 7) !== month) || undefined}
                  data-aimed={date === aimed || undefined}
                  aria-current={date === now ? 'date' : undefined}
                  aria-selected={date === day}
                  onKeyDown={event => onKeyDown(event, date)}
                  onClick={event => event.target === event.currentTarget && props.onStand(date)}
                  onDoubleClick={event => event.target === event.currentTarget && props.onList(date)}
                  onDragOver={event => {
                    if (moving.lifted === null) return;
                    event.preventDefault();
                    if (aimed !== dayUnder(event, week)) moving.aim(dayUnder(event, week));
                  }}
                  onDrop={event => {
                    event.preventDefault();
                    moving.drop(dayUnder(event, week));
                  }}
                >
                  <button
                    type="button"
                    className={styles['number']}
                    data-stand={date}
                    aria-label={t('calendar.dayLabel', {
                      date: `${locale.weekdayOf(date)}, ${locale.dateLong(date)}`,
                      items: t('calendar.items', { count }),
                    })}
                    aria-describedby="calendar-keys"
                    tabIndex={date === day ? 0 : -1}
                    onClick={event => (event.detail > 1 ? props.onList(date) : props.onStand(date))}
                  >
                    {Number(date.slice(8))}
                  </button>
                  {(date.endsWith('-01') || (row === 0 && column === 0)) && (
                    <span className={styles['monthWord']} aria-hidden="true">
                      {locale.words.monthsShort[Number(date.slice(5, 7)) - 1]}
                    </span>
                  )}
                  {layouts[row]?.segments
                    .filter(segment => segment.column === column)
                    .map(segment => (
                      <Piece
                        key={segment.item.key}
                        segment={segment}
                        monday={week[0] ?? date}
                        tools={tools}
                        moving={moving}
                        reachable={segment.item.startsOn <= day && segment.item.endsOn >= day && week.includes(day)}
                        open={segment.item.key === openKey}
                        onOpen={props.onOpen}
                      />
                    ))}
                  {more > 0 && (
                    <button
                      type="button"
                      className={styles['more']}
                      tabIndex={date === day ? 0 : -1}
                      aria-label={`${t('calendar.more', { count: more })}. ${t('calendar.moreOn', { date: locale.dateLong(date) })}`}
                      onClick={() => props.onList(date)}
                    >
                      {t('calendar.more', { count: more })}
                    </button>
                  )}
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The day under the pointer: a long bar lies over the cells of other days but belongs to the first. */
function dayUnder(event: React.DragEvent, week: readonly IsoDate[]): IsoDate {
  const row = event.currentTarget.parentElement?.getBoundingClientRect();
  if (row === undefined) return week[0] ?? '';
  const column = Math.floor(((event.clientX - row.left) / Math.max(1, row.width)) * 7);
  return week[Math.min(6, Math.max(0, column))] ?? '';
}

function countPerDay(days: readonly IsoDate[], items: readonly CalendarItem[]): ReadonlyMap<IsoDate, number> {
  const counts = new Map<IsoDate, number>(days.map(day => [day, 0]));
  const [first = ''] = days;
  const last = days.at(-1) ?? '';
  for (const { startsOn, endsOn } of items)
    for (let day = startsOn < first ? first : startsOn; day <= endsOn && day <= last; day = addDays(day, 1))
      counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
}

/** How many lanes find room in a row as high as the window makes it. */
function useLanes(host: React.RefObject<HTMLDivElement | null>, weeks: number): number {
  const [lanes, setLanes] = useState(weeks === 1 ? 14 : 3);
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const measure = (): void => {
      const row = element.clientHeight / weeks;
      setLanes(Math.max(1, Math.floor((row - dayHead - 1) / laneHeight)));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [host, weeks]);
  return lanes;
}
