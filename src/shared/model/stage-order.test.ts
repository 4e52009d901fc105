import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomeOfStage } from './deal-outcome';
import { orderStages } from './stage-order';

function ordered(names: readonly string[], chosen?: readonly string[]): readonly string[] {
  const stages = names.map((name) => ({ name, outcome: outcomeOfStage(name) }));
  return orderStages(stages, chosen).map(({ name }) => name);
}

/** The stages that each program ships with, in its own order. */
const shipped: Readonly<Record<string, readonly string[]>> = {
  Salesforce: [
    'Prospecting',
    'Qualification',
    'Needs Analysis',
    'Value Proposition',
    'Id. Decision Makers',
    'Perception Analysis',
    'Proposal/Price Quote',
    'Negotiation/Review',
    'Closed Won',
    'Closed Lost',
  ],
  HubSpot: [
    'Appointment Scheduled',
    'Qualified To Buy',
    'Presentation Scheduled',
    'Decision Maker Bought-In',
    'Contract Sent',
    'Closed Won',
    'Closed Lost',
  ],
  Pipedrive: [
    'Qualified',
    'Contact Made',
    'Demo Scheduled',
    'Proposal Made',
    'Negotiations Started',
    'Won',
    'Lost',
  ],
  'Dynamics 365': ['Qualify', 'Develop', 'Propose', 'Close', 'Won', 'Lost'],
  'Pipedrive in Norwegian': [
    'Kvalifisert',
    'Kontakt opprettet',
    'Demo planlagt',
    'Tilbud sendt',
    'Forhandlinger startet',
    'Vunnet',
    'Tapt',
  ],
  'a Norwegian company': [
    'Ny mulighet',
    'Første møte',
    'Behovsanalyse',
    'Tilbud',
    'Forhandling',
    'Vunnet',
    'Tapt',
  ],
};

describe('the order of stages', () => {
  it.each(Object.entries(shipped))('is that of %s, however the data has them', (_, stages) => {
    expect(ordered([...stages].reverse())).toEqual(stages);
  });

  it('puts a name of one’s own behind the stage that it follows in the data', () => {
    expect(ordered(['Won', 'Proposal', 'Qualification', 'Site visit', 'Negotiation'])).toEqual([
      'Qualification',
      'Site visit',
      'Proposal',
      'Negotiation',
      'Won',
    ]);
  });

  it('keeps names of one’s own in the order of the data', () => {
    expect(ordered(['Ull', 'Garn', 'Genser', 'Tapt', 'Vunnet'])).toEqual([
      'Ull',
      'Garn',
      'Genser',
      'Vunnet',
      'Tapt',
    ]);
  });

  it('is the one that a person chose, where one did', () => {
    const names = ['Qualification', 'Proposal', 'Negotiation', 'Won'];
    expect(ordered(names, ['Negotiation', 'Qualification', 'Gone'])).toEqual([
      'Negotiation',
      'Qualification',
      'Proposal',
      'Won',
    ]);
  });

  it('has every stage once, whatever was chosen', () => {
    const name = fc.constantFrom('Won', 'Lost', 'Proposal', 'Ull', 'Garn', 'Demo', 'Pilot', 'Genser');
    fc.assert(
      fc.property(fc.uniqueArray(name), fc.uniqueArray(name), (names, chosen) => {
        expect([...ordered(names, chosen)].sort()).toEqual([...names].sort());
      }),
    );
  });
});
