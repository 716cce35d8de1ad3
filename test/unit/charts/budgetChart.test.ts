import { describe, expect, it } from 'vitest';
import { toBudgetChart } from '../../../src/charts/index.js';
import { budget, ledger, third } from './chartCases.js';
import { rowsOf } from './chartFixtures.js';

const chart = toBudgetChart(ledger, budget, third);

describe('toBudgetChart', () => {
  it('adds up what is posted, and on it what is reserved, day by day', () => {
    expect(rowsOf(chart, 'area').map(({ day, part, lower, upper }) => [day, part, lower, upper])).toEqual(
      (
        [
          ['2026-07-01', 0, 0],
          ['2026-07-06', 400, 0],
          ['2026-07-20', 400, 600],
          ['2026-08-03', 1000, 0],
          ['2026-08-24', 1000, 900],
          ['2026-09-07', 1350, 900],
          ['2026-09-14', 1350, 700],
          ['2026-09-30', 1350, 700],
        ] as const
      ).flatMap(([day, posted, reserved]) => [
        [day, 'Posted', 0, posted],
        [day, 'Reserved', posted, posted + reserved],
      ]),
    );
    expect(rowsOf(chart, 'rule')).toEqual([{ limit: 2500, text: 'Limit €2,500' }]);
  });

  it('counts what was booked before on its first day, and nothing after its last', () => {
    const late = toBudgetChart(ledger, budget, { from: '2026-09-14', to: '2026-09-14' });
    expect(rowsOf(late, 'area').map(({ day, upper }) => [day, upper])).toEqual([
      ['2026-09-14', 1350],
      ['2026-09-14', 2050],
    ]);
    expect(toBudgetChart(ledger, budget, { from: '2026-01-01', to: '2026-07-05' }).title.subtitle).toEqual(['No data']);
  });

  it('says what is left, what is above the limit, and when it was used up', () => {
    expect(chart.title).toEqual({
      text: 'Budget goodwill',
      subtitle: ['€450 left of €2,500: posted €1,350, reserved €700'],
    });
    const over = toBudgetChart(ledger, { ...budget, limit: 1_900_00 }, third);
    expect(over.title.subtitle).toEqual([
      '€150 above the limit of €1,900: posted €1,350, reserved €700',
      'Used up on 2026-08-24',
    ]);
    expect(toBudgetChart(ledger, { ...budget, limit: 2_050_00 }, third).title.subtitle[0]).toMatch(
      /^€0 left of €2,050/,
    );
    const french = toBudgetChart(ledger, { ...budget, unit: 'points', limit: 190_000 }, { ...third, locale: 'fr' });
    expect(french.title.subtitle).toEqual([
      expect.stringMatching(
        /^Dépassé de 15\s000 points sur 190\s000 points\u202f: accordé 135\s000 points, réservé 70\s000 points$/,
      ),
      'Épuisé le 2026-08-24',
    ]);
    expect(french.description).toMatch(/^Budget goodwill, du 2026-07-01 au 2026-09-30\. Dépassé/);
  });

  it('does not depend on the order of the ledger', () => {
    expect(toBudgetChart([...ledger].reverse(), budget, third)).toEqual(chart);
  });

  it.each([
    [{}, budget, /ledger must be a list of entries/],
    [[null], budget, /ledger\[0\] must be an entry of a ledger/],
    [[{ bookedOn: 'x' }], budget, /ledger\[0\]\.bookedOn must be a civil date/],
    [[{ bookedOn: '2026-07-01', budgetEffect: 7 }], budget, /ledger\[0\]\.budgetEffect must be what it adds/],
    [
      [{ bookedOn: '2026-07-01', budgetEffect: { posted: 0.5, reserved: 0 } }],
      budget,
      /budgetEffect\.posted must be a whole number/,
    ],
    [
      [{ bookedOn: '2026-07-01', budgetEffect: { posted: 0 } }],
      budget,
      /budgetEffect\.reserved must be a whole number/,
    ],
    [ledger, null, /budget must be a budget/],
    [ledger, { ...budget, id: 7 }, /budget\.id must be a text/],
    [ledger, { ...budget, unit: 7 }, /budget\.unit must be a text/],
    [ledger, { ...budget, limit: -1 }, /budget\.limit must be a whole number from 0, received -1/],
  ])('refuses %#', (list, own, message) => {
    expect(() => toBudgetChart(list as never, own as never, third)).toThrow(
      expect.objectContaining({ code: 'CX_INVALID_INPUT', message: expect.stringMatching(message) as unknown }),
    );
  });

  it.each([
    [undefined, /options must be an object/],
    [{ from: '2026-02-30', to: '2026-03-01' }, /"from" must be a civil date/],
    [{ from: '2026-02-01', to: '2026-13-01' }, /"to" must be a civil date YYYY-MM-DD, not before "from"/],
    [{ from: '2026-02-02', to: '2026-02-01' }, /"to" must be/],
  ])('refuses the options %j', (options, message) => {
    expect(() => toBudgetChart(ledger, budget, options as never)).toThrow(message);
  });
});
