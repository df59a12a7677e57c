import { isMinor } from './identifiers.ts';
import { type IsoDate, latestDate } from './iso-date.ts';

export const parties = ['college', 'firm', 'student', 'representative', 'department'] as const;
export type Party = (typeof parties)[number];

/** What one party has done with the paper. */
export type SigningFacts = {
  readonly party: Party;
  readonly sentOn: IsoDate | null;
  readonly signedOn: IsoDate | null;
  readonly returnedOn: IsoDate | null;
};

export type SigningStage = 'draft' | 'sent' | 'partlySigned' | 'signed';

/** How far the paper has come: all parties have signed, some have, it is under way, or it has not left the college. */
export function signingStage(rows: readonly SigningFacts[]): SigningStage {
  const signed = rows.filter(row => row.signedOn !== null).length;
  if (rows.length > 0 && signed === rows.length) return 'signed';
  if (signed > 0) return 'partlySigned';
  return rows.some(row => row.sentOn !== null || row.returnedOn !== null) ? 'sent' : 'draft';
}

/** The day the agreement was signed: when the last party did; null until all have. */
export function signedByAllOn(rows: readonly SigningFacts[]): IsoDate | null {
  return signingStage(rows) === 'signed' ? latestDate(rows.flatMap(row => row.signedOn ?? [])) : null;
}

type Agreement = {
  readonly typeCode: string;
  /** The student of a tripartite contract; null without one. */
  readonly student: { readonly bornOn: IsoDate | null } | null;
  readonly on: IsoDate;
};

/** Who signs an agreement: college and firm always, the department in a patronage memorandum, the student in a tripartite contract, and the representative of a student under 18. */
export function partiesOf({ typeCode, student, on }: Agreement): readonly Party[] {
  const minor = student !== null && student.bornOn !== null && isMinor(student.bornOn, on);
  return parties.filter(party => {
    switch (party) {
      case 'department':
        return typeCode === 'patronage';
      case 'student':
        return student !== null;
      case 'representative':
        return minor;
      default:
        return true;
    }
  });
}

/** What does not fit together on one party's line, field → text key under `validation`. */
export function signingProblems(row: Omit<SigningFacts, 'party'>, today: IsoDate): Record<string, string> {
  const problems: Record<string, string> = {};
  if (row.sentOn !== null && row.signedOn !== null && row.signedOn < row.sentOn)
    problems['signedOn'] = 'signedBeforeSent';
  if (row.returnedOn !== null && row.sentOn !== null && row.returnedOn < row.sentOn)
    problems['returnedOn'] = 'returnedBeforeSent';
  for (const field of ['sentOn', 'signedOn', 'returnedOn'] as const) {
    const day = row[field];
    if (day !== null && day > today) problems[field] = 'inFuture';
  }
  return problems;
}
