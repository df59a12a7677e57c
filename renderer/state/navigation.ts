import { create } from 'zustand';
import { hashOf, type Route, routeOf } from './routes.ts';

export { hashOf, type Route, routeOf, type ScreenName, screenNames } from './routes.ts';

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

export const useNavigation = create<Navigation>(set => ({
  route: routeOf(window.location.hash) ?? { area: 'today' },
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

/** Whether the window was opened without an address: then the officer's choice decides where it starts. */
export const startsAnew = routeOf(window.location.hash) === null;

/** Opens a place from anywhere, also outside of React. */
export const go = (route: Route): void => useNavigation.getState().go(route);
