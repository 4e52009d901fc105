export const dealOutcomes = ['open', 'won', 'lost'] as const;
export type DealOutcome = (typeof dealOutcomes)[number];

/** As `stageName` gives them. */
const won = new Set([
  'won',
  'closed won',
  'closedwon',
  'vunnet',
  'lukket vunnet',
  'avsluttet vunnet',
  'solgt',
  'signert',
]);
const lost = new Set([
  'lost',
  'closed lost',
  'closedlost',
  'closed lost to competition',
  'cancelled',
  'canceled',
  'abandoned',
  'tapt',
  'lukket tapt',
  'avsluttet tapt',
  'tapt til konkurrent',
  'avslått',
  'kansellert',
]);

/**
 * Whether a stage, under the name that the CRM gave it, means that the deal is won, lost or still open. The names are the
 * closing stages that Salesforce, HubSpot, Zoho CRM, Pipedrive and SuperOffice ship with, in English and Norwegian; every other
 * stage is open.
 */
export function outcomeOfStage(stage: string): DealOutcome {
  const name = stageName(stage);
  if (won.has(name)) return 'won';
  return lost.has(name) ? 'lost' : 'open';
}

/** A stage under the name that programs share: in small letters, without dashes and without the pipeline that HubSpot puts in brackets: `Closed Won (Sales Pipeline)`. */
export function stageName(stage: string): string {
  return stage
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[-–—/_:]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
