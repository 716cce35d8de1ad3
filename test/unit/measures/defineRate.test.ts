import { describe, expect, it } from 'vitest';
import { compareResults } from '../../../src/measures/compareResults.js';
import { computeMeasure, tallyRows } from '../../../src/measures/computeMeasure.js';
import { defineRate } from '../../../src/measures/defineRate.js';
import { expectSound, thrownBy } from '../../tools/soundness.js';

interface Row {
  readonly events: number | null;
  readonly days: number | null;
}
const rate = defineRate<Row, 'rate'>({ id: 'rate', events: 'events', exposure: 'days' });
const row = (events: number | null, days: number | null): Row => ({ events, days });

describe('defineRate', () => {
  it('meets R’s poisson.test(137, 24.19893)', () => {
    const result = expectSound(computeMeasure([row(100, 20), row(37, 4.19893)], rate));
    expect(result.value).toBeCloseTo(5.661407, 6);
    expect(result.interval?.lower).toBeCloseTo(4.753125, 6);
    expect(result.interval?.upper).toBeCloseTo(6.692709, 6);
    expect(result.interval?.method).toBe('garwood');
    expect(result.standardError).toBeCloseTo(Math.sqrt(137) / 24.19893, 12);
    expect(result).toMatchObject({ events: 137, exposure: 24.19893, sampleSize: 2, degreesOfFreedom: null });
  });

  it('has an interval without any event, and for a single row', () => {
    const none = expectSound(computeMeasure([row(0, 10)], rate));
    // -ln(0.025) / 10.
    expect(none.interval?.lower).toBe(0);
    expect(none.interval?.upper).toBeCloseTo(-Math.log(0.025) / 10, 12);
    expect(none.warnings.map(({ code }) => code)).toEqual(['small-sample']);
  });

  it('states the rate for the exposure it is asked for, which is part of the definition', () => {
    const per = defineRate<Row, 'rate'>({ id: 'rate', events: 'events', exposure: 'days', per: 100 });
    const [one, hundred] = [rate, per].map((measure) => computeMeasure([row(7, 300), row(3, 200)], measure));
    expect(hundred!.value).toBe(2);
    expect(hundred!.interval?.upper).toBeCloseTo(100 * one!.interval!.upper, 10);
    expect(hundred!.standardError).toBeCloseTo(100 * one!.standardError!, 10);
    expect(hundred!.definition.parameters).toEqual({ per: 100 });
    expect(thrownBy(() => compareResults(one!, hundred!)).code).toBe('CX_DEFINITION_MISMATCH');
    expect(per.toSums(tallyRows([row(7, 300)], per)).scale).toBe(100);
  });

  it('is unknown without exposure', () => {
    const result = expectSound(computeMeasure([row(3, 0)], rate));
    expect(result).toMatchObject({ value: null, interval: null, events: 3, exposure: 0 });
    expect(result.warnings).toContainEqual({ code: 'zero-denominator' });
  });

  it.each([
    [row(1.5, 2), 'numerator at row 0 must be a whole number from 0, received 1.5'],
    [row(NaN, 2), 'numerator at row 0 must be a whole number from 0, received NaN'],
    [row(-1, 2), 'numerator at row 0 must be a whole number from 0, received -1'],
    [row(1, -2), 'denominator at row 0 must be a number from 0 to 1e+90, received -2'],
  ])('refuses %o, or counts it', (bad, message) => {
    expect(thrownBy(() => computeMeasure([bad], rate))).toMatchObject({
      code: 'CX_OFF_SCALE',
      message: `rate: ${message}`,
    });
    const lenient = defineRate<Row, 'r'>({ id: 'r', events: 'events', exposure: 'days', offScale: 'exclude' });
    expect(computeMeasure([bad, row(1, 2), row(null, 2)], lenient)).toMatchObject({
      value: 0.5,
      excluded: { missing: 1, offScale: 1 },
    });
  });

  it('refuses a declaration that is none, and a population', () => {
    const declared = { id: 'r', events: 'events', exposure: 'days' } as const;
    for (const per of [0, -1, NaN, Infinity])
      expect(thrownBy(() => defineRate<Row>({ ...declared, per })).code).toBe('CX_INVALID_DEFINITION');
    expect(thrownBy(() => defineRate<Row>({ ...declared, offScale: 'drop' as 'throw' })).code).toBe(
      'CX_INVALID_OPTION',
    );
    expect(thrownBy(() => computeMeasure([row(1, 1)], rate, { population: 5 }))).toMatchObject({
      code: 'CX_INVALID_OPTION',
      message: 'rate: option "population" must be left out of a rate, received 5',
    });
    expect(thrownBy(() => computeMeasure([row(1, 1)], rate, { confidence: 2 })).code).toBe('CX_INVALID_OPTION');
  });

  it('compares two rates by their errors, and not where neither saw an event', () => {
    const [a, b, none] = [row(30, 100), row(12, 100), row(0, 9)].map((own) => computeMeasure([own], rate));
    const change = compareResults(a!, b!);
    expect(change.difference).toBeCloseTo(0.18, 12);
    // (0.30 - 0.12) / √(0.003 + 0.0012).
    expect(change.standardError).toBeCloseTo(Math.sqrt(0.0042), 12);
    expect(change.verdict).toBe('higher');
    expect(change.interval?.method).toBe('normal');
    expect(compareResults(none!, none!).verdict).toBe('unknown');
  });
});
