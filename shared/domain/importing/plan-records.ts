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
import { RequestFinder } from './find-requests.ts';
import { applyValues, type FieldChange, Ledger, type LedgerRecord, type MeetingRule, textOf } from './ledger.ts';
import { AgreementPlanner } from './plan-agreements.ts';
import type { ExistingRecords, PlanDecisions, PlanRemark } from './plan-types.ts';
import { created, met, none, type RowOutcome, refused, Shelf } from './row-outcome.ts';

/** What a row about something else says of a firm never replaces what is known. */
const filling = { city: 'fill', sector: 'fill', address: 'fill', phone: 'fill', email: 'fill' } as const;

/** Plans rows one by one over one ledger; the order of the calls is the order of the references. */
export class RecordPlanner {
  readonly ledger = new Ledger();
  readonly #existing: ExistingRecords;
  readonly #decisions: PlanDecisions;
  readonly #firms: FirmFinder;
  readonly #students: StudentFinder;
  readonly #contacts: ContactBook;
  readonly #lists: Dictionaries;
  readonly #agreements: AgreementPlanner;
  readonly #placed = new Shelf();
  readonly #requests: RequestFinder;

  constructor(existing: ExistingRecords, decisions: PlanDecisions) {
    this.#existing = existing;
    this.#decisions = decisions;
    this.#firms = new FirmFinder(this.ledger, existing, decisions.firms);
    this.#students = new StudentFinder(this.ledger, existing, decisions.students);
    this.#contacts = new ContactBook(this.ledger, existing);
    this.#lists = new Dictionaries(this.ledger, existing);
    this.#agreements = new AgreementPlanner(this.ledger, existing, this.#lists);
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
    const { entity: _, people, nameRu, legalForm, status, agreement, ...values } = draft;
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
      if (agreement !== null) {
        const beside = this.#agreements.beside(agreement, firm, null);
        outcome = { ...outcome, remarks: [...outcome.remarks, ...beside.remarks] };
        if (beside.isNew && !firm.isNew) extra.push({ field: 'agreements', from: null, to: agreement.number });
      }
    }
    return outcome.action === 'same' && extra.length > 0
      ? { ...outcome, action: 'update', changes: extra }
      : { ...outcome, changes: [...outcome.changes, ...extra] };
  }

  /** Fills what is missing about a firm from a row about something else. */
  #completeFirm(firm: LedgerRecord, { people, ...details }: FirmDetails): readonly PlanRemark[] {
    const { changes } = applyValues(firm, details, filling);
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
    return this.#agreements.register(
      draft,
      { firm: firm.record, studentId, signatoryId: signatory?.id ?? null },
      firm.remarks,
    );
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
      return created(record, none);
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
    const beside =
      draft.agreement === null ? null : this.#agreements.beside(draft.agreement, firm.record, student.record);
    const completed = this.#completeFirm(firm.record, draft.firmDetails);
    const remarks = [...firm.remarks, ...student.remarks, ...completed, ...(beside?.remarks ?? [])];
    const agreementId = beside?.record.id ?? null;
    const known = this.#findPlacement(student.record, firm.record, draft, practiceTypeId);
    if (known !== null) {
      const state = draft.state === null ? {} : { state: draft.state };
      const rules = { notes: 'append', agreementId: 'fill' } as const;
      return met(known, { ...applyValues(known, { ...values, ...state, agreementId }, rules), remarks });
    }
    const record = this.ledger.create('placement', {
      ...values,
      studentId: student.record.id,
      firmId: firm.record.id,
      agreementId,
      specialtyId: specialtyId ?? student.record.values['specialtyId'] ?? null,
      qualificationId:
        this.#lists.qualification(draft.qualification, specialtyId) ?? student.record.values['qualificationId'] ?? null,
      course: draft.course ?? student.record.values['course'] ?? null,
      state: draft.state ?? (draft.orderNumber === null ? 'planned' : 'ordered'),
    });
    this.#placed.add(student.record.id, record);
    return created(record, remarks);
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
