import type { IsoDate } from './iso-date.ts';
import type { PlacementState } from './states.ts';

/** What the start of a school year means for a group. */
export type CourseStep = 'up' | 'graduate' | 'stay';

/** How many courses a programme has when nothing else is known: after nine classes it lasts up to four years. */
export const usualLastCourse = 4;

/**
 * The step offered to a group: the next course, graduation from the last one, or none when the course is not known or the
 * group has been moved in this school year already.
 */
export function offeredStep(group: {
  readonly course: number | null;
  readonly lastCourse: number;
  readonly movedOn: IsoDate | null;
}): CourseStep {
  if (group.course === null || group.movedOn !== null) return 'stay';
  return group.course >= group.lastCourse ? 'graduate' : 'up';
}

/** What becomes of the placements a student has left when the student leaves the college or goes on leave. */
export type OpenPlacements = 'keep' | 'end' | 'interrupt';

/** The state an open placement goes to; null leaves it as it is. One that has not started is not interrupted. */
export function closedState(state: PlacementState, how: OpenPlacements): PlacementState | null {
  if (how === 'keep') return null;
  if (state === 'started') return how === 'end' ? 'endedEarly' : 'interrupted';
  if (state === 'interrupted') return how === 'end' ? 'endedEarly' : null;
  const before: readonly PlacementState[] = ['planned', 'offered', 'confirmed', 'ordered'];
  return how === 'end' && before.includes(state) ? 'didNotStart' : null;
}
