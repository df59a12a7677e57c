import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLanguage } from '#renderer/app/language.tsx';
import styles from './fields.module.css';
import { type InputProps, inputAttributes } from './input-props.ts';

type Props = InputProps<number | null> & {
  readonly min: number;
  readonly max: number;
  readonly unit?: string | undefined;
  /** How many stored units make one typed unit: 100 for money in tiyn. */
  readonly scale?: number | undefined;
};

/** The stored number of a typed one, or the key of what is wrong with it. */
export function readNumber(
  text: string,
  { min, max, scale = 1 }: { readonly min: number; readonly max: number; readonly scale?: number | undefined },
): { readonly value: number | null; readonly problem: string | null } {
  const plain = text.replace(/[\s\u00a0₸]/gu, '').replace(',', '.');
  if (plain === '') return { value: null, problem: null };
  if (!/^-?\d+(?:\.\d+)?$/u.test(plain)) return { value: null, problem: 'number' };
  const value = Math.round(Number(plain) * scale * 1e6) / 1e6;
  if (!Number.isInteger(value)) return { value: null, problem: 'wholeNumber' };
  if (value < min) return { value, problem: 'tooSmall' };
  if (value > max) return { value, problem: 'tooLarge' };
  return { value, problem: null };
}

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
