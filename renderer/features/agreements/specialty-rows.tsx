import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { ChoiceField } from '#renderer/ui/fields/choice-field.tsx';
import { NumberField } from '#renderer/ui/fields/number-field.tsx';
import { ReferencePicker } from '#renderer/ui/fields/reference-picker.tsx';
import { today } from '#renderer/ui/today.ts';
import { schoolYearOf } from '#shared/domain/dates.ts';
import type { Tools } from '../record-area/descriptor.ts';
import styles from './agreements.module.css';
import type { SpecialtyRow } from './amendment-changes.ts';

/** A specialty that is being chosen has no id yet. */
export type DraftRow = Omit<SpecialtyRow, 'specialtyId'> & {
  readonly key: number;
  readonly specialtyId: string | null;
};

type Props = {
  readonly rows: readonly DraftRow[];
  readonly tools: Tools;
  readonly onChange: (rows: readonly DraftRow[]) => void;
};

/** Specialties with their places, one line each. */
export function SpecialtyRows({ rows, tools, onChange }: Props) {
  const { t, locale } = tools;
  const year = schoolYearOf(today());
  const years = Array.from({ length: 8 }, (_, index) => String(year - 2 + index));
  const change = (key: number, patch: Partial<DraftRow>): void =>
    onChange(rows.map(row => (row.key === key ? { ...row, ...patch } : row)));
  return (
    <fieldset className={styles['rows']}>
      <legend>{t('relations.specialties')}</legend>
      {rows.map(row => (
        <div key={row.key} className={styles['row']}>
          <ReferencePicker
            name="specialties"
            label={t('fields.agreementSpecialty.specialtyId')}
            value={row.specialtyId}
            required
            onChange={specialtyId => change(row.key, { specialtyId })}
          />
          <ChoiceField
            label={t('fields.agreementSpecialty.year')}
            value={row.year === null ? null : String(row.year)}
            options={years.map(value => ({ value, label: locale.schoolYear(Number(value)) }))}
            onChange={value => change(row.key, { year: value === null ? null : Number(value) })}
          />
          <NumberField
            label={t('fields.agreementSpecialty.places')}
            value={row.places}
            min={0}
            max={100_000}
            onChange={places => change(row.key, { places })}
          />
          <ActionIcon
            aria-label={t('relations.specialtyRemove', { code: '' })}
            onClick={() => onChange(rows.filter(other => other.key !== row.key))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        leftSection={<IconPlus size={14} aria-hidden="true" />}
        onClick={() => onChange([...rows, { key: Date.now(), specialtyId: null, year: null, places: null }])}
      >
        {t('relations.specialtyAdd')}
      </Button>
    </fieldset>
  );
}
