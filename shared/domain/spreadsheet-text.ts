/** A phone number begins with a plus and has nothing but digits and their separators. */
const phone = /^\+\d[\d ()-]{5,30}$/u;
const number = /^[-+]\d[\d ., ]*%?$/u;

/**
 * Text that a spreadsheet would take for a formula is kept as text by an apostrophe; phone numbers and numbers stay as they are.
 * Wherever a cell is made of plain text: in CSV, and on the clipboard.
 */
export const notAFormula = (text: string): string =>
  /^[=+\-@\t\r]/u.test(text) && !phone.test(text) && !number.test(text) ? `'${text}` : text;
