import { contactFields, siteFields } from '#shared/contract/firms.ts';
import { readablePhone } from '#shared/domain/phone-text.ts';
import { describeArea } from '../record-area/descriptor.ts';
import { RecordLink } from '../record-area/record-link.tsx';
import { DoublesOfContact } from './possible-duplicates.tsx';

const roles = ['head', 'signatory', 'mentor', 'hr', 'accountant', 'other'] as const;

export const contactsArea = describeArea<'contacts'>({
  name: 'contacts',
  entity: 'contact',
  schema: contactFields,
  sort: { field: 'name', direction: 'asc' },
  title: contact => contact.name,
  facts: contact => [contact.position ?? '', contact.firmName],
  Notice: DoublesOfContact as never,
  columns: [
    { key: 'name', width: 240, text: contact => contact.name },
    { key: 'position', width: 180, text: contact => contact.position ?? '' },
    {
      key: 'firmName',
      label: 'fields.contact.firmId',
      width: 260,
      sortable: false,
      text: contact => contact.firmName,
      render: contact => (
        <RecordLink name="firms" id={contact.firmId}>
          {contact.firmName}
        </RecordLink>
      ),
    },
    {
      key: 'roles',
      width: 200,
      sortable: false,
      text: (contact, { word }) => contact.roles.map(role => word(`states.role.${role}`)).join(', '),
    },
    { key: 'phone', width: 160, sortable: false, text: contact => readablePhone(contact.phone ?? '') },
    { key: 'email', width: 200, sortable: false, text: contact => contact.email ?? '' },
  ],
  filters: [],
  defaults: { roles: [] },
  sections: [
    {
      title: 'main',
      fields: [
        {
          name: 'firmId',
          field: { kind: 'reference', name: 'firms', title: 'firmName' },
          required: true,
          main: true,
          wide: true,
        },
        { name: 'name', field: { kind: 'text' }, required: true, main: true },
        { name: 'position', field: { kind: 'text' }, main: true },
        { name: 'roles', field: { kind: 'choices', values: roles, text: 'role' }, main: true },
        { name: 'language', field: { kind: 'choice', values: ['kk', 'ru', 'en'], text: 'language' } },
        { name: 'phone', field: { kind: 'text', format: 'phone' }, main: true },
        { name: 'email', field: { kind: 'text', format: 'email' }, main: true },
      ],
    },
    {
      title: 'power',
      fields: [
        { name: 'basis', field: { kind: 'text' }, wide: true },
        { name: 'basisNumber', field: { kind: 'text' } },
        { name: 'basisDate', field: { kind: 'date' } },
        { name: 'basisUntil', field: { kind: 'date' } },
      ],
    },
    { title: 'notes', fields: [{ name: 'notes', field: { kind: 'long' }, wide: true }] },
  ],
  tabs: [
    {
      key: 'mentored',
      name: 'placements',
      filter: contact => ({ mentorId: contact.id }),
      given: contact => ({ mentorId: contact.id, firmId: contact.firmId }),
      count: contact => contact.placements,
    },
  ],
});

export const sitesArea = describeArea<'sites'>({
  name: 'sites',
  entity: 'site',
  schema: siteFields,
  sort: { field: 'name', direction: 'asc' },
  title: site => site.name,
  facts: site => [site.city ?? '', site.firmName],
  columns: [
    { key: 'name', width: 240, text: site => site.name },
    {
      key: 'firmName',
      label: 'fields.site.firmId',
      width: 260,
      sortable: false,
      text: site => site.firmName,
      render: site => (
        <RecordLink name="firms" id={site.firmId}>
          {site.firmName}
        </RecordLink>
      ),
    },
    { key: 'city', width: 160, text: site => site.city ?? '' },
    { key: 'address', width: 280, sortable: false, text: site => site.address ?? '' },
    { key: 'phone', width: 160, sortable: false, text: site => readablePhone(site.phone ?? '') },
  ],
  filters: [],
  defaults: {},
  sections: [
    {
      title: 'main',
      fields: [
        {
          name: 'firmId',
          field: { kind: 'reference', name: 'firms', title: 'firmName' },
          required: true,
          main: true,
          wide: true,
        },
        { name: 'name', field: { kind: 'text' }, required: true, main: true },
        { name: 'city', field: { kind: 'text' }, main: true },
        { name: 'address', field: { kind: 'text' }, main: true, wide: true },
        { name: 'phone', field: { kind: 'text', format: 'phone' }, main: true },
      ],
    },
    { title: 'notes', fields: [{ name: 'notes', field: { kind: 'long' }, wide: true }] },
  ],
  tabs: [],
});
