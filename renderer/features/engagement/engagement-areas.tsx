import { StatusBadge } from '#renderer/ui/status-badge.tsx';
import { today } from '#renderer/ui/today.ts';
import {
  ChallengeLevel,
  ChallengeStatus,
  challengeFields,
  EngagementUnit,
  engagementFields,
  engagementKindFields,
  PromiseSide,
  PromiseState,
  promiseFields,
} from '#shared/contract/engagement.ts';
import { describeArea } from '../record-area/descriptor.ts';
import { RecordLink } from '../record-area/record-link.tsx';
import { PromiseSource } from './summaries.tsx';

export const engagementsArea = describeArea<'engagements'>({
  name: 'engagements',
  entity: 'engagement',
  schema: engagementFields,
  sort: { field: 'startsOn', direction: 'desc' },
  title: engagement => engagement.topic,
  facts: (engagement, { nameOf, locale }) => [
    nameOf('engagementKinds', engagement.kindId),
    engagement.firmName,
    locale.period(engagement.startsOn, engagement.endsOn ?? engagement.startsOn),
  ],
  columns: [
    { key: 'startsOn', width: 105, text: (engagement, { locale }) => locale.date(engagement.startsOn) },
    { key: 'topic', width: 260, grow: true, sortable: false, text: engagement => engagement.topic },
    {
      key: 'kindId',
      width: 230,
      text: (engagement, { nameOf }) => nameOf('engagementKinds', engagement.kindId),
    },
    {
      key: 'firmName',
      label: 'fields.engagement.firmId',
      width: 210,
      text: engagement => engagement.firmName,
      render: engagement => (
        <RecordLink name="firms" id={engagement.firmId}>
          {engagement.firmName}
        </RecordLink>
      ),
    },
    {
      key: 'quantity',
      width: 130,
      align: 'end',
      sortable: false,
      text: (engagement, { locale, word }) =>
        engagement.quantity === null
          ? ''
          : `${locale.number(engagement.quantity)} ${word(`states.engagementUnit.${engagement.unit}`)}`,
    },
    {
      key: 'hours',
      width: 80,
      align: 'end',
      text: (engagement, { locale }) => (engagement.hours === null ? '' : locale.number(engagement.hours)),
    },
    {
      key: 'people',
      width: 120,
      align: 'end',
      sortable: false,
      hidden: true,
      text: (engagement, { locale }) => (engagement.people === null ? '' : locale.number(engagement.people)),
    },
    {
      key: 'amountMinor',
      width: 140,
      align: 'end',
      text: (engagement, { locale }) => (engagement.amountMinor === null ? '' : locale.money(engagement.amountMinor)),
    },
    { key: 'result', width: 220, sortable: false, hidden: true, text: engagement => engagement.result ?? '' },
  ],
  filters: [
    { key: 'kindId', label: 'fields.engagement.kindId', kind: 'dictionary', name: 'engagementKinds' },
    { key: 'firmId', label: 'fields.engagement.firmId', kind: 'references', name: 'firms', single: true },
    { key: ['activeFrom', 'activeTo'], label: 'areas.filters.activeOn', kind: 'schoolYear' },
  ],
  defaults: { startsOn: today() },
  sections: [
    {
      title: 'main',
      fields: [
        { name: 'kindId', field: { kind: 'dictionary', name: 'engagementKinds' }, required: true, main: true },
        {
          name: 'firmId',
          field: { kind: 'reference', name: 'firms', title: 'firmName' },
          required: true,
          main: true,
        },
        { name: 'topic', field: { kind: 'text' }, required: true, main: true, wide: true },
        { name: 'startsOn', field: { kind: 'date' }, required: true, main: true },
        { name: 'endsOn', field: { kind: 'date' }, main: true },
        { name: 'quantity', field: { kind: 'number', min: 0, max: 1_000_000 }, main: true },
        { name: 'hours', field: { kind: 'number', min: 0, max: 100_000, unit: 'hours' }, main: true },
        { name: 'amountMinor', field: { kind: 'money' }, main: true },
        { name: 'people', field: { kind: 'number', min: 0, max: 100_000 } },
        { name: 'participants', field: { kind: 'long' }, main: true, wide: true },
      ],
    },
    {
      title: 'outcome',
      fields: [
        { name: 'result', field: { kind: 'long' }, wide: true },
        { name: 'document', field: { kind: 'text' } },
      ],
    },
    { title: 'notes', fields: [{ name: 'notes', field: { kind: 'long' }, wide: true }] },
  ],
  tabs: [
    {
      key: 'milestones',
      name: 'milestones',
      filter: engagement => ({ engagementId: engagement.id }),
      given: engagement => ({ engagementId: engagement.id }),
      without: ['engagementTopic', 'firmName'],
    },
  ],
});

