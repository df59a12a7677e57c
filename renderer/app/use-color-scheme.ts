import { useSyncExternalStore } from 'react';
import type { Settings } from '#shared/contract/settings.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  dark.addEventListener('change', listener);
  return () => dark.removeEventListener('change', listener);
}

/** Light or dark: as chosen, or as the computer is set. */
export function useColorScheme(theme: Settings['theme']): 'light' | 'dark' {
  const system = useSyncExternalStore(subscribe, () => dark.matches);
  if (theme !== 'system') return theme;
  return system ? 'dark' : 'light';
}
