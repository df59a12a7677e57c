import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '#renderer/app/language.tsx';
import { addDays, addMonths, datesOf, type IsoDate, type Weekday, weekdayOf } from '#shared/domain/iso-date.ts';
import { today } from '../today.ts';
import styles from './fields.module.css';

type Props = { readonly value: IsoDate | null; readonly onChoose: (date: IsoDate) => void };

const steps: Readonly<Record<string, (date: IsoDate) => IsoDate>> = {
  ArrowLeft: date => addDays(date, -1),
  ArrowRight: date => addDays(date, 1),
  ArrowUp: date => addDays(date, -7),
  ArrowDown: date => addDays(date, 7),
  PageUp: date => addMonths(date, -1),
  PageDown: date => addMonths(date, 1),
  Home: date => addDays(date, 1 - weekdayOf(date)),
  End: date => addDays(date, 7 - weekdayOf(date)),
};

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** A month to choose a day from; arrows move by day and week, Page Up and Page Down by month. */
export function Calendar({ value, onChoose }: Props) {
  const { t, locale } = useLanguage();
  const [day, setDay] = useState(value ?? today());
  const grid = useRef<HTMLTableElement>(null);
  const moved = useRef(false);
  const first = `${day.slice(0, 8)}01`;
  const start = addDays(first, 1 - weekdayOf(first));
  const weeks = [0, 1, 2, 3, 4, 5].map(week =>
    datesOf({ start: addDays(start, week * 7), end: addDays(start, week * 7 + 6) }),
  );
  const now = today();
  useEffect(() => {
    if (moved.current) grid.current?.querySelector<HTMLButtonElement>(`[data-day="${day}"]`)?.focus();
  }, [day]);
  return (
    <div className={styles['calendar']}>
      <div className={styles['month']}>
        <ActionIcon aria-label={t('records.monthBefore')} onClick={() => setDay(addMonths(day, -1))}>
          <IconChevronLeft size={16} />
        </ActionIcon>
        <span aria-live="polite">{locale.capitalize(locale.monthYear(day))}</span>
        <ActionIcon aria-label={t('records.monthAfter')} onClick={() => setDay(addMonths(day, 1))}>
          <IconChevronRight size={16} />
        </ActionIcon>
      </div>
      <table
        ref={grid}
        onKeyDown={event => {
          const step = steps[event.code];
          if (!step) return;
          event.preventDefault();
          event.stopPropagation();
          moved.current = true;
          setDay(step(day));
        }}
      >
        <thead>
          <tr>
            {weekdays.map(weekday => (
              <th key={weekday} scope="col" abbr={locale.weekday(weekday)}>
                {locale.weekdayShort(weekday)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(week => (
            <tr key={week[0]}>
              {week.map(date => (
                <td key={date}>
                  <button
                    type="button"
                    data-day={date}
                    data-autofocus={date === day || undefined}
                    data-outside={date.slice(0, 7) !== day.slice(0, 7) || undefined}
                    data-today={date === now || undefined}
                    aria-pressed={date === value}
                    aria-label={locale.dateLong(date)}
                    tabIndex={date === day ? 0 : -1}
                    onClick={() => onChoose(date)}
                  >
                    {Number(date.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Button variant="subtle" fullWidth onClick={() => onChoose(now)}>
        {t('records.today')}
      </Button>
    </div>
  );
}
