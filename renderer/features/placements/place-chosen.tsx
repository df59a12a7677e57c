import { Button } from '@mantine/core';
import { IconUsersPlus } from '@tabler/icons-react';
import { api } from '#renderer/api/client.ts';
import { go } from '#renderer/state/navigation.ts';
import { showDone, showProblem } from '#renderer/state/notices.ts';
import type { SelectionActionsProps } from '../record-area/record-actions.tsx';
import { emptyLine, useGroupDraft } from './group/group-draft.ts';

/** Puts the students chosen in the list into the grid in which groups are placed, beside those already there. */
export function PlaceChosen({ ids, tools }: SelectionActionsProps) {
  const place = async (): Promise<void> => {
    const result = await api('students.list', { filter: { ids: [...ids] }, limit: 500 });
    if (!result.ok) return showProblem(result.error);
    const { draft, change } = useGroupDraft.getState();
    const there = new Set(draft.students.map(student => student.id));
    // Who has left or graduated is not placed.
    const added = result.value.rows.filter(row => row.status === 'active' && !there.has(row.id));
    if (added.length === 0 && draft.students.length === 0) return showDone(tools.t('placements.match.nobodyStudies'));
    change({
      students: [
        ...draft.students,
        ...added.map(({ id, name, groupCode }) => ({ id, name, groupCode: groupCode ?? '' })),
      ],
      sheet: [...draft.sheet, ...added.map(row => emptyLine(row.name))],
    });
    go({ area: 'placeGroup' });
  };
  return (
    <Button variant="default" leftSection={<IconUsersPlus size={16} aria-hidden="true" />} onClick={() => void place()}>
      {tools.t('placements.match.place')}
    </Button>
  );
}
