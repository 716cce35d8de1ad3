import { describe, expect, it } from 'vitest';
import { computeMeasure, tallyRows } from '../../../../src/measures/computeMeasure.js';
import { readTally, storeTally } from '../../../../src/measures/storedTally.js';
import {
  accountResponseRateMeasure,
  computeAccountResponseRate,
} from '../../../../src/metrics/outreach/accountResponseRate.js';
import { toAnsweringAccounts } from '../../../../src/metrics/outreach/answeringAccounts.js';
import type { Invitation } from '../../../../src/metrics/outreach/invitation.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../../tools/soundness.js';
import { invitation } from './rates.js';

const sentAt = '2026-03-01';
// A answered twice, B in part, C bounced, D was silent, E held back, F opted out, G was a test.
const rows: readonly Invitation[] = [
  invitation({ accountId: 'D', sentAt }),
  invitation({ accountId: 'A', sentAt, status: 'complete' }),
  invitation({ accountId: 'A', sentAt, status: 'complete' }),
  invitation({ accountId: 'A', sentAt }),
  invitation({ accountId: 'C', sentAt, bounced: true }),
  invitation({ accountId: 'B', sentAt, status: 'partial' }),
  invitation({ accountId: 'E', notSurveyed: 'quarantine' }),
  invitation({ accountId: 'F', notSurveyed: 'opted-out' }),
  invitation({ accountId: 'G', sentAt, status: 'test' }),
  invitation({ sentAt, status: 'complete' }),
  invitation({ accountId: '', sentAt }),
  invitation({ status: 'spam' }),
];

describe('computeAccountResponseRate', () => {
  it('counts each account that was asked once', () => {
    const got = expectSound(computeAccountResponseRate(readOnce(deepFreeze(rows))));
    expect(got).toMatchObject({
      definition: {
        id: 'account-response-rate',
        family: 'proportion',
        statistic: 'share',
        unit: 'share',
        direction: 'higher-is-better',
        range: { minimum: 0, maximum: 1 },
        parameters: {},
      },
      value: 0.25,
      sampleSize: 4,
      accounts: 4,
      answered: 1,
      silent: 3,
      silentAccounts: ['B', 'C', 'D'],
      interval: { method: 'wilson' },
    });
    expect(got.excluded).toEqual({
      test: 1,
      spam: 1,
      excluded: 0,
      invalid: 0,
      notEligible: 1,
      notSent: 1,
      notDelivered: 0,
      missingAccount: 2,
    });
  });

  it.each([
    [{ denominator: 'delivered' }, 1 / 3, ['B', 'D'], { notSent: 1, notDelivered: 1 }],
    [{ denominator: 'eligible' }, 1 / 5, ['B', 'C', 'D', 'E'], { notSent: 0, notDelivered: 0 }],
    [{ numerator: 'partial-too' }, 2 / 4, ['C', 'D'], { notSent: 1, notDelivered: 0 }],
  ] as const)('under %j is %d', (options, value, silentAccounts, excluded) => {
    const got = expectSound(computeAccountResponseRate(rows, options));
    expect(got).toMatchObject({ value, silentAccounts, excluded });
    expect(got.definition.parameters).toEqual(options);
    expect(got.silent).toBe(silentAccounts.length);
  });

  it('leaves what is the default out of the definition', () => {
    const { definition } = computeAccountResponseRate(rows, { denominator: 'sent', numerator: 'complete' });
    expect(definition.parameters).toEqual({});
  });

  it('has Wilson’s interval over accounts', () => {
    // 1 of 3, by Wilson’s formula.
    const got = computeAccountResponseRate(rows, { denominator: 'delivered' });
    expect(got.interval?.lower).toBeCloseTo(0.06149194472039615, 12);
    expect(got.interval?.upper).toBeCloseTo(0.7923403991979523, 12);
    expect(computeAccountResponseRate(rows, { population: 4 }).interval).toMatchObject({ lower: 0.25, upper: 0.25 });
  });

  it('is unknown without an account', () => {
    const got = expectSound(computeAccountResponseRate([invitation({ sentAt })]));
    expect(got).toMatchObject({ value: null, accounts: 0, silentAccounts: [], excluded: { missingAccount: 1 } });
    expect(got.warnings).toEqual([{ code: 'no-data' }]);
  });

  it('counts an account once when its contacts lie in several pieces', () => {
    const measure = accountResponseRateMeasure();
    const tallies = [rows.slice(0, 2), rows.slice(2, 6), rows.slice(6)].map((part) => {
      const tally = measure.createTally();
      part.forEach((row, index) => measure.addRow(tally, row, index));
      return JSON.parse(JSON.stringify(tally)) as typeof tally;
    });
    const whole = measure.createTally();
    for (const tally of deepFreeze(tallies.reverse())) measure.mergeTallies(whole, tally);
    expect(measure.toResult(whole)).toEqual(computeAccountResponseRate(rows));
    expect(computeMeasure(rows, measure)).toEqual(computeAccountResponseRate(rows));
  });

  it.each([
    [
      () => computeAccountResponseRate(rows, { denominator: 'x' as never }),
      'computeAccountResponseRate: option "denom',
    ],
    [() => accountResponseRateMeasure({ numerator: 'x' as never }), 'accountResponseRateMeasure: option "numerator"'],
    [() => computeAccountResponseRate(rows, { confidence: 1 }), 'computeAccountResponseRate: option "confidence"'],
    [
      () => computeAccountResponseRate([invitation({ accountId: {} as never })]),
      'computeAccountResponseRate: account at row 0',
    ],
  ])('names itself in errors', (call, start) => {
    expect(thrownBy(call).message.startsWith(start)).toBe(true);
  });

  it('counts a row that is missing as invalid', () => {
    expect(computeAccountResponseRate([null as never]).excluded.invalid).toBe(1);
  });
});

