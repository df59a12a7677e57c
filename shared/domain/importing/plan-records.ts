import { sexOf } from '../identifiers.ts';
import { Dictionaries } from './dictionaries.ts';
import type {
  AgreementDraft,
  ContactDraft,
  Draft,
  FirmDetails,
  FirmDraft,
  FirmReference,
  PlacementDraft,
  RequestDraft,
  StudentDraft,
  StudentReference,
} from './drafts.ts';
import { FirmFinder, type Found, firmNameValues, remark } from './find-firms.ts';
import { ContactBook, StudentFinder } from './find-people.ts';
import { numberKey, RequestFinder } from './find-requests.ts';
import { applyValues, type FieldChange, Ledger, type LedgerRecord, type MeetingRule, textOf } from './ledger.ts';
import type { ExistingRecords, PlanDecisions, PlanRemark } from './plan-types.ts';
import { created, met, type RowOutcome, refused, Shelf } from './row-outcome.ts';

/** The number an agreement without one gets: it is what officers write themselves. */
const withoutNumber = 'б/н';

/** Plans rows one by one over one ledger; the order of the calls is the order of the references. */
export class RecordPlanner {
  readonly ledger = new Ledger();
  readonly #existing: ExistingRecords;
  readonly #decisions: PlanDecisions;
  readonly #firms: FirmFinder;
  readonly #students: StudentFinder;
  readonly #contacts: ContactBook;
  readonly #lists: Dictionaries;
  readonly #numbered = new Shelf();
  readonly #placed = new Shelf();
  readonly #requests: RequestFinder;

  constructor(existing: ExistingRecords, decisions: PlanDecisions) {
    this.#existing = existing;
    this.#decisions = decisions;
    this.#firms = new FirmFinder(this.ledger, existing, decisions.firms);
    this.#students = new StudentFinder(this.ledger, existing, decisions.students);
    this.#contacts = new ContactBook(this.ledger, existing);
    this.#lists = new Dictionaries(this.ledger, existing);
    this.#requests = new RequestFinder(this.ledger, existing);
  }

  plan(draft: Draft): RowOutcome {
    switch (draft.entity) {
      case 'firm':
        return this.#firm(draft);
      case 'contact':
        return this.#contact(draft);
      case 'agreement':
        return this.#agreement(draft);
      case 'student':
        return this.#student(draft);
      case 'placement':
        return this.#placement(draft);
      case 'request':
        return this.#request(draft);
    }
  }

