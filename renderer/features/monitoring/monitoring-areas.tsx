import { StatusBadge } from '#renderer/ui/status-badge.tsx';
import { today } from '#renderer/ui/today.ts';
import {
  EvaluationSide,
  evaluationCriterionFields,
  evaluationFields,
  VisitPurpose,
  VisitState,
  visitFields,
} from '#shared/contract/monitoring.ts';
import { describeArea } from '../record-area/descriptor.ts';
import { RecordLink } from '../record-area/record-link.tsx';

export const visitsArea = describeArea<'visits'>({
  name: 'visits',
  entity: 'visit',
  schema: visitFields,
  sort: { field: 'onDay', direction: 'desc' },
  title: visit => visit.firmName,
  facts: (visit, { word, locale }) => [
    word(`states.visitPurpose.${visit.purpose}`),
    visit.studentName ?? visit.siteName ?? '',
    locale.date(visit.onDay),
  ],
  badge: visit => ({ kind: 'visit', value: visit.state }),
  columns: [
    { key: 'onDay', width: 108, text: (visit, { locale }) => locale.date(visit.onDay) },
    {
      key: 'state',
      width: 150,
      sortable: false,
      text: (visit, { word }) => word(`states.visit.${visit.state}`),
      render: visit => <StatusBadge kind="visit" value={visit.state} plain />,
    },
    {
      key: 'firmName',
      label: 'fields.visit.firmId',
      width: 210,
      grow: true,
      text: visit => visit.firmName,
      render: visit => (
        <RecordLink name="firms" id={visit.firmId}>
          {visit.firmName}
        </RecordLink>
      ),
    },
    {
      key: 'studentName',
      width: 190,
      sortable: false,
      text: visit => visit.studentName ?? '',
      render: visit =>
        visit.placementId && (
          <RecordLink name="placements" id={visit.placementId}>
            {visit.studentName}
          </RecordLink>
        ),
    },
    { key: 'purpose', width: 190, text: (visit, { word }) => word(`states.visitPurpose.${visit.purpose}`) },
    { key: 'visitor', width: 160, text: visit => visit.visitor ?? '' },
    { key: 'findings', width: 260, sortable: false, text: visit => visit.findings ?? '' },
    { key: 'nextStep', width: 220, sortable: false, hidden: true, text: visit => visit.nextStep ?? '' },
    { key: 'plannedOn', width: 130, hidden: true, text: (visit, { locale }) => locale.date(visit.plannedOn) },
    { key: 'doneOn', width: 130, hidden: true, text: (visit, { locale }) => locale.date(visit.doneOn) },
  ],
  filters: [
    { key: 'state', label: 'fields.visit.state', kind: 'choices', values: VisitState.options, text: 'visit' },
    {
      key: 'purpose',
      label: 'fields.visit.purpose',
      kind: 'choices',
      values: VisitPurpose.options,
      text: 'visitPurpose',
    },
    { key: 'firmId', label: 'fields.visit.firmId', kind: 'references', name: 'firms', single: true },
    { key: 'open', label: 'areas.filters.openStep', kind: 'flag' },
    { key: ['visitedFrom', 'visitedTo'], label: 'areas.filters.activeOn', kind: 'schoolYear' },
  ],
  defaults: { purpose: 'progress', plannedOn: today() },
  sections: [
    {
      title: 'main',
      fields: [
        { name: 'firmId', field: { kind: 'reference', name: 'firms', title: 'firmName' }, required: true, main: true },
        {
          name: 'siteId',
          field: { kind: 'reference', name: 'sites', title: 'siteName', within: 'firmId', given: { firmId: 'firmId' } },
          main: true,
        },
        {
          name: 'placementId',
          field: { kind: 'reference', name: 'placements', title: 'studentName', within: 'firmId' },
          main: true,
        },
        {
          name: 'purpose',
          field: { kind: 'choice', values: VisitPurpose.options, text: 'visitPurpose' },
          required: true,
          main: true,
        },
        { name: 'plannedOn', field: { kind: 'date' }, main: true },
        { name: 'visitor', field: { kind: 'text' }, main: true },
      ],
    },
    {
      title: 'outcome',
      fields: [
        { name: 'doneOn', field: { kind: 'date' }, main: true },
        { name: 'findings', field: { kind: 'long' }, wide: true, main: true },
      ],
    },
    {
      title: 'nextStep',
      fields: [
        { name: 'nextStep', field: { kind: 'text' }, wide: true, main: true },
        { name: 'nextOn', field: { kind: 'date' }, main: true },
        { name: 'stepDoneOn', field: { kind: 'date' } },
      ],
    },
  ],
  tabs: [],
});

