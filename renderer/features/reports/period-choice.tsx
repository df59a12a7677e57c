import { Button, Group, Select } from '@mantine/core';
import { useState } from 'react';
import { useLanguage } from '#renderer/app/language.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import type { AnnualReport, ReportSpan } from '#shared/contract/reports.ts';
import styles from './reports.module.css';

/** A span as the value of a choice, and back. */
const valueOf = (span: ReportSpan): string => JSON.stringify(span);
const otherDays = 'days';

type Props = {
  readonly report: AnnualReport;
  readonly onChange: (span: ReportSpan) => void;
};

/** Which days the report is about: a school year, a calendar year, half of one, or any days. */
export function PeriodChoice({ report, onChange }: Props) {
  const { t, locale } = useLanguage();
  const [asking, setAsking] = useState(false);
  const span: ReportSpan = report.span ?? { kind: 'schoolYear', year: report.schoolYear };
  const option = (one: ReportSpan, label: string) => ({ value: valueOf(one), label });
  const years = [...new Set(report.years.flatMap(year => [year + 1, year]))].toSorted((left, right) => right - left);
  const half = (year: number, part: 1 | 2) =>
    option(
      { kind: 'halfYear', year, half: part },
      t(part === 1 ? 'indicators.spans.firstHalf' : 'indicators.spans.secondHalf', { year }),
    );
  const days = span.kind === 'days' ? [option(span, locale.period(span.from, span.to))] : [];
  return (
    <>
      <Select
        className={styles['period'] ?? ''}
        aria-label={t('indicators.period.label')}
        data={[
          {
            group: t('indicators.period.schoolYears'),
            items: report.years.map(year => option({ kind: 'schoolYear', year }, locale.schoolYear(year))),
          },
          {
            group: t('indicators.period.calendarYears'),
            items: years.map(year => option({ kind: 'calendarYear', year }, String(year))),
          },
          { group: t('indicators.period.halfYears'), items: years.flatMap(year => [half(year, 2), half(year, 1)]) },
          { group: ' ', items: [...days, { value: otherDays, label: t('indicators.period.days') }] },
        ]}
        value={valueOf(span)}
        allowDeselect={false}
        maxDropdownHeight={380}
        comboboxProps={{ width: 240, position: 'bottom-start' }}
        onChange={value => {
          if (value === otherDays) setAsking(true);
          else if (value !== null) onChange(JSON.parse(value) as ReportSpan);
        }}
      />
      {asking && <DaysDialog report={report} onChange={onChange} onClose={() => setAsking(false)} />}
    </>
  );
}

type DaysProps = Props & { readonly onClose: () => void };
type Day = { readonly value: string | null; readonly problem: string | null };

function DaysDialog({ report, onChange, onClose }: DaysProps) {
  const { t, word } = useLanguage();
  const [from, setFrom] = useState<Day>({ value: report.period.start, problem: null });
  const [to, setTo] = useState<Day>({ value: report.period.end, problem: null });
  const [tried, setTried] = useState(false);
  const problemOf = ({ value, problem }: Day): string | null => problem ?? (value === null ? 'required' : null);
  const reversed = from.value !== null && to.value !== null && from.value > to.value;
  const shown = (problem: string | null): string | undefined =>
    tried && problem !== null ? word(`validation.${problem}`) : undefined;
  return (
    <Dialog title={t('indicators.period.daysTitle')} size={460} onClose={onClose}>
      <form
        noValidate
        onSubmit={event => {
          event.preventDefault();
          setTried(true);
          if (problemOf(from) !== null || problemOf(to) !== null || reversed) return;
          onChange({ kind: 'days', from: from.value ?? '', to: to.value ?? '' });
          onClose();
        }}
      >
        <div className={styles['pair']}>
          <DateField
            label={t('indicators.period.from')}
            value={from.value}
            autoFocus
            error={shown(problemOf(from))}
            onChange={(value, problem) => setFrom({ value, problem })}
          />
          <DateField
            label={t('indicators.period.to')}
            value={to.value}
            error={shown(problemOf(to) ?? (reversed ? 'endBeforeStart' : null))}
            onChange={(value, problem) => setTo({ value, problem })}
          />
        </div>
        <p className={styles['help']}>{t('indicators.period.help')}</p>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {t('records.cancel')}
          </Button>
          <Button type="submit">{t('indicators.period.show')}</Button>
        </Group>
      </form>
    </Dialog>
  );
}
