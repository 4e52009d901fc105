import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { KpiUses } from './own-kpi.store';

/** What goes with a KPI when it is deleted, or keeps it from being deleted. */
export function UsesOfKpi({ uses }: { readonly uses: KpiUses }) {
  const { t } = useTranslation('ownkpi');
  const { dashboards, targets, kpis } = uses;
  if (kpis.length > 0) {
    const names = kpis.map((id) => t(`kpis:${id}.name`)).join(', ');
    return <Text size="sm">{t('remove.builtOn', { names })}</Text>;
  }
  if (dashboards + targets === 0) return <Text size="sm">{t('remove.unused')}</Text>;
  return (
    <>
      <Text size="sm">{t('remove.uses')}</Text>
      <List size="sm" mt={6}>
        {dashboards > 0 && <List.Item>{t('remove.dashboards', { count: dashboards })}</List.Item>}
        {targets > 0 && <List.Item>{t('remove.targets', { count: targets })}</List.Item>}
      </List>
      <Text size="sm" mt={6}>
        {t('remove.undo')}
      </Text>
    </>
  );
}
