import { addDays } from '#shared/domain/dates.ts';
import type { RecordOf } from '../database/entities.ts';
import type { Transaction } from '../database/records.ts';
import { addRecord } from './add-record.ts';
import type { SampleFirm } from './make-firms.ts';
import type { Random } from './random.ts';

export type SampleAgreement = {
  readonly id: string;
  readonly firmId: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  /** Whether contracts of single students stand below it. */
  readonly framework?: boolean;
  /** Whether placements can rest on it. */
  readonly forPlacements: boolean;
};

type TypeCode =
  | 'memorandum'
  | 'patronage'
  | 'framework'
  | 'dual'
  | 'practice'
  | 'target'
  | 'internship'
  | 'donation'
  | 'project';
type Stage = RecordOf<'agreement'>['stage'];

const letters: Readonly<Record<TypeCode, string>> = {
  memorandum: 'М',
  patronage: 'Ш',
  framework: 'Р',
  dual: 'Д',
  practice: 'П',
  target: 'Ц',
  internship: 'С',
  donation: 'О',
  project: 'СП',
};
const placing: readonly TypeCode[] = ['framework', 'dual', 'practice', 'patronage'];
const further: readonly TypeCode[] = ['target', 'internship', 'donation', 'project', 'patronage'];
/** Days until the end of the agreements that need attention soon. */
const endings = [6, 24, 52, 83];

type Draft = {
  readonly type: TypeCode;
  readonly stage: Stage;
  readonly from: string;
  readonly to: string | null;
  readonly parentId?: string;
  readonly terminatedOn?: string;
  readonly reason?: string;
};

/** What went over the table: sent to the firm, signed, brought back. */
function addPaper(tx: Transaction, random: Random, agreementId: string, stage: Stage, signedOn: string | null): void {
  const sent = signedOn ?? tx.today;
  const sentOn = addDays(sent, -random.between(4, 12));
  const paper = { agreementId, sentOn };
  if (stage === 'sent') addRecord(tx, 'signing', { ...paper, party: 'firm' });
  if (stage === 'partlySigned') {
    addRecord(tx, 'signing', { ...paper, party: 'college', signedOn: sentOn, returnedOn: sentOn });
    addRecord(tx, 'signing', { ...paper, party: 'firm' });
  }
  if (signedOn === null) return;
  addRecord(tx, 'signing', { ...paper, party: 'college', signedOn: sentOn, returnedOn: sentOn });
  addRecord(tx, 'signing', { ...paper, party: 'firm', signedOn, returnedOn: signedOn });
}

/** A later wish put on paper: more places, or a longer term. */
function addAmendment(tx: Transaction, agreement: RecordOf<'agreement'>, longer: boolean): void {
  const effectiveOn = addDays(tx.today, -60);
  if (agreement.startsOn === null || agreement.startsOn >= effectiveOn) return;
  addRecord(tx, 'amendment', {
    agreementId: agreement.id,
    number: '1',
    signedOn: addDays(effectiveOn, -5),
    effectiveOn,
    changes:
      longer && agreement.endsOn !== null
        ? { endsOn: addDays(agreement.endsOn, 365) }
        : { places: (agreement.places ?? 0) + 5 },
    reason: longer ? 'Продление по предложению предприятия' : 'Предприятие открыло ещё одну смену',
  });
}

/** Running numbers of agreements, by calendar year. */
export type Numbering = Map<string, number>;

function addAgreement(
  tx: Transaction,
  random: Random,
  numbering: Numbering,
  firm: SampleFirm,
  draft: Draft,
  place: AgreementPlace,
): SampleAgreement {
  const year = draft.from.slice(0, 4);
  const number = (numbering.get(year) ?? 0) + 1;
  numbering.set(year, number);
  const onPaper = draft.stage === 'signed' || draft.stage === 'terminated';
  const signed = addDays(draft.from, -random.between(2, 20));
  const signedOn = onPaper ? (signed > tx.today ? tx.today : signed) : null;
  const record = addRecord(tx, 'agreement', {
    number: `${number}/${year.slice(2)}-${letters[draft.type]}`,
    typeId: `agreement-type-${draft.type}`,
    firmId: firm.id,
    parentId: draft.parentId ?? null,
    stage: draft.stage,
    signedOn,
    startsOn: draft.from,
    endsOn: draft.to,
    terminatedOn: draft.terminatedOn ?? null,
    terminationReason: draft.reason ?? null,
    renewal: draft.to === null ? 'automatic' : 'manual',
    signatoryId: firm.signatoryId,
    place: `г. ${firm.cityRu}`,
    places: placing.includes(draft.type) ? random.between(4, 30) : null,
    origin: random.pick(['college', 'college', 'firm', 'department'] as const),
    legalBasis: draft.type === 'dual' ? 'Закон РК «Об образовании», статья 17' : null,
    notes: draft.stage === 'sent' ? 'Отправлено на подпись, ждём возврата экземпляра.' : null,
  });
  if (placing.includes(draft.type))
    for (const programme of firm.programmes) {
      const specialtyId = place.specialtyIds[programme];
      if (specialtyId !== undefined)
        addRecord(tx, 'agreementSpecialty', { agreementId: record.id, specialtyId, places: random.between(3, 15) });
    }
  addPaper(tx, random, record.id, draft.stage, signedOn);
  if (draft.stage === 'signed' && placing.includes(draft.type) && place.index % 6 === 0)
    addAmendment(tx, record, place.index % 12 === 0);
  return {
    id: record.id,
    firmId: firm.id,
    startsOn: draft.from,
    endsOn: draft.to,
    framework: draft.type === 'framework',
    forPlacements: onPaper && placing.includes(draft.type),
  };
}

