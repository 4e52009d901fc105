import { NumberInput } from '@mantine/core';
import { decimalSeparatorOf } from '@shared/format/parse-number';
import { leverDeclarations } from '@shared/scenario/lever';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import type { ControlProps } from './AmountControl';

/** How volume, or deals, answer to a lever; left empty, what the workspace's own orders show, or nothing. */
export function ElasticityControl({ adjustment, adjust, keep }: Omit<ControlProps, 'base'>) {
  const { t } = useTranslation('whatif');
  const format = useFormat();
  const kind = leverDeclarations[adjustment.lever].elasticity;
  if (kind === undefined) return null;
  return (
    <NumberInput
      size="xs"
      label={t(`elasticity.${kind}`)}
      description={t(`elasticity.${kind}.explanation`)}
      placeholder={t(`elasticity.${kind}.absent`)}
      value={adjustment.elasticity ?? ''}
      decimalSeparator={decimalSeparatorOf(format.locale)}
      step={0.1}
      onChange={(value) => adjust({ elasticity: typeof value === 'number' ? value : null })}
      onBlur={keep}
    />
  );
}
