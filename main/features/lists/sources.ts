import type { z } from '#shared/contract/zod.ts';
import type { ReadDb } from '../../database/handles.ts';
import { fieldsByIds, type ListRequest, type ListSpec, listIds } from '../../database/list-query.ts';
import { agreementList } from '../agreements/queries.ts';
import { councilList, councilMemberList, meetingList } from '../councils/queries.ts';
import { requestList } from '../curriculum/queries.ts';
import { challengeList, engagementList, promiseList } from '../engagement/queries.ts';
import { contactList, firmList, siteList } from '../firms/queries.ts';
import { letterList } from '../letters/queries.ts';
import { evaluationList, visitList } from '../monitoring/queries.ts';
import { placementList } from '../placements/queries.ts';
import { groupList, qualificationList, specialtyList, studentList } from '../students/queries.ts';

/** Where the rows of a list come from: the ids in its order, then window by window the fields that are asked for. */
export type ListSource = {
  // The filter is checked against the list's own contract before it gets here.
  readonly ids: (db: ReadDb, request: ListRequest<never>, today: string) => readonly string[];
  readonly rows: (
    db: ReadDb,
    fields: readonly string[],
    ids: readonly string[],
    today: string,
  ) => readonly (readonly unknown[])[];
};

const source = <Row extends z.ZodObject, Filter>(
  list: (today: string, db: ReadDb) => ListSpec<Row, Filter>,
): ListSource => ({
  ids: (db, request, today) => listIds(db, list(today, db), request, today),
  rows: (db, fields, ids, today) => fieldsByIds(db, list(today, db), fields, ids),
});

/** Every list of records that can be written into a file, by the name of its procedures. */
export const listSources: Readonly<Record<string, ListSource>> = {
  firms: source(firmList),
  contacts: source(contactList),
  sites: source(siteList),
  agreements: source(agreementList),
  students: source(studentList),
  groups: source(groupList),
  specialties: source(specialtyList),
  qualifications: source(qualificationList),
  placements: source(placementList),
  visits: source(visitList),
  evaluations: source(evaluationList),
  requests: source(requestList),
  letters: source(letterList),
  councils: source(councilList),
  councilMembers: source(councilMemberList),
  meetings: source(meetingList),
  engagements: source(engagementList),
  promises: source(promiseList),
  challenges: source(challengeList),
};
