import { type Random, randomFrom } from '#main/sample/random.ts';

/** Chance for one test: printed, so that a failing run can be repeated with `SERIKTES_SEED=…`. */
export function seededRandom(what: string): Random {
  const seed = Number(process.env['SERIKTES_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`${what}: SERIKTES_SEED=${seed}`);
  return randomFrom(seed);
}
