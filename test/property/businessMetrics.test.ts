import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MetricResult } from '../../src/core/result.js';
import { averageOrderValueMeasure } from '../../src/metrics/business/averageOrderValue.js';
import {
  predictNewCustomerPurchases,
  predictPurchases,
  probabilityAlive,
  probabilityNoRepeat,
} from '../../src/metrics/business/bgNbdPrediction.js';
import { costToServeMeasure } from '../../src/metrics/business/costToServe.js';
import { earnedGrowthMeasure } from '../../src/metrics/business/earnedGrowth.js';
import { healthScoreMeasure } from '../../src/metrics/business/healthScore.js';
import { checkHealthScore } from '../../src/metrics/business/healthScoreCheck.js';
import { historicLifetimeValueMeasure } from '../../src/metrics/business/historicLifetimeValue.js';
import { predictSpend } from '../../src/metrics/business/predictedSpend.js';
import { purchaseFrequencyMeasure } from '../../src/metrics/business/purchaseFrequency.js';
import { toPurchaseHistories } from '../../src/metrics/business/purchaseHistories.js';
import { checkPurchaseHistories } from '../../src/metrics/business/purchaseHistory.js';
import { churnMeasure, retentionMeasure } from '../../src/metrics/business/retention.js';
import { revenueAtRiskMeasure } from '../../src/metrics/business/revenueAtRisk.js';
import {
  grossRevenueRetentionMeasure,
  netRevenueRetentionMeasure,
} from '../../src/metrics/business/revenueRetention.js';
import { shareOfWalletMeasure } from '../../src/metrics/business/shareOfWallet.js';
import { allocateWallet, walletAllocation } from '../../src/metrics/business/walletAllocation.js';
import { toCivilDate } from '../../src/core/civilDay.js';
import { computeMeasure, tallyRows } from '../../src/measures/computeMeasure.js';
import { readTally, storeTally } from '../../src/measures/storedTally.js';
import type { Measure } from '../../src/measures/measure.js';
import { hypergeometric2F1 } from '../../src/statistics/hypergeometric2F1.js';

interface Row {
  readonly account: string | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly was: boolean | null;
  readonly is: boolean | null;
  readonly share: number | null;
  readonly count: number | null;
}

// Whole numbers, whose sums are exact in any order.
const amount = fc.option(fc.integer({ min: -2, max: 100_000 }));
const row: fc.Arbitrary<Row> = fc.record({
  account: fc.option(fc.constantFrom('a', 'b', 'c')),
  start: amount,
  end: amount,
  was: fc.option(fc.boolean()),
  is: fc.option(fc.boolean()),
  share: fc.option(fc.constantFrom(-1, 0, 0.25, 0.5, 1)),
  count: fc.option(fc.integer({ min: 0, max: 10 })),
});
const rows = fc.array(row, { maxLength: 15 });
const currency = 'EUR';

const MEASURES: Readonly<Record<string, Measure<Row, never, MetricResult>>> = {
  retention: retentionMeasure<Row>({ activeAtStart: 'was', activeAtEnd: 'is' }),
  churn: churnMeasure<Row>({ activeAtStart: 'was', activeAtEnd: 'is' }),
  gross: grossRevenueRetentionMeasure<Row>({ startRevenue: 'start', endRevenue: 'end' }),
  net: netRevenueRetentionMeasure<Row>({ startRevenue: 'start', endRevenue: 'end' }),
  earned: earnedGrowthMeasure<Row>({ startRevenue: 'start', endRevenue: 'end', earned: 'is' }),
  frequency: purchaseFrequencyMeasure<Row>({ orders: 'count', time: 'start' }),
  orderValue: averageOrderValueMeasure<Row>({ amount: 'start', orders: 'count', currency }),
  wallet: shareOfWalletMeasure<Row>({ spend: 'start', categorySpend: 'end' }),
  historic: historicLifetimeValueMeasure<Row>({ account: 'account', margin: 'start', currency }),
  cost: costToServeMeasure<Row>({
    activities: [{ id: 'orders', volume: 'count', unitCost: 12 }],
    revenue: 'start',
    margin: 'end',
    currency,
  }),
  risk: revenueAtRiskMeasure<Row>({ revenue: 'start', flagged: 'is', churnProbability: 'share', currency }),
  health: healthScoreMeasure<Row>({
    components: [{ id: 'count', score: 'count', weight: 1, minimum: 0, maximum: 10, higherIsBetter: false }],
  }),
} as never;

