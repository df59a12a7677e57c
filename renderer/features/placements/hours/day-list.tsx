import { Button } from '@mantine/core';
import type { PlacementHours } from '#shared/contract/placements.ts';
import type { Tools } from '../../record-area/descriptor.ts';
import styles from './hours.module.css';
import { reasonText } from './reason-text.ts';

type Props = {
  readonly hours: PlacementHours;
  readonly tools: Tools;
  readonly onDay: (day: PlacementHours['days'][number]) => void;
};

/** Every day with its hours and its reason, month by month. */
export function DayList({ hours, tools, onDay }: Props) {
  const { t, locale } = tools;
  return (
    <table className={styles['list']}>
      <thead>
        <tr>
          <th scope="col">{t('placements.hours.day')}</th>
          <th scope="col" data-align="end">
            {t('placements.hours.hoursColumn')}
          </th>
          <th scope="col">{t('placements.hours.reason')}</th>
        </tr>
      </thead>
      {hours.months.map(month => (
        <tbody key={month.month}>
          <tr className={styles['listMonth']}>
            <th scope="rowgroup">{locale.capitalize(locale.monthYear(month.month))}</th>
            <td data-align="end">{locale.number(month.hours)}</td>
            <td>{locale.days(month.workingDays)}</td>
          </tr>
          {hours.days
            .filter(day => day.date.startsWith(month.month))
            .map(day => (
              <tr key={day.date} data-kind={day.why.kind}>
                <td>
                  <Button variant="subtle" color="gray" size="compact-xs" onClick={() => onDay(day)}>
                    {locale.date(day.date)}, {locale.words.weekdaysShort[day.weekday - 1]}
                  </Button>
                </td>
                <td data-align="end">{locale.number(day.hours)}</td>
                <td>{reasonText(tools, day.why)}</td>
              </tr>
            ))}
        </tbody>
      ))}
    </table>
  );
}
