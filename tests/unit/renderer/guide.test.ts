import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chapterOfScreen, chaptersOf, searchGuide } from '#renderer/features/help/chapters.ts';
import { screenNames } from '#renderer/state/routes.ts';

const guide = (language: string) =>
  chaptersOf(readFileSync(resolve(import.meta.dirname, `../../../docs/guide/${language}.md`), 'utf8'));
const keys = (language: string) => guide(language).map(({ key }) => key);

test('the guide has the same chapters in the three languages, each with words of its own', () => {
  expect([keys('kk'), keys('en')]).toEqual([keys('ru'), keys('ru')]);
  expect(['ru', 'kk', 'en'].flatMap(guide).filter(({ title, body }) => title === '' || body.length < 80)).toEqual([]);
});

test.each(screenNames)('help on the screen «%s» opens a chapter that exists', screen => {
  expect(keys('ru')).toContain(chapterOfScreen(screen));
});

describe('the guide is searched as records are', () => {
  test.each([
    ['kk', 'тажирибе', 'placements'],
    ['ru', 'исх номер', 'letters'],
    ['en', 'sample', 'first-hour'],
    ['kk', 'тәлімгер', 'glossary'],
  ])('%s: %s', (language, query, chapter) => {
    expect(searchGuide(guide(language), query, 100).map(found => found.chapter.key)).toContain(chapter);
  });

  test('what is not there is not found, and pictures are no words', () => {
    expect(searchGuide(guide('ru'), 'абракадабра webp')).toEqual([]);
  });
});
