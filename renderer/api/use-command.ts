import { useCallback, useState } from 'react';
import { showProblem } from '#renderer/state/notices.ts';
import type { CommandChannel, Output, Request } from '#shared/contract/index.ts';
import type { Problem, Result } from '#shared/result.ts';
import { callProcedure } from './client.ts';
import { sayIfWaiting } from './waiting.ts';

/** Codes of the warnings that a `needsConfirmation` failure carries. */
export function warningsOf(problem: Problem | null | undefined): readonly string[] {
  if (problem?.code !== 'needsConfirmation') return [];
  const codes = problem.params['warnings'];
  return typeof codes === 'string' ? codes.split(',').filter(code => code !== '') : [];
}

export type CommandOptions = {
  /** Returns true when the failure is shown where it belongs, so that no notice is needed. */
  readonly handled?: (problem: Problem) => boolean;
};

/** Runs a command known at run time; shows the failure unless it was handled. */
export async function runCommand<T>(
  channel: string,
  request: unknown,
  options: CommandOptions = {},
): Promise<Result<T>> {
  const result = (await sayIfWaiting(channel, callProcedure(channel, request))) as Result<T>;
  if (!result.ok && !options.handled?.(result.error) && result.error.code !== 'cancelled') showProblem(result.error);
  return result;
}

/** Runs a command of the contract and says whether it is under way. */
export function useCommand<C extends CommandChannel>(channel: C) {
  const [running, setRunning] = useState(false);
  const run = useCallback(
    async (request: Request<C>, options: CommandOptions = {}): Promise<Result<Output<C>>> => {
      setRunning(true);
      try {
        return await runCommand<Output<C>>(channel, request, options);
      } finally {
        setRunning(false);
      }
    },
    [channel],
  );
  return { run, running } as const;
}
