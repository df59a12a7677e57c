import { createContext, useContext } from 'react';
import type { Settings } from '#shared/contract/settings.ts';

/** What holds until the settings are read, so that the first frame already has a language. */
export const initialSettings: Pick<Settings, 'language' | 'theme' | 'density'> & Partial<Settings> = {
  language: 'ru',
  theme: 'system',
  density: 'comfortable',
};

export type KnownSettings = typeof initialSettings;

export const SettingsContext = createContext<KnownSettings>(initialSettings);

/** The settings as they stand. */
export const useSettings = (): KnownSettings => useContext(SettingsContext);
