import { Group, NumberInput, SegmentedControl, Slider } from '@mantine/core';
import { decimalSeparatorOf } from '@shared/format/parse-number';
import { leverDeclarations } from '@shared/scenario/lever';
import { type Adjustment, changed, type Operation } from '@shared/scenario/scenario';
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
  const { unit, operations } = leverDeclarations[lever];
  const typical = useMemo(() => typicalValue({ lever, where, op }, base.cube), [lever, where, op, base]);
  const scale = scaleOf(lever, op);
  const shown = scale.shown(value);
  const suffix = scale.suffix ?? (unit === 'days' ? t('amount.days') : undefined);
  const move = (to: number) => adjust({ value: scale.value(to) });
  const { min, max, step, start } = sliderOf(lever, op, typical);
  const labelOf = (each: Operation): string => {
    if (each === 'add' && unit === 'rate') return t('operation.points');
    return t(each === 'add' && unit !== 'money' ? 'operation.number' : `operation.${each}`);
  };
  return (
    <>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('operation')}
        value={op}
        data={inOrder
          .filter((each) => operations.includes(each))
          .map((each) => ({ value: each, label: labelOf(each) }))}
        onChange={(chosen) => {
          const next = chosen as Operation;
          adjust({ op: next, value: valueIn(adjustment, next, base) });
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
          label={(position) => `${format.number(position)}${suffix ?? ''}`}
          marks={[{ value: start }]}
          thumbLabel={t(`slider.${op}`)}
          onChange={move}
          onChangeEnd={keep}
        />
        <NumberInput
          size="xs"
          w={suffix ? 100 : 128}
          aria-label={t('amount')}
          suffix={suffix}
          decimalSeparator={decimalSeparatorOf(format.locale)}
          thousandSeparator={suffix ? undefined : ' '}
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

const inOrder: readonly Operation[] = ['scale', 'add', 'set', 'spread'];

/** The value by which another operation does the same: a total that is spread is that of all in scope, the others are of one. */
function valueIn(adjustment: Adjustment, next: Operation, { cube }: ScenarioBase): number {
  const typical = typicalValue(adjustment, cube);
  const typicalThen = typicalValue({ ...adjustment, op: next }, cube);
  if (typical === null || typicalThen === null || typical === typicalThen)
    return inOtherTerms(adjustment, next, typicalThen);
  const factor = changed(typical, adjustment) / typical;
  return inOtherTerms({ ...adjustment, op: 'scale', value: factor }, next, typicalThen);
}
