import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chartSummary, chartSvg } from '#main/documents/chart-svg.ts';
import type { ReportChart } from '#main/documents/report-model.ts';
import { textWidth } from '#main/documents/text-width.ts';
import { descendant, parseXml, textOf, type XmlElement } from '#main/documents/xml.ts';
import { createLocale } from '#shared/locale/index.ts';

const locale = createLocale('kk');
const draw = (chart: ReportChart): XmlElement => parseXml(chartSvg(chart, { id: 'c', title: 'Диаграмма', locale }));

function all(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap(child =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...all(child, name)],
  );
}

describe('a chart', () => {
  test('is named and told in words for those who cannot see it', () => {
    const svg = draw({ kind: 'bar', labels: ['2024', '2025'], series: [{ name: 'x', values: [12, null] }] });
    expect([
      svg.attributes['role'],
      textOf(descendant(svg, 'title') ?? svg),
      textOf(descendant(svg, 'desc') ?? svg),
    ]).toEqual(['img', 'Диаграмма', '2024: 12, 2025: —']);
  });

  test('draws bars in proportion to their values', () => {
    const svg = draw({ kind: 'bar', labels: ['a', 'b'], series: [{ name: 'x', values: [10, 5] }] });
    const [first, second] = all(svg, 'rect').map(bar => Number(bar.attributes['height']));
    expect((first ?? 0) / (second ?? 1)).toBeCloseTo(2, 1);
  });

  test('lays bars down when the labels are long', () => {
    const labels = ['Бағдарламалық қамтамасыз ету', 'Машина жасау технологиясы'];
    const bars = all(draw({ kind: 'bar', labels, series: [{ name: 'x', values: [10, 5] }] }), 'rect');
    const [first, second] = bars.map(bar => Number(bar.attributes['width']));
    expect((first ?? 0) / (second ?? 1)).toBeCloseTo(2, 1);
  });

  test('keeps every letter of a long label beside its bar', () => {
    const labels = ['Оқытушылардың тағылымдамасы туралы шарт', 'ӘӨҚҒҢ машыжыщы шығыс қалашығындағы', 'Келісім'];
    const drawn = all(draw({ kind: 'bar', labels, series: [{ name: 'x', values: [10, 5, 1] }] }), 'text')
      .filter(one => one.attributes['text-anchor'] === 'end')
      .map(one => ({ text: textOf(one), left: Number(one.attributes['x']) - textWidth(textOf(one), 11) }));
    expect({
      said: drawn.map(({ text }) => text).join(' '),
      cut: drawn.filter(({ left }) => left < 0).map(({ text }) => text),
    }).toEqual({ said: labels.join(' '), cut: [] });
  });

  test('leaves a gap in a line where a value is missing', () => {
    const svg = draw({ kind: 'line', labels: ['1', '2', '3', '4'], series: [{ name: 'x', values: [1, null, 3, 4] }] });
    const path = descendant(svg, 'path')?.attributes['d'] ?? '';
    expect([path.match(/M/g)?.length, path.match(/L/g)?.length]).toEqual([2, 1]);
  });

  test('names each series in the summary when there are several', () => {
    const series = [
      { name: 'kk', values: [1] },
      { name: 'ru', values: [2] },
    ];
    expect(chartSummary({ kind: 'line', labels: ['2025'], series }, locale)).toBe('kk – 2025: 1; ru – 2025: 2');
  });

  test('stays a well-formed picture with real numbers, whatever it is given', () => {
    const value = fc.option(fc.double({ min: -1e9, max: 1e9, noNaN: true }));
    fc.assert(
      fc.property(
        fc.constantFrom('bar' as const, 'line' as const),
        fc.array(
          fc.string({ maxLength: 40 }).map(label => label.replaceAll(/\p{Cc}/gu, '')),
          { maxLength: 12 },
        ),
        fc.array(fc.array(value, { maxLength: 12 }), { minLength: 1, maxLength: 3 }),
        (kind, labels, values) => {
          const svg = draw({
            kind,
            labels,
            series: values.map((list, index) => ({ name: `<${index}>`, values: list })),
          });
          const numbers = ['rect', 'line', 'circle', 'text', 'path'].flatMap(name =>
            all(svg, name).flatMap(mark => Object.values(mark.attributes)),
          );
          expect(numbers.filter(text => /NaN|Infinity|undefined/.test(text))).toEqual([]);
        },
      ),
    );
  });
});
