import { StatusBadge } from '#renderer/ui/status-badge.tsx';
import { today } from '#renderer/ui/today.ts';
import { studentFields } from '#shared/contract/students.ts';
import { isMinor } from '#shared/domain/identifiers.ts';
import { readablePhone } from '#shared/domain/phone-text.ts';
import { describeArea } from '../record-area/descriptor.ts';
import { RecordLink } from '../record-area/record-link.tsx';
import { StudentNotice } from './student-notice.tsx';
import styles from './students.module.css';

/** Under 18 today, and not gone. */
const isUnderAge = ({ bornOn, status }: { readonly bornOn: string | null; readonly status: string }): boolean =>
  bornOn !== null && (status === 'active' || status === 'leave') && isMinor(bornOn, today());

const statuses = ['active', 'leave', 'left', 'graduated'] as const;
const fundings = ['state', 'paid', 'target'] as const;
const languages = ['kk', 'ru', 'en'] as const;

export const studentsArea = describeArea<'students'>({
  name: 'students',
  entity: 'student',
  schema: studentFields,
  sort: { field: 'name', direction: 'asc' },
  title: student => student.name,
  facts: (student, { t }) => [
    student.groupCode ?? '',
    student.course ? t('areas.course', { course: student.course }) : '',
    student.specialtyName ?? student.specialtyCode ?? '',
    student.minor ? t('areas.minor') : '',
  ],
  badge: student => ({ kind: 'student', value: student.status }),
  columns: [
    {
      key: 'name',
      width: 240,
      text: student => student.name,
      render: (student, { t }) =>
        isUnderAge(student) ? (
          <span className={styles['noted']}>
            <span>{student.name}</span>
            <span className={styles['short']} title={t('areas.minor')} data-note="">
              {t('contingent.minor.short')}
            </span>
          </span>
        ) : (
          student.name
        ),
    },
    {
      key: 'groupCode',
      label: 'fields.student.groupId',
      width: 110,
      text: student => student.groupCode ?? '',
      render: student =>
        student.groupId && (
          <RecordLink name="groups" id={student.groupId}>
            {student.groupCode}
          </RecordLink>
        ),
    },
    {
      key: 'course',
      width: 60,
      text: student => (student.course === null ? '' : String(student.course)),
    },
    {
      key: 'specialtyCode',
      label: 'fields.student.specialtyId',
      width: 115,
      sortable: false,
      text: student => student.specialtyCode ?? '',
    },
    { key: 'iin', width: 132, text: student => student.iin ?? '' },
    {
      key: 'status',
      width: 185,
      text: (student, { word }) => word(`states.student.${student.status}`),
      render: student => <StatusBadge kind="student" value={student.status} plain />,
    },
    {
      key: 'placements',
      width: 122,
      align: 'end',
      sortable: false,
      text: (student, { locale }) => locale.number(student.placements),
    },
    { key: 'phone', width: 158, sortable: false, text: student => readablePhone(student.phone ?? '') },
    { key: 'bornOn', width: 120, hidden: true, text: (student, { locale }) => locale.date(student.bornOn) },
    {
      key: 'language',
      width: 130,
      sortable: false,
      hidden: true,
      text: (student, { word }) => (student.language ? word(`states.language.${student.language}`) : ''),
    },
    {
      key: 'funding',
      width: 170,
      sortable: false,
      hidden: true,
      text: (student, { word }) => (student.funding ? word(`states.funding.${student.funding}`) : ''),
    },
  ],
  filters: [
    { key: 'status', label: 'fields.student.status', kind: 'choices', values: statuses, text: 'student' },
    { key: 'groupId', label: 'fields.student.groupId', kind: 'references', name: 'groups' },
    { key: 'specialtyId', label: 'fields.student.specialtyId', kind: 'references', name: 'specialties' },
    { key: 'course', label: 'fields.student.course', kind: 'numbers', values: [1, 2, 3, 4] },
    { key: 'language', label: 'fields.student.language', kind: 'choices', values: languages, text: 'language' },
    { key: 'funding', label: 'fields.student.funding', kind: 'choices', values: fundings, text: 'funding' },
    { key: 'minor', label: 'contingent.minor.filter', kind: 'flag' },
    {
      key: ['withoutPlacementFrom', 'withoutPlacementTo'],
      label: 'areas.filters.withoutPlacement',
      kind: 'schoolYear',
    },
  ],
  defaults: { status: 'active' },
  Notice: StudentNotice,
  sections: [
    {
      title: 'personal',
      fields: [
        { name: 'surname', field: { kind: 'text' }, required: true, main: true },
        { name: 'givenName', field: { kind: 'text' }, main: true },
        { name: 'patronymic', field: { kind: 'text' }, main: true },
        { name: 'iin', field: { kind: 'identifier', of: 'iin' }, main: true },
        { name: 'bornOn', field: { kind: 'date' } },
        { name: 'sex', field: { kind: 'choice', values: ['male', 'female'], text: 'sex' } },
        { name: 'phone', field: { kind: 'text', format: 'phone' }, main: true },
        { name: 'email', field: { kind: 'text', format: 'email' } },
        { name: 'town', field: { kind: 'text' } },
      ],
    },
    {
      title: 'study',
      fields: [
        { name: 'groupId', field: { kind: 'reference', name: 'groups', title: 'groupCode' }, main: true },
        { name: 'course', field: { kind: 'number', min: 1, max: 6 }, main: true },
        { name: 'specialtyId', field: { kind: 'reference', name: 'specialties', title: 'specialtyCode' } },
        {
          name: 'qualificationId',
          field: {
            kind: 'reference',
            name: 'qualifications',
            title: 'qualificationCode',
            within: 'specialtyId',
            given: { specialtyId: 'specialtyId' },
          },
        },
        { name: 'language', field: { kind: 'choice', values: languages, text: 'language' } },
        { name: 'funding', field: { kind: 'choice', values: fundings, text: 'funding' } },
        { name: 'studyForm', field: { kind: 'text' } },
        { name: 'externalId', field: { kind: 'text', format: 'code' } },
        { name: 'status', field: { kind: 'choice', values: statuses, text: 'student' }, required: true, main: true },
      ],
    },
    {
      title: 'representative',
      fields: [
        { name: 'representativeName', field: { kind: 'text' } },
        { name: 'representativePhone', field: { kind: 'text', format: 'phone' } },
      ],
    },
    {
      title: 'leaving',
      fields: [
        { name: 'leftOn', field: { kind: 'date' } },
        { name: 'leftReason', field: { kind: 'text' } },
      ],
    },
    {
      title: 'academicLeave',
      fields: [
        { name: 'leaveFrom', field: { kind: 'date' } },
        { name: 'leaveUntil', field: { kind: 'date' } },
        { name: 'leaveReason', field: { kind: 'text' }, wide: true },
      ],
    },
    { title: 'notes', fields: [{ name: 'notes', field: { kind: 'long' }, wide: true }] },
  ],
  tabs: [
    {
      key: 'placements',
      name: 'placements',
      filter: student => ({ studentId: student.id }),
      given: student => ({
        studentId: student.id,
        specialtyId: student.specialtyId,
        qualificationId: student.qualificationId,
        course: student.course,
      }),
      count: student => student.placements,
      without: ['studentName', 'groupCode'],
    },
    {
      key: 'agreements',
      name: 'agreements',
      filter: student => ({ studentId: student.id }),
      given: student => ({ studentId: student.id }),
      count: student => student.agreements,
    },
    {
      key: 'letters',
      name: 'letters',
      filter: student => ({ studentId: student.id }),
      count: student => student.letters,
      without: ['studentName'],
    },
  ],
});
