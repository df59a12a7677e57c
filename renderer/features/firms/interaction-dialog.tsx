import { api } from '#renderer/api/client.ts';
import { today } from '#renderer/ui/today.ts';
import type { Output } from '#shared/contract/index.ts';
import { InteractionKind } from '#shared/contract/relations.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { FormDialog, type FormField } from '../record-area/form-dialog.tsx';

type Interaction = Output<'interactions.get'>;
type Props = {
  readonly firmId: string;
  /** The one to change; a new one when missing. */
  readonly interaction?: Interaction;
  readonly tools: Tools;
  readonly onClose: () => void;
};

const label = (name: string): string => `fields.interaction.${name}`;

const fields: readonly FormField[] = [
  {
    name: 'kind',
    label: label('kind'),
    field: { kind: 'choice', values: InteractionKind.options, text: 'interactionKind' },
    required: true,
  },
  { name: 'happenedOn', label: label('happenedOn'), field: { kind: 'date' }, required: true },
  {
    name: 'contactId',
    label: label('contactId'),
    field: { kind: 'reference', name: 'contacts', within: 'firmId', given: { firmId: 'firmId' } },
    wide: true,
  },
  { name: 'summary', label: label('summary'), field: { kind: 'long' }, required: true, wide: true },
  { name: 'nextStep', label: label('nextStep'), field: { kind: 'text' } },
  { name: 'nextOn', label: label('nextOn'), field: { kind: 'date' } },
];

/** A call, a visit, a meeting, and what was agreed to do next. */
export function InteractionDialog({ firmId, interaction, tools, onClose }: Props) {
  const { t } = tools;
  const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
  return (
    <FormDialog
      title={t(interaction === undefined ? 'relations.interactionAdd' : 'relations.interactionEdit')}
      tools={tools}
      fields={
        interaction === undefined
          ? fields
          : [...fields, { name: 'doneOn', label: label('doneOn'), field: { kind: 'date' } }]
      }
      start={
        interaction ?? { kind: 'call', happenedOn: today(), contactId: null, summary: '', nextStep: null, nextOn: null }
      }
      around={{ firmId }}
      action={t('common.save')}
      submit={values => {
        const known = {
          firmId,
          kind: values['kind'] as Interaction['kind'],
          happenedOn: String(values['happenedOn']),
          contactId: text(values['contactId']),
          summary: String(values['summary']),
          nextStep: text(values['nextStep']),
          nextOn: text(values['nextOn']),
          doneOn: text(values['doneOn']),
        };
        return interaction === undefined
          ? api('interactions.create', known)
          : api('interactions.update', { id: interaction.id, revision: interaction.revision, patch: known });
      }}
      onClose={onClose}
    />
  );
}
