import { AppError, fail, type Result } from '#shared/result.ts';

/** A failure outside the router as the router would answer it; what is not expected goes to stderr in full. */
export function resultOfFailure(error: unknown): Result<never> {
  if (error instanceof AppError) return fail(error.toProblem());
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return fail({ code: 'unexpected', params: { reference: 'terminal' }, reference: 'terminal' });
}
