import type { RowAction } from '#shared/domain/importing/plan-types.ts';

/** In the order of what needs attention after what is new. */
export const rowActions: readonly RowAction[] = ['create', 'update', 'merge', 'conflict', 'reject', 'same', 'skip'];

export type ActionTone = 'positive' | 'info' | 'warning' | 'danger' | 'neutral';

/** Colour of an action; the word always stands beside it. */
export const actionTones: Readonly<Record<RowAction, ActionTone>> = {
  create: 'positive',
  update: 'info',
  merge: 'info',
  conflict: 'warning',
  reject: 'danger',
  same: 'neutral',
  skip: 'neutral',
};
