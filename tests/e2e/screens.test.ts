import { expect } from '@playwright/test';
import { screenshot } from './support/app.ts';
import { axeFaults } from './support/axe.ts';
import { test } from './support/college.ts';
import { dress, everyPlace, looks, open, placeName } from './support/looks.ts';

/**
 * Colours change with the theme and names with the language: each is looked at once, the pictures show all six looks.
 * By the place of a look: the rules of axe that another look has answered.
 */
const answered: Readonly<Record<number, readonly string[]>> = { 0: [], 3: [], 5: ['color-contrast'] };

test.describe.configure({ mode: 'parallel' });

for (const [part, name] of ['first', 'second'].entries())
  test(`axe finds nothing on any screen, and every screen is kept as a picture in three languages and two themes, the ${name} half`, async ({
    running,
  }) => {
    test.setTimeout(400_000);
    const { page } = running;
    const found: string[] = [];
    const places = await everyPlace(page);
    for (const address of places.filter((_, place) => place % 2 === part)) {
      await open(page, address);
      for (const [place, look] of looks.entries()) {
        await dress(running, look);
        const picture = `${look.language}-${look.theme}-${placeName(address)}`;
        const without = answered[place];
        if (without !== undefined)
          found.push(...(await axeFaults(page, { without })).map(line => `${picture}: ${line}`));
        await screenshot(page, `wide/${picture}`);
      }
    }
    expect(found).toEqual([]);
  });
