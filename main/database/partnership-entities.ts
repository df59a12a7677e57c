import { sortKey } from '#shared/domain/folding.ts';
import type { EntityDefinition } from './entities.ts';
import { firmWords, joined, nameOf, words } from './record-words.ts';

type Names =
  | 'council'
  | 'councilMember'
  | 'meeting'
  | 'agendaItem'
  | 'attendance'
  | 'engagementKind'
  | 'engagement'
  | 'milestone'
  | 'callPause'
  | 'promise'
  | 'challenge';

/** How councils, engagements, promises and challenges are stored, found and named. */
export const partnershipEntities: { readonly [E in Names]: EntityDefinition<E> } = {
  council: {
    table: 'council',
    derive: council => ({ sortKey: sortKey(council.nameRu) }),
    title: council => council.nameRu,
    calledBy: ['nameRu'],
    references: {},
  },
  councilMember: {
    table: 'council_member',
    derive: member => ({ sortKey: sortKey(member.name) }),
    title: member => member.name,
    search: (member, db) => ({
      title: member.name,
      detail: joined(
        db.value<string>('SELECT name_ru FROM council WHERE id = ?', member.councilId),
        nameOf(db, 'firm', member.firmId),
      ),
      text: words(member.name, member.position, firmWords(db, member.firmId)),
    }),
    mentions: ['councilId', 'firmId'],
    references: { councilId: 'council', firmId: 'firm' },
  },
  meeting: {
    table: 'meeting',
    title: meeting => `№ ${meeting.minuteNumber} · ${meeting.heldOn}`,
    search: (meeting, db) => ({
      title: `№ ${meeting.minuteNumber} · ${meeting.heldOn}`,
      detail: db.value<string>('SELECT name_ru FROM council WHERE id = ?', meeting.councilId) ?? '',
      text: words(meeting.minuteNumber, meeting.place),
    }),
    mentions: ['councilId'],
    references: { councilId: 'council' },
  },
  agendaItem: {
    table: 'agenda_item',
    title: (item, db) => `№ ${db.value<string>('SELECT number FROM request WHERE id = ?', item.requestId) ?? ''}`,
    references: { meetingId: 'meeting', requestId: 'request' },
    ownedBy: 'meetingId',
  },
  attendance: {
    table: 'attendance',
    title: (attendance, db) =>
      db.value<string>('SELECT name FROM council_member WHERE id = ?', attendance.memberId) ?? '',
    references: { meetingId: 'meeting', memberId: 'councilMember' },
    ownedBy: 'meetingId',
  },
  engagementKind: { table: 'engagement_kind', title: kind => kind.nameRu, references: {} },
  engagement: {
    table: 'engagement',
    title: engagement => engagement.topic,
    search: (engagement, db) => ({
      title: engagement.topic,
      detail: joined(nameOf(db, 'firm', engagement.firmId), engagement.startsOn),
      text: words(engagement.topic, engagement.participants, nameOf(db, 'firm', engagement.firmId)),
    }),
    mentions: ['firmId'],
    references: { kindId: 'engagementKind', firmId: 'firm' },
  },
  milestone: {
    table: 'milestone',
    title: milestone => milestone.title,
    references: { engagementId: 'engagement' },
    ownedBy: 'engagementId',
  },
  callPause: {
    table: 'call_pause',
    title: (pause, db) => joined(nameOf(db, 'firm', pause.firmId), pause.untilOn),
    references: { firmId: 'firm' },
    ownedBy: 'firmId',
  },
  promise: {
    table: 'promise',
    title: promise => promise.promise.slice(0, 120),
    search: (promise, db) => ({
      title: promise.promise.slice(0, 120),
      detail: joined(nameOf(db, 'firm', promise.firmId), promise.dueOn),
      text: words(promise.promise.slice(0, 400), promise.proof, nameOf(db, 'firm', promise.firmId)),
    }),
    mentions: ['firmId'],
    references: {
      firmId: 'firm',
      agreementId: 'agreement',
      meetingId: 'meeting',
      letterId: 'letter',
      interactionId: 'interaction',
    },
  },
  challenge: {
    table: 'challenge',
    title: challenge => challenge.description.slice(0, 120),
    search: (challenge, db) => ({
      title: challenge.description.slice(0, 120),
      detail: joined(nameOf(db, 'firm', challenge.firmId), challenge.raisedOn),
      text: words(challenge.description.slice(0, 400), challenge.owner, nameOf(db, 'firm', challenge.firmId)),
    }),
    mentions: ['firmId'],
    references: { firmId: 'firm' },
  },
};
