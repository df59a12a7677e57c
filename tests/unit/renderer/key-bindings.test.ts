import { expect, test } from 'vitest';
import { gridCommand } from '#renderer/ui/grid-keys.ts';
import {
  actionOf,
  type Binding,
  everywhereBindings,
  explained,
  fieldBindings,
  gridBindings,
} from '#renderer/ui/key-bindings.ts';
import { cardBindings, dayBindings, entryBindings, sheetBindings } from '#renderer/ui/screen-bindings.ts';
import { createTranslator } from '#shared/text/index.ts';

type Held = Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>>;
const press = (code: string, held: Held = {}, key = '') => ({
  code,
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});
const tables: readonly (readonly Binding[])[] = [
  everywhereBindings,
  gridBindings,
  fieldBindings,
  dayBindings,
  entryBindings,
  cardBindings,
  sheetBindings,
];

test.for([
  [press('KeyK', { ctrlKey: true }, 'л'), 'palette'],
  [press('Slash', { ctrlKey: true }, '.'), 'keys'],
  [press('Digit7', { shiftKey: true }, '?'), 'keys'],
  [press('ArrowLeft', { altKey: true }), 'back'],
  [press('Numpad3', { ctrlKey: true }), 'screen'],
  [press('KeyZ', { ctrlKey: true, shiftKey: true }), 'redo'],
  [press('F6', { shiftKey: true }), 'paneBefore'],
  [press('KeyF'), null],
  [press('Digit7', { ctrlKey: true, altKey: true }), null],
] as const)('everywhere, %o means %s', ([key, action]) => {
  expect(actionOf(everywhereBindings, key)).toBe(action);
});

test('no key of a table is bound to two actions', () => {
  const presses = tables.map(table =>
    table.flatMap(({ codes, types, control, alt, shift, action }) =>
      [...codes, ...(types === undefined ? [] : [`types ${types}`])].flatMap(code =>
        (shift === 'either' ? [false, true] : [shift ?? false]).map(shifted => ({
          key: [control ? 'Ctrl' : '', alt ? 'Alt' : '', shifted ? 'Shift' : '', code].join('+'),
          action,
        })),
      ),
    ),
  );
  const twice = presses.flatMap(table =>
    table.filter(({ key, action }) => table.some(other => other.key === key && other.action !== action)),
  );
  expect(twice).toEqual([]);
});

test.for(['kk', 'ru', 'en'] as const)('every bound key is explained once, with words in %s', language => {
  const t = createTranslator(language);
  for (const table of tables) {
    const texts = explained(table).map(({ text }) => text);
    expect([texts, table.filter(({ text }) => !texts.includes(text))]).toEqual([[...new Set(texts)], []]);
    for (const text of texts) expect(t.dynamic(`help.${text}`)).not.toContain(`help.${text}`);
  }
});

const keys = { active: 5, total: 100, page: 20, cells: true };

test.for([
  [press('ArrowRight'), {}, { kind: 'column', by: 1, extend: false }],
  [press('ArrowLeft', { shiftKey: true }), {}, { kind: 'column', by: -1, extend: true }],
  [press('ArrowRight'), { cells: false }, null],
  [press('F2'), {}, { kind: 'edit', typed: null }],
  [press('KeyF', {}, 'а'), {}, null],
  [press('KeyF', {}, 'а'), { inCell: true }, { kind: 'edit', typed: 'а' }],
  [press('KeyV', { ctrlKey: true }, 'v'), { inCell: true }, null],
  [press('Enter', {}, 'Enter'), { inCell: true }, { kind: 'open' }],
  [press('ArrowRight', { ctrlKey: true, shiftKey: true }), { inCell: true }, { kind: 'width', by: 1 }],
  [press('Insert'), { total: 0 }, { kind: 'add' }],
  [press('Delete'), {}, { kind: 'remove' }],
  [press('F10', { shiftKey: true }), {}, { kind: 'menu' }],
  [press('ArrowLeft'), { inGroups: 'row' }, { kind: 'heading' }],
  [press('ArrowLeft'), { inGroups: 'row', inCell: true }, { kind: 'column', by: -1, extend: false }],
  [press('ArrowRight'), { inGroups: 'row' }, { kind: 'column', by: 1, extend: false }],
  [press('ArrowLeft'), { inGroups: 'heading' }, { kind: 'fold', folded: true, all: false }],
  [press('ArrowRight', { shiftKey: true }), { inGroups: 'heading' }, { kind: 'fold', folded: false, all: true }],
  [press('Enter'), { inGroups: 'heading' }, { kind: 'fold', folded: 'other', all: false }],
  [press('Space'), { inGroups: 'heading' }, { kind: 'group' }],
  [press('ArrowDown'), { inGroups: 'heading' }, { kind: 'move', to: 6, extend: false }],
  [press('Delete'), { inGroups: 'heading' }, null],
] as const)('on the grid, %o with %o means %o', ([key, standing, command]) => {
  expect(gridCommand(key, { ...keys, ...standing })).toEqual(command);
});
