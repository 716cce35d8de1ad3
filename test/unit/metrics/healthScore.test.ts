import { describe, expect, it } from 'vitest';
import {
  computeHealthScore,
  healthScoreMeasure,
  toAccountHealth,
  type HealthComponent,
} from '../../../src/metrics/business/healthScore.js';
import { checkHealthScore } from '../../../src/metrics/business/healthScoreCheck.js';
import { calibrationError, calibrationLine } from '../../../src/statistics/calibration.js';
import { wilsonInterval } from '../../../src/statistics/proportionInterval.js';

interface Account {
  readonly id?: string | number | null;
  readonly nps: number | null;
  readonly tickets: number | null;
}
const components: HealthComponent<Account>[] = [
  { id: 'relationship', score: 'nps', weight: 3, minimum: 0, maximum: 10 },
  { id: 'tickets', score: 'tickets', weight: 1, minimum: 2, maximum: 10, higherIsBetter: false },
];
const accounts: Account[] = [
  { id: 'a', nps: 9, tickets: 2 },
  { id: 7, nps: 4, tickets: 8 },
  { nps: 5, tickets: null },
];

describe('computeHealthScore', () => {
  it('turns scales round where low is good, and takes the weighted mean', () => {
    // (3 × 90 + 100) / 4 = 92.5 and (3 × 40 + 25) / 4 = 36.25 by hand.
    const health = computeHealthScore(accounts, { components });
    expect(health).toMatchObject({ value: 64.375, sampleSize: 2, excluded: { incompleteItems: 1 } });
    expect(health.items.map(({ id, weight, value }) => [id, weight, value])).toEqual([
      ['relationship', 0.75, 65],
      ['tickets', 0.25, 62.5],
    ]);
  });

  it('weighs accounts', () => {
    const weight = ({ nps }: Account): number => (nps === 9 ? 3 : 1);
    expect(computeHealthScore(accounts, { components, weight }).value).toBe((3 * 92.5 + 36.25) / 4);
  });

  it('lets an account miss components as declared', () => {
    const health = computeHealthScore(accounts, { components, minimumComponents: 1 });
    expect(health.value).toBeCloseTo((92.5 + 36.25 + 50) / 3, 12);
  });

  it('says what it means', () => {
    const { definition } = healthScoreMeasure({ components, minimumComponents: 1 });
    expect(definition).toMatchObject({ id: 'health-score', family: 'composite', unit: 'index' });
    expect(definition.parameters).toMatchObject({ reversed: ['tickets'], minimumItems: 1 });
    const upright = healthScoreMeasure({ components: components.slice(0, 1) });
    expect(upright.definition.parameters).not.toHaveProperty('reversed');
  });

  it('throws on a value off its scale, or takes it for missing', () => {
    const off: Account[] = [{ nps: 9, tickets: 1 }];
    expect(() => computeHealthScore(off, { components })).toThrow('item "tickets" at row 0');
    const lenient = computeHealthScore(off, { components, minimumComponents: 1, offScale: 'exclude' });
    expect(lenient.value).toBe(90);
    const text: Account[] = [{ nps: 9, tickets: '3' as unknown as number }];
    expect(() => computeHealthScore(text, { components })).toThrow('"3"');
  });

  it('has no default weights', () => {
    const unweighted = [{ id: 'nps', score: 'nps', minimum: 0, maximum: 10 }] as unknown as HealthComponent<Account>[];
    expect(() => computeHealthScore(accounts, { components: unweighted })).toThrow('weight of item "nps"');
    expect(() => computeHealthScore(accounts, { components: [] })).toThrow('"items"');
    expect(() => computeHealthScore(accounts, {} as never)).toThrow('"items"');
  });
});

