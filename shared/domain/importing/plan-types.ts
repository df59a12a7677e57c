import type { Issue, SkipReason } from './drafts.ts';
import type { ImportEntity } from './fields.ts';
import type { ConflictChoice, FieldChange, FieldConflict, Operation, StoredRecord } from './ledger.ts';

/** What importing a row will do. */
export type RowAction = 'create' | 'update' | 'same' | 'merge' | 'conflict' | 'reject' | 'skip';

/** Why a row is refused or doubted beyond its own cells; keys of the text area `importing`. */
export const planReasons = [
  'firmNotFound',
  'firmAmbiguous',
  'studentNotFound',
  'studentAmbiguous',
  'nameDiffers',
  'binDiffers',
  'iinDiffers',
  'legalFormDiffers',
  'sameNameOtherBin',
  'sameNumberOtherFirm',
  'firmWillBeCreated',
  'studentWillBeCreated',
  'agreementWillBeCreated',
  'agreementCompleted',
  'leftOut',
  'firmCompleted',
  'firmAnswered',
  'studentAnswered',
] as const;
export type PlanReason = (typeof planReasons)[number];

/** A remark on a row, with the words of the file it is about and the records it may mean. */
export type PlanRemark = {
  readonly reason: PlanReason;
  readonly value: string;
  readonly candidates: readonly { readonly id: string; readonly title: string }[];
};

export type PlannedRow = {
  readonly sheet: string;
  readonly row: number;
  /** Which record of the row, from 0: a row may hold several. */
  readonly record: number;
  readonly entity: ImportEntity;
  readonly action: RowAction;
  /** The record as people know it; '' when there is none. */
  readonly title: string;
  /** Id of the stored record, or the passing id of a new one; null when the row leads to none. */
  readonly recordId: string | null;
  readonly changes: readonly FieldChange[];
  readonly conflicts: readonly FieldConflict[];
  readonly issues: readonly Issue[];
  readonly remarks: readonly PlanRemark[];
  readonly skip: SkipReason | null;
  /** What would let a refused row in. */
  readonly offer: 'createFirm' | 'createStudent' | null;
  readonly shown: readonly string[];
  /** Columns the officer has typed over. */
  readonly edited: readonly number[];
};

export type ActionCounts = Readonly<Record<RowAction, number>>;

export type PlannedSheet = {
  readonly sheet: string;
  readonly entity: ImportEntity;
  readonly counts: ActionCounts;
  readonly rows: readonly PlannedRow[];
};

export type ImportPlan = {
  readonly sheets: readonly PlannedSheet[];
  readonly counts: ActionCounts;
  readonly operations: readonly Operation[];
  /** Active students the national export no longer names: to be confirmed by the officer, never changed by the import. */
  readonly absentStudents: readonly AbsentStudent[];
  /** How many of them will be written as having left, because the officer has confirmed it. */
  readonly leavers: number;
};

export type AbsentStudent = { readonly id: string; readonly title: string; readonly group: string };

/** `unnumbered`: only those without an IIN. */
export type Namesakes = 'all' | 'unnumbered';

/** The answer that words of a list mean none of the records there are. */
export const newRecord = 'new';

/** What the officer has decided about a plan. */
export type PlanDecisions = {
  /** Rows left out, as `sheet!row`. */
  readonly leaveOut?: readonly string[];
  /** Words in the file → id of the firm they mean. */
  readonly firms?: Readonly<Record<string, string>>;
  /** Words in the file → id of the student they mean. */
  readonly students?: Readonly<Record<string, string>>;
  /** Create firms and students that are only mentioned. */
  readonly createFirms?: boolean;
  readonly createStudents?: boolean;
  /** What the officer has typed over cells: `sheet!row` → column position → text. */
  readonly edits?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Which of two values holds: `sheet!row` → field → choice. */
  readonly conflicts?: Readonly<Record<string, Readonly<Record<string, ConflictChoice>>>>;
  /** Students missing from the national export who have left, and the day they left. */
  readonly leavers?: { readonly ids: readonly string[]; readonly leftOn: string };
};

/** The key of a row in the decisions. */
export const placeOf = (sheet: string, row: number): string => `${sheet}!${row}`;

/** The stored records an import is compared with. */
export type ExistingRecords = {
  readonly firms: () => readonly StoredRecord[];
  readonly contactsOfFirm: (firmId: string) => readonly StoredRecord[];
  readonly agreementsByNumber: (numberKey: string) => readonly StoredRecord[];
  readonly agreementsOfFirm: (firmId: string) => readonly StoredRecord[];
  readonly studentById: (id: string) => StoredRecord | null;
  readonly studentByIin: (iin: string) => StoredRecord | null;
  readonly studentByExternalId: (externalId: string) => StoredRecord | null;
  /** Students whose folded surname is this. */
  readonly studentsBySurname: (surname: string, which: Namesakes) => readonly StoredRecord[];
  readonly activeStudents: () => readonly StoredRecord[];
  readonly placementsOfStudent: (studentId: string) => readonly StoredRecord[];
  readonly requestsByNumber: (numberKey: string) => readonly StoredRecord[];
  readonly requestsReceivedOn: (date: string) => readonly StoredRecord[];
  readonly specialties: () => readonly StoredRecord[];
  readonly qualifications: () => readonly StoredRecord[];
  readonly groups: () => readonly StoredRecord[];
  readonly practiceTypes: () => readonly StoredRecord[];
  readonly agreementTypes: () => readonly StoredRecord[];
};

/** Nothing stored: the plan of a first import. */
export const nothingStored: ExistingRecords = {
  firms: () => [],
  contactsOfFirm: () => [],
  agreementsByNumber: () => [],
  agreementsOfFirm: () => [],
  studentById: () => null,
  studentByIin: () => null,
  studentByExternalId: () => null,
  studentsBySurname: () => [],
  activeStudents: () => [],
  placementsOfStudent: () => [],
  requestsByNumber: () => [],
  requestsReceivedOn: () => [],
  specialties: () => [],
  qualifications: () => [],
  groups: () => [],
  practiceTypes: () => [],
  agreementTypes: () => [],
};
