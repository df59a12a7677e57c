import { agreementUseCases } from '../features/agreements/records.ts';
import { councilMemberUseCases, councilUseCases, meetingUseCases } from '../features/councils/records.ts';
import { requestUseCases } from '../features/curriculum/records.ts';
import {
  challengeUseCases,
  engagementUseCases,
  milestoneUseCases,
  promiseUseCases,
} from '../features/engagement/records.ts';
import { contactUseCases, firmUseCases, siteUseCases } from '../features/firms/records.ts';
import type { ChangeableLists } from '../features/lists/changes.ts';
import { evaluationUseCases, visitUseCases } from '../features/monitoring/records.ts';
import { placementUseCases } from '../features/placements/records.ts';
import {
  groupUseCases,
  qualificationUseCases,
  specialtyUseCases,
  studentUseCases,
} from '../features/students/records.ts';

/** Lists whose rows can be changed and removed many at once, each by the commands of one record. */
export const changeableLists: ChangeableLists = {
  firms: { entity: 'firm', ...firmUseCases },
  contacts: { entity: 'contact', ...contactUseCases },
  sites: { entity: 'site', ...siteUseCases },
  agreements: { entity: 'agreement', ...agreementUseCases },
  students: { entity: 'student', ...studentUseCases },
  groups: { entity: 'group', ...groupUseCases },
  specialties: { entity: 'specialty', ...specialtyUseCases },
  qualifications: { entity: 'qualification', ...qualificationUseCases },
  placements: { entity: 'placement', ...placementUseCases },
  visits: { entity: 'visit', ...visitUseCases },
  evaluations: { entity: 'evaluation', ...evaluationUseCases },
  requests: { entity: 'request', ...requestUseCases },
  councils: { entity: 'council', ...councilUseCases },
  councilMembers: { entity: 'councilMember', ...councilMemberUseCases },
  meetings: { entity: 'meeting', ...meetingUseCases },
  engagements: { entity: 'engagement', ...engagementUseCases },
  milestones: { entity: 'milestone', ...milestoneUseCases },
  promises: { entity: 'promise', ...promiseUseCases },
  challenges: { entity: 'challenge', ...challengeUseCases },
};
