import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Received, SentFigures } from '#shared/contract/report-roll-up.ts';
import { judgeReceived, rollUp } from '#shared/domain/report-roll-up.ts';

type Row = SentFigures['indicators'][number]['rows'][number];

const row = (key: string, label: string, now: number | null, measure: 'rows' | 'percent' = 'rows'): Row => ({
  key,
  label,
  cells: { now: { value: now, measure, area: 'firms' } },
});

const sent = (college: string, rows: readonly Row[], id = 'partners', title = 'Партнёры'): SentFigures => ({
  college,
  language: 'ru',
  periodName: '2025–2026 учебный год',
  period: { start: '2025-09-01', end: '2026-08-31' },
  asOf: '2026-06-30',
  frozenAt: '2026-07-01T08:00:00.000Z',
  reportHash: 'a'.repeat(64),
  indicators: [
    { id, title, rowTitle: 'Показатель', columns: [{ key: 'now', title: '2025–2026' }], rows: [...rows], total: null },
  ],
});

const lines = (...colleges: readonly SentFigures[]) =>
  rollUp(colleges).flatMap(({ figures }) => figures.map(({ label, values, sum }) => [label, ...values, sum]));

describe('figures of several colleges', () => {
  test('stand side by side, and what can be added is', () => {
    expect(lines(sent('А', [row('active', 'Партнёры', 10)]), sent('Ә', [row('active', 'Серіктестер', 7)]))).toEqual([
      ['Партнёры', 10, 7, 17],
    ]);
  });

  test('shares are not added', () => {
    const share = (value: number) => [row('share', 'Охват', value, 'percent')];
    expect(lines(sent('А', share(50)), sent('Б', share(70)))).toEqual([['Охват', 50, 70, null]]);
  });

  test('meet by name where each college has a key of its own, whatever the case', () => {
    expect(
      lines(
        sent('А', [row('id-1', 'Пісіруші', 5), row('id-2', 'Сварщик', 1)]),
        sent('Б', [row('id-9', 'ПІСІРУШІ', 3), row('id-8', 'Электрик', 2)]),
      ),
    ).toEqual([
      ['Пісіруші', 5, 3, 8],
      ['Сварщик', 1, null, 1],
      ['Электрик', null, 2, 2],
    ]);
  });

  test('of one name in one college stay two rows', () => {
    const twice = [row('id-1', 'Сварщик', 5), row('id-2', 'Сварщик', 1)];
    expect(lines(sent('А', twice), sent('Б', [row('id-3', 'Сварщик', 4)]))).toEqual([
      ['Сварщик', 5, 4, 9],
      ['Сварщик', 1, null, 1],
    ]);
  });

  test('of own indicators meet by the title of the indicator', () => {
    const own = (id: string, value: number) => sent('А', [row('all', 'Всего', value)], `own:${id}`, 'Свой показатель');
    expect(lines(own('1', 2), own('2', 3))).toEqual([['Всего', 2, 3, 5]]);
  });

  test('what is not known is not nothing', () => {
    expect(lines(sent('А', [row('a', 'A', null)]), sent('Б', [row('a', 'A', null)]))).toEqual([
      ['A', null, null, null],
    ]);
  });

  test('none is lost and none counted twice', () => {
    const rows = fc.uniqueArray(
      fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.constantFrom('X', 'Y', 'Z'), fc.nat(1000)),
      { selector: ([key]) => key },
    );
    fc.assert(
      fc.property(fc.array(rows, { minLength: 1, maxLength: 5 }), colleges => {
        const reports = colleges.map((some, place) =>
          sent(
            `К${place}`,
            some.map(([key, label, value]) => row(`${place}-${key}`, label, value)),
          ),
        );
        const rolled = rollUp(reports).flatMap(({ figures }) => figures);
        for (const [place, some] of colleges.entries())
          expect(rolled.flatMap(({ values }) => values[place] ?? []).toSorted((left, right) => left - right)).toEqual(
            some.map(([, , value]) => value).toSorted((left, right) => left - right),
          );
        const total = colleges.flat().reduce((all, [, , value]) => all + value, 0);
        expect(rolled.reduce((all, { sum }) => all + (sum ?? 0), 0)).toBe(total);
      }),
    );
  });
});

test('of the reports of one college and period the one frozen last counts, and only sound ones do', () => {
  const file = (name: string, college: string, frozenAt: string, state: Received['state'] = 'fits'): Received => {
    const { periodName, period, asOf, reportHash } = sent(college, []);
    return { file: name, state, about: { college, periodName, period, asOf, frozenAt, reportHash } };
  };
  const judged = judgeReceived([
    file('1', 'Колледж «Аңсар»', '2026-07-01'),
    file('2', 'КОЛЛЕДЖ «АҢСАР»', '2026-07-03'),
    file('3', 'Колледж «Аңсар»', '2026-07-09', 'changed'),
    file('4', 'Другой', '2026-06-01'),
    { file: '5', state: 'unreadable', about: null },
  ]);
  expect(judged.map(({ state }) => state)).toEqual(['replaced', 'fits', 'changed', 'fits', 'unreadable']);
});
