import { useMemo } from 'react';
import { today } from '#renderer/ui/today.ts';
import { type CalendarKind, CalendarKind as Kinds } from '#shared/contract/calendar-view.ts';
import type { Output } from '#shared/contract/index.ts';
import { daysOfView, monthsOf } from '#shared/domain/calendar-view.ts';
import { datesOf, type IsoDate, type Weekday, weekdayOf } from '#shared/domain/iso-date.ts';
import type { Tools } from '../record-area/descriptor.ts';
import styles from './calendar.module.css';

type Counts = Output<'calendar.counts'>['days'];
type Props = {
  readonly year: number;
  readonly counts: Counts;
  readonly tools: Tools;
  readonly onDay: (day: IsoDate) => void;
  readonly onMonth: (day: IsoDate) => void;
};

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Twelve months; a day with entries shows how many, and says which. */
export function YearGrid({ year, counts, tools, onDay, onMonth }: Props) {
  const { t, locale } = tools;
  const byDay = useMemo(() => {
    const found = new Map<IsoDate, Map<CalendarKind, number>>();
    for (const { day, kind, count } of counts) {
      const there = found.get(day) ?? new Map<CalendarKind, number>();
      there.set(kind, (there.get(kind) ?? 0) + count);
      found.set(day, there);
    }
    return found;
  }, [counts]);
  const now = today();
  const wordsOf = (day: IsoDate): string => {
    const there = byDay.get(day);
    if (there === undefined) return '';
    return Kinds.options
      .filter(kind => there.has(kind))
      .map(kind => `${t(`calendar.kinds.${kind}`)}: ${locale.number(there.get(kind) ?? 0)}`)
      .join(', ');
  };
  return (
    <div className={styles['year']}>
      {monthsOf(year).map(first => {
        const { start, end } = daysOfView('agenda', first);
        const days = datesOf({ start, end });
        return (
          <section key={first} className={styles['small']}>
            <h2>
              <button type="button" onClick={() => onMonth(first)}>
                {locale.capitalize(locale.month(Number(first.slice(5, 7))))}
              </button>
            </h2>
            <div className={styles['smallDays']}>
              {weekdays.map(weekday => (
                <span key={weekday} className={styles['smallName']} aria-hidden="true">
                  {locale.weekdayShort(weekday)}
                </span>
              ))}
              {days.map((day, index) => {
                const there = byDay.get(day);
                const events = [...(there ?? [])].filter(([kind]) => kind !== 'holiday');
                const total = events.reduce((sum, [, count]) => sum + count, 0);
                const words = wordsOf(day);
                return (
                  <button
                    key={day}
                    type="button"
                    style={index === 0 ? { gridColumnStart: weekdayOf(day) } : undefined}
                    data-off={there?.has('holiday') || weekdayOf(day) > 5 || undefined}
                    data-today={day === now || undefined}
                    aria-current={day === now ? 'date' : undefined}
                    data-some={total > 0 ? (total > 99 ? '99+' : total) : undefined}
                    tabIndex={total > 0 || day === now ? 0 : -1}
                    title={words === '' ? undefined : words}
                    aria-label={words === '' ? locale.dateLong(day) : `${locale.dateLong(day)}: ${words}`}
                    onClick={() => onDay(day)}
                  >
                    {Number(day.slice(8))}
                  </button>
                );
              })}
            </div>
          </section>
        );
      })}
    </div>
  );
}
