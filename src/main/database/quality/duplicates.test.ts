import { describe, expect, it } from 'vitest';
import { duplicateGroups } from './duplicate-groups';
import { companyKey, likeness, personKey } from './name-likeness';

describe('names that are compared', () => {
  it('of people do not depend on capitals, accents, punctuation and the order of words', () => {
    const key = personKey('Kari Åsen-Hansen');
    expect(personKey('Hansen, Kari ÅSEN')).toBe(key);
    expect(personKey('kari aasen hansen')).toBe(key);
    expect(personKey('André  Næss')).toBe(personKey('Andre Naess'));
  });

  it('of companies do not depend on their legal form', () => {
    const key = companyKey('Fjord Data AS');
    expect(companyKey('FJORD DATA A/S')).toBe(key);
    expect(companyKey('Fjord-Data')).toBe(key);
    expect(companyKey('Acme, Inc.')).toBe(companyKey('ACME'));
    expect(companyKey('Berg & Sønn AS')).toBe(companyKey('Berg og Sønn'));
    expect(companyKey('AS')).toBe('as');
  });

  it('are as alike as the edits between them are few against their length', () => {
    // kitten → sitting takes 3 edits (the textbook example); 1 − 3/7.
    expect(likeness('sitting', 'kittens')).toBe(1 - 3 / 7);
    expect(likeness('kari berg', 'kari berg')).toBe(1);
    expect(likeness('karin bergersen', 'kari bergersen')).toBeCloseTo(1 - 1 / 15, 12);
  });

  it('are not alike where their numbers differ', () => {
    expect(likeness('butikk sentrum 12', 'butikk sentrum 13')).toBe(0);
  });
});

describe('duplicates', () => {
  const row = (id: number, name: string, company: string | null = null, same = '') => ({
    id,
    same,
    name: personKey(name),
    company,
  });

  it('are rows with the same address, whatever they are called', () => {
    expect(
      duplicateGroups([
        row(1, 'Kari Berg', '', 'k@firma.no'),
        row(2, 'Ola Lie', '', 'o@firma.no'),
        row(3, 'K. B.', '', 'k@firma.no'),
      ]),
    ).toEqual([[1, 3]]);
  });

  it('are rows of like names in like companies, and no others', () => {
    expect(
      duplicateGroups([
        row(1, 'Kristoffer Hansen', 'fjord data'),
        row(2, 'Hansen, Kristofer', 'fjord data'),
        row(3, 'Kristoffer Hansen', 'nordvik bygg'),
        row(4, 'Kristoffer Hansen', ''),
        row(5, 'Kristofer Hansen', 'fjord dta'),
      ]),
    ).toEqual([[1, 2, 5]]);
  });

  it('are found with a slip in the first letters too', () => {
    const others = Array.from({ length: 200 }, (_, at) => row(100 + at, `Person Nummer ${at} Fra Fjellet`));
    expect(duplicateGroups([row(1, 'Xristoffer Hansen'), ...others, row(2, 'Kristoffer Hansen')])).toEqual([
      [1, 2],
    ]);
  });
});
