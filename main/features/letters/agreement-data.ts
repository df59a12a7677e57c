import type { LetterLanguage } from '#shared/contract/letter-kinds.ts';
import { earliestDate } from '#shared/domain/dates.ts';
import { fullName, signatureName, splitFullName } from '#shared/domain/people.ts';
import { readablePhone } from '#shared/domain/phone-text.ts';
import { kazakhLocativeAdjective } from '#shared/domain/words/kazakh-suffixes.ts';
import { AppError } from '#shared/result.ts';
import type { ReadDb } from '../../database/handles.ts';
import { effectiveAgreement } from '../agreements/queries.ts';
import { positionIn, positionInCase } from './addressee.ts';
import type { agreementFields, specialtyRowFields } from './agreement-fields.ts';
import { translators } from './kinds/kind.ts';
import {
  byLanguage,
  coded,
  type Envelope,
  firmNameIn,
  joined,
  letterheadText,
  locales,
  lowerFirst,
  type One,
  placedIn,
} from './letterhead.ts';
import { nameInCase, sexOf } from './name-cases.ts';
import { countInWords, sumInWords } from './sums.ts';

/** An agreement with its parties, as the register has them. */
export type AgreementFacts = {
  readonly id: string;
  readonly number: string;
  readonly firmId: string;
  readonly studentId: string | null;
  readonly signedOn: string | null;
  readonly typeRu: string;
  readonly typeKk: string;
  readonly typeEn: string | null;
  readonly legalBasis: string | null;
  readonly firmNameRu: string;
  readonly firmNameKk: string | null;
  readonly firmBin: string | null;
  readonly firmCity: string | null;
  readonly firmAddress: string | null;
  readonly firmPhone: string | null;
  readonly surname: string | null;
  readonly givenName: string | null;
  readonly patronymic: string | null;
  readonly iin: string | null;
  readonly bornOn: string | null;
  readonly town: string | null;
  readonly studentPhone: string | null;
  readonly representativeName: string | null;
  readonly representativePhone: string | null;
  readonly groupCode: string | null;
  readonly course: number | null;
  readonly specialtyCode: string | null;
  readonly specialtyRu: string | null;
  readonly specialtyKk: string | null;
  readonly qualificationCode: string | null;
  readonly qualificationRu: string | null;
  readonly qualificationKk: string | null;
  readonly hours: number | null;
  readonly siteName: string | null;
  readonly workplace: string | null;
  readonly placementMentor: string | null;
};

const sql = `SELECT a.id, a.number, a.firm_id AS firmId, a.student_id AS studentId, a.signed_on AS signedOn, y.name_ru AS typeRu, y.name_kk AS typeKk,
    y.name_en AS typeEn, a.legal_basis AS legalBasis, f.name_ru AS firmNameRu, f.name_kk AS firmNameKk, f.bin AS firmBin, f.city AS firmCity, f.address AS firmAddress,
    f.phone AS firmPhone, s.surname, s.given_name AS givenName, s.patronymic, s.iin, s.born_on AS bornOn, s.town, s.phone AS studentPhone,
    s.representative_name AS representativeName, s.representative_phone AS representativePhone, g.code AS groupCode, s.course,
    sp.code AS specialtyCode, sp.name_ru AS specialtyRu, sp.name_kk AS specialtyKk,
    q.code AS qualificationCode, q.name_ru AS qualificationRu, q.name_kk AS qualificationKk,
    (SELECT sum(ifnull(hours_enterprise, hours_planned)) FROM placement WHERE agreement_id = a.id AND student_id = a.student_id) AS hours,
    (SELECT w.name FROM placement p JOIN site w ON w.id = p.site_id WHERE p.agreement_id = a.id AND p.student_id = a.student_id ORDER BY p.starts_on LIMIT 1) AS siteName,
    (SELECT p.workplace FROM placement p WHERE p.agreement_id = a.id AND p.student_id = a.student_id ORDER BY p.starts_on LIMIT 1) AS workplace,
    (SELECT m.name FROM placement p JOIN contact m ON m.id = p.mentor_id WHERE p.agreement_id = a.id AND p.student_id = a.student_id ORDER BY p.starts_on LIMIT 1) AS placementMentor
  FROM json_each(?) wanted CROSS JOIN agreement a ON a.id = wanted.value JOIN agreement_type y ON y.id = a.type_id JOIN firm f ON f.id = a.firm_id
    LEFT JOIN student s ON s.id = a.student_id LEFT JOIN student_group g ON g.id = s.group_id LEFT JOIN specialty sp ON sp.id = s.specialty_id
    LEFT JOIN qualification q ON q.id = s.qualification_id
  ORDER BY wanted.key`;

