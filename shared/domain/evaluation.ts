/** The lowest and the highest score of a criterion. */
export const scoreRange = { lowest: 1, highest: 5 } as const;

/** The mean of the scores given, to the hundredth; null when none is given. */
export function overallScore(scores: readonly number[]): number | null {
  if (scores.length === 0) return null;
  return Math.round((scores.reduce((sum, score) => sum + score, 0) * 100) / scores.length) / 100;
}

/** A score as it is typed: a whole number from 1 to 5, null for an empty cell, `wrong` for anything else. */
export function readScore(text: string): number | null | 'wrong' {
  const typed = text.trim();
  if (typed === '') return null;
  return /^[1-5]$/u.test(typed) ? Number(typed) : 'wrong';
}
