import type { LocaleFormat } from '../format/locale-format';
import type { PayoutStep } from './work-out-payout';

/** A text of the catalogue `incentives` with what fills it. */
export interface StepWords {
  readonly key: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * One step of a payout in words, money to the cent.
 * @param baseRate the plan's: a higher rate above the quota is an accelerator.
 */
export function stepWords(step: PayoutStep, baseRate: number, format: LocaleFormat): StepWords {
  const money = (amount: number) => format.money(amount, Number.isInteger(amount) ? 0 : 2);
  const share = (fraction: number) => format.percent(fraction, 4);
  switch (step.kind) {
    case 'tranche': {
      const { from, to, rate } = step;
      const place =
        from === null ? 'unplaced' : to === null ? placeOfLast(from) : from === 0 ? 'first' : 'next';
      return {
        key: `step.tranche.${place}${rate > baseRate && (from ?? 0) >= 1 ? '.accelerated' : ''}`,
        parameters: {
          from: share(from ?? 0),
          to: share(to ?? 0),
          width: share((to ?? 0) - (from ?? 0)),
          amount: money(step.amount),
          rate: share(rate),
          payout: money(step.payout),
        },
      };
    }
    case 'bonus':
      return {
        key: `step.bonus.${step.of}`,
        parameters: { from: share(step.from), payout: money(step.payout) },
      };
    case 'cap':
      return { key: 'step.cap', parameters: { cap: money(step.cap), taken: money(step.taken) } };
    case 'rounding':
      return {
        key: 'step.rounding',
        parameters: { unit: format.number(step.roundTo, 6), added: format.money(step.added, 2) },
      };
    case 'draw':
      return {
        key: step.recoverable ? 'step.draw.recoverable' : 'step.draw.kept',
        parameters: { amount: money(step.amount) },
      };
    case 'broughtForward':
      return { key: 'step.broughtForward', parameters: { amount: money(step.amount) } };
  }
}

function placeOfLast(from: number): 'whole' | 'last' {
  return from === 0 ? 'whole' : 'last';
}
