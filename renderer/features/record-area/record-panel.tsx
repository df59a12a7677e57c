import { ActionIcon, Menu, Tabs, Tooltip } from '@mantine/core';
import {
  IconArrowsDiagonal,
  IconArrowsDiagonalMinimize2,
  IconCopy,
  IconDots,
  IconTrash,
  IconX,
} from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { AnyRecord } from '#renderer/api/records.ts';
import { runCommand } from '#renderer/api/use-command.ts';
import { useProcedure } from '#renderer/api/use-query.ts';
import { showDone } from '#renderer/state/notices.ts';
import { EmptyState, ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import { StatusBadge } from '#renderer/ui/status-badge.tsx';
import { useRecordDrop } from '../attachments/use-record-drop.tsx';
import { ChangeList } from '../history/change-list.tsx';
import type { AreaDescriptor, Tools } from './descriptor.ts';
import { EditableField } from './editable-field.tsx';
import { MoveMenu } from './move-menu.tsx';
import { openSimilar } from './open-similar.ts';
import { extraTabsOf, RecordActions } from './record-actions.tsx';
import styles from './record-panel.module.css';
import { RelatedList } from './related-list.tsx';
import { type BarTab, TabBar } from './tab-bar.tsx';

type Props = {
  readonly area: AreaDescriptor;
  readonly id: string;
  readonly tools: Tools;
  readonly tab: string;
  readonly full: boolean;
  readonly onTab: (tab: string) => void;
  readonly onFull: (() => void) | null;
  readonly onClose: () => void;
  /** Called with the id of a copy that was made. */
  readonly onOpen: (id: string) => void;
  /** Goes on to the next record of the list, after what was typed is saved. */
  readonly onNext?: (() => void) | undefined;
};

type Move = { readonly to: string; readonly needsReason: boolean };

/** One record: title line, facts to edit in place, what belongs to it, and its history. */
export function RecordPanel(props: Props) {
  const { area, id, tools } = props;
  const query = useProcedure<AnyRecord>(`${area.name}.get`, { id });
  const detail = query.data?.id === id ? query.data : undefined;
  if (query.problem) {
    return (
      <section className={styles['panel']} aria-label={tools.t('records.record')}>
        <div className={styles['bar']}>
          <span className={styles['space']} />
          <CloseButton {...props} />
        </div>
        {query.problem.code === 'notFound' ? (
          <EmptyState title={tools.t('records.notFound')} help={tools.t('records.notFoundHelp')} />
        ) : (
          <ErrorNotice problem={query.problem} onRetry={query.refresh} />
        )}
      </section>
    );
  }
  if (!detail) {
    return (
      <section className={styles['panel']} aria-label={tools.t('records.record')}>
        <Skeleton rows={8} />
      </section>
    );
  }
  return <LoadedPanel key={id} {...props} detail={detail} />;
}

function LoadedPanel({ detail, ...props }: Props & { readonly detail: AnyRecord }) {
  const { area, tools, tab, onTab } = props;
  const { t, word } = tools;
  const heading = useRef<HTMLHeadingElement>(null);
  const title = area.title(detail, tools);
  const badge = area.badge?.(detail);
  const facts = area.facts?.(detail, tools).filter(fact => fact !== '') ?? [];
  const moves = (detail['moves'] as readonly Move[] | undefined) ?? [];
  const { Notice } = area;
  const extra = extraTabsOf(area.name);
  const tabs: readonly BarTab[] = [
    { key: 'facts', title: t('records.facts') },
    ...extra.map(known => ({ key: known.key, title: known.title(tools) })),
    ...area.tabs.map(related => ({
      key: related.key,
      title: word(`areas.tabs.${related.key}`),
      count: related.count?.(detail) ?? undefined,
    })),
    { key: 'history', title: t('records.historyTab') },
  ];
  const shown = tabs.some(({ key }) => key === tab) ? tab : 'facts';
  const drop = useRecordDrop({ entity: area.entity, entityId: detail.id }, tools);
  useEffect(() => {
    if (props.full) heading.current?.focus();
  }, [props.full]);

  const remove = async (): Promise<void> => {
    const result = await runCommand(`${area.name}.remove`, { id: detail.id, revision: detail.revision });
    if (!result.ok) return;
    showDone(t('actions.removed', { entity: word(`entities.${area.entity}`), title }), true);
    props.onClose();
  };
  const copy = (): void => openSimilar(area, detail, props.onOpen);
  return (
    <section className={styles['panel']} aria-label={title} data-full={props.full || undefined} {...drop.handlers}>
      {drop.curtain}
      <header className={styles['title']}>
        <div className={styles['bar']}>
          {badge && <StatusBadge kind={badge.kind} value={badge.value} />}
          <span className={styles['space']} />
          <Menu>
            <Menu.Target>
              <ActionIcon aria-label={t('records.actions')}>
                <IconDots size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconCopy size={16} />} onClick={copy}>
                {t('records.duplicate')}
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => void remove()}>
                {t('records.remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
          {props.onFull && (
            <Tooltip label={props.full ? t('records.openSide') : t('records.openFull')}>
              <ActionIcon
                aria-label={props.full ? t('records.openSide') : t('records.openFull')}
                onClick={props.onFull}
              >
                {props.full ? <IconArrowsDiagonalMinimize2 size={16} /> : <IconArrowsDiagonal size={16} />}
              </ActionIcon>
            </Tooltip>
          )}
          <CloseButton {...props} />
        </div>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {facts.length > 0 && <p className={styles['summary']}>{facts.join(' · ')}</p>}
        <div className={styles['mainActions']}>
          <RecordActions area={area} detail={detail} tools={tools} />
          {area.moves && (
            <MoveMenu area={area} tools={tools} moves={moves} items={() => [detail]} label={t('records.move')} />
          )}
        </div>
      </header>
      {Notice && <Notice detail={detail} tools={tools} />}
      <Tabs
        value={shown}
        onChange={next => onTab(next ?? 'facts')}
        keepMounted={false}
        className={styles['tabs'] ?? ''}
      >
        <TabBar tabs={tabs} shown={shown} onTab={onTab} tools={tools} />
        <Tabs.Panel value="facts" className={styles['body'] ?? ''}>
          {area.sections.map(section => (
            <section key={section.title} className={styles['section']}>
              <h2>{word(`areas.sections.${section.title}`)}</h2>
              <div className={styles['facts']}>
                {section.fields.map(field => (
                  <EditableField
                    key={field.name}
                    area={area}
                    descriptor={field}
                    detail={detail}
                    tools={tools}
                    onNext={props.onNext}
                  />
                ))}
              </div>
            </section>
          ))}
        </Tabs.Panel>
        {extra.map(({ key, Panel }) => (
          <Tabs.Panel key={key} value={key} className={styles['body'] ?? ''}>
            <Panel area={area} detail={detail} tools={tools} />
          </Tabs.Panel>
        ))}
        {area.tabs.map(related => (
          <Tabs.Panel key={related.key} value={related.key} className={styles['body'] ?? ''}>
            <RelatedTab related={related} detail={detail} tools={tools} owner={title} />
          </Tabs.Panel>
        ))}
        <Tabs.Panel value="history" className={styles['body'] ?? ''}>
          <ChangeList tools={tools} entity={area.entity} entityId={detail.id} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}

type RelatedProps = {
  readonly related: AreaDescriptor['tabs'][number];
  readonly detail: AnyRecord;
  readonly tools: Tools;
  readonly owner: string;
};

function RelatedTab({ related, detail, tools, owner }: RelatedProps) {
  return (
    <RelatedList
      name={related.name}
      filter={related.filter(detail)}
      given={related.given?.(detail) ?? null}
      without={related.without ?? nothing}
      tools={tools}
      owner={owner}
    />
  );
}

const nothing: readonly string[] = [];

function CloseButton({ tools, onClose }: Props) {
  return (
    <Tooltip label={`${tools.t('records.close')} (Esc)`}>
      <ActionIcon aria-label={tools.t('records.close')} onClick={onClose}>
        <IconX size={18} />
      </ActionIcon>
    </Tooltip>
  );
}
