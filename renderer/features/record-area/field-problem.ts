import type { z } from '#shared/contract/zod.ts';
import type { Problem } from '#shared/result.ts';
import type { FieldDescriptor, Tools, Values } from './descriptor.ts';

/** The words of a message beside a field, whatever its code is called. */
export function fieldMessage(tools: Tools, code: string): string {
  if (tools.hasWord(`validation.${code}`)) return tools.word(`validation.${code}`);
  if (tools.hasWord(`warnings.${code}`)) return tools.word(`warnings.${code}`);
  return tools.word('validation.invalid');
}

/** The words of a warning that the officer may overrule. */
export const warningMessage = (tools: Tools, code: string): string =>
  tools.hasWord(`warnings.${code}`) ? tools.word(`warnings.${code}`) : tools.word('warnings.other');

/** Messages beside the fields of a record that does not fit its schema: field → code. */
export function schemaProblems(schema: z.ZodType, values: Values): Readonly<Record<string, string>> {
  const checked = schema.safeParse(values);
  if (checked.success) return {};
  const problems: Record<string, string> = {};
  for (const issue of checked.error.issues) {
    const name = String(issue.path[0] ?? '');
    const empty = values[name] === null || values[name] === undefined || values[name] === '';
    problems[name] ??= empty ? 'required' : issue.message;
  }
  return problems;
}

/** The messages of a failure that belong to fields on the screen; null when some belong to none of them. */
export function fieldProblems(
  problem: Problem,
  fields: readonly FieldDescriptor[],
): Readonly<Record<string, string>> | null {
  const entries = Object.entries(problem.fields ?? {});
  if (entries.length === 0) return null;
  const known = new Set(fields.map(field => field.name));
  return entries.every(([name]) => known.has(name)) ? Object.fromEntries(entries) : null;
}
