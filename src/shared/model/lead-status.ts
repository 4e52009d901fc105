/** Statuses that say that a lead became a customer, as CRMs and people call them, in English and Norwegian; lower case. */
export const convertedStatuses: readonly string[] = [
  'converted',
  'closed - converted',
  'closed converted',
  'customer',
  'won',
  'closed won',
  'konvertert',
  'lukket - konvertert',
  'lukket konvertert',
  'kunde',
  'vunnet',
];

/** Whether a lead's status alone says that it was converted, whatever its case and the spaces around it. */
export function isConvertedStatus(status: string): boolean {
  return convertedStatuses.includes(status.trim().toLowerCase());
}
