import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, layeringFaults, readSources, withoutComments } from '#tests/unit/layering-checker.ts';

const projectFolder = path.resolve(import.meta.dirname, '../..');
const faultsOf = (files: Readonly<Record<string, string>>): readonly string[] =>
  layeringFaults(Object.entries(files).map(([name, text]) => ({ name, text })));

describe('the sources', () => {
  test('are there to be checked in every room', () => {
    const rooms = new Set(readSources(projectFolder).map(({ name }) => name.split('/')[0]));
    expect(rooms).toEqual(new Set(['main', 'renderer', 'shared']));
  });

  test('keep the layering', () => {
    expect(layeringFaults(readSources(projectFolder))).toEqual([]);
  });
});

describe('the checker', () => {
  test('sees static, side-effect, re-exporting and dynamic imports, over several lines too', () => {
    const text = `import { a } from 'one';\nimport type {\n  B,\n} from "two";\nimport 'three';\nexport * from 'four';\nconst c = await import('five');`;
    expect(new Set(importsOf(text))).toEqual(new Set(['one', 'two', 'three', 'four', 'five']));
  });

  test('lets a feature use another through its queries and commands and the shared folder', () => {
    const text = `import { a } from '#main/features/firms/queries.ts';\nimport { b } from '../firms/commands.ts';\nimport { c } from '../shared/rows.ts';\nimport { d } from './rules.ts';`;
    expect(faultsOf({ 'main/features/letters/commands.ts': text })).toEqual([]);
  });

  test.each(['../firms/repository.ts', '#main/features/firms/rules.ts'])(
    'refuses reaching through into %s',
    specifier => {
      const faults = faultsOf({ 'main/features/letters/commands.ts': `import { a } from '${specifier}';` });
      expect(faults).toEqual([expect.stringContaining('reaches through')]);
    },
  );

  test('refuses a relative path into another room', () => {
    const faults = faultsOf({ 'renderer/app/start.ts': `import { a } from '../../shared/result.ts';` });
    expect(faults).toEqual([expect.stringContaining('use #shared/result.ts')]);
  });

  test('refuses the texts of all languages in the page', () => {
    const text = `import { texts } from '#shared/text/index.ts';`;
    expect(faultsOf({ 'renderer/app/start.ts': text })).toEqual([expect.stringContaining('every language')]);
    expect(faultsOf({ 'main/shell/menu.ts': text })).toEqual([]);
  });

  test('refuses an import without its file extension', () => {
    expect(faultsOf({ 'shared/a.ts': `import { b } from './b';` })).toEqual([
      expect.stringContaining('no file extension'),
    ]);
  });

  test.each([
    ['renderer/app/link.ts', 'void shell.openExternal(url);'],
    ['main/ipc/serve.ts', 'ipcMain.handle(channel, answer);'],
    ['main/shell/bridge.ts', 'contextBridge.exposeInMainWorld(name, bridge);'],
    ['renderer/ui/note.tsx', 'return <p dangerouslySetInnerHTML={{ __html: text }} />;'],
    ['renderer/ui/note.ts', 'element.innerHTML = text;'],
    ['shared/domain/sum.ts', 'const sum = new Function("return 1");'],
  ])('refuses in %s: %s', (name, text) => {
    expect(faultsOf({ [name]: text })).not.toEqual([]);
  });

  test('refuses a second home for what may live in one file', () => {
    const faults = faultsOf({
      'main/shell/serve.ts': 'ipcMain.handle(a, b);',
      'main/shell/menu.ts': 'ipcMain.on(a, b);',
    });
    expect(faults).toEqual([expect.stringContaining('in 2 files')]);
  });

  test('lets comments name what code may not', () => {
    expect(
      faultsOf({ 'renderer/app/link.ts': '/** Never ipcMain here. */\n// nor innerHTML = text\nexport {};' }),
    ).toEqual([]);
  });

  test('does not mistake an address for a comment', () => {
    expect(withoutComments(`const a = 'https://x'; // gone`).trim()).toBe(`const a = 'https://x';`);
  });

  test('refuses a file above 400 lines, but not a table of texts', () => {
    const text = 'export {};\n'.repeat(401);
    expect(faultsOf({ 'renderer/app/long.ts': text })).toEqual([expect.stringContaining('401 lines')]);
    expect(faultsOf({ 'shared/text/ru/long.ts': text })).toEqual([]);
    expect(faultsOf({ 'renderer/app/long.ts': 'export {};\n'.repeat(400) })).toEqual([]);
  });

  test('refuses a promise of later work without an ADR', () => {
    expect(faultsOf({ 'main/a.ts': '// TODO later' })).toEqual([expect.stringContaining('names no ADR')]);
    expect(faultsOf({ 'main/a.ts': '// TODO see ADR-0007' })).toEqual([]);
  });
});
