import type { RequestDraft } from './drafts.ts';
import type { RowReader } from './row-reader.ts';
import { dateInside, documentNumber } from './text-dates.ts';
import { findValue, requestKinds, requestReasons, requestStates } from './values.ts';

/** Reads a row of a list of curriculum proposals. */
export function parseRequest(reader: RowReader): RequestDraft | null {
  const proposedText = reader.text('proposal', 8000);
  const number = reader.text('number', 60);
  const numbered = number === null ? null : dateInside(number);
  const receivedOn = reader.date('receivedOn') ?? numbered?.date ?? null;
  if (proposedText === null) reader.note('proposal', 'error', 'missingProposal');
  if (receivedOn === null) reader.note('receivedOn', 'error', 'missingDate');
  if (proposedText === null || receivedOn === null) return null;
  const both = /^\D*(\d{1,4})\s*\D+\s*(\d{1,4})\D*$/u.exec(reader.shown('hours'));
  const specialty = reader.coded('specialty', 'specialtyName');
  const reasonText = reader.text('reason', 1000);
  const reason = reasonText === null ? null : (findValue(requestReasons, reasonText) ?? 'other');
  const notes = reader.text('notes', 3000);
  const { name, bin } = reader.firm();
  const minutes = reader.text('minuteNumber', 120);
  const minute = minutes === null ? null : dateInside(minutes);
  return {
    entity: 'request',
    number: number === null ? null : documentNumber(numbered?.rest ?? number),
    receivedOn,
    firm: { name, bin },
    specialty,
    qualification: reader.coded('qualification', ''),
    module: reader.text('module'),
    kind: reader.known('kind', requestKinds),
    currentText: reader.text('currentText', 8000),
    proposedText,
    hoursBefore: reader.count('hoursBefore', 0, 5000) ?? (both === null ? null : Number(both[1])),
    hoursAfter: reader.count('hoursAfter', 0, 5000) ?? (both === null ? null : Number(both[2])),
    state: reader.known('state', requestStates),
    reason,
    responsible: reader.text('responsible', 200),
    decidedOn: reader.date('decidedOn') ?? minute?.date ?? null,
    minuteNumber: minutes === null ? null : documentNumber(minute?.rest ?? minutes),
    notes: reason === 'other' ? [reasonText, notes].filter(text => text !== null).join('\n') : notes,
  };
}
