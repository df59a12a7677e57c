import type { NameCase } from '#shared/contract/name-forms.ts';
import { fullName, signatureName, splitFullName } from '#shared/domain/people.ts';
import { declineRussian, type Sex } from '#shared/domain/words/decline-russian.ts';
import { kazakhCase } from '#shared/domain/words/kazakh-suffixes.ts';
import { nameFormKey } from '#shared/domain/words/name-form-key.ts';
import type { ReadDb } from '../../database/handles.ts';
import { sexFromName } from './addressee.ts';

/** What the officer has set for a name: its sex, and the forms the rules would get wrong. */
export type OwnForms = { readonly sex: Sex | null; readonly forms: Readonly<Partial<Record<NameCase, string>>> };
export type NameForms = ReadonlyMap<string, OwnForms>;

/** The cases that letters use. */
export type LetterCase = 'genitive' | 'dative' | 'accusative' | 'instrumental';

/** Every remembered name; there are as many as there are exceptions. */
export function readNameForms(db: ReadDb): NameForms {
  const rows = db.all<{ key: string; sex: Sex | null; forms: string }>(
    'SELECT name_key AS key, sex, forms FROM name_form',
  );
  return new Map(rows.map(({ key, sex, forms }) => [key, { sex, forms: JSON.parse(forms) as OwnForms['forms'] }]));
}

type Asked = {
  readonly name: string;
  /** As the person's record has it; what the officer has set for the name comes first, the name's endings last. */
  readonly sex: Sex | null;
  readonly language: 'kk' | 'ru';
  readonly names: NameForms;
};

/** Whether a person is a man or a woman: as the officer has set it for the name, or as its endings show; null when nothing does. */
export const sexOf = (name: string, names: NameForms): Sex | null =>
  names.get(nameFormKey(name))?.sex ?? sexFromName(splitFullName(name));

/** A name as a Kazakh suffix can follow it: «А. С. Кимнің» rather than «Ким А. С.-тың», and no word in capitals. */
function beforeSuffix(name: string): string {
  const person = splitFullName(name);
  if (name.trimEnd().endsWith('.')) return signatureName(person);
  return name === name.toUpperCase() ? fullName(person) : name;
}

/** A full name in a case; in Russian a name whose sex nobody knows stays in the nominative. */
export function nameInCase({ name, sex, language, names }: Asked, grammaticalCase: LetterCase): string {
  const own = names.get(nameFormKey(name));
  const remembered = own?.forms[`${grammaticalCase}${language === 'kk' ? 'Kk' : 'Ru'}` as NameCase];
  if (remembered !== undefined && remembered.trim() !== '') return remembered;
  if (language === 'kk') return kazakhCase(beforeSuffix(name), grammaticalCase);
  const person = splitFullName(name);
  const known = own?.sex ?? sex ?? sexFromName(person);
  return known === null ? name : fullName(declineRussian(person, known, grammaticalCase));
}
