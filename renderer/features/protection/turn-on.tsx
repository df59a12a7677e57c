import { Button } from '@mantine/core';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { CodeDialog } from './code-dialog.tsx';
import { PasswordDialog } from './password-dialog.tsx';

type Props = { readonly onDone: () => void };

/** Sets a password and then shows the recovery code. */
export function TurnOn({ onDone }: Props) {
  const { t } = useLanguage();
  const [asked, setAsked] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const turnOn = async (password: string) => {
    const result = await api('protection.turnOn', { password });
    if (result.ok) setCode(result.value.code);
    return result;
  };
  const done = (): void => {
    setCode(null);
    onDone();
  };
  return (
    <div>
      <Button variant="default" onClick={() => setAsked(true)}>
        {t('protection.turnOn')}
      </Button>
      {asked && (
        <PasswordDialog
          title={t('protection.turnOn')}
          help={t('protection.turnOnHelp')}
          action={t('protection.turnOn')}
          asks="new"
          submit={({ next }) => turnOn(next)}
          onClose={() => setAsked(false)}
        />
      )}
      {code !== null && <CodeDialog code={code} onClose={done} />}
    </div>
  );
}
