import { Button, Menu } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand } from '#renderer/api/use-command.ts';
import type { Tools } from '../../record-area/descriptor.ts';
import styles from './hours.module.css';

type Props = { readonly ids: readonly string[]; readonly tools: Tools };

const choices = (['kk', 'ru', 'en'] as const).flatMap(language =>
  (['docx', 'pdf'] as const).map(format => ({ language, format })),
);

/** Writes the calculation of hours as a Word file or a PDF, in either language of the papers. */
export function AnnexMenu({ ids, tools }: Props) {
  const { t } = tools;
  const write = useCommand('placements.hoursAnnex');
  const open = useCommand('files.open');
  const [path, setPath] = useState<string | null>(null);
  const run = async ({ language, format }: (typeof choices)[number]): Promise<void> => {
    setPath(null);
    const result = await write.run({ ids: [...ids], language, format });
    if (result.ok) setPath(result.value.path);
  };
  return (
    <>
      {path && (
        <span className={styles['written']} role="status">
          {t('placements.hours.annexDone')}
          <Button variant="subtle" onClick={() => void open.run({ path })}>
            {t('placements.hours.open')}
          </Button>
        </span>
      )}
      <Menu>
        <Menu.Target>
          <Button variant="default" loading={write.running} leftSection={<IconFileText size={14} aria-hidden="true" />}>
            {t('placements.hours.annex')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {choices.map(choice => (
            <Menu.Item key={`${choice.language}-${choice.format}`} onClick={() => void run(choice)}>
              {t(`states.language.${choice.language}`)}, {choice.format === 'docx' ? 'Word' : 'PDF'}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
