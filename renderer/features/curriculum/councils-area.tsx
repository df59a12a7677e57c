import { StatusBadge } from '#renderer/ui/status-badge.tsx';
import { today } from '#renderer/ui/today.ts';
import { councilFields, councilMemberFields, MemberRole, meetingFields } from '#shared/contract/councils.ts';
import { describeArea, type Tools } from '../record-area/descriptor.ts';
import { RecordLink } from '../record-area/record-link.tsx';

/** The name of a council in the language of the screen. */
const councilName = (names: { readonly nameRu: string; readonly nameKk: string }, { language }: Tools): string =>
  language === 'kk' ? names.nameKk : names.nameRu;

export const councilsArea = describeArea<'councils'>({
  name: 'councils',
  entity: 'council',
  schema: councilFields,
  sort: { field: 'nameRu', direction: 'asc' },
  title: councilName,
  badge: council => ({ kind: 'active', value: council.active ? 'yes' : 'no' }),
  columns: [
    { key: 'nameRu', width: 300, grow: true, text: council => council.nameRu },
    { key: 'nameKk', width: 300, sortable: false, text: council => council.nameKk },
    {
      key: 'members',
      label: 'areas.tabs.councilMembers',
      width: 130,
      align: 'end',
      sortable: false,
      text: (council, { locale }) => locale.number(council.members),
    },
    {
      key: 'meetings',
      label: 'areas.tabs.meetings',
      width: 110,
      align: 'end',
      sortable: false,
      text: (council, { locale }) => locale.number(council.meetings),
    },
  ],
  filters: [{ key: 'active', label: 'fields.council.active', kind: 'flag' }],
  defaults: { active: true },
  sections: [
    {
      title: 'main',
      fields: [
        { name: 'nameRu', field: { kind: 'text' }, required: true, main: true, wide: true },
        { name: 'nameKk', field: { kind: 'text' }, required: true, main: true, wide: true },
        { name: 'active', field: { kind: 'boolean', nullable: false }, main: true },
        { name: 'notes', field: { kind: 'long' }, wide: true },
      ],
    },
  ],
  tabs: [
    {
      key: 'councilMembers',
      name: 'councilMembers',
      filter: council => ({ councilId: council.id }),
      given: council => ({ councilId: council.id }),
      count: council => council.members,
    },
    {
      key: 'meetings',
      name: 'meetings',
      filter: council => ({ councilId: council.id }),
      given: council => ({ councilId: council.id, heldOn: today() }),
      count: council => council.meetings,
      without: ['councilNameRu'],
    },
  ],
});

export const councilMembersArea = describeArea<'councilMembers'>({
  name: 'councilMembers',
  entity: 'councilMember',
  schema: councilMemberFields,
  sort: { field: 'role', direction: 'asc' },
  title: member => member.name,
  facts: (member, { word }) => [
    word(`states.memberRole.${member.role}`),
    member.firmName ?? '',
    member.position ?? '',
    word(`states.mandate.${member.current ? 'yes' : 'no'}`),
  ],
  columns: [
    { key: 'name', width: 240, grow: true, text: member => member.name },
    { key: 'role', width: 190, text: (member, { word }) => word(`states.memberRole.${member.role}`) },
    {
      key: 'firmName',
      label: 'fields.councilMember.firmId',
      width: 230,
      sortable: false,
      text: member => member.firmName ?? '',
      render: member =>
        member.firmId && (
          <RecordLink name="firms" id={member.firmId}>
            {member.firmName}
          </RecordLink>
        ),
    },
    { key: 'position', width: 180, sortable: false, text: member => member.position ?? '' },
    { key: 'fromOn', width: 110, text: (member, { locale }) => locale.date(member.fromOn) },
    { key: 'toOn', width: 110, text: (member, { locale }) => locale.date(member.toOn) },
    {
      key: 'current',
      width: 130,
      sortable: false,
      text: (member, { word }) => word(`states.mandate.${member.current ? 'yes' : 'no'}`),
      render: member => <StatusBadge kind="mandate" value={member.current ? 'yes' : 'no'} plain />,
    },
    {
      key: 'attended',
      width: 150,
      align: 'end',
      sortable: false,
      text: (member, { locale }) => `${locale.number(member.attended)} / ${locale.number(member.meetings)}`,
    },
  ],
  filters: [
    { key: 'current', label: 'fields.councilMember.current', kind: 'flag' },
    { key: 'councilId', label: 'fields.councilMember.councilId', kind: 'references', name: 'councils', single: true },
    { key: 'firmId', label: 'fields.councilMember.firmId', kind: 'references', name: 'firms', single: true },
  ],
  defaults: { role: 'member' },
  sections: [
    {
      title: 'main',
      fields: [
        { name: 'name', field: { kind: 'text' }, required: true, main: true },
        {
          name: 'role',
          field: { kind: 'choice', values: MemberRole.options, text: 'memberRole' },
          required: true,
          main: true,
        },
        {
          name: 'councilId',
          field: { kind: 'reference', name: 'councils', title: 'councilName' },
          required: true,
          main: true,
        },
        { name: 'firmId', field: { kind: 'reference', name: 'firms', title: 'firmName' }, main: true },
        { name: 'position', field: { kind: 'text' }, main: true },
        { name: 'fromOn', field: { kind: 'date' }, main: true },
        { name: 'toOn', field: { kind: 'date' }, main: true },
        { name: 'notes', field: { kind: 'long' }, wide: true },
      ],
    },
  ],
  tabs: [],
});

