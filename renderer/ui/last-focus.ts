let last: HTMLElement | null = null;

document.addEventListener('focusin', ({ target }) => {
  if (target instanceof HTMLElement && target.closest('[role="dialog"]') === null) last = target;
});

/** What had the keyboard last outside dialogs; a button that waits for an answer loses it before its dialog opens. */
export const lastFocused = (): HTMLElement | null => last;
