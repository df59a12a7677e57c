import { ActionIcon, Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { IconChevronDown, IconFilter, IconX } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useProcedure } from '#renderer/api/use-query.ts';
import { today } from '#renderer/ui/today.ts';
import type { Reference } from '#shared/contract/records.ts';
import { schoolYearOf, schoolYearPeriod } from '#shared/domain/iso-date.ts';
import type { AreaDescriptor, FilterDescriptor, Option, Tools, Values } from './descriptor.ts';
import styles from './record-area.module.css';

type Props = {
  readonly area: AreaDescriptor;
  readonly tools: Tools;
  readonly filter: Values;
  readonly onFilter: (filter: Values) => void;
  /** A filter that came with a link, in the words of where it came from. */
  readonly handed?: { readonly title: string; readonly onClear: () => void } | undefined;
};

const keysOf = (descriptor: FilterDescriptor): readonly string[] =>
  typeof descriptor.key === 'string' ? [descriptor.key] : descriptor.key;

/** The filters of a list as buttons that say what they let through; a narrow list shows those in use and unfolds the others. */
export function FilterBar({ area, tools, filter, onFilter, handed }: Props) {
  const { t } = tools;
  const [unfolded, setUnfolded] = useState(false);
  const active = area.filters.filter(descriptor => keysOf(descriptor).some(key => filter[key] !== undefined));
  if (area.filters.length === 0 && !handed) return null;
  return (
    <div
      className={styles['filters']}
      role="group"
      aria-label={t('records.filters')}
      data-unfolded={unfolded || undefined}
    >
      {handed && (
        <span className={styles['handed']}>
          {handed.title}
          <button
            type="button"
            aria-label={t('records.filterClearOne', { field: handed.title })}
            onClick={handed.onClear}
          >
            <IconX size={14} />
          </button>
        </span>
      )}
      {area.filters.length > active.length && (
        <Button
          className={styles['unfold'] ?? ''}
          variant="default"
          size="compact-sm"
          aria-expanded={unfolded}
          leftSection={<IconFilter size={14} aria-hidden="true" />}
          onClick={() => setUnfolded(!unfolded)}
        >
          {t('records.filters')}
        </Button>
      )}
      {area.filters.map(descriptor => (
        <Filter
          key={keysOf(descriptor).join()}
          descriptor={descriptor}
          tools={tools}
          filter={filter}
          onFilter={change => {
            const next = { ...filter, ...change };
            onFilter(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)));
          }}
        />
      ))}
      {active.length > 0 && (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => onFilter({})}>
          {t('records.filterClear')}
        </Button>
      )}
    </div>
  );
}

type FilterProps = {
  readonly descriptor: FilterDescriptor;
  readonly tools: Tools;
  readonly filter: Values;
  readonly onFilter: (change: Values) => void;
};

function Filter({ descriptor, tools, filter, onFilter }: FilterProps) {
  const { t, word } = tools;
  const label = word(descriptor.label);
  const [key = '', otherKey] = keysOf(descriptor);
  const value = filter[key];
  if (descriptor.kind === 'flag') {
    return (
      <Button
        variant={value === true ? 'light' : 'default'}
        size="compact-sm"
        data-idle={value !== true || undefined}
        aria-pressed={value === true}
        onClick={() => onFilter({ [key]: value === true ? undefined : true })}
      >
        {label}
      </Button>
    );
  }
  const chosen = value === undefined ? [] : Array.isArray(value) ? value.map(String) : [String(value)];
  const set = (next: readonly string[]): void => onFilter({ [key]: storedValue(descriptor, next) });
  const single =
    descriptor.kind === 'days' || descriptor.kind === 'schoolYear' || ('single' in descriptor && descriptor.single);
  const choose = (option: string): void => {
    if (descriptor.kind === 'schoolYear' && otherKey) {
      const isChosen = chosen.includes(option);
      const end = schoolYearPeriod(schoolYearOf(option)).end;
      onFilter({ [key]: isChosen ? undefined : option, [otherKey]: isChosen ? undefined : end });
    } else if (single) set(chosen.includes(option) ? [] : [option]);
    else set(chosen.includes(option) ? chosen.filter(other => other !== option) : [...chosen, option]);
  };
  return (
    <FilterButton
      label={label}
      chosen={chosen}
      clear={() => onFilter({ [key]: undefined, ...(otherKey ? { [otherKey]: undefined } : {}) })}
      tools={tools}
    >
      {descriptor.kind === 'references' ? (
        <ReferenceOptions name={descriptor.name} chosen={chosen} onChoose={choose} tools={tools} />
      ) : (
        <Options options={optionsOf(descriptor, tools)} chosen={chosen} onChoose={choose} />
      )}
      {chosen.length > 0 && (
        <Button variant="subtle" color="gray" size="compact-sm" fullWidth onClick={() => set([])}>
          {t('records.clear')}
        </Button>
      )}
    </FilterButton>
  );
}

