import { Button } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import type { DetailOf } from '#renderer/api/records.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { useLists } from '#renderer/state/lists.ts';
import { go, hashOf, type Route } from '#renderer/state/navigation.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import { ChallengeLevel } from '#shared/contract/engagement.ts';
import type { Output } from '#shared/contract/index.ts';
import type { Tools, Values } from '../record-area/descriptor.ts';
import { type AreaToolsProps, extendArea } from '../record-area/record-actions.tsx';
import { RecordLink } from '../record-area/record-link.tsx';
import styles from './summaries.module.css';

type ListName = 'promises' | 'challenges';
type PanelProps = { readonly tools: Tools; readonly onClose: () => void };

type NumberProps = {
  readonly list: ListName;
  readonly filter: Values;
  readonly count: number;
  /** What the list is, for its chip and for the name of the link. */
  readonly title: string;
  readonly tools: Tools;
  readonly onClose: () => void;
};

/** A number that opens the list behind it; nothing opens from nought. */
function NumberLink({ list, filter, count, title, tools, onClose }: NumberProps) {
  const text = tools.locale.number(count);
  if (count === 0) return <>{text}</>;
  const route: Route = { area: list, filter, title, from: 'record' };
  return (
    <a
      className={styles['drill']}
      href={hashOf(route)}
      aria-label={`${title}: ${text}`}
      onClick={event => {
        event.preventDefault();
        onClose();
        useLists.getState().setState(list, { search: '', filter: {} });
        go(route);
      }}
    >
      {text}
    </a>
  );
}

type Counts = Output<'promises.ledger'>['firms'][number]['counts'];
const states = ['open', 'late', 'kept', 'keptLate'] as const;

/** Of what is due or done, how much was done; null while nothing is. */
function keptShare({ late, kept, keptLate }: Counts): number | null {
  const judged = late + kept + keptLate;
  return judged === 0 ? null : Math.round(((kept + keptLate) / judged) * 100);
}

type LineProps = PanelProps & {
  readonly name: string;
  readonly counts: Counts;
  readonly filter: Values;
};

function LedgerLine({ name, counts, filter, tools, onClose }: LineProps) {
  const { t } = tools;
  const share = keptShare(counts);
  const number = (title: string, count: number, more: Values = {}) => (
    <td data-late={(title === t('states.promise.late') && count > 0) || undefined}>
      <NumberLink
        list="promises"
        filter={{ ...filter, ...more }}
        count={count}
        title={`${name}, ${title}`}
        tools={tools}
        onClose={onClose}
      />
    </td>
  );
  return (
    <tr>
      <th scope="row">{name}</th>
      {number(t('partnership.ledger.promised'), counts.promised)}
      {states.map(state => (
        <Cell key={state}>{number(t(`states.promise.${state}`), counts[state], { state: [state] })}</Cell>
      ))}
      <td>{share === null ? '—' : `${share} %`}</td>
    </tr>
  );
}

const Cell = ({ children }: { readonly children: React.ReactNode }) => children;

function LedgerHead({ first, tools }: { readonly first: string; readonly tools: Tools }) {
  const { t, locale } = tools;
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col">{t('partnership.ledger.promised')}</th>
        {states.map(state => (
          <th key={state} scope="col">
            {locale.capitalize(t(`states.promise.${state}`))}
          </th>
        ))}
        <th scope="col">{t('partnership.ledger.share')}</th>
      </tr>
    </thead>
  );
}

/** What each side has promised, due, late and kept: overall and firm by firm. */
function Ledger({ tools, onClose }: PanelProps) {
  const { t, locale } = tools;
  const { data, problem, refresh } = useQuery('promises.ledger', {});
  if (problem) return <ErrorNotice problem={problem} onRetry={refresh} />;
  if (!data) return <Skeleton rows={6} />;
  return (
    <div className={styles['panel']}>
      <table className={styles['table']}>
        <LedgerHead first={t('partnership.ledger.side')} tools={tools} />
        <tbody>
          {data.sides.map(({ side, counts }) => (
            <LedgerLine
              key={side}
              name={locale.capitalize(t(`states.promiseSide.${side}`))}
              counts={counts}
              filter={{ side: [side] }}
              tools={tools}
              onClose={onClose}
            />
          ))}
        </tbody>
      </table>
      <p className={styles['quiet']}>{t('partnership.ledger.shareHelp')}</p>
      {data.firms.length > 0 && (
        <table className={styles['table']}>
          <LedgerHead first={t('partnership.ledger.firm')} tools={tools} />
          <tbody>
            {data.firms.map(({ id, name, counts }) => (
              <LedgerLine
                key={id}
                name={name}
                counts={counts}
                filter={{ firmId: id }}
                tools={tools}
                onClose={onClose}
              />
            ))}
          </tbody>
        </table>
      )}
      {data.firmsTotal > data.firms.length && (
        <p className={styles['quiet']}>
          {t('partnership.ledger.firmsShown', { shown: data.firms.length, total: data.firmsTotal })}
        </p>
      )}
    </div>
  );
}

