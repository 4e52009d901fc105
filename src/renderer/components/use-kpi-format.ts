import type { KpiUnit } from '@shared/kpi/declaration';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/use-format';
import type { KpiChange } from './kpi-change';

/** Below this an amount is short enough to be written in full. */
const shortenedFrom = 100_000;

interface KpiFormat {
  /** A value with its unit, such as `41 days`. `compact` shortens large amounts. */
  value(value: number | null, unit: KpiUnit, options?: { readonly compact?: boolean }): string;
  /** A change with its sign, in per cent, points or the KPI's unit. `short` is for tables. */
  change(change: KpiChange, unit: KpiUnit, options?: { readonly short?: boolean }): string;
}

/** How values of KPIs are written for this person in this workspace. */
export function useKpiFormat(): KpiFormat {
  const { t } = useTranslation('components');
  const format = useFormat();
  return useMemo(() => {
    const withUnit = (written: string, unit: KpiUnit): string =>
      unit === 'days' || unit === 'ratio' || unit === 'money_per_day'
        ? t(`unit.${unit}`, { value: written })
        : written;
    return {
      value: (value, unit, options) => {
        const compact = options?.compact === true && Math.abs(value ?? 0) >= shortenedFrom;
        const written = format.kpi(value, unit, { compact });
        return value === null ? written : withUnit(written, unit);
      },
      change: ({ by, scale }, unit, options) => {
        switch (scale) {
          case 'share':
            return format.signedPercent(by);
          case 'points':
            return t(options?.short ? 'unit.points.short' : 'unit.points', {
              value: format.change(by * 100, 'index'),
            });
          case 'difference':
            return withUnit(format.change(by, unit), unit);
        }
      },
    };
  }, [t, format]);
}
