import { Menu } from '@mantine/core';
import { IconCheckbox, IconCopy, IconCopyPlus, IconEdit, IconPaperclip, IconTrash } from '@tabler/icons-react';
import type { AnyRecord } from '#renderer/api/records.ts';
import { chooseFile } from '../attachments/attach.ts';
import type { AreaDescriptor, Tools } from './descriptor.ts';
import styles from './list-edit.module.css';

export type RowMenuAt = { readonly row: AnyRecord; readonly x: number; readonly y: number };

type Props = {
  readonly area: AreaDescriptor;
  readonly tools: Tools;
  readonly at: RowMenuAt;
  /** Rows that copying and removing are about. */
  readonly count: number;
  readonly onOpen: () => void;
  readonly onSelect: () => void;
  readonly onCopy: () => void;
  readonly onSimilar: () => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
};

/** What can be done with a row, under the right button of the mouse, Shift+F10 or the menu key. */
export function RowMenu({ area, tools, at, count, onClose, ...act }: Props) {
  const { t } = tools;
  const several = count > 1 ? ` (${count})` : '';
  return (
    <Menu
      opened
      onClose={onClose}
      position="bottom-start"
      withinPortal
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      trapFocus
      width={290}
    >
      <Menu.Target>
        <span className={styles['anchor']} style={{ left: at.x, top: at.y }} aria-hidden="true" />
      </Menu.Target>
      <Menu.Dropdown aria-label={t('lists.rowMenu', { title: area.columns[0]?.text(at.row, tools) ?? '' })}>
        <Menu.Item
          leftSection={<IconEdit size={16} aria-hidden="true" />}
          rightSection={<kbd className={styles['menuKey']}>Enter</kbd>}
          onClick={act.onOpen}
        >
          {t('records.open')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCheckbox size={16} aria-hidden="true" />}
          rightSection={<kbd className={styles['menuKey']}>{t('lists.keySpace')}</kbd>}
          onClick={act.onSelect}
        >
          {t('lists.rowSelect')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCopy size={16} aria-hidden="true" />}
          rightSection={<kbd className={styles['menuKey']}>Ctrl+C</kbd>}
          onClick={act.onCopy}
        >
          {`${t('lists.rowCopy')}${several}`}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCopyPlus size={16} aria-hidden="true" />}
          rightSection={<kbd className={styles['menuKey']}>F9</kbd>}
          onClick={act.onSimilar}
        >
          {t('records.duplicate')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPaperclip size={16} aria-hidden="true" />}
          onClick={() => void chooseFile(tools, { entity: area.entity, entityId: at.row.id })}
        >
          {t('lists.rowAttach')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconTrash size={16} aria-hidden="true" />}
          rightSection={<kbd className={styles['menuKey']}>Del</kbd>}
          onClick={act.onRemove}
        >
          {`${t('records.remove')}${several}`}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