function storedValue(descriptor: FilterDescriptor, chosen: readonly string[]): unknown {
  if (chosen.length === 0) return undefined;
  if (descriptor.kind === 'numbers') return chosen.map(Number);
  if (descriptor.kind === 'days') return Number(chosen[0]);
  return 'single' in descriptor && descriptor.single ? chosen[0] : [...chosen];
}

function optionsOf(descriptor: FilterDescriptor, tools: Tools): readonly Option[] {
  switch (descriptor.kind) {
    case 'choices':
      return descriptor.values.map(value => ({ value, label: tools.word(`states.${descriptor.text}.${value}`) }));
    case 'numbers':
      return descriptor.values.map(value => ({ value: String(value), label: String(value) }));
    case 'days':
      return descriptor.values.map(value => ({ value: String(value), label: tools.locale.days(value) }));
    case 'dictionary':
      return tools.optionsOf(descriptor.name);
    case 'schoolYear': {
      const year = schoolYearOf(today());
      return Array.from({ length: 6 }, (_, index) => ({
        value: schoolYearPeriod(year + 1 - index).start,
        label: tools.locale.schoolYear(year + 1 - index),
      }));
    }
    default:
      return [];
  }
}

type ButtonProps = {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly clear: () => void;
  readonly tools: Tools;
  readonly children: React.ReactNode;
};

function FilterButton({ label, chosen, clear, tools, children }: ButtonProps) {
  const [open, setOpen] = useState(false);
  const on = chosen.length > 0;
  return (
    <span className={styles['filter']} data-idle={!on || undefined}>
      <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus withinPortal>
        <Popover.Target>
          <Button
            variant={on ? 'light' : 'default'}
            size="compact-sm"
            rightSection={<IconChevronDown size={14} aria-hidden="true" />}
            // The name says what is to be read on the button, the count included.
            aria-label={`${tools.t('records.filterBy', { field: label })}${on ? ` ${chosen.length}` : ''}`}
            onClick={() => setOpen(!open)}
          >
            {label} {on && <span className={styles['chosen']}>{chosen.length}</span>}
          </Button>
        </Popover.Target>
        <Popover.Dropdown className={styles['filterList']} aria-label={label}>
          {children}
        </Popover.Dropdown>
      </Popover>
      {on && (
        <ActionIcon size={22} aria-label={tools.t('records.filterClearOne', { field: label })} onClick={clear}>
          <IconX size={14} />
        </ActionIcon>
      )}
    </span>
  );
}

type OptionsProps = {
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onChoose: (value: string) => void;
};

function Options({ options, chosen, onChoose }: OptionsProps) {
  return (
    <div className={styles['options']}>
      {options.map(option => (
        <Checkbox
          key={option.value}
          size="xs"
          label={option.label}
          checked={chosen.includes(option.value)}
          onChange={() => onChoose(option.value)}
        />
      ))}
    </div>
  );
}

type ReferenceProps = Omit<OptionsProps, 'options'> & { readonly name: string; readonly tools: Tools };

function ReferenceOptions({ name, chosen, onChoose, tools }: ReferenceProps) {
  const [search, setSearch] = useState('');
  const id = useId();
  const found = useProcedure<readonly Reference[]>(`${name}.pick`, { search });
  const picked = useProcedure<readonly Reference[]>(
    `${name}.pick`,
    chosen.length > 0 ? { search: '', ids: [...chosen] } : null,
  );
  const others = (found.data ?? []).filter(reference => !chosen.includes(reference.id));
  const options = [...(chosen.length > 0 ? (picked.data ?? []) : []), ...others].map(reference => ({
    value: reference.id,
    label: reference.title,
  }));
  return (
    <>
      <TextInput
        id={id}
        mb="sm"
        data-autofocus
        aria-label={tools.t('records.filterSearch')}
        placeholder={tools.t('records.filterSearch')}
        value={search}
        onChange={event => setSearch(event.currentTarget.value)}
      />
      <Options options={options} chosen={chosen} onChoose={onChoose} />
      {options.length === 0 && !found.loading && <p className={styles['quiet']}>{tools.t('records.pickNothing')}</p>}
    </>
  );
}
