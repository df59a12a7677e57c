import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage } from '#renderer/app/language.tsx';
import { useMasking } from '#renderer/app/use-masking.ts';
import type { MergeRow } from '#shared/contract/transfer.ts';
import own from './transfer.module.css';

type Props = { readonly row: MergeRow; readonly onTheirs: () => void; readonly extra: ReactNode };

/** One record of the other file: what becomes of it, and where it differs from ours. */
export function MergeRowLine({ row, onTheirs, extra }: Props) {
  const { t, locale, word, hasWord } = useLanguage();
  const mask = useMasking();
  const label = (field: string): string => {
    const key = `fields.${row.entity}.${field}`;
    return hasWord(key) ? word(key) : field;
  };
  const shown = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return '–';
    if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/u.test(value) ? locale.date(value) : value.slice(0, 300);
    return typeof value === 'number' ? locale.number(value) : JSON.stringify(value).slice(0, 300);
  };
  return (
    <li>
      <div className={own['head']}>
        <strong>{row.title}</strong>
        <span className={own['kind']}>
          {locale.capitalize(word(`entities.${row.entity}`))} · {t(`transfer.actions.${row.action}`)}
        </span>
        {row.action === 'conflict' && (
          <Checkbox size="xs" label={t('transfer.takeTheirs')} checked={row.theirs} onChange={onTheirs} />
        )}
        {extra}
      </div>
      {[...row.changes, ...row.conflicts].map(({ field, from, to }) => {
        const taken = row.theirs || row.changes.some(change => change.field === field);
        return (
          <div key={field} className={own['field']}>
            <span>{label(field)}</span>
            <span className={taken ? undefined : own['chosen']}>
              {t('transfer.ours')}: {mask(shown(from), field)}
            </span>
            <span className={taken ? own['chosen'] : undefined}>
              {t('transfer.theirs')}: {mask(shown(to), field)}
            </span>
          </div>
        );
      })}
    </li>
  );
}
