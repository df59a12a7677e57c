import { useEffect } from 'react';
import { api } from '#renderer/api/client.ts';
import { useDialogs } from '#renderer/state/dialogs.ts';
import { go, useNavigation } from '#renderer/state/navigation.ts';
import { showProblem } from '#renderer/state/notices.ts';
import { actionOf, everywhereBindings } from '#renderer/ui/key-bindings.ts';
import { availableEntries } from './screens.tsx';

/** Whether keys belong to what is being typed. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select'))
  );
}

/** Takes back the newest action, or puts it back; says why when it cannot. */
export async function stepHistory(channel: 'history.undo' | 'history.redo'): Promise<void> {
  const result = await api(channel, {});
  if (!result.ok) showProblem(result.error);
}

/** Goes to the next part of the window, and from the last to the first: navigation, list, record. */
function stepPane(by: 1 | -1): void {
  const marked = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(pane => pane.offsetParent !== null);
  const content = document.getElementById('content');
  const panes = marked.some(pane => content?.contains(pane)) || content === null ? marked : [...marked, content];
  const here = panes.findIndex(pane => pane.contains(document.activeElement));
  const next = panes.at((here + by + panes.length) % panes.length);
  const first = next?.querySelector<HTMLElement>('[role$=grid], [aria-current=page], h1[tabindex], button, a, input');
  (first ?? next)?.focus();
}

/** What has no place in a dialog: while one is open, its own keys hold. */
const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('[role=dialog]') !== null;

function onKeyDown(event: KeyboardEvent): void {
  const action = actionOf(everywhereBindings, event);
  if (action === null) return;
  const { back, forward } = useNavigation.getState();
  const { palette, setPalette, creating, keys, setKeys } = useDialogs.getState();
  const act = (run: () => void): void => {
    event.preventDefault();
    run();
  };
  if (action === 'palette') return act(() => setPalette(!palette));
  if (action === 'keys' && !palette && !(event.key === '?' && isTyping(event.target))) return act(() => setKeys(!keys));
  if (palette || keys || creating.length > 0) return;
  switch (action) {
    case 'back':
      return act(back);
    case 'forward':
      return act(forward);
    case 'screen': {
      const entry = availableEntries().flat()[Number(event.code.at(-1)) - 1];
      if (entry) act(() => go({ area: entry.screen }));
      return;
    }
    case 'find': {
      const search = document.querySelector<HTMLInputElement>('[data-list-search]');
      if (search) act(() => search.select());
      return;
    }
    case 'pane':
    case 'paneBefore':
      if (!isInDialog(event.target)) act(() => stepPane(action === 'pane' ? 1 : -1));
      return;
    case 'undo':
      if (!isTyping(event.target)) act(() => void stepHistory('history.undo'));
      return;
    case 'redo':
      if (!isTyping(event.target)) act(() => void stepHistory('history.redo'));
      return;
    default:
  }
}

/** The keys that work everywhere, by their place on the keyboard, so that they hold in every layout. */
export function useShortcuts(): void {
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
