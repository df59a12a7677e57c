import { expect, test } from 'vitest';
import { QueryCache } from '#renderer/api/query-cache.ts';
import { type Result, succeed } from '#shared/result.ts';

type Call = { readonly channel: string; readonly answer: (result: Result<unknown>) => void };

/** A cache whose calls are answered by hand. */
function handAnswered(capacity?: number) {
  const calls: Call[] = [];
  const cache = new QueryCache({
    call: channel => new Promise(answer => calls.push({ channel, answer })),
    readsOf: channel => (channel === 'firms.list' ? ['firm', 'agreement'] : ['student']),
    ...(capacity === undefined ? {} : { capacity }),
  });
  return { cache, calls };
}

const settled = () => new Promise(resolve => setImmediate(resolve));

test('from the first call to the last answer it is busy', async () => {
  const told: boolean[] = [];
  const answers: ((result: Result<unknown>) => void)[] = [];
  const cache = new QueryCache({
    call: () => new Promise(answer => answers.push(answer)),
    readsOf: () => [],
    onBusy: busy => told.push(busy),
  });
  cache.watch('firms.list', {}, () => {});
  cache.watch('students.list', {}, () => {});
  answers[0]?.(succeed('rows'));
  await settled();
  expect(told).toEqual([true]);
  answers[1]?.(succeed('rows'));
  await settled();
  expect(told).toEqual([true, false]);
});

test('two watchers of one question make one call and share the answer', async () => {
  const { cache, calls } = handAnswered();
  cache.watch('firms.list', { search: '' }, () => {});
  cache.watch('firms.list', { search: '' }, () => {});
  calls[0]?.answer(succeed('rows'));
  await settled();
  expect([calls.length, cache.read('firms.list', { search: '' })]).toEqual([
    1,
    { result: succeed('rows'), loading: false },
  ]);
});

test('a change asks watched answers that read it again and keeps showing the old one meanwhile', async () => {
  const { cache, calls } = handAnswered();
  cache.watch('firms.list', {}, () => {});
  cache.watch('students.list', {}, () => {});
  for (const call of calls) call.answer(succeed(`old ${call.channel}`));
  await settled();
  cache.invalidate(['agreement']);
  expect({
    calls: calls.map(call => call.channel),
    firms: cache.read('firms.list', {}),
    students: cache.read('students.list', {}),
  }).toEqual({
    calls: ['firms.list', 'students.list', 'firms.list'],
    firms: { result: succeed('old firms.list'), loading: true },
    students: { result: succeed('old students.list'), loading: false },
  });
});

test('a late answer to an earlier call does not replace a newer one', async () => {
  const { cache, calls } = handAnswered();
  cache.watch('firms.list', {}, () => {});
  cache.invalidate(['firm']);
  calls[1]?.answer(succeed('new'));
  await settled();
  calls[0]?.answer(succeed('old'));
  await settled();
  expect(cache.read('firms.list', {})).toEqual({ result: succeed('new'), loading: false });
});

test('a changed answer that nobody watches is forgotten and asked for when it is watched again', async () => {
  const { cache, calls } = handAnswered();
  const stop = cache.watch('firms.list', {}, () => {});
  calls[0]?.answer(succeed('old'));
  await settled();
  stop();
  cache.invalidate(['firm']);
  cache.watch('firms.list', {}, () => {});
  expect([calls.length, cache.read('firms.list', {})]).toEqual([2, { result: null, loading: true }]);
});

test('an answer that is still fresh is not asked for again', async () => {
  const { cache, calls } = handAnswered();
  const stop = cache.watch('firms.list', {}, () => {});
  calls[0]?.answer(succeed('rows'));
  await settled();
  stop();
  cache.watch('firms.list', {}, () => {});
  expect(calls.length).toBe(1);
});

test('beyond the capacity the oldest unwatched answers go, watched ones stay', async () => {
  const { cache, calls } = handAnswered(2);
  cache.watch('firms.list', { search: 'a' }, () => {});
  const stop = cache.watch('firms.list', { search: 'b' }, () => {});
  for (const call of calls) call.answer(succeed('rows'));
  await settled();
  stop();
  cache.read('firms.list', { search: 'c' });
  expect([cache.read('firms.list', { search: 'a' }).result, cache.read('firms.list', { search: 'b' }).result]).toEqual([
    succeed('rows'),
    null,
  ]);
});
