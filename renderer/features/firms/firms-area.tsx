import { StatusBadge } from '#renderer/ui/status-badge.tsx';
import { firmFields } from '#shared/contract/firms.ts';
import { DepthName } from '#shared/contract/partnership.ts';
import { isIinOfFirm } from '#shared/domain/masked-iin.ts';
import { readablePhone } from '#shared/domain/phone-text.ts';
import { describeArea } from '../record-area/descriptor.ts';
import { DoublesOfFirm } from './possible-duplicates.tsx';

const statuses = ['prospect', 'active', 'dormant', 'former'] as const;
const origins = ['college', 'firm', 'department', 'programme', 'other'] as const;
const sizes = ['micro', 'small', 'medium', 'large'] as const;

export const firmsArea = describeArea<'firms'>({
  name: 'firms',
  entity: 'firm',
  schema: firmFields,
  sort: { field: 'nameRu', direction: 'asc' },
  title: (firm, { language }) => (language === 'kk' ? (firm.nameKk ?? firm.nameRu) : firm.nameRu),
  facts: (firm, tools) => [
    firm.bin === null || isIinOfFirm(firm.bin) ? '' : firm.bin,
    firm.city ?? '',
    firm.agreementsInForce > 0 ? tools.t('areas.firmCount', { count: firm.agreementsInForce }) : '',
  ],
  badge: firm => ({ kind: 'firm', value: firm.status }),
  Notice: DoublesOfFirm as never,
  columns: [
    {
      key: 'nameRu',
      label: 'lists.name',
      width: 240,
      text: (firm, { language }) => (language === 'kk' ? (firm.nameKk ?? firm.nameRu) : firm.nameRu),
    },
    { key: 'bin', width: 132, text: firm => firm.bin ?? '' },
    {
      key: 'status',
      width: 145,
      text: (firm, { word }) => word(`states.firm.${firm.status}`),
      render: firm => <StatusBadge kind="firm" value={firm.status} plain />,
    },
    { key: 'depth', width: 140, text: (firm, { word }) => word(`states.depth.${firm.depth}`) },
    { key: 'city', width: 135, text: firm => firm.city ?? '' },
    { key: 'sector', width: 150, text: firm => firm.sector ?? '' },
    {
      key: 'agreementsInForce',
      label: 'areas.columns.inForce',
      width: 80,
      align: 'end',
      text: (firm, { locale }) => locale.number(firm.agreementsInForce),
    },
    { key: 'placements', width: 100, align: 'end', text: (firm, { locale }) => locale.number(firm.placements) },
    { key: 'phone', width: 158, sortable: false, hidden: true, text: firm => readablePhone(firm.phone ?? '') },
    { key: 'email', width: 190, sortable: false, hidden: true, text: firm => firm.email ?? '' },
    {
      key: 'sizeClass',
      width: 120,
      sortable: false,
      hidden: true,
      text: (firm, { word }) => (firm.sizeClass ? word(`states.sizeClass.${firm.sizeClass}`) : ''),
    },
    {
      key: 'verifiedOn',
      width: 120,
      sortable: false,
      hidden: true,
      text: (firm, { locale }) => locale.date(firm.verifiedOn),
    },
  ],
  filters: [
    { key: 'status', label: 'fields.firm.status', kind: 'choices', values: statuses, text: 'firm' },
    { key: 'sizeClass', label: 'fields.firm.sizeClass', kind: 'choices', values: sizes, text: 'sizeClass' },
    { key: 'depth', label: 'fields.firm.depth', kind: 'choices', values: DepthName.options, text: 'depth' },
    { key: 'withoutBin', label: 'areas.filters.withoutBin', kind: 'flag' },
    { key: ['partnerFrom', 'partnerTo'], label: 'areas.filters.activeOn', kind: 'schoolYear' },
  ],
  defaults: { status: 'prospect' },
  sections: [
    {
      title: 'main',
      fields: [
        { name: 'nameRu', field: { kind: 'text' }, required: true, main: true, wide: true },
        { name: 'nameKk', field: { kind: 'text' }, main: true, wide: true },
        { name: 'bin', field: { kind: 'identifier', of: 'either' }, main: true },
        { name: 'status', field: { kind: 'choice', values: statuses, text: 'firm' }, required: true, main: true },
        { name: 'shortName', field: { kind: 'text' } },
        { name: 'legalForm', field: { kind: 'legalForm' } },
        { name: 'sector', field: { kind: 'text' }, main: true },
        { name: 'oked', field: { kind: 'text', format: 'code' } },
        { name: 'sizeClass', field: { kind: 'choice', values: sizes, text: 'sizeClass' } },
        { name: 'origin', field: { kind: 'choice', values: origins, text: 'origin' } },
      ],
    },
    {
      title: 'contactDetails',
      fields: [
        { name: 'region', field: { kind: 'text' } },
        { name: 'city', field: { kind: 'text' }, main: true },
        { name: 'address', field: { kind: 'text' }, wide: true },
        { name: 'phone', field: { kind: 'text', format: 'phone' }, main: true },
        { name: 'email', field: { kind: 'text', format: 'email' } },
        { name: 'website', field: { kind: 'text', format: 'link' } },
      ],
    },
    {
      title: 'verification',
      fields: [
        { name: 'verifiedOn', field: { kind: 'date' } },
        { name: 'verifiedBy', field: { kind: 'text' } },
        { name: 'verifiedSource', field: { kind: 'text' }, wide: true },
      ],
    },
    { title: 'notes', fields: [{ name: 'notes', field: { kind: 'long' }, wide: true }] },
  ],
  tabs: [
    {
      key: 'agreements',
      name: 'agreements',
      filter: firm => ({ firmId: firm.id }),
      given: firm => ({ firmId: firm.id }),
      count: firm => firm.agreements,
      without: ['firmName'],
    },
    {
      key: 'placements',
      name: 'placements',
      filter: firm => ({ firmId: firm.id }),
      given: firm => ({ firmId: firm.id }),
      count: firm => firm.placements,
      without: ['firmName'],
    },
    {
      key: 'contacts',
      name: 'contacts',
      filter: firm => ({ firmId: firm.id }),
      given: firm => ({ firmId: firm.id }),
      count: firm => firm.contacts,
      without: ['firmName'],
    },
    {
      key: 'sites',
      name: 'sites',
      filter: firm => ({ firmId: firm.id }),
      given: firm => ({ firmId: firm.id }),
      count: firm => firm.sites,
      without: ['firmName'],
    },
    {
      key: 'requests',
      name: 'requests',
      filter: firm => ({ firmId: firm.id }),
      given: firm => ({ firmId: firm.id }),
      count: firm => firm.requests,
      without: ['firmName'],
    },
    {
      key: 'engagements',
      name: 'engagements',
      filter: firm => ({ firmId: firm.id }),
      given: firm => ({ firmId: firm.id }),
      without: ['firmName'],
    },
    {
      key: 'promises',
      name: 'promises',
      filter: firm => ({ firmId: firm.id }),
      given: firm => ({ firmId: firm.id }),
      without: ['firmName'],
    },
    {
      key: 'visits',
      name: 'visits',
      filter: firm => ({ firmId: firm.id }),
      given: firm => ({ firmId: firm.id }),
      without: ['firmName'],
    },
    {
      key: 'letters',
      name: 'letters',
      filter: firm => ({ firmId: firm.id }),
      count: firm => firm.letters,
      without: ['firmName'],
    },
  ],
});