  #firm(draft: FirmDraft): RowOutcome {
    const { entity: _, people, nameRu, legalForm, status, ...values } = draft;
    const found = this.#firms.findRow(nameRu, draft.bin);
    if (found.kind === 'ambiguous') return refused([remark('firmAmbiguous', nameRu, found.candidates)]);
    const extra: FieldChange[] = [];
    let outcome: RowOutcome;
    if (found.kind === 'none') {
      const record = this.ledger.create('firm', { nameRu, legalForm, status: status ?? 'active', ...values });
      outcome = created(record, found.remarks);
    } else {
      const name = firmNameValues(found.record, nameRu);
      const result = applyValues(
        found.record,
        { legalForm, status, ...values },
        { legalForm: 'fill', notes: 'append', nameKk: 'fill' },
      );
      outcome = met(found.record, {
        changes: [...name.changes, ...result.changes],
        conflicts: [...name.conflicts, ...result.conflicts],
        remarks: found.remarks,
      });
    }
    const firm = outcome.record;
    if (firm !== null) {
      this.#firms.remember(firm);
      for (const person of people) {
        const put = this.#contacts.put(firm, person);
        if (put.created && !firm.isNew) extra.push({ field: 'contacts', from: null, to: person.name });
      }
    }
    return outcome.action === 'same' && extra.length > 0
      ? { ...outcome, action: 'update', changes: extra }
      : { ...outcome, changes: [...outcome.changes, ...extra] };
  }

  /** Fills what is missing about a firm from a row about something else. */
  #completeFirm(firm: LedgerRecord, { people, ...details }: FirmDetails): readonly PlanRemark[] {
    const { changes } = applyValues(firm, details, { address: 'fill', phone: 'fill', email: 'fill' });
    const added = people.filter(person => this.#contacts.put(firm, person).created).length;
    if (firm.isNew || changes.length + added === 0) return [];
    return [remark('firmCompleted', textOf(firm.values, 'nameRu'))];
  }

  #contact(draft: ContactDraft): RowOutcome {
    const firm = this.#reference(draft.firm);
    if ('refusal' in firm) return firm.refusal;
    const { language, basis, notes } = draft;
    const { record, created: isNew, result } = this.#contacts.put(firm.record, draft, { language, basis, notes });
    return isNew ? created(record, firm.remarks) : met(record, { ...result, remarks: firm.remarks }, true);
  }

  #agreement(draft: AgreementDraft): RowOutcome {
    const found = this.#reference(draft.firm);
    if ('refusal' in found) return found.refusal;
    const firm = { ...found, remarks: [...found.remarks, ...this.#completeFirm(found.record, draft.firmDetails)] };
    let studentId: string | null = null;
    if (draft.student !== null) {
      const student = this.#students.findReference(draft.student, this.#lists.knownGroup(draft.student.groupCode));
      if (student.kind === 'found') studentId = student.record.id;
    }
    const signatory = draft.signatory === null ? null : this.#contacts.put(firm.record, draft.signatory).record;
    const values = {
      typeId: this.#lists.agreementType(draft.type),
      signatoryId: signatory?.id ?? null,
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
    const known = this.#findAgreement(number, firm.record, draft, values.typeId, studentId);
    if (known.record !== null) {
      const result = applyValues(known.record, { ...values, studentId }, { notes: 'append' });
      const opened: FieldChange[] = [];
      if (draft.openEnded && typeof known.record.values['endsOn'] === 'string' && !known.record.named.has('endsOn')) {
        opened.push({ field: 'endsOn', from: known.record.values['endsOn'], to: null });
        known.record.values['endsOn'] = null;
      }
      if (draft.openEnded) known.record.named.add('endsOn');
      return met(known.record, { ...result, changes: [...result.changes, ...opened], remarks: firm.remarks });
    }
    const record = this.ledger.create('agreement', {
      ...values,
      number,
      firmId: firm.record.id,
      studentId,
      parentId: null,
      typeId: values.typeId ?? this.#lists.agreementType({ code: 'other', name: null }),
      stage:
        values.stage ??
        (draft.signedOn === null && draft.startsOn === null && draft.number === null ? 'draft' : 'signed'),
      renewal: values.renewal ?? 'manual',
    });
    this.#numbered.add(numberKey(number), record);
    return created(record, [...firm.remarks, ...known.remarks]);
  }

  /** Number and date name an agreement; without a number the firm, the kind and the date do. */
  #findAgreement(
    number: string,
    firm: LedgerRecord,
    draft: AgreementDraft,
    typeId: string | null,
    studentId: string | null,
  ): { record: LedgerRecord | null; remarks: readonly PlanRemark[] } {
    const key = numberKey(number);
    const stored = draft.number === null ? this.#agreementsOf(firm) : this.#existing.agreementsByNumber(key);
    for (const record of stored) this.#numbered.add(key, this.ledger.take('agreement', record));
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

  #agreementsOf(firm: LedgerRecord) {
    return firm.isNew ? [] : this.#existing.agreementsOfFirm(firm.id);
  }

  #student(draft: StudentDraft): RowOutcome {
    const { entity: _, specialty, qualification, groupCode, status, ...rest } = draft;
    const specialtyId = this.#lists.specialty(specialty);
    const qualificationId = this.#lists.qualification(qualification, specialtyId);
    const groupId = this.#lists.group(groupCode, {
      specialtyId,
      qualificationId,
      course: draft.course,
      language: draft.language,
    });
    const found = this.#students.findRow({ ...draft }, draft.externalId, groupId);
    if (found.kind === 'ambiguous') return refused([remark('studentAmbiguous', nameIn(draft), found.candidates)]);
    const sex = draft.iin === null ? null : sexOf(draft.iin);
    const values = { ...rest, sex, specialtyId, qualificationId, groupId, status };
    if (found.kind === 'none') {
      const record = this.ledger.create('student', { ...values, status: status ?? 'active' });
      this.#students.remember(record);
      return created(record, []);
    }
    const rules: Record<string, MeetingRule> = { notes: 'append', sex: 'fill' };
    const result = applyValues(found.record, values, rules);
    this.#students.remember(found.record);
    return met(found.record, { ...result, remarks: found.remarks });
  }

  #placement(draft: PlacementDraft): RowOutcome {
    const firm = this.#reference(draft.firm);
    if ('refusal' in firm) return firm.refusal;
    const student = this.#studentReference(draft.student, draft);
    if ('refusal' in student) return student.refusal;
    const practiceTypeId = this.#lists.practiceType(draft.practiceType);
    const specialtyId = this.#lists.specialty(draft.specialty);
    const mentorId = draft.mentor === null ? null : this.#contacts.put(firm.record, draft.mentor).record.id;
    const values = {
      practiceTypeId,
      startsOn: draft.startsOn,
      endsOn: draft.endsOn,
      hoursPlanned: draft.hoursPlanned,
      hoursEnterprise: draft.hoursEnterprise,
      mentorId,
      supervisor: draft.supervisor,
      orderNumber: draft.orderNumber,
      orderDate: draft.orderDate,
      hired: draft.hired,
      workplace: draft.workplace,
      notes: draft.notes,
    };
    const remarks = [...firm.remarks, ...student.remarks];
    const known = this.#findPlacement(student.record, firm.record, draft, practiceTypeId);
    if (known !== null) {
      const state = draft.state === null ? {} : { state: draft.state };
      return met(known, { ...applyValues(known, { ...values, ...state }, { notes: 'append' }), remarks });
    }
    const record = this.ledger.create('placement', {
      ...values,
      studentId: student.record.id,
      firmId: firm.record.id,
      agreementId: this.#agreementOf(firm.record, draft.agreementNumber),
      specialtyId: specialtyId ?? student.record.values['specialtyId'] ?? null,
      qualificationId:
        this.#lists.qualification(draft.qualification, specialtyId) ?? student.record.values['qualificationId'] ?? null,
      course: draft.course ?? student.record.values['course'] ?? null,
      state: draft.state ?? (draft.orderNumber === null ? 'planned' : 'ordered'),
    });
    this.#placed.add(student.record.id, record);
    return created(record, remarks);
  }

  #agreementOf(firm: LedgerRecord, number: string | null): string | null {
    if (number === null) return null;
    const key = numberKey(number);
    for (const stored of this.#existing.agreementsByNumber(key))
      this.#numbered.add(key, this.ledger.take('agreement', stored));
    const found = this.#numbered.of(key).filter(record => record.values['firmId'] === firm.id);
    return found.length === 1 ? (found[0]?.id ?? null) : null;
  }

  /** One student at one firm from one day on is one placement; a moved end or start is found by the overlap. */
  #findPlacement(
    student: LedgerRecord,
    firm: LedgerRecord,
    draft: PlacementDraft,
    practiceTypeId: string | null,
  ): LedgerRecord | null {
    if (!student.isNew) {
      for (const stored of this.#existing.placementsOfStudent(student.id)) {
        this.#placed.add(student.id, this.ledger.take('placement', stored));
      }
    }
    const here = this.#placed.of(student.id).filter(record => record.values['firmId'] === firm.id);
    const sameType = here.filter(record => record.values['practiceTypeId'] === practiceTypeId);
    const exact = sameType.find(record => record.values['startsOn'] === draft.startsOn);
    if (exact !== undefined) return exact;
    const sameDays = here.find(
      record =>
        record.values['startsOn'] === draft.startsOn && record.values['endsOn'] === draft.endsOn && !record.isNew,
    );
    if (sameDays !== undefined) return sameDays;
    const overlapping = sameType.filter(
      record =>
        !record.isNew &&
        record.rows === 0 &&
        String(record.values['startsOn']) <= draft.endsOn &&
        String(record.values['endsOn']) >= draft.startsOn,
    );
    return overlapping.length === 1 ? (overlapping[0] ?? null) : null;
  }

  #request(draft: RequestDraft): RowOutcome {
    const named = draft.firm.name !== null || draft.firm.bin !== null;
    const firm = named ? this.#reference(draft.firm) : null;
    if (firm !== null && 'refusal' in firm) return firm.refusal;
    const { entity: _, firm: __, specialty, qualification, number, state, ...rest } = draft;
    const specialtyId = this.#lists.specialty(specialty);
    const qualificationId = this.#lists.qualification(qualification, specialtyId);
    const values = { ...rest, specialtyId, qualificationId, state };
    const firmId = firm?.record.id ?? null;
    const known = this.#requests.find(draft, firmId);
    if (known !== null)
      return met(known, { ...applyValues(known, values, { notes: 'append' }), remarks: firm?.remarks ?? [] });
    const record = this.ledger.create('request', {
      ...values,
      number: number ?? this.#requests.nextNumber(draft.receivedOn),
      firmId,
      state: state ?? 'submitted',
      priority: 'normal',
    });
    this.#requests.remember(draft.receivedOn, record);
    return created(record, firm?.remarks ?? []);
  }

  #reference(
    firm: FirmReference,
  ): { readonly record: LedgerRecord; readonly remarks: readonly PlanRemark[] } | { readonly refusal: RowOutcome } {
    const found: Found = this.#firms.findReference(firm);
    const words = firm.name ?? firm.bin ?? '';
    if (found.kind === 'found') return found;
    if (found.kind === 'ambiguous') return { refusal: refused([remark('firmAmbiguous', words, found.candidates)]) };
    if (this.#decisions.createFirms !== true || firm.name === null) {
      return { refusal: refused([remark('firmNotFound', words)], firm.name === null ? null : 'createFirm') };
    }
    const record = this.ledger.create('firm', { nameRu: firm.name, bin: firm.bin, status: 'active' });
    this.#firms.remember(record);
    return { record, remarks: [remark('firmWillBeCreated', words)] };
  }

  #studentReference(
    student: StudentReference,
    about: PlacementDraft,
  ): { readonly record: LedgerRecord; readonly remarks: readonly PlanRemark[] } | { readonly refusal: RowOutcome } {
    const found = this.#students.findReference(student, this.#lists.knownGroup(student.groupCode));
    const words = nameIn(student) || (student.iin ?? '');
    if (found.kind === 'found') return found;
    if (found.kind === 'ambiguous') return { refusal: refused([remark('studentAmbiguous', words, found.candidates)]) };
    if (this.#decisions.createStudents !== true || student.surname === null) {
      return {
        refusal: refused([remark('studentNotFound', words)], student.surname === null ? null : 'createStudent'),
      };
    }
    const specialtyId = this.#lists.specialty(about.specialty);
    const qualificationId = this.#lists.qualification(about.qualification, specialtyId);
    const { groupCode, ...name } = student;
    const group = { specialtyId, qualificationId, course: about.course, language: null };
    const record = this.ledger.create('student', {
      ...name,
      groupId: this.#lists.group(groupCode, group),
      specialtyId,
      qualificationId,
      course: about.course,
      sex: student.iin === null ? null : sexOf(student.iin),
      status: 'active',
    });
    this.#students.remember(record);
    return { record, remarks: [remark('studentWillBeCreated', words)] };
  }
}

function nameIn(student: {
  readonly surname: string | null;
  readonly givenName: string | null;
  readonly patronymic: string | null;
}): string {
  return [student.surname, student.givenName, student.patronymic].filter(part => part !== null).join(' ');
}
