import type { FieldKind } from '../record-area/descriptor.ts';
import { fieldsOf } from '../record-area/descriptor.ts';
import { firmsArea } from './firms-area.tsx';

/** How each field of a firm is shown, as its record says. */
export const firmFieldKinds: Readonly<Record<string, FieldKind>> = Object.fromEntries(
  fieldsOf(firmsArea).map(({ name, field }) => [name, field]),
);
