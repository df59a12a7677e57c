import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,database,ipc}/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
  },
});
