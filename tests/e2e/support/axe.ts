import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { settled } from './app.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Options = {
  /** Parts of the page that are not looked at, as selectors. */
  readonly exclude?: readonly string[];
  /** Rules left out, by their names in axe. */
  readonly without?: readonly string[];
};

/** Looks and answers; `null` where the page has been loaded since axe was put into it. */
const look = (page: Page, options: Options): Promise<readonly string[] | null> =>
  page.evaluate(async ({ exclude = [], without = [] }) => {
    type Node = { readonly target: readonly unknown[]; readonly failureSummary?: string };
    type Found = { readonly id: string; readonly help: string; readonly nodes: readonly Node[] };
    type Axe = {
      readonly run: (context: unknown, options: unknown) => Promise<{ readonly violations: readonly Found[] }>;
    };
    const { axe } = window as unknown as { readonly axe?: Axe };
    if (axe === undefined) return null;
    const { violations } = await axe.run(
      { include: [['html']], exclude: exclude.map(selector => [selector]) },
      {
        resultTypes: ['violations'],
        preload: false,
        iframes: false,
        rules: Object.fromEntries(without.map(rule => [rule, { enabled: false }])),
      },
    );
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} — ${failureSummary ?? help}`),
    );
  }, options);

/**
 * What axe finds wrong on the screen that is shown, by the WCAG 2.2 AA rules and its own best practices: one readable line for each element.
 * The checker is put into a page once, not before every look.
 */
export async function axeFaults(page: Page, options: Options = {}): Promise<readonly string[]> {
  await settled(page);
  const found = await look(page, options);
  if (found !== null) return found;
  await page.evaluate(source);
  return (await look(page, options)) ?? ['axe did not start'];
}
