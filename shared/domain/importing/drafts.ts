import type { LegalFormCode } from '../folding.ts';
import type { ImportEntity } from './fields.ts';

/** How bad a finding is: an error rejects the row, a repair was made and is shown. */
export type IssueSeverity = 'error' | 'warning' | 'repaired';

/** Why a value was refused, doubted or repaired; each is a key of the text area `importing`. */
export const issueReasons = [
  'missingName',
  'missingFirm',
  'missingStudent',
  'missingPeriod',
  'missingDate',
  'missingProposal',
  'missingNumber',
  'identifierLength',
  'identifierNotDigits',
  'identifierCheckDigit',
  'identifierZeros',
  'identifierOfPerson',
  'lettersLost',
  'phoneUnreadable',
  'emailUnreadable',
  'dateUnreadable',
  'dateImpossible',
  'numberUnreadable',
  'numberOutOfRange',
  'periodUnreadable',
  'periodBackwards',
  'endFromDuration',
  'endBeforeStart',
  'periodFromTitle',
  'orderFromTitle',
  'valueUnknown',
  'newDictionaryValue',
  'assumedPracticeType',
  'birthDateDiffers',
  'codePairDisagrees',
  'specialtyWithoutCode',
  'cellError',
  'takenFromAbove',
  'firmFromTitle',
  'periodFromYears',
  'monthFirst',
] as const;
export type IssueReason = (typeof issueReasons)[number];

/** One finding about one field of a row. */
export type Issue = {
  readonly field: string;
  readonly severity: IssueSeverity;
  readonly reason: IssueReason;
  /** What stood in the file. */
  readonly value: string;
};

/** Null always means that the file says nothing, never that a value is to be removed. */
export type Said<T> = T | null;

/** How a row names a firm. */
export type FirmReference = { readonly name: Said<string>; readonly bin: Said<string> };

/** How a row names a student. */
export type StudentReference = {
  readonly iin: Said<string>;
  readonly surname: Said<string>;
  readonly givenName: Said<string>;
  readonly patronymic: Said<string>;
  readonly groupCode: Said<string>;
};

/** A code and a name from one cell or two. */
export type Coded = { readonly code: Said<string>; readonly name: Said<string> };

/** What is studied, where a row says so. */
export type Programme = { readonly specialty: Coded; readonly qualification: Coded };

/** A dictionary value by its known code, or by the words used when none is known. */
export type Choice = { readonly code: Said<string>; readonly name: Said<string> };

export type ContactValues = {
  readonly name: string;
  readonly position: Said<string>;
  readonly phone: Said<string>;
  readonly email: Said<string>;
  readonly roles: readonly string[];
};

/** What any row can say about a firm besides its name; head and contact person may stand in it. */
export type FirmDetails = {
  readonly city: Said<string>;
  readonly sector: Said<string>;
  readonly address: Said<string>;
  readonly phone: Said<string>;
  readonly email: Said<string>;
  readonly people: readonly ContactValues[];
};

export type FirmDraft = FirmDetails & {
  readonly entity: 'firm';
  /** Lists of firms often say beside the firm which agreement there is with it. */
  readonly agreement: Said<AgreementDraft>;
  readonly nameRu: string;
  readonly nameKk: Said<string>;
  readonly shortName: Said<string>;
  readonly legalForm: Said<LegalFormCode>;
  readonly bin: Said<string>;
  readonly oked: Said<string>;
  readonly region: Said<string>;
  readonly website: Said<string>;
  readonly sizeClass: Said<string>;
  readonly status: Said<string>;
  readonly notes: Said<string>;
};

export type ContactDraft = ContactValues & {
  readonly entity: 'contact';
  readonly firm: FirmReference;
  readonly language: Said<string>;
  readonly basis: Said<string>;
  readonly notes: Said<string>;
};

