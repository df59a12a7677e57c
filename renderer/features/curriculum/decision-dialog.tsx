import { Button } from '@mantine/core';
import { api } from '#renderer/api/client.ts';
import type { DetailOf } from '#renderer/api/records.ts';
import { useCommand } from '#renderer/api/use-command.ts';
import { showDone } from '#renderer/state/notices.ts';
import { Decision } from '#shared/contract/councils.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { FormDialog, type FormField } from '../record-area/form-dialog.tsx';

type Item = DetailOf<'meetings'>['agenda'][number];
type Props = { readonly item: Item; readonly tools: Tools; readonly onClose: () => void };

const votes = { kind: 'number', min: 0, max: 1000 } as const;
const fields: readonly FormField[] = [
  {
    name: 'decision',
    label: 'curriculum.decision',
    field: { kind: 'choice', values: Decision.options, text: 'request' },
    required: true,
    wide: true,
  },
  { name: 'votesFor', label: 'curriculum.votesFor', field: votes },
  { name: 'votesAgainst', label: 'curriculum.votesAgainst', field: votes },
  { name: 'votesAbstained', label: 'curriculum.votesAbstained', field: votes },
  { name: 'effectiveYear', label: 'curriculum.effectiveYear', field: { kind: 'schoolYear' } },
  { name: 'decisionText', label: 'curriculum.decisionText', field: { kind: 'long' }, wide: true },
];

const count = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Records or corrects what the council has decided on one request. */
export function DecisionDialog({ item, tools, onClose }: Props) {
  const { t, word } = tools;
  const back = useCommand('meetings.decide');
  const { id, revision, number } = item;
  const takeBack = async (): Promise<void> => {
    const result = await back.run({ id, revision, decision: null });
    if (result.ok) {
      showDone(t('curriculum.decidedNotice', { number, state: word('states.request.underReview') }), true);
      onClose();
    }
  };
  return (
    <FormDialog
      title={t('curriculum.decideTitle', { number })}
      help={[item.module, item.proposedText].filter(Boolean).join('. ').slice(0, 400)}
      tools={tools}
      fields={fields}
      start={{ ...item }}
      action={t('curriculum.record')}
      onClose={onClose}
      submit={async (values, accepted) => {
        const decision = Decision.parse(values['decision']);
        const result = await api('meetings.decide', {
          id,
          revision,
          decision,
          votesFor: count(values['votesFor']),
          votesAgainst: count(values['votesAgainst']),
          votesAbstained: count(values['votesAbstained']),
          effectiveYear: count(values['effectiveYear']),
          decisionText: typeof values['decisionText'] === 'string' ? values['decisionText'] : null,
          accepted: [...accepted],
        });
        if (result.ok)
          showDone(t('curriculum.decidedNotice', { number, state: word(`states.request.${decision}`) }), true);
        return result;
      }}
    >
      {item.decision !== null && (
        <div>
          <Button variant="subtle" color="gray" loading={back.running} onClick={() => void takeBack()}>
            {t('curriculum.takeBack')}
          </Button>
        </div>
      )}
    </FormDialog>
  );
}
