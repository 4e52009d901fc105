import { choiceOf } from '@shared/model/choice-names';
import type { DatasetId, FieldDefinition } from '@shared/model/dataset';
import { outcomeOfStage } from '@shared/model/deal-outcome';
import type { ColumnProfile } from './column-profile';
import { isConvertedFlag } from './converted-flag';
import { normalizedHeading } from './heading-names';

/** Of the cells that must suit a field: fewer look like a column of something else. */
const leastShare = 0.3;

/** How well a column's values suit a field, 0 to 1; 0 where they cannot be it. */
export function fitOf({ id, type }: FieldDefinition, column: ColumnProfile): number {
  const { type: found, distinct, fits, filled } = column;
  if (filled === 0) return 0.8;
  switch (type.kind) {
    case 'date':
      return fitOfDates(column);
    case 'period':
      return distinct.every((text) => /^(19|20)\d{2}$/.test(text))
        ? 0.9
        : shareFit(Math.max(fits.period, fits.date));
    case 'number':
    case 'integer':
    case 'money':
    case 'percent':
      return found === 'date' ? 0 : shareFit(fits.number);
    case 'choice': {
      const known = distinct.filter((text) => choiceOf(text, type.choices) !== null).length;
      return shareFit((known / distinct.length) * 1.6);
    }
    case 'email':
      return distinct.some((text) => text.includes('@')) ? 1 : 0;
    case 'reference':
      return isText(found) ? 1 : 0;
    case 'text':
      if (id === 'competitor' && found === 'number') return 0;
      return isText(found) ? 1 : 0.4;
  }
}

/** A few cells that do not suit are rejected by name; they do not make the column another. */
function shareFit(share: number): number {
  if (share >= 0.8) return 1;
  return share >= leastShare ? 0.6 + share / 2 : 0;
}

function isText(found: ColumnProfile['type']): boolean {
  return found !== 'date' && found !== 'boolean';
}

/** Numbers may be dates that lost their format: `20261123`, or Excel's count of days. */
function fitOfDates({ type, fits, distinct }: ColumnProfile): number {
  if (type === 'period') return 0.6;
  const asNumbers =
    distinct.filter((text) => /^(19|20)\d{6}$|^[2-6]\d{4}$/.test(text)).length / distinct.length;
  return Math.max(shareFit(fits.date), 0.8 * shareFit(asNumbers), 0.9 * shareFit(fits.date + asNumbers));
}

/** A column of names is a better name than one of their numbers: `Customer name` before `Customer ID`. */
export function namingOf({ id, type }: FieldDefinition, { heading }: ColumnProfile): number {
  if (type.kind !== 'reference' && id !== 'name') return 1;
  return /(^| )(id|no|number|code|sku|key)$|(nr|nummer|kode|customerid|productid)$/.test(
    normalizedHeading(heading),
  )
    ? 0.85
    : 1;
}

/**
 * Whether a column's values tell more than those of another column of the same meaning: a stage that says which deals are won,
 * and a flag that says which leads were converted.
 */
export function tellsOutcome(dataset: DatasetId, field: string, column: ColumnProfile): boolean {
  if (dataset === 'opportunities' && field === 'stage')
    return column.distinct.some((text) => outcomeOfStage(text) !== 'open');
  return isConvertedFlag(dataset, field, column);
}
