import { addDays } from '#shared/domain/dates.ts';
import type { RecordOf } from '../database/entities.ts';
import type { Transaction } from '../database/records.ts';
import { addRecord } from './add-record.ts';
import type { SampleFirm } from './make-firms.ts';
import type { SampleProgramme } from './make-students.ts';
import type { Random } from './random.ts';
import { type RequestTopic, requestTopics } from './request-topics.ts';

type State = RecordOf<'request'>['state'];

const old: readonly State[] = [
  'approved',
  'implemented',
  'approvedWithChanges',
  'effectChecked',
  'rejected',
  'implemented',
];
const teachers = ['Ж. Б. Оразова', 'С. А. Громов', 'Г. Т. Мұқанова', 'Н. В. Соколова', 'Ә. Қ. Бекенов'];

/** The older a request, the further it has come. */
function stateOf(index: number): State {
  if (index < 4) return 'submitted';
  if (index < 8) return 'underReview';
  if (index < 10) return 'deferred';
  return old[index % old.length] ?? 'approved';
}

type Decision = Partial<RecordOf<'request'>>;

function decisionOf(random: Random, tx: Transaction, receivedOn: string, state: State): Decision {
  if (state === 'submitted' || state === 'underReview') return {};
  if (state === 'deferred')
    return { stateReason: 'Вернуться к вопросу при утверждении учебных планов на следующий год' };
  const decidedOn = [addDays(receivedOn, random.between(14, 70)), tx.today].toSorted()[0] ?? tx.today;
  const decision: Decision = {
    decidedOn,
    minuteNumber: `${random.between(1, 9)}`,
    decisionText: state === 'rejected' ? 'Отклонить' : 'Внести изменение в рабочий учебный план',
    effectiveYear: state === 'rejected' ? null : Number(decidedOn.slice(0, 4)),
    stateReason: state === 'rejected' ? 'Противоречит стандарту по квалификации' : null,
  };
  if (state !== 'implemented' && state !== 'effectChecked') return decision;
  const implementedOn = [addDays(decidedOn, random.between(20, 90)), tx.today].toSorted()[0] ?? tx.today;
  return {
    ...decision,
    implementedOn,
    implementationProof: 'Рабочая учебная программа, утверждённая педагогическим советом',
    curriculumVersion: `РУП ${implementedOn.slice(0, 4)}, редакция ${random.between(1, 3)}`,
  };
}

/** Writes a request; the first are the newest. */
export function addRequest(
  tx: Transaction,
  random: Random,
  index: number,
  known: {
    readonly firms: readonly SampleFirm[];
    readonly programmes: readonly SampleProgramme[];
    readonly spread: number;
    readonly total: number;
  },
): void {
  const topic = requestTopics[(index * 7) % requestTopics.length] as RequestTopic;
  const programme = known.programmes[topic.programme] as SampleProgramme;
  const firm = random.pick(known.firms.filter(candidate => candidate.programmes.includes(topic.programme)));
  const receivedOn = addDays(tx.today, -(2 + Math.floor(index * known.spread)));
  const state = stateOf(index);
  addRecord(tx, 'request', {
    number: `${known.total - index}/${receivedOn.slice(2, 4)}`,
    receivedOn,
    firmId: firm.id,
    contactId: firm.signatoryId,
    specialtyId: programme.specialtyId,
    qualificationId: programme.qualificationId,
    module: topic.module,
    kind: topic.kind,
    currentText: topic.current,
    proposedText: topic.proposed,
    hoursBefore: topic.hours[0],
    hoursAfter: topic.hours[1],
    reason: topic.reason,
    responsible: random.pick(teachers),
    priority: topic.reason === 'safety' ? 'high' : random.pick(['normal', 'normal', 'low'] as const),
    state,
    ...decisionOf(random, tx, receivedOn, state),
  });
}
