import { Group, Pill, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { memberDimensions } from '../../components/member-names';
import classes from './FilterStrip.module.css';
import { useKpiFilter } from './kpi-filter.store';

/** What all KPIs are narrowed to, each name to be taken away; nothing without a filter. */
export function FilterStrip() {
  const { t } = useTranslation('kpis');
  const { filter, narrow } = useKpiFilter();
  const chosen = memberDimensions.flatMap((dimension) => {
    const names = filter[dimension] ?? [];
    return names.map((name) => ({ dimension, name, others: names.filter((other) => other !== name) }));
  });
  if (chosen.length === 0) return null;
  return (
    <Group component="section" className={classes.strip} gap={6} aria-label={t('filter.active')}>
      <Text size="sm" c="dimmed">
        {t('filter.active')}
      </Text>
      {chosen.map(({ dimension, name, others }) => (
        <Pill
          key={`${dimension} ${name}`}
          withRemoveButton
          removeButtonProps={{
            'aria-label': t('filter.remove', { name }),
            tabIndex: 0,
            'aria-hidden': false,
          }}
          onRemove={() => narrow(dimension, others)}
        >
          {t('filter.one', { dimension: t(`dimension.${dimension}`), name })}
        </Pill>
      ))}
    </Group>
  );
}
