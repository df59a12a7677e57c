import { StatusBadge } from '#renderer/ui/status-badge.tsx';
import {
  FollowUp,
  PlacementAttention,
  PlacementState,
  placementFields,
  practiceTypeFields,
} from '#shared/contract/placements.ts';
import { describeArea } from '../record-area/descriptor.ts';
import { RecordLink } from '../record-area/record-link.tsx';
import { MarkedCell } from './marked-cell.tsx';
import { PlacementNotice } from './placement-notice.tsx';

export const placementsArea = describeArea<'placements'>({
  name: 'placements',
  entity: 'placement',
  schema: placementFields,
  sort: { field: 'startsOn', direction: 'desc' },
  title: placement => placement.studentName,
  facts: (placement, tools) => [
    placement.firmName,
    tools.nameOf('practiceTypes', placement.practiceTypeId),
    tools.locale.period(placement.startsOn, placement.endsOn),
  ],
  badge: placement => ({ kind: 'placement', value: placement.state }),
  moves: { states: PlacementState.options, kind: 'placement' },
  columns: [
    {
      key: 'studentName',
      label: 'fields.placement.studentId',
      width: 210,
      text: placement => placement.studentName,
      render: (placement, { t }) => (
        <MarkedCell doubt={placement.overlaps ? t('warnings.placementOverlap') : null}>
          {placement.studentName}
        </MarkedCell>
      ),
    },
    { key: 'groupCode', width: 105, sortable: false, text: placement => placement.groupCode ?? '' },
    {
      key: 'firmName',
      label: 'fields.placement.firmId',
      width: 200,
      text: placement => placement.firmName,
      render: (placement, { t }) => (
        <MarkedCell doubt={placement.overCapacity ? t('warnings.placesTaken') : null}>
          <RecordLink name="firms" id={placement.firmId}>
            {placement.firmName}
          </RecordLink>
        </MarkedCell>
      ),
    },
    {
      key: 'state',
      width: 180,
      text: (placement, { word }) => word(`states.placement.${placement.state}`),
      render: placement => <StatusBadge kind="placement" value={placement.state} plain />,
    },
    {
      key: 'practiceCode',
      label: 'areas.columns.practice',
      width: 160,
      text: (placement, tools) => tools.nameOf('practiceTypes', placement.practiceTypeId),
    },
    { key: 'startsOn', width: 108, text: (placement, { locale }) => locale.date(placement.startsOn) },
    { key: 'endsOn', width: 108, text: (placement, { locale }) => locale.date(placement.endsOn) },
    {
      key: 'hoursPlanned',
      label: 'areas.columns.hours',
      width: 70,
      align: 'end',
      text: (placement, { locale }) => (placement.hoursPlanned === null ? '' : locale.number(placement.hoursPlanned)),
    },
    {
      key: 'specialtyCode',
      label: 'fields.placement.specialtyId',
      width: 120,
      sortable: false,
      hidden: true,
      text: placement => placement.specialtyCode ?? '',
    },
    {
      key: 'mentorName',
      label: 'fields.placement.mentorId',
      width: 200,
      sortable: false,
      hidden: true,
      text: placement => placement.mentorName ?? '',
    },
    {
      key: 'hired',
      width: 130,
      sortable: false,
      hidden: true,
      text: (placement, { word }) =>
        placement.hired === null ? '' : word(`states.yesNo.${placement.hired ? 'yes' : 'no'}`),
    },
  ],
  filters: [
    {
      key: 'state',
      label: 'fields.placement.state',
      kind: 'choices',
      values: PlacementState.options,
      text: 'placement',
    },
    { key: 'practiceTypeId', label: 'fields.placement.practiceTypeId', kind: 'dictionary', name: 'practiceTypes' },
    { key: 'groupId', label: 'fields.placement.groupCode', kind: 'references', name: 'groups' },
    { key: 'specialtyId', label: 'fields.placement.specialtyId', kind: 'references', name: 'specialties' },
    { key: ['activeFrom', 'activeTo'], label: 'areas.filters.activeOn', kind: 'schoolYear' },
    { key: 'dual', label: 'areas.filters.dual', kind: 'flag' },
    { key: 'hired', label: 'areas.filters.hired', kind: 'flag' },
    { key: 'overlaps', label: 'areas.filters.overlaps', kind: 'flag' },
    { key: 'overCapacity', label: 'areas.filters.overCapacity', kind: 'flag' },
    {
      key: 'attention',
      label: 'areas.filters.attention',
      kind: 'choices',
      values: PlacementAttention.options,
      text: 'attention',
    },
  ],
  defaults: {},
  sections: [
    {
      title: 'main',
      fields: [
        {
          name: 'studentId',
          field: { kind: 'reference', name: 'students', title: 'studentName' },
          required: true,
          main: true,
        },
        { name: 'firmId', field: { kind: 'reference', name: 'firms', title: 'firmName' }, required: true, main: true },
        { name: 'practiceTypeId', field: { kind: 'dictionary', name: 'practiceTypes' }, required: true, main: true },
        {
          name: 'agreementId',
          field: {
            kind: 'reference',
            name: 'agreements',
            title: 'agreementNumber',
            within: 'firmId',
            given: { firmId: 'firmId' },
          },
          main: true,
        },
        { name: 'specialtyId', field: { kind: 'reference', name: 'specialties', title: 'specialtyCode' } },
        {
          name: 'qualificationId',
          field: { kind: 'reference', name: 'qualifications', title: 'qualificationCode', within: 'specialtyId' },
        },
        { name: 'course', field: { kind: 'number', min: 1, max: 6 } },
      ],
    },
    {
      title: 'period',
      fields: [
        { name: 'startsOn', field: { kind: 'date' }, required: true, main: true },
        { name: 'endsOn', field: { kind: 'date' }, required: true, main: true },
        { name: 'hoursPlanned', field: { kind: 'number', min: 0, max: 5000, unit: 'hours' }, main: true },
        { name: 'hoursEnterprise', field: { kind: 'number', min: 0, max: 5000, unit: 'hours' }, main: true },
        { name: 'sharePercent', field: { kind: 'number', min: 1, max: 100 } },
        { name: 'weekPattern', field: { kind: 'week' }, wide: true },
      ],
    },
    {
      title: 'people',
      fields: [
        {
          name: 'siteId',
          field: { kind: 'reference', name: 'sites', title: 'siteName', within: 'firmId', given: { firmId: 'firmId' } },
        },
        { name: 'workplace', field: { kind: 'text' } },
        {
          name: 'mentorId',
          field: {
            kind: 'reference',
            name: 'contacts',
            title: 'mentorName',
            within: 'firmId',
            given: { firmId: 'firmId' },
          },
          main: true,
        },
        { name: 'supervisor', field: { kind: 'text' }, main: true },
      ],
    },
    {
      title: 'order',
      fields: [
        { name: 'orderNumber', field: { kind: 'text' } },
        { name: 'orderDate', field: { kind: 'date' } },
        { name: 'payMinor', field: { kind: 'money' } },
      ],
    },
    {
      title: 'checklist',
      fields: [
        { name: 'briefingOn', field: { kind: 'date' } },
        { name: 'briefingJournal', field: { kind: 'text' } },
        { name: 'medicalOn', field: { kind: 'date' } },
        { name: 'insurance', field: { kind: 'text' } },
        { name: 'consentOn', field: { kind: 'date' } },
      ],
    },
    {
      title: 'outcome',
      fields: [
        { name: 'hired', field: { kind: 'boolean', nullable: true } },
        { name: 'hiredOn', field: { kind: 'date' } },
        { name: 'hiredInSpecialty', field: { kind: 'boolean', nullable: true } },
        { name: 'contractType', field: { kind: 'text' } },
      ],
    },
    {
      title: 'followUp',
      fields: [
        { name: 'followUp6On', field: { kind: 'date' } },
        { name: 'followUp6', field: { kind: 'choice', values: FollowUp.options, text: 'followUp' } },
        { name: 'followUp12On', field: { kind: 'date' } },
        { name: 'followUp12', field: { kind: 'choice', values: FollowUp.options, text: 'followUp' } },
      ],
    },
    { title: 'notes', fields: [{ name: 'notes', field: { kind: 'long' }, wide: true }] },
  ],
  Notice: PlacementNotice,
  tabs: [
    {
      key: 'visits',
      name: 'visits',
      filter: placement => ({ placementId: placement.id }),
      given: placement => ({ firmId: placement.firmId, siteId: placement.siteId, placementId: placement.id }),
      without: ['firmName', 'studentName'],
    },
    {
      key: 'evaluations',
      name: 'evaluations',
      filter: placement => ({ placementId: placement.id }),
      given: placement => ({ placementId: placement.id }),
      without: ['firmName', 'studentName', 'groupCode'],
    },
    {
      key: 'requests',
      name: 'requests',
      filter: placement => (placement.specialtyId === null ? { ids: [] } : { specialtyId: [placement.specialtyId] }),
      without: ['specialtyCode'],
    },
    {
      key: 'letters',
      name: 'letters',
      filter: placement => ({ placementId: placement.id }),
      count: placement => placement.letters,
    },
  ],
});

