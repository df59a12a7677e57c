import { Checkbox, MultiSelect, Select } from '@mantine/core';
import { useLanguage } from '#renderer/app/language.tsx';
import { type InputProps, inputAttributes } from './input-props.ts';

type Option = { readonly value: string; readonly label: string };
type Props = InputProps<string | null> & { readonly options: readonly Option[] };

/** One of a few fixed values; can be emptied unless it is required. */
export function ChoiceField(props: Props) {
  const { value, onChange, required = false, options, onChosen } = props;
  const { t } = useLanguage();
  return (
    <Select
      {...inputAttributes(props)}
      data={[...options]}
      value={value}
      defaultDropdownOpened={props.autoFocus === true && onChosen !== undefined}
      allowDeselect={!required}
      clearable={!required && value !== null}
      clearButtonProps={{ 'aria-label': t('records.clear') }}
      placeholder={t('records.none')}
      comboboxProps={{ transitionProps: { duration: 0 }, withinPortal: true }}
      onChange={next => {
        onChange(next, null);
        onChosen?.(next);
      }}
    />
  );
}

type ManyProps = InputProps<readonly string[]> & { readonly options: readonly Option[] };

/** Any of a few fixed values. */
export function ChoicesField(props: ManyProps) {
  return (
    <MultiSelect
      {...inputAttributes(props)}
      data={[...props.options]}
      value={[...props.value]}
      comboboxProps={{ transitionProps: { duration: 0 }, withinPortal: true }}
      onChange={next => props.onChange(next, null)}
    />
  );
}

type BooleanProps = InputProps<boolean | null> & { readonly nullable: boolean };

/** Yes or no, and where it may be unknown, that too. */
export function BooleanField({ nullable, ...props }: BooleanProps) {
  const { t } = useLanguage();
  if (!nullable) {
    return (
      <Checkbox
        label={props.label}
        checked={props.value === true}
        disabled={props.disabled ?? false}
        error={props.error ?? null}
        autoFocus={props.autoFocus ?? false}
        onChange={event => {
          props.onChange(event.currentTarget.checked, null);
          props.onChosen?.(event.currentTarget.checked);
        }}
      />
    );
  }
  const text = props.value === null ? null : props.value ? 'yes' : 'no';
  const read = (next: string | null): boolean | null => (next === null ? null : next === 'yes');
  return (
    <ChoiceField
      label={props.label}
      value={text}
      error={props.error}
      autoFocus={props.autoFocus}
      disabled={props.disabled}
      options={[
        { value: 'yes', label: t('states.yesNo.yes') },
        { value: 'no', label: t('states.yesNo.no') },
      ]}
      onChange={(next, problem) => props.onChange(read(next), problem)}
      onChosen={next => props.onChosen?.(read(next))}
    />
  );
}
