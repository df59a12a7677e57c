import { StatusBadge } from '#renderer/ui/status-badge.tsx';
import { AgreementState, agreementFields, agreementTypeFields } from '#shared/contract/agreements.ts';
import { describeArea } from '../record-area/descriptor.ts';
import { RecordLink } from '../record-area/record-link.tsx';
import { AgreementNotice } from './agreement-notice.tsx';

const stages = ['draft', 'sent', 'partlySigned', 'signed', 'terminated', 'cancelled'] as const;
const origins = ['college', 'firm', 'department', 'programme', 'other'] as const;

export const agreementsArea = describeArea<'agreements'>({
  name: 'agreements',
  entity: 'agreement',
  schema: agreementFields,
  sort: { field: 'signedOn', direction: 'desc' },
  title: agreement => `№ ${agreement.number}`,
  facts: (agreement, tools) => [
    tools.nameOf('agreementTypes', agreement.typeId),
    agreement.firmName,
    agreement.effective.startsOn && agreement.effective.endsOn === null
      ? `${tools.locale.period(agreement.effective.startsOn, null)}, ${tools.t('areas.openEnded')}`
      : tools.locale.period(agreement.effective.startsOn, agreement.effective.endsOn),
  ],
  badge: agreement => ({ kind: 'agreement', value: agreement.state }),
  Notice: AgreementNotice as never,
  columns: [
    { key: 'number', width: 100, text: agreement => agreement.number },
    {
      key: 'firmName',
      label: 'fields.agreement.firmId',
      width: 230,
      grow: true,
      text: agreement => agreement.firmName,
      render: agreement => (
        <RecordLink name="firms" id={agreement.firmId}>
          {agreement.firmName}
        </RecordLink>
      ),
    },
    {
      key: 'state',
      width: 170,
      text: (agreement, { word }) => word(`states.agreement.${agreement.state}`),
      render: agreement => <StatusBadge kind="agreement" value={agreement.state} plain />,
    },
    {
      key: 'typeCode',
      label: 'fields.agreement.typeId',
      width: 190,
      text: (agreement, tools) => tools.nameOf('agreementTypes', agreement.typeId),
    },
    {
      key: 'signedOn',
      label: 'areas.columns.signed',
      width: 108,
      text: (agreement, { locale }) => locale.date(agreement.signedOn),
    },
    {
      key: 'startsOn',
      label: 'areas.columns.from',
      width: 108,
      hidden: true,
      text: (agreement, { locale }) => locale.date(agreement.startsOn),
    },
    {
      key: 'endsOn',
      label: 'areas.columns.until',
      width: 108,
      text: (agreement, { locale }) => locale.date(agreement.endsOn),
    },
    {
      key: 'places',
      label: 'areas.columns.places',
      width: 65,
      align: 'end',
      text: (agreement, { locale }) => (agreement.places === null ? '' : locale.number(agreement.places)),
    },
    {
      key: 'amendments',
      label: 'areas.columns.amendments',
      width: 100,
      align: 'end',
      sortable: false,
      hidden: true,
      text: (agreement, { locale }) => locale.number(agreement.amendments),
    },
    {
      key: 'placements',
      width: 122,
      align: 'end',
      sortable: false,
      text: (agreement, { locale }) => locale.number(agreement.placements),
    },
  ],
  filters: [
    {
      key: 'state',
      label: 'fields.agreement.state',
      kind: 'choices',
      values: AgreementState.options,
      text: 'agreement',
    },
    { key: 'typeId', label: 'fields.agreement.typeId', kind: 'dictionary', name: 'agreementTypes' },
    { key: 'endsWithinDays', label: 'areas.filters.endsWithinDays', kind: 'days', values: [7, 30, 60, 90] },
    { key: 'unsigned', label: 'areas.filters.unsigned', kind: 'flag' },
    { key: 'withoutScan', label: 'areas.filters.withoutScan', kind: 'flag' },
    { key: 'origin', label: 'areas.filters.origin', kind: 'choices', values: origins, text: 'origin' },
    { key: 'specialtyId', label: 'areas.filters.specialty', kind: 'references', name: 'specialties' },
    { key: ['inForceFrom', 'inForceTo'], label: 'areas.filters.activeOn', kind: 'schoolYear' },
  ],
  defaults: { stage: 'draft', renewal: 'manual' },
  sections: [
    {
      title: 'main',
      fields: [
        { name: 'number', field: { kind: 'text' }, required: true, main: true },
        { name: 'typeId', field: { kind: 'dictionary', name: 'agreementTypes' }, required: true, main: true },
        {
          name: 'firmId',
          field: { kind: 'reference', name: 'firms', title: 'firmName' },
          required: true,
          main: true,
          wide: true,
        },
        { name: 'studentId', field: { kind: 'reference', name: 'students', title: 'studentName' } },
        {
          name: 'parentId',
          field: {
            kind: 'reference',
            name: 'agreements',
            title: 'parentNumber',
            within: 'firmId',
            given: { firmId: 'firmId' },
          },
        },
      ],
    },
    {
      title: 'term',
      fields: [
        {
          name: 'stage',
          field: { kind: 'choice', values: stages, text: 'agreementStage' },
          required: true,
          main: true,
        },
        { name: 'signedOn', field: { kind: 'date' }, main: true },
        { name: 'startsOn', field: { kind: 'date' }, main: true },
        { name: 'endsOn', field: { kind: 'date' }, main: true },
        {
          name: 'renewal',
          field: { kind: 'choice', values: ['manual', 'automatic'], text: 'renewal' },
          required: true,
        },
        {
          name: 'signatoryId',
          field: {
            kind: 'reference',
            name: 'contacts',
            title: 'signatoryName',
            within: 'firmId',
            given: { firmId: 'firmId' },
          },
        },
        { name: 'place', field: { kind: 'text' } },
        { name: 'terminatedOn', field: { kind: 'date' } },
        { name: 'terminationReason', field: { kind: 'text' }, wide: true },
      ],
    },
    {
      title: 'conditions',
      fields: [
        { name: 'places', field: { kind: 'number', min: 0, max: 100_000 }, main: true },
        { name: 'origin', field: { kind: 'choice', values: origins, text: 'origin' } },
        { name: 'legalBasis', field: { kind: 'text' }, wide: true },
        { name: 'notes', field: { kind: 'long' }, wide: true },
      ],
    },
  ],
  tabs: [
    {
      key: 'placements',
      name: 'placements',
      filter: agreement => ({ agreementId: agreement.id }),
      given: agreement => ({ agreementId: agreement.id, firmId: agreement.firmId, studentId: agreement.studentId }),
      count: agreement => agreement.placements,
      without: ['firmName'],
    },
    {
      key: 'promises',
      name: 'promises',
      filter: agreement => ({ agreementId: agreement.id }),
      given: agreement => ({ agreementId: agreement.id, firmId: agreement.firmId }),
    },
    {
      key: 'children',
      name: 'agreements',
      filter: agreement => ({ parentId: agreement.id }),
      given: agreement => ({ parentId: agreement.id, firmId: agreement.firmId, typeId: agreement.typeId }),
      count: agreement => agreement.children,
      without: ['firmName'],
    },
  ],
});

