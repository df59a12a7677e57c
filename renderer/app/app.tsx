import './component-styles.ts';
import { MantineProvider } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { useQuery } from '#renderer/api/use-query.ts';
import { cssVariablesResolver, theme } from '#renderer/ui/theme.ts';
import { LanguageProvider } from './language.tsx';
import { Shell } from './shell.tsx';
import { useColorScheme } from './use-color-scheme.ts';
import { initialSettings, type KnownSettings, SettingsContext } from './use-settings.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';

/** The whole window: settings, language and theme around the shell. */
export function App() {
  const { data } = useQuery('settings.get', {});
  const known = useMemo<KnownSettings>(() => data ?? initialSettings, [data]);
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
          <Shell ready={data !== undefined} />
        </LanguageProvider>
      </SettingsContext>
    </MantineProvider>
  );
}
