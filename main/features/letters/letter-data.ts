import type { LetterLanguage } from '#shared/contract/letter-kinds.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { fullName, type PersonName } from '#shared/domain/people.ts';
import { kazakhLocativeAdjective } from '#shared/domain/words/kazakh-suffixes.ts';
import type { TemplateValues } from '../../documents/fill-template.ts';
import type {
  ByLetterLanguage,
  DirectionLetterText,
  PlacementLetterText,
  PlacementRowText,
} from '../../documents/letter-fields.ts';
import { parts } from './kinds/kind.ts';
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
  textIn,
} from './letterhead.ts';
import { type LetterCase, nameInCase } from './name-cases.ts';
import { type PlacementFacts, practiceIn } from './placement-facts.ts';

const studentOf = (facts: PlacementFacts): PersonName => ({
  surname: facts.surname,
  name: facts.givenName ?? '',
  patronymic: facts.patronymic ?? '',
});

/** The student's name in a case; English papers have no cases. */
function studentIn(facts: PlacementFacts, envelope: Envelope, language: One, grammaticalCase: LetterCase): string {
  const name = fullName(studentOf(facts));
  if (language === 'en') return name;
  return nameInCase({ name, sex: facts.sex, language, names: envelope.names }, grammaticalCase);
}

function agreementLine(facts: PlacementFacts, language: One): string {
  const { agreementNumber, agreementSignedOn, agreementTypeRu, agreementTypeKk, agreementTypeEn } = facts;
  if (agreementNumber === null) return '';
  const date = locales[language].dateLong(agreementSignedOn);
  if (language === 'kk') {
    const when = date === '' ? '' : kazakhLocativeAdjective(date);
    return joined(' ', when, `№ ${agreementNumber}`, lowerFirst(agreementTypeKk ?? 'шарт'));
  }
  if (language === 'en')
    return joined(
      ' ',
      lowerFirst(agreementTypeEn ?? 'agreement'),
      `No. ${agreementNumber}`,
      date === '' ? '' : `of ${date}`,
    );
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
    ...firmText(first, language, envelope.names),
    practice: practiceIn(first, language),
    start: locale.dateLong(first.startsOn),
    end: locale.dateLong(first.endsOn),
    orderNumber: shared(all, one => one.orderNumber) ?? '',
    orderDate: language === 'kk' && orderDate !== '' ? kazakhLocativeAdjective(orderDate) : orderDate,
    agreement: agreed === null ? '' : agreementLine(first, language),
  };
}

const byName = (left: PlacementFacts, right: PlacementFacts): number =>
  left.studentSortKey < right.studentSortKey ? -1 : left.studentSortKey > right.studentSortKey ? 1 : 0;

const specialtyOf = ({ specialtyCode, specialtyRu, specialtyKk }: PlacementFacts, language: One): string =>
  coded(specialtyCode, specialtyRu, specialtyKk, language);

/** The specialties of a list, each named once in the order of the list: its rows bear their codes. */
export const specialtiesOf = (placements: readonly PlacementFacts[], language: One): string =>
  [...new Set(placements.toSorted(byName).map(one => specialtyOf(one, language)))].filter(Boolean).join('; ');

function placeText(facts: PlacementFacts, settings: Settings, language: One) {
  const hours = facts.hoursEnterprise ?? facts.hoursPlanned;
  return {
    student: fullName(studentOf(facts)),
    specialty: specialtyOf(facts, language),
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
    studentGenitive: studentIn(facts, envelope, language, 'genitive'),
    studentDative: studentIn(facts, envelope, language, 'dative'),
    studentAccusative: studentIn(facts, envelope, language, 'accusative'),
  };
}

function rowText(facts: PlacementFacts, index: number, settings: Settings, language: One): PlacementRowText {
  const locale = locales[language];
  return {
    index: String(index + 1),
    specialtyCode: facts.specialtyCode ?? specialtyOf(facts, language),
    period: locale.period(facts.startsOn, facts.endsOn),
    ...placeText(facts, settings, language),
    practice: practiceIn(facts, language),
    start: locale.date(facts.startsOn),
    end: locale.date(facts.endsOn),
  };
}

const placementText = (all: readonly PlacementFacts[], envelope: Envelope, language: One): PlacementLetterText => ({
  ...commonText(all, envelope, language),
  studentCount: String(all.length),
  specialties: specialtiesOf(all, language),
});

/** What the direction letter of one placement says. */
export const directionValues = (
  placement: PlacementFacts,
  language: LetterLanguage,
  envelope: Envelope,
): TemplateValues => ({ text: byLanguage(language, one => directionText(placement, envelope, one)) });

/** The rows of a list of placements in the order of the alphabet, each with the facts it is made of. */
export function placementRows(placements: readonly PlacementFacts[], settings: Settings, language: One) {
  return placements.toSorted(byName).map((facts, index) => ({ facts, row: rowText(facts, index, settings, language) }));
}

/** What the letter to a firm about several placements says, with its list in the order of the alphabet. */
export const placementValues = (
  placements: readonly PlacementFacts[],
  language: LetterLanguage,
  envelope: Envelope,
): TemplateValues => ({
  text: byLanguage(language, one => placementText(placements, envelope, one)),
  lists: {
    students: byLanguage(language, one => placementRows(placements, envelope.settings, one).map(({ row }) => row)),
  },
});

type Texts = Readonly<Record<string, string>>;

const valuesIn = <Text>(texts: ByLetterLanguage<Text>): readonly Text[] =>
  parts(texts.language).map(one => textIn(texts, one));

/** The fields a paper leaves empty, of its text and of its lists. */
export function emptyFields(values: TemplateValues, mayBeEmpty: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  const texts: Texts[] = [
    ...valuesIn<Texts>(values.text),
    ...Object.values(values.lists ?? {}).flatMap(list => valuesIn<readonly Texts[]>(list).flat()),
  ];
  return new Set(
    texts.flatMap(text => Object.keys(text).filter(field => text[field]?.trim() === '' && !mayBeEmpty.has(field))),
  );
}
