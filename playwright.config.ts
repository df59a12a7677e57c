import path from 'node:path';
import { defineConfig } from '@playwright/test';

const artefacts = process.env['SERIKTES_ARTEFACTS'] ?? 'artefacts';
const report = process.env['SERIKTES_E2E_REPORT'];

/**
 * The virtual screens that `npm run test:e2e` has opened, one for each worker: windows on one screen would take the keyboard and the
 * clipboard from each other.
 */
const screens = (process.env['SERIKTES_SCREENS'] ?? '').split(' ').filter(screen => screen !== '');
const [display, key] = screens[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)]?.split('|') ?? [];
if (display) Object.assign(process.env, { DISPLAY: display, XAUTHORITY: key });

/** End-to-end tests drive one Electron in each worker; `npm run test:e2e` finds it, builds and provides the screens. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.test.ts',
  outputDir: path.join(artefacts, 'e2e'),
  workers: Number(process.env['SERIKTES_E2E_WORKERS'] ?? 1),
  fullyParallel: false,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // A machine busy with other work may make one click too early; what fails twice has failed, and a second go is named in the list.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: report === undefined ? [['list']] : [['list'], ['json', { outputFile: report }]],
  use: { trace: 'off', screenshot: 'only-on-failure' },
});
