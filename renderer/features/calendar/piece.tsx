import { memo } from 'react';
import { actionOf } from '#renderer/ui/key-bindings.ts';
import { entryBindings } from '#renderer/ui/screen-bindings.ts';
import type { CalendarItem } from '#shared/contract/calendar-view.ts';
import type { Segment } from '#shared/domain/calendar-view.ts';
import { addDays, type IsoDate } from '#shared/domain/iso-date.ts';
import type { Tools } from '../record-area/descriptor.ts';
import styles from './calendar.module.css';
import { itemText } from './item-text.ts';
import { KindMark } from './kind-mark.tsx';
import type { Moving } from './use-moving.ts';

type Props = {
  readonly segment: Segment<CalendarItem>;
  /** The Monday of the week the piece lies in. */
  readonly monday: IsoDate;
  readonly tools: Tools;
  readonly moving: Moving;
  /** The day the keyboard stands on lies under this piece, so Tab reaches it. */
  readonly reachable: boolean;
  readonly open: boolean;
  readonly onOpen: (item: CalendarItem) => void;
};

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** One item in one week: opens with a click or Enter, moves with the mouse, with Space and arrows, or with M. */
export const Piece = memo(function Piece({ segment, monday, tools, moving, reachable, open, onOpen }: Props) {
  const { item, column, span, lane, before, after } = segment;
  const lifted = moving.lifted?.item.key === item.key;
  const first = addDays(monday, column);
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const action = actionOf(entryBindings, event);
    const step = steps[event.code];
    if (action === 'lift') {
      if (lifted) moving.drop();
      else moving.lift(item, item.startsOn < monday ? first : item.startsOn);
    } else if (lifted && action === 'drop') moving.drop();
    else if (lifted && action === 'cancel') moving.cancel();
    else if (lifted && step !== undefined && !event.altKey) moving.step(step);
    else if (!lifted && action === 'ask') moving.ask(item);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const gripUnder = (event: React.DragEvent): IsoDate => {
    const box = event.currentTarget.getBoundingClientRect();
    const place = Math.floor(((event.clientX - box.left) / Math.max(1, box.width)) * span);
    return addDays(first, Math.min(span - 1, Math.max(0, place)));
  };
  return (
    <button
      type="button"
      className={styles['piece']}
      data-kind={item.kind}
      data-before={before || undefined}
      data-after={after || undefined}
      data-done={item.done || undefined}
      data-lifted={lifted || undefined}
      data-open={open || undefined}
      data-key={item.key}
      title={itemText(tools, item)}
      aria-label={itemText(tools, item)}
      aria-describedby="calendar-keys"
      tabIndex={reachable ? 0 : -1}
      draggable={item.stays === null}
      style={{ '--lane': lane, '--span': span } as React.CSSProperties}
      onClick={() => onOpen(item)}
      onKeyDown={onKeyDown}
      onBlur={() => lifted && moving.cancel()}
      onDragStart={event => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', item.title);
        moving.lift(item, gripUnder(event));
      }}
      onDragEnd={moving.cancel}
    >
      <KindMark kind={item.kind} />
      <span>
        {item.title}
        {item.count > 1 && <small> {item.detail}</small>}
      </span>
    </button>
  );
});
