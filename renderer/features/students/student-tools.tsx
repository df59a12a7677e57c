import { extendArea } from '../record-area/record-actions.tsx';
import { AdvanceAll, AdvanceChosen } from './advance-dialog.tsx';
import { StandingOfChosen, StandingOfStudent } from './standing-dialog.tsx';

/** Puts leaving, leave and return on students, and the next course on groups. */
export function offerStudentTools(): void {
  extendArea('students', 'students', { Record: StandingOfStudent, Selection: StandingOfChosen });
  extendArea('groups', 'students', { Tools: AdvanceAll, Selection: AdvanceChosen });
}
