import { AppError, fail, type Result } from '#shared/result.ts';
import { callUsage, readCallArguments } from './support/call-arguments.ts';
import { resultOfFailure } from './support/failure.ts';
import { openCollege } from './support/open-college.ts';
import { openWithPassword, readStandardInput } from './support/read-password.ts';

/** Errors: validation. */
function readJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new AppError('validation', { problem: error instanceof Error ? error.message : String(error) });
  }
}

/** Calls one procedure of the contract through the router and gives its result; failures to open are results too. */
async function call(given: readonly string[]): Promise<Result<unknown>> {
  const request = readCallArguments(given);
  if (typeof request === 'string') {
    process.stderr.write(`${request}\n\n${callUsage}\n`);
    return fail({ code: 'validation', params: { problem: request } });
  }
  const { procedure, passwordFromInput } = request;
  try {
    const reads = passwordFromInput || request.input === undefined;
    const { password, json } = reads ? await readStandardInput(passwordFromInput) : { password: '', json: '' };
    const college = openCollege(request.data);
    try {
      await openWithPassword(college, password);
      return await college.call(procedure, request.input === undefined ? readJson(json) : request.input);
    } finally {
      college.close();
    }
  } catch (error) {
    return resultOfFailure(error);
  }
}

const result = await call(process.argv.slice(2));
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
process.exitCode = result.ok ? 0 : 1;