describe('accountResponseRateMeasure', () => {
  const measure = accountResponseRateMeasure();
  const tally = tallyRows(rows, measure);

  it('survives storage', () => {
    const stored: unknown = JSON.parse(JSON.stringify(storeTally(measure, tally)));
    expect(measure.toResult(readTally(measure, stored))).toEqual(computeAccountResponseRate(rows));
  });

  it.each([
    [{ ...tally, keys: ['A'] }, 'tally.tallies'],
    [{ ...tally, unkeyed: { counts: [0] } }, 'tally.unkeyed.counts'],
  ])('refuses a stored tally of another shape', (wrong, path) => {
    const stored = { ...storeTally(measure, tally), tally: wrong };
    expect(thrownBy(() => readTally(measure, stored)).message).toContain(`readTally: ${path} must be`);
  });
});

describe('toAnsweringAccounts', () => {
  it('lists accounts with an answer, each once and in order', () => {
    const extra = invitation({ accountId: '10', status: 'complete' });
    expect(toAnsweringAccounts(readOnce([...rows, extra]))).toEqual(['10', 'A']);
    expect(toAnsweringAccounts(rows, { numerator: 'partial-too' })).toEqual(['A', 'B']);
  });

  it('does not ask whether it was delivered', () => {
    expect(toAnsweringAccounts([invitation({ accountId: 'Z', bounced: true, status: 'complete' })])).toEqual(['Z']);
    expect(toAnsweringAccounts([invitation({ accountId: 'Z', status: 'spam' }), null as never])).toEqual([]);
  });

  it('names itself in errors', () => {
    const start = 'toAnsweringAccounts: option "numerator" must be "complete" or "partial-too", received "all"';
    expect(thrownBy(() => toAnsweringAccounts(rows, { numerator: 'all' as never })).message).toBe(start);
    const odd = [...rows.slice(0, 1), invitation({ accountId: 1.5 as never })];
    expect(thrownBy(() => toAnsweringAccounts(odd)).message).toContain('toAnsweringAccounts: account at row 1');
  });
});
