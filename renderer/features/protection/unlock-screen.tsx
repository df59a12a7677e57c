import { Button } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { api, queryCache } from '#renderer/api/client.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { LanguageSwitch } from '#renderer/app/language-switch.tsx';
import { useLock } from '#renderer/state/lock.ts';
import type { Language } from '#shared/locale/language.ts';
import { problemText } from '#shared/text/translator.ts';
import styles from './protection.module.css';
import { SecretField } from './secret-field.tsx';

type Props = { readonly onLanguage: (language: Language) => void };

/** Escape closes no dialog behind, and no shortcut reaches it: what was typed there must be there afterwards. */
const keepHere = (event: KeyboardEvent): void => event.stopPropagation();

/** Asks for the password, or for the recovery code. A wrong one is told in one sentence, whatever was wrong. */
export function UnlockScreen({ onLanguage }: Props) {
  const { t } = useLanguage();
  const [secret, setSecret] = useState('');
  const [byCode, setByCode] = useState(false);
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [before] = useState(() => document.activeElement);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.documentElement.dataset['locked'] = '';
    input.current?.focus();
    return () => {
      delete document.documentElement.dataset['locked'];
      window.setTimeout(() => before instanceof HTMLElement && before.isConnected && before.focus(), 0);
    };
  }, [before]);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (secret === '' || running) return input.current?.focus();
    setRunning(true);
    setError(null);
    const result = await api('protection.unlock', byCode ? { code: secret } : { password: secret });
    setRunning(false);
    if (result.ok) {
      setSecret('');
      useLock.getState().unlock();
      queryCache.reset();
      return;
    }
    setError(problemText(t, result.error));
    window.setTimeout(() => {
      input.current?.focus();
      input.current?.select();
    }, 0);
  };
  const turn = (): void => {
    setByCode(!byCode);
    setSecret('');
    setError(null);
    input.current?.focus();
  };
  return (
    <main className={styles['page']} data-unlock="" onKeyDown={keepHere}>
      <div className={styles['column']}>
        <div className={styles['head']}>
          <span>Seriktes</span>
          <LanguageSwitch onLanguage={onLanguage} />
        </div>
        <form className={styles['form']} onSubmit={event => void send(event)}>
          <h1 className={styles['title']}>{t('protection.unlockTitle')}</h1>
          <SecretField
            inputRef={input}
            label={t(byCode ? 'protection.code' : 'protection.password')}
            value={secret}
            onChange={value => {
              setSecret(value);
              setError(null);
            }}
            error={error}
            autoComplete="current-password"
          />
          <div className={styles['actions']}>
            <Button type="submit" loading={running} data-mantine-stop-propagation="true">
              {t('protection.unlock')}
            </Button>
            <Button variant="subtle" onClick={turn} data-mantine-stop-propagation="true">
              {t(byCode ? 'protection.byPassword' : 'protection.byCode')}
            </Button>
          </div>
          {byCode && <p className={styles['help']}>{t('protection.forgotten')}</p>}
        </form>
      </div>
    </main>
  );
}
