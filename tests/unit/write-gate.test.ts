import { expect, test } from 'vitest';
import { createWriteGate } from '#main/jobs/write-gate.ts';

/** Work that ends when it is told to. */
function piece(name: string, order: string[]) {
  let end = (): void => undefined;
  const ended = new Promise<void>(resolve => {
    end = resolve;
  });
  const work = async (): Promise<void> => {
    order.push(`${name} begins`);
    await ended;
    order.push(`${name} ends`);
  };
  return { work, end };
}

test('the long writer begins when no command is under way, and commands that come meanwhile follow it', async () => {
  const gate = createWriteGate();
  const order: string[] = [];
  const of = (name: string) => piece(name, order);
  const { early, other, long, late } = { early: of('early'), other: of('other'), long: of('long'), late: of('late') };
  const all = [gate.pass(early.work), gate.pass(other.work), gate.hold(long.work)];
  early.end();
  await all[0];
  expect(order).toEqual(['early begins', 'other begins', 'early ends']);
  other.end();
  await all[1];
  await Promise.resolve();
  all.push(gate.pass(late.work));
  late.end();
  await Promise.resolve();
  expect(order.slice(3)).toEqual(['other ends', 'long begins']);
  long.end();
  await Promise.all(all);
  expect(order.slice(5)).toEqual(['long ends', 'late begins', 'late ends']);
});

test('a writer that fails lets the next one in', async () => {
  const gate = createWriteGate();
  await expect(gate.hold(() => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full');
  expect(await gate.pass(() => Promise.resolve('saved'))).toBe('saved');
});
