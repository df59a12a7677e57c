import type { Random } from '#main/sample/random.ts';
import type { z } from '#shared/contract/zod.ts';

/** What values a made input may hold: ids of records that exist, paths inside the test's own folder. */
export type Pools = { readonly ids: readonly string[]; readonly folder: string };

type Def = {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
  readonly element?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly options?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly items?: readonly z.ZodType[];
  readonly valueType?: z.ZodType;
  readonly getter?: () => z.ZodType;
};

const words = [
  '',
  ' ',
  '0',
  '2025-09-01',
  '2026-02-29',
  '9999-12-31',
  '01.09.2025',
  '980540001234',
  '8 (705) 123-45-67',
  'ТОО «Өркен»',
  'ӘәҒғҚқҢңӨөҰұҮүҺһІі',
  "'; DROP TABLE firm; --",
  '<img src=x onerror=alert(1)>',
  '{{firm.name}}',
  '{#students}',
  '=HYPERLINK("x")',
  '"*" OR NEAR(',
  '../../etc/passwd',
  '..\\..\\windows',
  'CON',
  '\u0000',
  '\u202e‮',
  '\ud800',
  '__proto__',
  'constructor',
  'name',
  'year',
  'active',
  'asc',
  '😀'.repeat(40),
  'я'.repeat(20_000),
];

const junkLeaf: readonly unknown[] = [
  null,
  undefined,
  true,
  0,
  -1,
  1.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.MAX_SAFE_INTEGER,
  -1e308,
  10n,
  new Date(8.64e15),
  new Map([['a', 1]]),
  new Uint8Array(64),
  [],
  {},
];

function randomText(random: Random): string {
  let text = '';
  for (let left = random.between(0, 12); left > 0; left -= 1)
    text += String.fromCodePoint(random.between(1, random.chance(0.8) ? 0x4ff : 0xffff));
  return text;
}

/** Anything at all that structured cloning can carry, and some that it cannot: prototype keys, cycles, deep nesting. */
export function junk(random: Random, depth = 0): unknown {
  const chance = random.next();
  if (chance < 0.4 || depth > 3) return random.pick(junkLeaf);
  if (chance < 0.6) return random.pick(words);
  if (chance < 0.7) return Array.from({ length: random.between(0, 4) }, () => junk(random, depth + 1));
  if (chance < 0.74) {
    const cycle: Record<string, unknown> = {};
    cycle['id'] = cycle;
    cycle['patch'] = [cycle];
    return cycle;
  }
  if (chance < 0.78) return JSON.parse('{"__proto__":{"ok":true},"constructor":{"prototype":{"id":"x"}},"id":"1"}');
  if (chance < 0.8) {
    let deep: unknown = 1;
    for (let level = 0; level < 2_000; level += 1) deep = { patch: deep };
    return deep;
  }
  return Object.fromEntries(
    Array.from({ length: random.between(0, 5) }, () => [
      random.pick(['id', 'revision', 'patch', 'filter', 'search', 'sort', 'ids', ...words.slice(0, 6)]),
      junk(random, depth + 1),
    ]),
  );
}

function text(random: Random, pools: Pools, name: string): string {
  if (/path|folder|file/iu.test(name)) return `${pools.folder}/${random.pick(['a', 'b.xlsx', '../c', 'd/e', ''])}`;
  if (/^(id|ids)$|Ids?$/u.test(name) && random.chance(0.85)) return random.pick(pools.ids);
  if (/On$|From$|Until$|Date$|^from$|^to$|day|month/iu.test(name) && random.chance(0.8))
    return `20${random.between(20, 29)}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`;
  const chance = random.next();
  if (chance < 0.3) return random.pick(pools.ids);
  return chance < 0.8 ? random.pick(words) : randomText(random);
}

/**
 * A value made from a schema of the contract: mostly of the right shape, so that it gets past the border, with the values
 * that break programs. `name` is the field it is for.
 */
export function inputFor(schema: z.ZodType, random: Random, pools: Pools, name = ''): unknown {
  if (random.chance(0.01)) return junk(random);
  const def = schema._zod.def as unknown as Def;
  const inner = (one: z.ZodType | undefined, field = name): unknown =>
    one === undefined ? undefined : inputFor(one, random, pools, field);
  switch (def.type) {
    case 'object':
      return Object.fromEntries(Object.entries(def.shape ?? {}).map(([key, value]) => [key, inner(value, key)]));
    case 'array':
      return Array.from({ length: random.pick([0, 1, 1, 2, 3]) }, () => inner(def.element));
    case 'tuple':
      return (def.items ?? []).map(item => inner(item));
    case 'record':
      return Object.fromEntries(
        Array.from({ length: random.between(0, 2) }, () => [random.pick(words.slice(0, 12)), inner(def.valueType)]),
      );
    case 'optional':
    case 'default':
    case 'prefault':
      return random.chance(0.5) ? undefined : inner(def.innerType);
    case 'nullable':
      return random.chance(0.4) ? null : inner(def.innerType);
    case 'readonly':
    case 'catch':
      return inner(def.innerType);
    case 'pipe':
      return inner(def.in);
    case 'union':
      return inner(random.pick(def.options ?? []));
    case 'lazy':
      return inner(def.getter?.());
    case 'enum':
      return random.pick(Object.values(def.entries ?? {}));
    case 'literal':
      return random.pick(def.values ?? []);
    case 'boolean':
      return random.chance(0.5);
    case 'number':
      return random.pick([0, 1, 2, 5, 12, 60, 200, 2025, 2026, -1, 0.5, 1e9]);
    case 'string':
      return text(random, pools, name);
    default:
      return junk(random);
  }
}