/** The facts of agreements in the given order, each once. Errors: notFound. */
export function readAgreementFacts(db: ReadDb, ids: readonly string[]): AgreementFacts[] {
  const wanted = [...new Set(ids)];
  const found = db.all<AgreementFacts>(sql, JSON.stringify(wanted));
  if (found.length < wanted.length) throw new AppError('notFound', { entity: 'agreement' });
  return found;
}

type Signatory = {
  readonly name: string;
  readonly position: string | null;
  readonly basis: string | null;
  readonly basisNumber: string | null;
  readonly basisDate: string | null;
};

/** Who signs for the firm: whom the agreement names, or else the head or a signatory of the firm. */
function signatoryOf(db: ReadDb, firmId: string, signatoryId: string | null): Signatory | undefined {
  return db.get<Signatory>(
    `SELECT name, position, basis, basis_number AS basisNumber, basis_date AS basisDate FROM contact
      WHERE id = ? OR (? IS NULL AND firm_id = ? AND EXISTS (SELECT 1 FROM json_each(roles) WHERE value IN ('head', 'signatory')))
      ORDER BY EXISTS (SELECT 1 FROM json_each(roles) WHERE value = 'signatory') DESC, sort_key, id LIMIT 1`,
    signatoryId,
    signatoryId,
    firmId,
  );
}

/** What a signatory acts on: «Устава», «доверенности от 1 сентября 2025 года № 5»; «Жарғы», «№ 5 сенімхат». */
export function basisIn(signatory: Omit<Signatory, 'name' | 'position'>, language: One): string {
  const basis = signatory.basis?.trim() ?? '';
  const charter = /^(?:устав|жарғы|charter)/iu.test(basis);
  const attorney = /^(?:доверенност|сенімхат|power of attorney)/iu.test(basis);
  if (basis === '') return '';
  if (charter) return { kk: 'Жарғы', ru: 'Устава', en: 'the Charter' }[language];
  const date = locales[language].dateLong(signatory.basisDate);
  const number = signatory.basisNumber === null ? '' : `№ ${signatory.basisNumber}`;
  if (!attorney) return joined(' ', basis, number, date);
  if (language === 'kk') return joined(' ', date === '' ? '' : kazakhLocativeAdjective(date), number, 'сенімхат');
  if (language === 'en') return joined(' ', 'power of attorney', number, date === '' ? '' : `of ${date}`);
  return joined(' ', 'доверенности', date === '' ? '' : `от ${date}`, number);
}

/** «директора Хамитова Серика Ахметовича»; in Kazakh the nominative follows the basis. */
function representedBy(name: string, position: string, envelope: Envelope, language: One): string {
  const post = lowerFirst(positionIn(position, language));
  if (name.trim() === '') return '';
  if (language !== 'ru') return joined(' ', post, fullName(splitFullName(name)));
  const inGenitive = nameInCase({ name, sex: null, language, names: envelope.names }, 'genitive');
  return joined(' ', positionInCase(post, 'genitive'), inGenitive);
}

const actingWords = { male: 'действующего', female: 'действующей', unknown: 'действующего(ей)' } as const;

/** «действующего» or «действующей», as the name of the one who acts says; only Russian tells them apart. */
function actingWord(name: string, { names }: Envelope, language: One): string {
  if (language !== 'ru') return language === 'kk' ? 'әрекет ететін' : 'acting';
  return actingWords[sexOf(name, names) ?? 'unknown'];
}

export type AgreementText = Readonly<Record<keyof typeof agreementFields, string>>;
type SpecialtyRowText = Readonly<Record<keyof typeof specialtyRowFields, string>>;
type Terms = ReturnType<typeof effectiveAgreement>;

/** The last day as the paper words it: an early end agreed by an amendment is one, an early end noted on the agreement is not. */
function lastDayOf({ amendmentId, endsOn, terminatedOn }: Terms): string | null {
  return amendmentId === null ? endsOn : earliestDate([endsOn, terminatedOn].filter(day => day !== null));
}

