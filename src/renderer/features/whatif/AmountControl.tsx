import { Group, NumberInput, SegmentedControl, Slider } from '@mantine/core';
import { decimalSeparatorOf } from '@shared/format/parse-number';
import type { Adjustment, Operation } from '@shared/scenario/scenario';
import type { ScenarioBase } from '@shared/scenario/scenario-base';
import { inOtherTerms, typicalValue } from '@shared/scenario/typical-value';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { scaleOf, sliderOf } from './slider-range';

export interface ControlProps {
  readonly adjustment: Adjustment;
  readonly base: ScenarioBase;
  adjust(change: Partial<Adjustment>): void;
  /** Stores what has been adjusted, as one step that can be undone. */
  keep(): void;
}

/** By how much a lever moves: a slider over what is sensible, and a field beside it that takes any number. */
export function AmountControl({ adjustment, base, adjust, keep }: ControlProps) {
  const { t } = useTranslation('whatif');
  const format = useFormat();
  const { op, value, lever, where } = adjustment;
  const typical = useMemo(() => typicalValue({ lever, where }, base.cube), [lever, where, base]);
  const scale = scaleOf(lever, op);
  const shown = scale.shown(value);
  const move = (to: number) => adjust({ value: scale.value(to) });
  const { min, max, step, start } = sliderOf(lever, op, typical);
  return (
    <>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('operation')}
        value={op}
        data={(['scale', 'add', 'set'] as const).map((each) => ({
          value: each,
          label: t(each === 'add' && lever === 'win_rate' ? 'operation.points' : `operation.${each}`),
        }))}
        onChange={(chosen) => {
          const next = chosen as Operation;
          adjust({ op: next, value: inOtherTerms(adjustment, next, typical) });
          keep();
        }}
      />
      <Group gap="sm" wrap="nowrap">
        <Slider
          flex={1}
          min={min}
          max={max}
          step={step}
          startPointValue={start}
          value={Math.max(min, Math.min(max, shown))}
          label={(position) => `${format.number(position)}${scale.suffix ?? ''}`}
          marks={[{ value: start }]}
          thumbLabel={t(`slider.${op}`)}
          onChange={move}
          onChangeEnd={keep}
        />
        <NumberInput
          size="xs"
          w={scale.suffix ? 92 : 128}
          aria-label={t('amount')}
          suffix={scale.suffix}
          decimalSeparator={decimalSeparatorOf(format.locale)}
          thousandSeparator={scale.suffix ? undefined : ' '}
          step={step}
          value={shown}
          onChange={(given) => {
            if (typeof given === 'number') move(given);
          }}
          onBlur={keep}
        />
      </Group>
    </>
  );
}
