import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useState } from 'react';
import type { AnyRecord, DetailOf } from '#renderer/api/records.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import type { PlacementHours } from '#shared/contract/placements.ts';
import type { Tools } from '../../record-area/descriptor.ts';
import { SplitDialog } from '../split-dialog.tsx';
import { AnnexMenu } from './annex-menu.tsx';
import { DayDialog } from './day-dialog.tsx';
import { DayList } from './day-list.tsx';
import { Exceptions } from './exceptions.tsx';
import styles from './hours.module.css';
import { MonthCalendars } from './month-calendars.tsx';

type Props = {
  readonly id: string;
  readonly revision: number;
  readonly detail: AnyRecord;
  readonly tools: Tools;
};

/** The hours of a placement: totals, every day with its reason, and what makes days differ. */
export function HoursPanel({ id, revision, detail, tools }: Props) {
  const { t, locale } = tools;
  const query = useQuery('placements.hours', { id });
  const [view, setView] = useState<'calendar' | 'list'>('calendar');
  const [day, setDay] = useState<PlacementHours['days'][number] | null>(null);
  const [splitting, setSplitting] = useState(false);
  if (query.problem) return <ErrorNotice problem={query.problem} onRetry={query.refresh} />;
  const hours = query.data;
  if (!hours || hours.id !== id) return <Skeleton rows={6} />;
  return (
    <div className={styles['hours']}>
      <Summary hours={hours} tools={tools} />
      <div className={styles['bar']}>
        <SegmentedControl
          size="xs"
          aria-label={t('placements.hours.title')}
          value={view}
          onChange={value => setView(value === 'list' ? 'list' : 'calendar')}
          data={[
            { value: 'calendar', label: t('placements.hours.calendar') },
            { value: 'list', label: t('placements.hours.list') },
          ]}
        />
        <span className={styles['space']} />
        {detail['sharePercent'] === null && (
          <Button
            variant="default"
            leftSection={<IconArrowsSplit2 size={14} aria-hidden="true" />}
            onClick={() => setSplitting(true)}
          >
            {t('placements.split.apply')}
          </Button>
        )}
        <AnnexMenu ids={[id]} tools={tools} />
      </div>
      {hours.unused.length > 0 && (
        <p className={styles['doubt']} role="status">
          {t('placements.hours.unused', { days: locale.list(hours.unused.map(date => locale.date(date))) })}
        </p>
      )}
      {view === 'calendar' ? (
        <MonthCalendars hours={hours} tools={tools} onDay={setDay} />
      ) : (
        <DayList hours={hours} tools={tools} onDay={setDay} />
      )}
      <Exceptions placementId={id} tools={tools} />
      {day && <DayDialog placementId={id} day={day} tools={tools} onClose={() => setDay(null)} />}
      {splitting && (
        <SplitDialog
          placement={{ ...(detail as DetailOf<'placements'>), id, revision }}
          tools={tools}
          onClose={() => setSplitting(false)}
        />
      )}
    </div>
  );
}

function Summary({ hours, tools }: { readonly hours: PlacementHours; readonly tools: Tools }) {
  const { t, locale } = tools;
  const { year, difference } = hours;
  const week = hours.weekly
    .map((value, index) => `${locale.words.weekdaysShort[index] ?? ''} ${value === 0 ? '–' : locale.number(value)}`)
    .join(' · ');
  const sign = difference !== null && difference > 0 ? '+' : '';
  return (
    <>
      <dl className={styles['summary']}>
        <div>
          <dt>{t('placements.hours.total')}</dt>
          <dd className={styles['main']}>{locale.hours(hours.total)}</dd>
        </div>
        <div>
          <dt>{t('placements.hours.workingDays')}</dt>
          <dd>{locale.number(hours.workingDays)}</dd>
        </div>
        {hours.expected !== null && (
          <div>
            <dt>{t('placements.hours.expected')}</dt>
            <dd>{locale.hours(hours.expected)}</dd>
          </div>
        )}
        {difference !== null && (
          <div>
            <dt>{t('placements.hours.difference')}</dt>
            <dd data-tone={difference === 0 ? 'positive' : 'warning'}>
              {difference === 0 ? t('placements.hours.matches') : `${sign}${locale.hours(difference)}`}
            </dd>
          </div>
        )}
        <div>
          <dt>{t('placements.hours.year')}</dt>
          <dd data-tone={year.reached === null ? undefined : year.reached ? 'positive' : 'warning'}>
            {year.percent === null
              ? locale.hours(year.hours)
              : `${locale.percent(year.percent / 100, 1)} · ${t(year.reached ? 'placements.hours.reached' : 'placements.hours.notReached')}`}
          </dd>
        </div>
      </dl>
      <p className={styles['help']}>
        {hours.weeklyFrom === 'placement' ? t('placements.hours.weekOwn') : t('placements.hours.weekDefault')}: {week}.{' '}
        {year.base === null
          ? t('placements.hours.yearUnknown')
          : t('placements.hours.yearHelp', {
              hours: locale.number(year.hours),
              base: locale.number(year.base),
              minimum: year.minimumPercent,
            })}
      </p>
    </>
  );
}
