import { Button } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { StatusBadge } from '#renderer/ui/status-badge.tsx';
import type { Output } from '#shared/contract/index.ts';
import { findMove, type RequestState, requestMoves, requestStates } from '#shared/domain/states.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { useMoves } from '../record-area/move-menu.tsx';
import styles from './board.module.css';
import { BoardCard, type Card } from './board-card.tsx';
import { requestsArea } from './requests-area.tsx';

type Board = Output<'requests.board'>;
type Lane = Board['lanes'][number];
type Column = Lane['columns'][number];

/** A card on its way: where it is, and over which column. */
export type Lift = { readonly card: Card; readonly over: RequestState };

type Props = {
  readonly board: Board;
  /** Lanes have their names above them. */
  readonly grouped: boolean;
  readonly tools: Tools;
  readonly openId: string | undefined;
  readonly onOpen: (id: string) => void;
  /** Null when no more cards can be shown. */
  readonly onMore: (() => void) | null;
};

/** Widths of columns in pixels: with cards, and without any. */
const filled = 232;
const empty = 188;

/** Requests as cards in columns by state: dragged by mouse, moved by keyboard or by the menu of a card. */
export function RequestBoard({ board, grouped, tools, openId, onOpen, onMore }: Props) {
  const { t, word } = tools;
  const host = useRef<HTMLDivElement>(null);
  const help = useId();
  const [lift, setLift] = useState<Lift | null>(null);
  const [said, setSaid] = useState('');
  const returnTo = useRef<string | null>(null);
  const stateWord = (state: RequestState): string => word(`states.request.${state}`);
  const { start, dialog } = useMoves(requestsArea, tools);

  useEffect(() => {
    // A moved card is drawn anew in its new column: what had the focus gets it back there.
    const id = returnTo.current;
    const card = id === null ? null : host.current?.querySelector<HTMLElement>(`[data-card="${id}"]`);
    if (!card || document.activeElement === card) return;
    if (document.activeElement === document.body) card.focus();
  }, [board]);

  const move = (card: Card, to: RequestState): void => {
    const allowed = findMove(requestMoves, card.state, to);
    setLift(null);
    if (!allowed) {
      setSaid(t('curriculum.liftCancelled', { number: card.number }));
      return;
    }
    returnTo.current = card.id;
    setSaid(t('curriculum.dropped', { number: card.number, state: stateWord(to) }));
    start(allowed, () => [card]);
  };
  const step = (by: -1 | 1): void => {
    if (!lift) return;
    const next = requestStates[requestStates.indexOf(lift.over) + by];
    if (next === undefined) return;
    setLift({ ...lift, over: next });
    const open = next === lift.card.state || findMove(requestMoves, lift.card.state, next) !== undefined;
    setSaid(t(open ? 'curriculum.over' : 'curriculum.overRefused', { state: stateWord(next) }));
    host.current?.querySelector(`[data-column="${next}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const handlers = {
    onOpen,
    onMove: move,
    onLift: (card: Card): void => {
      setLift({ card, over: card.state });
      setSaid(t('curriculum.lifted', { number: card.number, state: stateWord(card.state) }));
    },
    onStep: step,
    onDrop: (): void => {
      if (lift) move(lift.card, lift.over);
    },
    onCancel: (): void => {
      if (lift) setSaid(t('curriculum.liftCancelled', { number: lift.card.number }));
      setLift(null);
    },
    onWalk: (card: Card, key: string): void => walk(host.current, card.id, key),
  };
  const widths = requestStates.map(state => (totalOf(board, state) > 0 ? filled : empty));
  const gridTemplateColumns = widths.map(width => `minmax(${width}px, ${width}fr)`).join(' ');
  const size = { '--board': `${widths.reduce((sum, width) => sum + width, 0)}px` } as React.CSSProperties;
  return (
    <div
      ref={host}
      className={styles['board']}
      style={size}
      role="group"
      data-keys="onBoard"
      aria-label={t('curriculum.boardLabel')}
    >
      <p id={help} className="visually-hidden">
        {t('curriculum.cardHelp')}
      </p>
      <p className="visually-hidden" aria-live="assertive">
        {said}
      </p>
      <div className={styles['heads']} style={{ gridTemplateColumns }}>
        {requestStates.map(state => (
          <div key={state} className={styles['columnHead']} data-column={state}>
            <h2>
              <StatusBadge kind="request" value={state} plain />
            </h2>
            <span className={styles['count']}>{tools.locale.number(totalOf(board, state))}</span>
          </div>
        ))}
      </div>
      {board.lanes.map(lane => (
        <section key={lane.specialtyId ?? ''} className={styles['lane']} aria-label={laneTitle(lane, tools)}>
          {grouped && (
            <h3 className={styles['laneHead']}>
              <span>{laneTitle(lane, tools)}</span>
              <span className={styles['count']}>{tools.locale.number(lane.total)}</span>
            </h3>
          )}
          <div className={styles['columns']} style={{ gridTemplateColumns }}>
            {lane.columns.map(column => (
              <BoardColumn
                key={column.state}
                column={column}
                lift={lift}
                tools={tools}
                help={help}
                openId={openId}
                handlers={handlers}
                onOver={over => lift && setLift({ ...lift, over })}
                onMore={onMore}
              />
            ))}
          </div>
        </section>
      ))}
      {dialog}
    </div>
  );
}

const totalOf = (board: Board, state: RequestState): number =>
  board.lanes.reduce((sum, lane) => sum + (lane.columns.find(column => column.state === state)?.total ?? 0), 0);

function laneTitle(lane: Lane, { t, language }: Tools): string {
  if (lane.specialtyId === null) return t('curriculum.noSpecialty');
  const name = (language === 'kk' ? lane.specialtyNameKk : null) ?? lane.specialtyNameRu ?? '';
  return `${lane.specialtyCode ?? ''} ${name}`.trim();
}

/** Arrow keys go to the neighbouring card, or to the nearest column that has one. */
function walk(host: HTMLElement | null, id: string, key: string): void {
  const columns = [...(host?.querySelectorAll<HTMLElement>('[data-cards]') ?? [])].map(column => [
    ...column.querySelectorAll<HTMLElement>('[data-card]'),
  ]);
  const column = columns.findIndex(cards => cards.some(card => card.dataset['card'] === id));
  const row = columns[column]?.findIndex(card => card.dataset['card'] === id) ?? -1;
  if (column < 0 || row < 0) return;
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    columns[column]?.[row + (key === 'ArrowDown' ? 1 : -1)]?.focus();
    return;
  }
  const rest = key === 'ArrowRight' ? columns.slice(column + 1) : columns.slice(0, column).toReversed();
  const next = rest.find(cards => cards.length > 0);
  next?.[Math.min(row, next.length - 1)]?.focus();
}

type ColumnProps = {
  readonly column: Column;
  readonly lift: Lift | null;
  readonly tools: Tools;
  readonly help: string;
  readonly openId: string | undefined;
  readonly handlers: Omit<Parameters<typeof BoardCard>[0], 'card' | 'tools' | 'help' | 'lifted' | 'open'>;
  readonly onOver: (state: RequestState) => void;
  readonly onMore: (() => void) | null;
};

function BoardColumn({ column, lift, tools, help, openId, handlers, onOver, onMore }: ColumnProps) {
  const { t, word } = tools;
  const target = lift !== null && findMove(requestMoves, lift.card.state, column.state) !== undefined;
  const over = lift?.over === column.state && lift.card.state !== column.state;
  const hidden = column.total - column.rows.length;
  return (
    <div
      className={styles['column']}
      role="group"
      aria-label={word(`states.request.${column.state}`)}
      data-cards
      data-state={column.state}
      data-target={target || undefined}
      data-over={over ? (target ? 'open' : 'closed') : undefined}
      onDragEnter={() => lift && lift.over !== column.state && onOver(column.state)}
      onDragOver={event => {
        if (!target) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
      }}
      onDrop={event => {
        event.preventDefault();
        if (lift) handlers.onMove(lift.card, column.state);
      }}
    >
      {column.rows.map(card => (
        <BoardCard
          key={card.id}
          card={card}
          tools={tools}
          help={help}
          lifted={lift?.card.id === card.id}
          open={openId === card.id}
          {...handlers}
        />
      ))}
      {column.total === 0 && <p className={styles['empty']}>{t('curriculum.columnEmpty')}</p>}
      {hidden > 0 &&
        (onMore ? (
          <Button variant="subtle" onClick={onMore}>
            {t('curriculum.showMore', { count: hidden })}
          </Button>
        ) : (
          <p className={styles['empty']}>
            {t('curriculum.narrow', { shown: column.rows.length, total: column.total })}
          </p>
        ))}
    </div>
  );
}
