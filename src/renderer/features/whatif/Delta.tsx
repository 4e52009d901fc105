import { Text, VisuallyHidden } from '@mantine/core';
import type { KpiDirection, KpiUnit } from '@shared/kpi/declaration';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import classes from './WhatIfPage.module.css';

interface DeltaProps {
  readonly delta: number | null;
  readonly unit: KpiUnit;
  readonly direction: KpiDirection;
}

/** A change with its sign, an arrow, and for screen readers the word whether it is for the better. */
export function Delta({ delta, unit, direction }: DeltaProps) {
  const { t } = useTranslation('whatif');
  const format = useFormat();
  if (delta === null || delta === 0) {
    return (
      <Text span size="sm" c="dimmed">
        {t('unchanged')}
      </Text>
    );
  }
  const better = direction === 'near' ? null : delta > 0 === (direction === 'up');
  const judged = better === null ? undefined : better ? classes.good : classes.bad;
  return (
    <Text span size="sm" fw={600} className={judged}>
      <span aria-hidden>{delta > 0 ? '▲ ' : '▼ '}</span>
      {format.change(delta, unit)}
      {better !== null && <VisuallyHidden>{better ? t('better') : t('worse')}</VisuallyHidden>}
    </Text>
  );
}
