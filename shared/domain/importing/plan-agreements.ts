import type { Dictionaries } from './dictionaries.ts';
import type { AgreementDraft } from './drafts.ts';
import { remark } from './find-firms.ts';
import { numberKey } from './find-requests.ts';
import { applyValues, type FieldChange, type Ledger, type LedgerRecord, type StoredRecord } from './ledger.ts';
import type { ExistingRecords, PlanRemark } from './plan-types.ts';
import { created, met, type RowOutcome, Shelf } from './row-outcome.ts';

/** The number an agreement without one gets: it is what officers write themselves. */
const withoutNumber = 'б/н';

type Parties = { readonly firm: LedgerRecord; readonly studentId: string | null; readonly signatoryId: string | null };

/** Plans agreements: those of a register, and those that lists of firms and placements tell of. */
export class AgreementPlanner {
  readonly #ledger: Ledger;
  readonly #existing: ExistingRecords;
  readonly #lists: Dictionaries;
  readonly #numbered = new Shelf();

  constructor(ledger: Ledger, existing: ExistingRecords, lists: Dictionaries) {
    this.#ledger = ledger;
    this.#existing = existing;
    this.#lists = lists;
  }

  /** A row of a register. */
  register(
    draft: AgreementDraft,
    { firm, studentId, signatoryId }: Parties,
    remarks: readonly PlanRemark[],
  ): RowOutcome {
    const values = {
      typeId: this.#lists.agreementType(draft.type),
      signatoryId,
      stage: draft.stage,
      signedOn: draft.signedOn,
      startsOn: draft.startsOn,
      endsOn: draft.endsOn,
      renewal: draft.renewal,
      places: draft.places,
      place: draft.place,
      legalBasis: draft.legalBasis,
      notes: draft.notes,
    };
    const number = draft.number ?? withoutNumber;
    const known = this.#find(number, firm, draft, values.typeId, studentId);
    if (known.record !== null) {
      const result = applyValues(known.record, { ...values, studentId }, { notes: 'append' });
      const opened: FieldChange[] = [];
      if (draft.openEnded && typeof known.record.values['endsOn'] === 'string' && !known.record.named.has('endsOn')) {
        opened.push({ field: 'endsOn', from: known.record.values['endsOn'], to: null });
        known.record.values['endsOn'] = null;
      }
      if (draft.openEnded) known.record.named.add('endsOn');
      return met(known.record, { ...result, changes: [...result.changes, ...opened], remarks });
    }
    const record = this.#create(draft, { ...values, number, firmId: firm.id, studentId });
    return created(record, [...remarks, ...known.remarks]);
  }

  /** The agreement a row about something else tells of: what is known better stays, what is missing is filled, what is new is added. */
  beside(
    draft: AgreementDraft,
    firm: LedgerRecord,
    student: LedgerRecord | null,
  ): { readonly record: LedgerRecord; readonly isNew: boolean; readonly remarks: readonly PlanRemark[] } {
    const number = draft.number ?? withoutNumber;
    const { signedOn, startsOn, endsOn, places } = draft;
    const typeId = this.#lists.agreementType(draft.type);
    const known = this.#underNumber(draft, firm) ?? this.#find(number, firm, draft, typeId, null).record;
    if (known === null) {
      const studentId = draft.student === null ? null : (student?.id ?? null);
      const values = { typeId, signedOn, startsOn, endsOn, places, number, firmId: firm.id, studentId };
      const record = this.#create(draft, values);
      return { record, isNew: true, remarks: [remark('agreementWillBeCreated', number)] };
    }
    // A contract that a second student is named under is not that of the first one alone.
    if (known.isNew && student !== null && known.values['studentId'] !== student.id) known.values['studentId'] = null;
    const fill = { signedOn: 'fill', startsOn: 'fill', endsOn: 'fill', places: 'fill' } as const;
    // Known to have no end, it gets none from a list about something else.
    const end = known.values['endsOn'] === null && known.named.has('endsOn') ? null : endsOn;
    const { changes } = applyValues(known, { signedOn, startsOn, endsOn: end, places }, fill);
    const remarks = changes.length === 0 || known.isNew ? [] : [remark('agreementCompleted', number)];
    return { record: known, isNew: false, remarks };
  }

  #create(
    draft: AgreementDraft,
    values: Readonly<Record<string, unknown>> & { readonly number: string },
  ): LedgerRecord {
    const unsigned = draft.signedOn === null && draft.startsOn === null && draft.number === null;
    const record = this.#ledger.create('agreement', {
      ...values,
      parentId: null,
      typeId: values['typeId'] ?? this.#lists.agreementType({ code: 'other', name: null }),
      stage: draft.stage ?? (unsigned ? 'draft' : 'signed'),
      renewal: draft.renewal ?? 'manual',
    });
    if (draft.openEnded) record.named.add('endsOn');
    this.#numbered.add(numberKey(values.number), record);
    return record;
  }

  /** Number and date name an agreement; without a number the firm, the kind and the date do. */
  #find(
    number: string,
    firm: LedgerRecord,
    draft: AgreementDraft,
    typeId: string | null,
    studentId: string | null,
  ): { record: LedgerRecord | null; remarks: readonly PlanRemark[] } {
    const key = numberKey(number);
    this.#load(key, draft.number === null ? this.#agreementsOf(firm) : this.#existing.agreementsByNumber(key));
    const sameDate = (record: LedgerRecord) =>
      draft.signedOn === null || record.values['signedOn'] === null || record.values['signedOn'] === draft.signedOn;
    const candidates = this.#numbered
      .of(key)
      .filter(sameDate)
      .filter(
        record => studentId === null || record.values['studentId'] === null || record.values['studentId'] === studentId,
      )
      .filter(record => draft.number !== null || typeId === null || record.values['typeId'] === typeId);
    const own = candidates.find(record => record.values['firmId'] === firm.id);
    if (own !== undefined) return { record: own, remarks: [] };
    const dated = candidates.filter(record => draft.number !== null && record.values['signedOn'] === draft.signedOn);
    return { record: null, remarks: dated.length === 0 ? [] : [remark('sameNumberOtherFirm', number, dated)] };
  }

  /** The only agreement of a firm under a number, signed in the same year: another day there is a slip of the pen. */
  #underNumber(draft: AgreementDraft, firm: LedgerRecord): LedgerRecord | null {
    if (draft.number === null) return null;
    const key = numberKey(draft.number);
    this.#load(key, this.#existing.agreementsByNumber(key));
    const year = draft.signedOn?.slice(0, 4);
    const found = this.#numbered
      .of(key)
      .filter(({ values }) => values['firmId'] === firm.id)
      .filter(({ values }) => {
        const signedOn = values['signedOn'];
        return year === undefined || typeof signedOn !== 'string' || signedOn.startsWith(year);
      });
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  #load(key: string, stored: readonly StoredRecord[]): void {
    for (const record of stored) this.#numbered.add(key, this.#ledger.take('agreement', record));
  }

  #agreementsOf(firm: LedgerRecord): readonly StoredRecord[] {
    return firm.isNew ? [] : this.#existing.agreementsOfFirm(firm.id);
  }
}