export const agreementTypesArea = describeArea<'agreementTypes'>({
  name: 'agreementTypes',
  entity: 'agreementType',
  schema: agreementTypeFields,
  sort: { field: 'position', direction: 'asc' },
  title: (type, { language }) => (language === 'kk' ? type.nameKk : type.nameRu),
  columns: [
    { key: 'nameRu', width: 320, text: type => type.nameRu },
    { key: 'nameKk', width: 320, sortable: false, text: type => type.nameKk },
    { key: 'position', width: 90, align: 'end', text: (type, { locale }) => locale.number(type.position) },
    {
      key: 'active',
      width: 150,
      sortable: false,
      text: (type, { word }) => word(`states.active.${type.active ? 'yes' : 'no'}`),
      render: type => <StatusBadge kind="active" value={type.active ? 'yes' : 'no'} plain />,
    },
  ],
  filters: [],
  defaults: { active: true, position: 100 },
  sections: [
    {
      title: 'main',
      fields: [
        { name: 'nameRu', field: { kind: 'text' }, required: true, main: true, wide: true },
        { name: 'nameKk', field: { kind: 'text' }, required: true, main: true, wide: true },
        { name: 'nameEn', field: { kind: 'text' }, main: true, wide: true },
        { name: 'code', field: { kind: 'text', format: 'code' }, required: true, main: true },
        { name: 'position', field: { kind: 'number', min: 0, max: 10_000 }, required: true, main: true },
        { name: 'active', field: { kind: 'boolean', nullable: false }, main: true },
      ],
    },
  ],
  tabs: [],
});
