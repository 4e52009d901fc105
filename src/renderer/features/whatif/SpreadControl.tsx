import { SegmentedControl } from '@mantine/core';
import { type SpreadWay, spreadWays } from '@shared/planning/spread-weights';
import { useTranslation } from 'react-i18next';
import type { ControlProps } from './AmountControl';

/** By what a new total of quotas is shared out. */
export function SpreadControl({ adjustment, adjust, keep }: Omit<ControlProps, 'base'>) {
  const { t } = useTranslation('whatif');
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={t('spread')}
      value={adjustment.method ?? 'equal'}
      data={spreadWays.map((way) => ({ value: way, label: t(`spread.${way}`) }))}
      onChange={(way) => {
        adjust({ method: way as SpreadWay });
        keep();
      }}
    />
  );
}
