import type { RecordName } from '#renderer/api/records.ts';
import type { z } from '#shared/contract/zod.ts';
import { agreementsArea, agreementTypesArea } from '../agreements/agreements-area.tsx';
import { councilMembersArea, councilsArea, meetingsArea } from '../curriculum/councils-area.tsx';
import { requestsArea } from '../curriculum/requests-area.tsx';
import { challengesArea, engagementKindsArea, engagementsArea, promisesArea } from '../engagement/engagement-areas.tsx';
import { milestonesArea } from '../engagement/milestones-area.tsx';
import { firmsArea } from '../firms/firms-area.tsx';
import { contactsArea, sitesArea } from '../firms/people-areas.tsx';
import { lettersArea } from '../letters/letters-area.tsx';
import { evaluationCriteriaArea, evaluationsArea, visitsArea } from '../monitoring/monitoring-areas.tsx';
import { placementsArea, practiceTypesArea } from '../placements/placements-area.tsx';
import { studentsArea } from '../students/students-area.tsx';
import { groupsArea, qualificationsArea, specialtiesArea } from '../students/study-areas.tsx';
import type { AreaDescriptor, Values } from './descriptor.ts';

/** Every record area, by the name of its procedures. */
export const areas: Readonly<Record<RecordName, AreaDescriptor>> = {
  firms: firmsArea,
  contacts: contactsArea,
  sites: sitesArea,
  agreements: agreementsArea,
  agreementTypes: agreementTypesArea,
  students: studentsArea,
  groups: groupsArea,
  specialties: specialtiesArea,
  qualifications: qualificationsArea,
  placements: placementsArea,
  practiceTypes: practiceTypesArea,
  visits: visitsArea,
  evaluations: evaluationsArea,
  evaluationCriteria: evaluationCriteriaArea,
  requests: requestsArea,
  letters: lettersArea,
  councils: councilsArea,
  councilMembers: councilMembersArea,
  meetings: meetingsArea,
  engagements: engagementsArea,
  engagementKinds: engagementKindsArea,
  milestones: milestonesArea,
  promises: promisesArea,
  challenges: challengesArea,
};

/** Fields that text typed into a picker names a new record by. */
const namingField: Partial<Record<RecordName, string>> = {
  firms: 'nameRu',
  contacts: 'name',
  sites: 'name',
  agreements: 'number',
  students: 'surname',
  groups: 'code',
  specialties: 'code',
  qualifications: 'code',
  councils: 'nameRu',
  councilMembers: 'name',
  engagements: 'topic',
  milestones: 'title',
};

/** Values a record made from a picker starts with. */
export function startOfNew(name: RecordName, typed: string): Values {
  const field = namingField[name];
  return field && typed !== '' ? { [field]: typed } : {};
}

/** Ways a field can be empty; the first that its schema takes is the one. */
const emptyValues: readonly unknown[] = [null, [], false];

/** All values of an empty record, with the defaults of its area. */
export function emptyRecord(area: AreaDescriptor): Values {
  const shape: Readonly<Record<string, z.ZodType>> = area.schema.shape;
  const empty = Object.entries(shape).map(([name, schema]) => {
    const value = emptyValues.find(candidate => schema.safeParse(candidate).success);
    return [name, value === undefined ? '' : value];
  });
  return { ...Object.fromEntries(empty), ...area.defaults };
}
