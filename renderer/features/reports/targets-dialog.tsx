import { Button, Group, Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useCommand } from '#renderer/api/use-command.ts';
import { useLanguage, useTextsOf } from '#renderer/app/language.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { readNumber } from '#renderer/ui/fields/read-number.ts';
import type { AnnualReport, ReportCell } from '#shared/contract/reports.ts';
import { writeValue } from './indicator-table.tsx';
import styles from './reports.module.css';

type Direction = 'atLeast' | 'atMost';
type Figure = {
  readonly key: string;
  readonly indicator: string;
  readonly title: string;
  readonly rowKey: string;
  readonly columnKey: string;
  readonly label: string;
  readonly cell: ReportCell;
};
type Entry = { readonly text: string; readonly direction: Direction };

/** Figures that can have a target: single figures of the period, and totals of tables. */
function figuresOf({ indicators }: AnnualReport): Figure[] {
  return indicators.flatMap(({ id, title, columns, rows, total }) => {
    const comparison = columns[0]?.key === 'now' && columns[2]?.key === 'earlier';
    const chosen = comparison ? rows : total === null ? [] : [total];
    const shown = columns.filter(({ previous }) => !previous);
    return chosen.flatMap(row =>
      shown.flatMap(column => {
        const cell = row.cells[column.key];
        if (cell === undefined) return [];
        const label = comparison ? row.label : column.title;
        return [
          {
            key: JSON.stringify([id, row.key, column.key]),
            indicator: id,
            title,
            rowKey: row.key,
            columnKey: column.key,
            label,
            cell,
          },
        ];
      }),
    );
  });
}

/** Tenths are kept, so that shares can have a target such as 62,5 %. */
const limits = { min: 0, max: 1e12, scale: 10 };
const unread = { value: null, problem: null } as const;

type Props = { readonly report: AnnualReport; readonly onClose: () => void };

/** What the figures of a year are meant to be. */
export function TargetsDialog({ report, onClose }: Props) {
  const { t, word } = useLanguage();
  const words = useTextsOf(report.language);
  const figures = useMemo(() => figuresOf(report), [report]);
  const first = ({ cell: { target } }: Figure): Entry => ({
    text: target === undefined ? '' : String(target.value).replace('.', ','),
    direction: target?.direction ?? 'atLeast',
  });
  const [entries, setEntries] = useState<ReadonlyMap<string, Entry>>(new Map());
  const { run, running } = useCommand('indicators.setTargets');
  const span = report.span ?? { kind: 'schoolYear' as const, year: report.schoolYear };
  const yearly = span.kind === 'schoolYear' || span.kind === 'calendarYear' ? span : null;
  const read = (text: string) => (text.trim() === '' ? unread : readNumber(text, limits));
  const wrong = [...entries.values()].some(({ text }) => read(text).problem !== null);
  const save = async (): Promise<void> => {
    if (wrong || yearly === null) return;
    const targets = figures.flatMap(({ key, indicator, rowKey, columnKey }) => {
      const entry = entries.get(key);
      if (entry === undefined) return [];
      const { value } = read(entry.text);
      const { kind, year } = yearly;
      const { direction } = entry;
      return [{ indicator, rowKey, columnKey, span: kind, year, direction, value: value === null ? null : value / 10 }];
    });
    if (targets.length > 0 && !(await run({ targets })).ok) return;
    onClose();
  };
  return (
    <Dialog title={t('indicators.targets.title', { period: report.periodName })} size={860} onClose={onClose}>
      <p className={styles['help']}>
        {yearly === null ? t('indicators.targets.noYear') : t('indicators.targets.help')}
      </p>
      {yearly !== null && (
        <form
          noValidate
          onSubmit={event => {
            event.preventDefault();
            void save();
          }}
        >
          <div className={styles['targets']}>
            <table className={styles['table']}>
              <thead>
                <tr>
                  <th scope="col">{t('indicators.targets.indicator')}</th>
                  <th scope="col">{t('indicators.targets.now')}</th>
                  <th scope="col" colSpan={2}>
                    {t('indicators.targets.target')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {figures.map((figure, place) => {
                  const entry = entries.get(figure.key) ?? first(figure);
                  const { problem } = read(entry.text);
                  const set = (part: Partial<Entry>): void =>
                    setEntries(new Map(entries).set(figure.key, { ...entry, ...part }));
                  const heading = figure.title === figures[place - 1]?.title ? null : figure.title;
                  const row = `${figure.title}, ${figure.label}`;
                  return [
                    heading !== null && (
                      <tr key={`${figure.key}-title`} className={styles['heading']}>
                        <th scope="colgroup" colSpan={4} lang={report.language}>
                          {heading}
                        </th>
                      </tr>
                    ),
                    <tr key={figure.key}>
                      <th scope="row" lang={report.language}>
                        {figure.label}
                      </th>
                      <td>{writeValue(figure.cell.value, figure.cell.measure, words)}</td>
                      <td className={styles['direction']}>
                        <Select
                          size="xs"
                          aria-label={t('indicators.targets.direction', { row })}
                          data={(['atLeast', 'atMost'] as const).map(value => ({
                            value,
                            label: t(`indicators.targets.${value}`),
                          }))}
                          value={entry.direction}
                          allowDeselect={false}
                          onChange={value => set({ direction: value === 'atMost' ? 'atMost' : 'atLeast' })}
                        />
                      </td>
                      <td className={styles['aim']}>
                        <TextInput
                          size="xs"
                          inputMode="decimal"
                          aria-label={t('indicators.targets.value', { row })}
                          value={entry.text}
                          error={problem === null ? null : word(`validation.${problem}`)}
                          onChange={event => set({ text: event.currentTarget.value })}
                        />
                      </td>
                    </tr>,
                  ];
                })}
              </tbody>
            </table>
          </div>
          <Group justify="flex-end" mt="md">
            <Button variant="default" onClick={onClose}>
              {t('records.cancel')}
            </Button>
            <Button type="submit" loading={running} disabled={wrong}>
              {t('indicators.targets.save')}
            </Button>
          </Group>
        </form>
      )}
    </Dialog>
  );
}
