import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '#renderer/app/language.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { Problem, Result } from '#shared/result.ts';
import { fieldProblemText, problemText } from '#shared/text/translator.ts';
import styles from './protection.module.css';
import { SecretField } from './secret-field.tsx';

type Typed = { readonly password: string; readonly next: string };
type Props = {
  readonly title: string;
  readonly help: string;
  readonly action: string;
  /** Asks for the present password, for a new one twice, or for both. */
  readonly asks: 'present' | 'new' | 'both';
  readonly submit: (typed: Typed) => Promise<Result<unknown>>;
  readonly onClose: () => void;
  /** The name of the first field where it is another password than this college's. */
  readonly presentLabel?: string;
};

const shortest = 8;

/** Asks for passwords; what is wrong stands beside its field, and nothing typed is lost. */
export function PasswordDialog({ title, help, action, asks, submit, onClose, presentLabel }: Props) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState({ password: '', next: '', again: '' });
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<Problem | null>(null);
  const set = (name: keyof typeof typed) => (value: string) => {
    setTyped(present => ({ ...present, [name]: value }));
    setProblems({});
    setFailure(null);
  };
  const find = (): Record<string, string> => {
    const found: Record<string, string> = {};
    if (asks !== 'new' && typed.password === '') found['password'] = 'required';
    if (asks !== 'present' && typed.next.length < shortest) found['next'] = 'passwordShort';
    else if (asks !== 'present' && typed.next !== typed.again) found['again'] = 'passwordsDiffer';
    return found;
  };
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = find();
    setProblems(found);
    if (Object.keys(found).length > 0 || running) return;
    setRunning(true);
    const result = await submit({ password: typed.password, next: typed.next });
    setRunning(false);
    if (result.ok) return onClose();
    if (result.error.code === 'wrongPassword') setProblems({ password: 'passwordWrong' });
    else setFailure(result.error);
  };
  const say = (name: string): string | null =>
    problems[name] === undefined ? null : fieldProblemText(t, problems[name]);
  return (
    <Dialog title={title} size={480} onClose={running ? null : onClose}>
      <form className={styles['form']} onSubmit={event => void send(event)}>
        <p className={styles['help']}>{help}</p>
        {asks !== 'new' && (
          <SecretField
            label={presentLabel ?? t(asks === 'both' ? 'protection.present' : 'protection.password')}
            value={typed.password}
            onChange={set('password')}
            error={say('password')}
            autoComplete="current-password"
          />
        )}
        {asks !== 'present' && (
          <>
            <SecretField
              label={t('protection.next')}
              help={t('protection.nextHelp')}
              value={typed.next}
              onChange={set('next')}
              error={say('next')}
              autoComplete="new-password"
            />
            <SecretField
              label={t('protection.again')}
              value={typed.again}
              onChange={set('again')}
              error={say('again')}
              autoComplete="new-password"
            />
          </>
        )}
        {failure && <p role="alert">{problemText(t, failure)}</p>}
        <div className={styles['actions']}>
          <Button variant="default" disabled={running} onClick={onClose}>
            {t('records.cancel')}
          </Button>
          <Button type="submit" loading={running}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
