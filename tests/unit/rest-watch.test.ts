import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchRest } from '#main/jobs/rest-watch.ts';

const patience = 10_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('rest is told once, when nothing was done for so long, and again only after something was', () => {
  const onRest = vi.fn();
  const watch = watchRest(patience, onRest);
  vi.advanceTimersByTime(patience);
  expect(onRest).not.toHaveBeenCalled();
  watch.note();
  vi.advanceTimersByTime(patience - 1);
  watch.note();
  vi.advanceTimersByTime(patience - 1);
  expect(onRest).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onRest).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(10 * patience);
  expect(onRest).toHaveBeenCalledTimes(1);
  watch.note();
  vi.advanceTimersByTime(patience);
  expect(onRest).toHaveBeenCalledTimes(2);
});

test('there is no rest while work is under way, however long it takes and however it ends', async () => {
  const onRest = vi.fn();
  const watch = watchRest(patience, onRest);
  const works = [20 * patience, 30 * patience].map((length, index) =>
    watch.during(
      () =>
        new Promise<string>((done, failed) => {
          setTimeout(() => (index === 0 ? done('done') : failed(new Error('no'))), length);
        }),
    ),
  );
  watch.note();
  const outcomes = Promise.allSettled(works);
  await vi.advanceTimersByTimeAsync(30 * patience);
  expect((await outcomes).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(onRest).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(patience);
  expect(onRest).toHaveBeenCalledTimes(1);
});

test('a watch that has ended tells nothing more', async () => {
  const onRest = vi.fn();
  const watch = watchRest(patience, onRest);
  watch.note();
  watch.end();
  await watch.during(() => Promise.resolve());
  vi.advanceTimersByTime(10 * patience);
  expect(onRest).not.toHaveBeenCalled();
});
