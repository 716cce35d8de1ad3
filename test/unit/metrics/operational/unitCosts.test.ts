import { describe, expect, it } from 'vitest';
import { tallyRows } from '../../../../src/measures/computeMeasure.js';
import { computeCostPerContact, costPerContactMeasure } from '../../../../src/metrics/operational/costPerContact.js';
import {
  computeCostPerIntervention,
  costPerInterventionMeasure,
} from '../../../../src/metrics/operational/costPerIntervention.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../../tools/soundness.js';

interface Month {
  readonly cost: { minorUnits: number; currency: string } | number | null;
  readonly number: number | null;
}

const rows: readonly Month[] = deepFreeze([
  { cost: 900, number: 6 },
  { cost: { minorUnits: 1100, currency: 'EUR' }, number: 4 },
  { cost: 500, number: 0 },
  { cost: null, number: 3 },
  { cost: 100, number: null },
  { cost: -1, number: 1 },
  { cost: 100, number: -1 },
]);
const parts = { cost: 'cost', currency: 'EUR' } as const;

describe.each([
  ['cost-per-intervention', 'interventions', computeCostPerIntervention, costPerInterventionMeasure],
  ['cost-per-contact', 'contacts', computeCostPerContact, costPerContactMeasure],
] as const)('%s', (id, name, compute, measureOf) => {
  const options = { ...parts, [name]: 'number' } as typeof parts;
  const run = compute as typeof computeCostPerContact;

  it('divides sums', () => {
    const result = expectSound(run(readOnce(rows), options));
    expect(result).toMatchObject({
      definition: {
        id,
        family: 'ratio',
        statistic: 'ratio',
        unit: 'money',
        direction: 'lower-is-better',
        range: null,
        parameters: { currency: 'EUR' },
      },
      value: 250,
      cost: 2500,
      [name]: 10,
      sampleSize: 3,
      excluded: { missing: 2, invalid: 2 },
    });
  });

  it('takes a row for one unless told', () => {
    expect(run(rows.slice(0, 3), parts)).toMatchObject({ value: 2500 / 3, [name]: 3 });
  });

  it('is not known where nothing was done', () => {
    expect(run(rows.slice(2, 3), options).value).toBeNull();
    expect(run([], options).value).toBeNull();
  });

  it('merges', () => {
    const measure = (measureOf as typeof costPerContactMeasure<Month>)(options);
    const tally = tallyRows(rows.slice(0, 2), measure);
    measure.mergeTallies(tally, tallyRows(rows.slice(2), measure));
    expect(measure.toResult(tally)).toEqual(run(rows, options));
  });

  it('refuses another currency', () => {
    expect(thrownBy(() => run(rows, { ...options, currency: 'USD' })).code).toBe('CX_INVALID_INPUT');
    expect(thrownBy(() => run(rows, { ...options, currency: '€' })).code).toBe('CX_INVALID_OPTION');
  });
});