describe.each(Object.entries(MEASURES))('the measure of %s', (_, measure) => {
  it('does not look at the order of rows', () => {
    fc.assert(
      fc.property(rows, (all) => {
        expect(computeMeasure([...all].reverse(), measure)).toEqual(computeMeasure(all, measure));
      }),
    );
  });

  it('is the same merged from parts as in one', () => {
    fc.assert(
      fc.property(rows, fc.nat(15), (all, cut) => {
        const first = tallyRows(all.slice(0, cut), measure);
        measure.mergeTallies(first, tallyRows(all.slice(cut), measure));
        expect(measure.toResult(first)).toEqual(computeMeasure(all, measure));
      }),
    );
  });

  it('survives JSON, result and tally', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const result = computeMeasure(all, measure);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        const stored: unknown = JSON.parse(JSON.stringify(storeTally(measure, tallyRows(all, measure))));
        expect(measure.toResult(readTally(measure, stored as never))).toEqual(result);
      }),
    );
  });

  it('counts every row once, used or left out', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const { sampleSize, excluded, ...result } = computeMeasure(all, measure);
        const used = 'orders' in result && 'total' in result ? (result.orders as number) : sampleSize;
        const left = Object.values(excluded).reduce((sum, count) => sum + count, 0);
        expect(used + left).toBe(all.length);
      }),
    );
  });

  it('leaves its rows as they are', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const before = JSON.stringify(all);
        computeMeasure(all, measure);
        expect(JSON.stringify(all)).toBe(before);
      }),
    );
  });
});

describe('laws of retention', () => {
  const options = { startRevenue: 'start', endRevenue: 'end' } as const;

  it('gross is at most 1, and at most net', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const gross = computeMeasure(all, grossRevenueRetentionMeasure<Row>(options));
        const net = computeMeasure(all, netRevenueRetentionMeasure<Row>(options));
        fc.pre(gross.value !== null && net.value !== null);
        expect(gross.value).toBeGreaterThanOrEqual(0);
        expect(gross.value).toBeLessThanOrEqual(1);
        expect(gross.value).toBeLessThanOrEqual(net.value + 1e-12);
        const { startRevenue, churned, contraction, expansion } = net;
        expect(gross.value).toBeCloseTo((startRevenue - churned - contraction) / startRevenue, 12);
        expect(net.value).toBeCloseTo((startRevenue - churned - contraction + expansion) / startRevenue, 10);
      }),
    );
  });

  it('what is kept and what is lost make a whole', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const fields = { activeAtStart: 'was', activeAtEnd: 'is' } as const;
        const kept = computeMeasure(all, retentionMeasure<Row>(fields)).value;
        const lost = computeMeasure(all, churnMeasure<Row>(fields)).value;
        expect(kept === null ? null : 1 - kept).toEqual(lost === null ? null : expect.closeTo(lost, 12));
      }),
    );
  });

  it('earned growth is net retention less 1 without new customers', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const old = all.filter(({ start }) => start !== 0);
        const net = computeMeasure(old, netRevenueRetentionMeasure<Row>(options)).value;
        const earned = computeMeasure(old, earnedGrowthMeasure<Row>({ ...options, earned: 'is' })).value;
        expect(earned).toEqual(net === null ? null : expect.closeTo(net - 1, 10));
      }),
    );
  });
});

describe('laws of the wallet', () => {
  it('the shares of all suppliers add up to 1 and fall with the rank', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (suppliers) => {
        const shares = Array.from({ length: suppliers }, (_, i) => walletAllocation(i + 1, suppliers) ?? NaN);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        expect(shares.every((share, i) => i === 0 || share < (shares[i - 1] ?? NaN))).toBe(true);
      }),
    );
  });

  it('add up to 1 with ties, and equal ratings get equal shares', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 12 }), (ratings) => {
        const shares = allocateWallet(ratings);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        for (const [i, rating] of ratings.entries())
          for (const [j, other] of ratings.entries())
            expect(Math.sign((shares[i] ?? NaN) - (shares[j] ?? NaN))).toBe(Math.sign(rating - other));
      }),
    );
  });
});