export const promisesArea = describeArea<'promises'>({
  name: 'promises',
  entity: 'promise',
  schema: promiseFields,
  sort: { field: 'dueOn', direction: 'asc' },
  title: promise => promise.promise,
  facts: (promise, { word, locale }) => [
    word(`states.promiseSide.${promise.side}`),
    promise.firmName,
    locale.date(promise.dueOn),
  ],
  badge: promise => ({ kind: 'promise', value: promise.state }),
  Notice: PromiseSource,
  columns: [
    { key: 'dueOn', width: 105, text: (promise, { locale }) => locale.date(promise.dueOn) },
    { key: 'promise', width: 300, grow: true, sortable: false, text: promise => promise.promise },
    {
      key: 'state',
      width: 210,
      sortable: false,
      text: (promise, { word }) => word(`states.promise.${promise.state}`),
      render: promise => <StatusBadge kind="promise" value={promise.state} plain />,
    },
    {
      key: 'side',
      width: 120,
      sortable: false,
      text: (promise, { word }) => word(`states.promiseSide.${promise.side}`),
    },
    {
      key: 'firmName',
      label: 'fields.promise.firmId',
      width: 220,
      text: promise => promise.firmName,
      render: promise => (
        <RecordLink name="firms" id={promise.firmId}>
          {promise.firmName}
        </RecordLink>
      ),
    },
    { key: 'promisedOn', width: 130, text: (promise, { locale }) => locale.date(promise.promisedOn) },
    {
      key: 'deliveredOn',
      width: 110,
      sortable: false,
      text: (promise, { locale }) => locale.date(promise.deliveredOn),
    },
    { key: 'proof', width: 200, sortable: false, hidden: true, text: promise => promise.proof ?? '' },
  ],
  filters: [
    { key: 'state', label: 'fields.promise.state', kind: 'choices', values: PromiseState.options, text: 'promise' },
    { key: 'side', label: 'fields.promise.side', kind: 'choices', values: PromiseSide.options, text: 'promiseSide' },
    { key: 'firmId', label: 'fields.promise.firmId', kind: 'references', name: 'firms', single: true },
    { key: ['promisedFrom', 'promisedTo'], label: 'areas.filters.activeOn', kind: 'schoolYear' },
  ],
  defaults: { side: 'firm', promisedOn: today() },
  sections: [
    {
      title: 'main',
      fields: [
        {
          name: 'firmId',
          field: { kind: 'reference', name: 'firms', title: 'firmName' },
          required: true,
          main: true,
        },
        {
          name: 'side',
          field: { kind: 'choice', values: PromiseSide.options, text: 'promiseSide' },
          required: true,
          main: true,
        },
        { name: 'promise', field: { kind: 'long' }, required: true, main: true, wide: true },
        { name: 'promisedOn', field: { kind: 'date' }, required: true, main: true },
        { name: 'dueOn', field: { kind: 'date' }, main: true },
        {
          name: 'agreementId',
          field: { kind: 'reference', name: 'agreements', title: 'agreementNumber', within: 'firmId' },
        },
        { name: 'meetingId', field: { kind: 'reference', name: 'meetings', title: 'meetingTitle' } },
      ],
    },
    {
      title: 'outcome',
      fields: [
        { name: 'deliveredOn', field: { kind: 'date' } },
        { name: 'proof', field: { kind: 'text' } },
      ],
    },
    { title: 'notes', fields: [{ name: 'notes', field: { kind: 'long' }, wide: true }] },
  ],
  tabs: [],
});

