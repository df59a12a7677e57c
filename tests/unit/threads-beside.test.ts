import { expect, test } from 'vitest';
import { createThreadsBeside } from '#main/jobs/threads-beside.ts';

test('ending waits for all work beside, also for what began while it waited, and asks each to stop', async () => {
  const beside = createThreadsBeside();
  const order: string[] = [];
  /** Work that ends a moment after it was asked to stop. */
  const begin = (name: string, after: () => void = () => undefined): Promise<void> => {
    let stop = (): void => undefined;
    const stopped = new Promise<void>(resolve => {
      stop = resolve;
    });
    return beside.run(stop, async () => {
      await stopped;
      after();
      await new Promise(resolve => setTimeout(resolve, 5));
      order.push(`${name} ended`);
    });
  };
  const late: Promise<void>[] = [];
  const early = begin('early', () => late.push(begin('late')));
  const failing = beside.run(
    () => undefined,
    async () => {
      throw new Error('failed');
    },
  );
  await expect(failing).rejects.toThrow('failed');
  await beside.end();
  order.push('exchanged');
  await Promise.all([early, ...late]);
  expect(order).toEqual(['early ended', 'late ended', 'exchanged']);
});

test('nothing to end is no wait', async () => {
  const beside = createThreadsBeside();
  await expect(beside.end()).resolves.toBeUndefined();
});
