import type { DatasetId } from '@shared/model/dataset';
import { normalizedHeading } from './heading-names';

const yes = new Set(['true', '1', 'yes', 'y', 'ja', 'sann', 'sant']);
const no = new Set(['false', '0', 'no', 'n', 'nei', 'usann', 'usant']);

/** Headings of columns that say whether a lead was converted. */
const headings = new Set(['converted', 'is converted', 'konvertert', 'er konvertert']);

/** Whether a column says with yes and no, in whatever words, which leads were converted. */
export function isConvertedFlag(
  dataset: DatasetId,
  field: string,
  { heading, distinct }: { readonly heading: string; readonly distinct: readonly string[] },
): boolean {
  return (
    dataset === 'leads' &&
    field === 'status' &&
    headings.has(normalizedHeading(heading)) &&
    distinct.length > 0 &&
    distinct.every((text) => statusOfFlag(text) !== null)
  );
}

/** The status of a lead for a yes or no; null for other text. */
export function statusOfFlag(text: string): 'Converted' | 'Not converted' | null {
  const written = text.trim().toLowerCase();
  if (yes.has(written)) return 'Converted';
  return no.has(written) ? 'Not converted' : null;
}
