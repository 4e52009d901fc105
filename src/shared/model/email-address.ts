import isEmail from 'validator/lib/isEmail.js';

/**
 * Whether a text is an e-mail address by RFC 5321 and, for letters outside ASCII, RFC 6531: lengths, dots, quoted and
 * international local parts, a domain with a top-level name. No network is asked.
 */
export function isEmailAddress(text: string): boolean {
  return isEmail(text);
}
