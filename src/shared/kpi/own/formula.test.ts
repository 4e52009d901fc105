import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorSentence } from '../../language/sentence';
import { evaluateExpression } from './evaluate-expression';
import { FormulaError } from './formula-problem';
import { checkedUnit, type FormulaUnit, formulaUnitOf, plainNumber } from './formula-unit';
import { readFormula } from './read-formula';

const measures = ['revenue', 'cost', 'deals', 'days'];
const values: Readonly<Record<string, number | null>> = { revenue: 200, cost: 50, deals: 4, days: 10 };
const units: Readonly<Record<string, FormulaUnit>> = {
  revenue: formulaUnitOf('money'),
  cost: formulaUnitOf('money'),
  deals: plainNumber,
  days: formulaUnitOf('days'),
};

function value(formula: string, given = values): number | null {
  return evaluateExpression(readFormula(formula, Object.keys(given)), (name) => given[name] ?? null);
}

function unit(formula: string): FormulaUnit {
  return checkedUnit(readFormula(formula, measures), (name) => units[name] ?? plainNumber, formula);
}

/** The text that is at fault, and the code of the problem. */
function problem(read: () => unknown, formula: string): readonly [string, string] {
  try {
    read();
  } catch (error) {
    if (error instanceof FormulaError) {
      const { from, to, error: what } = error.problem;
      return [formula.slice(from, to), what.code];
    }
    throw error;
  }
  throw new Error(`${formula} was read.`);
}

function refused(formula: string): readonly [string, string] {
  return problem(() => readFormula(formula, measures), formula);
}

function unfit(formula: string): readonly [string, string] {
  return problem(() => unit(formula), formula);
}

describe('a formula', () => {
  it('reckons as arithmetic does', () => {
    expect(value('revenue - cost * 2')).toBe(100);
    expect(value('(revenue - cost) * 2')).toBe(300);
    expect(value('revenue / deals / 5')).toBe(10);
    expect(value('-deals ^ 2')).toBe(-16);
    expect(value('2 ^ 3 ^ 2')).toBe(512);
    expect(value('2 ^ -1')).toBe(0.5);
    expect(value('revenue − cost × 2 ÷ 4')).toBe(175);
    expect(value('1.5e2 + .5')).toBe(150.5);
  });

  it('has functions', () => {
    expect(value('min(revenue, cost, 3)')).toBe(3);
    expect(value('max(revenue; cost)')).toBe(200);
    expect(value('abs(cost - revenue)')).toBe(150);
    expect(value('round(cost / 3, 1)')).toBe(16.7);
    expect(value('round(-2.5)')).toBe(-3);
    expect(value('sqrt(deals) + ln(exp(2)) + log10(1000)')).toBeCloseTo(7, 12);
    expect(value('if(revenue > cost, 1, 2) + if(deals <> 4, 10, 20)')).toBe(21);
  });

  it('has no value where it divides by nothing, or where a measure has none', () => {
    expect(value('revenue / (deals - 4)')).toBeNull();
    expect(value('sqrt(0 - deals)')).toBeNull();
    expect(value('ln(deals - 4)')).toBeNull();
    const missing = { revenue: null, cost: 50 };
    expect(value('revenue + cost', missing)).toBeNull();
    expect(value('max(revenue, cost)', missing)).toBeNull();
    expect(value('if(cost > 0, cost, revenue)', missing)).toBe(50);
    expect(value('if(revenue > 0, cost, 1)', missing)).toBeNull();
  });

  it('comes to what JavaScript makes of the same arithmetic', () => {
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5, depthIdentifier: 'formula' },
        fc.integer({ min: 0, max: 999 }).map(String),
        fc.constantFrom('revenue', 'cost', 'deals'),
        fc
          .tuple(tie('tree'), fc.constantFrom('+', '-', '*', '/'), tie('tree'))
          .map(([left, operator, right]) => `${left} ${operator} ${right}`),
        tie('tree').map((inner) => `(${inner})`),
      ),
    }));
    fc.assert(
      fc.property(tree, (formula) => {
        // The formula is made of digits, three names, operators and parentheses alone.
        const expected = new Function('revenue', 'cost', 'deals', `return ${formula}`)(200, 50, 4) as number;
        const found = value(formula);
        // Where a part divides by nothing there is no value, even where the whole is finite again, as 1 ÷ (1 ÷ 0) is.
        if (found === null) expect(formula).toContain('/');
        else expect(found).toBe(expected);
      }),
    );
  });

  it('is refused at the spot where it goes wrong', () => {
    expect(refused('revenue + ')).toEqual(['+', 'formulaEndsEarly']);
    expect(refused('  ')).toEqual(['  ', 'formulaEmpty']);
    expect(refused('revenue cost')).toEqual(['cost', 'formulaUnexpected']);
    expect(refused('(revenue + cost')).toEqual(['(', 'formulaNotClosed']);
    expect(refused('revenue * * 2')).toEqual(['*', 'formulaUnexpected']);
    expect(refused('revenue + profit')).toEqual(['profit', 'formulaUnknownName']);
    expect(refused('0,25 * revenue')).toEqual(['0,25', 'formulaDecimalComma']);
    expect(refused('min(revenue)')).toEqual(['min(revenue)', 'formulaValueRange']);
    expect(refused('min * 2')).toEqual(['min', 'formulaFunctionAlone']);
    expect(refused('if(revenue, 1, 2)')).toEqual(['revenue', 'formulaNoComparison']);
    expect(refused('revenue > cost')).toEqual(['>', 'formulaComparisonElsewhere']);
    expect(refused(`${'('.repeat(100)}revenue${')'.repeat(100)}`)[1]).toBe('formulaTooDeep');
    expect(refused('1+'.repeat(2000))[1]).toBe('formulaTooLong');
  });

  it('reaches nothing but measures and the listed functions', () => {
    for (const [formula, spot] of [
      ['constructor', 'constructor'],
      ['__proto__', '__proto__'],
      ['toString()', 'toString'],
      ['revenue.constructor', '.'],
      ['revenue["cost"]', '['],
      ['cost = 3', '='],
      ['f(x) = x', 'f'],
      ['1:10', ':'],
      ['"text"', '"'],
      ["'text'", "'"],
      ['`text`', '`'],
      ['5 cm', 'cm'],
      ['evaluate("1")', '"'],
      ['import(1)', 'import'],
      ['createUnit(1)', 'createUnit'],
      ['cost; deals', ';'],
      ['[1, 2]', '['],
      ['{a: 1}', '{'],
      ['cost!', '!'],
      ['50%', '%'],
      ['cost => 1', '='],
      ['$t(errors)', '$'],
    ] as const) {
      expect(refused(formula)[0], formula).toBe(spot);
    }
  });

  it('is either read or refused with a spot inside its text, whatever is written', () => {
    const pieces = fc.constantFrom(
      'revenue',
      'cost',
      '1',
      '.',
      ',',
      '+',
      '-',
      '^',
      '(',
      ')',
      'if',
      'min',
      '>',
      '=',
      ' ',
      '"',
      '[',
      'é',
      '💰',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((list) => list.join('')),
        ),
        (formula) => {
          try {
            readFormula(formula, measures);
          } catch (error) {
            expect(error).toBeInstanceOf(FormulaError);
            if (!(error instanceof FormulaError)) return;
            const { from, to } = error.problem;
            expect(from).toBeGreaterThanOrEqual(0);
            expect(to).toBeLessThanOrEqual(formula.length);
            expect(to).toBeGreaterThanOrEqual(from);
          }
        },
      ),
    );
  });
});

