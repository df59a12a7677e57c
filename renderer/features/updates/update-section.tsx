import { Button } from '@mantine/core';
import { useState } from 'react';
import { runCommand, useCommand } from '#renderer/api/use-command.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { showDone } from '#renderer/state/notices.ts';
import type { Output } from '#shared/contract/index.ts';
import styles from '../backup/backup.module.css';

type Found = Output<'updates.check'> & { readonly path: string };

/** A new version from a file: chosen, checked, then installed after a backup. */
export function UpdateSection() {
  const { t, locale } = useLanguage();
  const check = useCommand('updates.check');
  const install = useCommand('updates.install');
  const [found, setFound] = useState<Found | null>(null);
  const choose = async (): Promise<void> => {
    setFound(null);
    const chosen = await runCommand<Output<'files.choose'>>('files.choose', { purpose: 'update' });
    const path = chosen.ok ? chosen.value.path : null;
    if (path === null) return;
    const checked = await check.run({ path });
    if (checked.ok) setFound({ ...checked.value, path });
  };
  const start = async ({ path }: Found): Promise<void> => {
    const result = await install.run({ path });
    if (!result.ok) return;
    setFound(null);
    const { version, started } = result.value;
    showDone(t(started ? 'updates.started' : 'updates.shown', { version }));
  };
  return (
    <section className={styles['section']}>
      <h3>{t('updates.title')}</h3>
      <p className={styles['help']}>{t('updates.help')}</p>
      {found === null ? (
        <div className={styles['actions']}>
          <Button variant="default" loading={check.running} onClick={() => void choose()}>
            {t('updates.choose')}
          </Button>
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
