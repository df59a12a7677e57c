import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { isDictionary, nameOfEntity } from '#renderer/api/records.ts';
import { useCommand } from '#renderer/api/use-command.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { showDone } from '#renderer/state/notices.ts';
import { EmptyState, ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import type { Output } from '#shared/contract/index.ts';
import type { EntityName } from '#shared/contract/procedure.ts';
import { areas } from '../record-area/areas.ts';
import { fieldsOf, type Tools } from '../record-area/descriptor.ts';
import { formatValue } from '../record-area/format-value.ts';
import { RecordLink } from '../record-area/record-link.tsx';
import styles from './history.module.css';
import { labelText, recordTitle, settingValue } from './label-text.ts';

type Change = Output<'audit.list'>['changes'][number];
type Batch = { readonly id: string; readonly changes: readonly Change[] };

/** Changes that were made together, newest first. */
export function batchesOf(changes: readonly Change[]): Batch[] {
  const batches: { id: string; changes: Change[] }[] = [];
  for (const change of changes) {
    const last = batches.at(-1);
    if (last?.id === change.batchId) last.changes.push(change);
    else batches.push({ id: change.batchId, changes: [change] });
  }
  return batches;
}

type Props = {
  readonly tools: Tools;
  /** Limits the list to one record. */
  readonly entity?: EntityName;
  readonly entityId?: string;
};

const page = 100;
const shownOfBatch = 5;

/** Who changed what and when; each action can be taken back. */
export function ChangeList({ tools, entity, entityId }: Props) {
  const { t } = tools;
  const [limit, setLimit] = useState(page);
  const changes = useQuery('audit.list', {
    ...(entity ? { entity } : {}),
    ...(entityId ? { entityId } : {}),
    limit: Math.min(limit, 500),
  });
  if (changes.problem) return <ErrorNotice problem={changes.problem} onRetry={changes.refresh} />;
  if (!changes.data) return <Skeleton rows={5} />;
  if (changes.data.changes.length === 0) return <EmptyState title={t('history.empty')} help={t('history.emptyHelp')} />;
  return (
    <div className={styles['list']}>
      {batchesOf(changes.data.changes).map(batch => (
        <BatchEntry key={batch.id} batch={batch} tools={tools} single={entityId !== undefined} />
      ))}
      {changes.data.more && limit < 500 && (
        <Button variant="default" onClick={() => setLimit(limit + page * 2)}>
          {t('history.more')}
        </Button>
      )}
    </div>
  );
}

type EntryProps = { readonly batch: Batch; readonly tools: Tools; readonly single: boolean };

function BatchEntry({ batch, tools, single }: EntryProps) {
  const { t } = tools;
  const undo = useCommand('history.undo');
  const [all, setAll] = useState(false);
  const [first] = batch.changes;
  if (!first) return null;
  const shown = all ? batch.changes : batch.changes.slice(0, shownOfBatch);
  const take = async (): Promise<void> => {
    const result = await undo.run({ batchId: batch.id });
    if (result.ok) showDone(t('history.undone'), true);
  };
  return (
    <article className={styles['batch']}>
      <header>
        <div>
          <h2>{labelText(tools, first.label, first.kind)}</h2>
          <p>{t('history.by', { actor: first.actor, time: tools.locale.dateTime(first.at) })}</p>
        </div>
        {first.kind !== 'undo' && first.whole && (
          <Tooltip label={t('history.undoBatch')}>
            <ActionIcon aria-label={t('history.undoBatch')} loading={undo.running} onClick={() => void take()}>
              <IconArrowBackUp size={16} />
            </ActionIcon>
          </Tooltip>
        )}
      </header>
      {shown.map(change => (
        <ChangeEntry key={change.seq} change={change} tools={tools} titled={!single || batch.changes.length > 1} />
      ))}
      {batch.changes.length > shown.length && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t('history.records', { count: batch.changes.length })}
        </Button>
      )}
    </article>
  );
}

type ChangeProps = { readonly change: Change; readonly tools: Tools; readonly titled: boolean };

function ChangeEntry({ change, tools, titled }: ChangeProps) {
  const name = nameOfEntity(change.entity);
  const screen = name !== null && !isDictionary(name);
  const word = { insert: 'history.inserted', update: 'history.updated', delete: 'history.deleted' } as const;
  const fields = name ? fieldsOf(areas[name]) : [];
  const write = (field: string, value: unknown): string => {
    const known = fields.find(descriptor => descriptor.name === field)?.field;
    if (value === null || value === undefined || value === '') return '—';
    if (change.entity === 'setting') return settingValue(tools, change.title, value);
    if (field === 'state') return tools.word(`states.${change.entity}.${String(value)}`);
    if (known && known.kind !== 'reference' && known.kind !== 'dictionary') return formatValue(known, value, tools);
    if (Array.isArray(value)) return value.map(item => write(field, item)).join(', ');
    if (typeof value !== 'object') return String(value);
    const named = (key: string): string =>
      tools.hasWord(`fields.${change.entity}.${key}`) ? tools.word(`fields.${change.entity}.${key}`) : key;
    return Object.entries(value)
      .map(([key, part]) => `${named(key)}: ${write(key, part)}`)
      .join('; ');
  };
  const title = change.erased ? tools.t('personalData.mark') : recordTitle(tools, change.entity, change.title);
  return (
    <div className={styles['change']}>
      {titled && (
        <p>
          {tools.word(`entities.${change.entity}`)}{' '}
          {screen && change.action !== 'delete' ? (
            <RecordLink name={name} id={change.entityId}>
              {title}
            </RecordLink>
          ) : (
            <strong>{title}</strong>
          )}{' '}
          <span className={styles['quiet']}>{tools.t(word[change.action])}</span>
        </p>
      )}
      {change.erased && <p className={styles['quiet']}>{tools.t('personalData.erasedLine')}</p>}
      {change.action === 'update' && !change.erased && (
        <dl className={styles['fields']}>
          {change.fields.map(field => (
            <div key={field.field}>
              {change.entity !== 'setting' && <dt>{tools.word(`fields.${change.entity}.${field.field}`)}</dt>}
              <dd>
                <del>{write(field.field, field.before)}</del>
                <span aria-hidden="true"> → </span>
                <ins>{write(field.field, field.after)}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
