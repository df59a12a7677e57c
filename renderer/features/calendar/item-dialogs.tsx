import { Button } from '@mantine/core';
import { api } from '#renderer/api/client.ts';
import { runCommand } from '#renderer/api/use-command.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { showDone } from '#renderer/state/notices.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { EnteredDayKind } from '#shared/contract/calendar.ts';
import type { CalendarItem } from '#shared/contract/calendar-view.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { FormDialog } from '../record-area/form-dialog.tsx';
import styles from './calendar.module.css';
import { type DayLine, DayList } from './day-list.tsx';
import { type Moving, requestMove } from './use-moving.ts';

type MoveProps = { readonly tools: Tools; readonly moving: Moving };

/** Asks for the new day of an item; a doubt stands beside it and can be overruled. */
export function MoveDialog({ tools, moving }: MoveProps) {
  const { t } = tools;
  const { asking } = moving;
  if (asking === null) return null;
  const { item, to } = asking;
  return (
    <FormDialog
      title={t('calendar.moveOf', { title: item.title })}
      tools={tools}
      size={420}
      fields={[{ name: 'to', label: 'calendar.moveDay', field: { kind: 'date' }, required: true, wide: true }]}
      start={{ to }}
      action={t('calendar.moveAction')}
      submit={async (values, accepted) => {
        const day = String(values['to']);
        const result = await requestMove(item, day, accepted);
        if (result.ok && result.value.moved > 0) moving.say(item, day);
        return result;
      }}
      onClose={moving.answered}
    />
  );
}

type ListProps = {
  readonly day: string;
  readonly lines: readonly DayLine[];
  readonly tools: Tools;
  readonly onOpen: (item: CalendarItem) => void;
  readonly onMove: (item: CalendarItem) => void;
  readonly onAdd: () => void;
  readonly onClose: () => void;
};

/** Everything on one day, however much it is. */
export function DayDialog({ day, lines, tools, onOpen, onMove, onAdd, onClose }: ListProps) {
  const { t, locale } = tools;
  const away =
    (then: (item: CalendarItem) => void) =>
    (item: CalendarItem): void => {
      onClose();
      then(item);
    };
  return (
    <Dialog title={locale.capitalize(`${locale.weekdayOf(day)}, ${locale.dateLong(day)}`)} size={760} onClose={onClose}>
      {lines.length === 0 ? (
        <p className={styles['quiet']}>{t('calendar.none')}</p>
      ) : (
        <DayList lines={lines} tools={tools} openKey={null} onOpen={away(onOpen)} onMove={away(onMove)} />
      )}
      <div className={styles['dialogActions']}>
        <Button
          variant="default"
          data-autofocus
          onClick={() => {
            onClose();
            onAdd();
          }}
        >
          {t('calendar.addTask')}
        </Button>
      </div>
    </Dialog>
  );
}

type ItemProps = {
  readonly item: CalendarItem;
  readonly tools: Tools;
  readonly onMove: (item: CalendarItem) => void;
  readonly onClose: () => void;
};

/** A task: done, or put to another day. */
export function TaskDialog({ item, tools, onMove, onClose }: ItemProps) {
  const { t, locale } = tools;
  const { entityId, revision } = item;
  const change = async (channel: 'tasks.close' | 'tasks.reopen'): Promise<void> => {
    if (entityId === null) return;
    const result = await runCommand(channel, { items: [{ id: entityId, revision }] });
    if (!result.ok) return;
    showDone(t(channel === 'tasks.close' ? 'actions.tasksClosed' : 'actions.tasksReopened', { count: 1 }), true);
    onClose();
  };
  return (
    <Dialog title={item.title} size={460} onClose={onClose}>
      <p>{locale.capitalize(`${locale.weekdayOf(item.startsOn)}, ${locale.dateLong(item.startsOn)}`)}</p>
      {item.detail !== '' && <p className={styles['quiet']}>{item.detail}</p>}
      <div className={styles['dialogActions']}>
        {item.done ? (
          <Button onClick={() => void change('tasks.reopen')}>{t('tasks.reopen')}</Button>
        ) : (
          <>
            <Button data-autofocus onClick={() => void change('tasks.close')}>
              {t('tasks.close')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                onClose();
                onMove(item);
              }}
            >
              {t('calendar.move')}
            </Button>
          </>
        )}
      </div>
    </Dialog>
  );
}

/** A day off: the officer's own row can be changed; beside a day of the law she can enter one of her own. */
export function HolidayDialog({ item, tools, onClose }: Omit<ItemProps, 'onMove'>) {
  const { t, locale } = tools;
  const { entityId, startsOn, title } = item;
  const stored = useQuery('holidays.get', entityId === null ? null : { id: entityId }).data;
  if (entityId !== null && stored === undefined) return null;
  return (
    <FormDialog
      title={t('calendar.holidayOf', { date: locale.date(startsOn) })}
      tools={tools}
      {...(stored ? {} : { help: `${title}. ${t('calendar.stays.law')}` })}
      fields={[
        { name: 'day', label: 'fields.holiday.day', field: { kind: 'date' }, required: true },
        {
          name: 'kind',
          label: 'fields.holiday.kind',
          field: { kind: 'choice', values: EnteredDayKind.options, text: 'enteredDay' },
          required: true,
        },
        { name: 'nameRu', label: 'fields.holiday.nameRu', field: { kind: 'text' }, required: true },
        { name: 'nameKk', label: 'fields.holiday.nameKk', field: { kind: 'text' }, required: true },
      ]}
      start={stored ?? { day: startsOn, kind: 'dayOff', nameRu: null, nameKk: null }}
      action={t(stored ? 'common.save' : 'calendar.addHoliday')}
      submit={({ day, kind, nameRu, nameKk }) => {
        const fields = {
          day: String(day),
          kind: EnteredDayKind.parse(kind),
          nameRu: String(nameRu),
          nameKk: String(nameKk),
        };
        return stored
          ? api('holidays.update', { id: stored.id, revision: stored.revision, patch: fields })
          : api('holidays.create', fields);
      }}
      onClose={onClose}
    />
  );
}
