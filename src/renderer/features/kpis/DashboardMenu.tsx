import { ActionIcon, Menu } from '@mantine/core';
import type { Dashboard } from '@shared/dashboard/dashboard';
import {
  IconArrowLeft,
  IconArrowRight,
  IconCopy,
  IconDots,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DashboardNameDialog } from './DashboardNameDialog';
import { useDashboardName } from './dashboard-name';
import { useDashboards } from './dashboards.store';

/** What can be done with a dashboard as a whole. */
export function DashboardMenu({ dashboard }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation('kpis');
  const { dashboards, copy, rename, move, remove } = useDashboards();
  const [asked, setAsked] = useState<'copy' | 'rename' | null>(null);
  const { id } = dashboard;
  const name = useDashboardName()(dashboard);
  const place = dashboards.findIndex((candidate) => candidate.id === id);
  return (
    <>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={30} aria-label={t('dashboard.more', { name })}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => setAsked('rename')}>
            {t('dashboard.rename')}
          </Menu.Item>
          <Menu.Item leftSection={<IconCopy size={15} />} onClick={() => setAsked('copy')}>
            {t('dashboard.copy')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowLeft size={15} />}
            disabled={place === 0}
            onClick={() => void move(id, place - 1)}
          >
            {t('dashboard.left')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowRight size={15} />}
            disabled={place === dashboards.length - 1}
            onClick={() => void move(id, place + 1)}
          >
            {t('dashboard.right')}
          </Menu.Item>
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={15} />}
            disabled={dashboards.length === 1}
            onClick={() => void remove(id)}
          >
            {t('dashboard.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asked === 'rename' && (
        <DashboardNameDialog
          title={t('dashboard.rename')}
          name={name}
          confirm={t('dashboard.rename')}
          onClose={() => setAsked(null)}
          onDone={(given) => void rename(id, given)}
        />
      )}
      {asked === 'copy' && (
        <DashboardNameDialog
          title={t('dashboard.copy')}
          name={t('dashboard.copyOf', { name })}
          confirm={t('dashboard.copy')}
          onClose={() => setAsked(null)}
          onDone={(given) => void copy(id, given)}
        />
      )}
    </>
  );
}
