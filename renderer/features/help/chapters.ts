import type { ScreenName } from '#renderer/state/routes.ts';
import { hasWords } from '#shared/domain/find-words.ts';

/** One chapter of the officer's guide. */
export type Chapter = {
  /** The same in every language; stands as a comment behind the heading. */
  readonly key: string;
  readonly title: string;
  /** Markdown below the heading. */
  readonly body: string;
};

/** The guide taken apart at its second headings, each `## Title <!-- key -->`. What stands before the first is left out. */
export function chaptersOf(markdown: string): readonly Chapter[] {
  return markdown
    .split(/^## /mu)
    .slice(1)
    .map(part => {
      const end = part.indexOf('\n');
      const heading = end < 0 ? part : part.slice(0, end);
      const [, title = heading, key = ''] = /^(.*?)\s*(?:<!--\s*([\w-]+)\s*-->)?\s*$/u.exec(heading) ?? [];
      return { key: key === '' ? title : key, title, body: end < 0 ? '' : part.slice(end + 1).trim() };
    });
}

/** A paragraph of the guide that holds what was looked for. */
export type Found = { readonly chapter: Chapter; readonly text: string };

const plain = (line: string): string =>
  line
    .replace(/^\s*(?:[-*]|\d+\.|\|)\s+/u, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/gu, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/[*_`]/gu, '')
    .replace(/\s*\|\s*/gu, ' — ')
    .trim();

/** Paragraphs in which every word of the query begins a word, chapters whose title does first; at most `most`. */
export function searchGuide(chapters: readonly Chapter[], query: string, most = 30): readonly Found[] {
  const titles = chapters.filter(({ title }) => hasWords(title, query)).map(chapter => ({ chapter, text: '' }));
  const texts = chapters.flatMap(chapter =>
    chapter.body
      .split('\n')
      .map(plain)
      .filter(line => line !== '' && hasWords(line, query))
      .map(text => ({ chapter, text })),
  );
  return [...titles, ...texts].slice(0, most);
}

const chapterKeys: Readonly<Partial<Record<ScreenName, string>>> = {
  today: 'today',
  firms: 'firms',
  contacts: 'firms',
  sites: 'firms',
  agreements: 'agreements',
  placements: 'placements',
  placeGroup: 'matching',
  visits: 'placements',
  evaluations: 'placements',
  practiceSheet: 'placements',
  students: 'contingent',
  groups: 'contingent',
  specialties: 'contingent',
  qualifications: 'contingent',
  requests: 'curriculum',
  board: 'curriculum',
  meetings: 'curriculum',
  councils: 'curriculum',
  councilMembers: 'curriculum',
  engagements: 'engagement',
  milestones: 'engagement',
  promises: 'engagement',
  challenges: 'engagement',
  calendar: 'calendar',
  letters: 'letters',
  reports: 'reports',
  importing: 'importing',
  history: 'history',
  settings: 'settings',
};

/** The chapter that explains a screen. */
export const chapterOfScreen = (screen: ScreenName): string => chapterKeys[screen] ?? 'first-hour';