/** Challenges by level and school year; every number opens its list. */
function Challenges({ tools, onClose }: PanelProps) {
  const { t, locale } = tools;
  const { data, problem, refresh } = useQuery('challenges.summary', {});
  if (problem) return <ErrorNotice problem={problem} onRetry={refresh} />;
  if (!data) return <Skeleton rows={5} />;
  const { years, cells } = data;
  if (years.length === 0) return <p className={styles['quiet']}>{tools.word('areas.challenges.empty')}</p>;
  return (
    <div className={styles['panel']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{tools.word('fields.challenge.level')}</th>
            {years.map(({ year }) => (
              <th key={year} scope="col">
                {locale.schoolYear(year)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ChallengeLevel.options.map(level => (
            <tr key={level}>
              <th scope="row">{locale.capitalize(t(`states.challengeLevel.${level}`))}</th>
              {years.map(({ year, from, to }) => {
                const cell = cells.find(one => one.year === year && one.level === level);
                return (
                  <td key={year}>
                    <NumberLink
                      list="challenges"
                      filter={{ level: [level], raisedFrom: from, raisedTo: to }}
                      count={cell?.total ?? 0}
                      title={`${locale.capitalize(t(`states.challengeLevel.${level}`))}, ${locale.schoolYear(year)}`}
                      tools={tools}
                      onClose={onClose}
                    />
                    {cell !== undefined && cell.open > 0 && (
                      <span className={styles['quiet']}> {t('partnership.ledger.unsolved', { count: cell.open })}</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A button above the list that opens its summary. */
function SummaryButton({ area, tools }: AreaToolsProps) {
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  const ledger = area.name === 'promises';
  return (
    <>
      <Button variant="default" leftSection={<IconTable size={14} aria-hidden="true" />} onClick={() => setOpen(true)}>
        {tools.t('partnership.ledger.button')}
      </Button>
      {open && (
        <Dialog
          title={tools.t(ledger ? 'partnership.ledger.title' : 'partnership.ledger.challenges')}
          size={860}
          onClose={close}
        >
          {ledger ? <Ledger tools={tools} onClose={close} /> : <Challenges tools={tools} onClose={close} />}
        </Dialog>
      )}
    </>
  );
}

/** Where a promise was given, when that is no field of its form: a talk with the firm, a letter. */
export function PromiseSource({ detail, tools }: { readonly detail: DetailOf<'promises'>; readonly tools: Tools }) {
  const { t } = tools;
  const { firmId, letterId, letterNumber, interactionId, interactionTitle } = detail;
  if (interactionId === null && letterId === null) return null;
  const route: Route = { area: 'firms', id: firmId, tab: 'timeline' };
  return (
    <p className={styles['quiet']}>
      {interactionId !== null && (
        <a
          className={styles['drill']}
          href={hashOf(route)}
          onClick={event => {
            event.preventDefault();
            go(route);
          }}
        >
          {t('partnership.ledger.inTalk', { title: interactionTitle ?? '' })}
        </a>
      )}
      {letterId !== null && (
        <>
          {t('partnership.ledger.inLetter')}{' '}
          <RecordLink name="letters" id={letterId}>
            {`№ ${letterNumber ?? ''}`}
          </RecordLink>
        </>
      )}
    </p>
  );
}

/** Puts the summaries above the lists of promises and challenges. */
export function offerSummaries(): void {
  extendArea('promises', 'summaries', { Tools: SummaryButton });
  extendArea('challenges', 'summaries', { Tools: SummaryButton });
}