export const practiceTypesArea = describeArea<'practiceTypes'>({
  name: 'practiceTypes',
  entity: 'practiceType',
  schema: practiceTypeFields,
  sort: { field: 'position', direction: 'asc' },
  title: (type, { language }) => (language === 'kk' ? type.nameKk : type.nameRu),
  columns: [
    { key: 'nameRu', width: 280, text: type => type.nameRu },
    { key: 'nameKk', width: 280, sortable: false, text: type => type.nameKk },
    {
      key: 'dual',
      width: 150,
      sortable: false,
      text: (type, { word }) => word(`states.yesNo.${type.dual ? 'yes' : 'no'}`),
    },
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
  defaults: { active: true, dual: false, position: 100 },
  sections: [
    {
      title: 'main',
      fields: [
        { name: 'nameRu', field: { kind: 'text' }, required: true, main: true, wide: true },
        { name: 'nameKk', field: { kind: 'text' }, required: true, main: true, wide: true },
        { name: 'nameEn', field: { kind: 'text' }, main: true, wide: true },
        { name: 'code', field: { kind: 'text', format: 'code' }, required: true, main: true },
        { name: 'position', field: { kind: 'number', min: 0, max: 10_000 }, required: true, main: true },
        { name: 'dual', field: { kind: 'boolean', nullable: false }, main: true },
        { name: 'active', field: { kind: 'boolean', nullable: false }, main: true },
      ],
    },
  ],
  tabs: [],
});
