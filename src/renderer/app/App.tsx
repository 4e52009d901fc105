import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { CommandPalette } from './CommandPalette';
import { FailureNotices } from './FailureNotices';
import { Shell } from './Shell';
import { useSettings } from './settings.store';
import { cssVariables, theme } from './theme';

export function App() {
  const chosen = useSettings(({ settings }) => settings.theme);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      forceColorScheme={chosen === 'system' ? undefined : chosen}
    >
      <ModalsProvider>
        <Notifications position="bottom-right" />
        <CommandPalette />
        <FailureNotices />
        <Shell />
      </ModalsProvider>
    </MantineProvider>
  );
}
