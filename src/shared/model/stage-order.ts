import { type DealOutcome, stageName } from './deal-outcome';

/**
 * Stages in the order in which deals pass them, each line one step, under the names that Salesforce, HubSpot, Zoho CRM, Pipedrive,
 * Dynamics 365 and SuperOffice ship with, and those usual in Norwegian. As `stageName` gives them.
 */
const knownSteps: readonly (readonly string[])[] = [
  [
    'lead',
    'lead in',
    'new',
    'new lead',
    'new deal',
    'idea',
    'ny',
    'nytt lead',
    'ny mulighet',
    'nytt salg',
    'idé',
  ],
  ['prospecting', 'prospect', 'suspect', 'prospektering', 'prospekt', 'leting'],
  [
    'contacted',
    'attempted to contact',
    'connected',
    'engaging',
    'engaged',
    'kontaktet',
    'førstekontakt',
    'i dialog',
    'dialog',
  ],
  [
    'appointment scheduled',
    'first meeting',
    'meeting scheduled',
    'meeting',
    'møte avtalt',
    'første møte',
    'møte booket',
    'møte',
  ],
  [
    'qualification',
    'qualified',
    'qualified to buy',
    'qualify',
    'kvalifisering',
    'kvalifisert',
    'kvalifisert for kjøp',
  ],
  ['contact made', 'kontakt opprettet', 'kontakt etablert'],
  [
    'needs analysis',
    'needs defined',
    'discovery',
    'behovsanalyse',
    'behov avdekket',
    'kartlegging',
    'behovskartlegging',
  ],
  ['value proposition', 'develop', 'solution', 'verdiforslag', 'løsning', 'løsningsforslag'],
  [
    'presentation scheduled',
    'presentation',
    'demo scheduled',
    'demo',
    'demonstration',
    'presentasjon avtalt',
    'presentasjon',
    'demo avtalt',
    'demo planlagt',
  ],
  ['evaluation', 'trial', 'pilot', 'proof of concept', 'evaluering', 'prøveperiode'],
  [
    'id. decision makers',
    'id decision makers',
    'identify decision makers',
    'beslutningstakere',
    'identifiser beslutningstakere',
  ],
  [
    'perception analysis',
    'decision maker bought in',
    'beslutningstaker overbevist',
    'beslutningstaker med på laget',
  ],
  [
    'proposal',
    'proposal price quote',
    'proposal/price quote',
    'proposal made',
    'proposal sent',
    'propose',
    'quote',
    'quote sent',
    'offer',
    'offer sent',
    'tilbud',
    'tilbud sendt',
    'tilbud levert',
  ],
  [
    'negotiation',
    'negotiation review',
    'negotiation/review',
    'negotiations started',
    'negotiations',
    'forhandling',
    'forhandlinger',
    'forhandling startet',
    'forhandlinger startet',
    'i forhandling',
  ],
  [
    'verbal',
    'verbal agreement',
    'commit',
    'verbal commitment',
    'muntlig aksept',
    'muntlig avtale',
    'muntlig ja',
  ],
  [
    'contract',
    'contract sent',
    'close',
    'closing',
    'kontrakt',
    'kontrakt sendt',
    'avslutning',
    'til signering',
  ],
];

const stepOf: ReadonlyMap<string, number> = new Map(
  knownSteps.flatMap((names, step) => names.map((name) => [name, step] as const)),
);

/** How far a stage with a usual name lies along the way, from 0; null for a name of one's own. */
export function knownStep(stage: string): number | null {
  return stepOf.get(stageName(stage)) ?? null;
}

export interface Stage {
  /** As the data has it. */
  readonly name: string;
  readonly outcome: DealOutcome;
}

const places: Readonly<Record<DealOutcome, number>> = { open: 0, won: 1, lost: 2 };

/**
 * Stages in the order of the sale: the open ones, then those of won and of lost deals. Open stages come in the order that a person
 * chose; the others by the usual order of their names, and names of one's own behind the stage that they follow in the data.
 * @param stages in the order in which the data has them.
 * @param chosen names; those that the data lacks are left out.
 */
export function orderStages(stages: readonly Stage[], chosen: readonly string[] = []): readonly Stage[] {
  const open = stages.filter(({ outcome }) => outcome === 'open').map(({ name }) => name);
  const known = open
    .flatMap((name) => {
      const step = knownStep(name);
      return step === null ? [] : [{ name, step }];
    })
    .sort((one, other) => one.step - other.step)
    .map(({ name }) => name);
  const usual = withOthers(known, open);
  const ordered = withOthers(
    chosen.filter((name) => open.includes(name)),
    usual,
  );
  const closed = stages
    .filter(({ outcome }) => outcome !== 'open')
    .sort((one, other) => places[one.outcome] - places[other.outcome]);
  return [...ordered.map((name): Stage => ({ name, outcome: 'open' })), ...closed];
}

/** The names of a sequence that are not yet in an order, each put behind the one that it follows; the first of all to the front. */
function withOthers(order: readonly string[], sequence: readonly string[]): readonly string[] {
  return sequence.reduce<readonly string[]>((found, name, index) => {
    if (found.includes(name)) return found;
    const before = sequence[index - 1];
    const place = before === undefined ? 0 : found.indexOf(before) + 1;
    return [...found.slice(0, place), name, ...found.slice(place)];
  }, order);
}
