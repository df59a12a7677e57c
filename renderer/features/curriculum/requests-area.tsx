import { StatusBadge } from '#renderer/ui/status-badge.tsx';
import { RequestKind, RequestReason, RequestState, requestFields } from '#shared/contract/curriculum.ts';
import { describeArea } from '../record-area/descriptor.ts';
import { RecordLink } from '../record-area/record-link.tsx';

const priorities = ['low', 'normal', 'high'] as const;

export const requestsArea = describeArea<'requests'>({
  name: 'requests',
  entity: 'request',
  schema: requestFields,
  sort: { field: 'receivedOn', direction: 'desc' },
  title: request => `№ ${request.number}${request.module ? ` · ${request.module}` : ''}`,
  facts: (request, { locale }) => [
    request.firmName ?? '',
    request.specialtyCode ?? '',
    locale.date(request.receivedOn),
    request.ageDays !== null && request.ageDays > 0 ? locale.days(request.ageDays) : '',
  ],
  badge: request => ({ kind: 'request', value: request.state }),
  moves: { states: RequestState.options, kind: 'request' },
  columns: [
    { key: 'number', width: 70, text: request => request.number },
    {
      key: 'module',
      width: 240,
      grow: true,
      sortable: false,
      text: request => request.module ?? request.proposedText,
    },
    {
      key: 'firmName',
      label: 'fields.request.firmId',
      width: 210,
      text: request => request.firmName ?? '',
      render: request =>
        request.firmId && (
          <RecordLink name="firms" id={request.firmId}>
            {request.firmName}
          </RecordLink>
        ),
    },
    {
      key: 'state',
      width: 190,
      text: (request, { word }) => word(`states.request.${request.state}`),
      render: request => <StatusBadge kind="request" value={request.state} plain />,
    },
    {
      key: 'specialtyCode',
      label: 'fields.request.specialtyId',
      width: 110,
      text: request => request.specialtyCode ?? '',
      render: request =>
        request.specialtyId && (
          <RecordLink name="specialties" id={request.specialtyId}>
            {request.specialtyCode}
          </RecordLink>
        ),
    },
    {
      key: 'receivedOn',
      label: 'areas.columns.received',
      width: 108,
      text: (request, { locale }) => locale.date(request.receivedOn),
    },
    {
      key: 'ageDays',
      label: 'areas.columns.age',
      width: 65,
      align: 'end',
      text: (request, { locale }) => (request.ageDays === null ? '–' : locale.number(request.ageDays)),
    },
    {
      key: 'decidedOn',
      label: 'areas.columns.decided',
      width: 108,
      sortable: false,
      text: (request, { locale }) => locale.date(request.decidedOn),
    },
    {
      key: 'hoursAfter',
      width: 110,
      align: 'end',
      sortable: false,
      hidden: true,
      text: (request, { locale }) => (request.hoursAfter === null ? '' : locale.number(request.hoursAfter)),
    },
    {
      key: 'priority',
      width: 110,
      hidden: true,
      text: (request, { word }) => word(`states.priority.${request.priority}`),
    },
  ],
  filters: [
    { key: 'state', label: 'fields.request.state', kind: 'choices', values: RequestState.options, text: 'request' },
    { key: 'priority', label: 'fields.request.priority', kind: 'choices', values: priorities, text: 'priority' },
    { key: 'specialtyId', label: 'fields.request.specialtyId', kind: 'references', name: 'specialties' },
    { key: ['receivedFrom', 'receivedTo'], label: 'areas.filters.activeOn', kind: 'schoolYear' },
  ],
  defaults: { priority: 'normal' },
  sections: [
    {
      title: 'main',
      fields: [
        { name: 'number', field: { kind: 'text' }, required: true, main: true },
        { name: 'receivedOn', field: { kind: 'date' }, required: true, main: true },
        { name: 'firmId', field: { kind: 'reference', name: 'firms', title: 'firmName' }, main: true },
        {
          name: 'contactId',
          field: {
            kind: 'reference',
            name: 'contacts',
            title: 'contactName',
            within: 'firmId',
            given: { firmId: 'firmId' },
          },
        },
        { name: 'councilId', field: { kind: 'reference', name: 'councils', title: 'councilName' } },
        { name: 'specialtyId', field: { kind: 'reference', name: 'specialties', title: 'specialtyCode' }, main: true },
        {
          name: 'qualificationId',
          field: { kind: 'reference', name: 'qualifications', title: 'qualificationCode', within: 'specialtyId' },
        },
        { name: 'priority', field: { kind: 'choice', values: priorities, text: 'priority' }, required: true },
        { name: 'responsible', field: { kind: 'text' } },
      ],
    },
    {
      title: 'change',
      fields: [
        { name: 'module', field: { kind: 'text' }, main: true },
        { name: 'kind', field: { kind: 'choice', values: RequestKind.options, text: 'requestKind' }, main: true },
        { name: 'currentText', field: { kind: 'long' }, wide: true },
        { name: 'proposedText', field: { kind: 'long' }, required: true, main: true, wide: true },
        { name: 'hoursBefore', field: { kind: 'number', min: 0, max: 5000, unit: 'hours' }, main: true },
        { name: 'hoursAfter', field: { kind: 'number', min: 0, max: 5000, unit: 'hours' }, main: true },
        { name: 'reason', field: { kind: 'choice', values: RequestReason.options, text: 'requestReason' } },
      ],
    },
    {
      title: 'decision',
      fields: [
        { name: 'decidedOn', field: { kind: 'date' } },
        { name: 'minuteNumber', field: { kind: 'text' } },
        { name: 'decisionText', field: { kind: 'long' }, wide: true },
        { name: 'effectiveYear', field: { kind: 'schoolYear' } },
        { name: 'curriculumVersion', field: { kind: 'text' } },
        { name: 'effectCheckedOn', field: { kind: 'date' } },
        { name: 'effect', field: { kind: 'long' }, wide: true },
      ],
    },
    {
      title: 'implementation',
      fields: [
        { name: 'implementedOn', field: { kind: 'date' } },
        { name: 'implementationProof', field: { kind: 'text' } },
      ],
    },
    { title: 'notes', fields: [{ name: 'notes', field: { kind: 'long' }, wide: true }] },
  ],
  tabs: [
    {
      key: 'placements',
      name: 'placements',
      filter: request => (request.specialtyId === null ? { ids: [] } : { specialtyId: [request.specialtyId] }),
      without: ['specialtyCode'],
    },
    {
      key: 'evaluations',
      name: 'evaluations',
      filter: request => (request.specialtyId === null ? { ids: [] } : { specialtyId: [request.specialtyId] }),
    },
    {
      key: 'letters',
      name: 'letters',
      filter: request => ({ requestId: request.id }),
      without: ['studentName', 'firmName', 'placements'],
    },
  ],
});
