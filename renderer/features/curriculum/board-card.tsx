import { Menu } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { hashOf } from '#renderer/state/navigation.ts';
import { actionOf } from '#renderer/ui/key-bindings.ts';
import { cardBindings } from '#renderer/ui/screen-bindings.ts';
import { StatusBadge } from '#renderer/ui/status-badge.tsx';
import type { Output } from '#shared/contract/index.ts';
import { ageingOf } from '#shared/domain/request-ageing.ts';
import { type RequestState, requestMoves } from '#shared/domain/states.ts';
import type { Tools } from '../record-area/descriptor.ts';
import styles from './board.module.css';

export type Card = Output<'requests.list'>['rows'][number];

type Props = {
  readonly card: Card;
  readonly tools: Tools;
  /** Id of the text that says which keys do what. */
  readonly help: string;
  readonly lifted: boolean;
  readonly open: boolean;
  readonly onOpen: (id: string) => void;
  readonly onMove: (card: Card, to: RequestState) => void;
  readonly onLift: (card: Card) => void;
  readonly onStep: (by: -1 | 1) => void;
  readonly onDrop: () => void;
  readonly onCancel: () => void;
  readonly onWalk: (card: Card, key: string) => void;
};

/** One request on the board: what, from whom, how many hours, and how long it has waited. */
export const BoardCard = memo(function BoardCard(props: Props) {
  const { card, tools, help, lifted, open } = props;
  const { t, word } = tools;
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const { key } = event;
    const sideways = key === 'ArrowLeft' || key === 'ArrowRight';
    const action = actionOf(cardBindings, event);
    if (action === 'lift') {
      if (lifted) props.onDrop();
      else props.onLift(card);
    } else if (lifted && action === 'drop') props.onDrop();
    else if (lifted && action === 'cancel') props.onCancel();
    else if (lifted && sideways) props.onStep(key === 'ArrowRight' ? 1 : -1);
    else if (!lifted && (sideways || key === 'ArrowUp' || key === 'ArrowDown')) props.onWalk(card, key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <article
      className={styles['card']}
      draggable
      data-lifted={lifted || undefined}
      data-open={open || undefined}
      onDragStart={event => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', `№ ${card.number}`);
        props.onLift(card);
      }}
      onDragEnd={props.onCancel}
    >
      <div className={styles['cardHead']}>
        <a
          className={styles['cardTitle']}
          href={hashOf({ area: 'board', id: card.id })}
          draggable={false}
          data-card={card.id}
          aria-describedby={help}
          aria-label={`${t('curriculum.card', { number: card.number, state: word(`states.request.${card.state}`) })}: ${card.module ?? card.proposedText}`}
          onKeyDown={onKeyDown}
          onBlur={() => lifted && props.onCancel()}
          onClick={event => {
            event.preventDefault();
            props.onOpen(card.id);
          }}
        >
          № {card.number}
        </a>
        {card.priority === 'high' && <span className={styles['high']}>{word('states.priority.high')}</span>}
        <span className={styles['space']} />
        <MoveButton card={card} tools={tools} onMove={props.onMove} />
      </div>
      <p className={styles['cardText']}>{card.module ?? card.proposedText}</p>
      {card.firmName && <p className={styles['cardFirm']}>{card.firmName}</p>}
      <p className={styles['cardFoot']}>
        <Ageing card={card} tools={tools} />
        {card.hoursBefore !== null && card.hoursAfter !== null && card.hoursBefore !== card.hoursAfter && (
          <span>
            {t('curriculum.hoursChange', {
              before: tools.locale.number(card.hoursBefore),
              after: tools.locale.number(card.hoursAfter),
            })}
          </span>
        )}
      </p>
    </article>
  );
});

function Ageing({ card, tools }: { readonly card: Card; readonly tools: Tools }) {
  const { t } = tools;
  if (card.ageDays === null) return null;
  const ageing = ageingOf(card.state, card.ageDays);
  if (ageing === 'settled')
    return card.decidedOn === null ? null : <span>{t('curriculum.ageing.settled', { days: card.ageDays })}</span>;
  return (
    <span className={styles['ageing']} data-ageing={ageing}>
      {t('curriculum.age', { days: card.ageDays })} · {t(`curriculum.ageing.${ageing}`)}
    </span>
  );
}

type MoveProps = { readonly card: Card; readonly tools: Tools; readonly onMove: Props['onMove'] };

/** «Move to…»: the menu is made when it is asked for, since a board has hundreds of cards. */
function MoveButton({ card, tools, onMove }: MoveProps) {
  const { t } = tools;
  const [open, setOpen] = useState(false);
  const button = (
    <button
      type="button"
      className={styles['move']}
      aria-haspopup="menu"
      aria-label={t('curriculum.moveCard', { number: card.number })}
      title={t('curriculum.moveTo')}
      onClick={() => setOpen(!open)}
    >
      <IconArrowsExchange size={14} aria-hidden="true" />
    </button>
  );
  if (!open) return button;
  return (
    <Menu opened onChange={setOpen} position="bottom-end" withinPortal returnFocus>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('curriculum.moveTo')}</Menu.Label>
        {requestMoves[card.state].map(move => (
          <Menu.Item key={move.to} onClick={() => onMove(card, move.to)}>
            <StatusBadge kind="request" value={move.to} plain />
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
