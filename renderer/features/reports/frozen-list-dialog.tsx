import { Button } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from '#renderer/api/use-query.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import type { Output } from '#shared/contract/index.ts';
import type { Language } from '#shared/contract/primitives.ts';
import type { Drill } from '#shared/contract/reports.ts';
import { RecordAnchor } from './record-anchor.tsx';
import styles from './reports.module.css';

/** Rows that are drawn before all are asked for. */
const shownRows = 200;

type Props = {
  readonly id: string;
  readonly drill: Drill;
  readonly title: string;
  readonly language: Language;
  readonly onClose: () => void;
};

/** Whether a column holds amounts and nothing else, which stand to the right as in every list; a BIN is longer. */
const isNumeric = (rows: Output<'reports.frozenList'>['rows'], place: number): boolean =>
  rows.every(({ cells }) => /^\d{0,9}$/u.test(cells[place] ?? ''));

/** The list behind a number of a frozen report, as it was on the day. */
export function FrozenListDialog({ id, drill, title, language, onClose }: Props) {
  const { t } = useLanguage();
  const [all, setAll] = useState(false);
  const { data, problem, previous, refresh } = useQuery('reports.frozenList', { id, drill });
  const numeric = data?.columns.map((_column, place) => isNumeric(data.rows, place)) ?? [];
  const rows = data === undefined || all ? (data?.rows ?? []) : data.rows.slice(0, shownRows);
  return (
    <Dialog title={title} size={1080} onClose={onClose}>
      <p>{t('reports.frozen.listOf')}</p>
      {problem && <ErrorNotice problem={problem} onRetry={refresh} />}
      {!data || previous ? (
        <Skeleton rows={6} />
      ) : data.rows.length === 0 ? (
        <p>{t('reports.frozen.listEmpty')}</p>
      ) : (
        <section className={styles['listHost']} aria-label={t('reports.frozen.listOf')}>
          <table className={styles['records']} lang={language}>
            <thead>
              <tr>
                <th scope="col">{t('reports.frozen.listTitle')}</th>
                {data.columns.map((column, place) => (
                  <th key={column} scope="col" className={numeric[place] ? styles['number'] : undefined}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(row => (
                <tr key={row.id}>
                  <th scope="row">
                    <RecordAnchor area={data.area} {...row} />
                  </th>
                  {data.columns.map((column, place) => (
                    <td key={column} className={numeric[place] ? styles['number'] : undefined}>
                      {row.cells[place]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {data && rows.length < data.rows.length && (
        <Button variant="subtle" mt="xs" onClick={() => setAll(true)}>
          {t('reports.frozen.moreRecords', { count: data.rows.length })}
        </Button>
      )}
    </Dialog>
  );
}
