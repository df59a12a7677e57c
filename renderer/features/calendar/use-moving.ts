import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { warningsOf } from '#renderer/api/use-command.ts';
import { showDone, showProblem } from '#renderer/state/notices.ts';
import type { CalendarItem } from '#shared/contract/calendar-view.ts';
import { addDays, daysBetween, type IsoDate } from '#shared/domain/iso-date.ts';
import type { Result } from '#shared/result.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { fieldMessage } from '../record-area/field-problem.ts';

export type Lifted = { readonly item: CalendarItem; readonly grip: IsoDate; readonly target: IsoDate };

/** Asks for the move of an item so that it begins on a day. */
export const requestMove = (
  item: CalendarItem,
  to: IsoDate,
  accepted: readonly string[] = [],
): Promise<Result<{ moved: number }>> => {
  const { kind, entity, entityId, revision, startsOn, endsOn, bar } = item;
  return api('calendar.move', { kind, entity, entityId, revision, startsOn, endsOn, bar, to, accepted: [...accepted] });
};

export type Moving = ReturnType<typeof useMoving>;

/** What is being moved, by mouse or by keyboard, and what became of it. */
export function useMoving(tools: Tools) {
  const { t, locale } = tools;
  const [lifted, setLifted] = useState<Lifted | null>(null);
  /** The item whose new day is asked for in a dialog, and the day it was dropped on, if it was. */
  const [asking, setAsking] = useState<{ readonly item: CalendarItem; readonly to: IsoDate } | null>(null);

  const say = (item: CalendarItem, to: IsoDate): void =>
    showDone(t('calendar.moved', { title: item.title, date: locale.date(to) }), true);

  const move = async (item: CalendarItem, to: IsoDate): Promise<void> => {
    if (to === item.startsOn) return;
    const result = await requestMove(item, to);
    if (result.ok) return say(item, to);
    const { error } = result;
    // A doubt is answered in the dialog, where the warning stands beside the day.
    if (warningsOf(error).length > 0) return setAsking({ item, to });
    const [field] = Object.values(error.fields ?? {});
    if (field === undefined) showProblem(error);
    else showDone(`${item.title}: ${fieldMessage(tools, field)}`);
  };
  const lift = (item: CalendarItem, grip: IsoDate): boolean => {
    if (item.stays !== null) {
      showDone(t(`calendar.stays.${item.stays}`));
      return false;
    }
    setLifted({ item, grip, target: grip });
    return true;
  };
  return {
    lifted,
    asking,
    lift,
    say,
    move,
    /** Shows where the lifted item would go. */
    aim: (target: IsoDate): void => setLifted(known => known && { ...known, target }),
    step: (days: number): void => setLifted(known => known && { ...known, target: addDays(known.target, days) }),
    cancel: (): void => setLifted(null),
    /** Puts the lifted item down: it moves by as many days as its grip has moved. */
    drop: (target?: IsoDate): void => {
      if (lifted === null) return;
      const { item, grip } = lifted;
      const days = daysBetween(grip, target ?? lifted.target);
      setLifted(null);
      if (days !== 0) void move(item, addDays(item.startsOn, days));
    },
    ask: (item: CalendarItem): void => {
      if (item.stays === null) setAsking({ item, to: item.startsOn });
      else showDone(t(`calendar.stays.${item.stays}`));
    },
    answered: (): void => setAsking(null),
  } as const;
}
