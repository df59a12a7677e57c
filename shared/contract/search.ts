import { Entity } from './history.ts';
import { Id } from './primitives.ts';
import { query } from './procedure.ts';
import { z } from './zod.ts';

const hit = z.strictObject({ entity: Entity, id: Id, title: z.string(), detail: z.string() });

export const search = {
  /** Records whose words begin with every word of the query; `қ` and `к`, `ё` and `е` count as equal. */
  'search.all': query(
    ['history'],
    z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(50).default(20) }),
    z.array(hit),
  ),
  /** Records by their ids as the search would show them, in the order asked; those that are gone are left out. */
  'search.named': query(
    ['history'],
    z.strictObject({ records: z.array(z.strictObject({ entity: Entity, id: Id })).max(20) }),
    z.array(hit),
  ),
} as const;