export const evaluationsArea = describeArea<'evaluations'>({
  name: 'evaluations',
  entity: 'evaluation',
  schema: evaluationFields,
  sort: { field: 'evaluatedOn', direction: 'desc' },
  title: evaluation => evaluation.studentName,
  facts: (evaluation, { word, locale }) => [
    word(`states.evaluationSide.${evaluation.side}`),
    evaluation.firmName,
    locale.date(evaluation.evaluatedOn),
    evaluation.overall === null ? '' : locale.number(evaluation.overall, 2),
  ],
  columns: [
    { key: 'evaluatedOn', width: 120, text: (evaluation, { locale }) => locale.date(evaluation.evaluatedOn) },
    {
      key: 'studentName',
      width: 220,
      grow: true,
      text: evaluation => evaluation.studentName,
      render: evaluation => (
        <RecordLink name="placements" id={evaluation.placementId}>
          {evaluation.studentName}
        </RecordLink>
      ),
    },
    { key: 'groupCode', width: 105, sortable: false, text: evaluation => evaluation.groupCode ?? '' },
    {
      key: 'firmName',
      width: 210,
      text: evaluation => evaluation.firmName,
      render: evaluation => (
        <RecordLink name="firms" id={evaluation.firmId}>
          {evaluation.firmName}
        </RecordLink>
      ),
    },
    { key: 'side', width: 140, text: (evaluation, { word }) => word(`states.evaluationSide.${evaluation.side}`) },
    {
      key: 'overall',
      width: 130,
      align: 'end',
      sortable: false,
      text: (evaluation, { locale }) => (evaluation.overall === null ? '' : locale.number(evaluation.overall, 2)),
    },
    { key: 'comment', width: 260, sortable: false, text: evaluation => evaluation.comment ?? '' },
  ],
  filters: [
    {
      key: 'side',
      label: 'fields.evaluation.side',
      kind: 'choices',
      values: EvaluationSide.options,
      text: 'evaluationSide',
    },
    { key: 'groupId', label: 'fields.evaluation.groupCode', kind: 'references', name: 'groups' },
    { key: 'firmId', label: 'fields.evaluation.firmName', kind: 'references', name: 'firms', single: true },
    { key: ['evaluatedFrom', 'evaluatedTo'], label: 'areas.filters.activeOn', kind: 'schoolYear' },
  ],
  defaults: { side: 'firm', evaluatedOn: today(), scores: {} },
  sections: [
    {
      title: 'main',
      fields: [
        {
          name: 'placementId',
          field: { kind: 'reference', name: 'placements', title: 'studentName' },
          required: true,
          main: true,
        },
        {
          name: 'side',
          field: { kind: 'choice', values: EvaluationSide.options, text: 'evaluationSide' },
          required: true,
          main: true,
        },
        { name: 'evaluatedOn', field: { kind: 'date' }, required: true, main: true },
        { name: 'scores', field: { kind: 'scores', side: 'side' }, main: true, wide: true },
        { name: 'comment', field: { kind: 'long' }, main: true, wide: true },
      ],
    },
  ],
  tabs: [],
});

export const evaluationCriteriaArea = describeArea<'evaluationCriteria'>({
  name: 'evaluationCriteria',
  entity: 'evaluationCriterion',
  schema: evaluationCriterionFields,
  sort: { field: 'position', direction: 'asc' },
  title: (criterion, { language }) => (language === 'kk' ? criterion.nameKk : criterion.nameRu),
  columns: [
    {
      key: 'side',
      width: 140,
      sortable: false,
      text: (criterion, { word }) => word(`states.evaluationSide.${criterion.side}`),
    },
    { key: 'nameRu', width: 300, sortable: false, text: criterion => criterion.nameRu },
    { key: 'nameKk', width: 300, sortable: false, text: criterion => criterion.nameKk },
    { key: 'position', width: 90, align: 'end', text: (criterion, { locale }) => locale.number(criterion.position) },
    {
      key: 'active',
      width: 150,
      sortable: false,
      text: (criterion, { word }) => word(`states.active.${criterion.active ? 'yes' : 'no'}`),
      render: criterion => <StatusBadge kind="active" value={criterion.active ? 'yes' : 'no'} plain />,
    },
  ],
  filters: [],
  defaults: { side: 'firm', active: true, position: 100 },
  sections: [
    {
      title: 'main',
      fields: [
        {
          name: 'side',
          field: { kind: 'choice', values: EvaluationSide.options, text: 'evaluationSide' },
          required: true,
          main: true,
        },
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
