import { useEffect, useState } from 'react';
import { showDone, showProblem } from '#renderer/state/notices.ts';
import { letterKindFacts, mostRegisterLines } from '#shared/contract/letter-kinds.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { PrintLettersDialog } from './print-letters-dialog.tsx';
import { type Asked, linesOf, type Register } from './registers.ts';

type Props = {
  readonly register: Register;
  /** Which records, and in which order; the register's own order when none was chosen. */
  readonly question: Asked;
  readonly tools: Tools;
  readonly onClose: () => void;
};

/** Prints a register of the records that a question finds when it is opened. */
export function RegisterDialog({ register, question, tools, onClose }: Props) {
  const [ids, setIds] = useState<readonly string[] | null>(null);
  useEffect(() => {
    let wanted = true;
    void linesOf(register, question).then(found => {
      if (!wanted) return;
      if (found.ok && found.value.length <= mostRegisterLines) return setIds(found.value);
      if (found.ok)
        showDone(tools.t('letters.registerTooMany', { most: mostRegisterLines, count: found.value.length }));
      else showProblem(found.error);
      onClose();
    });
    return () => {
      wanted = false;
    };
    // What was asked when the dialog was opened is printed, whatever the list shows meanwhile.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  if (ids === null) return null;
  const { kind } = register;
  return (
    <PrintLettersDialog
      subjects={{ [letterKindFacts(kind).subject]: ids }}
      kind={kind}
      only
      tools={tools}
      onClose={onClose}
    />
  );
}
