import type { LetterKind, LetterLanguage } from '#shared/contract/letters.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { fullName, type PersonName } from '#shared/domain/people.ts';
import { declineRussian, type RussianCase } from '#shared/domain/words/decline-russian.ts';
import { type KazakhCase, kazakhCase, kazakhLocativeAdjective } from '#shared/domain/words/kazakh-suffixes.ts';
import type {
  ByLetterLanguage,
  DirectionLetterData,
  DirectionLetterText,
  PlacementLetterData,
  PlacementLetterText,
  PlacementRowText,
  ReplyLetterData,
} from '../../documents/letter-fields.ts';
import { sexFromName } from './addressee.ts';
import {
  byLanguage,
  coded,
  type Envelope,
  firmText,
  joined,
  letterheadText,
  locales,
  lowerFirst,
  type One,
} from './letterhead.ts';
import type { PlacementFacts } from './placement-facts.ts';

/** Everything one letter says, before it is put on paper. */
export type LetterData =
  | { readonly kind: 'direction'; readonly data: DirectionLetterData }
  | { readonly kind: 'placement'; readonly data: PlacementLetterData }
  | { readonly kind: 'reply'; readonly data: ReplyLetterData };

const studentOf = (facts: PlacementFacts): PersonName => ({
  surname: facts.surname,
  name: facts.givenName ?? '',
  patronymic: facts.patronymic ?? '',
});

/** The student's name in a case; a name whose sex is not known stays in the nominative in Russian. */
function studentIn(facts: PlacementFacts, language: One, grammaticalCase: RussianCase & KazakhCase): string {
  const person = studentOf(facts);
  if (language === 'kk') return kazakhCase(fullName(person), grammaticalCase);
  const sex = facts.sex ?? sexFromName(person);
  return fullName(sex === null ? person : declineRussian(person, sex, grammaticalCase));
}

function agreementLine(facts: PlacementFacts, language: One): string {
  const { agreementNumber, agreementSignedOn, agreementTypeRu, agreementTypeKk } = facts;
  if (agreementNumber === null) return '';
  const date = locales[language].dateLong(agreementSignedOn);
  if (language === 'kk') {
    const when = date === '' ? '' : kazakhLocativeAdjective(date);
    return joined(' ', when, `№ ${agreementNumber}`, lowerFirst(agreementTypeKk ?? 'шарт'));
  }
  return joined(' ', lowerFirst(agreementTypeRu ?? 'договор'), date === '' ? '' : `от ${date}`, `№ ${agreementNumber}`);
}

/** A value all placements of a letter share; nothing when they differ. */
function shared<T>(facts: readonly PlacementFacts[], value: (one: PlacementFacts) => T): T | null {
  const [first, ...rest] = facts.map(value);
  return first !== undefined && rest.every(other => other === first) ? first : null;
}

function commonText(all: readonly PlacementFacts[], envelope: Envelope, language: One) {
  const [first] = all;
  if (first === undefined) throw new RangeError('a letter needs a placement');
  const locale = locales[language];
  const orderDate = locale.dateLong(shared(all, one => one.orderDate));
  const agreed = shared(all, one => one.agreementId);
  return {
    ...letterheadText(envelope, language),
    ...firmText(first, language),
    practice: language === 'kk' ? first.practiceKk : first.practiceRu,
    start: locale.dateLong(first.startsOn),
    end: locale.dateLong(first.endsOn),
    orderNumber: shared(all, one => one.orderNumber) ?? '',
    orderDate: language === 'kk' && orderDate !== '' ? kazakhLocativeAdjective(orderDate) : orderDate,
    agreement: agreed === null ? '' : agreementLine(first, language),
  };
}

function placeText(facts: PlacementFacts, settings: Settings, language: One) {
  const hours = facts.hoursEnterprise ?? facts.hoursPlanned;
  return {
    student: fullName(studentOf(facts)),
    specialty: coded(facts.specialtyCode, facts.specialtyRu, facts.specialtyKk, language),
    qualification: coded(facts.qualificationCode, facts.qualificationRu, facts.qualificationKk, language),
    group: facts.groupCode ?? '',
    course: facts.course === null ? '' : String(facts.course),
    hours: hours === null ? '' : String(hours),
    unit: joined(', ', facts.siteName, facts.workplace),
    supervisor: facts.supervisor ?? settings.practiceHead,
    mentor: facts.mentorName ?? '',
  };
}

function directionText(facts: PlacementFacts, envelope: Envelope, language: One): DirectionLetterText {
  return {
    ...commonText([facts], envelope, language),
    ...placeText(facts, envelope.settings, language),
    studentGenitive: studentIn(facts, language, 'genitive'),
    studentDative: studentIn(facts, language, 'dative'),
    studentAccusative: studentIn(facts, language, 'accusative'),
  };
}

function rowText(facts: PlacementFacts, index: number, settings: Settings, language: One): PlacementRowText {
  const locale = locales[language];
  return {
    index: String(index + 1),
    period: locale.period(facts.startsOn, facts.endsOn),
    ...placeText(facts, settings, language),
    practice: language === 'kk' ? facts.practiceKk : facts.practiceRu,
    start: locale.date(facts.startsOn),
    end: locale.date(facts.endsOn),
  };
}

const placementText = (all: readonly PlacementFacts[], envelope: Envelope, language: One): PlacementLetterText => ({
  ...commonText(all, envelope, language),
  studentCount: String(all.length),
});

const byName = (left: PlacementFacts, right: PlacementFacts): number =>
  left.studentSortKey < right.studentSortKey ? -1 : left.studentSortKey > right.studentSortKey ? 1 : 0;

/** Letters that are about placements. */
export type PlacementLetterKind = Exclude<LetterKind, 'reply'>;

/** What one letter about these placements says, ready to fill a template. */
export function letterData(
  kind: PlacementLetterKind,
  language: LetterLanguage,
  placements: readonly PlacementFacts[],
  envelope: Envelope,
): LetterData {
  const [first] = placements;
  if (first === undefined) throw new RangeError('a letter needs a placement');
  if (kind === 'direction')
    return { kind, data: { text: byLanguage(language, one => directionText(first, envelope, one)) } };
  const sorted = placements.toSorted(byName);
  return {
    kind,
    data: {
      text: byLanguage(language, one => placementText(sorted, envelope, one)),
      students: byLanguage(language, one =>
        sorted.map((facts, index) => rowText(facts, index, envelope.settings, one)),
      ),
    },
  };
}

type Texts = Readonly<Record<string, string>>;

const valuesIn = <Text>(texts: ByLetterLanguage<Text>): readonly Text[] =>
  texts.language === 'kk-ru' ? [texts.kk, texts.ru] : [texts.language === 'kk' ? texts.kk : texts.ru];

/** Parts of a reply that are left out whole when they have nothing to say; they leave no blank. */
const partsOfReply = new Set(['specialty', 'module', 'decisionText', 'reason', 'minutes', 'hours', 'effectiveYear']);

/** The fields a letter leaves empty, of its text and of its list. */
export function emptyFields(letter: LetterData): ReadonlySet<string> {
  const texts: Texts[] = [...valuesIn<Texts>(letter.data.text)];
  if (letter.kind === 'placement')
    texts.push(...valuesIn<readonly Texts[]>(letter.data.students).flatMap(rows => [...rows]));
  const mayBeEmpty = (field: string): boolean => letter.kind === 'reply' && partsOfReply.has(field);
  return new Set(
    texts.flatMap(text => Object.keys(text).filter(field => text[field]?.trim() === '' && !mayBeEmpty(field))),
  );
}
