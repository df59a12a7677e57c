import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '#renderer/api/use-command.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { go } from '#renderer/state/navigation.ts';
import { showDone } from '#renderer/state/notices.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { AnnualReport } from '#shared/contract/reports.ts';

type Props = { readonly report: AnnualReport; readonly onClose: () => void };

/** Asks for a note, freezes the report and shows what was frozen. */
export function FreezeDialog({ report, onClose }: Props) {
  const { t } = useLanguage();
  const [note, setNote] = useState('');
  const { run, running } = useCommand('reports.freeze');
  const { span, schoolYear, language, periodName } = report;
  const freeze = async (): Promise<void> => {
    const result = await run({
      span: span ?? { kind: 'schoolYear', year: schoolYear },
      language,
      note: note.trim() === '' ? null : note,
    });
    if (!result.ok) return;
    onClose();
    showDone(t('actions.reportFrozen', { title: periodName }), true);
    go({ area: 'reports', id: result.value.id });
  };
  return (
    <Dialog title={t('reports.frozen.freezeTitle')} size={520} onClose={running ? null : onClose}>
      <form
        noValidate
        onSubmit={event => {
          event.preventDefault();
          void freeze();
        }}
      >
        <p lang={language}>{periodName}</p>
        <p>{t('reports.frozen.freezeHelp')}</p>
        <Textarea
          mt="md"
          label={t('reports.frozen.freezeNote')}
          description={t('reports.frozen.freezeNoteHelp')}
          value={note}
          maxLength={500}
          autosize
          minRows={2}
          data-autofocus
          onChange={event => setNote(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" disabled={running} onClick={onClose}>
            {t('records.cancel')}
          </Button>
          <Button type="submit" loading={running}>
            {t('reports.frozen.freeze')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
