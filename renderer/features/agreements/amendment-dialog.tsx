import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import type { DetailOf } from '#renderer/api/records.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { showDone } from '#renderer/state/notices.ts';
import { today } from '#renderer/ui/today.ts';
import type { AmendmentChanges, EffectiveTerms } from '#shared/contract/agreement-terms.ts';
import type { Output } from '#shared/contract/index.ts';
import type { Result } from '#shared/result.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { FormDialog, type FormField } from '../record-area/form-dialog.tsx';
import { changesFrom, plainParts, type SpecialtyRow } from './amendment-changes.ts';
import { type DraftRow, SpecialtyRows } from './specialty-rows.tsx';

type Agreement = DetailOf<'agreements'>;
type Props = { readonly agreement: Agreement; readonly tools: Tools; readonly onClose: () => void };

const label = (name: string): string => `fields.amendment.${name}`;
const ofFirm = { kind: 'reference', name: 'contacts', within: 'firmId', given: { firmId: 'firmId' } } as const;

const fields: readonly FormField[] = [
  { name: 'number', label: label('number'), field: { kind: 'text' }, required: true },
  { name: 'effectiveOn', label: label('effectiveOn'), field: { kind: 'date' }, required: true },
  { name: 'signedOn', label: label('signedOn'), field: { kind: 'date' } },
  { name: 'reason', label: label('reason'), field: { kind: 'text' } },
  { name: 'startsOn', label: label('startsOn'), field: { kind: 'date' } },
  { name: 'endsOn', label: label('endsOn'), field: { kind: 'date' } },
  { name: 'terminatedOn', label: label('terminatedOn'), field: { kind: 'date' } },
  { name: 'places', label: label('places'), field: { kind: 'number', min: 0, max: 100_000 } },
  { name: 'signatoryId', label: label('signatoryId'), field: ofFirm },
  { name: 'place', label: label('place'), field: { kind: 'text' } },
  { name: 'mentorId', label: label('mentorId'), field: ofFirm },
  { name: 'payMinor', label: label('payMinor'), field: { kind: 'money' } },
];

/** An amendment: the form starts with what is in effect, and only what differs is stored. */
export function AmendmentDialog({ agreement, tools, onClose }: Props) {
  const { word, t } = tools;
  const number = useQuery('amendments.list', { filter: { agreementId: agreement.id }, limit: 1 }).data?.total;
  if (number === undefined) return null;
  const terms = agreement.effective;
  const head = { number: String(number + 1), effectiveOn: today(), signedOn: today(), reason: '' };
  return (
    <Form
      title={t('relations.amend')}
      firmId={agreement.firmId}
      tools={tools}
      onClose={onClose}
      found={terms}
      shown={terms}
      head={head}
      save={async (values, accepted) => {
        const fields = { ...values, agreementId: agreement.id, notes: null, accepted: [...accepted] };
        const result = await api('amendments.create', fields);
        if (result.ok)
          showDone(t('actions.created', { entity: word('entities.amendment'), title: values.number }), true);
        return result;
      }}
    />
  );
}

type EditProps = { readonly id: string; readonly tools: Tools; readonly onClose: () => void };

/** The same form for an amendment that stands in the chain: what it finds, with its own changes put in. */
export function AmendmentEditDialog({ id, tools, onClose }: EditProps) {
  const amendment = useQuery('amendments.get', { id }).data;
  return amendment === undefined ? null : (
    <EditForm key={amendment.id} amendment={amendment} tools={tools} onClose={onClose} />
  );
}

type EditFormProps = Omit<EditProps, 'id'> & { readonly amendment: Output<'amendments.get'> };

function EditForm({ amendment, tools, onClose }: EditFormProps) {
  const { id, agreementId, firmId, revision, changes } = amendment;
  const found = useQuery('agreements.effective', { id: agreementId, before: id }).data;
  // A form that is open keeps the revision and the values it was opened with.
  const [opened] = useState({ revision, changes, amendment });
  if (found === undefined) return null;
  const { number, effectiveOn, signedOn, reason } = opened.amendment;
  return (
    <Form
      title={tools.t('relations.amendmentEdit', { number })}
      firmId={firmId}
      tools={tools}
      onClose={onClose}
      found={found}
      shown={{ ...found, ...defined(opened.changes) }}
      head={{ number, effectiveOn, signedOn, reason: reason ?? '' }}
      save={(patch, accepted) =>
        api('amendments.update', { id, revision: opened.revision, patch, accepted: [...accepted] })
      }
    />
  );
}

const defined = (changes: AmendmentChanges): Partial<Terms> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));

type Terms = Pick<EffectiveTerms, (typeof plainParts)[number]> & { readonly specialties: readonly SpecialtyRow[] };
type Head = {
  readonly number: string;
  readonly effectiveOn: string;
  readonly signedOn: string | null;
  readonly reason: string;
};
type Values = Omit<Head, 'reason'> & { readonly reason: string | null; readonly changes: AmendmentChanges };

type FormProps = Omit<Props, 'agreement'> & {
  readonly title: string;
  readonly firmId: string;
  /** The terms the amendment finds, and those the form begins with. */
  readonly found: EffectiveTerms;
  readonly shown: Terms;
  readonly head: Head;
  readonly save: (values: Values, accepted: readonly string[]) => Promise<Result<unknown>>;
};

function Form({ title, firmId, tools, onClose, found, shown, head, save }: FormProps) {
  const [rows, setRows] = useState<readonly DraftRow[]>(() =>
    shown.specialties.map(({ specialtyId, year, places }, key) => ({ key, specialtyId, year, places })),
  );
  const known = rows.filter((row): row is DraftRow & SpecialtyRow => row.specialtyId !== null);
  const [start] = useState(() => ({ ...head, ...Object.fromEntries(plainParts.map(part => [part, shown[part]])) }));
  return (
    <FormDialog
      title={title}
      help={tools.t('relations.amendHelp')}
      tools={tools}
      fields={fields}
      start={start}
      around={{ firmId }}
      action={tools.t('common.save')}
      size={760}
      submit={(values, accepted) =>
        save(
          {
            number: String(values['number']),
            effectiveOn: String(values['effectiveOn']),
            signedOn: typeof values['signedOn'] === 'string' ? values['signedOn'] : null,
            reason: typeof values['reason'] === 'string' ? values['reason'] : null,
            changes: changesFrom(found, values, known),
          },
          accepted,
        )
      }
      onClose={onClose}
    >
      <SpecialtyRows rows={rows} tools={tools} onChange={setRows} />
    </FormDialog>
  );
}
