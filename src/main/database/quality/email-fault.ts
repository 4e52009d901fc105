import { isEmailAddress } from '@shared/model/email-address';
import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';
import kept from '../../../../resources/email-domains.json';
import { isOneSlipApart } from './one-slip';

/** What is wrong with an e-mail address, or makes it worth little; the first that holds. */
export const emailFaults = ['invalid', 'typo', 'disposable', 'role'] as const;
export type EmailFault = (typeof emailFaults)[number];

const roles = new Set(kept.roles);
const known = new Set([...kept.providers, ...kept.neighbours]);
const typos = new Map(Object.entries(kept.typos));
let disposable: ReadonlySet<string> | null = null;

/** Null for an address without fault. All lists are in the program: nothing is looked up outside. */
export function emailFault(address: string): EmailFault | null {
  const written = address.trim().toLowerCase();
  if (!isEmailAddress(written)) return 'invalid';
  const at = written.lastIndexOf('@');
  const domain = written.slice(at + 1);
  if (meantDomain(domain) !== null) return 'typo';
  if (isDisposable(domain)) return 'disposable';
  return roles.has(written.slice(0, at).replace(/\+.*$/, '')) ? 'role' : null;
}

/** The provider that a domain such as `gmial.com` was meant to be; null for a domain that is taken as it is. */
export function meantDomain(domain: string): string | null {
  if (known.has(domain)) return null;
  const listed = typos.get(domain);
  if (listed !== undefined) return listed;
  const [name, ...ending] = domain.split('.');
  // hotmail.de and yahoo.fr are providers too.
  const isOtherCountry = (provider: string) =>
    ending.length === 1 && ending[0]?.length === 2 && provider.startsWith(`${name}.`);
  const provider = kept.providers.find((candidate) => isOneSlipApart(domain, candidate));
  return provider === undefined || isOtherCountry(provider) ? null : provider;
}

/** Addresses in a domain below a listed one are disposable too. */
function isDisposable(domain: string): boolean {
  disposable ??= disposableEmailBlocklistSet();
  const labels = domain.split('.');
  for (let from = 0; from < labels.length - 1; from += 1) {
    if (disposable.has(labels.slice(from).join('.'))) return true;
  }
  return false;
}
