import { Button } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import type { DetailOf } from '#renderer/api/records.ts';
import { PrintLettersDialog } from '../letters/print-letters-dialog.tsx';
import { extendArea, type RecordActionsProps, type SelectionActionsProps } from '../record-area/record-actions.tsx';
import { AgendaPanel } from './agenda-panel.tsx';
import { AttendancePanel } from './attendance-panel.tsx';
import { ComparisonPanel } from './comparison-panel.tsx';
import { ImpactPanel } from './impact-panel.tsx';

const unanswerable = ['submitted', 'underReview'];

/** The reply to the firm, from the moment there is a decision. */
function ReplyButton({ detail, tools }: RecordActionsProps) {
  const request = detail as unknown as DetailOf<'requests'>;
  const [open, setOpen] = useState(false);
  if (request.firmId === null || unanswerable.includes(request.state)) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconMail size={14} aria-hidden="true" />} onClick={() => setOpen(true)}>
        {tools.t('curriculum.reply')}
      </Button>
      {open && <PrintLettersDialog subjects={{ request: [request.id] }} tools={tools} onClose={() => setOpen(false)} />}
    </>
  );
}

function RepliesOfSelection({ ids, tools }: SelectionActionsProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconMail size={14} aria-hidden="true" />} onClick={() => setOpen(true)}>
        {tools.t('curriculum.replies')}
      </Button>
      {open && <PrintLettersDialog subjects={{ request: ids }} tools={tools} onClose={() => setOpen(false)} />}
    </>
  );
}

/** What the curriculum adds to requests, specialties and meetings. */
export function offerCurriculumTools(): void {
  extendArea('requests', 'curriculum', {
    Record: ReplyButton,
    Selection: RepliesOfSelection,
    tabs: [{ key: 'comparison', title: ({ t }) => t('areas.tabs.comparison'), Panel: ComparisonPanel }],
  });
  extendArea('specialties', 'curriculum', {
    tabs: [{ key: 'impact', title: ({ t }) => t('areas.tabs.impact'), Panel: ImpactPanel }],
  });
  extendArea('meetings', 'curriculum', {
    tabs: [
      { key: 'agenda', title: ({ t }) => t('areas.tabs.agenda'), Panel: AgendaPanel },
      { key: 'attendance', title: ({ t }) => t('areas.tabs.attendance'), Panel: AttendancePanel },
    ],
  });
}
