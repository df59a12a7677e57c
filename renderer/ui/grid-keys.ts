/** What a key press means on the grid. */
export type GridCommand =
  | { readonly kind: 'move'; readonly to: number; readonly extend: boolean }
  | { readonly kind: 'open' | 'toggle' | 'all' | 'clear' | 'copy' };

export type GridKeys = { readonly active: number; readonly total: number; readonly page: number };

type Key = {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
};

/** The command of a key, by its place on the keyboard, so that it works in every layout; null leaves the key alone. */
export function gridCommand(key: Key, { active, total, page }: GridKeys): GridCommand | null {
  if (key.altKey || total === 0) return null;
  const move = (to: number): GridCommand => ({
    kind: 'move',
    to: Math.min(Math.max(to, 0), total - 1),
    extend: key.shiftKey,
  });
  const control = key.ctrlKey || key.metaKey;
  if (control) {
    if (key.code === 'KeyA') return { kind: 'all' };
    if (key.code === 'KeyC') return { kind: 'copy' };
    if (key.code === 'Home') return move(0);
    if (key.code === 'End') return move(total - 1);
    return null;
  }
  switch (key.code) {
    case 'ArrowDown':
      return move(active + 1);
    case 'ArrowUp':
      return move(active - 1);
    case 'PageDown':
      return move(active + page);
    case 'PageUp':
      return move(active - page);
    case 'Home':
      return move(0);
    case 'End':
      return move(total - 1);
    case 'Enter':
    case 'NumpadEnter':
      return { kind: 'open' };
    case 'Space':
      return { kind: 'toggle' };
    case 'Escape':
      return { kind: 'clear' };
    default:
      return null;
  }
}
