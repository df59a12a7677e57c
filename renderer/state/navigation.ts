import { create } from 'zustand';

/** Every screen that can be opened from anywhere; record areas carry the name of their procedures. */
export const screenNames = [
  'start',
  'firms',
  'agreements',
  'placements',
  'students',
  'groups',
  'specialties',
  'qualifications',
  'contacts',
  'sites',
  'requests',
  'letters',
  'reports',
  'importing',
  'history',
  'settings',
  'help',
] as const;

export type ScreenName = (typeof screenNames)[number];

/** A place in the application: a screen, and in record areas a record, its tab and a filter that was handed over. */
export type Route = {
  readonly area: ScreenName;
  readonly id?: string;
  readonly tab?: string;
  /** The record takes the whole width. */
  readonly full?: boolean;
  /** A filter of the contract that came with the link, shown as one chip. */
  readonly filter?: Readonly<Record<string, unknown>>;
  /** What the filter is called, in the words of the place it came from. */
  readonly title?: string;
  readonly from?: 'report' | 'record';
};

type Navigation = {
  readonly route: Route;
  readonly past: readonly Route[];
  readonly future: readonly Route[];
  /** Opens a place and remembers the present one for «back». */
  go(route: Route): void;
  /** Changes the present place without a step in the history. */
  replace(route: Route): void;
  back(): void;
  forward(): void;
};

const depth = 100;

/** The place as the part of the address behind «#». */
export function hashOf(route: Route): string {
  const parameters = new URLSearchParams();
  if (route.tab) parameters.set('tab', route.tab);
  if (route.full) parameters.set('full', '1');
  if (route.filter) parameters.set('filter', JSON.stringify(route.filter));
  if (route.title) parameters.set('title', route.title);
  if (route.from) parameters.set('from', route.from);
  const query = parameters.toString();
  return `#/${route.area}${route.id ? `/${encodeURIComponent(route.id)}` : ''}${query ? `?${query}` : ''}`;
}

function filterOf(text: string | null): Readonly<Record<string, unknown>> | undefined {
  if (!text) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    // A damaged address opens the list without its filter.
    return undefined;
  }
}

/** The place an address means; null when it means none. */
export function routeOf(hash: string): Route | null {
  const [path = '', query = ''] = hash.replace(/^#\/?/u, '').split('?');
  const [area, id] = path.split('/');
  if (!(screenNames as readonly string[]).includes(area ?? '')) return null;
  const parameters = new URLSearchParams(query);
  const filter = filterOf(parameters.get('filter'));
  const tab = parameters.get('tab');
  const title = parameters.get('title');
  const from = parameters.get('from');
  return {
    area: area as ScreenName,
    ...(id ? { id: decodeURIComponent(id) } : {}),
    ...(tab ? { tab } : {}),
    ...(parameters.get('full') ? { full: true } : {}),
    ...(filter ? { filter } : {}),
    ...(title ? { title } : {}),
    ...(from === 'report' || from === 'record' ? { from } : {}),
  };
}

export const useNavigation = create<Navigation>(set => ({
  route: routeOf(window.location.hash) ?? { area: 'firms' },
  past: [],
  future: [],
  go: route =>
    set(state =>
      hashOf(state.route) === hashOf(route)
        ? state
        : { route, past: [...state.past, state.route].slice(-depth), future: [] },
    ),
  replace: route => set({ route }),
  back: () =>
    set(state => {
      const route = state.past.at(-1);
      return route ? { route, past: state.past.slice(0, -1), future: [state.route, ...state.future] } : state;
    }),
  forward: () =>
    set(state => {
      const [route, ...future] = state.future;
      return route ? { route, past: [...state.past, state.route], future } : state;
    }),
}));

useNavigation.subscribe(({ route }) => {
  const hash = hashOf(route);
  if (window.location.hash !== hash) window.history.replaceState(null, '', hash);
});

window.addEventListener('hashchange', () => {
  const route = routeOf(window.location.hash);
  const { route: present, go } = useNavigation.getState();
  if (route && hashOf(route) !== hashOf(present)) go(route);
});

/** Opens a place from anywhere, also outside of React. */
export const go = (route: Route): void => useNavigation.getState().go(route);
