import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take long: begun last, one of them would keep one core busy while the others wait. */
const long =
  /\/(?:[a-z-]*kill|fuzz|bit-flips|every-column|torn-log|disk-full[a-z-]*|soak|hostile-[a-z]+|protection|demo)\.test\.ts$/u;

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- the method of a sequencer, not of an array
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => long.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter(file => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    include: ['tests/{unit,database,ipc}/**/*.test.{ts,tsx}'],
    // Against tests that hang: how long one takes is the machine's affair.
    testTimeout: 600_000,
    hookTimeout: 300_000,
    setupFiles: ['tests/support/property-seed.ts'],
    // Programs that tests start from their sources are stripped of types and compiled once.
    env: { NODE_COMPILE_CACHE: resolve(import.meta.dirname, 'node_modules/.cache/compiled') },
    // One core is left free otherwise: of two, half.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongFirst },
  },
});
