import { overallScore, readScore } from '#shared/domain/evaluation.ts';

export type ReadEvaluation = {
  readonly scores: Readonly<Record<string, number>>;
  readonly comment: string | null;
  readonly overall: number | null;
  /** A cell is no score. */
  readonly wrong: boolean;
};

/** Reads one line: a cell for each criterion, then the words. */
export function readEvaluation(cells: readonly string[], criteria: readonly string[]): ReadEvaluation {
  const read = criteria.map((id, index) => [id, readScore(cells[index] ?? '')] as const);
  const scores = Object.fromEntries(
    read.filter((known): known is readonly [string, number] => typeof known[1] === 'number'),
  );
  const typed = (cells[criteria.length] ?? '').trim();
  return {
    scores,
    comment: typed === '' ? null : typed.slice(0, 2000),
    overall: overallScore(Object.values(scores)),
    wrong: read.some(([, score]) => score === 'wrong'),
  };
}
