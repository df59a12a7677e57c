import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useLanguage } from '#renderer/app/language.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import styles from './protection.module.css';

type Props = { readonly code: string; readonly onClose: () => void };

/** Prints the sheet with the code and nothing else of the window. */
function printCode(): void {
  document.documentElement.dataset['printCode'] = '';
  window.print();
  delete document.documentElement.dataset['printCode'];
}

/** Shows the recovery code, this once. */
export function CodeDialog({ code, onClose }: Props) {
  const { t } = useLanguage();
  const [kept, setKept] = useState(false);
  return (
    <Dialog title={t('protection.codeTitle')} size={560} onClose={null}>
      <div className={styles['form']}>
        <div className={`${styles['paper']} ${styles['form']}`}>
          <p className={styles['help']}>{t('protection.codeHelp')}</p>
          <output className={styles['code']} aria-label={t('protection.code')}>
            {code}
          </output>
        </div>
        <Checkbox
          label={t('protection.codeKept')}
          checked={kept}
          onChange={event => setKept(event.currentTarget.checked)}
        />
        <div className={styles['actions']}>
          <Button disabled={!kept} onClick={onClose}>
            {t('protection.codeDone')}
          </Button>
          <Button variant="default" onClick={printCode}>
            {t('protection.codePrint')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
