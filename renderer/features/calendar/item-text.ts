import type { CalendarItem } from '#shared/contract/calendar-view.ts';
import type { Tools } from '../record-area/descriptor.ts';

/** What kind of matter an item is, in words. */
export const kindText = ({ t }: Tools, item: CalendarItem): string =>
  item.state === 'dayKind.workday' ? t('calendar.workday') : t(`calendar.kinds.${item.kind}`);

/** The state of the matter, where it has one. */
export const stateText = ({ word }: Tools, item: CalendarItem): string =>
  item.state === null || item.kind === 'holiday' ? '' : word(`states.${item.state}`);

/** Everything about an item in one line: for screen readers and tooltips. */
export function itemText(tools: Tools, item: CalendarItem): string {
  const { locale } = tools;
  const days = item.startsOn === item.endsOn ? '' : locale.period(item.startsOn, item.endsOn);
  return [locale.capitalize(kindText(tools, item)), item.title, item.detail, stateText(tools, item), days]
    .filter(part => part !== '')
    .join(', ');
}
