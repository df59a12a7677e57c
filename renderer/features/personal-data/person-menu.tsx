import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconEraser, IconFileText, IconUserShield } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand } from '#renderer/api/use-command.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { showDone, showProblem } from '#renderer/state/notices.ts';
import type { PersonKind } from '#shared/contract/personal-data.ts';
import { extendArea, type RecordActionsProps } from '../record-area/record-actions.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import styles from './personal-data.module.css';

/** On the record of a person: what is stored about them, and its erasure. */
function PersonMenu({ detail, tools, entity }: RecordActionsProps & { readonly entity: PersonKind }) {
  const { t, locale } = tools;
  const erasure = useQuery('personalData.of', { entity, id: detail.id }).data?.erasure ?? null;
  const write = useCommand('personalData.export');
  const open = useCommand('files.open');
  const [asked, setAsked] = useState(false);
  const save = async (): Promise<void> => {
    const result = await write.run({ entity, id: detail.id });
    if (!result.ok) return;
    showDone(t('personalData.exported', { name: result.value.name }));
    const opened = await open.run({ path: result.value.path }, { handled: () => true });
    if (!opened.ok && opened.error.code !== 'refused') showProblem(opened.error);
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Tooltip label={t('personalData.menu')}>
            <ActionIcon variant="default" size={32} loading={write.running} aria-label={t('personalData.menu')}>
              <IconUserShield size={16} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconFileText size={16} />} onClick={() => void save()}>
            {t('personalData.export')}
          </Menu.Item>
          {erasure === null && (
            <Menu.Item leftSection={<IconEraser size={16} />} onClick={() => setAsked(true)}>
              {t('personalData.erase')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {erasure !== null && (
        <p className={styles['notice']} role="status">
          {erasure.purgedOn === null
            ? t('personalData.erasedNotice', { on: locale.date(erasure.erasedOn) })
            : t('personalData.purgedNotice', {
                on: locale.date(erasure.erasedOn),
                purged: locale.date(erasure.purgedOn),
              })}
        </p>
      )}
      {asked && <EraseDialog people={[{ entity, id: detail.id }]} ground="request" onClose={() => setAsked(false)} />}
    </>
  );
}

const OfStudent = (props: RecordActionsProps) => <PersonMenu {...props} entity="student" />;
const OfContact = (props: RecordActionsProps) => <PersonMenu {...props} entity="contact" />;

/** Puts the data of the person and their erasure on students and contacts. */
export function offerPersonalData(): void {
  extendArea('students', 'personalData', { Record: OfStudent });
  extendArea('contacts', 'personalData', { Record: OfContact });
}
