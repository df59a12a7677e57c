import { Button } from '@mantine/core';
import { IconUsersPlus } from '@tabler/icons-react';
import { go } from '#renderer/state/navigation.ts';
import {
  type AreaToolsProps,
  extendArea,
  type RecordActionsProps,
  type SelectionActionsProps,
} from '../record-area/record-actions.tsx';
import { AnnexMenu } from './hours/annex-menu.tsx';
import { HoursPanel } from './hours/hours-panel.tsx';
import { PlaceChosen } from './place-chosen.tsx';

function PlaceGroupButton({ tools }: AreaToolsProps) {
  return (
    <Button
      variant="default"
      title={tools.t('placements.group.title')}
      leftSection={<IconUsersPlus size={16} aria-hidden="true" />}
      onClick={() => go({ area: 'placeGroup' })}
    >
      {tools.t('placements.group.title')}
    </Button>
  );
}

function Hours({ detail, tools }: RecordActionsProps) {
  return <HoursPanel id={detail.id} revision={detail.revision} detail={detail} tools={tools} />;
}

/** One calculation over all of the chosen placements, such as both semesters of a student. */
function AnnexOfSelection({ ids, tools }: SelectionActionsProps) {
  return <AnnexMenu ids={ids} tools={tools} />;
}

/** Puts «Hours» on the record of a placement «Place a group» above the list, and placing on the students chosen. */
export function offerPlacementTools(): void {
  extendArea('placements', 'placements', {
    Tools: PlaceGroupButton,
    Selection: AnnexOfSelection,
    tabs: [{ key: 'hours', title: tools => tools.t('placements.hours.title'), Panel: Hours }],
  });
  extendArea('students', 'placements', { Selection: PlaceChosen });
}
