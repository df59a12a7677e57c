import { foundation } from './0001-foundation.ts';
import type { Migration } from './migrate.ts';

export const migrations: readonly Migration[] = [foundation];
