import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconRefresh, IconReplace, IconSignature, IconWritingSign } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import type { DetailOf } from '#renderer/api/records.ts';
import { go } from '#renderer/state/navigation.ts';
import { showDone } from '#renderer/state/notices.ts';
import { today } from '#renderer/ui/today.ts';
import { addDays, addYears } from '#shared/domain/dates.ts';
import { FormDialog, type FormField } from '../record-area/form-dialog.tsx';
import type { RecordActionsProps } from '../record-area/record-actions.tsx';
import { AmendmentDialog } from './amendment-dialog.tsx';

type Agreement = DetailOf<'agreements'>;
type Asked = 'sign' | 'amend' | 'renew' | 'replace' | null;

const date = (name: string, label: string, required = false): FormField => ({
  name,
  label,
  field: { kind: 'date' },
  required,
});

/** The next term: as long as the present one, beginning on the day after it. */
function nextTerm({ effective, signedOn }: Agreement): { startsOn: string | null; endsOn: string | null } {
  const start = effective.startsOn ?? signedOn;
  const end = effective.endsOn;
  if (start === null || end === null) return { startsOn: null, endsOn: null };
  const years = Math.max(1, Number(end.slice(0, 4)) - Number(start.slice(0, 4)));
  return { startsOn: addDays(end, 1), endsOn: addYears(end, years) };
}

/** What can be done with an agreement besides editing it: signing, amending, renewing, copying. */
export function AgreementActions({ detail, tools }: RecordActionsProps) {
  const agreement = detail as unknown as Agreement;
  const [asked, setAsked] = useState<Asked>(null);
  const { t, word } = tools;
  const { id, revision, number, stage } = agreement;
  const close = (): void => setAsked(null);
  const done = (key: string): void =>
    showDone(word(`actions.${key}`, { entity: word('entities.agreement'), title: number }), true);
  const open = (made: string): void => go({ area: 'agreements', id: made });

  const duplicate = async (): Promise<void> => {
    const result = await api('agreements.duplicate', { id, revision });
    if (!result.ok) return;
    done('duplicated');
    open(result.value.id);
  };
  const signing = stage === 'draft' || stage === 'sent' || stage === 'partlySigned';
  return (
    <>
      {signing && (
        <Button leftSection={<IconSignature size={16} aria-hidden="true" />} onClick={() => setAsked('sign')}>
          {t('relations.signOnPaper')}
        </Button>
      )}
      {stage === 'signed' && (
        <>
          <Button
            variant="default"
            leftSection={<IconWritingSign size={16} aria-hidden="true" />}
            onClick={() => setAsked('amend')}
          >
            {t('relations.amend')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} aria-hidden="true" />}
            onClick={() => setAsked('renew')}
          >
            {t('relations.renew')}
          </Button>
        </>
      )}
      <Menu>
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label={t('relations.more')}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => void duplicate()}>
            {t('relations.duplicate')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconReplace size={16} />}
            disabled={stage === 'cancelled'}
            onClick={() => setAsked('replace')}
          >
            {t('relations.replace')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asked === 'sign' && (
        <FormDialog
          title={t('relations.signOnPaper')}
          help={t('relations.signOnPaperHelp')}
          tools={tools}
          fields={[date('on', 'relations.signedOn', true)]}
          start={{ on: today() }}
          action={t('relations.signOnPaper')}
          size={420}
          submit={async ({ on }) => {
            const result = await api('agreements.signOnPaper', { id, revision, on: String(on) });
            if (result.ok) done('signedOnPaper');
            return result;
          }}
          onClose={close}
        />
      )}
      {asked === 'amend' && <AmendmentDialog agreement={agreement} tools={tools} onClose={close} />}
      {asked === 'renew' && (
        <FormDialog
          title={t('relations.renew')}
          help={t('relations.renewHelp')}
          tools={tools}
          fields={[date('startsOn', 'fields.agreement.startsOn', true), date('endsOn', 'fields.agreement.endsOn')]}
          start={nextTerm(agreement)}
          action={t('relations.renew')}
          submit={async ({ startsOn, endsOn }) => {
            const result = await api('agreements.renew', {
              id,
              revision,
              startsOn: String(startsOn),
              endsOn: typeof endsOn === 'string' ? endsOn : null,
            });
            if (result.ok) {
              done('renewed');
              open(result.value.id);
            }
            return result;
          }}
          onClose={close}
        />
      )}
      {asked === 'replace' && (
        <FormDialog
          title={t('relations.replace')}
          help={t('relations.replaceHelp')}
          tools={tools}
          fields={[{ name: 'reason', label: 'relations.reason', field: { kind: 'long' }, required: true, wide: true }]}
          start={{ reason: '' }}
          action={t('relations.replace')}
          submit={async ({ reason }) => {
            const result = await api('agreements.replace', { id, revision, reason: String(reason) });
            if (result.ok) {
              done('replaced');
              open(result.value.id);
            }
            return result;
          }}
          onClose={close}
        />
      )}
    </>
  );
}
