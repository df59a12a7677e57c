import { Button } from '@mantine/core';
import { useState } from 'react';
import { runCommand, useCommand } from '#renderer/api/use-command.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { useSettings } from '#renderer/app/use-settings.ts';
import { showDone } from '#renderer/state/notices.ts';
import type { Output } from '#shared/contract/index.ts';
import styles from '../backup/backup.module.css';

type Found = Output<'updates.check'> & { readonly path: string };

/** A new version from a file or from the folder of the college: found, checked, then installed after a backup. */
export function UpdateSection() {
  const { t, locale } = useLanguage();
  const check = useCommand('updates.check');
  const look = useCommand('updates.look');
  const use = useCommand('updates.useFolder');
  const install = useCommand('updates.install');
  const folder = useSettings().updateFolder ?? '';
  const [found, setFound] = useState<Found | null>(null);
  const choose = async (): Promise<void> => {
    setFound(null);
    const chosen = await runCommand<Output<'files.choose'>>('files.choose', { purpose: 'update' });
    const path = chosen.ok ? chosen.value.path : null;
    if (path === null) return;
    const checked = await check.run({ path });
    if (checked.ok) setFound({ ...checked.value, path });
  };
  const lookInFolder = async (): Promise<void> => {
    const looked = await look.run({});
    if (!looked.ok) return;
    setFound(looked.value.found);
    if (looked.value.found === null) showDone(t('updates.none'));
  };
  const chooseFolder = async (): Promise<void> => {
    const chosen = await runCommand<Output<'files.choose'>>('files.choose', { purpose: 'folder' });
    if (chosen.ok && chosen.value.path !== null) await use.run({ folder: chosen.value.path });
  };
  const start = async ({ path }: Found): Promise<void> => {
    const result = await install.run({ path });
    if (!result.ok) return;
    setFound(null);
    const { version, started } = result.value;
    showDone(t(started ? 'updates.started' : 'updates.shown', { version }));
  };
  return (
    <section className={styles['section']} data-setting="updateFolder">
      <h3>{t('updates.title')}</h3>
      <p className={styles['help']}>{t('updates.help')}</p>
      {folder !== '' && <p className={styles['path']}>{t('updates.folder', { folder })}</p>}
      {found === null ? (
        <div className={styles['actions']}>
          {folder !== '' && (
            <Button variant="default" loading={look.running} onClick={() => void lookInFolder()}>
              {t('updates.look')}
            </Button>
          )}
          <Button variant="default" loading={check.running} onClick={() => void choose()}>
            {t('updates.choose')}
          </Button>
          <Button variant="subtle" onClick={() => void chooseFolder()}>
            {t('updates.folderChoose')}
          </Button>
          {folder !== '' && (
            <Button variant="subtle" onClick={() => void use.run({ folder: '' })}>
              {t('updates.folderDrop')}
            </Button>
          )}
        </div>
      ) : (
        <>
          <p>{t('updates.found', { version: found.version, date: locale.date(found.releasedOn) })}</p>
          <p>{t('updates.checked', { name: found.name, size: locale.fileSize(found.bytes) })}</p>
          <div className={styles['actions']}>
            <Button loading={install.running} onClick={() => void start(found)}>
              {t('updates.install')}
            </Button>
            <Button variant="subtle" disabled={install.running} onClick={() => setFound(null)}>
              {t('updates.cancel')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