export type AgreementDraft = {
  readonly entity: 'agreement';
  readonly number: Said<string>;
  readonly type: Choice;
  readonly firm: FirmReference;
  readonly firmDetails: FirmDetails;
  readonly student: Said<StudentReference>;
  /** Who signed for the firm. */
  readonly signatory: Said<ContactValues>;
  readonly stage: Said<string>;
  readonly signedOn: Said<string>;
  readonly startsOn: Said<string>;
  readonly endsOn: Said<string>;
  /** Said to have no end; with endsOn null and this false the file says nothing about the end. */
  readonly openEnded: boolean;
  readonly renewal: Said<'automatic'>;
  readonly places: Said<number>;
  readonly place: Said<string>;
  readonly legalBasis: Said<string>;
  readonly specialties: readonly string[];
  readonly notes: Said<string>;
};

export type StudentDraft = Programme & {
  readonly entity: 'student';
  readonly iin: Said<string>;
  readonly surname: string;
  readonly givenName: Said<string>;
  readonly patronymic: Said<string>;
  readonly bornOn: Said<string>;
  readonly groupCode: Said<string>;
  readonly course: Said<number>;
  readonly phone: Said<string>;
  readonly email: Said<string>;
  readonly language: Said<string>;
  readonly funding: Said<string>;
  readonly studyForm: Said<string>;
  readonly status: Said<'active' | 'leave' | 'left' | 'graduated'>;
  readonly leftOn: Said<string>;
  readonly leftReason: Said<string>;
  readonly externalId: Said<string>;
  readonly representativeName: Said<string>;
  readonly representativePhone: Said<string>;
  readonly town: Said<string>;
  readonly notes: Said<string>;
};

export type PlacementDraft = Programme & {
  readonly entity: 'placement';
  /** What the row says about its firm and about the agreement the student is there under. */
  readonly firmDetails: FirmDetails;
  readonly agreement: Said<AgreementDraft>;
  readonly student: StudentReference;
  readonly firm: FirmReference;
  readonly practiceType: Choice;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly hoursPlanned: Said<number>;
  readonly hoursEnterprise: Said<number>;
  readonly course: Said<number>;
  readonly mentor: Said<ContactValues>;
  readonly supervisor: Said<string>;
  readonly orderNumber: Said<string>;
  readonly orderDate: Said<string>;
  readonly state: Said<string>;
  readonly hired: Said<boolean>;
  readonly workplace: Said<string>;
  readonly notes: Said<string>;
};

export type RequestDraft = Programme & {
  readonly entity: 'request';
  readonly number: Said<string>;
  readonly receivedOn: string;
  readonly firm: FirmReference;
  readonly module: Said<string>;
  readonly kind: Said<string>;
  readonly currentText: Said<string>;
  readonly proposedText: string;
  readonly hoursBefore: Said<number>;
  readonly hoursAfter: Said<number>;
  readonly state: Said<string>;
  readonly reason: Said<string>;
  readonly responsible: Said<string>;
  readonly decidedOn: Said<string>;
  readonly minuteNumber: Said<string>;
  readonly notes: Said<string>;
};

export type Draft = FirmDraft | ContactDraft | AgreementDraft | StudentDraft | PlacementDraft | RequestDraft;
export type DraftOf<E extends ImportEntity> = Extract<Draft, { entity: E }>;

/** Why a row is no record at all. */
export type SkipReason = 'total' | 'repeatedHeading' | 'sectionTitle' | 'note';

/** One row after reading: a draft, or the reason why there is none. */
export type ParsedRow = {
  readonly row: number;
  /** Which record of the row, from 0: a row may hold several. */
  readonly record: number;
  readonly draft: Draft | null;
  readonly skip: SkipReason | null;
  readonly issues: readonly Issue[];
  /** The cells as they stood, for the preview and the workbook of rejected rows. */
  readonly shown: readonly string[];
};

/** A sheet after reading. */
export type ParsedSheet = {
  readonly sheet: string;
  readonly entity: ImportEntity;
  readonly rows: readonly ParsedRow[];
};
