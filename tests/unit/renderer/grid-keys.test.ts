import { expect, test } from 'vitest';
import { gridCommand } from '#renderer/ui/grid-keys.ts';

const keys = { active: 5, total: 100, page: 20 };
const press = (code: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) => ({
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

test.for([
  ['ArrowDown', 6],
  ['ArrowUp', 4],
  ['PageDown', 25],
  ['PageUp', 0],
  ['Home', 0],
  ['End', 99],
] as const)('%s moves to row %i', ([code, to]) => {
  expect(gridCommand(press(code), keys)).toEqual({ kind: 'move', to, extend: false });
});

test('Shift with an arrow extends the selection', () => {
  expect(gridCommand(press('ArrowDown', { shiftKey: true }), keys)).toEqual({ kind: 'move', to: 6, extend: true });
});

test('keys count by their place, so Ctrl+A selects all in every layout', () => {
  expect(gridCommand(press('KeyA', { ctrlKey: true }), keys)).toEqual({ kind: 'all' });
});

test('Alt with an arrow is left to «back» and «forward»', () => {
  expect(gridCommand(press('ArrowUp', { altKey: true }), keys)).toBeNull();
});

test('an empty list answers no key', () => {
  expect(gridCommand(press('End'), { active: 0, total: 0, page: 20 })).toBeNull();
});
