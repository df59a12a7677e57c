import { Button } from '@mantine/core';
import type { CalendarItem } from '#shared/contract/calendar-view.ts';
import type { Edge } from '#shared/domain/calendar-view.ts';
import type { Tools } from '../record-area/descriptor.ts';
import styles from './calendar.module.css';
import { kindText, stateText } from './item-text.ts';
import { KindMark } from './kind-mark.tsx';

export type DayLine = { readonly item: CalendarItem; readonly edge: Edge };

type Props = {
  readonly lines: readonly DayLine[];
  readonly tools: Tools;
  readonly openKey: string | null;
  readonly onOpen: (item: CalendarItem) => void;
  readonly onMove: (item: CalendarItem) => void;
};

/** Items one under the other with all their words; each opens and moves from its line. */
export function DayList({ lines, tools, openKey, onOpen, onMove }: Props) {
  const { t, locale } = tools;
  return (
    <ul className={styles['lines']}>
      {lines.map(({ item, edge }) => (
        <li key={`${item.key} ${edge}`} data-kind={item.kind} data-open={item.key === openKey || undefined}>
          <span className={styles['kind']} data-kind={item.kind}>
            <KindMark kind={item.kind} />
            {locale.capitalize(kindText(tools, item))}
            {edge !== 'whole' && `, ${t(edge === 'start' ? 'calendar.starts' : 'calendar.ends')}`}
          </span>
          <span className={styles['what']}>
            <button
              type="button"
              className={styles['title']}
              data-key={item.key}
              onClick={() => onOpen(item)}
              onKeyDown={event => {
                if (event.code !== 'KeyM' || event.ctrlKey || event.altKey || event.metaKey) return;
                event.preventDefault();
                onMove(item);
              }}
            >
              {item.title}
            </button>
            <span className={styles['quiet']}>
              {[
                item.detail,
                item.firmName !== null && item.firmName !== item.title && !item.detail.includes(item.firmName)
                  ? item.firmName
                  : '',
                item.startsOn === item.endsOn ? '' : locale.period(item.startsOn, item.endsOn),
                stateText(tools, item),
              ]
                .filter(part => part !== '')
                .join(' · ')}
            </span>
          </span>
          {item.stays === null ? (
            <Button
              variant="default"
              aria-label={t('calendar.moveOf', { title: item.title })}
              onClick={() => onMove(item)}
            >
              {t('calendar.move')}
            </Button>
          ) : (
            <span className={styles['stays']}>{t(`calendar.stays.${item.stays}`)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
