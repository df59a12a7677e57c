import { Button, TextInput } from '@mantine/core';
import { useLanguage } from '#renderer/app/language.tsx';
import { checkIdentifier } from '#shared/domain/identifiers.ts';
import styles from './fields.module.css';
import { type InputProps, inputAttributes } from './input-props.ts';

/** БИН or ИИН, checked while it is typed; lost zeros are offered back with one press. */
export function IdentifierField(props: InputProps<string | null>) {
  const { value, onChange, error } = props;
  const { t } = useLanguage();
  const check = checkIdentifier(value ?? '');
  const message =
    check.kind === 'length'
      ? t('validation.binLength', { count: check.length })
      : check.kind === 'not-digits'
        ? t('validation.binCharacters')
        : check.kind === 'check-digit'
          ? t('validation.checkDigit')
          : undefined;
  return (
    <div>
      <TextInput
        {...inputAttributes(props)}
        value={value ?? ''}
        inputMode="numeric"
        spellCheck={false}
        descriptionProps={{ className: styles['doubt'] ?? '' }}
        classNames={{ input: styles['numbers'] ?? '' }}
        error={error ?? (check.kind === 'not-digits' ? message : null)}
        description={error || check.kind === 'not-digits' ? null : message}
        onChange={event => onChange(event.currentTarget.value, null)}
      />
      {check.kind === 'padded' && (
        <div className={styles['offer']}>
          <span>{t('validation.repairOffer', { value: check.value })}</span>
          <Button variant="subtle" size="compact-xs" onClick={() => onChange(check.value, null)}>
            {t('validation.repair')}
          </Button>
        </div>
      )}
    </div>
  );
}
