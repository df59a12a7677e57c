import { type Channel, contract, type Input, type Output } from '#shared/contract/index.ts';
import type { EntityName } from '#shared/contract/procedure.ts';
import type { z } from '#shared/contract/zod.ts';
import { DayOutOfRange } from '#shared/domain/iso-date.ts';
import { AppError, fail, type Problem, type Result, succeed } from '#shared/result.ts';
import { schemaFields } from '../features/shared/schema-problem.ts';
import { NotPlain, plainInput } from './plain-input.ts';

/** What a command hands to the router: its answer and the kinds of record it wrote. */
export type Written<T> = { readonly value: T; readonly changed: readonly EntityName[] };

type Handler<C extends Channel> = (typeof contract)[C]['kind'] extends 'query'
  ? (input: Input<C>) => Output<C> | Promise<Output<C>>
  : (input: Input<C>) => Written<Output<C>> | Promise<Written<Output<C>>>;

/** One handler per contract entry: forgetting one, or adding an undeclared one, does not compile. */
export type Handlers = { readonly [C in Channel]: Handler<C> };

export type Router = (channel: string, raw: unknown) => Promise<Result<unknown>>;

const validation = (error: z.ZodError): Problem => ({ code: 'validation', params: {}, fields: schemaFields(error) });

/** A short name under which the officer and the log find the same failure. */
const newReference = (): string => Math.random().toString(36).slice(2, 8).toUpperCase();

/** The border of main: parses the input, runs the handler, checks the answer. It never throws; it knows nothing of Electron. */
export function createRouter(handlers: Handlers, log: (reference: string, error: unknown) => void): Router {
  const unexpected = (error: unknown): Result<never> => {
    const reference = newReference();
    log(reference, error);
    return fail({ code: 'unexpected', params: { reference }, reference });
  };
  return async (channel, raw) => {
    try {
      if (!Object.hasOwn(contract, channel))
        return fail({ code: 'validation', params: { channel: channel.slice(0, 60) } });
      const procedure = contract[channel as Channel];
      const input = procedure.input.safeParse(plainInput(raw));
      if (!input.success) return fail(validation(input.error));
      const handler = handlers[channel as Channel] as (input: unknown) => unknown;
      const answer = await handler(input.data);
      if (procedure.kind === 'query') return succeed(procedure.output.parse(answer));
      const { value, changed } = answer as Written<unknown>;
      return succeed(procedure.output.parse(value), changed);
    } catch (error) {
      if (error instanceof NotPlain) return fail({ code: 'validation', params: {}, fields: { _: 'form' } });
      if (error instanceof DayOutOfRange) return fail({ code: 'dayOutOfRange', params: {} });
      return error instanceof AppError ? fail(error.toProblem()) : unexpected(error);
    }
  };
}
