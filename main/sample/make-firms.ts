import { addDays } from '#shared/domain/dates.ts';
import type { RecordOf } from '../database/entities.ts';
import type { Transaction } from '../database/records.ts';
import { addRecord } from './add-record.ts';
import { cities, type FirmProfile, kazakhForms } from './firm-profiles.ts';
import { fullName, makeBin, makeBirthday, makeIin, makePerson, makePhone, type Taken, toLatin } from './people.ts';
import type { Random } from './random.ts';

/** A firm of the sample with what its agreements and placements need. */
export type SampleFirm = {
  readonly id: string;
  readonly name: string;
  readonly cityRu: string;
  readonly status: RecordOf<'firm'>['status'];
  readonly programmes: readonly number[];
  readonly signatoryId: string;
  readonly mentorIds: readonly string[];
  readonly siteIds: readonly string[];
};

const quoted = (name: string): string => (name.includes('«') ? name : `«${name}»`);
const streets = [
  'ул. Өрлеу',
  'пр. Құрылысшылар',
  'ул. Тәуелсіздік',
  'ул. Мира',
  'ул. Жеңіс',
  'ул. Гагарина',
  'мкр. Жастар',
];
const siteNames = ['Производственный участок', 'Цех № 2', 'Головной офис', 'Филиал', 'Учебный участок'];
const mentorPosts = ['Мастер участка', 'Ведущий специалист', 'Инженер', 'Бригадир', 'Тәлімгер-маман'];

function addressIn(random: Random, city: string): string {
  return `г. ${city}, ${random.pick(streets)}, ${random.between(1, 180)}`;
}

/** Status by place in the list: most firms are partners today, some are about to be, some no longer are. */
function statusOf(index: number): RecordOf<'firm'>['status'] {
  if (index % 10 === 4) return 'prospect';
  if (index % 20 === 12) return 'former';
  return index % 10 === 8 ? 'dormant' : 'active';
}

const talks = [
  ['call', 'Обсудили число мест на следующий год', 'Прислать списки студентов'],
  ['visit', 'Посетили рабочие места, поговорили с наставниками', 'Согласовать график второй смены'],
  ['meeting', 'Өндірістік тәжірибе бағдарламасын талқыладық', 'Бағдарламаның жобасын жіберу'],
  ['email', 'Получили предложение по содержанию модуля', 'Передать на рассмотрение совета'],
] as const;

/** Talks with a firm over the last year; the next step of the newest is still open. */
function addTalks(tx: Transaction, random: Random, firmId: string, contactId: string, index: number): void {
  for (let talk = index % 3; talk >= 0; talk--) {
    const [kind, summary, nextStep] = random.pick(talks);
    const happenedOn = addDays(tx.today, -(talk * 110 + random.between(3, 60)));
    const open = talk === 0;
    addRecord(tx, 'interaction', {
      firmId,
      contactId,
      kind,
      happenedOn,
      summary,
      nextStep,
      nextOn: open ? addDays(tx.today, random.between(-5, 30)) : addDays(happenedOn, 14),
      doneOn: open ? null : addDays(happenedOn, random.between(5, 20)),
    });
  }
}

/** Writes one firm with its contacts and sites. */
export function addFirm(
  tx: Transaction,
  random: Random,
  taken: Taken,
  profile: FirmProfile,
  index: number,
): SampleFirm {
  const city = cities[profile.city] ?? { kk: profile.city, region: '', code: '7212' };
  const status = statusOf(index);
  const head = makePerson(random);
  const bin =
    profile.form === 'ИП'
      ? makeIin(random, taken, makeBirthday(random, random.between(1965, 1998)), head.sex)
      : makeBin(random, taken);
  const mail = `${toLatin(profile.nameRu).slice(0, 14)}${index}.example.kz`;
  const phone = `+7${city.code}${String(random.between(0, 10 ** (10 - city.code.length) - 1)).padStart(10 - city.code.length, '0')}`;
  const firm = addRecord(tx, 'firm', {
    nameRu: `${profile.form} ${quoted(profile.nameRu)}`,
    nameKk: `${quoted(profile.nameKk)} ${kazakhForms[profile.form]}`,
    shortName: profile.nameRu.replace(/^.*«|».*$/gu, ''),
    legalForm: profile.form,
    bin,
    sector: profile.sector,
    oked: profile.oked,
    region: city.region,
    city: profile.city,
    address: addressIn(random, profile.city),
    phone,
    email: `info@${mail}`,
    website: random.chance(0.5) ? `https://${mail}` : null,
    sizeClass: profile.sizeClass,
    status,
    origin: random.pick(['college', 'college', 'firm', 'department', 'programme'] as const),
    ...(random.chance(0.6)
      ? {
          verifiedOn: addDays(tx.today, -random.between(5, 400)),
          verifiedBy: 'Отдел практики',
          verifiedSource: 'Звонок на предприятие',
        }
      : {}),
    notes:
      status === 'dormant' ? 'Последние два года студентов не принимали, обещали вернуться к разговору осенью.' : null,
  });
  const person = (post: string, roles: RecordOf<'contact'>['roles'], given = makePerson(random)): string =>
    addRecord(tx, 'contact', {
      firmId: firm.id,
      name: fullName(given),
      position: post,
      phone: makePhone(random),
      email: random.chance(0.7) ? `${toLatin(given.givenName)}.${toLatin(given.surname)}@${mail}` : null,
      language: given.kazakh ? random.pick(['kk', 'kk', 'ru'] as const) : 'ru',
      roles,
      ...(roles.includes('signatory')
        ? random.chance(0.8)
          ? { basis: 'Устав' }
          : {
              basis: 'Доверенность',
              basisNumber: String(random.between(1, 90)),
              basisDate: addDays(tx.today, -random.between(30, 300)),
              basisUntil: addDays(tx.today, random.between(20, 400)),
            }
        : {}),
    }).id;
  const signatoryId = person(profile.form === 'ИП' ? 'Предприниматель' : 'Директор', ['head', 'signatory'], head);
  const mentors = profile.sizeClass === 'micro' ? 1 : profile.sizeClass === 'large' ? 3 : 2;
  const mentorIds = Array.from({ length: mentors }, () => person(random.pick(mentorPosts), ['mentor']));
  if (profile.sizeClass !== 'micro') person('Менеджер по персоналу', ['hr']);
  if (profile.sizeClass === 'large') person('Главный бухгалтер', ['accountant']);
  const sites = profile.sizeClass === 'large' ? 3 : profile.sizeClass === 'medium' ? 2 : index % 2;
  const siteIds = Array.from(
    { length: sites },
    (_, place) =>
      addRecord(tx, 'site', {
        firmId: firm.id,
        name: siteNames[(index + place) % siteNames.length] ?? 'Участок',
        city: profile.city,
        address: addressIn(random, profile.city),
      }).id,
  );
  addTalks(tx, random, firm.id, signatoryId, index);
  return {
    id: firm.id,
    name: firm.nameRu,
    cityRu: profile.city,
    status,
    programmes: profile.programmes,
    signatoryId,
    mentorIds,
    siteIds,
  };
}
