import { extendArea } from '../record-area/record-actions.tsx';
import { DuplicatesButton } from './duplicates-dialog.tsx';
import { TimelinePanel } from './timeline-panel.tsx';

/** Puts the timeline on the record of a firm and the duplicate finder above the list. */
export function offerFirmTools(): void {
  extendArea('firms', 'firms', {
    Tools: DuplicatesButton,
    tabs: [{ key: 'timeline', title: tools => tools.t('relations.timeline'), Panel: TimelinePanel }],
  });
}
