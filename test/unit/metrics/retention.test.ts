import { describe, expect, it } from 'vitest';
import {
  churnMeasure,
  computeChurn,
  computeRetention,
  retentionMeasure,
} from '../../../src/metrics/business/retention.js';

interface Customer {
  readonly start?: boolean | null;
  readonly end?: boolean | null;
}
const fields = { activeAtStart: 'start', activeAtEnd: 'end' } as const;
const kept = { start: true, end: true };
const lost = { start: true, end: false };

describe('computeRetention and computeChurn', () => {
  it('share the customers at the start', () => {
    const customers: Customer[] = [kept, kept, kept, lost];
    expect(computeRetention(customers, fields)).toMatchObject({ value: 0.75, kept: 3, lost: 1, sampleSize: 4 });
    expect(computeChurn(customers, fields)).toMatchObject({ value: 0.25, kept: 3, lost: 1, sampleSize: 4 });
  });

  it('leave out who came later, and who is not known', () => {
    const customers: Customer[] = [
      kept,
      lost,
      { start: false, end: true },
      { start: false },
      { start: null, end: true },
      { end: false },
      { start: true, end: null },
      { start: 1 as unknown as boolean, end: true },
      { start: true, end: 'yes' as unknown as boolean },
    ];
    const excluded = { missing: 3, invalid: 2, notAtStart: 2 };
    expect(computeRetention(customers, fields)).toMatchObject({ value: 0.5, excluded });
    expect(computeChurn(customers, fields)).toMatchObject({ value: 0.5, excluded });
  });

  it('know no value without customers at the start', () => {
    const result = computeRetention<Customer>([{ start: false, end: true }], fields);
    expect(result).toMatchObject({ value: null, interval: null, sampleSize: 0, warnings: [{ code: 'no-data' }] });
  });

  // Wilson (1927) for 3 of 4, as R's prop.test(3, 4, correct = FALSE) has it.
  it("have Wilson's interval", () => {
    const { interval } = computeRetention<Customer>([kept, kept, kept, lost], fields);
    expect(interval?.method).toBe('wilson');
    expect(interval?.lower).toBeCloseTo(0.3006418, 7);
    expect(interval?.upper).toBeCloseTo(0.9544127, 7);
  });

  it('say which way is good, and over which period', () => {
    const range = { minimum: 0, maximum: 1 };
    const shared = { family: 'proportion', statistic: 'share', unit: 'share', range };
    expect(retentionMeasure<Customer>(fields).definition).toEqual({
      ...shared,
      id: 'logo-retention',
      direction: 'higher-is-better',
      parameters: {},
    });
    expect(churnMeasure<Customer>({ ...fields, period: 'month' }).definition).toEqual({
      ...shared,
      id: 'logo-churn',
      direction: 'lower-is-better',
      parameters: { period: 'month' },
    });
  });

  it('refuse a period that is no text', () => {
    const options = { ...fields, period: 12 as unknown as string };
    expect(() => computeRetention<Customer>([], options)).toThrow(
      'computeRetention: option "period" must be a text, received 12',
    );
    expect(() => churnMeasure<Customer>(options)).toThrow('churnMeasure: option "period"');
  });
});
