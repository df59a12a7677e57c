import { NativeSelect } from '@mantine/core';
import { useMasking } from '#renderer/app/use-masking.ts';
import type { ImportDecisions } from '#renderer/state/importing.ts';
import type { ImportRow } from '#shared/contract/importing.ts';
import { isIsoDate } from '#shared/domain/dates.ts';
import { placeOf } from '#shared/domain/importing/plan-types.ts';
import type { Tools } from '../record-area/descriptor.ts';
import styles from './importing.module.css';
import { fieldLabel } from './sheet-columns.tsx';

type Props = {
  readonly row: ImportRow;
  readonly decisions: ImportDecisions;
  readonly tools: Tools;
  readonly busy: boolean;
  readonly onDecide: (decisions: ImportDecisions) => void;
};

type Value = string | number | boolean | null;

function shownValue(tools: Tools, value: Value): string {
  if (value === null || value === '') return tools.t('records.empty');
  if (typeof value === 'boolean') return tools.word(`states.yesNo.${value ? 'yes' : 'no'}`);
  if (typeof value === 'number') return tools.locale.number(value);
  if (isIsoDate(value)) return tools.locale.date(value);
  return tools.nameOf('agreementTypes', value) || tools.nameOf('practiceTypes', value) || value;
}

type Finding = Pick<ImportRow['issues'][number], 'reason' | 'severity'> & { readonly values: readonly string[] };

/** One line for what several cells of a row have in common. */
function byReason(issues: ImportRow['issues']): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const { reason, severity, value } of issues) {
    const key = `${reason} ${severity}`;
    const known = found.get(key)?.values ?? [];
    const values = value === '' || known.includes(value) ? known : [...known, value];
    found.set(key, { reason, severity, values });
  }
  return [...found.values()];
}

/** Why a row is treated so: values that change, values that differ, doubts, and the questions only a person can answer. */
export function RowDetails({ row, decisions, tools, busy, onDecide }: Props) {
  const { t, word } = tools;
  const mask = useMasking();
  const shown = (field: string, value: Value): string => mask(shownValue(tools, value), field);
  const place = placeOf(row.sheet, row.row);
  const choose = (field: string, chosen: string): void => {
    const { [field]: _dropped, ...others } = decisions.conflicts[place] ?? {};
    const choices: Readonly<Record<string, 'kept' | 'other'>> =
      chosen === 'kept' || chosen === 'other' ? { ...others, [field]: chosen } : others;
    onDecide({ ...decisions, conflicts: { ...decisions.conflicts, [place]: choices } });
  };
  return (
    <ul className={styles['details']}>
      {row.action === 'update' &&
        row.changes.map(change => (
          <li key={change.field}>
            {fieldLabel(tools, row.entity, change.field)}: <del>{shown(change.field, change.from)}</del>{' '}
            <ins>{shown(change.field, change.to)}</ins>
          </li>
        ))}
      {row.conflicts.map(conflict => (
        <li key={`conflict ${conflict.field}`} data-tone="warning">
          {fieldLabel(tools, row.entity, conflict.field)}:{' '}
          {t('importing.conflict', {
            kept: shown(conflict.field, conflict.kept),
            other: shown(conflict.field, conflict.other),
          })}
          <NativeSelect
            size="xs"
            disabled={busy}
            aria-label={t('importing.whichValue', { field: fieldLabel(tools, row.entity, conflict.field) })}
            value={conflict.choice ?? ''}
            data={[
              { value: '', label: t('importing.notChosen') },
              { value: 'kept', label: t('importing.keep', { value: shown(conflict.field, conflict.kept) }) },
              { value: 'other', label: t('importing.take', { value: shown(conflict.field, conflict.other) }) },
            ]}
            onChange={event => choose(conflict.field, event.currentTarget.value)}
          />
        </li>
      ))}
      {byReason(row.issues.map(issue => ({ ...issue, value: mask(issue.value, issue.field) }))).map(
        ({ reason, severity, values }) => (
          <li key={`${reason} ${severity}`} data-tone={severity === 'error' ? 'danger' : 'quiet'}>
            {word(`importReasons.${reason}`)}
            {values.length > 0 && `: ${values.join(' · ')}`}
          </li>
        ),
      )}
      {row.remarks.map(remark => (
        <li key={`${remark.reason} ${remark.value}`} data-tone={row.action === 'reject' ? 'danger' : 'quiet'}>
          {word(`importReasons.${remark.reason}`)}
          {remark.value && `: ${mask(remark.value)}`}
        </li>
      ))}
      {row.skip && <li data-tone="quiet">{word(`importReasons.${row.skip}`)}</li>}
    </ul>
  );
}
