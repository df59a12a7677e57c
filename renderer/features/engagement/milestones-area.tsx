import { StatusBadge } from '#renderer/ui/status-badge.tsx';
import { today } from '#renderer/ui/today.ts';
import { MilestoneState, milestoneFields } from '#shared/contract/engagement.ts';
import { describeArea } from '../record-area/descriptor.ts';
import { RecordLink } from '../record-area/record-link.tsx';

/** Steps of joint projects, applied research and hubs: due day, result, how much. */
export const milestonesArea = describeArea<'milestones'>({
  name: 'milestones',
  entity: 'milestone',
  schema: milestoneFields,
  sort: { field: 'dueOn', direction: 'asc' },
  title: milestone => milestone.title,
  facts: (milestone, { locale }) => [milestone.engagementTopic, milestone.firmName, locale.date(milestone.dueOn)],
  badge: milestone => ({ kind: 'milestone', value: milestone.state }),
  columns: [
    { key: 'dueOn', width: 105, text: (milestone, { locale }) => locale.date(milestone.dueOn) },
    { key: 'title', width: 260, grow: true, sortable: false, text: milestone => milestone.title },
    {
      key: 'state',
      width: 190,
      sortable: false,
      text: (milestone, { word }) => word(`states.milestone.${milestone.state}`),
      render: milestone => <StatusBadge kind="milestone" value={milestone.state} plain />,
    },
    {
      key: 'engagementTopic',
      label: 'fields.milestone.engagementId',
      width: 220,
      sortable: false,
      text: milestone => milestone.engagementTopic,
      render: milestone => (
        <RecordLink name="engagements" id={milestone.engagementId}>
          {milestone.engagementTopic}
        </RecordLink>
      ),
    },
    {
      key: 'firmName',
      label: 'fields.milestone.firmId',
      width: 200,
      sortable: false,
      text: milestone => milestone.firmName,
      render: milestone => (
        <RecordLink name="firms" id={milestone.firmId}>
          {milestone.firmName}
        </RecordLink>
      ),
    },
    {
      key: 'quantity',
      width: 140,
      align: 'end',
      sortable: false,
      text: (milestone, { locale }) =>
        milestone.quantity === null
          ? ''
          : `${locale.number(milestone.quantity)} ${milestone.quantityUnit ?? ''}`.trimEnd(),
    },
    { key: 'result', width: 220, sortable: false, text: milestone => milestone.result ?? '' },
  ],
  filters: [
    {
      key: 'state',
      label: 'fields.milestone.state',
      kind: 'choices',
      values: MilestoneState.options,
      text: 'milestone',
    },
    { key: 'firmId', label: 'fields.milestone.firmId', kind: 'references', name: 'firms', single: true },
    { key: ['dueFrom', 'dueTo'], label: 'areas.filters.activeOn', kind: 'schoolYear' },
  ],
  defaults: { dueOn: today() },
  sections: [
    {
      title: 'main',
      fields: [
        { name: 'title', field: { kind: 'text' }, required: true, main: true, wide: true },
        {
          name: 'engagementId',
          field: { kind: 'reference', name: 'engagements', title: 'engagementTopic' },
          required: true,
          main: true,
        },
        { name: 'dueOn', field: { kind: 'date' }, required: true, main: true },
      ],
    },
    {
      title: 'outcome',
      fields: [
        { name: 'doneOn', field: { kind: 'date' }, main: true },
        { name: 'result', field: { kind: 'long' }, main: true, wide: true },
        { name: 'quantity', field: { kind: 'number', min: 0, max: 1_000_000_000 }, main: true },
        { name: 'quantityUnit', field: { kind: 'text' }, main: true },
      ],
    },
    { title: 'notes', fields: [{ name: 'notes', field: { kind: 'long' }, wide: true }] },
  ],
  tabs: [],
});
