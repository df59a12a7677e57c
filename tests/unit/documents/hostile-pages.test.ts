import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type CalendarSheet, calendarToHtml } from '#main/documents/calendar-html.ts';
import { docxToPrintable, printableToHtml } from '#main/documents/docx-to-html.ts';
import { fillTemplate } from '#main/documents/fill-template.ts';
import { reportToPrint } from '#main/documents/report-html.ts';
import { listToPrint } from '#main/documents/table-html.ts';
import { kindOfLetter } from '#main/features/letters/kinds/index.ts';
import { byLanguage } from '#main/features/letters/letterhead.ts';
import { LetterKind, letterKindFacts } from '#shared/contract/letter-kinds.ts';
import { createTranslator } from '#shared/text/index.ts';
import { sampleReport } from './sample-report.ts';

/** What a page might take for something else than text, in one: tags, attributes, comments, entities, styles, marks, long words. */
const hostile = [
  '</title></style></td></svg><script>planted()</script>',
  '<img src=x onerror="planted()">',
  `" onload="planted()" x='`,
  '--><iframe src="http://example.kz">',
  '&lt;script&gt;planted()&lt;/script&gt;',
  '}*{background:url(//example.kz/x)}',
  '<svg/onload=planted()><a href="javascript:planted()">',
  '\u202e\u2066текст\u2069\u202c \u200b\u200d\ufeff',
  'Қ'.repeat(3000),
].join(' ');

const tag = /<([a-z][a-z0-9]*)((?:\s+[a-zA-Z][\w:-]*(?:="[^"<]*")?)*)\s*\/?>/gu;
const harmless = /<!doctype html>|<\/[a-z][a-z0-9]*>/gu;
/** Pictures and links are judged by where they lead: charts are drawn, logos lie in the page itself, and so do the headings. */
const runs = new Set(['script', 'iframe', 'object', 'embed', 'link', 'base', 'form']);

/** What of a page is more than harmless tags and text: what breaks out of them, runs, or is fetched from elsewhere. */
function suspicious(html: string): readonly string[] {
  const found: string[] = [];
  for (const [whole, name = '', attributes = ''] of html.matchAll(tag)) {
    const acts = /\son[a-z]+=|javascript:|\s(?:src|href|srcset|action)="(?!data:|#)|url\((?!data:|#)/iu.test(
      attributes,
    );
    if (runs.has(name) || acts) found.push(whole.slice(0, 200));
  }
  const rest = html.replaceAll(tag, '').replaceAll(harmless, '');
  const open = rest.indexOf('<');
  if (open >= 0) found.push(rest.slice(open, open + 200));
  for (const [, style = ''] of html.matchAll(/<style[^>]*>(.*?)<\/style>/gsu))
    if (/url\((?!"?data:)|@import|planted/u.test(style)) found.push('a style');
  return found;
}

/** A model with a hostile text in the place of every text of people; words of the program itself stay. */
function spoiled<T>(value: T): T {
  if (typeof value === 'string')
    return (/^(?:|[a-z][A-Za-z0-9]*|\d{4}-\d\d-\d\d|A[34]|#[0-9a-f]{6})$/u.test(value) ? value : hostile) as T;
  if (Array.isArray(value)) return value.map(spoiled) as T;
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, spoiled(inside)])) as T;
}

const t = createTranslator('ru');

const calendar: CalendarSheet = spoiled({
  language: 'ru',
  paper: 'A4',
  title: 'Сентябрь 2025',
  college: 'Коктасский колледж',
  made: 'Составлено',
  weekdays: Array.from({ length: 7 }, () => 'День'),
  weeks: [
    {
      days: Array.from({ length: 7 }, () => ({ label: 'День 1', muted: false, off: false, more: 'ещё 2' })),
      pieces: [{ kind: 'task', text: 'Позвонить Асқару', column: 0, span: 2, lane: 0, before: false, after: true }],
    },
  ],
  listTitle: 'Не вошло',
  list: [{ day: 'Понедельник 1', lines: [{ kind: 'task', text: 'Позвонить', note: 'Асқар' }] }],
  legend: [{ kind: 'task', word: 'Задачи' }],
} as const);

test('the check itself sees what breaks out of its place', () => {
  const page = (text: string): string => `<!doctype html><html><body><p title="x">${text}</p></body></html>`;
  const seen = ['<script>planted()</script>', '<img src="x" onerror="planted()">', '<b onload=x>', '<a href="//x">'];
  expect([suspicious(page('&lt;b&gt;')), seen.map(text => suspicious(page(text)).length > 0)]).toEqual([
    [],
    seen.map(() => true),
  ]);
});

test('a printed list, calendar and report show whatever text they hold as text', () => {
  const columns = [
    { title: hostile, type: 'text' },
    { title: hostile, type: 'date' },
    { title: hostile, type: 'integer' },
  ] as const;
  const page = { title: hostile, facts: [hostile], about: [hostile], language: 'ru' };
  const list = listToPrint(page, columns, [[hostile, hostile, hostile]], { t, locale: t.locale });
  const report = reportToPrint(spoiled(sampleReport('ru')));
  const printed = [list, report].flatMap(({ html, document }) => [html, document.rest.footer]);
  expect([...printed, calendarToHtml(calendar)].map(suspicious)).toEqual([[], [], [], [], []]);
});

const templates = LetterKind.options.flatMap(kind =>
  letterKindFacts(kind).languages.map(language => [kind, language] as const),
);

test('every kind of letter, in every language, shows whatever text it holds as text', async () => {
  const texts = (fields: object): Record<string, string> =>
    Object.fromEntries(Object.keys(fields).map(field => [field, hostile]));
  const complaints: string[] = [];
  for (const [kind, language] of templates) {
    const { file, catalogue } = kindOfLetter(kind);
    const template = readFileSync(new URL(`../../../resources/templates/${file}.${language}.docx`, import.meta.url));
    // oxlint-disable-next-line no-await-in-loop -- one paper after the other
    const filled = await fillTemplate(template, catalogue, {
      text: byLanguage(language, () => texts(catalogue.fields)),
      lists: Object.fromEntries(
        Object.entries(catalogue.lists).map(([name, list]) => [name, byLanguage(language, () => [texts(list.fields)])]),
      ),
    });
    const document = docxToPrintable(filled);
    const html = printableToHtml([document], hostile);
    const all = [html, document.first.header, document.first.footer, document.rest.header, document.rest.footer];
    for (const found of all.flatMap(suspicious)) complaints.push(`${kind} ${language}: ${found}`);
    if (!html.includes('&lt;script&gt;planted()')) complaints.push(`${kind} ${language}: the text is not shown`);
  }
  expect([templates.length > 30, complaints.slice(0, 5)]).toEqual([true, []]);
}, 14_400_000);
