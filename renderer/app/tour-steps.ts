import type { Route } from '#renderer/state/navigation.ts';

/** One stop of the tour: what it points at, and the screen it opens for that. */
export type TourStep = {
  /** The part of the text keys: `tour.<name>.title`, `tour.<name>.text`. */
  readonly name: string;
  /** Elements it may point at, the first that is there. */
  readonly anchors: readonly string[];
  readonly route?: Route;
};

export const tourSteps = [
  { name: 'sections', anchors: ['[data-tour="navigation"]'] },
  { name: 'firms', anchors: ['main [role$="grid"]', 'main h2', 'a[href="#/firms"]'], route: { area: 'firms' } },
  { name: 'search', anchors: ['[data-tour="search"]'] },
  { name: 'importing', anchors: ['a[href="#/importing"]'], route: { area: 'importing' } },
  { name: 'placements', anchors: ['a[href="#/placements"]'], route: { area: 'placements' } },
  { name: 'letters', anchors: ['a[href="#/letters"]'], route: { area: 'letters' } },
  { name: 'reports', anchors: ['a[href="#/reports"]'], route: { area: 'reports' } },
  { name: 'today', anchors: ['a[href="#/today"]'], route: { area: 'today' } },
  { name: 'undo', anchors: ['[data-tour="undo"]'] },
  { name: 'help', anchors: ['[data-tour="help"]'] },
] as const satisfies readonly TourStep[];