/** What an agreement says in one language, with the terms that hold on a day. */
export function agreementText(
  db: ReadDb,
  facts: AgreementFacts,
  terms: Terms,
  envelope: Envelope,
  language: One,
): AgreementText {
  const { settings } = envelope;
  const locale = locales[language];
  const head = letterheadText(
    { ...envelope, number: facts.number, issuedOn: facts.signedOn ?? envelope.issuedOn },
    language,
  );
  const signatory = signatoryOf(db, facts.firmId, terms.signatoryId);
  const student =
    facts.surname === null
      ? null
      : { surname: facts.surname, name: facts.givenName ?? '', patronymic: facts.patronymic ?? '' };
  const director =
    language === 'kk' ? settings.directorKk || settings.directorRu : settings.directorRu || settings.directorKk;
  return {
    ...head,
    place: placedIn(
      terms.place ?? (language === 'kk' ? settings.cityKk || settings.cityRu : settings.cityRu || settings.cityKk),
      null,
      language,
    ),
    collegeBin: settings.bin,
    collegeAddress: placedIn(language === 'kk' ? settings.cityKk : settings.cityRu, settings.address, language),
    collegePhone: readablePhone(settings.phone),
    director: representedBy(director, head.signatoryPosition, envelope, language),
    directorActing: actingWord(director, envelope, language),
    firm: firmNameIn({ ru: facts.firmNameRu, kk: facts.firmNameKk }, language),
    firmBin: facts.firmBin ?? '',
    firmAddress: placedIn(facts.firmCity, facts.firmAddress, language),
    firmPhone: readablePhone(facts.firmPhone ?? ''),
    firmRepresentative:
      signatory === undefined ? '' : representedBy(signatory.name, signatory.position ?? '', envelope, language),
    firmActing: actingWord(signatory?.name ?? '', envelope, language),
    firmBasis: signatory === undefined ? '' : basisIn(signatory, language),
    firmSignatory: signatory === undefined ? '' : signatureName(splitFullName(signatory.name)),
    firmSignatoryPosition: signatory?.position == null ? '' : positionIn(signatory.position, language),
    student: student === null ? '' : fullName(student),
    studentSignature: student === null ? '' : signatureName(student),
    studentIin: facts.iin ?? '',
    studentBorn: locale.dateLong(facts.bornOn),
    studentAddress: facts.town ?? '',
    studentPhone: readablePhone(facts.studentPhone ?? ''),
    representative: facts.representativeName ?? '',
    representativePhone: readablePhone(facts.representativePhone ?? ''),
    specialty: coded(facts.specialtyCode, facts.specialtyRu, facts.specialtyKk, language),
    qualification: coded(facts.qualificationCode, facts.qualificationRu, facts.qualificationKk, language),
    group: facts.groupCode ?? '',
    course: facts.course === null ? '' : String(facts.course),
    hours: facts.hours === null ? '' : String(facts.hours),
    unit: joined(', ', facts.siteName, facts.workplace),
    mentor: terms.mentorName ?? facts.placementMentor ?? '',
    start: locale.dateLong(terms.startsOn),
    end: locale.dateLong(lastDayOf(terms)),
    places: countInWords(terms.places, language),
    pay: sumInWords(terms.payMinor, language),
    legalBasis: facts.legalBasis ?? '',
  };
}

type Named = { readonly code: string; readonly ru: string; readonly kk: string | null };

/** The specialties of an agreement with their places, as rows of a template. */
function specialtyRows(db: ReadDb, terms: Terms, language: One): SpecialtyRowText[] {
  // Without specialties the paper keeps a line to fill in by hand.
  if (terms.specialties.length === 0) return [{ index: '1', specialty: '', year: '', places: '' }];
  return terms.specialties.map(({ specialtyId, year, places }, index) => {
    const names = db.get<Named>('SELECT code, name_ru AS ru, name_kk AS kk FROM specialty WHERE id = ?', specialtyId);
    return {
      index: String(index + 1),
      specialty: coded(names?.code ?? null, names?.ru ?? null, names?.kk ?? null, language),
      year: year === null ? translators[language]('relations.everyYear') : locales[language].schoolYear(year),
      places: places === null ? translators[language]('relations.noLimit') : String(places),
    };
  });
}

/** Everything an agreement can say, with the terms that hold on its first day, or on the day of the paper once it has begun. */
export function agreementValues(db: ReadDb, facts: AgreementFacts, language: LetterLanguage, envelope: Envelope) {
  const terms = effectiveAgreement(db, { id: facts.id, on: envelope.issuedOn }, envelope.issuedOn);
  return {
    text: byLanguage(language, one => agreementText(db, facts, terms, envelope, one)),
    lists: { specialties: byLanguage(language, one => specialtyRows(db, terms, one)) },
  };
}
