import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand } from '#renderer/api/use-command.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { showDone } from '#renderer/state/notices.ts';
import { readNumber } from '#renderer/ui/fields/read-number.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { fieldProblemText } from '#shared/text/translator.ts';
import styles from './settings.module.css';

type Row = { readonly key: number; readonly from: string; readonly to: string; readonly km: string };
type Given = { readonly from: string; readonly to: string; readonly km?: number };

let lastKey = 0;
const rowOf = ({ from, to, km }: Given): Row => {
  lastKey += 1;
  return { key: lastKey, from, to, km: km === undefined ? '' : String(km) };
};

type Props = {
  readonly settings: Settings;
  /** Pairs that are asked for: only they are shown, and those left empty stay unknown. */
  readonly asked?: readonly Given[];
  readonly onSaved?: () => void;
};

/** Kilometres between towns: a table to fill, saved in one step. */
export function DistancesEditor({ settings, asked, onSaved }: Props) {
  const { t } = useLanguage();
  const stored = settings.townDistances;
  const [rows, setRows] = useState<readonly Row[]>(() => (asked ?? stored).map(rowOf));
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const update = useCommand('settings.update');
  const change = (key: number, patch: Partial<Row>): void => {
    setProblems({});
    setRows(present => present.map(row => (row.key === key ? { ...row, ...patch } : row)));
  };
  const save = async (): Promise<void> => {
    const wanted = asked ? rows.filter(row => row.km.trim() !== '') : rows;
    const read = wanted.map(row => ({ row, km: readNumber(row.km, { min: 1, max: 5000 }) }));
    const wrong = read.flatMap(({ row, km }) => {
      const problem = km.problem ?? (km.value === null ? 'required' : null);
      return problem === null ? [] : [[`${row.key}.km`, problem] as const];
    });
    setProblems(Object.fromEntries(wrong));
    if (wrong.length > 0) return;
    const entered = read.map(({ row, km }) => ({ from: row.from.trim(), to: row.to.trim(), km: km.value ?? 0 }));
    const before = asked ? stored : [];
    const result = await update.run(
      { townDistances: [...before, ...entered] },
      { handled: problem => problem.fields !== undefined },
    );
    if (result.ok) {
      showDone(t('settings.savedField'), true);
      return onSaved?.();
    }
    const beside = Object.entries(result.error.fields ?? {}).map(([path, code]) => {
      const [, index = '0', field = 'km'] = path.split('.');
      return [`${wanted[Number(index) - before.length]?.key}.${field}`, code] as const;
    });
    setProblems(Object.fromEntries(beside));
  };
  const message = (row: Row, field: string): string | null => {
    const code = problems[`${row.key}.${field}`];
    return code === undefined ? null : fieldProblemText(t, code);
  };
  return (
    <form
      className={styles['dictionary']}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        void save();
      }}
    >
      {rows.map(row => (
        <div key={row.key} className={styles['distance']}>
          {(['from', 'to'] as const).map(field => (
            <TextInput
              key={field}
              aria-label={t(field === 'from' ? 'settings.distanceFrom' : 'settings.distanceTo')}
              placeholder={t(field === 'from' ? 'settings.distanceFrom' : 'settings.distanceTo')}
              value={row[field]}
              readOnly={asked !== undefined}
              error={message(row, field)}
              onChange={event => change(row.key, { [field]: event.currentTarget.value })}
            />
          ))}
          <TextInput
            aria-label={t('settings.distanceKm', { from: row.from, to: row.to })}
            placeholder={t('settings.km')}
            value={row.km}
            inputMode="numeric"
            error={message(row, 'km')}
            onChange={event => change(row.key, { km: event.currentTarget.value })}
          />
          {!asked && (
            <ActionIcon
              aria-label={t('settings.distanceRemove', { from: row.from, to: row.to })}
              onClick={() => setRows(present => present.filter(other => other.key !== row.key))}
            >
              <IconTrash size={16} />
            </ActionIcon>
          )}
        </div>
      ))}
      <div className={styles['distanceActions']}>
        {!asked && (
          <Button
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => setRows(present => [...present, rowOf({ from: settings.cityRu, to: '' })])}
          >
            {t('settings.distanceAdd')}
          </Button>
        )}
        <Button type="submit" loading={update.running} variant={asked ? 'default' : 'filled'}>
          {t('settings.distanceSave')}
        </Button>
      </div>
    </form>
  );
}
