import type { Input, Output } from '#shared/contract/index.ts';
import { type ImplementedChange, programmeImpact } from '#shared/domain/programme-impact.ts';
import type { ReadDb } from '../../database/handles.ts';
import { requireRecord } from '../../database/records.ts';
import { readSettings } from '../settings/queries.ts';

/** What a specialty's implemented requests change in its programme. Errors: notFound. */
export function requestImpact(db: ReadDb, { specialtyId }: Input<'requests.impact'>): Output<'requests.impact'> {
  const { practiceHours } = requireRecord(db, 'specialty', specialtyId);
  const { curriculumChangeLimitPercent, schoolYearStartMonth } = readSettings(db);
  const changes = db.all<ImplementedChange>(
    `SELECT id, effective_year AS effectiveYear, implemented_on AS implementedOn, hours_before AS hoursBefore, hours_after AS hoursAfter
       FROM request WHERE specialty_id = ? AND state IN ('implemented', 'effectChecked') ORDER BY implemented_on, id`,
    specialtyId,
  );
  return {
    programmeHours: practiceHours,
    limitPercent: curriculumChangeLimitPercent,
    years: programmeImpact(changes, practiceHours, curriculumChangeLimitPercent, schoolYearStartMonth).map(year => ({
      ...year,
      ids: [...year.ids],
    })),
  };
}
