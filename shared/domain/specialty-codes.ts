/** Whether a specialty and a qualification belong together. */
export type CodePairCheck =
  | { readonly kind: 'agree'; readonly scheme: 'current' | 'legacy' }
  /** Well-formed codes whose leading digits differ: a warning. */
  | { readonly kind: 'disagree'; readonly specialty: string; readonly qualification: string }
  | { readonly kind: 'specialty-form'; readonly specialty: string }
  | { readonly kind: 'qualification-form'; readonly qualification: string }
  /** One of the two is empty: nothing to compare. */
  | { readonly kind: 'incomplete' };

/** A cell such as «07150100 Технология машиностроения»; `code` is empty when there is none. */
export type CodedName = { readonly code: string; readonly name: string };

const currentSpecialty = /^\d{8}$/u;
const currentQualification = /^(?:3W|4S|5AB)\d{8}$/u;
const legacyCode = /^\d{7}$/u;

/** Upper case, without spaces and decoration; Cyrillic А and В in «5АВ» become Latin, lost zeros come back. */
export function normalizeCode(text: string | number): string {
  const code = String(text)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s="'«»“”.\u200b-\u200f\ufeff]/gu, '')
    .replace(/^5АВ/u, '5AB');
  if (/^\d{7}$/u.test(code) && !code.endsWith('000') && code.endsWith('00')) return `0${code}`;
  if (/^[1-9]\d{2}000$/u.test(code)) return `0${code}`;
  return code;
}

/** Whether a code has the form of a specialty: eight digits now, seven before. */
export function isSpecialtyCode(code: string): boolean {
  return currentSpecialty.test(code) || legacyCode.test(code);
}

/** Whether a code has the form of a qualification: level and eight digits now, seven digits before. */
export function isQualificationCode(code: string): boolean {
  return currentQualification.test(code) || legacyCode.test(code);
}

/** Compares a pair: six leading digits agree in the current classifier, four in the legacy one. */
export function checkCodePair(specialty: string, qualification: string): CodePairCheck {
  const left = normalizeCode(specialty);
  const right = normalizeCode(qualification);
  if (left === '' || right === '') return { kind: 'incomplete' };
  if (!isSpecialtyCode(left)) return { kind: 'specialty-form', specialty: left };
  if (!isQualificationCode(right)) return { kind: 'qualification-form', qualification: right };
  if (currentSpecialty.test(left) && currentQualification.test(right)) {
    const digits = right.replace(/^(?:3W|4S|5AB)/u, '');
    if (digits.slice(0, 6) === left.slice(0, 6)) return { kind: 'agree', scheme: 'current' };
  } else if (legacyCode.test(left) && legacyCode.test(right) && left.slice(0, 4) === right.slice(0, 4)) {
    return { kind: 'agree', scheme: 'legacy' };
  }
  return { kind: 'disagree', specialty: left, qualification: right };
}

const mostRemembered = 500;
const remembered = new Map<string, CodedName>();

/** Separates a code from its name in a cell; works for specialties and qualifications, code first or last. */
export function parseSpecialtyCell(cell: string | number): CodedName {
  // A list names a few specialties on thousands of rows.
  const text = String(cell);
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const found = readSpecialtyCell(text);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(text, found);
  return found;
}

function readSpecialtyCell(text: string): CodedName {
  const plain = text
    .normalize('NFKC')
    .replace(/="([^"]*)"/gu, '$1')
    .replace(/[\s\u200b-\u200f\ufeff]+/gu, ' ')
    .trim()
    .replace(/(?<!\d)(\d{4}) (\d{4})(?!\d)/u, '$1$2');
  const code = /(?<![\p{L}\d])(?:(?:3W|4S|5AB|5АВ)\s?\d{8}|\d{6,8})(?![\p{L}\d])/iu.exec(plain);
  if (code === null) return { code: '', name: trimName(plain) };
  const name = `${plain.slice(0, code.index)} ${plain.slice(code.index + code[0].length)}`;
  return { code: normalizeCode(code[0]), name: trimName(name.replace(/\(\s*\)|\[\s*\]/gu, ' ')) };
}

function trimName(text: string): string {
  const name = text
    .replace(/\s+/gu, ' ')
    .replace(/^[\s\-–—:;,.]+|[\s\-–—:;,]+$/gu, '')
    .trim();
  return /^(?:"[^"]*"|«[^«»]*»|“[^“”]*”|\([^()]*\))$/u.test(name) ? name.slice(1, -1).trim() : name;
}
