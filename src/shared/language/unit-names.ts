import type { Formatter } from 'i18next';
import { kpiUnits } from '../kpi/declaration';
import english from './en/kpis.json';
import norwegian from './nb/kpis.json';

const catalogues: Readonly<Record<string, Readonly<Record<string, string>>>> = { en: english, nb: norwegian };

/** As powers: `money^1 days^-1`. */
const parts = /^money\^(-?[\d.]+) days\^(-?[\d.]+)$/;

/**
 * Adds the formats `kpiUnit` and `formulaUnit` to a translator: the name of a KPI's unit, and what a formula comes to. Units that no
 * KPI has are written as products of powers: `money × days`, `money²`.
 */
export function addUnitNames(formatter: Formatter | undefined): void {
  const name = (unit: string, language: string | undefined): string =>
    (catalogues[language ?? 'en']?.[`unit.${unit}`] ?? unit).toLowerCase();
  formatter?.add('kpiUnit', (value: unknown, language) => name(String(value), language));
  formatter?.add('formulaUnit', (value: unknown, language) => {
    const [, money, days] = parts.exec(String(value)) ?? [];
    if (money === undefined || days === undefined) return String(value);
    const known = kpiUnits.find((unit) => knownPowers[unit] === `${money} ${days}`);
    if (known !== undefined) return name(known, language);
    return [power(name('money', language), Number(money)), power(name('days', language), Number(days))]
      .filter((part) => part !== '')
      .join(' × ');
  });
}

/** The first unit of these powers names them. */
const knownPowers: Readonly<Partial<Record<(typeof kpiUnits)[number], string>>> = {
  money: '1 0',
  number: '0 0',
  days: '0 1',
  money_per_day: '1 -1',
};

function power(name: string, exponent: number): string {
  if (exponent === 0) return '';
  return exponent === 1 ? name : `${name}^${exponent}`;
}
