import { useEffect } from 'react';

const reachable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

const reachableIn = (element: Element): readonly HTMLElement[] => [...element.querySelectorAll<HTMLElement>(reachable)];

/** Where something stood: its ancestors from the nearest on, each with its place among its siblings and what it held. */
type Step = { readonly parent: Element; readonly place: number; readonly inside: number };

function stepsTo(element: Element, within: Element): readonly Step[] {
  const steps: Step[] = [];
  for (let child = element; child !== within && child.parentElement !== null; child = child.parentElement) {
    const parent = child.parentElement;
    const inside = child === element ? 0 : reachableIn(child).indexOf(element as HTMLElement);
    steps.push({ parent, place: [...parent.children].indexOf(child), inside });
  }
  return steps;
}

/** What stands where the lost element stood: the same thing of the line that has moved up, else the content itself. */
export function heirOf(steps: readonly Step[], content: HTMLElement): HTMLElement {
  const here = steps.find(({ parent }) => parent.isConnected);
  if (here === undefined || here.parent === content) return content;
  const { parent, place, inside } = here;
  const sibling = parent.children[Math.min(place, parent.children.length - 1)];
  const choices =
    sibling === undefined
      ? []
      : [...(sibling.matches(reachable) ? [sibling as HTMLElement] : []), ...reachableIn(sibling)];
  return choices[Math.min(inside, choices.length - 1)] ?? reachableIn(parent)[0] ?? content;
}

/** Gives the keyboard a place when what had it goes away, such as the line of a task that is done. */
export function useKeptFocus(): void {
  useEffect(() => {
    const content = document.getElementById('content');
    if (content === null) return;
    let last: Element | null = null;
    let steps: readonly Step[] = [];
    let timer = 0;
    const remember = ({ target }: FocusEvent): void => {
      // From a dialog or a menu the keyboard goes back to what it was opened from.
      if (target instanceof Element && target.closest('[data-portal]') !== null) return;
      if (!(target instanceof Element) || !content.contains(target)) last = null;
      else {
        last = target;
        steps = stepsTo(target, content);
      }
    };
    const mend = (): void => {
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (!lost || last === null || last.isConnected || document.querySelector('[role=dialog]') !== null) return;
      heirOf(steps, content).focus({ preventScroll: true });
    };
    const observer = new MutationObserver(() => {
      if (last === null || last.isConnected) return;
      window.clearTimeout(timer);
      // Screens that know better where the keyboard belongs come first.
      timer = window.setTimeout(mend, 60);
    });
    document.addEventListener('focusin', remember);
    observer.observe(content, { childList: true, subtree: true });
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, []);
}
