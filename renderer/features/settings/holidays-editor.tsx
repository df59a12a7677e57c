import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { runCommand, useCommand } from '#renderer/api/use-command.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { type LanguageTools, useLanguage } from '#renderer/app/language.tsx';
import { showDone, showProblem } from '#renderer/state/notices.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ChoiceField } from '#renderer/ui/fields/choice-field.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { WeekField } from '#renderer/ui/fields/week-field.tsx';
import { ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import { today } from '#renderer/ui/today.ts';
import { type CalendarDay, EnteredDayKind } from '#shared/contract/calendar.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { fieldProblemText } from '#shared/text/translator.ts';
import styles from './settings.module.css';

/** The holidays of a year, the days the officer has entered, and the week of placements without one of their own. */
export function HolidaysEditor({ settings }: { readonly settings: Settings }) {
  const tools = useLanguage();
  const { t } = tools;
  const [year, setYear] = useState(Number(today().slice(0, 4)));
  const [sixDays, setSixDays] = useState(false);
  const [adding, setAdding] = useState(false);
  const query = useQuery('calendar.year', { year, workingDays: sixDays ? 6 : 5 });
  const calendar = query.data;
  return (
    <div className={styles['dictionary']}>
      <p className={styles['help']}>{t('placements.holidays.help')}</p>
      <DefaultWeek settings={settings} />
      <div className={styles['yearBar']}>
        <ActionIcon aria-label={t('placements.holidays.previous')} onClick={() => setYear(year - 1)}>
          <IconChevronLeft size={16} />
        </ActionIcon>
        <strong aria-live="polite">{year}</strong>
        <ActionIcon aria-label={t('placements.holidays.next')} onClick={() => setYear(year + 1)}>
          <IconChevronRight size={16} />
        </ActionIcon>
        <Checkbox
          label={t('placements.holidays.sixDays')}
          checked={sixDays}
          onChange={event => setSixDays(event.currentTarget.checked)}
        />
        <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setAdding(true)}>
          {t('placements.holidays.add')}
        </Button>
      </div>
      {query.problem && <ErrorNotice problem={query.problem} onRetry={query.refresh} />}
      {!calendar && !query.problem && <Skeleton rows={8} />}
      {calendar && (
        <>
          {!calendar.kurbanAitKnown && (
            <p className={styles['help']}>{t('placements.holidays.kurbanAitUnknown', { year: calendar.year })}</p>
          )}
          <ul className={styles['backups']}>
            {calendar.days.map(day => (
              <DayLine key={day.date} day={day} tools={tools} />
            ))}
          </ul>
        </>
      )}
      {adding && <AddDay year={year} tools={tools} onClose={() => setAdding(false)} />}
    </div>
  );
}

function DayLine({ day, tools }: { readonly day: CalendarDay; readonly tools: LanguageTools }) {
  const { t, locale, language } = tools;
  const name = { ru: day.nameRu, kk: day.nameKk, en: day.nameEn }[language];
  const facts = [
    ...(day.working ? [t('placements.holidays.working')] : []),
    ...(day.movedFrom === null ? [] : [t('placements.holidays.moved', { date: locale.date(day.movedFrom) })]),
    t(day.holidayId === null ? 'placements.holidays.byLaw' : 'placements.holidays.entered'),
  ];
  const remove = async (id: string): Promise<void> => {
    const present = await api('holidays.get', { id });
    if (!present.ok) return showProblem(present.error);
    const result = await runCommand('holidays.remove', { id, revision: present.value.revision });
    if (result.ok) showDone(t('actions.removed', { entity: t('entities.holiday'), title: name }), true);
  };
  return (
    <li>
      <span className={styles['when']}>
        {locale.date(day.date)}, {locale.words.weekdaysShort[day.weekday - 1]}
      </span>
      <span>{name}</span>
      <span className={styles['quiet']}>{facts.join(' · ')}</span>
      {day.holidayId !== null && (
        <ActionIcon
          aria-label={`${t('placements.hours.remove')}: ${name}`}
          onClick={() => void remove(day.holidayId ?? '')}
        >
          <IconTrash size={16} />
        </ActionIcon>
      )}
    </li>
  );
}

/** Hours per weekday of placements without a week of their own; saved when the field is left. */
function DefaultWeek({ settings }: { readonly settings: Settings }) {
  const { t } = useLanguage();
  const update = useCommand('settings.update');
  const [hours, setHours] = useState<readonly number[] | null>(settings.defaultWeek);
  const [problem, setProblem] = useState<string | null>(null);
  const save = (): void => {
    if (problem === null && hours !== null && hours.some((value, index) => value !== settings.defaultWeek[index]))
      void update.run({ defaultWeek: [...hours] });
  };
  return (
    <div onBlur={save}>
      <WeekField
        label={t('fields.setting.defaultWeek')}
        value={hours}
        error={hours === null && problem === null ? fieldProblemText(t, 'required') : undefined}
        onChange={(value, found) => {
          setHours(value);
          setProblem(found);
        }}
      />
    </div>
  );
}

type AddProps = { readonly year: number; readonly tools: LanguageTools; readonly onClose: () => void };

function AddDay({ year, tools, onClose }: AddProps) {
  const { t, word } = tools;
  const [day, setDay] = useState<string | null>(null);
  const [kind, setKind] = useState<string>('dayOff');
  const [nameRu, setNameRu] = useState('');
  const [nameKk, setNameKk] = useState('');
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const save = async (): Promise<void> => {
    const found = {
      ...(day === null ? { day: 'required' } : {}),
      ...(nameRu.trim() === '' ? { nameRu: 'required' } : {}),
      ...(nameKk.trim() === '' ? { nameKk: 'required' } : {}),
    };
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const result = await runCommand(
      'holidays.create',
      { day, kind, nameRu, nameKk },
      { handled: failure => failure.fields !== undefined },
    );
    if (!result.ok) return setProblems(result.error.fields ?? {});
    showDone(t('actions.created', { entity: t('entities.holiday'), title: nameRu.trim() }), true);
    onClose();
  };
  const message = (field: string): string | undefined =>
    problems[field] === undefined ? undefined : fieldProblemText(t, problems[field]);
  return (
    <Dialog title={`${t('placements.holidays.add')}, ${year}`} size={480} onClose={onClose}>
      <form
        className={styles['dictionary']}
        noValidate
        onSubmit={event => {
          event.preventDefault();
          void save();
        }}
      >
        <DateField
          label={t('fields.holiday.day')}
          value={day}
          error={message('day')}
          required
          autoFocus
          onChange={setDay}
        />
        <ChoiceField
          label={t('fields.holiday.kind')}
          value={kind}
          error={message('kind')}
          options={EnteredDayKind.options.map(value => ({ value, label: word(`states.enteredDay.${value}`) }))}
          required
          onChange={value => setKind(value ?? 'dayOff')}
        />
        <TextInput
          label={t('fields.holiday.nameRu')}
          value={nameRu}
          error={message('nameRu') ?? null}
          withAsterisk
          onChange={event => setNameRu(event.currentTarget.value)}
        />
        <TextInput
          label={t('fields.holiday.nameKk')}
          value={nameKk}
          error={message('nameKk') ?? null}
          withAsterisk
          onChange={event => setNameKk(event.currentTarget.value)}
        />
        <div className={styles['dialogActions']}>
          <Button variant="default" onClick={onClose}>
            {t('records.cancel')}
          </Button>
          <Button type="submit">{t('common.save')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
