import { firmNameKey, type LegalFormCode, splitLegalForm } from '../folding.ts';

/** Key of a firm's name in a file, where two-letter legal forms stand before names without quotes: «АҚ Темір-Прокат». */
export function firmKey(name: string): string {
  return firmNameKey(quoteBareName(name));
}

/** The legal form named with a firm in a file; null when there is none. */
export function firmForm(name: string): LegalFormCode | null {
  return splitLegalForm(quoteBareName(name)).form;
}

/** The name of a firm in a file without its legal form. */
export function firmBareName(name: string): string {
  return splitLegalForm(quoteBareName(name)).name;
}

/** «ЖК» and «ММ» are never a word of a name; «АҚ» is the word «ақ» when everything is in capitals. */
function quoteBareName(name: string): string {
  const match = /^\s*(ЖК|ММ|АҚ|ШҚ)\s+([^«"“„'].*)$/u.exec(name.normalize('NFC'));
  if (match?.[1] === undefined || match[2] === undefined) return name;
  const isWord = match[1] === 'АҚ' && !/\p{Ll}/u.test(match[2]);
  return isWord || /[«»"“”„]/u.test(match[2]) ? name : `${match[1]} «${match[2].trim()}»`;
}
