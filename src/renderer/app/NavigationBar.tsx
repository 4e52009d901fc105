import { NavLink, Stack } from '@mantine/core';
import type { CommandId } from '@shared/ipc/contract';
import {
  IconAdjustmentsHorizontal,
  IconCalendarDollar,
  IconCoins,
  IconGauge,
  IconHome,
  IconSettings,
  IconTable,
  IconTags,
  IconTargetArrow,
  IconUsers,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { runCommand } from './commands';
import { type Place, useNavigation } from './navigation.store';
import { useWorkspace } from './workspace.store';

interface Entry {
  readonly command: CommandId;
  readonly pages: readonly Place['page'][];
  readonly icon: typeof IconHome;
  readonly needsWorkspace: boolean;
}

const entries: readonly Entry[] = [
  { command: 'view.start', pages: ['start'], icon: IconHome, needsWorkspace: false },
  { command: 'view.data', pages: ['data', 'import', 'imports'], icon: IconTable, needsWorkspace: true },
  { command: 'view.kpis', pages: ['kpis', 'kpi', 'ownKpi'], icon: IconGauge, needsWorkspace: true },
  { command: 'view.oneToOne', pages: ['oneToOne'], icon: IconUsers, needsWorkspace: true },
  { command: 'view.targets', pages: ['targets'], icon: IconTargetArrow, needsWorkspace: true },
  { command: 'view.quotas', pages: ['quotas'], icon: IconCalendarDollar, needsWorkspace: true },
  { command: 'view.incentives', pages: ['incentives'], icon: IconCoins, needsWorkspace: true },
  { command: 'view.pricing', pages: ['pricing'], icon: IconTags, needsWorkspace: true },
  { command: 'view.whatif', pages: ['whatif'], icon: IconAdjustmentsHorizontal, needsWorkspace: true },
];

export function NavigationBar() {
  const { t } = useTranslation();
  const page = useNavigation((state) => state.place.page);
  const open = useWorkspace(({ workspace }) => workspace !== null);
  return (
    <Stack gap={2} p="xs" h="100%">
      {entries.map(({ command, pages, icon: Icon, needsWorkspace }) => (
        <NavLink
          key={command}
          component="button"
          label={t(`menu:${command}`)}
          leftSection={<Icon size={18} aria-hidden />}
          active={pages.includes(page)}
          aria-current={pages.includes(page) ? 'page' : undefined}
          disabled={needsWorkspace && !open}
          aria-disabled={needsWorkspace && !open}
          tabIndex={needsWorkspace && !open ? -1 : undefined}
          onClick={() => runCommand(command)}
          style={{ borderRadius: 'var(--mantine-radius-md)' }}
        />
      ))}
      <NavLink
        component="button"
        mt="auto"
        label={t('settings')}
        leftSection={<IconSettings size={18} aria-hidden />}
        onClick={() => runCommand('settings.open')}
        style={{ borderRadius: 'var(--mantine-radius-md)' }}
      />
    </Stack>
  );
}
