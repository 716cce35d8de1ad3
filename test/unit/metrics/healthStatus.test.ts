import { describe, expect, it } from 'vitest';
import type { MetricStatus } from '../../../src/core/target.js';
import { toHealthStatuses, type HealthStatusOptions } from '../../../src/metrics/business/healthStatus.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../tools/soundness.js';

interface Row {
  readonly account: string | null;
  readonly score: number | null;
  readonly before?: MetricStatus | null | undefined;
}
const row = (score: number | null, before?: MetricStatus | null): Row => ({ account: 'a', score, before });
const THRESHOLDS = { green: 70, amber: 40 };
const STEADY = { ...THRESHOLDS, margin: 5, former: 'before' } as const;

describe('toHealthStatuses', () => {
  it.each([
    [100, 'green'],
    [70, 'green'],
    [69.999, 'amber'],
    [40, 'amber'],
    [39.999, 'red'],
    [0, 'red'],
    [null, 'unknown'],
  ] as const)('gives %s points the colour %s without a margin', (score, status) => {
    expect(toHealthStatuses([row(score, 'red')], THRESHOLDS)).toEqual([{ account: 'a', score, status, held: false }]);
  });

  it.each([
    // From green down: each threshold lies 5 lower.
    ['green', 65, 'green', true],
    ['green', 64.999, 'amber', false],
    ['green', 35, 'amber', true],
    ['green', 34.999, 'red', false],
    ['green', 70, 'green', false],
    // From amber both ways.
    ['amber', 74.999, 'amber', true],
    ['amber', 75, 'green', false],
    ['amber', 69, 'amber', false],
    ['amber', 35, 'amber', true],
    ['amber', 34.999, 'red', false],
    // From red up: each threshold lies 5 higher.
    ['red', 44.999, 'red', true],
    ['red', 45, 'amber', false],
    ['red', 74.999, 'amber', true],
    ['red', 75, 'green', false],
    ['red', 39, 'red', false],
    // Nothing to keep.
    ['unknown', 70, 'green', false],
    ['unknown', 69.999, 'amber', false],
    [null, 40, 'amber', false],
    [undefined, 39.999, 'red', false],
  ] as const)('from %s with %d points comes to %s', (before, score, status, held) => {
    expect(toHealthStatuses([row(score, before)], STEADY)).toEqual([{ account: 'a', score, status, held }]);
  });

  it('loses the colour with the score', () => {
    expect(toHealthStatuses([row(null, 'green')], STEADY)[0]).toMatchObject({ status: 'unknown', held: false });
  });

  it('keeps a colour that trembles, month after month', () => {
    const months = [71, 68, 72, 66, 64, 68, 71, 74, 76];
    let before: MetricStatus | null = null;
    const seen: MetricStatus[] = [];
    for (const score of months) {
      const status: MetricStatus = toHealthStatuses([row(score, before)], STEADY)[0]?.status ?? 'unknown';
      before = status;
      seen.push(status);
    }
    expect(seen).toEqual([...['green', 'green', 'green', 'green', 'amber', 'amber', 'amber', 'amber', 'green']]);
  });

  it('reads rows once, in their order, and the former colour by a function', () => {
    const rows = deepFreeze([
      { account: 'b', score: 66 },
      { account: null, score: 66 },
    ]);
    const former = ({ account }: { account: string | null }, index: number): MetricStatus =>
      account === 'b' && index === 0 ? 'green' : 'red';
    const statuses = expectSound(toHealthStatuses(readOnce(rows), { ...THRESHOLDS, margin: 5, former }));
    expect(statuses.map(({ account, status }) => [account, status])).toEqual([
      ['b', 'green'],
      [null, 'amber'],
    ]);
  });

  it('has no amber where both thresholds are equal', () => {
    const rows = [row(60, 'green'), row(56, 'green'), row(64, 'red'), row(54, 'green')];
    const options = { ...STEADY, green: 60, amber: 60 };
    expect(toHealthStatuses(rows, options).map(({ status }) => status)).toEqual(['green', 'green', 'red', 'red']);
  });

  it.each([0, 100])('takes thresholds at the end of the scale, %d', (end) => {
    const options = { green: end, amber: end };
    expect(toHealthStatuses([row(end)], options)[0]?.status).toBe('green');
    expect(() => toHealthStatuses([row(end)], { ...STEADY, margin: 100 })).not.toThrow();
  });

  it.each<[string, object, string]>([
    ['green above the scale', { green: 100.5 }, 'option "green" must be a number from 0 to 100'],
    ['green below the scale', { green: -1, amber: -1 }, 'option "green"'],
    ['no green', { green: undefined }, 'option "green"'],
    ['text', { green: '70' }, 'option "green"'],
    ['NaN', { green: NaN }, 'option "green"'],
    ['amber above green', { amber: 70.5 }, 'option "amber" must be a number from 0 to 70'],
    ['a negative margin', { margin: -1, former: 'before' }, 'option "margin" must be a number from 0 to 100'],
    ['a margin beyond the scale', { margin: 101, former: 'before' }, 'option "margin"'],
    ['a margin without former colour', { margin: 5 }, 'option "former" must be given where a margin is'],
  ])('refuses %s', (_, options, message) => {
    const given = { ...THRESHOLDS, ...options } as HealthStatusOptions<Row>;
    expect(thrownBy(() => toHealthStatuses<Row>([], given))).toMatchObject({
      code: 'CX_INVALID_OPTION',
      message: expect.stringContaining(`toHealthStatuses: ${message}`) as string,
    });
  });

  it.each<[string, unknown, string]>([
    ['a score that is no number', { account: 'a', score: '70' }, 'score at row 1 must be a finite number or null'],
    ['a missing score', { account: 'a' }, 'score at row 1'],
    ['NaN', { account: 'a', score: NaN }, 'score at row 1'],
    ['another colour', { account: 'a', score: 1, before: 'blue' }, 'former status at row 1 must be "green", "amber"'],
    ['a row that is none', null, 'row 1 must be a record of toAccountHealth'],
  ])('refuses %s', (_, odd, message) => {
    expect(thrownBy(() => toHealthStatuses([row(1), odd as Row], STEADY))).toMatchObject({
      code: 'CX_INVALID_INPUT',
      message: expect.stringContaining(`toHealthStatuses: ${message}`) as string,
    });
  });

  it('refuses what is no list, and options that are none', () => {
    expect(thrownBy(() => toHealthStatuses(null as never, THRESHOLDS)).message).toMatch(/^toHealthStatuses: health/);
    expect(thrownBy(() => toHealthStatuses([], null as never)).message).toMatch(/^toHealthStatuses: options/);
  });
});
