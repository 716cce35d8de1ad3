import { describe, expect, it } from 'vitest';
import { clusterBy } from '../../../src/measures/clusterBy.js';
import { compareResults } from '../../../src/measures/compareResults.js';
import { compareTallies } from '../../../src/measures/compareTallies.js';
import { computeMeasure, tallyRows } from '../../../src/measures/computeMeasure.js';
import { defineMean } from '../../../src/measures/defineMean.js';
import { readTally, storeTally } from '../../../src/measures/storedTally.js';
import { cesMeasure } from '../../../src/metrics/perception/ces.js';
import { npsMeasure } from '../../../src/metrics/perception/nps.js';
import { B2B_NPS_SAMPLE_POLICY } from '../../../src/metrics/perception/samplePolicy.js';
import { designEffect } from '../../../src/statistics/designEffect.js';
import { TEN_ACCOUNTS, type AccountAnswer } from '../../tools/tenAccounts.js';
import { expectSound, thrownBy } from '../../tools/soundness.js';

const nps = npsMeasure<AccountAnswer>({ score: 'score' });
const clustered = clusterBy(nps, 'account');

describe('clusterBy', () => {
  it('gives the CR2 error and Satterthwaite degrees of freedom of R’s clubSandwich on the ten accounts', () => {
    const result = expectSound(computeMeasure(TEN_ACCOUNTS, clustered));
    expect(result.value).toBeCloseTo(7.14285714, 8);
    expect(result.standardError).toBeCloseTo(27.2004496, 6);
    expect(result.degreesOfFreedom).toBeCloseTo(6.431728969, 8);
    expect(result.interval?.lower).toBeCloseTo(-58.35, 1);
    expect(result.interval?.upper).toBeCloseTo(72.63, 1);
    expect(result.interval).toMatchObject({ confidence: 0.95, method: 'cr2' });
    expect(result).toMatchObject({ accounts: 10, sampleSize: 28, promoters: 10, passives: 10, detractors: 8 });
  });

  it('names the account that weighs most, the first among equals', () => {
    expect(computeMeasure(TEN_ACCOUNTS, clustered).largestAccount).toEqual({ account: 'J', share: 6 / 28 });
    const weighted = clusterBy(npsMeasure<AccountAnswer>({ score: 'score', weight: () => 2 }), 'account');
    const equal = TEN_ACCOUNTS.filter(({ account }) => 'DH'.includes(account));
    expect(computeMeasure(equal.slice().reverse(), weighted).largestAccount).toEqual({ account: 'D', share: 0.5 });
  });

  it('compares its variance with that of independent answers', () => {
    const { standardError, designEffect: effect, effectiveSampleSize } = computeMeasure(TEN_ACCOUNTS, clustered);
    const values = TEN_ACCOUNTS.map(({ score }) => (score >= 9 ? 1 : score <= 6 ? -1 : 0));
    const expected = designEffect((standardError! / 100) ** 2, values);
    expect(effect).toBeCloseTo(expected, 10);
    expect(effectiveSampleSize).toBeCloseTo(28 / expected, 10);
  });

  it('is linearised with accounts less one from 40 accounts on', () => {
    const many = Array.from({ length: 40 }, (_, at) => [
      { account: `a${at}`, score: at % 3 === 0 ? 10 : 8 },
      { account: `a${at}`, score: at % 5 === 0 ? 3 : 9 },
    ]).flat();
    const { standardError, degreesOfFreedom, interval } = computeMeasure(many, clustered);
    expect([degreesOfFreedom, interval?.method]).toEqual([39, 'linearized']);
    const totals = Array.from({ length: 40 }, (_, at) => (at % 3 === 0 ? 1 : 0) + (at % 5 === 0 ? -1 : 1));
    const mean = totals.reduce((sum, own) => sum + own, 0) / 80;
    const squares = totals.reduce((sum, own) => sum + (own - 2 * mean) ** 2, 0);
    expect(standardError).toBeCloseTo((100 * Math.sqrt((40 / 39) * squares)) / 80, 10);
    expect(computeMeasure(many.slice(2), clustered).interval?.method).toBe('cr2');
  });

  it('has no interval below five accounts, and says why', () => {
    const few = TEN_ACCOUNTS.filter(({ account }) => account <= 'D');
    const result = expectSound(computeMeasure(few, clustered));
    expect(result.interval).toBeNull();
    expect(result.standardError).toBeGreaterThan(0);
    expect(result.warnings).toContainEqual({ code: 'no-interval', reason: 'few-accounts' });
    const five = TEN_ACCOUNTS.filter(({ account }) => account <= 'E');
    expect(computeMeasure(five, clustered).interval).not.toBeNull();
  });

  it('has no interval where all agree, unless every account answered', () => {
    const same = TEN_ACCOUNTS.map(({ account }) => ({ account, score: 9 }));
    const result = expectSound(computeMeasure(same, clustered));
    expect(result).toMatchObject({ value: 100, standardError: 0, interval: null, designEffect: null });
    expect(result.warnings).toContainEqual({ code: 'no-interval', reason: 'no-variation' });
    const census = computeMeasure(same, clustered, { population: 10 });
    expect(census.interval).toEqual({ lower: 100, upper: 100, confidence: 0.95, method: 'cr2' });
  });

  it('narrows with a known number of accounts, and refuses fewer than answered', () => {
    const whole = computeMeasure(TEN_ACCOUNTS, clustered).interval!;
    const part = computeMeasure(TEN_ACCOUNTS, clustered, { population: 20 }).interval!;
    expect((part.upper - part.lower) / (whole.upper - whole.lower)).toBeCloseTo(Math.sqrt(10 / 19), 10);
    expect(thrownBy(() => computeMeasure(TEN_ACCOUNTS, clustered, { population: 9 }))).toMatchObject({
      code: 'CX_POPULATION_TOO_SMALL',
    });
    const made = clusterBy(npsMeasure<AccountAnswer>({ score: 'score', population: 10, confidence: 0.9 }), 'account');
    expect(computeMeasure(TEN_ACCOUNTS, made).interval).toMatchObject({ confidence: 0.9, lower: 100 / 14 });
  });

  it('counts answers without an account apart, and loses none', () => {
    const rows = [
      ...TEN_ACCOUNTS,
      { account: null, score: 10 },
      { account: '', score: null },
      { account: 'A', score: null },
    ];
    const result = computeMeasure(
      rows,
      clusterBy(npsMeasure<{ account: string | null; score: number | null }>({ score: 'score' }), 'account'),
    );
    expect(result.excluded).toEqual({ missing: 2, offScale: 0, missingWeight: 0, zeroWeight: 0, missingAccount: 1 });
    expect(result.sampleSize).toBe(28);
  });

  it('takes whole numbers as ids, and nothing else', () => {
    const byNumber = clusterBy(npsMeasure<{ id: number; score: number }>({ score: 'score' }), 'id');
    expect(tallyRows([{ id: 7, score: 9 }], byNumber).keys).toEqual(['7']);
    expect(thrownBy(() => tallyRows([{ id: 1.5, score: 9 }], byNumber))).toMatchObject({
      code: 'CX_INVALID_INPUT',
      message: 'nps: account at row 0 must be text, a whole number or missing, received 1.5',
    });
  });

  it('is unknown without answers', () => {
    const result = expectSound(computeMeasure([], clustered));
    expect(result).toMatchObject({
      value: null,
      interval: null,
      accounts: 0,
      designEffect: null,
      largestAccount: null,
    });
    expect(result.effectiveSampleSize).toBe(0);
    expect(result.warnings).toEqual([{ code: 'no-data' }]);
  });

  it('hands the number of accounts to a policy that counts them', () => {
    const policy = { ...B2B_NPS_SAMPLE_POLICY, unit: 'accounts', base: 20 } as const;
    const measure = clusterBy(npsMeasure<AccountAnswer>({ score: 'score', samplePolicy: policy }), 'account');
    const warningOf = (population?: number): object | undefined =>
      computeMeasure(TEN_ACCOUNTS, measure, { population }).warnings.find(({ code }) => code === 'below-sample-policy');
    expect(warningOf()).toMatchObject({ unit: 'accounts', observed: 10, required: 20, population: null });
    expect(warningOf(30)).toMatchObject({ observed: 10, required: 13, population: 30 });
    // 20 / (1 + 19 / 20) = 10.26, and 20 / (1 + 19 / 19) = 10.
    expect(warningOf(20)).toMatchObject({ required: 11 });
    expect(warningOf(19)).toBeUndefined();
  });

  it('warns where a few accounts hold almost all the weight', () => {
    const weight = ({ account }: AccountAnswer): number => (account === 'A' ? 1000 : account === 'B' ? 900 : 1);
    const heavy = clusterBy(npsMeasure<AccountAnswer>({ score: 'score', weight }), 'account');
    const { degreesOfFreedom, warnings } = computeMeasure(TEN_ACCOUNTS, heavy);
    expect(degreesOfFreedom).toBeLessThan(4);
    expect(warnings).toContainEqual({ code: 'low-degrees-of-freedom', degreesOfFreedom, recommended: 4 });
  });

  it('equals the usual error with one answer for each account', () => {
    const single = TEN_ACCOUNTS.map((row, at) => ({ ...row, account: String(at) })).slice(0, 20);
    const mean = cesMeasure<AccountAnswer>({ score: ({ score }) => Math.max(1, Math.min(7, score)) });
    const own = computeMeasure(single, mean);
    const byAccount = computeMeasure(single, clusterBy(mean, 'account'));
    expect(byAccount.standardError).toBeCloseTo(own.standardError!, 12);
    expect(byAccount.degreesOfFreedom).toBeCloseTo(19, 9);
    expect(byAccount.interval?.lower).toBeCloseTo(own.interval!.lower, 9);
  });

  it('works on measures of amounts too', () => {
    const days = defineMean<{ account: string; days: number; weight: number }, 'days'>({
      id: 'days',
      value: 'days',
      weight: 'weight',
    });
    const rows = TEN_ACCOUNTS.map(({ account, score }, at) => ({ account, days: score + 0.5, weight: (at % 3) + 1 }));
    const result = computeMeasure(rows, clusterBy(days, 'account'));
    expect(result.value).toBeCloseTo(computeMeasure(rows, days).value!, 12);
    const values = rows.map((row) => row.days);
    const weights = rows.map((row) => row.weight);
    expect(result.designEffect).toBeCloseTo(designEffect(result.standardError! ** 2, values, weights), 9);
  });

  it('reads back a stored tally, and refuses one that is none', () => {
    const tally = tallyRows(TEN_ACCOUNTS, clustered);
    const stored: unknown = JSON.parse(JSON.stringify(storeTally(clustered, tally)));
    expect(clustered.toResult(readTally(clustered, stored))).toEqual(clustered.toResult(tally));
    const altered = (change: object): unknown => ({
      format: 1,
      definition: nps.definition,
      tally: { ...tally, ...change },
    });
    for (const [change, path] of [
      [{ keys: ['A', 'A', ...tally.keys.slice(2)] }, 'tally.keys'],
      [{ keys: ['', ...tally.keys.slice(1)] }, 'tally.keys'],
      [{ keys: 'ABCDEFGHIJ' }, 'tally.keys'],
      [{ tallies: tally.tallies.slice(1) }, 'tally.tallies'],
      [{ tallies: null }, 'tally.tallies'],
      [{ unkeyed: null }, 'tally.unkeyed'],
      [{ tallies: [{ counts: [1], weights: null }, ...tally.tallies.slice(1)] }, 'tally.tallies[0].counts'],
    ] as const) {
      const thrown = thrownBy(() => readTally(clustered, altered(change)));
      expect(thrown.code).toBe('CX_INVALID_TALLY');
      expect(thrown.message).toContain(`readTally: ${path} must`);
    }
  });

  it('goes on with a tally that other hands have changed', () => {
    const tally = tallyRows([{ account: 'A', score: 9 }], clustered);
    tally.keys.push('B');
    tally.tallies.push(nps.createTally());
    clustered.addRow(tally, { account: 'B', score: 3 }, 1);
    expect(tally.keys).toEqual(['A', 'B']);
    expect(clustered.toResult(tally).value).toBe(0);
  });

  it('compares with itself as no evidence, and not at all below five accounts', () => {
    const tally = tallyRows(TEN_ACCOUNTS, clustered);
    expect(compareTallies(clustered, tally, tally)).toMatchObject({
      difference: 0,
      verdict: 'unknown',
      interval: null,
    });
    const few = tallyRows(TEN_ACCOUNTS.slice(0, 9), clustered);
    expect(compareResults(clustered.toResult(few), clustered.toResult(tally))).toMatchObject({
      verdict: 'unknown',
      warnings: [{ code: 'not-comparable', reason: 'few-accounts' }],
    });
    expect(compareTallies(clustered, few, few).warnings).toEqual([{ code: 'not-comparable', reason: 'few-accounts' }]);
  });
});
