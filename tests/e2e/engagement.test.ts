import { expect } from '@playwright/test';
import { aChallenge, anEngagement, aPromise } from '#tests/support/builders.ts';
import { screenshot } from './support/app.ts';
import { atRest } from './support/at-rest.ts';
import { call } from './support/call.ts';
import { expectAccessible, firstId, go, showAs, test, windows } from './support/college.ts';

const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
/** A day as an officer types it. */
const typed = (offset: number): string => day(offset).split('-').toReversed().join('.');

test('a promise that goes late appears among the tasks of the day, and keeping it settles the matter', async ({
  page,
}) => {
  const firm = await firstId(page, 'firms');
  await go(page, `firms/${firm}?tab=promises`);
  await page.getByRole('button', { name: 'Добавить обещание' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^Обещание/u }).fill('Выделить мерительный инструмент');
  await dialog.getByRole('textbox', { name: /^Дата обещания/u }).fill(typed(-60));
  await dialog.getByRole('textbox', { name: /^Срок/u }).fill(typed(-1));
  await dialog.getByRole('button', { name: 'Добавить', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('grid').last().getByText('просрочено')).toBeVisible();
  await screenshot(page, 'promise-firm');
  await call(page, 'tasks.refresh', {});
  await go(page, 'today');
  const task = page.getByRole('main').getByRole('link', { name: /Выделить мерительный инструмент/u });
  await expect(task).toBeVisible();
  await screenshot(page, 'promise-today');
  await task.click();
  await expect(page.getByRole('heading', { name: 'Выделить мерительный инструмент' })).toBeVisible();
  await expectAccessible(page);
  const [promise] = (await call(page, 'promises.list', { search: 'мерительный' })).rows;
  await call(page, 'promises.update', {
    id: promise?.id ?? '',
    revision: promise?.revision ?? 0,
    patch: { deliveredOn: day(0), proof: 'Акт № 5' },
  });
  await page.reload();
  await expect(page.getByText('выполнено с опозданием').first()).toBeVisible();
  await go(page, 'today');
  await expect(page.getByRole('main').getByRole('link', { name: /Выделить мерительный инструмент/u })).toBeVisible();
  await screenshot(page, 'promise-settled');
});

for (const window of windows) {
  test(`engagements, promises, challenges and councils have nothing axe would complain of (${window.name})`, async ({
    page,
    running,
  }) => {
    const firm = await firstId(page, 'firms');
    await call(
      page,
      'engagements.create',
      anEngagement(firm, {
        kindId: 'engagement-kind-internship',
        startsOn: day(0),
        endsOn: null,
        topic: 'Программирование станков с ЧПУ',
        quantity: 72,
        hours: 72,
        participants: 'Иванова О. П.',
        amountMinor: 50_000_000,
      }),
    );
    const promised = {
      side: 'college',
      promise: 'Подготовить группу операторов',
      promisedOn: day(0),
      dueOn: day(0),
    } as const;
    await call(page, 'promises.create', aPromise(firm, promised));
    await call(
      page,
      'challenges.create',
      aChallenge({
        level: 'betweenOrganisations',
        firmId: firm,
        raisedOn: day(0),
        description: 'Согласование договора занимает два месяца',
        action: 'Типовая форма',
        owner: 'Ахметов С. Б.',
        status: 'inProgress',
      }),
    );
    await showAs(running, window);
    for (const screen of ['engagements', 'promises', 'challenges'] as const) {
      await go(page, screen);
      await page.getByRole('grid').getByRole('row').nth(1).click();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('tab').first()).toBeVisible();
      await expectAccessible(page);
      await screenshot(page, `${screen}-${window.name}`);
    }
    for (const screen of ['councils', 'councilMembers', 'meetings', 'board'] as const) {
      await go(page, screen);
      await atRest(page);
      await expectAccessible(page);
      await screenshot(page, `${screen}-${window.name}`);
    }
    await go(page, `specialties/${await firstId(page, 'specialties')}?tab=impact`);
    await expect(page.getByRole('table')).toBeVisible();
    await expectAccessible(page);
    await screenshot(page, `impact-${window.name}`);
  });
}
