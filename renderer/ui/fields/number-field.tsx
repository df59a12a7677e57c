import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLanguage } from '#renderer/app/language.tsx';
import styles from './fields.module.css';
import { type InputProps, inputAttributes } from './input-props.ts';
import { readNumber } from './read-number.ts';

type Props = InputProps<number | null> & {
  readonly min: number;
  readonly max: number;
  readonly unit?: string | undefined;
  /** How many stored units make one typed unit: 100 for money in tiyn. */
  readonly scale?: number | undefined;
};

/** A whole number, or money with at most two decimals. */
export function NumberField(props: Props) {
  const { value, onChange, error, unit, scale = 1 } = props;
  const { word, locale } = useLanguage();
  const [text, setText] = useState(
    value === null ? '' : String(value / scale).replace('.', locale.language === 'en' ? '.' : ','),
  );
  const { problem } = readNumber(text, props);
  return (
    <TextInput
      {...inputAttributes(props)}
      value={text}
      inputMode="decimal"
      classNames={{ input: styles['numbers'] ?? '' }}
      rightSection={unit ? <span className={styles['unit']}>{unit}</span> : null}
      error={error ?? (problem ? word(`validation.${problem}`) : null)}
      onChange={event => {
        const next = event.currentTarget.value;
        setText(next);
        const read = readNumber(next, props);
        onChange(read.value, read.problem);
      }}
    />
  );
}
