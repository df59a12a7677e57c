import { actionOf, type GridAction, gridBindings, type Key } from './key-bindings.ts';

/** What a key press means on the grid. */
export type GridCommand =
  | { readonly kind: 'move'; readonly to: number; readonly extend: boolean }
  | { readonly kind: 'column'; readonly by: 1 | -1; readonly extend: boolean }
  | { readonly kind: 'width'; readonly by: 1 | -1 }
  /** To the heading of the group. */
  | { readonly kind: 'heading' }
  | { readonly kind: 'fold'; readonly folded: boolean | 'other'; readonly all: boolean }
  | { readonly kind: 'group' }
  /** `typed` is what the press has typed over the cell; null keeps what is in it. */
  | { readonly kind: 'edit'; readonly typed: string | null }
  | { readonly kind: 'open' | 'toggle' | 'all' | 'clear' | 'copy' | 'add' | 'similar' | 'remove' | 'menu' };

export type GridKeys = {
  readonly active: number;
  readonly total: number;
  readonly page: number;
  /** Whether cells can be entered at all. */
  readonly cells?: boolean;
  /** Whether the keyboard stands on a cell: then typing writes into it. */
  readonly inCell?: boolean;
  /** Where the keyboard stands in a list with groups. */
  readonly inGroups?: 'heading' | 'row' | undefined;
};

/** What keys mean on the heading of a group, as in a tree: to the left it folds, to the right it opens, with Shift all do. */
function headingCommand(action: GridAction, all: boolean): GridCommand | null {
  switch (action) {
    case 'left':
    case 'right':
      return { kind: 'fold', folded: action === 'left', all };
    case 'open':
      return { kind: 'fold', folded: 'other', all: false };
    case 'toggle':
      return { kind: 'group' };
    default:
      return null;
  }
}

const ofRows: ReadonlySet<GridAction> = new Set(['edit', 'wider', 'narrower', 'similar', 'remove', 'menu']);
const ofCells: ReadonlySet<GridAction> = new Set(['right', 'left', 'edit', 'wider', 'narrower']);

/** The command of a key, by its place on the keyboard, so that it works in every layout; null leaves the key alone. */
export function gridCommand(key: Key, { active, total, page, cells, inCell, inGroups }: GridKeys): GridCommand | null {
  const action = actionOf(gridBindings, key);
  if (action === 'add') return { kind: 'add' };
  if (total === 0) return null;
  if (action === null) return inCell === true && typesText(key) ? { kind: 'edit', typed: key.key ?? '' } : null;
  if (inGroups === 'heading') {
    const command = headingCommand(action, key.shiftKey);
    if (command !== null || ofRows.has(action)) return command;
  }
  if (action === 'left' && inGroups === 'row' && inCell !== true) return { kind: 'heading' };
  if (ofCells.has(action) && cells !== true) return null;
  const move = (to: number): GridCommand => ({
    kind: 'move',
    to: Math.min(Math.max(to, 0), total - 1),
    extend: key.shiftKey,
  });
  switch (action) {
    case 'down':
      return move(active + 1);
    case 'up':
      return move(active - 1);
    case 'pageDown':
      return move(active + page);
    case 'pageUp':
      return move(active - page);
    case 'first':
      return move(0);
    case 'last':
      return move(total - 1);
    case 'right':
    case 'left':
      return { kind: 'column', by: action === 'right' ? 1 : -1, extend: key.shiftKey };
    case 'wider':
    case 'narrower':
      return inCell === true ? { kind: 'width', by: action === 'wider' ? 1 : -1 } : null;
    case 'edit':
      return { kind: 'edit', typed: null };

    default:
      return { kind: action };
  }
}

const typesText = (key: Key): boolean =>
  key.key !== undefined && [...key.key].length === 1 && !key.ctrlKey && !key.metaKey && !key.altKey;
