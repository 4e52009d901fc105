import type { CellValue, DatasetId } from '@shared/model/dataset';
import { outcomeOfStage } from '@shared/model/deal-outcome';
import type { ErrorDescription } from '@shared/model/error';

/** A row by field, references as names. */
export type FieldValues = Readonly<Record<string, CellValue>>;

export interface BrokenRule {
  /** The field to mend. */
  readonly field: string;
  readonly reason: ErrorDescription;
}

type Rule = (row: FieldValues) => BrokenRule | null;

function startBeforeEnd(start: string, end: string): Rule {
  return (row) => {
    const [from, to] = [row[start], row[end]];
    if (typeof from !== 'string' || typeof to !== 'string' || from <= to) return null;
    return { field: end, reason: { code: 'endBeforeStart', parameters: { start: from, end: to } } };
  };
}

function isEmpty(value: CellValue | undefined): boolean {
  return value === null || value === undefined || value === '';
}

const rules: Readonly<Partial<Record<DatasetId, readonly Rule[]>>> = {
  reps: [startBeforeEnd('start_date', 'end_date')],
  customers: [startBeforeEnd('acquired_on', 'churned_on')],
  opportunities: [
    ({ stage, closed_on }) =>
      outcomeOfStage(String(stage ?? '')) !== 'open' && isEmpty(closed_on)
        ? { field: 'closed_on', reason: { code: 'closedWithoutDate', parameters: {} } }
        : null,
  ],
  orders: [
    ({ amount, quantity, unit_price }) =>
      isEmpty(amount) && (isEmpty(quantity) || isEmpty(unit_price))
        ? { field: 'amount', reason: { code: 'amountMissing', parameters: {} } }
        : null,
  ],
  quotas: [
    ({ rep, team }) =>
      isEmpty(rep) && isEmpty(team)
        ? { field: 'rep', reason: { code: 'repOrTeamMissing', parameters: {} } }
        : null,
  ],
};

/** The first rule over several fields that a whole row breaks, or null. */
export function brokenRule(dataset: DatasetId, row: FieldValues): BrokenRule | null {
  for (const rule of rules[dataset] ?? []) {
    const broken = rule(row);
    if (broken !== null) return broken;
  }
  return null;
}

/**
 * Fills what a row leaves to be worked out: the amount of an order (quantity × unit price − discount), the count of an
 * activity, the measure of a quota.
 */
export function completed(dataset: DatasetId, row: FieldValues): FieldValues {
  switch (dataset) {
    case 'orders':
      return isEmpty(row.amount) ? { ...row, amount: orderAmount(row) } : row;
    case 'activities':
      return isEmpty(row.count) ? { ...row, count: 1 } : row;
    case 'quotas':
      return isEmpty(row.measure) ? { ...row, measure: 'bookings' } : row;
    default:
      return row;
  }
}

/** quantity × unit price − discount, or null where quantity or price is missing. */
export function orderAmount({ quantity, unit_price, discount }: FieldValues): number | null {
  if (typeof quantity !== 'number' || typeof unit_price !== 'number') return null;
  return inMoney(quantity * unit_price - (typeof discount === 'number' ? discount : 0));
}

/** Takes the binary noise off a product of two decimal numbers: 3 × 0.1 is 0.3. */
function inMoney(value: number): number {
  return Number(value.toPrecision(15));
}
