import type { Language, Settings } from '@shared/ipc/workspace';
import { create } from 'zustand';
import { request, subscribe } from './bridge';
import { changeLanguage, resolveLanguage, startLanguage } from './language';

interface SettingsState {
  readonly settings: Settings;
  readonly systemLanguage: Language;
  readonly version: string;
  change(change: Partial<Settings>): Promise<void>;
}

export const useSettings = create<SettingsState>((set) => ({
  settings: { language: 'system', theme: 'system' },
  systemLanguage: 'en',
  version: '',
  change: async (change) => {
    set({ settings: await request('settings.set', change) });
  },
}));

/** Reads the settings and starts the language; called once before the first drawing. */
export async function loadSettings(): Promise<void> {
  const { settings, systemLanguage, version } = await request('settings.get', {});
  useSettings.setState({ settings, systemLanguage, version });
  await startLanguage(resolveLanguage(settings, systemLanguage));
  subscribe('settings', (changed) => {
    useSettings.setState({ settings: changed });
    void changeLanguage(resolveLanguage(changed, systemLanguage));
  });
}

export function useLanguage(): Language {
  return useSettings(({ settings, systemLanguage }) => resolveLanguage(settings, systemLanguage));
}