export const challengesArea = describeArea<'challenges'>({
  name: 'challenges',
  entity: 'challenge',
  schema: challengeFields,
  sort: { field: 'raisedOn', direction: 'desc' },
  title: challenge => challenge.description,
  facts: (challenge, { word, locale }) => [
    word(`states.challengeLevel.${challenge.level}`),
    challenge.firmName ?? '',
    locale.date(challenge.raisedOn),
  ],
  badge: challenge => ({ kind: 'challenge', value: challenge.status }),
  columns: [
    { key: 'raisedOn', width: 130, text: (challenge, { locale }) => locale.date(challenge.raisedOn) },
    { key: 'description', width: 320, grow: true, sortable: false, text: challenge => challenge.description },
    {
      key: 'status',
      width: 160,
      text: (challenge, { word }) => word(`states.challenge.${challenge.status}`),
      render: challenge => <StatusBadge kind="challenge" value={challenge.status} plain />,
    },
    {
      key: 'level',
      width: 190,
      text: (challenge, { word }) => word(`states.challengeLevel.${challenge.level}`),
    },
    {
      key: 'firmName',
      label: 'fields.challenge.firmId',
      width: 210,
      sortable: false,
      text: challenge => challenge.firmName ?? '',
      render: challenge =>
        challenge.firmId && (
          <RecordLink name="firms" id={challenge.firmId}>
            {challenge.firmName}
          </RecordLink>
        ),
    },
    { key: 'owner', width: 160, sortable: false, text: challenge => challenge.owner ?? '' },
    { key: 'action', width: 220, sortable: false, hidden: true, text: challenge => challenge.action ?? '' },
  ],
  filters: [
    {
      key: 'status',
      label: 'fields.challenge.status',
      kind: 'choices',
      values: ChallengeStatus.options,
      text: 'challenge',
    },
    {
      key: 'level',
      label: 'fields.challenge.level',
      kind: 'choices',
      values: ChallengeLevel.options,
      text: 'challengeLevel',
    },
    { key: 'firmId', label: 'fields.challenge.firmId', kind: 'references', name: 'firms', single: true },
    { key: ['raisedFrom', 'raisedTo'], label: 'areas.filters.activeOn', kind: 'schoolYear' },
  ],
  defaults: { status: 'open', raisedOn: today() },
  sections: [
    {
      title: 'main',
      fields: [
        { name: 'description', field: { kind: 'long' }, required: true, main: true, wide: true },
        {
          name: 'level',
          field: { kind: 'choice', values: ChallengeLevel.options, text: 'challengeLevel' },
          required: true,
          main: true,
        },
        { name: 'raisedOn', field: { kind: 'date' }, required: true, main: true },
        { name: 'firmId', field: { kind: 'reference', name: 'firms', title: 'firmName' }, main: true },
        { name: 'owner', field: { kind: 'text' }, main: true },
        { name: 'action', field: { kind: 'long' }, main: true, wide: true },
      ],
    },
    {
      title: 'outcome',
      fields: [
        {
          name: 'status',
          field: { kind: 'choice', values: ChallengeStatus.options, text: 'challenge' },
          required: true,
        },
        { name: 'resolvedOn', field: { kind: 'date' } },
      ],
    },
    { title: 'notes', fields: [{ name: 'notes', field: { kind: 'long' }, wide: true }] },
  ],
  tabs: [],
});

export const engagementKindsArea = describeArea<'engagementKinds'>({
  name: 'engagementKinds',
  entity: 'engagementKind',
  schema: engagementKindFields,
  sort: { field: 'position', direction: 'asc' },
  title: (kind, { language }) => (language === 'kk' ? kind.nameKk : kind.nameRu),
  columns: [
    { key: 'nameRu', width: 320, sortable: false, text: kind => kind.nameRu },
    { key: 'nameKk', width: 320, sortable: false, text: kind => kind.nameKk },
    {
      key: 'unit',
      width: 130,
      sortable: false,
      text: (kind, { word }) => word(`states.engagementUnit.${kind.unit}`),
    },
    { key: 'position', width: 90, align: 'end', text: (kind, { locale }) => locale.number(kind.position) },
    {
      key: 'active',
      width: 150,
      sortable: false,
      text: (kind, { word }) => word(`states.active.${kind.active ? 'yes' : 'no'}`),
      render: kind => <StatusBadge kind="active" value={kind.active ? 'yes' : 'no'} plain />,
    },
  ],
  filters: [],
  defaults: { position: 100, active: true, unit: 'event' },
  sections: [
    {
      title: 'main',
      fields: [
        { name: 'nameRu', field: { kind: 'text' }, required: true, main: true },
        { name: 'nameKk', field: { kind: 'text' }, required: true, main: true },
        { name: 'nameEn', field: { kind: 'text' } },
        { name: 'code', field: { kind: 'text', format: 'code' }, required: true, main: true },
        {
          name: 'unit',
          field: { kind: 'choice', values: EngagementUnit.options, text: 'engagementUnit' },
          required: true,
          main: true,
        },
        { name: 'position', field: { kind: 'number', min: 0, max: 1000 }, required: true, main: true },
        { name: 'active', field: { kind: 'boolean', nullable: false }, main: true },
      ],
    },
  ],
  tabs: [],
});
