import { groupFields, qualificationFields, specialtyFields } from '#shared/contract/students.ts';
import { describeArea } from '../record-area/descriptor.ts';
import { RecordLink } from '../record-area/record-link.tsx';

const languages = ['kk', 'ru', 'en'] as const;

export const groupsArea = describeArea<'groups'>({
  name: 'groups',
  entity: 'group',
  schema: groupFields,
  sort: { field: 'code', direction: 'asc' },
  title: group => group.code,
  facts: (group, { t }) => [
    group.specialtyCode ?? '',
    group.course ? t('areas.course', { course: group.course }) : '',
    group.curator ?? '',
  ],
  badge: group => ({ kind: 'active', value: group.active ? 'yes' : 'no' }),
  columns: [
    { key: 'code', width: 150, text: group => group.code },
    {
      key: 'specialtyCode',
      label: 'fields.group.specialtyId',
      width: 150,
      sortable: false,
      text: group => group.specialtyCode ?? '',
      render: group =>
        group.specialtyId && (
          <RecordLink name="specialties" id={group.specialtyId}>
            {group.specialtyCode}
          </RecordLink>
        ),
    },
    {
      key: 'qualificationCode',
      label: 'fields.group.qualificationId',
      width: 150,
      sortable: false,
      text: group => group.qualificationCode ?? '',
    },
    { key: 'course', width: 80, align: 'end', text: group => (group.course === null ? '' : String(group.course)) },
    {
      key: 'students',
      width: 110,
      align: 'end',
      sortable: false,
      text: (group, { locale }) => locale.number(group.students),
    },
    {
      key: 'language',
      width: 150,
      sortable: false,
      text: (group, { word }) => (group.language ? word(`states.language.${group.language}`) : ''),
    },
    { key: 'curator', width: 220, sortable: false, text: group => group.curator ?? '' },
    {
      key: 'active',
      width: 150,
      sortable: false,
      text: (group, { word }) => word(`states.yesNo.${group.active ? 'yes' : 'no'}`),
    },
  ],
  filters: [
    { key: 'specialtyId', label: 'fields.group.specialtyId', kind: 'references', name: 'specialties', single: true },
    { key: 'active', label: 'fields.group.active', kind: 'flag' },
  ],
  defaults: { active: true },
  sections: [
    {
      title: 'main',
      fields: [
        { name: 'code', field: { kind: 'text', format: 'code' }, required: true, main: true },
        { name: 'course', field: { kind: 'number', min: 1, max: 6 }, main: true },
        { name: 'specialtyId', field: { kind: 'reference', name: 'specialties', title: 'specialtyCode' }, main: true },
        {
          name: 'qualificationId',
          field: {
            kind: 'reference',
            name: 'qualifications',
            title: 'qualificationCode',
            within: 'specialtyId',
            given: { specialtyId: 'specialtyId' },
          },
          main: true,
        },
        { name: 'language', field: { kind: 'choice', values: languages, text: 'language' }, main: true },
        { name: 'curator', field: { kind: 'text' }, main: true },
        { name: 'active', field: { kind: 'boolean', nullable: false }, main: true },
      ],
    },
  ],
  tabs: [
    {
      key: 'students',
      name: 'students',
      filter: group => ({ groupId: [group.id] }),
      given: group => ({
        groupId: group.id,
        specialtyId: group.specialtyId,
        qualificationId: group.qualificationId,
        course: group.course,
        language: group.language,
      }),
      count: group => group.students,
      without: ['groupCode'],
    },
    { key: 'placements', name: 'placements', filter: group => ({ groupId: [group.id] }), without: ['groupCode'] },
  ],
});

