import { Fragment } from 'react';
import type { PlacementHours } from '#shared/contract/placements.ts';
import type { Weekday } from '#shared/domain/iso-date.ts';
import type { Tools } from '../../record-area/descriptor.ts';
import styles from './hours.module.css';
import { reasonText } from './reason-text.ts';

type Day = PlacementHours['days'][number];
type Props = { readonly hours: PlacementHours; readonly tools: Tools; readonly onDay: (day: Day) => void };

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** A small calendar per month: every day shows its hours and is pressed to change them. */
export function MonthCalendars({ hours, tools, onDay }: Props) {
  const { locale } = tools;
  return (
    <div className={styles['months']}>
      {hours.months.map(month => {
        const days = hours.days.filter(day => day.date.startsWith(month.month));
        const name = locale.capitalize(locale.monthYear(month.month));
        return (
          <section key={month.month} className={styles['month']} aria-label={name}>
            <h2>
              {name}
              <span>{locale.hours(month.hours)}</span>
            </h2>
            <div className={styles['grid']}>
              {weekdays.map(weekday => (
                <span key={weekday} className={styles['weekday']} aria-hidden="true">
                  {locale.weekdayShort(weekday)}
                </span>
              ))}
              {days.map((day, index) => (
                <Fragment key={day.date}>
                  {index === 0 && day.weekday > 1 && <span style={{ gridColumn: `span ${day.weekday - 1}` }} />}
                  <DayButton day={day} tools={tools} onDay={onDay} />
                </Fragment>
              ))}
            </div>
          </section>
        );
      })}
    </div>
  );
}

function DayButton({
  day,
  tools,
  onDay,
}: {
  readonly day: Day;
  readonly tools: Tools;
  readonly onDay: (day: Day) => void;
}) {
  const { locale } = tools;
  const reason = reasonText(tools, day.why);
  return (
    <button type="button" className={styles['day']} data-kind={day.why.kind} onClick={() => onDay(day)}>
      <span aria-hidden="true">{Number(day.date.slice(8))}</span>
      <strong aria-hidden="true">{day.hours === 0 ? mark[day.why.kind] : locale.number(day.hours)}</strong>
      <span className={styles['spoken']}>
        {locale.dateLong(day.date)}: {locale.hours(day.hours)}, {reason}
      </span>
    </button>
  );
}

/** What stands where there are no hours. */
const mark: Readonly<Record<Day['why']['kind'], string>> = {
  pattern: '0',
  dayOff: '·',
  holiday: '★',
  workday: '0',
  interruption: '‖',
  irregularWeek: '0',
  override: '0',
  limit: '0',
};