const positive = fc.double({ min: 0.05, max: 20, noNaN: true });
const model = fc.record({ r: positive, alpha: positive, a: positive, b: positive });
const customer = fc
  .record({ frequency: fc.integer({ min: 0, max: 60 }), age: fc.integer({ min: 0, max: 200 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ frequency, age, share }) => ({ frequency, age, recency: frequency > 0 ? age * share : 0 })); // prettier-ignore
const horizon = fc.double({ min: 0.01, max: 500, noNaN: true });

describe('laws of purchase models', () => {
  it('P(alive) lies in 0..1', () => {
    fc.assert(
      fc.property(model, customer, (parameters, one) => {
        const alive = probabilityAlive({ parameters }, one) ?? NaN;
        expect(alive >= 0 && alive <= 1).toBe(true);
      }),
    );
  });

  it('P(alive) falls with silence', () => {
    fc.assert(
      fc.property(model, customer, horizon, (parameters, one, longer) => {
        const now = probabilityAlive({ parameters }, one) ?? NaN;
        const later = probabilityAlive({ parameters }, { ...one, age: one.age + longer }) ?? NaN;
        expect(later).toBeLessThanOrEqual(now);
      }),
    );
  });

  it('purchases grow with the time ahead, and never faster than by the mean rate', () => {
    fc.assert(
      fc.property(model, customer, horizon, (parameters, one, time) => {
        const sooner = predictPurchases({ parameters }, one, time) ?? NaN;
        const later = predictPurchases({ parameters }, one, 2 * time) ?? NaN;
        expect(sooner).toBeGreaterThanOrEqual(0);
        expect(later).toBeGreaterThanOrEqual(sooner * (1 - 1e-9));
        const rate = (parameters.r + one.frequency) / (parameters.alpha + one.age);
        expect(later - sooner).toBeLessThanOrEqual(rate * time * (1 + 1e-9));
      }),
    );
  });

  it('a new customer expects at least the chance of one repeat purchase', () => {
    fc.assert(
      fc.property(model, horizon, (parameters, time) => {
        const none = probabilityNoRepeat({ parameters }, time) ?? NaN;
        expect(none >= 0 && none <= 1).toBe(true);
        expect(predictNewCustomerPurchases({ parameters }, time) ?? NaN).toBeGreaterThanOrEqual(
          (1 - none) * (1 - 1e-9),
        );
      }),
    );
  });

  it('the expected spend lies between the own mean and that of all customers', () => {
    fc.assert(
      fc.property(positive, fc.double({ min: 1.1, max: 20, noNaN: true }), positive, fc.integer({ min: 1, max: 50 }), positive, (p, q, gamma, frequency, monetaryValue) => {
        const fit = { parameters: { p, q, gamma } };
        const all = predictSpend(fit, { frequency: 0 }) ?? NaN;
        const own = predictSpend(fit, { frequency, monetaryValue }) ?? NaN;
        expect(own).toBeGreaterThanOrEqual(Math.min(all, monetaryValue) * (1 - 1e-12));
        expect(own).toBeLessThanOrEqual(Math.max(all, monetaryValue) * (1 + 1e-12));
      }),
    ); // prettier-ignore
  });

  it('histories made of orders have no fault and do not look at the order of rows', () => {
    const order = fc.record({
      account: fc.constantFrom('a', 'b', 'c'),
      at: fc.integer({ min: 20_000, max: 20_400 }).map((day) => toCivilDate(day) ?? ''),
      amount: fc.integer({ min: 1, max: 1000 }),
    });
    const options = { account: 'account', at: 'at', amount: 'amount', asOf: '2025-06-30', unit: 'week' } as const;
    fc.assert(
      fc.property(fc.array(order, { maxLength: 20 }), (orders) => {
        const histories = toPurchaseHistories(orders, options);
        expect(checkPurchaseHistories(histories)).toEqual([]);
        expect(toPurchaseHistories([...orders].reverse(), options)).toEqual(histories);
      }),
    );
  });
});

describe('laws of the hypergeometric function', () => {
  const small = fc.double({ min: -3, max: 5, noNaN: true });
  const third = fc.double({ min: 0.3, max: 12, noNaN: true });
  const argument = fc.double({ min: 0, max: 0.999, noNaN: true });

  // DLMF 15.5.15.
  it('keeps the relation of its neighbours', () => {
    fc.assert(
      fc.property(small, small, third, argument, (a, b, c, z) => {
        const terms = [
          (c - a - 1) * hypergeometric2F1(a, b, c, z),
          a * hypergeometric2F1(a + 1, b, c, z),
          -(c - 1) * hypergeometric2F1(a, b, c - 1 > 0 ? c - 1 : NaN, z),
        ];
        fc.pre(terms.every(Number.isFinite));
        const size = terms.reduce((sum, term) => sum + Math.abs(term), 0);
        expect(Math.abs(terms.reduce((sum, term) => sum + term, 0))).toBeLessThanOrEqual(1e-9 * size + 1e-12);
      }),
    );
  });
});

describe('laws of the check of a health score', () => {
  const judged = fc.array(fc.record({ score: fc.integer({ min: 0, max: 100 }), left: fc.boolean() }), {
    maxLength: 40,
  });

  it('does not look at the order of accounts, and counts each in one band', () => {
    fc.assert(
      fc.property(judged, (all) => {
        const check = (some: typeof all): unknown => {
          const { auc, standardError, interval, ...rest } = checkHealthScore(
            some.map(({ score }) => score),
            some.map(({ left }) => left),
          );
          return { ...rest, auc: auc?.toFixed(10), error: standardError?.toFixed(8), low: interval?.lower.toFixed(8) };
        };
        expect(check([...all].reverse())).toEqual(check(all));
        const { bands, sampleSize, churned } = checkHealthScore(
          all.map(({ score }) => score),
          all.map(({ left }) => left),
        );
        expect(bands.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(sampleSize);
        expect(bands.reduce((sum, band) => sum + band.churned, 0)).toBe(churned);
        expect(bands.every(({ from }, i) => i === 0 || from > (bands[i - 1]?.to ?? NaN))).toBe(true);
      }),
    );
  });
});
