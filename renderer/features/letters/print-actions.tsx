import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { showProblem } from '#renderer/state/notices.ts';
import { today } from '#renderer/ui/today.ts';
import type { LetterKind } from '#shared/contract/letter-kinds.ts';
import type { Tools } from '../record-area/descriptor.ts';
import {
  extendArea,
  type ListPaper,
  type RecordActionsProps,
  type SelectionActionsProps,
} from '../record-area/record-actions.tsx';
import { NameFormsButton } from './name-forms-button.tsx';
import { PrintLettersDialog } from './print-letters-dialog.tsx';
import { RegisterDialog } from './register-dialog.tsx';
import { chosenLines, type Register, registers } from './registers.ts';
import type { Subjects } from './subjects.ts';

type ButtonProps = {
  readonly tools: Tools;
  readonly kind?: LetterKind;
  /** What the button says when it does not print letters. */
  readonly label?: string;
  /** Only the sign of a printer, where lines are many; the words come with it. */
  readonly compact?: boolean;
  /** Finds what can be printed from when the button is pressed; null when it could not be read. */
  readonly find: () => Promise<Subjects | null>;
};

/** The button that opens the dialog for some records. */
export function PrintLettersButton({
  tools,
  kind,
  label = tools.t('letters.print'),
  compact = false,
  find,
}: ButtonProps) {
  const [subjects, setSubjects] = useState<Subjects | null>(null);
  const [looking, setLooking] = useState(false);
  const open = async (): Promise<void> => {
    setLooking(true);
    setSubjects(await find());
    setLooking(false);
  };
  return (
    <>
      {compact ? (
        <Tooltip label={label}>
          <ActionIcon size={30} aria-label={label} loading={looking} onClick={() => void open()}>
            <IconPrinter size={16} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      ) : (
        <Button
          variant="default"
          leftSection={<IconPrinter size={14} aria-hidden="true" />}
          loading={looking}
          onClick={() => void open()}
        >
          {label}
        </Button>
      )}
      {subjects && (
        <PrintLettersDialog
          subjects={subjects}
          {...(kind === undefined ? {} : { kind })}
          tools={tools}
          onClose={() => setSubjects(null)}
        />
      )}
    </>
  );
}

/** The placements of a student, a firm or a group that still run or are to come; where there are none, those that began last. */
async function presentPlacements(filter: {
  firmId?: string;
  studentId?: string;
  groupId?: string[];
}): Promise<readonly string[] | null> {
  const sort = { field: 'startsOn', direction: 'desc' } as const;
  const present = await api('placements.ids', { filter: { ...filter, counted: true, activeFrom: today() }, sort });
  if (!present.ok) {
    showProblem(present.error);
    return null;
  }
  if (present.value.length > 0) return present.value;
  const newest = await api('placements.list', { filter: { ...filter, counted: true }, sort, limit: 500 });
  if (!newest.ok) {
    showProblem(newest.error);
    return null;
  }
  const last = newest.value.rows[0]?.startsOn;
  return newest.value.rows.filter(row => row.startsOn === last).map(row => row.id);
}

const about = (placement: readonly string[] | null): Subjects | null => (placement === null ? null : { placement });

function PlacementSelection({ ids, tools }: SelectionActionsProps) {
  return <PrintLettersButton tools={tools} find={async () => ({ placement: ids })} />;
}

function PlacementRecord({ detail, tools }: RecordActionsProps) {
  return <PrintLettersButton tools={tools} find={async () => ({ placement: [detail.id] })} />;
}

function StudentRecord({ detail, tools }: RecordActionsProps) {
  return (
    <PrintLettersButton tools={tools} find={async () => about(await presentPlacements({ studentId: detail.id }))} />
  );
}

function FirmRecord({ detail, tools }: RecordActionsProps) {
  const find = async (): Promise<Subjects | null> => {
    const found = about(await presentPlacements({ firmId: detail.id }));
    return found && { ...found, firm: [detail.id] };
  };
  return <PrintLettersButton tools={tools} kind="placement" find={find} />;
}

/** Direction letters, lists for firms and extracts of the students of a group. */
function GroupRecord({ detail, tools }: RecordActionsProps) {
  return (
    <PrintLettersButton tools={tools} find={async () => about(await presentPlacements({ groupId: [detail.id] }))} />
  );
}

/** The contract itself and its amendments. */
function AgreementRecord({ detail, tools }: RecordActionsProps) {
  const find = async (): Promise<Subjects | null> => {
    const amendments = await api('amendments.ids', { filter: { agreementId: detail.id } });
    if (amendments.ok) return { agreement: [detail.id], amendment: amendments.value };
    showProblem(amendments.error);
    return null;
  };
  const kind = typeof detail['studentId'] === 'string' ? 'dualContract' : 'practiceContract';
  return <PrintLettersButton tools={tools} kind={kind} label={tools.t('letters.printPapers')} find={find} />;
}

/** The chosen agreements as a register, in the order of their signing, or each as its contract. */
function AgreementSelection({ ids, tools }: SelectionActionsProps) {
  return (
    <PrintLettersButton
      tools={tools}
      kind="agreementRegister"
      label={tools.t('letters.printPapers')}
      find={() => chosenLines('agreementRegister', ids)}
    />
  );
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function StudentNames({ detail, tools }: RecordActionsProps) {
  const name = [detail['surname'], detail['givenName'], detail['patronymic']].map(text).filter(Boolean).join(' ');
  const { sex } = detail;
  return <NameFormsButton person={{ name, sex: sex === 'male' || sex === 'female' ? sex : null }} tools={tools} />;
}

function ContactNames({ detail, tools }: RecordActionsProps) {
  return <NameFormsButton person={{ name: text(detail['name']), sex: null }} tools={tools} />;
}

/** A register in the menu of its list. */
const paperOf = (register: Register): ListPaper => ({
  key: register.kind,
  title: ({ word, locale }) => `${locale.capitalize(word(`states.letterKind.${register.kind}`))}…`,
  Dialog: props => <RegisterDialog register={register} {...props} />,
});

/** Puts printing on placements, students, groups, firms and agreements, registers on their lists, and the cases of names on people. */
export function offerPrinting(): void {
  extendArea('placements', 'letters', { Record: PlacementRecord, Selection: PlacementSelection });
  extendArea('students', 'letters', { Record: StudentRecord });
  extendArea('firms', 'letters', { Record: FirmRecord });
  extendArea('groups', 'letters', { Record: GroupRecord });
  extendArea('agreements', 'letters', { Record: AgreementRecord, Selection: AgreementSelection });
  for (const list of new Set(registers.map(register => register.list)))
    extendArea(list, 'registers', { papers: registers.filter(register => register.list === list).map(paperOf) });
  extendArea('students', 'names', { Record: StudentNames });
  extendArea('contacts', 'names', { Record: ContactNames });
}