describe('toAccountHealth', () => {
  it('gives each account its score and how much of the weights is known', () => {
    expect(toAccountHealth(accounts, { components, account: (row) => row.id })).toEqual([
      { account: 'a', score: 92.5, coverage: 1 },
      { account: '7', score: 36.25, coverage: 1 },
      { account: null, score: null, coverage: 0.75 },
    ]);
  });

  it('renormalises the weights of what is known', () => {
    const health = toAccountHealth<Account>([{ nps: null, tickets: 4 }, { nps: null, tickets: null }], {
      components,
      minimumComponents: 1,
    }); // prettier-ignore
    expect(health).toEqual([
      { account: null, score: 75, coverage: 0.25 },
      { account: null, score: null, coverage: 0 },
    ]);
  });

  it('does not look at weights of accounts', () => {
    expect(toAccountHealth(accounts, { components, weight: () => 0 })[0]?.score).toBe(92.5);
  });

  it('names the row of what is wrong', () => {
    const rows = [accounts[0] as Account, { nps: 11, tickets: 2 }];
    expect(() => toAccountHealth(rows, { components })).toThrow('item "relationship" at row 1');
    expect(() => toAccountHealth(accounts, { components, account: () => ({}) as string })).toThrow(
      'toAccountHealth: account at row 0',
    );
  });
});

