/** Fields of a list's rows by which they can stand together in groups, by the first part of the list's channels. */
export const groupFields: Readonly<Record<string, readonly string[]>> = {
  firms: ['status', 'depth', 'city', 'sector'],
  contacts: ['firmName'],
  sites: ['firmName', 'city'],
  agreements: ['firmName', 'state', 'typeCode'],
  students: ['groupCode', 'course', 'specialtyCode', 'status', 'language', 'funding'],
  groups: ['specialtyCode', 'course'],
  placements: ['firmName', 'groupCode', 'state', 'practiceCode', 'specialtyCode', 'mentorName'],
  visits: ['firmName', 'state', 'purpose', 'visitor'],
  evaluations: ['firmName', 'side'],
  requests: ['state', 'firmName', 'specialtyCode', 'priority'],
  meetings: ['councilNameRu'],
  councilMembers: ['role', 'firmName'],
  engagements: ['kindId', 'firmName'],
  milestones: ['state', 'engagementTopic'],
  promises: ['state', 'side', 'firmName'],
  challenges: ['status', 'level', 'firmName'],
};
