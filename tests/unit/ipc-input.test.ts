import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NotPlain, plainInput } from '#main/ipc/plain-input.ts';

const cycle: Record<string, unknown> = {};
cycle['self'] = cycle;

let deep: unknown = 1;
for (let level = 0; level < 100; level += 1) deep = [deep];

test.each([
  ['a cycle', cycle],
  ['nesting without end', deep],
  ['a map', new Map()],
  ['a date', { on: new Date(0) }],
  ['a big integer', [1n]],
  ['a function', { run: () => 1 }],
  ['an object of a class', new URL('app://page')],
  ['more values than any screen holds', Array.from({ length: 500_000 }, () => 0)],
  ['more text than any screen holds', ['я'.repeat(25_000_000)]],
])('%s is refused', (_name, value) => {
  expect(() => plainInput(value)).toThrow(NotPlain);
});

test('plain values come through as they are', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), value => {
      expect(plainInput(value)).toEqual(value);
    }),
  );
});

test('a field that is undefined is a field that is not given', () => {
  const cleaned = plainInput({ patch: { code: undefined, name: 'x' }, list: [undefined] });
  expect(JSON.stringify([Object.keys((cleaned as { patch: object }).patch), cleaned])).toBe(
    '[["name"],{"patch":{"name":"x"},"list":[null]}]',
  );
});

test('a key named after the prototype stays a key and changes no prototype', () => {
  const cleaned = plainInput(JSON.parse('{"__proto__":{"ok":true}}')) as object;
  expect([Object.hasOwn(cleaned, '__proto__'), (cleaned as { ok?: boolean }).ok]).toEqual([true, undefined]);
});
