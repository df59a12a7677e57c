import type { z } from '#shared/contract/zod.ts';
import type { ReadDb } from '../../database/handles.ts';
import { type ListRequest, listIds, rowsByIds } from '../../database/list-query.ts';
import { agreementUseCases } from '../agreements/records.ts';
import { councilMemberUseCases, councilUseCases, meetingUseCases } from '../councils/records.ts';
import { requestUseCases } from '../curriculum/records.ts';
import { challengeUseCases, engagementUseCases, promiseUseCases } from '../engagement/records.ts';
import { contactUseCases, firmUseCases, siteUseCases } from '../firms/records.ts';
import { letterList } from '../letters/queries.ts';
import { placementUseCases } from '../placements/records.ts';
import { groupUseCases, qualificationUseCases, specialtyUseCases, studentUseCases } from '../students/records.ts';

/** Where the rows of a list come from: the ids in its order, then full rows window by window. */
export type ListSource = {
  // The filter is checked against the list's own contract before it gets here.
  readonly ids: (db: ReadDb, request: ListRequest<never>, today: string) => readonly string[];
  readonly rows: (db: ReadDb, ids: readonly string[], today: string) => readonly z.output<z.ZodObject>[];
};

/** Every list of records that can be written into a file, by the name of its procedures. */
export const listSources: Readonly<Record<string, ListSource>> = {
  firms: firmUseCases,
  contacts: contactUseCases,
  sites: siteUseCases,
  agreements: agreementUseCases,
  students: studentUseCases,
  groups: groupUseCases,
  specialties: specialtyUseCases,
  qualifications: qualificationUseCases,
  placements: placementUseCases,
  requests: requestUseCases,
  letters: {
    ids: (db, request, today) => listIds(db, letterList(today, db), request, today),
    rows: (db, ids, today) => rowsByIds(db, letterList(today, db), ids),
  },
  councils: councilUseCases,
  councilMembers: councilMemberUseCases,
  meetings: meetingUseCases,
  engagements: engagementUseCases,
  promises: promiseUseCases,
  challenges: challengeUseCases,
};
