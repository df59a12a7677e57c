import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const projectFolder = path.resolve(import.meta.dirname, '../..');

/** A snippet in its place, and the rule that must refuse it. */
type Refused = readonly [file: string, rule: string, text: string];

const refused: readonly Refused[] = [
  ['main/features/firms/a1.ts', 'no-restricted-imports', `import { app } from 'electron';\nexport const a = app;`],
  ['main/ipc/a2.ts', 'no-restricted-imports', `import type { App } from 'electron';\nexport type A = App;`],
  ['main/index.ts', 'no-restricted-imports', `import { app } from 'electron';\nexport const a = app;`],
  [
    'main/features/firms/a3.ts',
    'no-restricted-imports',
    `import Sqlite from 'better-sqlite3';\nexport const a = Sqlite;`,
  ],
  ['main/shell/a4.ts', 'no-restricted-imports', `import Sqlite from 'better-sqlite3';\nexport const a = Sqlite;`],
  [
    'main/features/firms/a5.ts',
    'no-restricted-imports',
    `import { a } from '#renderer/app/a.ts';\nexport const b = a;`,
  ],
  [
    'main/features/firms/a6.ts',
    'no-restricted-imports',
    `import { a } from '#main/shell/window.ts';\nexport const b = a;`,
  ],
  ['main/documents/a7.ts', 'no-restricted-imports', `import { useState } from 'react';\nexport const b = useState;`],
  [
    'main/documents/a8.ts',
    'no-restricted-imports',
    `import { world } from '#tests/support/world.ts';\nexport const b = world;`,
  ],
  [
    'main/preload.ts',
    'no-restricted-imports',
    `import { readFileSync } from 'node:fs';\nexport const b = readFileSync;`,
  ],
  ['renderer/app/b1.ts', 'no-restricted-imports', `import { a } from '#main/ports.ts';\nexport const b = a;`],
  [
    'renderer/app/b2.ts',
    'no-restricted-imports',
    `import { readFileSync } from 'node:fs';\nexport const b = readFileSync;`,
  ],
  ['renderer/app/b3.ts', 'no-restricted-imports', `import { shell } from 'electron';\nexport const b = shell;`],
  ['renderer/app/b4.ts', 'no-restricted-imports', `import { a } from '../../main/ports.ts';\nexport const b = a;`],
  ['shared/domain/c1.ts', 'no-restricted-imports', `import { a } from '#main/ports.ts';\nexport const b = a;`],
  ['shared/domain/c2.ts', 'no-restricted-imports', `import { a } from '#renderer/app/a.ts';\nexport const b = a;`],
  ['shared/domain/c3.ts', 'no-restricted-imports', `import path from 'node:path';\nexport const b = path;`],
  ['shared/domain/c4.ts', 'no-restricted-globals', `export const b = new Intl.NumberFormat('kk');`],
  ['renderer/ui/d1.ts', 'no-restricted-globals', `export const b = new Intl.DateTimeFormat('kk');`],
  [
    'renderer/ui/d2.ts',
    'no-restricted-properties',
    `export const b = (date: Date): string => date.toLocaleDateString();`,
  ],
  ['main/documents/d3.ts', 'no-restricted-properties', `export const b = (n: number): string => n.toLocaleString();`],
  ['main/documents/d4.ts', 'no-restricted-properties', `export const b = (x: string): number => x.localeCompare('y');`],
  ['shared/domain/d5.ts', 'no-restricted-properties', `export const b = (x: string): string => x.toLocaleUpperCase();`],
  [
    'renderer/ui/e1.ts',
    'no-restricted-properties',
    `export const b = (o: { openExternal: () => void }) => o.openExternal();`,
  ],
  ['main/features/firms/e2.ts', 'no-restricted-properties', `export const b = (o: { ipcMain: object }) => o.ipcMain;`],
  ['renderer/ui/e3.tsx', 'no-danger', `export const B = () => <p dangerouslySetInnerHTML={{ __html: '' }} />;`],
  ['main/features/firms/f1.ts', 'no-console', `console.log('x');\nexport {};`],
  ['renderer/app/f2.ts', 'no-console', `console.error('x');\nexport {};`],
  ['main/features/firms/f3.ts', 'no-empty', `try {\n  JSON.parse('');\n} catch {}\nexport {};`],
  ['main/features/firms/f4.ts', 'no-explicit-any', `export const b = (x: any): void => void x;`],
  ['main/features/firms/f5.ts', 'no-non-null-assertion', `export const b = (x: string | null): string => x!;`],
  [
    'main/features/firms/g1.ts',
    'no-floating-promises',
    `const a = async (): Promise<void> => undefined;\na();\nexport {};`,
  ],
  [
    'main/features/firms/g2.ts',
    'switch-exhaustiveness-check',
    `export function f(x: 'a' | 'b'): number {\n  switch (x) {\n    case 'a':\n      return 1;\n  }\n  return 0;\n}`,
  ],
];

/** The same things in the one place where they belong. */
const allowed: readonly (readonly [file: string, text: string])[] = [
  [
    'main/shell/window.ts',
    `import { ipcMain, shell } from 'electron';\nexport const a = async (url: string) => [ipcMain, await shell.openExternal(url)];`,
  ],
  ['main/database/open.ts', `import Sqlite from 'better-sqlite3';\nexport const a = Sqlite;`],
  ['shared/locale/sort.ts', `export const a = (x: string) => [new Intl.Collator('ru'), x.localeCompare('y')];`],
  [
    'main/features/firms/fine.ts',
    `import path from 'node:path';\nimport { a } from '#shared/result.ts';\nexport const b = [a, path];`,
  ],
];

type Report = { readonly diagnostics: readonly { readonly code: string; readonly filename: string }[] };

describe('the linter', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'seriktes-lint-'));
  const found = new Map<string, string[]>();

  beforeAll(() => {
    copyFileSync(path.join(projectFolder, '.oxlintrc.json'), path.join(folder, '.oxlintrc.json'));
    symlinkSync(path.join(projectFolder, 'node_modules'), path.join(folder, 'node_modules'));
    const options = { target: 'ES2023', module: 'ESNext', moduleResolution: 'bundler', strict: true, jsx: 'react-jsx' };
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, include: ['**/*'] }));
    for (const [file, text] of [...refused.map(([name, , snippet]) => [name, snippet] as const), ...allowed]) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), `${text}\n`);
    }
    const oxlint = path.join(projectFolder, 'node_modules/oxlint/bin/oxlint');
    const { stdout, stderr } = spawnSync(process.execPath, [oxlint, '--type-aware', '-f', 'json'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${path.join(projectFolder, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}` },
    });
    if (!stdout.startsWith('{')) throw new Error(`oxlint printed no report:\n${stdout}\n${stderr}`);
    for (const { code, filename } of (JSON.parse(stdout) as Report).diagnostics) {
      const rule = /\(([^)]+)\)$/.exec(code)?.[1] ?? code;
      found.set(filename, [...(found.get(filename) ?? []), rule]);
    }
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(refused)('refuses in %s by %s', (file, rule) => {
    expect(found.get(file) ?? []).toContain(rule);
  });

  test.each(allowed.map(([file]) => file))('accepts %s', file => {
    expect(found.get(file) ?? []).toEqual([]);
  });
});
