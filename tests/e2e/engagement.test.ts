import { expect, type Page, test } from '@playwright/test';
import { axeViolations, describeViolations, launchApp, type RunningApp, screenshot } from './support/app.ts';

let running: RunningApp;

test.beforeEach(async () => {
  running = await launchApp({ language: 'ru' });
  await running.page.getByRole('button', { name: 'Открыть пример колледжа' }).click();
  await expect(running.page.getByRole('navigation').first()).toBeVisible();
});
test.afterEach(async () => {
  await running.close();
});

async function open(page: Page, address: string): Promise<void> {
  await page.evaluate(hash => {
    window.location.hash = hash;
  }, `#/${address}`);
}

/** The first firm of the sample college. */
const firmId = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const answer = (await window.bridge['firms.list']?.({ limit: 1 })) as unknown as {
      value: { rows: { id: string }[] };
    };
    return answer.value.rows[0]?.id ?? '';
  });

const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
/** A day as an officer types it. */
const typed = (offset: number): string => day(offset).split('-').toReversed().join('.');

test('a promise that goes late appears among the tasks of the day, and keeping it settles the matter', async () => {
  const { page } = running;
  const firm = await firmId(page);
  await open(page, `firms/${firm}?tab=promises`);
  await page.getByRole('button', { name: 'Добавить обещание' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^Обещание/u }).fill('Выделить мерительный инструмент');
  await dialog.getByRole('textbox', { name: /^Дата обещания/u }).fill(typed(-60));
  await dialog.getByRole('textbox', { name: /^Срок/u }).fill(typed(-1));
  await dialog.getByRole('button', { name: 'Добавить', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('grid').last().getByText('просрочено')).toBeVisible();
  await screenshot(page, 'promise-firm');
  await page.evaluate(async () => {
    await window.bridge['tasks.refresh']?.({});
  });
  await open(page, 'today');
  const task = page.getByRole('main').getByRole('link', { name: /Выделить мерительный инструмент/u });
  await expect(task).toBeVisible();
  await screenshot(page, 'promise-today');
  await task.click();
  await expect(page.getByRole('heading', { name: 'Выделить мерительный инструмент' })).toBeVisible();
  expect(describeViolations(await axeViolations(page))).toEqual([]);
  await page.evaluate(async () => {
    const list = (await window.bridge['promises.list']?.({ search: 'мерительный' })) as unknown as {
      value: { rows: { id: string; revision: number }[] };
    };
    const [row] = list.value.rows;
    const today = new Date().toISOString().slice(0, 10);
    await window.bridge['promises.update']?.({
      id: row?.id,
      revision: row?.revision,
      patch: { deliveredOn: today, proof: 'Акт № 5' },
    });
  });
  await page.reload();
  await expect(page.getByText('выполнено с опозданием').first()).toBeVisible();
  await open(page, 'today');
  await expect(page.getByRole('main').getByRole('link', { name: /Выделить мерительный инструмент/u })).toBeVisible();
  await screenshot(page, 'promise-settled');
  expect(running.complaints).toEqual([]);
});

for (const look of [
  { language: 'ru', theme: 'light', width: 1440, height: 900 },
  { language: 'kk', theme: 'dark', width: 1024, height: 640 },
] as const) {
  const name = `${look.language}-${look.theme}-${look.width}`;
  test(`engagements, promises, challenges and councils have nothing axe would complain of (${name})`, async () => {
    const { page, app } = running;
    const firm = await firmId(page);
    await page.evaluate(
      async ({ firm: id, today, language, theme }) => {
        const empty = { notes: null, result: null, document: null, people: null };
        await window.bridge['engagements.create']?.({
          ...empty,
          kindId: 'engagement-kind-internship',
          firmId: id,
          startsOn: today,
          endsOn: null,
          topic: 'Программирование станков с ЧПУ',
          quantity: 72,
          hours: 72,
          participants: 'Иванова О. П.',
          amountMinor: 50_000_000,
        });
        await window.bridge['promises.create']?.({
          firmId: id,
          side: 'college',
          promise: 'Подготовить группу операторов',
          promisedOn: today,
          agreementId: null,
          meetingId: null,
          letterId: null,
          interactionId: null,
          dueOn: today,
          deliveredOn: null,
          proof: null,
          notes: null,
        });
        await window.bridge['challenges.create']?.({
          level: 'betweenOrganisations',
          firmId: id,
          raisedOn: today,
          description: 'Согласование договора занимает два месяца',
          action: 'Типовая форма',
          owner: 'Ахметов С. Б.',
          status: 'inProgress',
          resolvedOn: null,
          notes: null,
        });
        await window.bridge['settings.update']?.({ language, theme });
      },
      { firm, today: day(0), language: look.language, theme: look.theme },
    );
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      look,
    );
    await page.reload();
    for (const screen of ['engagements', 'promises', 'challenges'] as const) {
      await open(page, screen);
      await page.getByRole('grid').getByRole('row').nth(1).click();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('tab').first()).toBeVisible();
      expect(describeViolations(await axeViolations(page))).toEqual([]);
      await screenshot(page, `${screen}-${name}`);
    }
    for (const screen of ['councils', 'councilMembers', 'meetings', 'board'] as const) {
      await open(page, screen);
      await expect(page.locator('main')).not.toBeEmpty();
      await page.waitForTimeout(300);
      expect(describeViolations(await axeViolations(page))).toEqual([]);
      await screenshot(page, `${screen}-${name}`);
    }
    const specialty = await page.evaluate(async () => {
      const answer = (await window.bridge['specialties.list']?.({ limit: 1 })) as unknown as {
        value: { rows: { id: string }[] };
      };
      return answer.value.rows[0]?.id ?? '';
    });
    await open(page, `specialties/${specialty}?tab=impact`);
    await expect(page.getByRole('table')).toBeVisible();
    expect(describeViolations(await axeViolations(page))).toEqual([]);
    await screenshot(page, `impact-${name}`);
    expect(running.complaints).toEqual([]);
  });
}
