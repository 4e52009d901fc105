import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailFault, meantDomain } from './email-fault';
import { isOneSlipApart } from './one-slip';

describe('an e-mail address', () => {
  // The examples of RFC 3696 section 3, and those of RFC 5321 section 4.1.2 on lengths.
  it.each([
    'user+mailbox@example.com',
    'customer/department=shipping@example.com',
    '$A12345@example.com',
    '"Fred Bloggs"@example.com',
    'kari.åsen@blåbær.no',
  ])('may be %s', (address) => expect(emailFault(address)).toBeNull());

  it.each([
    'kari',
    'kari@',
    '@firma.no',
    'kari@firma',
    'kari..berg@firma.no',
    '.kari@firma.no',
    'kari berg@firma.no',
    'kari@-firma.no',
    'kari@firma..no',
    `${'a'.repeat(65)}@firma.no`,
  ])('is none where it is %s', (address) => expect(emailFault(address)).toBe('invalid'));

  it.each([
    ['ola@gmial.com', 'gmail.com'],
    ['ola@gmail.con', 'gmail.com'],
    ['ola@gnail.com', 'gmail.com'],
    ['ola@gmail.no', 'gmail.com'],
    ['ola@hotmial.com', 'hotmail.com'],
    ['ola@outloook.com', 'outlook.com'],
    ['ola@onlne.no', 'online.no'],
  ])('%s was meant to be at %s', (address, domain) => {
    expect(emailFault(address)).toBe('typo');
    expect(meantDomain(address.slice(address.indexOf('@') + 1))).toBe(domain);
  });

  it.each(['ola@mail.com', 'ola@ymail.com', 'ola@hotmail.de', 'ola@yahoo.fr', 'ola@firma.no'])(
    '%s is at a provider of its own',
    (address) => expect(emailFault(address)).toBeNull(),
  );

  it.each(['x@mailinator.com', 'x@yopmail.com', 'x@sub.mailinator.com', 'X@MAILINATOR.COM'])(
    '%s is one to throw away',
    (address) => expect(emailFault(address)).toBe('disposable'),
  );

  it.each(['post@firma.no', 'Info@firma.no', 'postmottak@kommune.no', 'salg+web@firma.no'])(
    '%s belongs to a role, not to a person',
    (address) => expect(emailFault(address)).toBe('role'),
  );
});

describe('one slip', () => {
  const word = fc.string({ minLength: 1, maxLength: 12 });

  it('is the same seen from either side', () => {
    fc.assert(
      fc.property(word, word, (one, other) => isOneSlipApart(one, other) === isOneSlipApart(other, one)),
    );
  });

  it('is a character put in, left out or replaced, or two neighbours swapped', () => {
    fc.assert(
      fc.property(word, fc.nat(), fc.string({ minLength: 1, maxLength: 1 }), (text, place, character) => {
        const at = place % text.length;
        const slips = [
          text.slice(0, at) + character + text.slice(at),
          text.slice(0, at) + text.slice(at + 1),
          text.slice(0, at) + character + text.slice(at + 1),
          text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2),
        ];
        return slips.every((slip) => slip === text || isOneSlipApart(slip, text));
      }),
    );
    expect(isOneSlipApart('gmail.com', 'gmail.com')).toBe(false);
    expect(isOneSlipApart('gmail.com', 'gmil.cm')).toBe(false);
  });
});
