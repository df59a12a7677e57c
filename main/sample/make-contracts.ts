import { addDays } from '#shared/domain/dates.ts';
import { isMinor } from '#shared/domain/identifiers.ts';
import type { Transaction } from '../database/records.ts';
import { addRecord } from './add-record.ts';
import type { Numbering, SampleAgreement } from './make-agreements.ts';
import type { SampleFirm } from './make-firms.ts';
import type { Term } from './make-placements.ts';
import type { SampleStudent } from './make-students.ts';

type Contract = {
  readonly student: SampleStudent;
  readonly firm: SampleFirm;
  readonly framework: SampleAgreement;
  readonly term: Term;
  /** How many contracts were made before. */
  readonly index: number;
};

/** A place of work and a mentor that changed while the student was there. */
const everyAmended = 4;

/** The contract of one student below the framework agreement of the firm, signed by everybody; now and then amended. */
export function addContract(tx: Transaction, numbering: Numbering, contract: Contract): SampleAgreement {
  const { student, firm, framework, term, index } = contract;
  const year = term.startsOn.slice(0, 4);
  const number = (numbering.get(year) ?? 0) + 1;
  numbering.set(year, number);
  const signedOn = addDays(term.startsOn, -6 - (index % 5));
  const endsOn = `${Number(year) + 1}-06-30`;
  const { id } = addRecord(tx, 'agreement', {
    number: `${number}/${year.slice(2)}-Д`,
    typeId: 'agreement-type-dual',
    firmId: firm.id,
    studentId: student.id,
    parentId: framework.id,
    stage: 'signed',
    signedOn,
    startsOn: term.startsOn,
    endsOn,
    renewal: 'manual',
    signatoryId: firm.signatoryId,
    place: `г. ${firm.cityRu}`,
    places: 1,
    origin: 'college',
    legalBasis: 'Закон РК «Об образовании», статья 17',
  });
  const paper = { agreementId: id, sentOn: addDays(signedOn, -7), signedOn, returnedOn: signedOn };
  const minor = isMinor(student.bornOn, signedOn);
  for (const party of ['college', 'firm', 'student', ...(minor ? (['representative'] as const) : [])] as const)
    addRecord(tx, 'signing', { ...paper, party });
  if (index % everyAmended === 0) addPayRise(tx, id, firm, term);
  return { id, firmId: firm.id, startsOn: term.startsOn, endsOn, forPlacements: true };
}

function addPayRise(tx: Transaction, agreementId: string, firm: SampleFirm, term: Term): void {
  const effectiveOn = addDays(term.startsOn, 30);
  const mentorId = firm.mentorIds.at(-1);
  addRecord(tx, 'amendment', {
    agreementId,
    number: '1',
    signedOn: effectiveOn <= tx.today ? addDays(effectiveOn, -3) : null,
    effectiveOn,
    changes: { payMinor: 8_500_000, ...(mentorId === undefined ? {} : { mentorId }) },
    reason: 'Студент освоил участок, наставник сменился',
  });
}
