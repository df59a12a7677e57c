import { ActionIcon, Button } from '@mantine/core';
import { IconHeartHandshake, IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { nameOfEntity } from '#renderer/api/records.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { openCreate } from '#renderer/state/dialogs.ts';
import { showProblem } from '#renderer/state/notices.ts';
import { ErrorNotice } from '#renderer/ui/messages.tsx';
import { today } from '#renderer/ui/today.ts';
import type { Output } from '#shared/contract/index.ts';
import type { Tools } from '../record-area/descriptor.ts';
import type { RecordActionsProps } from '../record-area/record-actions.tsx';
import { RecordLink } from '../record-area/record-link.tsx';
import styles from './firms.module.css';
import { InteractionDialog } from './interaction-dialog.tsx';

type Event = Output<'firms.timeline'>[number];
type Interaction = Output<'interactions.get'>;

/** Open next steps first, then everything that has happened between college and firm, newest first. */
export function TimelinePanel({ detail, tools }: RecordActionsProps) {
  const { t, locale } = tools;
  const [editing, setEditing] = useState<Interaction | 'new' | null>(null);
  const timeline = useQuery('firms.timeline', { id: detail.id });
  const open = {
    filter: { firmId: detail.id, open: true },
    sort: { field: 'nextOn', direction: 'asc' },
    limit: 50,
  } as const;
  const steps = useQuery('interactions.list', open).data?.rows ?? [];
  if (timeline.problem) return <ErrorNotice problem={timeline.problem} onRetry={timeline.refresh} />;
  const edit = async (id: string): Promise<void> => {
    const result = await api('interactions.get', { id });
    if (result.ok) setEditing(result.value);
    else showProblem(result.error);
  };
  const finish = async ({ id, revision }: Interaction): Promise<void> => {
    const result = await api('interactions.update', { id, revision, patch: { doneOn: today() } });
    if (!result.ok) showProblem(result.error);
  };
  return (
    <div className={styles['panel']}>
      <div>
        <Button leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => setEditing('new')}>
          {t('relations.interactionAdd')}
        </Button>
      </div>
      {steps.length > 0 && (
        <ul className={styles['steps']}>
          {steps.map(step => (
            <li key={step.id}>
              <span>{t('relations.nextStep', { step: step.nextStep ?? '' })}</span>
              <span className={styles['quiet']}>{locale.date(step.nextOn)}</span>
              <span className={styles['space']} />
              <Button variant="default" size="compact-sm" onClick={() => void finish(step)}>
                {t('relations.stepDone')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {timeline.data?.length === 0 && <p className={styles['quiet']}>{t('relations.timelineNone')}</p>}
      <ol className={styles['events']}>
        {timeline.data?.map(event => (
          <li key={`${event.kind} ${event.id} ${event.on}`}>
            <time dateTime={event.on}>{locale.date(event.on)}</time>
            <EventLine firmId={detail.id} event={event} tools={tools} onEdit={() => void edit(event.id)} />
          </li>
        ))}
      </ol>
      {editing !== null && (
        <InteractionDialog
          firmId={detail.id}
          {...(editing === 'new' ? {} : { interaction: editing })}
          tools={tools}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
}

function EventLine({
  firmId,
  event,
  tools,
  onEdit,
}: {
  readonly firmId: string;
  readonly event: Event;
  readonly tools: Tools;
  readonly onEdit: () => void;
}) {
  const { t, word } = tools;
  if (event.kind === 'interaction')
    return (
      <div className={styles['event']}>
        <span className={styles['kind']}>
          {tools.locale.capitalize(word(`states.interactionKind.${event.detail}`))}
        </span>{' '}
        <ActionIcon size={24} aria-label={t('relations.interactionEdit')} onClick={onEdit}>
          <IconPencil size={14} />
        </ActionIcon>{' '}
        <ActionIcon
          size={24}
          aria-label={t('partnership.ledger.record')}
          title={t('partnership.ledger.record')}
          onClick={() =>
            openCreate({ name: 'promises', values: { firmId, interactionId: event.id, promisedOn: event.on } })
          }
        >
          <IconHeartHandshake size={14} />
        </ActionIcon>
        <p>{event.title}</p>
      </div>
    );
  const name = nameOfEntity(event.entity);
  const text = event.title === '' ? word(`relations.events.${event.kind}`, { count: event.count }) : `№ ${event.title}`;
  return (
    <div className={styles['event']}>
      {event.title !== '' && (
        <span className={styles['kind']}>{word(`relations.events.${event.kind}`, { count: event.count })} </span>
      )}
      {name === null ? (
        text
      ) : (
        <RecordLink name={name} id={event.id}>
          {text}
        </RecordLink>
      )}
      <div className={styles['quiet']}>{detailText(event, tools)}</div>
    </div>
  );
}

/** The second fact of an event: a type by its name, a state by its word, other text as it is. */
function detailText({ kind, detail }: Event, tools: Tools): string {
  switch (kind) {
    case 'agreementSigned':
    case 'agreementEnded':
      return tools.nameOf('agreementTypes', detail);
    case 'placements':
      return tools.nameOf('practiceTypes', detail);
    case 'evaluations':
      return tools.word(`states.evaluationSide.${detail}`);
    case 'requestDecided':
      return tools.word(`states.request.${detail}`);
    default:
      return detail;
  }
}
