import { Button } from '@mantine/core';
import { IconCopyCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from '#renderer/api/use-query.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { Tools } from '../record-area/descriptor.ts';
import type { AreaToolsProps } from '../record-area/record-actions.tsx';
import styles from './firms.module.css';
import { MergeDialog } from './merge-dialog.tsx';

/** Shown above the list of firms while some of them may be the same. */
export function DuplicatesButton({ tools }: AreaToolsProps) {
  const [open, setOpen] = useState(false);
  const groups = useQuery('firms.duplicates', {}).data ?? [];
  if (groups.length === 0 && !open) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCopyCheck size={16} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {`${tools.t('relations.duplicates')}: ${tools.locale.number(groups.length)}`}
      </Button>
      {open && <DuplicatesDialog tools={tools} onClose={() => setOpen(false)} />}
    </>
  );
}

function DuplicatesDialog({ tools, onClose }: { readonly tools: Tools; readonly onClose: () => void }) {
  const { t, locale } = tools;
  const [pair, setPair] = useState<{ readonly keepId: string; readonly otherId: string } | null>(null);
  const groups = useQuery('firms.duplicates', {}).data ?? [];
  if (pair) return <MergeDialog {...pair} tools={tools} onClose={() => setPair(null)} />;
  return (
    <Dialog title={t('relations.duplicates')} size={760} onClose={onClose}>
      <p className={styles['quiet']}>{t('relations.duplicatesHelp')}</p>
      <ul className={styles['groups']}>
        {groups.map(({ why, firms: [first, ...others] }) =>
          first === undefined ? null : (
            <li key={`${why} ${first.id}`}>
              {[first, ...others].map((firm, index) => (
                <div key={firm.id} className={styles['firm']}>
                  <span>{firm.name}</span>
                  <span className={styles['quiet']}>{[firm.bin, firm.city].filter(Boolean).join(' · ')}</span>
                  <span className={styles['space']} />
                  <span className={styles['quiet']}>
                    {t('relations.mergeRecords', { count: locale.number(firm.references) })}
                  </span>
                  {index > 0 && (
                    <Button
                      variant="default"
                      size="compact-sm"
                      aria-label={t('relations.compareOf', { name: firm.name })}
                      onClick={() => setPair({ keepId: first.id, otherId: firm.id })}
                    >
                      {t('relations.compare')}
                    </Button>
                  )}
                </div>
              ))}
            </li>
          ),
        )}
      </ul>
    </Dialog>
  );
}
