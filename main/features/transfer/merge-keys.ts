import type { EntityName } from '#shared/contract/procedure.ts';
import { firmNameKey, fold } from '#shared/domain/folding.ts';

/** A record with its references already those of this college. */
export type Fields = Readonly<Record<string, unknown>>;

/** Kinds that stay with their own file: what is set, remembered or numbered there means nothing here. */
export const leftOut: ReadonlySet<EntityName> = new Set<EntityName>([
  'setting',
  'importProfile',
  'importAnswer',
  'savedView',
  'task',
  'callPause',
  'letter',
  'frozenReport',
  'ownIndicator',
  'indicatorChoice',
  'indicatorTarget',
  'erasure',
]);

const text = (value: unknown): string => (typeof value === 'string' ? fold(value).replaceAll(/\s+/gu, ' ').trim() : '');
const plain = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** A key of several parts; none when a part that names the record is empty. */
const key = (name: string, ...parts: readonly unknown[]): readonly string[] =>
  parts.some(part => plain(part) === '') ? [] : [`${name} ${JSON.stringify(parts.map(plain))}`];

const studentName = (student: Fields): string =>
  text([student['surname'], student['givenName'], student['patronymic']].filter(Boolean).join(' '));

/** By what two records of different files are known to be the same thing, the surest first; several may apply. */
const keysOf: Partial<Record<EntityName, (record: Fields) => readonly string[]>> = {
  firm: firm => [
    ...key('bin', firm['bin']),
    // A name alone joins only firms of which one has no number: two numbers are two firms.
    ...key(plain(firm['bin']) === '' ? 'name' : 'named', firmNameKey(plain(firm['nameRu']))),
  ],
  contact: contact => key('name', contact['firmId'], text(contact['name'])),
  site: site => key('name', site['firmId'], text(site['name'])),
  agreementType: type => key('code', type['code']),
  practiceType: type => key('code', type['code']),
  engagementKind: kind => key('code', kind['code']),
  evaluationCriterion: criterion => key('code', criterion['side'], criterion['code']),
  specialty: specialty => key('code', specialty['code']),
  qualification: qualification => key('code', qualification['code']),
  group: group => key('code', group['code']),
  student: student => [
    ...key('iin', student['iin']),
    ...key('external', student['externalId']),
    ...key('born', studentName(student), student['bornOn']),
  ],
  agreement: agreement =>
    key(
      'number',
      agreement['firmId'],
      text(agreement['number']),
      agreement['signedOn'] ?? agreement['startsOn'] ?? '-',
    ),
  amendment: amendment => key('number', amendment['agreementId'], text(amendment['number'])),
  agreementSpecialty: row => key('once', row['agreementId'], row['specialtyId'], row['year'] ?? 0),
  signing: signing => key('party', signing['agreementId'], signing['party']),
  placement: row => key('start', row['studentId'], row['firmId'], row['practiceTypeId'], row['startsOn']),
  request: request => key('number', text(request['number']), request['receivedOn']),
  holiday: holiday => key('day', holiday['day']),
  interruption: row => key('start', row['placementId'], row['startsOn']),
  dayOverride: row => key('day', row['placementId'], row['day']),
  irregularWeek: row => key('week', row['placementId'], row['week']),
  monthAttendance: row => key('month', row['placementId'], row['month']),
  evaluation: row => key('once', row['placementId'], row['side'], row['evaluatedOn']),
  nameForm: form => key('name', text(form['name'])),
  council: council => key('name', text(council['nameRu'])),
  councilMember: member => key('name', member['councilId'], text(member['name'])),
  meeting: meeting => key('minute', meeting['councilId'], meeting['heldOn'], text(meeting['minuteNumber'])),
  agendaItem: item => key('once', item['meetingId'], item['requestId']),
  attendance: row => key('once', row['meetingId'], row['memberId']),
  attachment: file => key('file', file['entity'], file['entityId'], file['hash']),
};

const meta = new Set(['id', 'revision', 'createdAt', 'updatedAt']);

/** Of a kind without a key of its own only an equal record is the same one. */
const everything = (record: Fields): readonly string[] => [
  JSON.stringify(
    Object.entries(record)
      .filter(([field]) => !meta.has(field))
      .toSorted(([left], [right]) => (left < right ? -1 : 1)),
  ),
];

export const matchKeys = (entity: EntityName, record: Fields): readonly string[] =>
  (keysOf[entity] ?? everything)(record);
