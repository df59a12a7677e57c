import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from '#renderer/api/use-query.ts';
import { useMasking } from '#renderer/app/use-masking.ts';
import type { ImportDecisions, ImportPreview } from '#renderer/state/importing.ts';
import { ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import type { ImportRow } from '#shared/contract/importing.ts';
import { placeOf, type RowAction } from '#shared/domain/importing/plan-types.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { actionTones, rowActions } from './actions.ts';
import styles from './importing.module.css';
import { Pager } from './pager.tsx';
import { RowDetails } from './row-details.tsx';
import { RowEditor } from './row-editor.tsx';

type Props = {
  readonly preview: ImportPreview;
  readonly sheet: ImportPreview['sheets'][number];
  readonly decisions: ImportDecisions;
  readonly tools: Tools;
  readonly busy: boolean;
  readonly onDecide: (decisions: ImportDecisions) => void;
};

const pageSize = 100;

type Columns = Props['sheet']['columns'];
type Editing = Pick<ImportRow, 'row' | 'record'>;

/** Whether a column tells of another record of the row than the one that is shown. */
const isOfAnother = (of: Columns[number], record: number, columns: Columns): boolean =>
  of.record !== record && (of.record > 0 || columns.some(other => other.field === of.field && other.record === record));

/** The first cells a record stands in without its running number, masked as their fields want it. */
const beginningOf = ({ shown, record }: ImportRow, columns: Columns, mask: ReturnType<typeof useMasking>): string =>
  shown
    .flatMap((text, at) => {
      const column = columns.find(one => one.column === at);
      const field = column?.field ?? '';
      if (text === '' || field === 'rowNumber') return [];
      return column !== undefined && field !== '' && isOfAnother(column, record, columns) ? [] : [mask(text, field)];
    })
    .slice(0, 3)
    .join(' · ');

/** Row by row what the import will do; what needs attention is shown first when there is any. */
export function PlannedRows({ preview, sheet, decisions, tools, busy, onDecide }: Props) {
  const { t, word, locale } = tools;
  const mask = useMasking();
  const present = rowActions.filter(action => sheet.counts[action] > 0);
  const [action, setAction] = useState<RowAction | null>(null);
  const [reason, setReason] = useState('');
  const [editing, setEditing] = useState<Editing | null>(null);
  const [offset, setOffset] = useState(0);
  const request = {
    previewId: preview.previewId,
    revision: preview.revision,
    sheet: sheet.name,
    ...(action ? { actions: [action] } : {}),
    ...(reason === '' ? {} : { reason }),
    offset,
    limit: pageSize,
  };
  const page = useQuery('importing.rows', sheet.entity === null ? null : request);
  const choose = (next: RowAction | null): void => {
    setAction(next);
    setOffset(0);
  };
  if (sheet.entity === null) return null;
  if (page.problem) return <ErrorNotice problem={page.problem} onRetry={page.refresh} />;
  const total = page.data?.total ?? 0;
  const edit = (row: number, typed: Readonly<Record<string, string>>): void => {
    const place = placeOf(sheet.name, row);
    onDecide({ ...decisions, edits: { ...decisions.edits, [place]: { ...decisions.edits[place], ...typed } } });
  };
  const takeBack = (row: number): void => {
    const { [placeOf(sheet.name, row)]: _dropped, ...edits } = decisions.edits;
    setEditing(null);
    onDecide({ ...decisions, edits });
  };
  const leaveOut = (row: number, included: boolean): void => {
    const key = `${sheet.name}!${row}`;
    const others = decisions.leaveOut.filter(other => other !== key);
    onDecide({ ...decisions, leaveOut: included ? others : [...others, key] });
  };
  return (
    <section className={styles['rows']} aria-label={sheet.name}>
      <div className={styles['chips']} role="group" aria-label={t('importing.action')}>
        <button type="button" className={styles['chip']} aria-pressed={action === null} onClick={() => choose(null)}>
          {t('importing.all')}
        </button>
        {present.map(one => (
          <button
            key={one}
            type="button"
            className={styles['chip']}
            data-tone={actionTones[one]}
            aria-pressed={action === one}
            title={word(`importing.actionsHelp.${one}`)}
            onClick={() => choose(action === one ? null : one)}
          >
            {word(`importing.actions.${one}`)} <span className="numbers">{locale.number(sheet.counts[one])}</span>
          </button>
        ))}
        {sheet.causes.length > 0 && (
          <NativeSelect
            size="xs"
            aria-label={t('importing.cause')}
            value={reason}
            data={[
              { value: '', label: t('importing.anyCause') },
              ...sheet.causes.map(cause => ({
                value: cause.reason,
                label: `${word(`importReasons.${cause.reason}`)} · ${locale.number(cause.rows)}`,
              })),
            ]}
            onChange={event => {
              setReason(event.currentTarget.value);
              setOffset(0);
            }}
          />
        )}
      </div>
      {page.data === undefined ? (
        <Skeleton rows={8} height={32} />
      ) : (
        <div className={styles['scroll']} tabIndex={0} role="region" aria-label={t('importing.all')}>
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col" className={styles['narrow']}>
                  {t('importing.row')}
                </th>
                <th scope="col">{t('importing.action')}</th>
                <th scope="col">{t('importing.record')}</th>
                <th scope="col">{t('importing.details')}</th>
              </tr>
            </thead>
            <tbody>
              {page.data.rows.map((row, index) => (
                <tr key={`${row.row} ${row.record} ${index}`}>
                  <td className={styles['narrow']}>
                    <Checkbox
                      size="xs"
                      label={row.row}
                      aria-label={t('importing.include', { row: row.row })}
                      disabled={row.action === 'skip' && !decisions.leaveOut.includes(`${sheet.name}!${row.row}`)}
                      checked={!decisions.leaveOut.includes(`${sheet.name}!${row.row}`) && row.action !== 'skip'}
                      onChange={event => leaveOut(row.row, event.currentTarget.checked)}
                    />
                  </td>
                  <td>
                    <span className={styles['action']} data-tone={actionTones[row.action]}>
                      {word(`importing.actions.${row.action}`)}
                    </span>
                  </td>
                  <td>{row.title === '' ? beginningOf(row, sheet.columns, mask) : mask(row.title)}</td>
                  <td>
                    <RowDetails row={row} decisions={decisions} tools={tools} busy={busy} onDecide={onDecide} />
                    {editing?.row === row.row && editing.record === row.record ? (
                      <RowEditor
                        key={row.shown.join('\n')}
                        row={row}
                        sheet={sheet}
                        tools={tools}
                        busy={busy}
                        onCheck={typed => edit(row.row, typed)}
                        onTakeBack={() => takeBack(row.row)}
                        onClose={() => setEditing(null)}
                      />
                    ) : (
                      row.action !== 'skip' && (
                        <span className={styles['rowTools']}>
                          <Button
                            size="compact-xs"
                            variant="subtle"
                            aria-label={t('importing.editRow', { row: row.row })}
                            onClick={() => setEditing(row)}
                          >
                            {t('importing.edit')}
                          </Button>
                          {row.edited.length > 0 && (
                            <Button
                              size="compact-xs"
                              variant="subtle"
                              disabled={busy}
                              onClick={() => takeBack(row.row)}
                            >
                              {t('importing.takeBack')}
                            </Button>
                          )}
                        </span>
                      )
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pager offset={offset} pageSize={pageSize} total={total} tools={tools} onOffset={setOffset} />
    </section>
  );
}
