import { type CollegeSize, tenfoldCollege } from '#main/sample/generator.ts';

/** A college of a tenth of the bench's size times `scale`: 1 is a large college, 10 the size the bench is judged at. */
export function scaledCollege(scale: number): CollegeSize {
  if (!Number.isFinite(scale) || scale <= 0) throw new Error('A scale is a number above zero.');
  return Object.fromEntries(
    Object.entries(tenfoldCollege).map(([name, count]) => [name, Math.round((count * scale) / 10)]),
  ) as CollegeSize;
}