describe('checkHealthScore', () => {
  const scores = [15, 20, 35, 40, 55, 60, 70, 80, 85, 95];
  const churned = [true, true, false, true, false, false, true, false, false, false];

  // Pairs of one that left and one that stayed in the right order: 6 + 6 + 5 + 3 of 24.
  it('measures how well the score ranks', () => {
    const check = checkHealthScore(scores, churned);
    expect(check).toMatchObject({ sampleSize: 10, churned: 4 });
    expect(check.auc).toBeCloseTo(20 / 24, 14);
    expect(check.interval).toMatchObject({ confidence: 0.95, method: 'delong' });
    // DeLong by hand: placements of those who left 1, 1, 5/6, 1/2; of those who stayed 1/2, 3/4, 3/4, 1, 1, 1.
    const variance = (values: number[]): number => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
    };
    const error = Math.sqrt(variance([1, 1, 5 / 6, 1 / 2]) / 4 + variance([1 / 2, 3 / 4, 3 / 4, 1, 1, 1]) / 6);
    expect(check.standardError).toBeCloseTo(error, 12);
    expect(check.interval?.lower).toBeCloseTo(20 / 24 - 1.959963984540054 * error, 10);
    expect(check.interval?.upper).toBe(1);
  });

  it('is 1 for a perfect score and 0 for one that is upside down, without an interval', () => {
    const perfect = checkHealthScore([1, 2, 3, 4], [true, true, false, false]);
    expect(perfect).toMatchObject({ auc: 1, interval: null });
    expect(perfect.warnings).toEqual([
      { code: 'small-sample', observed: 2, recommended: 10 },
      { code: 'no-interval', reason: 'no-variation' },
    ]);
    expect(checkHealthScore([4, 3, 2, 1], [true, true, false, false]).auc).toBe(0);
  });

  it('is 1/2 for equal scores', () => {
    expect(checkHealthScore([5, 5, 5], [true, false, false])).toMatchObject({ auc: 0.5, interval: null });
  });

  it('knows no area unless some left and some stayed', () => {
    const stayed = checkHealthScore([1, 2], [false, false]);
    expect(stayed).toMatchObject({ auc: null, standardError: null, interval: null, lift: null, churned: 0 });
    expect(stayed.warnings).toEqual([{ code: 'small-sample', observed: 0, recommended: 10 }]);
    expect(checkHealthScore([1, 2], [true, true])).toMatchObject({ auc: null, lift: { lift: 1 } });
    expect(checkHealthScore([], [])).toMatchObject({ auc: null, bands: [], warnings: [{ code: 'no-data' }] });
  });

  it('says that one account that left shows no spread', () => {
    const check = checkHealthScore([1, 2, 3], [false, true, false]);
    expect(check.warnings).toContainEqual({ code: 'no-interval', reason: 'single-answer' });
  });

  it('asks for ten of each kind', () => {
    const many = Array.from({ length: 20 }, (_, i) => i);
    const half = many.map((i) => i % 2 === 0);
    expect(checkHealthScore(many, half).warnings).toEqual([]);
    expect(checkHealthScore(many.slice(1), half.slice(1)).warnings).toEqual([
      { code: 'small-sample', observed: 9, recommended: 10 },
    ]);
  });

  it('compares the lowest scores with all', () => {
    expect(checkHealthScore(scores, churned).lift).toEqual({ share: 0.2, rate: 1, lift: 2.5, captured: 0.5 });
    const { lift } = checkHealthScore(scores, churned, { lowestShare: 0.4 });
    expect(lift).toEqual({ share: 0.4, rate: 0.75, lift: 1.875, captured: 0.75 });
  });

  it('counts equal scores at the edge in part, whatever their order', () => {
    const tied = [10, 20, 20, 20, 20];
    const events = [true, true, false, false, false];
    const expected = { share: 0.4, rate: (1 + 1 / 4) / 2, lift: 0.625 / 0.4, captured: 1.25 / 2 };
    expect(checkHealthScore(tied, events, { lowestShare: 0.4 }).lift).toEqual(expected);
    expect(checkHealthScore([...tied].reverse(), [...events].reverse(), { lowestShare: 0.4 }).lift).toEqual(expected);
  });

  it('shows churn band by band', () => {
    const { bands } = checkHealthScore(scores, churned, { bands: 2, confidence: 0.9 });
    const interval = (events: number): object => ({
      ...wilsonInterval(events, 5, 0.9),
      confidence: 0.9,
      method: 'wilson',
    });
    expect(bands).toEqual([
      { from: 15, to: 55, accounts: 5, churned: 3, rate: 0.6, interval: interval(3) },
      { from: 60, to: 95, accounts: 5, churned: 1, rate: 0.2, interval: interval(1) },
    ]);
    expect(checkHealthScore(scores, churned).bands).toHaveLength(5);
  });

  it('keeps equal scores together, and leaves empty bands out', () => {
    const { bands } = checkHealthScore([1, 5, 5, 5, 5, 9], [true, false, false, false, false, false], { bands: 3 });
    expect(bands.map(({ from, to, accounts: count }) => [from, to, count])).toEqual([
      [1, 1, 1],
      [5, 5, 4],
      [9, 9, 1],
    ]);
    expect(checkHealthScore([5, 5], [true, false], { bands: 4 }).bands).toHaveLength(1);
  });

  it('calibrates a rule from scores to probabilities', () => {
    const toProbability = (score: number): number => 1 / (1 + Math.exp((score - 40) / 20));
    const probabilities = scores.map(toProbability);
    const events = churned.map(Number);
    const { intercept, slope } = calibrationLine(probabilities, events);
    const { expected } = calibrationError(probabilities, events);
    const { calibration } = checkHealthScore(scores, churned, { toProbability });
    expect(calibration).toEqual({ intercept, slope, expectedError: expected });
    expect(checkHealthScore(scores, churned).calibration).toBeNull();
    const impossible = checkHealthScore(scores, churned, { toProbability: () => 2 }).calibration;
    expect(impossible).toEqual({ intercept: null, slope: null, expectedError: null });
  });

  it('leaves out and counts', () => {
    const check = checkHealthScore(
      [null, 5, undefined, NaN, Infinity, 7, ...scores],
      [true, null, undefined, true, true, 'x' as unknown as boolean, ...churned],
    );
    expect(check).toMatchObject({ sampleSize: 10, excluded: { missing: 3, invalid: 3 } });
    expect({ ...check, excluded: null }).toEqual({ ...checkHealthScore(scores, churned), excluded: null });
  });

  it('survives JSON', () => {
    const check = checkHealthScore(scores, churned);
    expect(JSON.parse(JSON.stringify(check))).toEqual(check);
  });

  it('refuses wrong options and lists of different lengths', () => {
    expect(() => checkHealthScore([1, 2], [true])).toThrow(
      'checkHealthScore: outcomes must be as many as the 2 scores, received 1',
    );
    for (const lowestShare of [0, 1, NaN])
      expect(() => checkHealthScore([], [], { lowestShare })).toThrow('option "lowestShare" must be between 0 and 1');
    for (const bands of [1, 2.5])
      expect(() => checkHealthScore([], [], { bands })).toThrow('option "bands" must be a whole number from 2');
    expect(() => checkHealthScore([], [], { confidence: 95 })).toThrow('checkHealthScore: option "confidence"');
  });
});
