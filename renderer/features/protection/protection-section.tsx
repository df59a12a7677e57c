import { Button } from '@mantine/core';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { useLock } from '#renderer/state/lock.ts';
import { showDone } from '#renderer/state/notices.ts';
import { Skeleton } from '#renderer/ui/messages.tsx';
import { CodeDialog } from './code-dialog.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import styles from './protection.module.css';
import { TurnOn } from './turn-on.tsx';

type Asked = 'off' | 'change' | 'code' | null;

/** Whether a recovery code was typed where a password is asked for: whoever has forgotten one has the other. */
const looksLikeCode = (text: string): boolean => text.replace(/[^0-9A-Za-z]/gu, '').length === 25;

/** The password of the college: on, off, another one, another recovery code, and the lock. */
export function ProtectionSection() {
  const { t } = useLanguage();
  const { data, refresh } = useQuery('protection.state', {});
  const [asked, setAsked] = useState<Asked>(null);
  const [code, setCode] = useState<string | null>(null);
  if (data === undefined) return <Skeleton rows={3} />;
  const close = (): void => setAsked(null);
  const lockNow = async (): Promise<void> => {
    const result = await api('protection.lock', {});
    if (result.ok) useLock.getState().lock();
  };
  const turnOff = async (password: string) => {
    const result = await api('protection.turnOff', { password });
    if (result.ok) {
      showDone(t('protection.turnedOff'));
      refresh();
    }
    return result;
  };
  const change = async (password: string, next: string) => {
    const byPassword = await api('protection.changePassword', { password, next });
    const forgotten = !byPassword.ok && byPassword.error.code === 'wrongPassword' && looksLikeCode(password);
    const result = forgotten ? await api('protection.changePassword', { code: password, next }) : byPassword;
    if (result.ok) showDone(t('protection.changed'));
    return result;
  };
  const renew = async (password: string) => {
    const result = await api('protection.renewCode', { password });
    if (result.ok) setCode(result.value.code);
    return result;
  };
  return (
    <div className={styles['form']}>
      <p className={styles['help']}>{t(data.state === 'off' ? 'protection.offHelp' : 'protection.onHelp')}</p>
      <ul className={styles['lines']}>
        <li>{t('protection.whatClosed')}</li>
        <li>{t('protection.whatOpen')}</li>
        <li>{t('protection.forgotten')}</li>
      </ul>
      {data.state === 'off' ? (
        <TurnOn onDone={refresh} />
      ) : (
        <div className={styles['actions']}>
          <Button onClick={() => void lockNow()}>{t('protection.lockNow')}</Button>
          <Button variant="default" onClick={() => setAsked('change')}>
            {t('protection.change')}
          </Button>
          <Button variant="default" onClick={() => setAsked('code')}>
            {t('protection.renewCode')}
          </Button>
          <Button variant="default" onClick={() => setAsked('off')}>
            {t('protection.turnOff')}
          </Button>
        </div>
      )}
      {asked === 'off' && (
        <PasswordDialog
          title={t('protection.turnOff')}
          help={t('protection.turnOffHelp')}
          action={t('protection.turnOff')}
          asks="present"
          submit={({ password }) => turnOff(password)}
          onClose={close}
        />
      )}
      {asked === 'change' && (
        <PasswordDialog
          title={t('protection.change')}
          help={t('protection.changeHelp')}
          action={t('protection.change')}
          asks="both"
          presentLabel={t('protection.either')}
          submit={({ password, next }) => change(password, next)}
          onClose={close}
        />
      )}
      {asked === 'code' && (
        <PasswordDialog
          title={t('protection.renewCode')}
          help={t('protection.renewHelp')}
          action={t('protection.renewCode')}
          asks="present"
          submit={({ password }) => renew(password)}
          onClose={close}
        />
      )}
      {code !== null && <CodeDialog code={code} onClose={() => setCode(null)} />}
    </div>
  );
}
