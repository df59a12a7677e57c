import { schoolYearOf } from '#shared/domain/dates.ts';
import type { WriteDb } from '../database/handles.ts';
import { runBatch, type Transaction } from '../database/records.ts';
import type { Ports } from '../ports.ts';
import { buildCollege, type GroupPlan, partsOf } from './build-college.ts';
import { furtherProfile } from './firm-profiles.ts';
import type { SamplePlacement } from './make-placements.ts';
import { programmes } from './programmes.ts';
import { randomFrom } from './random.ts';

export type CollegeSize = {
  readonly firms: number;
  readonly students: number;
  readonly placements: number;
  readonly requests: number;
  /** Lines of the audit when everything is written; the history of the placements is made as long as it takes. */
  readonly auditRows: number;
};

/** Ten times a large college with ten years of history. */
export const tenfoldCollege: CollegeSize = {
  firms: 5_000,
  students: 30_000,
  placements: 100_000,
  requests: 2_000,
  auditRows: 1_000_000,
};

const studentsPerGroup = 25;
const cohorts = 10;

function groupPlans(students: number, schoolYear: number): readonly GroupPlan[] {
  return Array.from({ length: Math.ceil(students / studentsPerGroup) }, (_, index) => {
    const round = Math.floor(index / cohorts);
    return {
      programme: (index + round) % programmes.length,
      entryYear: schoolYear - 1 - (index % cohorts),
      number: Math.floor(round / programmes.length) + 1,
    };
  });
}

const remarks = ['Позвонить наставнику', 'Дневник сдан', 'Ожидаем отзыв', 'Күнделік тексерілді', 'Договор на подписи'];

/** Edits placements in turn, as officers do over the years, until the audit is as long as asked. */
function addHistory(
  write: (part: (tx: Transaction) => void) => void,
  placements: readonly SamplePlacement[],
  edits: number,
): void {
  const random = randomFrom(7);
  const rounds = Array.from({ length: edits }, (_, index) => index);
  for (const part of partsOf(rounds, 5_000))
    write(tx => {
      for (const index of part) {
        const placement = placements[index % placements.length];
        if (placement === undefined) return;
        const round = Math.floor(index / placements.length);
        tx.update('placement', placement.id, { notes: `${random.pick(remarks)}, ${round + 1}` });
      }
    });
}

/**
 * Fills an empty file with an invented college of any size through the same path as every other change, in many batches.
 * Meant for benches and tests; the same size and day give the same people, firms and dates.
 */
export function generateCollege(db: WriteDb, ports: Ports, size: CollegeSize): void {
  const today = ports.clock.today();
  const write = (part: (tx: Transaction) => void): void => {
    runBatch(db, ports, tx => {
      part(tx);
      tx.label('sampleOpened');
    });
  };
  const placements = buildCollege(write, {
    seed: 1,
    today,
    firms: Array.from({ length: size.firms }, (_, index) => furtherProfile(index)),
    groups: groupPlans(size.students, schoolYearOf(today)),
    studentsPerGroup,
    years: cohorts,
    mostPlacements: size.placements,
    mostContracts: size.students / 100,
    requests: size.requests,
    requestSpread: (cohorts * 365) / size.requests,
  });
  const written = db.value<number>('SELECT count(*) FROM audit') ?? 0;
  addHistory(write, placements, Math.max(0, size.auditRows - written));
  db.exec('ANALYZE');
}
