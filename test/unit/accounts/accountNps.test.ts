import { describe, expect, it } from 'vitest';
import { accountMeasure } from '../../../src/accounts/accountMeasure.js';
import {
  accountNpsMeasure,
  computeAccountNps,
  type AccountNpsOptions,
  type AccountNpsResult,
} from '../../../src/accounts/accountNps.js';
import { compareRollUps } from '../../../src/accounts/compareRollUps.js';
import { listAccounts } from '../../../src/accounts/listAccounts.js';
import type { RollUpRule } from '../../../src/accounts/rollUp.js';
import { compareTallies } from '../../../src/measures/compareTallies.js';
import { computeMeasure, tallyRows } from '../../../src/measures/computeMeasure.js';
import { readTally, storeTally } from '../../../src/measures/storedTally.js';
import { cesMeasure } from '../../../src/metrics/perception/ces.js';
import { CES_1 } from '../../../src/metrics/perception/cesVersion.js';
import { csatMeasure } from '../../../src/metrics/perception/csat.js';
import { expectSound, thrownBy } from '../../tools/soundness.js';
import { TEN_ACCOUNTS, TEN_REVENUES, type AccountAnswer } from '../../tools/tenAccounts.js';

const fields = { account: 'account', score: 'score' } as const;
const revenue = ({ account }: AccountAnswer): number => TEN_REVENUES[account]!;
const of = (options: Partial<AccountNpsOptions<AccountAnswer>> = {}): AccountNpsResult =>
  expectSound(computeAccountNps(TEN_ACCOUNTS, { ...fields, ...options }));