export const meetingsArea = describeArea<'meetings'>({
  name: 'meetings',
  entity: 'meeting',
  schema: meetingFields,
  sort: { field: 'heldOn', direction: 'desc' },
  opensOn: 'agenda',
  title: (meeting, { locale }) => `№ ${meeting.minuteNumber} · ${locale.date(meeting.heldOn)}`,
  facts: (meeting, { t, language }) => [
    language === 'kk' ? meeting.councilNameKk : meeting.councilNameRu,
    meeting.place ?? '',
    meeting.attendance.length === 0
      ? ''
      : t('curriculum.presentCount', {
          present: meeting.attendance.filter(member => member.present === true).length,
          total: meeting.attendance.length,
        }),
  ],
  columns: [
    { key: 'heldOn', width: 120, text: (meeting, { locale }) => locale.date(meeting.heldOn) },
    { key: 'minuteNumber', width: 130, text: meeting => meeting.minuteNumber },
    {
      key: 'councilNameRu',
      label: 'fields.meeting.councilId',
      width: 260,
      grow: true,
      text: (meeting, { language }) => (language === 'kk' ? meeting.councilNameKk : meeting.councilNameRu),
      render: (meeting, { language }) => (
        <RecordLink name="councils" id={meeting.councilId}>
          {language === 'kk' ? meeting.councilNameKk : meeting.councilNameRu}
        </RecordLink>
      ),
    },
    {
      key: 'items',
      width: 100,
      align: 'end',
      sortable: false,
      text: (meeting, { locale }) => locale.number(meeting.items),
    },
    {
      key: 'decided',
      width: 100,
      align: 'end',
      sortable: false,
      text: (meeting, { locale }) => locale.number(meeting.decided),
    },
    {
      key: 'present',
      width: 140,
      align: 'end',
      sortable: false,
      text: (meeting, { locale }) => locale.number(meeting.present),
    },
    { key: 'place', width: 200, sortable: false, text: meeting => meeting.place ?? '' },
  ],
  filters: [
    { key: 'councilId', label: 'fields.meeting.councilId', kind: 'references', name: 'councils', single: true },
    { key: ['heldFrom', 'heldTo'], label: 'areas.filters.activeOn', kind: 'schoolYear' },
  ],
  defaults: { heldOn: today() },
  sections: [
    {
      title: 'main',
      fields: [
        {
          name: 'councilId',
          field: { kind: 'reference', name: 'councils', title: 'councilName' },
          required: true,
          main: true,
        },
        { name: 'heldOn', field: { kind: 'date' }, required: true, main: true },
        { name: 'minuteNumber', field: { kind: 'text' }, required: true, main: true },
        { name: 'place', field: { kind: 'text' }, main: true },
        { name: 'notes', field: { kind: 'long' }, wide: true },
      ],
    },
  ],
  tabs: [
    {
      key: 'promises',
      name: 'promises',
      filter: meeting => ({ meetingId: meeting.id }),
      given: meeting => ({ meetingId: meeting.id, promisedOn: meeting.heldOn }),
    },
  ],
});
