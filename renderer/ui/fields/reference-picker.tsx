import { CloseButton, Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { RecordName } from '#renderer/api/records.ts';
import { useProcedure } from '#renderer/api/use-query.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { openCreate } from '#renderer/state/dialogs.ts';
import { readableDates } from '#renderer/ui/readable-dates.ts';
import type { Reference } from '#shared/contract/records.ts';
import styles from './fields.module.css';
import { type InputProps, inputAttributes } from './input-props.ts';

type Props = InputProps<string | null> & {
  readonly name: RecordName;
  /** Id of the record that what is chosen must belong to. */
  readonly within?: string | undefined;
  /** Puts typed text and other known values into the form of a new record; null when none can be made here. */
  readonly given?: ((text: string) => Readonly<Record<string, unknown>>) | null | undefined;
};

/** Finds a record while its name is typed; a second fact tells namesakes apart; what is missing can be created. */
export function ReferencePicker(props: Props) {
  const { label, value, onChange, required, name, within, given, onChosen } = props;
  const { t, word, locale } = useLanguage();
  const [search, setSearch] = useState<string | null>(null);
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setSearch(null);
    },
  });
  const chosen = useProcedure<readonly Reference[]>(`${name}.pick`, value ? { search: '', ids: [value] } : null);
  const open = combobox.dropdownOpened;
  const found = useProcedure<readonly Reference[]>(
    `${name}.pick`,
    open ? { search: search ?? '', ...(within ? { within } : {}) } : null,
  );
  const title = value ? (chosen.data?.find(reference => reference.id === value)?.title ?? '') : '';
  const options = found.data ?? [];
  const typed = search?.trim() ?? '';
  const creates = given !== null;

  const { selectFirstOption } = combobox;
  useEffect(() => {
    if (open && typed !== '' && found.data && found.data.length > 0) selectFirstOption();
  }, [open, typed, found.data, selectFirstOption]);

  const choose = (id: string | null): void => {
    onChange(id, null);
    onChosen?.(id);
    combobox.closeDropdown();
  };
  const submit = (option: string): void => {
    if (option === createOption) {
      combobox.closeDropdown();
      openCreate({ name, values: given?.(typed) ?? {}, onCreated: choose });
    } else choose(option);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={submit} withinPortal position="bottom-start">
      <Combobox.Target>
        <TextInput
          {...inputAttributes(props)}
          spellCheck={false}
          value={search ?? title}
          placeholder={value ? '' : t('records.pickSearch')}
          data-keeps-editing
          rightSection={
            found.loading && open ? (
              <Loader size={14} />
            ) : (
              value &&
              !required && (
                <CloseButton size="sm" aria-label={t('records.pickClear')} tabIndex={-1} onClick={() => choose(null)} />
              )
            )
          }
          onChange={event => {
            setSearch(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onClick={() => combobox.openDropdown()}
          onFocus={event => {
            event.currentTarget.select();
            combobox.openDropdown();
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown className={styles['dropdown']}>
        {options.length === 0 && !found.loading && <Combobox.Empty>{t('records.pickNothing')}</Combobox.Empty>}
        {(options.length > 0 || creates) && (
          <Combobox.Options mah={280} className={styles['options']} aria-label={label}>
            {options.map(reference => (
              <Combobox.Option key={reference.id} value={reference.id} active={reference.id === value}>
                <span className={styles['optionTitle']}>{reference.title}</span>
                <span className={styles['optionDetail']}>{readableDates(reference.detail, locale)}</span>
              </Combobox.Option>
            ))}
            {creates && (
              <Combobox.Option value={createOption} className={styles['optionCreate'] ?? ''}>
                <IconPlus size={14} aria-hidden="true" />
                {typed === '' ? word(`areas.${name}.create`) : t('records.pickCreate', { text: typed })}
              </Combobox.Option>
            )}
          </Combobox.Options>
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}

const createOption = ':create';
