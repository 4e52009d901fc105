/** What people and programs call the choices of activities and quotas, in English and Norwegian, in small letters. */
const names: Readonly<Record<string, readonly string[]>> = {
  call: [
    'call',
    'calls',
    'phone',
    'phone call',
    'telephone',
    'samtale',
    'samtaler',
    'telefon',
    'telefonsamtale',
    'ringt',
  ],
  email: ['email', 'emails', 'e-mail', 'e-mails', 'mail', 'e-post', 'epost', 'e-poster'],
  meeting: [
    'meeting',
    'meetings',
    'appointment',
    'demo',
    'visit',
    'møte',
    'møter',
    'avtale',
    'kundemøte',
    'besøk',
  ],
  bookings: ['bookings', 'booking', 'sales', 'won', 'bookinger', 'vunnet salg', 'salg', 'vunnet'],
  revenue: ['revenue', 'turnover', 'omsetning', 'inntekt'],
  margin: ['margin', 'gross margin', 'gross profit', 'bruttofortjeneste', 'dekningsbidrag'],
  units: ['units', 'unit', 'quantity', 'volume', 'enheter', 'antall', 'volum'],
  deals: ['deals', 'deal', 'won deals', 'avtaler', 'antall salg', 'salgsmuligheter'],
};

/** The choice that a name stands for, or null when it is none of those that are allowed. */
export function choiceOf(text: string, allowed: readonly string[]): string | null {
  const written = text.trim().toLowerCase().replace(/\s+/g, ' ');
  return allowed.find((choice) => choice === written || names[choice]?.includes(written)) ?? null;
}
