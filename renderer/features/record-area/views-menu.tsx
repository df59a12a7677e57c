import { ActionIcon, Button, Menu, TextInput, Tooltip } from '@mantine/core';
import { IconBookmark, IconBookmarkFilled, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { RecordName } from '#renderer/api/records.ts';
import { runCommand } from '#renderer/api/use-command.ts';
import { emptyList, useLists } from '#renderer/state/lists.ts';
import { showDone } from '#renderer/state/notices.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { Tools } from './descriptor.ts';
import { fieldMessage } from './field-problem.ts';
import { applyView, contentOf, isShown, leaveView, type SavedView, useListViews } from './list-views.ts';
import styles from './record-area.module.css';

type Props = { readonly name: RecordName; readonly tools: Tools; readonly handed: boolean };

/** The saved views of a list: choosing one, keeping the present look under a name, changing and removing. */
export function ViewsMenu({ name, tools, handed }: Props) {
  const { t } = tools;
  const views = useListViews(name, handed);
  const state = useLists(lists => lists.states[name]) ?? emptyList;
  const layout = useLists(lists => lists.layouts[name]);
  const [naming, setNaming] = useState<'new' | SavedView | null>(null);
  const content = contentOf(state, layout);
  const current = views.find(view => view.id === state.view);
  const changed = current !== undefined && !isShown(current, content);
  const label = current ? (changed ? t('lists.viewChanged', { name: current.name }) : current.name) : '';

  const change = async (view: SavedView, patch: Partial<SavedView>): Promise<void> => {
    const result = await runCommand('savedViews.update', { id: view.id, revision: view.revision, patch });
    if (result.ok) showDone(t('actions.updated', { entity: t('entities.savedView'), title: view.name }), true);
  };
  const remove = async (view: SavedView): Promise<void> => {
    const result = await runCommand('savedViews.remove', { id: view.id, revision: view.revision });
    if (result.ok) showDone(t('actions.removed', { entity: t('entities.savedView'), title: view.name }), true);
  };
  return (
    <>
      <Menu position="bottom-end" withinPortal width={320}>
        <Menu.Target>
          {current ? (
            <Button
              className={styles['view'] ?? ''}
              variant="light"
              aria-label={t('lists.view', { name: label })}
              leftSection={<IconBookmarkFilled size={14} aria-hidden="true" />}
            >
              {label}
            </Button>
          ) : (
            <Tooltip label={t('lists.views')}>
              <ActionIcon variant="default" size={30} aria-label={t('lists.views')}>
                <IconBookmark size={16} />
              </ActionIcon>
            </Tooltip>
          )}
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{views.length === 0 ? t('lists.viewsNone') : t('lists.views')}</Menu.Label>
          {views.map(view => (
            <Menu.Item
              key={view.id}
              leftSection={<IconCheck size={14} aria-hidden="true" opacity={view.id === current?.id ? 1 : 0} />}
              rightSection={view.isDefault && <span className={styles['viewNote']}>{t('lists.viewOpensWith')}</span>}
              onClick={() => applyView(name, view)}
            >
              {view.name}
            </Menu.Item>
          ))}
          {current && <Menu.Item onClick={() => leaveView(name)}>{t('lists.viewPlain')}</Menu.Item>}
          <Menu.Divider />
          <Menu.Item onClick={() => setNaming('new')}>{t('lists.viewSave')}</Menu.Item>
          {current && changed && (
            <Menu.Item onClick={() => void change(current, content)}>
              {t('lists.viewUpdate', { name: current.name })}
            </Menu.Item>
          )}
          {current && (
            <>
              <Menu.Item onClick={() => setNaming(current)}>{t('lists.viewRename')}</Menu.Item>
              <Menu.Item onClick={() => void change(current, { isDefault: !current.isDefault })}>
                {current.isDefault ? t('lists.viewNotDefault') : t('lists.viewDefault')}
              </Menu.Item>
              <Menu.Item onClick={() => void remove(current)}>
                {t('lists.viewRemove', { name: current.name })}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {naming !== null && (
        <NameDialog
          tools={tools}
          title={naming === 'new' ? t('lists.viewSaveTitle') : t('lists.viewRenameTitle')}
          given={naming === 'new' ? '' : naming.name}
          onClose={() => setNaming(null)}
          save={async given => {
            const handled = (problem: { readonly code: string }): boolean => problem.code === 'validation';
            if (naming !== 'new') {
              const request = { id: naming.id, revision: naming.revision, patch: { name: given } };
              const result = await runCommand('savedViews.update', request, { handled });
              return result.ok ? null : (result.error.fields?.['name'] ?? 'form');
            }
            const last = views.reduce((highest, view) => Math.max(highest, view.position), -1);
            const result = await runCommand<{ id: string }>(
              'savedViews.create',
              { list: name, name: given, ...content, position: last + 1, isDefault: false },
              { handled },
            );
            if (!result.ok) return result.error.fields?.['name'] ?? 'form';
            useLists.getState().setState(name, { view: result.value.id });
            showDone(t('actions.created', { entity: t('entities.savedView'), title: given }), true);
            return null;
          }}
        />
      )}
    </>
  );
}

type NameProps = {
  readonly tools: Tools;
  readonly title: string;
  readonly given: string;
  readonly onClose: () => void;
  /** Answers the key of what is wrong with the name, or null when it was saved. */
  readonly save: (name: string) => Promise<string | null>;
};

function NameDialog({ tools, title, given, onClose, save }: NameProps) {
  const { t } = tools;
  const [name, setName] = useState(given);
  const [problem, setProblem] = useState<string | null>(null);
  const [running, setRunning] = useState(false);
  const submit = async (): Promise<void> => {
    const wanted = name.trim();
    if (wanted === '') return setProblem('required');
    setRunning(true);
    const found = await save(wanted);
    setRunning(false);
    if (found === null) onClose();
    else setProblem(found);
  };
  return (
    <Dialog title={title} size={460} onClose={onClose}>
      <form
        noValidate
        onSubmit={event => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextInput
          data-autofocus
          label={t('lists.viewName')}
          description={t('lists.viewHelp')}
          value={name}
          maxLength={80}
          error={problem && fieldMessage(tools, problem)}
          onChange={event => {
            setName(event.currentTarget.value);
            setProblem(null);
          }}
        />
        <div className={styles['nameActions']}>
          <Button variant="default" onClick={onClose}>
            {t('records.cancel')}
          </Button>
          <Button type="submit" loading={running}>
            {t('records.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
