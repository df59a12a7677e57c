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

type Stage = Draft['stage'];
const road: readonly Stage[] = ['draft', 'sent', 'partlySigned', 'signed', 'terminated'];

/** Whether a stage tells how far the signatures have come. */
export const isSigningStage = (stage: Stage): boolean => stage !== 'terminated' && stage !== 'cancelled';

/** Whether a stage lies before another one on the way of the paper, or a cancelled agreement comes back. */
export const isBackward = (from: Stage, to: Stage): boolean =>
  from === 'cancelled' || (to !== 'cancelled' && road.indexOf(to) < road.indexOf(from));
