import { foundation } from './0001-foundation.ts';
import { studentLeave } from './0002-student-leave.ts';
import { taskKinds } from './0003-task-kinds.ts';
import { ownIndicators } from './0004-own-indicators.ts';
import type { Migration } from './migrate.ts';

export const migrations: readonly Migration[] = [foundation, studentLeave, taskKinds, ownIndicators];
