import type { Page } from '@playwright/test';
import { sections } from '#renderer/features/settings/sections.ts';
import { screenNames } from '#renderer/state/routes.ts';
import type { RunningApp } from './app.ts';
import { atRest } from './at-rest.ts';

export type Look = { readonly language: 'kk' | 'ru' | 'en'; readonly theme: 'light' | 'dark' };

/** The three languages in both themes, so that one step changes little. */
export const looks: readonly Look[] = [
  { language: 'ru', theme: 'light' },
  { language: 'en', theme: 'light' },
  { language: 'kk', theme: 'light' },
  { language: 'kk', theme: 'dark' },
  { language: 'ru', theme: 'dark' },
  { language: 'en', theme: 'dark' },
];

const withRecords = [
  'firms',
  'agreements',
  'placements',
  'students',
  'groups',
  'specialties',
  'requests',
  'meetings',
  'councils',
  'engagements',
  'visits',
  'evaluations',
] as const;

const firstId = (page: Page, name: string): Promise<string> =>
  page.evaluate(async channel => {
    const answer = (await window.bridge[channel]?.({ limit: 1 })) as unknown as { value: { rows: { id: string }[] } };
    return answer.value.rows[0]?.id ?? '';
  }, `${name}.list`);

/** Every screen, section and kind of record, by the address that opens it; the first screen is gone once the college has begun. */
export async function everyPlace(page: Page): Promise<readonly string[]> {
  const records = await Promise.all(withRecords.map(async name => `${name}/${await firstId(page, name)}`));
  return [
    ...screenNames.filter(name => name !== 'start'),
    'today?tab=calls',
    'letters?tab=registers',
    'letters?tab=templates',
    'reports?tab=dashboard',
    'help?tab=keys',
    'help?tab=glossary',
    ...sections.slice(1).map(section => `settings?tab=${section}`),
    ...records,
  ];
}

/** A name for the picture of a place. */
export const placeName = (address: string): string => address.replace(/\/.*/u, '-record').replace(/\?tab=/u, '-');

/** Opens a place by its address and waits until it is read and drawn. */
export async function open(page: Page, address: string): Promise<void> {
  await page.evaluate(
    hash =>
      new Promise<void>(heard => {
        if (window.location.hash === hash) return heard();
        window.addEventListener('hashchange', () => heard(), { once: true });
        window.location.hash = hash;
      }),
    `#/${address}`,
  );
  await atRest(page);
}

/** Changes language and theme by the window's menu, as the officer does, without loading the page again. */
export async function dress({ app, page }: RunningApp, look: Look): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, actions: readonly string[]) => {
      const window = BrowserWindow.getAllWindows().find(each => each.isVisible());
      for (const action of actions) window?.webContents.send('menu', action);
    },
    [`language.${look.language}`, `theme.${look.theme}`],
  );
  await page.waitForFunction(
    ({ language, theme }) =>
      document.documentElement.lang === language && document.documentElement.dataset['mantineColorScheme'] === theme,
    look,
  );
  await atRest(page);
}

/** Makes every text of the page 40 % longer, as a wordier language would, but for what the officer has typed in herself. */
export const lengthenTexts = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const longer = (word: string): string =>
      word.length < 2 ? word : word + 'ы'.repeat(Math.max(1, Math.round(word.length * 0.4)));
    const before: [Node, string | null][] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const holder = node.parentElement;
      if (holder === null || holder.closest('script, style, [role="gridcell"], svg, kbd') !== null) continue;
      before.push([node, node.textContent]);
      node.textContent = (node.textContent ?? '').replace(/\p{L}{2,}/gu, longer);
    }
    (window as { textsBefore?: typeof before }).textsBefore = before;
  });

/** Gives the texts made longer back as they were. */
export const restoreTexts = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { textsBefore = [] } = window as { textsBefore?: [Node, string | null][] };
    for (const [node, text] of textsBefore) node.textContent = text;
  });

/** Texts that are cut without a sign of it, lie over their neighbours, or stand outside the window. */
export const cutTexts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found = new Set<string>();
    const described = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${element.classList[0] ?? ''} «${(element.textContent ?? '').trim().slice(0, 50)}»`;
    const scrolls = (element: Element): boolean => /auto|scroll/u.test(getComputedStyle(element).overflowX);
    for (const element of document.body.querySelectorAll('*')) {
      const own = [...element.childNodes].some(node => node.nodeType === 3 && (node.textContent ?? '').trim() !== '');
      const box = element.getBoundingClientRect();
      if (!own || box.width === 0 || box.height === 0) continue;
      const style = getComputedStyle(element);
      if (style.visibility === 'hidden' || style.clipPath !== 'none' || element.closest('[aria-hidden="true"]'))
        continue;
      const ellipsis = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
      let holder: Element | null = element;
      let mayScroll = false;
      let hidden = false;
      for (holder = element; holder !== null && holder !== document.body; holder = holder.parentElement) {
        if (scrolls(holder)) mayScroll = true;
        if (getComputedStyle(holder).clipPath !== 'none') hidden = true;
      }
      if (hidden) continue;
      if (
        element.scrollWidth > element.clientWidth + 2 &&
        style.overflowX !== 'visible' &&
        !ellipsis &&
        !scrolls(element)
      )
        found.add(`cut: ${described(element)}`);
      const range = document.createRange();
      range.selectNodeContents(element);
      const text = range.getBoundingClientRect();
      const button = element.closest('button, a, [role="tab"]');
      if (button !== null && !ellipsis) {
        const frame = button.getBoundingClientRect();
        if (text.bottom > frame.bottom + 4 || text.top < frame.top - 4 || text.right > frame.right + 4)
          if (style.overflowX === 'visible') found.add(`over the edge: ${described(element)}`);
      }
      if (!mayScroll && !ellipsis && (text.right > innerWidth + 1 || text.left < -1))
        found.add(`outside: ${described(element)}`);
    }
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth)
      found.add('the page itself is wider');
    return [...found];
  });
