import { Button } from '@mantine/core';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { go, hashOf } from '#renderer/state/navigation.ts';
import { showProblem } from '#renderer/state/notices.ts';
import { today } from '#renderer/ui/today.ts';
import type { CalendarItem } from '#shared/contract/calendar-view.ts';
import { agendaOf, type Edge } from '#shared/domain/calendar-view.ts';
import { addDays } from '#shared/domain/dates.ts';
import { PrintLettersButton } from '../letters/print-actions.tsx';
import type { Tools } from '../record-area/descriptor.ts';
import { AddTaskDialog } from './add-task-dialog.tsx';
import styles from './tasks.module.css';

type LineProps = { readonly item: CalendarItem; readonly edge: Edge; readonly tools: Tools };

const filterOf = ({ entityId, count, bar, startsOn, endsOn }: CalendarItem) =>
  count === 1 && entityId !== null
    ? { ids: [entityId] }
    : {
        ...(bar?.ownerId ? { groupId: [bar.ownerId] } : {}),
        ...(bar ? { practiceTypeId: [bar.practiceTypeId] } : {}),
        activeFrom: startsOn,
        activeTo: endsOn,
        counted: true,
      };

/** Groups whose practice begins or ends in the next seven days: their list, their letters, a reminder. */
export function WeekLines({ tools }: { readonly tools: Tools }) {
  const { t } = tools;
  const period = { start: today(), end: addDays(today(), 6) };
  const week = useQuery('calendar.items', { from: period.start, to: period.end, kinds: ['placement'] });
  const lines = agendaOf(period, week.data?.items ?? []).flatMap(({ items }) => items);
  if (lines.length === 0) return null;
  return (
    <section className={styles['group']} aria-labelledby="today-week">
      <h2 id="today-week">{t('tasks.week')}</h2>
      <ul className={styles['list']}>
        {lines.map(({ item, edge }) => (
          <WeekLine key={`${item.key} ${edge}`} item={item} edge={edge} tools={tools} />
        ))}
      </ul>
    </section>
  );
}

function WeekLine({ item, edge, tools }: LineProps) {
  const { t, locale } = tools;
  const [reminding, setReminding] = useState(false);
  const filter = filterOf(item);
  const route = { area: 'placements', filter, title: item.title, from: 'record' } as const;
  const find = async () => {
    const ids = await api('placements.ids', { filter });
    if (ids.ok) return { placement: ids.value };
    showProblem(ids.error);
    return null;
  };
  const ends = edge === 'end';
  return (
    <li>
      <div className={styles['text']}>
        <a
          href={hashOf(route)}
          onClick={event => {
            event.preventDefault();
            go(route);
          }}
        >
          {item.title}
        </a>{' '}
        <span className={styles['quiet']}>{item.detail}</span>
      </div>
      <span className={styles['quiet']}>
        {ends
          ? t('tasks.ending', { date: locale.date(item.endsOn) })
          : t('tasks.starting', { date: locale.date(item.startsOn) })}
      </span>
      <PrintLettersButton tools={tools} find={find} />
      <Button
        variant="default"
        aria-label={t('tasks.remindOf', { subject: item.title })}
        onClick={() => setReminding(true)}
      >
        {t('tasks.remind')}
      </Button>
      {reminding && (
        <AddTaskDialog
          tools={tools}
          title={`${item.title}: ${ends ? t('calendar.ends') : t('calendar.starts')}`}
          day={ends ? item.endsOn : item.startsOn}
          onClose={() => setReminding(false)}
        />
      )}
    </li>
  );
}
