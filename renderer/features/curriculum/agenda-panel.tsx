import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGavel, IconListDetails, IconMail, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { DetailOf } from '#renderer/api/records.ts';
import { useCommand } from '#renderer/api/use-command.ts';
import { showDone } from '#renderer/state/notices.ts';
import { StatusBadge } from '#renderer/ui/status-badge.tsx';
import { PrintLettersDialog } from '../letters/print-letters-dialog.tsx';
import type { Tools } from '../record-area/descriptor.ts';
import type { RecordActionsProps } from '../record-area/record-actions.tsx';
import { RecordLink } from '../record-area/record-link.tsx';
import styles from './curriculum.module.css';
import { DecisionDialog } from './decision-dialog.tsx';
import { MinutesButtons } from './minutes-buttons.tsx';

type Meeting = DetailOf<'meetings'>;
type Item = Meeting['agenda'][number];

/** The questions of a meeting in their order, each with its decision and the way to the reply. */
export function AgendaPanel({ detail, tools }: RecordActionsProps) {
  const meeting = detail as unknown as Meeting;
  const { t } = tools;
  const fill = useCommand('meetings.fillAgenda');
  const order = useCommand('meetings.orderAgenda');
  const drop = useCommand('meetings.dropItem');
  const [deciding, setDeciding] = useState<string | null>(null);
  /** Kept from the moment of asking: what is answered leaves the list while the dialog still shows it. */
  const [answering, setAnswering] = useState<readonly string[] | null>(null);
  const { agenda } = meeting;
  const decidedItem = agenda.find(item => item.id === deciding);
  const answerable = agenda.filter(item => item.decision !== null && item.firmId !== null && item.replies === 0);

  const add = async (): Promise<void> => {
    const result = await fill.run({ id: meeting.id });
    if (result.ok) showDone(t('curriculum.agendaAdded', { count: result.value.added }), true);
  };
  const swap = (index: number, by: -1 | 1): void => {
    const ids = agenda.map(item => item.id);
    const [moved] = ids.splice(index, 1);
    if (moved === undefined) return;
    ids.splice(index + by, 0, moved);
    void order.run({ id: meeting.id, itemIds: ids });
  };
  return (
    <div className={styles['panel']}>
      <div className={styles['tools']}>
        <Button
          variant={agenda.length === 0 ? 'filled' : 'default'}
          disabled={meeting.waiting === 0}
          loading={fill.running}
          leftSection={<IconListDetails size={16} aria-hidden="true" />}
          onClick={() => void add()}
        >
          {meeting.waiting === 0 ? t('curriculum.fillAgenda') : t('curriculum.fillCount', { count: meeting.waiting })}
        </Button>
        <Button
          variant="default"
          disabled={answerable.length === 0}
          leftSection={<IconMail size={16} aria-hidden="true" />}
          onClick={() => setAnswering(answerable.map(item => item.requestId))}
        >
          {t('curriculum.replies')}
        </Button>
        <MinutesButtons meeting={meeting} tools={tools} />
      </div>
      {agenda.length === 0 && (
        <p className={styles['quiet']}>
          {meeting.waiting === 0 ? t('curriculum.agendaNothing') : t('curriculum.agendaEmpty')}
        </p>
      )}
      <ol className={styles['agenda']}>
        {agenda.map((item, index) => (
          <AgendaItem
            key={item.id}
            item={item}
            tools={tools}
            onDecide={() => setDeciding(item.id)}
            onDrop={() => void drop.run({ id: item.id, revision: item.revision })}
            onUp={index === 0 ? null : () => swap(index, -1)}
            onDown={index === agenda.length - 1 ? null : () => swap(index, 1)}
          />
        ))}
      </ol>
      {decidedItem && <DecisionDialog item={decidedItem} tools={tools} onClose={() => setDeciding(null)} />}
      {answering && (
        <PrintLettersDialog subjects={{ request: answering }} tools={tools} onClose={() => setAnswering(null)} />
      )}
    </div>
  );
}

type ItemProps = {
  readonly item: Item;
  readonly tools: Tools;
  readonly onDecide: () => void;
  readonly onDrop: () => void;
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
};

function AgendaItem({ item, tools, onDecide, onDrop, onUp, onDown }: ItemProps) {
  const { t } = tools;
  const { number } = item;
  return (
    <li>
      <div className={styles['itemHead']}>
        <RecordLink name="requests" id={item.requestId}>
          № {number}
        </RecordLink>
        {item.firmName && <span>{item.firmName}</span>}
        {item.specialtyCode && <span className={styles['quiet']}>{item.specialtyCode}</span>}
        <span className={styles['space']} />
        <ActionIcon aria-label={t('curriculum.up', { number })} disabled={!onUp} onClick={() => onUp?.()}>
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon aria-label={t('curriculum.down', { number })} disabled={!onDown} onClick={() => onDown?.()}>
          <IconArrowDown size={16} />
        </ActionIcon>
        <ActionIcon aria-label={t('curriculum.drop', { number })} disabled={item.decision !== null} onClick={onDrop}>
          <IconX size={16} />
        </ActionIcon>
      </div>
      <p className={styles['itemText']}>{[item.module, item.proposedText].filter(Boolean).join('. ')}</p>
      <div className={styles['itemFoot']}>
        {item.decision === null ? (
          <span className={styles['quiet']}>{t('curriculum.noDecision')}</span>
        ) : (
          <StatusBadge kind="request" value={item.decision} />
        )}
        {votesOf(item, tools)}
        {item.decision !== null && item.firmId !== null && (
          <span className={styles['quiet']}>
            {item.replies > 0 ? t('curriculum.replied') : t('curriculum.unreplied')}
          </span>
        )}
        <span className={styles['space']} />
        {item.open ? (
          <Button
            variant={item.decision === null ? 'light' : 'default'}
            leftSection={<IconGavel size={16} aria-hidden="true" />}
            onClick={onDecide}
          >
            {item.decision === null ? t('curriculum.decide') : t('curriculum.correct')}
          </Button>
        ) : (
          <span className={styles['quiet']}>{t('curriculum.fixed')}</span>
        )}
      </div>
      {item.decisionText && <p className={styles['decision']}>{item.decisionText}</p>}
    </li>
  );
}

function votesOf({ votesFor, votesAgainst, votesAbstained }: Item, { t }: Tools) {
  if (votesFor === null && votesAgainst === null && votesAbstained === null) return null;
  return (
    <span>
      {t('curriculum.paper.votes', {
        votesFor: votesFor ?? 0,
        votesAgainst: votesAgainst ?? 0,
        votesAbstained: votesAbstained ?? 0,
      })}
    </span>
  );
}
