import './component-styles.ts';
import { MantineProvider } from '@mantine/core';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useQuery } from '#renderer/api/use-query.ts';
import { useLock } from '#renderer/state/lock.ts';
import { cssVariablesResolver, theme } from '#renderer/ui/theme.ts';
import type { Language } from '#shared/locale/language.ts';
import { LanguageProvider } from './language.tsx';
import { keepLook, lastLook } from './last-look.ts';
import { Shell } from './shell.tsx';
import { useColorScheme } from './use-color-scheme.ts';
import { initialSettings, type KnownSettings, SettingsContext } from './use-settings.ts';

const UnlockScreen = lazy(async () => ({
  default: (await import('../features/protection/unlock-screen.tsx')).UnlockScreen,
}));
const StartScreen = lazy(async () => ({
  default: (await import('../features/start/start-screen.tsx')).StartScreen,
}));

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';

/** The whole window: settings, language and theme around the shell. */
export function App() {
  const { data } = useQuery('settings.get', {});
  const fresh = useQuery('app.status', {}).data?.fresh;
  const [chosen, setChosen] = useState(() => lastLook().language);
  // Before the officer has begun, nothing is stored: the language is that of the last window, else the system's, or the one she picks on the first screen.
  const known = useMemo<KnownSettings>(
    () => ({ ...(data ?? initialSettings), ...(fresh === false ? {} : { language: chosen }) }),
    [data, fresh, chosen],
  );
  const locked = useLock(state => state.locked);
  const door = useQuery('protection.state', {}).data;
  const [atDoor, setAtDoor] = useState<Language | null>(null);
  // The settings are closed with the data: until the first opening the door says how the window looks.
  const language = (locked ? (atDoor ?? (data === undefined ? door?.language : null)) : null) ?? known.language;
  const scheme = useColorScheme(data === undefined ? (door?.theme ?? known.theme) : known.theme);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset['density'] = known.density;
  }, [language, known.density]);
  useEffect(() => {
    if (data !== undefined && fresh === false) keepLook(data);
  }, [data, fresh]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      forceColorScheme={scheme}
      getStyleNonce={() => nonce}
    >
      <SettingsContext value={known}>
        <LanguageProvider language={language}>
          {locked && (
            <Suspense fallback={null}>
              <UnlockScreen onLanguage={setAtDoor} />
            </Suspense>
          )}
          {fresh === true ? (
            <Suspense fallback={null}>
              <StartScreen onLanguage={setChosen} />
            </Suspense>
          ) : (
            <Shell ready={data !== undefined && fresh === false} />
          )}
        </LanguageProvider>
      </SettingsContext>
    </MantineProvider>
  );
}