type AgreementPlace = {
  readonly schoolYear: number;
  /** The firm's place among the firms. */
  readonly index: number;
  /** Ids of the specialties in the order of the programmes. */
  readonly specialtyIds: readonly string[];
};

/** Agreements of a firm that is a partner now: a long one, a yearly one that was renewed, or a memorandum with a contract. */
function draftsOfPartner(today: string, schoolYear: number, index: number): readonly (readonly Draft[])[] {
  const autumn = (years: number): string => `${schoolYear + years}-09-01`;
  const summer = (years: number): string => `${schoolYear + years}-08-31`;
  const kind: TypeCode = index % 2 === 0 ? 'dual' : 'practice';
  if (index % 3 === 0)
    return [
      [
        {
          type: 'framework',
          stage: 'signed',
          from: autumn(-2),
          to: summer(index % 4 === 0 ? 3 : 1),
        },
      ],
    ];
  if (index % 3 === 1)
    return [
      [
        { type: kind, stage: 'signed', from: autumn(-1), to: summer(0) },
        { type: kind, stage: 'signed', from: autumn(0), to: summer(1) },
      ],
    ];
  const soon = index % 2 === 0 ? endings[Math.floor(index / 6) % endings.length] : undefined;
  const contract: Draft = {
    type: 'practice',
    stage: 'signed',
    from: autumn(-2),
    to: soon === undefined ? summer(2) : addDays(today, soon),
  };
  return index % 2 === 0
    ? [[contract]]
    : [[{ type: 'memorandum', stage: 'signed', from: autumn(-2), to: null }], [contract]];
}

/** Chains of agreements; within a chain each renews the one before. */
function draftsOf(tx: Transaction, firm: SampleFirm, schoolYear: number, index: number): readonly (readonly Draft[])[] {
  const from = `${schoolYear - 2}-09-01`;
  const open: Draft = { type: 'practice', stage: 'draft', from: addDays(tx.today, 20), to: `${schoolYear + 1}-08-31` };
  switch (firm.status) {
    case 'prospect': {
      const stage = (['draft', 'sent', 'partlySigned', 'sent'] as const)[Math.floor(index / 10) % 4] ?? 'draft';
      return [[{ ...open, stage, type: stage === 'partlySigned' ? 'dual' : 'memorandum' }]];
    }
    case 'former':
      return [
        [
          {
            type: 'dual',
            stage: 'terminated',
            from,
            to: `${schoolYear + 1}-08-31`,
            terminatedOn: `${schoolYear}-02-10`,
            reason: 'Предприятие закрыло участок, на котором обучались студенты',
          },
        ],
      ];
    case 'dormant':
      return [
        [{ type: 'practice', stage: 'signed', from, to: `${schoolYear - 1}-08-31` }],
        ...(index % 20 === 8 ? [[{ ...open, stage: 'cancelled' } as const]] : []),
      ];
    case 'active': {
      const drafts = draftsOfPartner(tx.today, schoolYear, index);
      const more = further[Math.floor(index / 7) % further.length];
      if (index % 7 !== 0 || more === undefined) return drafts;
      const starts = index % 21 === 0 ? addDays(tx.today, 25) : `${schoolYear - 1}-10-15`;
      return [...drafts, [{ type: more, stage: 'signed', from: starts, to: `${schoolYear + 2}-06-30` }]];
    }
  }
}

/** Writes all agreements of one firm, in the order in which they were made. */
export function addAgreements(
  tx: Transaction,
  random: Random,
  numbering: Numbering,
  firm: SampleFirm,
  place: AgreementPlace,
): readonly SampleAgreement[] {
  const made: SampleAgreement[] = [];
  for (const chain of draftsOf(tx, firm, place.schoolYear, place.index)) {
    let parentId: string | undefined;
    for (const draft of chain) {
      const agreement = addAgreement(
        tx,
        random,
        numbering,
        firm,
        parentId === undefined ? draft : { ...draft, parentId },
        place,
      );
      parentId = agreement.id;
      made.push(agreement);
    }
  }
  return made;
}
