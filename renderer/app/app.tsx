import './component-styles.ts';
import { MantineProvider } from '@mantine/core';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useQuery } from '#renderer/api/use-query.ts';
import { cssVariablesResolver, theme } from '#renderer/ui/theme.ts';
import { LanguageProvider } from './language.tsx';
import { Shell } from './shell.tsx';
import { systemLanguage } from './system-language.ts';
import { useColorScheme } from './use-color-scheme.ts';
import { initialSettings, type KnownSettings, SettingsContext } from './use-settings.ts';

const StartScreen = lazy(async () => ({
  default: (await import('../features/start/start-screen.tsx')).StartScreen,
}));

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';

/** The whole window: settings, language and theme around the shell. */
export function App() {
  const { data } = useQuery('settings.get', {});
  const fresh = useQuery('app.status', {}).data?.fresh;
  const [chosen, setChosen] = useState(systemLanguage);
  // Before the officer has begun, nothing is stored: the language is the system's, or the one she picks on the first screen.
  const known = useMemo<KnownSettings>(
    () => ({ ...(data ?? initialSettings), ...(fresh === false ? {} : { language: chosen }) }),
    [data, fresh, chosen],
  );
  const scheme = useColorScheme(known.theme);
  useEffect(() => {
    document.documentElement.lang = known.language;
    document.documentElement.dataset['density'] = known.density;
  }, [known.language, known.density]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      forceColorScheme={scheme}
      getStyleNonce={() => nonce}
    >
      <SettingsContext value={known}>
        <LanguageProvider language={known.language}>
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
