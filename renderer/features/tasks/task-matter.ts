import { api } from '#renderer/api/client.ts';
import { showProblem } from '#renderer/state/notices.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import type { LetterKind } from '#shared/contract/letter-kinds.ts';
import type { Subjects } from '../letters/subjects.ts';

export type Task = Output<'tasks.list'>['rows'][number];
type Filter = NonNullable<Input<'placements.ids'>['filter']>;

/** The placements that a task for many of them is about; null for any other task. */
export function placementsOf({ kind, entityId, matterOn }: Task): Filter | null {
  if (entityId === null || matterOn === null) return null;
  const practiceTypeId = [entityId];
  if (kind === 'startGap')
    return {
      practiceTypeId,
      activeFrom: matterOn,
      activeTo: matterOn,
      state: ['planned', 'offered', 'confirmed', 'ordered'],
    };
  if (kind === 'evaluationMissing')
    return { practiceTypeId, endsFrom: matterOn, endsTo: matterOn, attention: ['unevaluated'] };
  return null;
}

export type TaskPaper = { readonly kind: LetterKind; readonly find: () => Promise<Subjects | null> };

/** What is printed to get on with a task: the reply, the sheet of a visit, letters or forms of a practice; null where nothing is. */
export function paperOf(task: Task): TaskPaper | null {
  const { kind, entityId } = task;
  if (entityId === null) return null;
  const placements = placementsOf(task);
  if (placements !== null)
    return {
      kind: kind === 'startGap' ? 'direction' : 'firmEvaluation',
      find: async () => {
        const ids = await api('placements.ids', { filter: placements });
        if (ids.ok) return { placement: ids.value };
        showProblem(ids.error);
        return null;
      },
    };
  if (kind === 'replyUnsent') return { kind: 'reply', find: async () => ({ request: [entityId] }) };
  if (kind === 'visitDue') return { kind: 'visitSheet', find: async () => ({ visit: [entityId] }) };
  return null;
}