describe('computeAccountNps on the ten accounts', () => {
  // statistics.md §3.2 and acceptance cases 28 to 31, computed with R.
  it.each<[RollUpRule, number]>([
    ['pooled', 7.14285714],
    ['mean', 7.66666667],
    ['mean-then-classify', -10],
    ['rounded-mean-then-classify', 10],
    ['majority', 0],
    ['worst', -20],
    ['best', 40],
  ])('is, under %s, %f', (rollUp, value) => {
    expect(of({ rollUp }).value).toBeCloseTo(value, 7);
  });

  it.each<[RollUpRule, number]>([
    ['mean', 47.44525547],
    ['mean-then-classify', 24.08759124],
  ])('is by revenue, under %s, %f', (rollUp, value) => {
    expect(of({ rollUp, revenue }).value).toBeCloseTo(value, 7);
  });

  it('has, as a mean, the usual error over accounts and Student’s t', () => {
    const result = of();
    expect(result.standardError).toBeCloseTo(22.2113862, 6);
    expect(result.degreesOfFreedom).toBeCloseTo(9, 9);
    expect(result.interval?.lower).toBeCloseTo(-42.5789798, 5);
    expect(result.interval?.upper).toBeCloseTo(57.9123131, 5);
    expect(result.interval).toMatchObject({ method: 't', confidence: 0.95 });
    expect(result).toMatchObject({ sampleSize: 28, accounts: 10, effectiveSampleSize: 10, unweightedValue: null });
    expect(result.definition).toMatchObject({ id: 'account-nps', family: 'scale', statistic: 'net', parameters: {} });
    expect(result.warnings).toEqual([{ code: 'small-sample', unit: 'accounts', observed: 10, recommended: 30 }]);
  });

  it('has, pooled, the error clustered by account', () => {
    const result = of({ rollUp: 'pooled' });
    expect(result.standardError).toBeCloseTo(27.2004496, 6);
    expect(result.degreesOfFreedom).toBeCloseTo(6.431728969, 8);
    expect(result.interval?.method).toBe('cr2');
    expect(result.effectiveSampleSize).toBeLessThan(10);
    expect(result.definition.parameters).toEqual({ rollUp: 'pooled' });
  });

  it('shows beside a score by revenue its effective size, the largest account and the unweighted twin', () => {
    const result = of({ revenue });
    // (Σw)² / Σw² of the revenues, and 900 of 2,055.
    expect(result.effectiveSampleSize).toBeCloseTo(3.59, 2);
    expect(result.largestAccount).toEqual({ account: 'E', share: 900 / 2055 });
    expect(result.unweightedValue).toBeCloseTo(7.66666667, 7);
    expect(result.interval?.method).toBe('cr2');
    expect(result.definition.parameters).toEqual({ weighting: 'revenue' });
    expect(result.warnings.map(({ code }) => code)).toEqual([
      'small-sample',
      'unequal-weights',
      'low-degrees-of-freedom',
    ]);
    expect(result.warnings[1]).toEqual({
      code: 'unequal-weights',
      unit: 'accounts',
      sampleSize: 10,
      effectiveSampleSize: result.effectiveSampleSize,
    });
  });

  it('says how many accounts are divided', () => {
    // H alone holds a promoter and a detractor.
    expect(of().dividedAccounts).toBe(1);
  });

  it('narrows to nothing when every account answered', () => {
    expect(of({ population: 10 }).interval).toMatchObject({ lower: of().value, upper: of().value });
    expect(of({ population: 10 }).warnings).toEqual([]);
    expect(thrownBy(() => of({ population: 9 })).code).toBe('CX_POPULATION_TOO_SMALL');
  });

  it('does not depend on the order of rows, nor on shards', () => {
    const measure = accountNpsMeasure<AccountAnswer>({ ...fields, revenue });
    const shards = [TEN_ACCOUNTS.slice(13).reverse(), TEN_ACCOUNTS.slice(0, 13)].map((rows) =>
      tallyRows(rows, measure),
    );
    measure.mergeTallies(shards[0]!, shards[1]!);
    expect({ ...measure.toResult(shards[0]!), excludedBefore: null }).toEqual(of({ revenue }));
  });

  it('knows the accounts on both sides of a comparison', () => {
    const measure = accountNpsMeasure<AccountAnswer>(fields);
    const better = TEN_ACCOUNTS.map(({ account, score }) => ({
      account,
      score: account < 'F' ? Math.min(10, score + 2) : score,
    }));
    const change = compareTallies(measure, tallyRows(better, measure), tallyRows(TEN_ACCOUNTS, measure));
    // Account by account: A +60, B +66.7 (6, 7, 5 become 8, 9, 7), D +50; the t test of the ten differences.
    const gains = [60 - 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    gains[0] = 100 - 60;
    gains[1] = 100 / 3 + 200 / 3;
    gains[3] = 50;
    const mean = gains.reduce((sum, own) => sum + own, 0) / 10;
    const variance = gains.reduce((sum, own) => sum + (own - mean) ** 2, 0) / 9;
    expect(change.difference).toBeCloseTo(mean, 10);
    expect(change.standardError).toBeCloseTo(Math.sqrt(variance / 10), 10);
    expect(change.sampleSizes).toEqual([10, 10]);
    expect(change.degreesOfFreedom).toBeCloseTo(9, 10);
  });

  it('stores and reads back, and refuses what is no tally', () => {
    const measure = accountNpsMeasure<AccountAnswer>({ ...fields, revenue });
    const tally = tallyRows(TEN_ACCOUNTS, measure);
    const stored = JSON.parse(JSON.stringify(storeTally(measure, tally))) as { tally: typeof tally };
    expect(measure.toResult(readTally(measure, stored))).toEqual(measure.toResult(tally));
    const [first, ...others] = stored.tally.cells.tallies;
    const withFirst = (cell: unknown): unknown => ({
      ...stored,
      tally: { ...stored.tally, cells: { ...stored.tally.cells, tallies: [cell, ...others] } },
    });
    for (const bad of [
      withFirst({ ...first, revenues: [1] }),
      withFirst({ ...first, revenues: [-1, 2] }),
      withFirst({ ...first, revenues: null }),
      withFirst({ ...first, answers: { counts: [], weights: null } }),
      withFirst(null),
      { ...stored, tally: { ...stored.tally, excluded: [0] } },
      { ...stored, tally: null },
    ])
      expect(thrownBy(() => readTally(measure, bad)).code).toBe('CX_INVALID_TALLY');
  });
});

interface RoleAnswer extends AccountAnswer {
  readonly role: string | null;
}
const ROLES: readonly RoleAnswer[] = [
  { account: 'A', score: 10, role: 'decision-maker' },
  { account: 'A', score: 3, role: 'user' },
  { account: 'A', score: 4, role: 'user' },
  { account: 'B', score: 9, role: 'user' },
  { account: 'B', score: 2, role: null },
];

describe('roles', () => {
  it('counts only those asked for, and says how many others there are', () => {
    const result = expectSound(computeAccountNps(ROLES, { ...fields, role: 'role', roles: ['decision-maker'] }));
    expect(result).toMatchObject({ value: 100, accounts: 1, sampleSize: 1 });
    expect(result.excluded).toMatchObject({ otherRole: 3, missingRole: 1 });
    expect(result.definition.parameters).toEqual({ roles: ['decision-maker'] });
    expect(result.warnings).toContainEqual({ code: 'no-interval', reason: 'few-accounts' });
  });

  it('weighs answers by role within their account', () => {
    const result = expectSound(
      computeAccountNps(ROLES, { ...fields, role: 'role', roleWeights: { 'decision-maker': 2, user: 1 } }),
    );
    // A: (2 - 1 - 1) / 4 = 0; B: the answer without a role has no weight, so +100.
    expect(result.value).toBe(50);
    expect(result.excluded.missingWeight).toBe(1);
    expect(result.definition.parameters).toEqual({ roleWeights: { 'decision-maker': 2, user: 1 } });
    const both = computeAccountNps(ROLES, {
      ...fields,
      role: 'role',
      roleWeights: { 'decision-maker': 2, user: 1 },
      weight: ({ score }) => (score === 10 ? 2 : 1),
    });
    // A: (4 - 1 - 1) / 6.
    expect(both.value).toBeCloseTo((100 / 3 + 100) / 2, 10);
    const unweighted = computeAccountNps(ROLES, {
      ...fields,
      role: 'role',
      roleWeights: { user: 1 },
      weight: () => null,
    });
    expect(unweighted.excluded.missingWeight).toBe(5);
  });

  it.each([
    [{ roles: ['user'] }, 'roles'],
    [{ roles: [], role: 'role' }, 'roles'],
    [{ roles: 'user', role: 'role' }, 'roles'],
    [{ roleWeights: { user: 1 } }, 'roleWeights'],
    [{ roleWeights: {}, role: 'role' }, 'roleWeights'],
    [{ roleWeights: { user: -1 }, role: 'role' }, 'roleWeights'],
    [{ roleWeights: { user: NaN }, role: 'role' }, 'roleWeights'],
    [{ rollUp: 'median' }, 'rollUp'],
  ])('refuses %o', (options, name) => {
    const thrown = thrownBy(() => computeAccountNps(ROLES, { ...fields, ...options } as never));
    expect(thrown.code).toBe('CX_INVALID_OPTION');
    expect(thrown.message).toContain(`option "${name}"`);
  });
});

describe('revenue', () => {
  const rows = [
    { account: 'A', score: 9, revenue: 10 },
    { account: 'A', score: 9, revenue: 30 },
    { account: 'B', score: 3, revenue: 10 },
    { account: 'C', score: 3, revenue: null },
    { account: 'D', score: 3, revenue: 0 },
  ];
  const weigh = { ...fields, revenue: 'revenue' } as const;

  it('takes the largest where rows disagree, with a warning, and leaves accounts without any out', () => {
    const result = expectSound(computeAccountNps(rows, weigh));
    expect(result).toMatchObject({ value: 50, accounts: 2, accountsWithoutRevenue: 2, sampleSize: 3 });
    expect(result.excluded.missingRevenue).toBe(2);
    expect(result.warnings).toContainEqual({ code: 'inconsistent-revenue', count: 1 });
  });

  it('refuses what is no revenue', () => {
    const bad = [{ account: 'A', score: 9, revenue: -1 }];
    expect(thrownBy(() => computeAccountNps(bad, weigh))).toMatchObject({
      code: 'CX_INVALID_WEIGHT',
      message: 'computeAccountNps: revenue at row 0 must be a number from 0 to 1e+25, received -1',
    });
  });
});

describe('computeAccountNps without much', () => {
  it('is unknown without answers', () => {
    const result = expectSound(computeAccountNps([], fields));
    expect(result).toMatchObject({
      value: null,
      interval: null,
      accounts: 0,
      largestAccount: null,
      effectiveSampleSize: 0,
      warnings: [{ code: 'no-data' }],
    });
  });

  it('counts answers without an account, without a score and off the scale', () => {
    const rows = [
      { account: null, score: 9 },
      { account: 'A', score: null },
      { account: 'A', score: 11 },
      { account: 'A', score: 10 },
    ];
    const result = expectSound(computeAccountNps(rows, { ...fields, offScale: 'exclude' }));
    expect(result.excluded).toMatchObject({ missingAccount: 1, missing: 1, offScale: 1 });
    expect(result.warnings).toContainEqual({ code: 'off-scale-excluded', count: 1 });
    expect(thrownBy(() => computeAccountNps(rows, fields)).code).toBe('CX_OFF_SCALE');
  });
});

describe('known accounts', () => {
  it('are listed when they are silent, an account whose answers do not count included', () => {
    const rows = [...TEN_ACCOUNTS, { account: 'K', score: null }];
    const knownAccounts = ['L', ...'ABCDEFGHIJK'.split(''), null, 'L'];
    const result = expectSound(computeAccountNps(rows, { ...fields, knownAccounts }));
    expect(result.silentAccounts).toEqual(['K', 'L']);
    expect(of().silentAccounts).toBeNull();
    expect(of({ knownAccounts: new Set(['A']) }).silentAccounts).toEqual([]);
  });
});

describe('the latest answer of each contact', () => {
  const rows = [
    { account: 'A', contact: 'a1', at: '2026-01-10', score: 3 },
    { account: 'A', contact: 'a1', at: '2026-06-10', score: 9 },
    { account: 'A', contact: 'a2', at: '2026-06-11', score: 8 },
    { account: 'B', contact: 'b1', at: '2026-02-01', score: 10 },
    { account: 'B', contact: 'b1', at: '2026-08-01', score: 0 },
    { account: 'B', contact: 'b1', at: '2026-07-01', score: null },
  ];
  const latest = { contact: 'contact', at: 'at', to: '2026-07-31' } as const;

  it('alone counts, within the window, which becomes part of the definition', () => {
    const result = expectSound(computeAccountNps(rows, { ...fields, latest }));
    // A: 9 and 8, so +50; B: 10 of February, since August is outside and July holds no score.
    expect(result).toMatchObject({ value: 75, sampleSize: 3, accounts: 2 });
    expect(result.definition.parameters).toEqual({ latestPerContact: { from: null, to: '2026-07-31' } });
    expect(result.excludedBefore).toMatchObject({ superseded: 1, outsideWindow: 1, missingScore: 1 });
    expect(computeAccountNps(rows, { ...fields, latest: { ...latest, from: '2026-03-01' } })).toMatchObject({
      value: 50,
      definition: { parameters: { latestPerContact: { from: '2026-03-01', to: '2026-07-31' } } },
    });
  });

  it('has a line of its own among the rules', () => {
    const lines = compareRollUps(rows, { ...fields, latest });
    expect(lines.filter(({ isLatestOnly }) => isLatestOnly)).toHaveLength(1);
    expect(lines.at(-1)).toMatchObject({
      rollUp: 'mean',
      isLatestOnly: true,
      isByRevenue: false,
      result: { value: 75 },
    });
  });
});

describe('compareRollUps', () => {
  it('gives every rule, those by revenue, and decision-makers where roles are known', () => {
    const lines = compareRollUps(
      TEN_ACCOUNTS.map((row, at) => ({ ...row, role: at % 2 ? 'user' : 'decision-maker' })),
      { ...fields, revenue, role: 'role' },
    );
    expect(lines.map(({ rollUp, isByRevenue, roles }) => [rollUp, isByRevenue, roles])).toEqual([
      ['mean', false, null],
      ['pooled', false, null],
      ['mean-then-classify', false, null],
      ['rounded-mean-then-classify', false, null],
      ['majority', false, null],
      ['worst', false, null],
      ['best', false, null],
      ['mean', false, ['decision-maker']],
      ['mean', true, null],
      ['mean-then-classify', true, null],
    ]);
    const values = lines.map(({ result }) => result.value!);
    [7.66666667, 7.14285714, -10, 10, 0, -20, 40].forEach((value, at) => expect(values[at]).toBeCloseTo(value, 7));
    expect(values.slice(8).map((value) => Number(value.toFixed(7)))).toEqual([47.4452555, 24.0875912]);
    expect(lines[7]!.result.excluded.otherRole).toBe(14);
  });
});

describe('listAccounts', () => {
  it('tells what each account says', () => {
    const lines = listAccounts(TEN_ACCOUNTS, { ...fields, revenue, rollUp: 'majority' });
    expect(lines).toHaveLength(10);
    expect(lines[7]).toEqual({
      account: 'H',
      answers: 2,
      value: 0,
      lowest: 6,
      highest: 9,
      isDivided: true,
      revenue: 40,
    });
    expect(lines[0]).toMatchObject({ account: 'A', answers: 5, value: 100, lowest: 7, highest: 10, isDivided: false });
  });
});

describe('accountMeasure', () => {
  it('rolls up a share, of which a tie is no success', () => {
    const csat = csatMeasure<AccountAnswer>({ score: 'score' });
    const rows = [
      { account: 'A', score: 5 },
      { account: 'A', score: 2 },
      { account: 'B', score: 4 },
      { account: 'B', score: 5 },
      { account: 'B', score: 1 },
    ];
    const valueOf = (rollUp: RollUpRule): number | null =>
      computeMeasure(rows, accountMeasure(csat, { account: 'account', rollUp })).value;
    expect(valueOf('majority')).toBe(0.5);
    expect(valueOf('mean')).toBeCloseTo((1 / 2 + 2 / 3) / 2, 12);
    expect(valueOf('mean-then-classify')).toBe(0);
    expect([valueOf('worst'), valueOf('best')]).toEqual([0, 1]);
    const result = computeMeasure(rows, accountMeasure(csat, { account: 'account' }));
    expect(result.definition).toMatchObject({ id: 'account-csat', unit: 'share' });
    expect(result.dividedAccounts).toBe(2);
  });

  it('knows what is worst where low is good, and that a mean has no classes', () => {
    const effort = cesMeasure<AccountAnswer>({ score: 'score', version: CES_1 });
    const rows = [
      { account: 'A', score: 1 },
      { account: 'A', score: 5 },
      { account: 'B', score: 2 },
    ];
    const valueOf = (rollUp: RollUpRule): number | null =>
      computeMeasure(rows, accountMeasure(effort, { account: 'account', rollUp })).value;
    expect([valueOf('worst'), valueOf('best'), valueOf('mean')]).toEqual([3.5, 1.5, 2.5]);
    expect(computeMeasure(rows, accountMeasure(effort, { account: 'account' })).dividedAccounts).toBe(0);
    expect(thrownBy(() => valueOf('majority'))).toMatchObject({
      code: 'CX_INVALID_OPTION',
      message: 'accountMeasure: option "rollUp" must be "mean", "pooled", "worst", "best", received "majority"',
    });
  });
});