export const specialtiesArea = describeArea<'specialties'>({
  name: 'specialties',
  entity: 'specialty',
  schema: specialtyFields,
  sort: { field: 'code', direction: 'asc' },
  title: (specialty, { language }) =>
    `${specialty.code} ${(language === 'kk' ? specialty.nameKk : null) ?? specialty.nameRu}`,
  columns: [
    { key: 'code', width: 110, text: specialty => specialty.code },
    { key: 'nameRu', width: 340, text: specialty => specialty.nameRu },
    { key: 'nameKk', width: 340, sortable: false, text: specialty => specialty.nameKk ?? '' },
    {
      key: 'practiceHours',
      width: 130,
      align: 'end',
      sortable: false,
      text: (specialty, { locale }) => (specialty.practiceHours === null ? '' : locale.number(specialty.practiceHours)),
    },
    {
      key: 'students',
      width: 110,
      align: 'end',
      sortable: false,
      text: (specialty, { locale }) => locale.number(specialty.students),
    },
  ],
  filters: [],
  defaults: {},
  sections: [
    {
      title: 'main',
      fields: [
        { name: 'code', field: { kind: 'text', format: 'code' }, required: true, main: true },
        { name: 'practiceHours', field: { kind: 'number', min: 0, max: 10_000, unit: 'hours' }, main: true },
        { name: 'nameRu', field: { kind: 'text' }, required: true, main: true, wide: true },
        { name: 'nameKk', field: { kind: 'text' }, main: true, wide: true },
      ],
    },
    {
      title: 'validity',
      fields: [
        { name: 'validFrom', field: { kind: 'date' } },
        { name: 'validTo', field: { kind: 'date' } },
      ],
    },
  ],
  tabs: [
    {
      key: 'groups',
      name: 'groups',
      filter: specialty => ({ specialtyId: specialty.id }),
      given: specialty => ({ specialtyId: specialty.id }),
      count: specialty => specialty.groups,
      without: ['specialtyCode'],
    },
    {
      key: 'qualifications',
      name: 'qualifications',
      filter: specialty => ({ specialtyId: specialty.id }),
      given: specialty => ({ specialtyId: specialty.id }),
      without: ['specialtyCode'],
    },
    {
      key: 'students',
      name: 'students',
      filter: specialty => ({ specialtyId: [specialty.id] }),
      given: specialty => ({ specialtyId: specialty.id }),
      count: specialty => specialty.students,
      without: ['specialtyCode'],
    },
    {
      key: 'requests',
      name: 'requests',
      filter: specialty => ({ specialtyId: [specialty.id] }),
      given: specialty => ({ specialtyId: specialty.id }),
      count: specialty => specialty.requests,
      without: ['specialtyCode'],
    },
    {
      key: 'placements',
      name: 'placements',
      filter: specialty => ({ specialtyId: [specialty.id] }),
      without: ['specialtyCode'],
    },
    { key: 'evaluations', name: 'evaluations', filter: specialty => ({ specialtyId: [specialty.id] }) },
  ],
});

export const qualificationsArea = describeArea<'qualifications'>({
  name: 'qualifications',
  entity: 'qualification',
  schema: qualificationFields,
  sort: { field: 'code', direction: 'asc' },
  title: (qualification, { language }) =>
    `${qualification.code} ${(language === 'kk' ? qualification.nameKk : null) ?? qualification.nameRu ?? ''}`.trim(),
  facts: qualification => [qualification.specialtyCode ?? ''],
  columns: [
    { key: 'code', width: 130, text: qualification => qualification.code },
    { key: 'nameRu', width: 320, text: qualification => qualification.nameRu ?? '' },
    { key: 'nameKk', width: 320, sortable: false, text: qualification => qualification.nameKk ?? '' },
    {
      key: 'specialtyCode',
      label: 'fields.qualification.specialtyId',
      width: 140,
      sortable: false,
      text: qualification => qualification.specialtyCode ?? '',
      render: qualification =>
        qualification.specialtyId && (
          <RecordLink name="specialties" id={qualification.specialtyId}>
            {qualification.specialtyCode}
          </RecordLink>
        ),
    },
    {
      key: 'students',
      width: 110,
      align: 'end',
      sortable: false,
      text: (qualification, { locale }) => locale.number(qualification.students),
    },
  ],
  filters: [
    {
      key: 'specialtyId',
      label: 'fields.qualification.specialtyId',
      kind: 'references',
      name: 'specialties',
      single: true,
    },
  ],
  defaults: {},
  sections: [
    {
      title: 'main',
      fields: [
        { name: 'code', field: { kind: 'text', format: 'code' }, required: true, main: true },
        { name: 'specialtyId', field: { kind: 'reference', name: 'specialties', title: 'specialtyCode' }, main: true },
        { name: 'nameRu', field: { kind: 'text' }, main: true, wide: true },
        { name: 'nameKk', field: { kind: 'text' }, main: true, wide: true },
      ],
    },
    {
      title: 'validity',
      fields: [
        { name: 'validFrom', field: { kind: 'date' } },
        { name: 'validTo', field: { kind: 'date' } },
      ],
    },
  ],
  tabs: [
    {
      key: 'students',
      name: 'students',
      filter: qualification => ({ qualificationId: qualification.id }),
      given: qualification => ({ qualificationId: qualification.id, specialtyId: qualification.specialtyId }),
      count: qualification => qualification.students,
    },
  ],
});
