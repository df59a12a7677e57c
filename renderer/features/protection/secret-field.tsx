import { PasswordInput } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { type KeyboardEvent, type Ref, useState } from 'react';
import { useLanguage } from '#renderer/app/language.tsx';
import styles from './protection.module.css';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | null;
  readonly help?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly autoComplete?: 'current-password' | 'new-password';
};

/** A password that can be looked at while it is typed; says when Caps Lock is on. */
export function SecretField({ label, value, onChange, error, help, inputRef, autoComplete }: Props) {
  const { t } = useLanguage();
  const [capitals, setCapitals] = useState(false);
  const look = (event: KeyboardEvent): void => setCapitals(event.getModifierState('CapsLock'));
  return (
    <div>
      <PasswordInput
        {...(inputRef === undefined ? {} : { ref: inputRef })}
        label={label}
        description={help}
        value={value}
        error={error}
        onChange={event => onChange(event.currentTarget.value)}
        onKeyDown={look}
        onKeyUp={look}
        onBlur={() => setCapitals(false)}
        autoComplete={autoComplete ?? 'off'}
        spellCheck={false}
        maxLength={1000}
        data-mantine-stop-propagation="true"
        visibilityToggleButtonProps={{ 'aria-label': t('protection.show'), tabIndex: 0, 'aria-hidden': false }}
      />
      <p className={styles['capitals']} role="status">
        {capitals && (
          <>
            <IconKeyboard size={16} aria-hidden /> {t('protection.capitals')}
          </>
        )}
      </p>
    </div>
  );
}
