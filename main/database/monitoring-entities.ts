import type { EntityDefinition } from './entities.ts';
import type { ReadDb } from './handles.ts';
import { firmWords, joined, nameOf, words } from './record-words.ts';

type Names = 'visit' | 'evaluation' | 'evaluationCriterion' | 'monthAttendance';

/** The student of a placement, by which its visits are found too. */
const studentOf = (db: ReadDb, placementId: string | null): string =>
  placementId === null
    ? ''
    : nameOf(db, 'student', db.value<string>('SELECT student_id FROM placement WHERE id = ?', placementId) ?? null);

/** How visits, evaluations, their criteria and the attendance of months are stored, found and named. */
export const monitoringEntities: { readonly [E in Names]: EntityDefinition<E> } = {
  visit: {
    table: 'visit',
    derive: visit => ({ onDay: visit.doneOn ?? visit.plannedOn ?? '' }),
    title: (visit, db) => joined(nameOf(db, 'firm', visit.firmId), visit.doneOn ?? visit.plannedOn),
    search: (visit, db) => ({
      title: joined(nameOf(db, 'firm', visit.firmId), studentOf(db, visit.placementId)),
      detail: joined(visit.doneOn ?? visit.plannedOn, visit.visitor),
      text: words(
        firmWords(db, visit.firmId),
        studentOf(db, visit.placementId),
        visit.visitor,
        visit.findings?.slice(0, 400),
        visit.nextStep,
      ),
    }),
    mentions: ['firmId', 'placementId'],
    references: { firmId: 'firm', siteId: 'site', placementId: 'placement' },
  },
  evaluation: {
    table: 'evaluation',
    title: (evaluation, db) => joined(studentOf(db, evaluation.placementId), evaluation.evaluatedOn),
    references: { placementId: 'placement' },
    ownedBy: 'placementId',
  },
  evaluationCriterion: { table: 'evaluation_criterion', title: criterion => criterion.nameRu, references: {} },
  monthAttendance: {
    table: 'month_attendance',
    title: (month, db) => joined(studentOf(db, month.placementId), month.month),
    references: { placementId: 'placement' },
    ownedBy: 'placementId',
  },
};
