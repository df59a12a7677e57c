import type { z } from '#shared/contract/zod.ts';

/** Schema issues carry text keys; those that do not come from our own checks are told apart by their code only. */
const ownMessage = /^[a-z][A-Za-z]{2,30}$/u;

/** What does not fit a schema, as messages beside fields; `_` is the whole. */
export function schemaFields(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const path = issue.path.filter(part => part !== 'patch').map(String);
    const key = path.length === 0 ? '_' : path.join('.');
    fields[key] ??= ownMessage.test(issue.message) ? issue.message : 'form';
  }
  return fields;
}
