import { extendArea } from '../record-area/record-actions.tsx';
import { DuplicateFirmsButton, DuplicatePeopleButton } from './duplicates-dialog.tsx';
import { TimelinePanel } from './timeline-panel.tsx';

/** Puts the timeline on the record of a firm and the duplicate finders above the lists. */
export function offerFirmTools(): void {
  extendArea('firms', 'firms', {
    Tools: DuplicateFirmsButton,
    tabs: [{ key: 'timeline', title: tools => tools.t('relations.timeline'), Panel: TimelinePanel }],
  });
  extendArea('contacts', 'firms', { Tools: DuplicatePeopleButton });
}
