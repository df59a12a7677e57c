import type { RecordOf } from '../../database/entities.ts';

type Draft = Pick<RecordOf<'agreement'>, 'stage' | 'signedOn' | 'startsOn' | 'endsOn' | 'terminatedOn' | 'parentId'>;

/** What does not fit together in an agreement, field → text key under `validation`. */
export function agreementProblems(agreement: Draft, id: string | null): Record<string, string> {
  const problems: Record<string, string> = {};
  const start = agreement.startsOn ?? agreement.signedOn;
  if (start !== null && agreement.endsOn !== null && agreement.endsOn < start) problems['endsOn'] = 'endBeforeStart';
  if (agreement.stage === 'signed' && agreement.signedOn === null) problems['signedOn'] = 'signedNeedsDate';
  if (agreement.stage === 'terminated' && agreement.terminatedOn === null)
    problems['terminatedOn'] = 'terminatedNeedsDate';
  if (agreement.terminatedOn !== null && start !== null && agreement.terminatedOn < start)
    problems['terminatedOn'] = 'endBeforeStart';
  if (id !== null && agreement.parentId === id) problems['parentId'] = 'ownParent';
  return problems;
}
