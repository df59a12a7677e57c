import path from 'node:path';
import { defineConfig } from '@playwright/test';

const artefacts = process.env['SERIKTES_ARTEFACTS'] ?? 'artefacts';
const report = process.env['SERIKTES_E2E_REPORT'];

/** End-to-end tests drive one Electron at a time; `npm run test:e2e` finds it, builds and provides the display. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.test.ts',
  outputDir: path.join(artefacts, 'e2e'),
  workers: 1,
  fullyParallel: false,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // A machine busy with other work may make one click too early; what fails twice has failed, and a second go is named in the list.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: report === undefined ? [['list']] : [['list'], ['json', { outputFile: report }]],
  use: { trace: 'off', screenshot: 'only-on-failure' },
});
