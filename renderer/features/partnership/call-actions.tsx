import { Button } from '@mantine/core';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { today } from '#renderer/ui/today.ts';
import { addDays } from '#shared/domain/dates.ts';
import { InteractionDialog } from '../firms/interaction-dialog.tsx';
import type { Tools } from '../record-area/descriptor.ts';
import { FormDialog } from '../record-area/form-dialog.tsx';

type Props = { readonly firmId: string; readonly firm: string; readonly tools: Tools };

/** What can be done about a call where it is asked for: write down that it took place, or put it off. */
export function CallActions({ firmId, firm, tools }: Props) {
  const { t } = tools;
  const [open, setOpen] = useState<'call' | 'pause' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <>
      <Button variant="default" aria-label={t('partnership.callOf', { firm })} onClick={() => setOpen('call')}>
        {t('partnership.call')}
      </Button>
      <Button variant="default" aria-label={t('partnership.pauseOf', { firm })} onClick={() => setOpen('pause')}>
        {t('partnership.pause')}
      </Button>
      {open === 'call' && <InteractionDialog firmId={firmId} tools={tools} onClose={close} />}
      {open === 'pause' && (
        <FormDialog
          title={t('partnership.pauseOf', { firm })}
          tools={tools}
          fields={[
            { name: 'until', label: 'partnership.until', field: { kind: 'date' }, required: true },
            { name: 'note', label: 'partnership.note', field: { kind: 'text' } },
          ]}
          start={{ until: addDays(today(), 14), note: null }}
          action={t('partnership.pause')}
          submit={({ until, note }) =>
            api('partnership.pause', {
              id: firmId,
              until: String(until),
              note: typeof note === 'string' ? note : null,
            })
          }
          onClose={close}
        />
      )}
    </>
  );
}
