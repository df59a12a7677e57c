import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import type { DetailOf } from '#renderer/api/records.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { showDone } from '#renderer/state/notices.ts';
import { today } from '#renderer/ui/today.ts';
import type { EffectiveTerms } from '#shared/contract/agreement-terms.ts';
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
export function AmendmentDialog(props: Props) {
  const { id } = props.agreement;
  const number = useQuery('amendments.list', { filter: { agreementId: id }, limit: 1 }).data?.total;
  return number === undefined ? null : (
    <Form {...props} terms={props.agreement.effective} number={String(number + 1)} />
  );
}

function Form({ agreement, tools, onClose, terms, number }: Props & { terms: EffectiveTerms; number: string }) {
  const { t, word } = tools;
  const [rows, setRows] = useState<readonly DraftRow[]>(() =>
    terms.specialties.map(({ specialtyId, year, places }, key) => ({ key, specialtyId, year, places })),
  );
  const known = rows.filter((row): row is DraftRow & SpecialtyRow => row.specialtyId !== null);
  const start = {
    number,
    effectiveOn: today(),
    signedOn: today(),
    reason: '',
    ...Object.fromEntries(plainParts.map(part => [part, terms[part]])),
  };
  return (
    <FormDialog
      title={t('relations.amend')}
      help={t('relations.amendHelp')}
      tools={tools}
      fields={fields}
      start={start}
      around={{ firmId: agreement.firmId }}
      action={t('common.save')}
      size={760}
      submit={async (values, accepted) => {
        const result = await api('amendments.create', {
          agreementId: agreement.id,
          number: String(values['number']),
          effectiveOn: String(values['effectiveOn']),
          signedOn: typeof values['signedOn'] === 'string' ? values['signedOn'] : null,
          reason: typeof values['reason'] === 'string' ? values['reason'] : null,
          notes: null,
          changes: changesFrom(terms, values, known),
          accepted: [...accepted],
        });
        if (result.ok)
          showDone(t('actions.created', { entity: word('entities.amendment'), title: String(values['number']) }), true);
        return result;
      }}
      onClose={onClose}
    >
      <SpecialtyRows rows={rows} tools={tools} onChange={setRows} />
    </FormDialog>
  );
}
