import { foundation } from './0001-foundation.ts';
import { studentLeave } from './0002-student-leave.ts';
import { taskKinds } from './0003-task-kinds.ts';
import { ownIndicators } from './0004-own-indicators.ts';
import { papers } from './0005-papers.ts';
import { monitoring } from './0006-monitoring.ts';
import { importAnswers } from './0007-import-answers.ts';
import { partnership } from './0008-partnership.ts';
import { historySeal } from './0009-history-seal.ts';
import { quickLists } from './0010-quick-lists.ts';
import { erasure } from './0011-erasure.ts';
import { viewLayout } from './0012-view-layout.ts';
import { fileNames } from './0013-file-names.ts';
import { placementSearch } from './0014-placement-search.ts';
import { viewFolds } from './0015-view-folds.ts';
import type { Migration } from './migrate.ts';

export const migrations: readonly Migration[] = [
  foundation,
  studentLeave,
  taskKinds,
  ownIndicators,
  papers,
  monitoring,
  importAnswers,
  partnership,
  historySeal,
  quickLists,
  erasure,
  viewLayout,
  fileNames,
  placementSearch,
  viewFolds,
];
