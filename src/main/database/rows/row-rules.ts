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

interface Rule {
  /** The fields that the rule looks at. */
  readonly fields: readonly string[];
  readonly broken: (row: FieldValues) => BrokenRule | null;
}

function startBeforeEnd(start: string, end: string): Rule {
  return {
    fields: [start, end],
    broken: (row) => {
      const [from, to] = [row[start], row[end]];
      if (typeof from !== 'string' || typeof to !== 'string' || from <= to) return null;
      return { field: end, reason: { code: 'endBeforeStart', parameters: { start: from, end: to } } };
    },
  };
}

function isEmpty(value: CellValue | undefined): boolean {
  return value === null || value === undefined || value === '';
}

const closedDealHasDate: Rule = {
  fields: ['stage', 'closed_on'],
  broken: ({ stage, closed_on }) =>
    outcomeOfStage(String(stage ?? '')) !== 'open' && isEmpty(closed_on)
      ? { field: 'closed_on', reason: { code: 'closedWithoutDate', parameters: {} } }
      : null,
};

const orderHasAmount: Rule = {
  fields: ['amount', 'quantity', 'unit_price'],
  broken: ({ amount, quantity, unit_price }) =>
    isEmpty(amount) && (isEmpty(quantity) || isEmpty(unit_price))
      ? { field: 'amount', reason: { code: 'amountMissing', parameters: {} } }
      : null,
};

const quotaHasOwner: Rule = {
  fields: ['rep', 'team'],
  broken: ({ rep, team }) =>
    isEmpty(rep) && isEmpty(team)
      ? { field: 'rep', reason: { code: 'repOrTeamMissing', parameters: {} } }
      : null,
};

const rules: Readonly<Partial<Record<DatasetId, readonly Rule[]>>> = {
  reps: [startBeforeEnd('start_date', 'end_date')],
  customers: [startBeforeEnd('acquired_on', 'churned_on')],
  opportunities: [closedDealHasDate],
  orders: [orderHasAmount],
  quotas: [quotaHasOwner],
};

/** The first rule over several fields that a whole row breaks, or null. */
export function brokenRule(dataset: DatasetId, row: FieldValues): BrokenRule | null {
  return brokenRuleOver(dataset, row, () => true);
}

/** The first broken rule that looks at one of the chosen fields, or null. */
export function brokenRuleOver(
  dataset: DatasetId,
  row: FieldValues,
  chosen: (field: string) => boolean,
): (BrokenRule & { readonly fields: readonly string[] }) | null {
  for (const { fields, broken } of rules[dataset] ?? []) {
    const found = fields.some(chosen) ? broken(row) : null;
    if (found !== null) return { ...found, fields };
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