describe('the unit of a formula', () => {
  it('follows its measures', () => {
    expect(unit('revenue - cost')).toEqual(formulaUnitOf('money'));
    expect(unit('revenue / cost')).toEqual(plainNumber);
    expect(unit('revenue / deals')).toEqual(formulaUnitOf('money'));
    expect(unit('revenue / days')).toEqual(formulaUnitOf('money_per_day'));
    expect(unit('sqrt(revenue * cost)')).toEqual(formulaUnitOf('money'));
    expect(unit('max(revenue - 1000, 0)')).toEqual(formulaUnitOf('money'));
    expect(unit('if(deals > 3, revenue, cost)')).toEqual(formulaUnitOf('money'));
    expect(unit('days ^ 2 / days')).toEqual(formulaUnitOf('days'));
  });

  it('refuses to add, compare or choose between different ones, and names the part', () => {
    expect(unfit('1 + (revenue + days)')).toEqual(['(revenue + days)', 'formulaUnitsDiffer']);
    expect(unfit('deals * (cost - deals)')).toEqual(['(cost - deals)', 'formulaUnitsDiffer']);
    expect(unfit('if(revenue > days, 1, 2)')).toEqual(['revenue > days', 'formulaUnitsDiffer']);
    expect(unfit('if(deals > 1, revenue, days)')).toEqual([
      'if(deals > 1, revenue, days)',
      'formulaUnitsDiffer',
    ]);
    expect(unfit('ln(revenue)')).toEqual(['revenue', 'formulaNeedsNumber']);
    expect(unfit('2 ^ days')).toEqual(['days', 'formulaNeedsNumber']);
    expect(unfit('revenue ^ deals')).toEqual(['deals', 'formulaPowerOfUnit']);
  });

  it('is named in the sentence, in both languages', () => {
    try {
      unit('revenue + days');
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      expect(errorSentence(error.problem.error, 'en')).toBe(
        '“revenue + days”: money and days cannot be added, subtracted, compared or chosen between.',
      );
      expect(errorSentence(error.problem.error, 'nb')).toBe(
        '«revenue + days»: penger og dager kan ikke legges sammen, trekkes fra, sammenlignes eller velges mellom.',
      );
    }
    expect.assertions(2);
  });
});
