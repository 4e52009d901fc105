import { Button, Menu } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../app/navigation.store';
import type { KpiDetail } from './kpi-detail.store';

/** Leads to the rows that make the value, in the grid of their dataset. */
export function ShowRows({ sources }: Pick<KpiDetail, 'sources'>) {
  const { t } = useTranslation('kpis');
  const go = useNavigation((state) => state.go);
  const [first, ...others] = sources;
  if (first === undefined) return null;
  const look = { variant: 'default', h: 34, leftSection: <IconTable size={16} /> } as const;
  if (others.length === 0) {
    return (
      <Button {...look} onClick={() => go({ page: 'data', ...first })}>
        {t('showRows')}
      </Button>
    );
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button {...look}>{t('showRows')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {sources.map((source) => (
          <Menu.Item key={JSON.stringify(source)} onClick={() => go({ page: 'data', ...source })}>
            {t(`fields:dataset.${source.dataset}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
