import { create } from 'zustand';
import type { BarsBy, CalendarKind } from '#shared/contract/calendar-view.ts';
import { type CalendarView, calendarViews } from '#shared/domain/calendar-view.ts';
import { isIsoDate } from '#shared/domain/dates.ts';

type Kept = {
  readonly view: CalendarView;
  readonly by: BarsBy;
  readonly hidden: readonly CalendarKind[];
};

type CalendarState = Kept & {
  /** The day the calendar stands on; null for today. */
  readonly day: string | null;
  set(change: Partial<Kept & { readonly day: string | null }>): void;
};

const storageKey = 'seriktes.calendar';
const initial: Kept = { view: 'month', by: 'group', hidden: [] };

function readKept(): Kept {
  try {
    const kept = JSON.parse(window.localStorage.getItem(storageKey) ?? '{}') as Partial<Kept>;
    const view = calendarViews.find(known => known === kept.view) ?? initial.view;
    return {
      view,
      by: kept.by === 'firm' ? 'firm' : 'group',
      hidden: Array.isArray(kept.hidden) ? kept.hidden : initial.hidden,
    };
  } catch {
    // Without storage, or with a damaged entry, the calendar starts with everything.
    return initial;
  }
}

/** How the officer has left the calendar: its view, what is hidden, how practice is gathered into bars. */
export const useCalendar = create<CalendarState>(set => ({
  ...readKept(),
  day: null,
  set: change => set(change),
}));

useCalendar.subscribe(({ view, by, hidden }) => {
  try {
    window.localStorage.setItem(storageKey, JSON.stringify({ view, by, hidden }));
  } catch {
    // It still holds for this session.
  }
});

/** Opens the calendar on a day. */
export function standOn(day: string, view?: CalendarView): void {
  if (isIsoDate(day)) useCalendar.getState().set({ day, ...(view ? { view } : {}) });
}
