import { parseArgs } from 'node:util';

export type CallArguments = {
  readonly procedure: string;
  /** Its input; undefined when that comes by standard input. */
  readonly input: unknown;
  readonly data: string;
  readonly passwordFromInput: boolean;
};

export const callUsage = `Usage: npm run -s call -- PROCEDURE 'JSON' --data DIR [--password-stdin]
  PROCEDURE  a procedure of the contract, such as firms.list
  JSON       its input; {} when left out, - to read it from standard input (passwords, long texts)
  DIR        the folder of the college; made when it does not exist
  --password-stdin  the first line of standard input is the password of the college
No password is taken as an argument: arguments stand in the list of processes and in the history of the shell.`;

/** Procedures whose input holds passwords or recovery codes. */
const secret = /^protection\./u;

/** Reads the terminal's arguments; a text says what is wrong with them. */
export function readCallArguments(given: readonly string[]): CallArguments | string {
  let parsed: {
    readonly values: { readonly data?: string | undefined; readonly 'password-stdin'?: boolean | undefined };
    readonly positionals: readonly string[];
  };
  try {
    parsed = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: { data: { type: 'string' }, 'password-stdin': { type: 'boolean' } },
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { values, positionals } = parsed;
  const [procedure, json = '{}', ...more] = positionals;
  if (procedure === undefined) return 'PROCEDURE is missing.';
  if (more.length > 0) return `More than one JSON was given; quote it: '${json} ${more.join(' ')}'`;
  if (values.data === undefined || values.data === '') return '--data DIR is missing.';
  if (json !== '-' && json !== '{}' && secret.test(procedure))
    return `The input of ${procedure} is secret: give - and write the JSON to standard input.`;
  try {
    return {
      procedure,
      input: json === '-' ? undefined : (JSON.parse(json) as unknown),
      data: values.data,
      passwordFromInput: values['password-stdin'] === true,
    };
  } catch (error) {
    return `The input is not JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
}
