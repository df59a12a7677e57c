import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '#renderer/app/language.tsx';
import { parseDate } from '#shared/domain/dates.ts';
import { today } from '../today.ts';
import { Calendar } from './calendar.tsx';
import styles from './fields.module.css';
import { type InputProps, inputAttributes } from './input-props.ts';

/** The date a text means, or the key of what is wrong with it. */
export function readDate(text: string): { readonly value: string | null; readonly problem: string | null } {
  if (text.trim() === '') return { value: null, problem: null };
  const reading = parseDate(text, { today: today() });
  if (reading.kind === 'ok') return { value: reading.value, problem: null };
  return { value: null, problem: reading.problem === 'notDate' ? 'dateUnclear' : 'date' };
}

/** A date as people type it: 1.9.25, 010925, «завтра»; with a calendar for the mouse. */
export function DateField(props: InputProps<string | null>) {
  const { value, onChange, error, onChosen } = props;
  const { t, word, locale } = useLanguage();
  const [text, setText] = useState(locale.date(value));
  const [left, setLeft] = useState(false);
  const [open, setOpen] = useState(false);
  const typed = useRef(false);
  const { value: read, problem } = readDate(text);
  useEffect(() => {
    if (!typed.current) setText(locale.date(value));
  }, [value, locale]);

  const choose = (date: string | null): void => {
    setText(locale.date(date));
    setOpen(false);
    onChange(date, null);
    onChosen?.(date);
  };
  const plain = read !== null && text.trim() !== locale.date(read) ? locale.dateLong(read) : undefined;
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      trapFocus
      returnFocus
      withinPortal
      withRoles={false}
    >
      <Popover.Target>
        <TextInput
          {...inputAttributes(props)}
          value={text}
          spellCheck={false}
          placeholder="01.09.2025"
          classNames={{ input: styles['numbers'] ?? '' }}
          error={error ?? (problem && left ? word(`validation.${problem}`) : null)}
          description={error ? null : plain}
          rightSection={
            <ActionIcon
              tabIndex={-1}
              aria-label={t('records.calendar')}
              onClick={() => setOpen(!open)}
              data-keeps-editing
            >
              <IconCalendar size={16} />
            </ActionIcon>
          }
          onChange={event => {
            typed.current = true;
            const next = event.currentTarget.value;
            setText(next);
            setLeft(false);
            const now = readDate(next);
            onChange(now.value, now.problem);
          }}
          onKeyDown={event => {
            if (event.altKey && event.code === 'ArrowDown') {
              event.preventDefault();
              setOpen(true);
            }
          }}
          onBlur={() => {
            setLeft(true);
            typed.current = false;
            if (read !== null) setText(locale.date(read));
          }}
        />
      </Popover.Target>
      <Popover.Dropdown data-keeps-editing className={styles['dropdown']}>
        <Calendar value={read} onChoose={choose} />
      </Popover.Dropdown>
    </Popover>
  );
}
