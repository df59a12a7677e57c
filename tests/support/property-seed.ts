import { configureGlobal } from 'fast-check';

/** Properties draw the cases of `SERIKTES_SEED` where one is set, and new ones otherwise; a failure prints its own seed. */
const seed = process.env['SERIKTES_SEED'];
if (seed !== undefined) configureGlobal({ seed: Number(seed) });
