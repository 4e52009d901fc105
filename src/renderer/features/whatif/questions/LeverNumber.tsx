import { NumberInput } from '@mantine/core';
import { decimalSeparatorOf } from '@shared/format/parse-number';
import type { Adjustment } from '@shared/scenario/scenario';
import type { UncertainField } from '@shared/scenario/simulation/uncertainty';
import { useState } from 'react';
import { useFormat } from '../../../app/use-format';
import { scaleOf } from '../slider-range';

interface LeverNumberProps {
  readonly adjustment: Pick<Adjustment, 'lever' | 'op'>;
  readonly field: UncertainField;
  /** In the adjustment's own terms: 0.9 of a scale is shown as −10 %. */
  readonly value: number;
  readonly label: string;
  /** Whether the label stands above, or is only told to screen readers. */
  readonly isLabelled?: boolean;
  /** Above the field, where that is shorter than the whole label. */
  readonly shownLabel?: string;
  /** A distance between two values, such as a standard deviation. */
  readonly isDistance?: boolean;
  readonly width?: number;
  readonly size?: 'xs' | 'sm';
  /** When the field is left or Enter is pressed, so that no half-typed number counts. */
  onChange(value: number): void;
}

/** A number of a lever in what a person reads: per cent of a scale or a rate, else the amount. */
export function LeverNumber(props: LeverNumberProps) {
  const {
    adjustment,
    field,
    value,
    label,
    isLabelled = false,
    isDistance = false,
    width = 112,
    size = 'xs',
  } = props;
  const { onChange, shownLabel } = props;
  const { locale } = useFormat();
  const scale = scaleOf(adjustment.lever, adjustment.op);
  // Two values of a scale lie as far apart as their factors do: 0.05 is 5 points.
  const isShifted = isDistance && adjustment.op === 'scale';
  const isPlain = field === 'elasticity';
  const shown = isPlain ? value : isShifted ? scale.shown(value + 1) : scale.shown(value);
  const given = (number: number) =>
    isPlain ? number : isShifted ? scale.value(number) - 1 : scale.value(number);
  const [typed, setTyped] = useState<number | null>(null);
  const commit = () => {
    if (typed !== null) onChange(Number(given(typed).toPrecision(12)));
    setTyped(null);
  };
  return (
    <NumberInput
      size={size}
      w={width}
      {...(isLabelled ? { label: shownLabel ?? label, 'aria-label': label } : { 'aria-label': label })}
      suffix={isPlain ? undefined : scale.suffix}
      decimalSeparator={decimalSeparatorOf(locale)}
      thousandSeparator={isPlain || scale.suffix ? undefined : ' '}
      step={isPlain ? 0.1 : 1}
      value={typed ?? Number(shown.toPrecision(12))}
      onChange={(number) => setTyped(typeof number === 'number' ? number : null)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}
