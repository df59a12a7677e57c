/** The door to everything that compares, finds or orders text. */

export type { FirmName } from './firm-names.ts';
export { firmNameKey, splitLegalForm } from './firm-names.ts';
export { codeKey, compareKey, fold, repairCode, repairLookAlikes, searchTerms } from './fold.ts';
export type { LegalForm, LegalFormCode } from './legal-forms.ts';
export { legalFormName, legalForms } from './legal-forms.ts';
export { compareKeys, sortKey } from './sort-key.ts';
