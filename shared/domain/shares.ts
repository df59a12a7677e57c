/** A period split across several firms: shares of a student's hours. */

/** Divides a whole into parts by their weights so that the parts add up to the whole exactly; `unit` is the smallest step. */
export function divide(whole: number, weights: readonly number[], unit = 1): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(all > 0) || weights.some(weight => weight < 0)) throw new RangeError('Weights are positive.');
  const steps = Math.round(whole / unit);
  let weight = 0;
  let given = 0;
  return weights.map(own => {
    weight += own;
    const upTo = Math.round((steps * weight) / all);
    const part = upTo - given;
    given = upTo;
    return inUnits(part, unit);
  });
}

/** A number of units without binary rubbish: units are whole numbers or whole fractions of one. */
function inUnits(count: number, unit: number): number {
  return unit < 1 ? count / Math.round(1 / unit) : count * unit;
}

/** Hours per weekday for each share; every weekday's parts add up to the day, to the hundredth of an hour. */
export function splitWeek(week: readonly number[], shares: readonly number[]): number[][] {
  const days = week.map(hours => divide(hours, shares, 0.01));
  return shares.map((_, part) => days.map(day => day[part] ?? 0));
}

/** Whether shares in per cent make a whole, to the hundredth. */
export function makeWhole(shares: readonly number[]): boolean {
  return shares.reduce((sum, share) => sum + Math.round(share * 100), 0) === 10_000;
}
