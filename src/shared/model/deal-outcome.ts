export const dealOutcomes = ['open', 'won', 'lost'] as const;
export type DealOutcome = (typeof dealOutcomes)[number];

const won = new Set([
  'won',
  'closed won',
  'closedwon',
  'closed - won',
  'vunnet',
  'lukket vunnet',
  'lukket - vunnet',
  'avsluttet vunnet',
]);
const lost = new Set([
  'lost',
  'closed lost',
  'closedlost',
  'closed - lost',
  'closed lost to competition',
  'closed-lost to competition',
  'tapt',
  'lukket tapt',
  'lukket - tapt',
  'avsluttet tapt',
]);

/**
 * Whether a stage, under the name that the CRM gave it, means that the deal is won, lost or still open. The names are the
 * closing stages that Salesforce, HubSpot and Zoho CRM ship with, in English and Norwegian; every other stage is open.
 */
export function outcomeOfStage(stage: string): DealOutcome {
  const name = stage.trim().toLowerCase().replace(/\s+/g, ' ');
  if (won.has(name)) return 'won';
  return lost.has(name) ? 'lost' : 'open';
}
