import { parseArgs } from 'node:util';

export type CallArguments = { readonly procedure: string; readonly input: unknown; readonly data: string };

export const callUsage = `Usage: npm run -s call -- PROCEDURE 'JSON' --data DIR
  PROCEDURE  a procedure of the contract, such as firms.list
  JSON       its input; {} when left out
  DIR        the folder of the college; made when it does not exist`;

/** Reads the terminal's arguments; a text says what is wrong with them. */
export function readCallArguments(given: readonly string[]): CallArguments | string {
  let parsed: { readonly values: { readonly data?: string | undefined }; readonly positionals: readonly string[] };
  try {
    parsed = parseArgs({ args: [...given], allowPositionals: true, options: { data: { type: 'string' } } });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { values, positionals } = parsed;
  const [procedure, json = '{}', ...more] = positionals;
  if (procedure === undefined) return 'PROCEDURE is missing.';
  if (more.length > 0) return `More than one JSON was given; quote it: '${json} ${more.join(' ')}'`;
  if (values.data === undefined || values.data === '') return '--data DIR is missing.';
  try {
    return { procedure, input: JSON.parse(json) as unknown, data: values.data };
  } catch (error) {
    return `The input is not JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
}
