import { Button } from '@mantine/core';
import { IconCheck, IconListCheck } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import type { DetailOf } from '#renderer/api/records.ts';
import { go } from '#renderer/state/navigation.ts';
import { today } from '#renderer/ui/today.ts';
import { PrintLettersButton } from '../letters/print-actions.tsx';
import { FormDialog } from '../record-area/form-dialog.tsx';
import {
  type AreaToolsProps,
  extendArea,
  type RecordActionsProps,
  type SelectionActionsProps,
} from '../record-area/record-actions.tsx';
import styles from './monitoring.module.css';

const AttendanceSheet = lazy(async () => ({ default: (await import('./attendance-sheet.tsx')).AttendanceSheet }));

function Attendance({ detail, tools }: RecordActionsProps) {
  return (
    <div className={styles['panel']}>
      <p className={styles['quiet']}>{tools.t('monitoring.attendanceHelp')}</p>
      <Suspense fallback={null}>
        <AttendanceSheet placementIds={[detail.id]} tools={tools} />
      </Suspense>
    </div>
  );
}

function SheetButton({ tools }: AreaToolsProps) {
  return (
    <Button
      variant="default"
      title={tools.t('monitoring.sheetTitle')}
      leftSection={<IconListCheck size={16} aria-hidden="true" />}
      onClick={() => go({ area: 'practiceSheet' })}
    >
      {tools.t('monitoring.sheetTitle')}
    </Button>
  );
}

function SheetOfSelection({ ids, tools }: SelectionActionsProps) {
  return (
    <Button
      variant="default"
      leftSection={<IconListCheck size={14} aria-hidden="true" />}
      onClick={() => go({ area: 'practiceSheet', filter: { ids: ids.slice(0, 500) } })}
    >
      {tools.t('monitoring.sheetTitle')}
    </Button>
  );
}

/** Prints the sheet of a visit, and closes the visit: the day it took place, what was found, what comes next. */
function VisitActions({ detail, tools }: RecordActionsProps) {
  const visit = detail as unknown as DetailOf<'visits'>;
  const [open, setOpen] = useState(false);
  const print = <PrintLettersButton tools={tools} kind="visitSheet" find={async () => ({ visit: [visit.id] })} />;
  if (visit.state === 'done') return print;
  return (
    <>
      {print}
      <Button leftSection={<IconCheck size={14} aria-hidden="true" />} onClick={() => setOpen(true)}>
        {tools.t('monitoring.visitDone')}
      </Button>
      {open && (
        <FormDialog
          title={tools.t('monitoring.visitDoneTitle')}
          tools={tools}
          fields={[
            { name: 'doneOn', label: 'fields.visit.doneOn', field: { kind: 'date' }, required: true },
            { name: 'visitor', label: 'fields.visit.visitor', field: { kind: 'text' } },
            { name: 'findings', label: 'fields.visit.findings', field: { kind: 'long' }, wide: true },
            { name: 'nextStep', label: 'fields.visit.nextStep', field: { kind: 'text' } },
            { name: 'nextOn', label: 'fields.visit.nextOn', field: { kind: 'date' } },
          ]}
          start={{
            doneOn: today(),
            visitor: visit.visitor,
            findings: visit.findings,
            nextStep: visit.nextStep,
            nextOn: visit.nextOn,
          }}
          action={tools.t('common.save')}
          submit={values => api('visits.update', { id: visit.id, revision: visit.revision, patch: { ...values } })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function VisitSheets({ ids, tools }: SelectionActionsProps) {
  return <PrintLettersButton tools={tools} kind="visitSheet" find={async () => ({ visit: ids })} />;
}

/** Puts attendance on placements, the table for many above their list, and «mark as done» on visits. */
export function offerMonitoring(): void {
  extendArea('placements', 'monitoring', {
    Tools: SheetButton,
    Selection: SheetOfSelection,
    tabs: [{ key: 'attendance', title: ({ t }) => t('monitoring.attendance'), Panel: Attendance }],
  });
  extendArea('evaluations', 'monitoring', { Tools: SheetButton });
  extendArea('visits', 'monitoring', { Record: VisitActions, Selection: VisitSheets });
}
