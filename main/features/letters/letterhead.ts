import type { LetterLanguage } from '#shared/contract/letters.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { addressInKazakh, placed } from '#shared/domain/addresses.ts';
import { splitLegalForm } from '#shared/domain/firm-names.ts';
import { type LegalFormCode, legalFormName } from '#shared/domain/legal-forms.ts';
import { signatureName, splitFullName } from '#shared/domain/people.ts';
import { readablePhone } from '#shared/domain/phone-text.ts';
import { createLocale } from '#shared/locale/index.ts';
import type { ByLetterLanguage } from '../../documents/letter-fields.ts';
import { addressLine, positionIn } from './addressee.ts';
import type { NameForms } from './name-cases.ts';

/** A language in which one text of a paper is written. */
export type One = 'kk' | 'ru' | 'en';

export type Envelope = {
  readonly settings: Settings;
  readonly number: string;
  readonly issuedOn: string;
  /** Names whose cases the officer has set. */
  readonly names: NameForms;
};

export const locales = { kk: createLocale('kk'), ru: createLocale('ru'), en: createLocale('en') } as const;

/** What is kept in Kazakh and Russian only stands in Russian on an English paper. */
export const kept = (language: One): 'kk' | 'ru' => (language === 'kk' ? 'kk' : 'ru');

export const joined = (separator: string, ...parts: readonly (string | null | undefined)[]): string =>
  parts.filter(part => part !== null && part !== undefined && part.trim() !== '').join(separator);

/** A text that others follow in the same paragraph: with its full stop. */
export const sentence = (text: string | null): string => {
  const plain = (text ?? '').trim();
  return plain === '' || /[.!?…]$/u.test(plain) ? plain : `${plain}.`;
};

export const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;

/** The firm's name in the language of the letter; without one of its own, the legal form is exchanged: ТОО «Болат» → «Болат» ЖШС. */
export function firmNameIn(names: { readonly ru: string; readonly kk: string | null }, language: One): string {
  if (language !== 'kk') return names.ru;
  if (names.kk !== null) return names.kk;
  const { form, name } = splitLegalForm(names.ru);
  return form === null ? names.ru : `«${name}» ${legalFormName(form satisfies LegalFormCode, 'kk')}`;
}

/** The name of an entry of a dictionary in the language of the letter; without an English one, in Russian. */
export const namedIn = (
  names: { readonly ru: string; readonly kk: string; readonly en: string | null },
  language: One,
) => (language === 'kk' ? names.kk : ((language === 'en' ? names.en : null) ?? names.ru));

/** Where something is, in the language of the letter. */
export function placedIn(city: string | null, address: string | null, language: One): string {
  const place = placed(city ?? '', address ?? '');
  return language === 'kk' ? addressInKazakh(place) : place;
}

export const coded = (code: string | null, ru: string | null, kk: string | null, language: One): string =>
  joined(' ', code, language === 'kk' ? (kk ?? ru) : (ru ?? kk));

/** A text in every language the paper is printed in. */
export function byLanguage<Text>(language: LetterLanguage, text: (one: One) => Text): ByLetterLanguage<Text> {
  if (language === 'kk-ru') return { language, kk: text('kk'), ru: text('ru') };
  if (language === 'kk') return { language, kk: text('kk') };
  return language === 'ru' ? { language, ru: text('ru') } : { language, en: text('en') };
}

/** The text in one language; a paper in one language has only that. */
export function textIn<Text>(texts: ByLetterLanguage<Text>, one: One): Text {
  if (texts.language === 'kk-ru') return one === 'ru' ? texts.ru : texts.kk;
  if (texts.language === 'kk') return texts.kk;
  return texts.language === 'ru' ? texts.ru : texts.en;
}

/** What every paper of the college bears: its head, number, date and signature. */
export function letterheadText({ settings, number, issuedOn }: Envelope, language: One) {
  const [city, college, director, post] =
    language === 'kk'
      ? [settings.cityKk, settings.collegeKk || settings.collegeRu, settings.directorKk, settings.directorPostKk]
      : [settings.cityRu, settings.collegeRu || settings.collegeKk, settings.directorRu, settings.directorPostRu];
  return {
    letterheadKk: settings.collegeKk,
    letterheadRu: settings.collegeRu,
    letterheadAddressKk: placedIn(settings.cityKk, settings.address, 'kk'),
    letterheadAddressRu: placedIn(settings.cityRu, settings.address, 'ru'),
    letterheadContacts: joined(
      ' · ',
      settings.phone === '' ? '' : `тел.: ${readablePhone(settings.phone)}`,
      settings.email,
      settings.bin === '' ? '' : `БСН / БИН ${settings.bin}`,
    ),
    college: (language === 'en' ? settings.collegeEn : '') || college || city,
    number,
    date: locales[language].dateLong(issuedOn),
    practiceHead: settings.practiceHead,
    signatoryPosition: language === 'en' ? positionIn(post, 'en') : post,
    signatory: signatureName(splitFullName(director || settings.directorRu || settings.directorKk)),
    executor: settings.officer,
    executorPhone: readablePhone(settings.phone),
  };
}

/** A firm as letters address it. */
export type FirmFacts = {
  readonly firmNameRu: string;
  readonly firmNameKk: string | null;
  readonly firmCity: string | null;
  readonly firmAddress: string | null;
  readonly headName: string | null;
  readonly headPosition: string | null;
};

/** To whom a letter goes. */
export const firmText = (firm: FirmFacts, language: One, names: NameForms) => ({
  firm: firmNameIn({ ru: firm.firmNameRu, kk: firm.firmNameKk }, language),
  firmAddress: placedIn(firm.firmCity, firm.firmAddress, language),
  recipient: addressLine(firm.headName, firm.headPosition, language, names),
});
