import { useMemo } from 'react';
import { useCommand } from '#renderer/api/use-command.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { showDone } from '#renderer/state/notices.ts';
import { ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import type { AttendanceMonth } from '#shared/contract/monitoring.ts';
import { attendanceShare } from '#shared/domain/attendance.ts';
import type { SheetColumn } from '../placements/group/sheet-row.tsx';
import type { Tools } from '../record-area/descriptor.ts';
import { hourColumns, hoursText, type ReadMonth, readMonth } from './attendance-rows.ts';
import { type StoredLine, useEnteredSheet } from './entered.ts';
import { EntrySheet } from './entry-sheet.tsx';
import styles from './monitoring.module.css';

type Props = {
  readonly placementIds: readonly string[];
  /** One month of many placements; without it all months of the one. */
  readonly month?: string;
  readonly tools: Tools;
};

/** The table of attended and missed hours beside the planned ones. */
export function AttendanceSheet({ placementIds, month, tools }: Props) {
  const query = useQuery('attendance.months', {
    placementIds: [...placementIds],
    ...(month === undefined ? {} : { month }),
  });
  if (query.problem) return <ErrorNotice problem={query.problem} onRetry={query.refresh} />;
  if (!query.data || query.previous) return <Skeleton rows={4} />;
  if (query.data.length === 0) return <p className={styles['quiet']}>{tools.t('monitoring.noPlacements')}</p>;
  return <LoadedSheet months={query.data} single={month === undefined} tools={tools} />;
}

type LoadedProps = { readonly months: readonly AttendanceMonth[]; readonly single: boolean; readonly tools: Tools };

function LoadedSheet({ months, single, tools }: LoadedProps) {
  const { t, word, locale } = tools;
  const columns = useMemo((): readonly SheetColumn[] => {
    const hours = hourColumns.map(
      key => ({ key, label: t(`monitoring.${key}`), width: '96px', align: 'end' }) as const,
    );
    const names: readonly SheetColumn[] = single
      ? [{ key: 'month', label: t('monitoring.month'), width: '136px', readOnly: true }]
      : [
          { key: 'student', label: t('monitoring.student'), width: 'minmax(190px, 2fr)', readOnly: true },
          { key: 'firm', label: t('monitoring.firm'), width: 'minmax(140px, 1fr)', readOnly: true },
        ];
    return [
      ...names,
      { key: 'planned', label: t('monitoring.planned'), width: '90px', align: 'end', readOnly: true },
      ...hours,
      { key: 'note', label: t('monitoring.note'), width: 'minmax(120px, 1fr)' },
    ];
  }, [t, single]);
  const before = columns.findIndex(column => column.key === 'attended');
  const lines = useMemo(
    () =>
      months.map((line): StoredLine => {
        const names = single
          ? [`${locale.capitalize(locale.month(Number(line.month.slice(5))))} ${line.month.slice(0, 4)}`]
          : [line.studentName, line.firmName];
        const hours = hourColumns.map(key => hoursText(line[key], locale));
        return {
          key: `attendance ${line.placementId} ${line.month}`,
          cells: [...names, hoursText(line.planned, locale), ...hours, line.note ?? ''],
        };
      }),
    [months, single, locale],
  );
  const entry = useEnteredSheet(lines, columns);
  const read = months.map((line, row): ReadMonth => readMonth((entry.sheet[row] ?? []).slice(before), line));
  const notes = read.map(({ remarks }) => remarks.map(({ tone, key }) => ({ tone, text: word(key) })));
  const save = useCommand('attendance.save');
  const store = async (): Promise<void> => {
    const rows = months.flatMap(({ placementId, month }, row) => {
      const line = read[row];
      return entry.changed[row] && line ? [{ placementId, month, ...line.hours, note: line.note }] : [];
    });
    const result = await save.run({ rows, accepted: ['attendedMoreThanPlanned'] });
    if (!result.ok) return;
    entry.forget();
    showDone(t('monitoring.saved', { count: rows.length }), true);
  };
  const counted = months.filter((_, row) => read[row]?.hours.attended !== null);
  const attended = read.reduce((sum, line) => sum + (line.hours.attended ?? 0), 0);
  const planned = counted.reduce((sum, line) => sum + line.planned, 0);
  const share = attendanceShare(attended, planned);
  const figures = { attended: hoursText(attended, locale), planned: hoursText(planned, locale) };
  return (
    <EntrySheet
      label={t('monitoring.grid')}
      columns={columns}
      entry={entry}
      notes={notes}
      running={save.running}
      tools={tools}
      width={single ? 760 : 1000}
      onSave={() => void store()}
    >
      {counted.length > 0 && (
        <span className={styles['total']}>
          {share === null
            ? t('monitoring.total', figures)
            : t('monitoring.totalShare', { ...figures, percent: locale.percent(share, 1) })}
        </span>
      )}
    </EntrySheet>
  );
}
