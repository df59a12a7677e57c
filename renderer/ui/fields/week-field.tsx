import { useState } from 'react';
import { useLanguage } from '#renderer/app/language.tsx';
import type { Weekday } from '#shared/domain/iso-date.ts';
import styles from './fields.module.css';
import type { InputProps } from './input-props.ts';

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

function readHours(texts: readonly string[]): {
  readonly value: readonly number[] | null;
  readonly problem: string | null;
} {
  const hours = texts.map(text => (text.trim() === '' ? 0 : Number(text.replace(',', '.'))));
  if (hours.some(hour => Number.isNaN(hour))) return { value: null, problem: 'number' };
  if (hours.some(hour => hour < 0)) return { value: null, problem: 'tooSmall' };
  if (hours.some(hour => hour > 24)) return { value: null, problem: 'tooLarge' };
  return { value: hours.every(hour => hour === 0) ? null : hours, problem: null };
}

/** Hours per weekday, Monday first; an empty day has none. */
export function WeekField({
  label,
  value,
  onChange,
  error,
  autoFocus,
  disabled,
}: InputProps<readonly number[] | null>) {
  const { t, word, locale } = useLanguage();
  const [texts, setTexts] = useState(() => weekdays.map((_, index) => (value?.[index] ? String(value[index]) : '')));
  const { value: hours, problem } = readHours(texts);
  const total = (hours ?? []).reduce((sum, hour) => sum + hour, 0);
  return (
    <fieldset className={styles['week']} disabled={disabled}>
      <legend>{label}</legend>
      <div className={styles['days']}>
        {weekdays.map((weekday, index) => (
          <label key={weekday}>
            <span>{locale.weekdayShort(weekday)}</span>
            <input
              value={texts[index] ?? ''}
              inputMode="decimal"
              aria-label={locale.weekday(weekday)}
              data-autofocus={(autoFocus && index === 0) || undefined}
              // The field was opened by the officer, who expects to type at once.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus={autoFocus && index === 0}
              onChange={event => {
                const next = texts.with(index, event.currentTarget.value);
                setTexts(next);
                const read = readHours(next);
                onChange(read.value, read.problem);
              }}
            />
          </label>
        ))}
        <span className={styles['total']}>{t('records.hoursWeek', { count: total })}</span>
      </div>
      {(error ?? problem) && <p className={styles['error']}>{error ?? word(`validation.${problem}`)}</p>}
    </fieldset>
  );
}
