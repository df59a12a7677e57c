const dot = '•';
/** Digits that stay at either end: enough to tell two people of one group apart, too few to be used elsewhere. */
const shownAtEnds = 2;

/** An IIN as lists show it when it is masked: 04••••••••12. A text too short for that is all dots. */
export function maskIin(iin: string): string {
  const hidden = iin.length - 2 * shownAtEnds;
  if (hidden <= 0) return dot.repeat(iin.length);
  return iin.slice(0, shownAtEnds) + dot.repeat(hidden) + iin.slice(-shownAtEnds);
}

/** Whether a text is a masked number rather than one that was entered. */
export const isMaskedIin = (text: unknown): boolean => typeof text === 'string' && text.includes(dot);

/** Twelve digits of which the fifth says that they number a person; those of legal entities have 4, 5 or 6 there. */
const iin = /(?<!\d)\d{4}[0-3]\d{7}(?!\d)/gu;

/** The text with every IIN in it masked; numbers of legal entities stay. */
export const maskIinsIn = (text: string): string => text.replace(iin, maskIin);

/** Whether a number of a firm is that of a person: a sole proprietor. */
export const isIinOfFirm = (bin: string): boolean => bin !== maskIinsIn(bin);
