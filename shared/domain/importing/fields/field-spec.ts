/** What the values of a column look like, whatever its heading says. */
export type ContentKind =
  | 'text'
  | 'town'
  | 'firmName'
  | 'personName'
  | 'identifier'
  | 'phone'
  | 'email'
  | 'url'
  | 'date'
  | 'period'
  | 'term'
  | 'number'
  | 'sequence'
  | 'course'
  | 'code'
  | 'specialty'
  | 'qualification'
  | 'practiceType'
  | 'agreementType'
  | 'requestState'
  | 'language'
  | 'funding'
  | 'yesNo';

/** One field a column can be mapped to: how its values look, how much it says about the sheet, how its heading is worded. */
export type FieldSpec = {
  readonly kind: ContentKind;
  /** How much finding this column speaks for the entity. */
  readonly weight: number;
  /** Wordings separated by «|», per language: the main word comes first in Russian, last in Kazakh and English. */
  readonly ru: string;
  readonly kk: string;
  readonly en: string;
  /** Codes in brackets of the national export: they never change, the words beside them do. */
  readonly codes?: readonly string[];
};

/** Writes a field down in one line. */
export const field = (
  kind: ContentKind,
  weight: number,
  ru: string,
  kk: string,
  en: string,
  codes?: readonly string[],
): FieldSpec => (codes === undefined ? { kind, weight, ru, kk, en } : { kind, weight, ru, kk, en, codes });
