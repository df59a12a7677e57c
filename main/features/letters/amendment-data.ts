import type { Output } from '#shared/contract/index.ts';
import type { LetterLanguage } from '#shared/contract/letter-kinds.ts';
import { kazakhLocativeAdjective } from '#shared/domain/words/kazakh-suffixes.ts';
import type { RecordOf } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import type { TemplateValues } from '../../documents/fill-template.ts';
import { agreementChain, effectiveAgreement } from '../agreements/queries.ts';
import { type AgreementFacts, agreementText } from './agreement-data.ts';
import type { amendmentFields, changeRowFields } from './agreement-fields.ts';
import { translators } from './kinds/kind.ts';
import { byLanguage, type Envelope, locales, lowerFirst, namedIn, type One } from './letterhead.ts';
import { sumInWords } from './sums.ts';

type Change = Output<'agreements.chain'>['amendments'][number]['changes'][number];
type AmendmentText = Readonly<Record<keyof typeof amendmentFields, string>>;
type ChangeRowText = Readonly<Record<keyof typeof changeRowFields, string>>;
type Specialty = { readonly code: string; readonly year: number | null; readonly places: number | null };

/** One term as the paper says it; a term that is taken away or was not there is a dash. */
function termText(part: Change['part'], value: unknown, language: One): string {
  if (value === null || value === undefined || value === '') return '—';
  const locale = locales[language];
  switch (part) {
    case 'startsOn':
    case 'endsOn':
    case 'terminatedOn':
      return locale.dateLong(String(value));
    case 'payMinor':
      return sumInWords(Number(value), language);
    case 'specialties':
      return (value as readonly Specialty[])
        .map(({ code, year, places }) =>
          [code, year === null ? '' : locale.schoolYear(year), places === null ? '' : String(places)]
            .filter(Boolean)
            .join(' · '),
        )
        .join('; ');
    case 'places':
    case 'place':
    case 'signatoryId':
    case 'mentorId':
      return String(value);
  }
}

type Subject = { readonly record: RecordOf<'amendment'>; readonly facts: AgreementFacts };

/** What an amendment says, with the agreement and its parties as they are on the day it takes effect. */
export function amendmentValues(
  db: ReadDb,
  { record, facts }: Subject,
  language: LetterLanguage,
  envelope: Envelope,
): TemplateValues {
  const terms = effectiveAgreement(db, { id: facts.id, on: record.effectiveOn }, envelope.issuedOn);
  const link = agreementChain(db, { id: facts.id }, envelope.issuedOn).amendments.find(({ id }) => id === record.id);
  const text = (one: One): AmendmentText => {
    const locale = locales[one];
    const date = locale.dateLong(facts.signedOn);
    return {
      ...agreementText(db, facts, terms, envelope, one),
      date: locale.dateLong(record.signedOn ?? envelope.issuedOn),
      number: record.number,
      amendmentNumber: record.number,
      agreementNumber: facts.number,
      agreementDate: one === 'kk' && date !== '' ? kazakhLocativeAdjective(date) : date,
      agreementName: lowerFirst(namedIn({ ru: facts.typeRu, kk: facts.typeKk, en: facts.typeEn }, one)),
      effectiveOn: locale.dateLong(record.effectiveOn),
      amendmentReason: record.reason ?? '',
    };
  };
  const rows = (one: One): ChangeRowText[] =>
    (link?.changes ?? []).map(({ part, before, after }, index) => ({
      index: String(index + 1),
      part: translators[one].dynamic(`fields.amendment.${part}`),
      before: termText(part, before, one),
      after: termText(part, after, one),
    }));
  return { text: byLanguage(language, text), lists: { changes: byLanguage(language, rows) } };
}
