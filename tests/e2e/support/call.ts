import type { Page } from '@playwright/test';
import type { Channel, Output, Request } from '#shared/contract/index.ts';

/** Calls a procedure through the page's own bridge; throws when it fails. */
export async function call<C extends Channel>(page: Page, channel: C, request: Request<C>): Promise<Output<C>> {
  const answer = (await page.evaluate(([name, input]) => window.bridge[name]?.(input), [
    channel as string,
    request as unknown,
  ] as const)) as { readonly ok: boolean; readonly value: Output<C> };
  if (!answer.ok) throw new Error(`${channel}: ${JSON.stringify(answer)}`);
  return answer.value;
}
