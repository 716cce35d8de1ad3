import { describe, expect, it } from 'vitest';
import { compareResults } from '../../../src/measures/compareResults.js';
import { computeMeasure, tallyRows } from '../../../src/measures/computeMeasure.js';
import { defineDuration } from '../../../src/measures/defineDuration.js';
import { readTally, storeTally } from '../../../src/measures/storedTally.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../tools/soundness.js';

interface Ticket {
  hours?: number | null;
  open?: boolean | null;
}
const base = { id: 'resolution', unit: 'hours', value: 'hours' } as const;
const closedOnly = defineDuration<Ticket, 'resolution'>(base);
const censored = defineDuration<Ticket, 'resolution'>({ ...base, open: 'open' });
const closed = (...hours: (number | null | undefined)[]): Ticket[] =>
  hours.map((own) => ({ hours: own, open: false }) as Ticket);
const open = (...hours: number[]): Ticket[] => hours.map((own) => ({ hours: own, open: true }));
const upTo = (n: number): number[] => Array.from({ length: n }, (_, at) => at + 1);

// R, package survival: aml, all 23.
const LEUKAEMIA = [
  ...closed(9, 13, 18, 23, 31, 34, 48, 5, 5, 8, 8, 12, 23, 27, 30, 33, 43, 45),
  ...open(13, 28, 45, 161, 16),
];

describe('defineDuration', () => {
  it('declares a quantile of lengths of time of which low is good', () => {
    expect(closedOnly.definition).toStrictEqual({
      id: 'resolution',
      family: 'duration',
      statistic: 'quantile',
      unit: 'hours',
      direction: 'lower-is-better',
      range: null,
      parameters: {},
    });
    expect(closedOnly.binned).toBeUndefined();
  });

  it('names in the definition what changes the number, and nothing else', () => {
    expect(censored.definition.parameters).toEqual({ censoring: 'kaplan-meier' });
    expect(defineDuration<Ticket>({ ...base, quantile: 0.5, storage: 'exact' }).definition.parameters).toEqual({});
    const all = defineDuration<Ticket>({
      ...base,
      open: 'open',
      quantile: 0.9,
      quantiles: [0.25],
      storage: 'sketch',
      direction: 'contextual',
      unit: 'days',
      confidence: 0.8,
      names: { en: 'Time', fr: 'Temps' },
      parameters: { clock: 'business' },
    });
    expect(all.definition).toMatchObject({
      direction: 'contextual',
      unit: 'days',
      names: { en: 'Time', fr: 'Temps' },
      parameters: { clock: 'business', quantile: 0.9, censoring: 'kaplan-meier', storage: 'sketch' },
    });
    expect(Object.keys(all.definition.parameters)).toHaveLength(4);
  });

  it('gives the quantiles of type 7 of closed cases, with limits by order statistics', () => {
    const got = expectSound(computeMeasure(closed(12, 3, 45, 8, null, 30, 17, 21, undefined, 5, 9, 26), closedOnly));
    expect(got).toEqual({
      definition: closedOnly.definition,
      value: 14.5,
      standardError: null,
      degreesOfFreedom: null,
      // Ranks 2 and 9 of 10: the table of the sign test.
      interval: { lower: 5, upper: 30, confidence: 0.95, method: 'order-statistics' },
      sampleSize: 10,
      effectiveSampleSize: 10,
      accounts: null,
      excluded: { missing: 2, offScale: 0, missingOpen: 0 },
      warnings: [{ code: 'small-sample', observed: 10, recommended: 30 }],
      closed: 10,
      open: 0,
      quantiles: [
        {
          quantile: 0.5,
          value: 14.5,
          interval: { lower: 5, upper: 30, confidence: 0.95, method: 'order-statistics' },
        },
        // 30 + 0.1 × 15 and 30 + 0.55 × 15; the tenth value itself is above the 0.9 quantile with probability 0.35.
        {
          quantile: 0.9,
          value: expect.closeTo(31.5, 12) as number,
          interval: { lower: 21, upper: null, confidence: 0.95, method: 'order-statistics' },
        },
        {
          quantile: 0.95,
          value: expect.closeTo(38.25, 12) as number,
          interval: { lower: 26, upper: null, confidence: 0.95, method: 'order-statistics' },
        },
      ],
    });
  });

  it('gives those of Kaplan and Meier with open cases, with limits of Brookmeyer and Crowley', () => {
    const got = expectSound(computeMeasure(LEUKAEMIA, censored));
    const method = 'brookmeyer-crowley';
    expect(got).toMatchObject({ value: 27, closed: 18, open: 5, sampleSize: 23, effectiveSampleSize: 23 });
    // R: quantile(survfit(Surv(time, status) ~ 1, data = aml, conf.type = "log-log"), c(0.5, 0.9, 0.95)).
    expect(got.quantiles).toEqual([
      { quantile: 0.5, value: 27, interval: { lower: 13, upper: 34, confidence: 0.95, method } },
      { quantile: 0.9, value: 48, interval: { lower: 43, upper: null, confidence: 0.95, method } },
      { quantile: 0.95, value: null, interval: { lower: 45, upper: null, confidence: 0.95, method } },
    ]);
    expect(got.interval).toEqual(got.quantiles[0]?.interval);
    expect(got.warnings).toEqual([
      { code: 'small-sample', observed: 23, recommended: 30 },
      { code: 'quantile-not-reached', quantile: 0.95, open: 5 },
    ]);
  });

  it('takes another quantile for its value, and reports it among those asked for, ascending and once', () => {
    const measure = defineDuration<Ticket>({ ...base, quantile: 0.9, quantiles: [0.75, 0.25, 0.75] });
    const got = computeMeasure(closed(...upTo(101)), measure);
    expect(got.value).toBe(91);
    expect(got.quantiles.map(({ quantile, value }) => [quantile, value])).toEqual([
      [0.25, 26],
      [0.75, 76],
      [0.9, 91],
    ]);
    expect(got.interval).toEqual(got.quantiles[2]?.interval);
    expect(computeMeasure(closed(1), defineDuration<Ticket>({ ...base, quantiles: [] })).quantiles).toHaveLength(1);
  });

  it('says so when too many cases are open to know the value, and what is known of it', () => {
    const got = expectSound(computeMeasure([...closed(...upTo(19)), ...open(...upTo(21).map(() => 30))], censored));
    expect(got).toMatchObject({ value: null, standardError: null, closed: 19, open: 21 });
    expect(got.interval).toMatchObject({ upper: null });
    expect(got.interval?.lower).toBeGreaterThan(0);
    expect(got.warnings).toEqual(
      [0.5, 0.9, 0.95].map((quantile) => ({ code: 'quantile-not-reached', quantile, open: 21 })),
    );
    // One more closed case reaches it.
    const reached = computeMeasure([...closed(...upTo(20)), ...open(...upTo(20).map(() => 30))], censored);
    expect(reached.value).toBe(25);
  });

  it('knows nothing where all are open', () => {
    const got = expectSound(computeMeasure(open(1, 2, 3), censored));
    expect(got).toMatchObject({ value: null, interval: null, sampleSize: 3, closed: 0, open: 3 });
    expect(got.warnings.map(({ code }) => code)).not.toContain('no-interval');
  });

  it.each([
    [closedOnly, [], null, { code: 'no-data' }],
    [censored, [], null, { code: 'no-data' }],
    [closedOnly, [4], 4, { code: 'no-interval', reason: 'single-answer' }],
    [censored, [4], 4, { code: 'no-interval', reason: 'single-answer' }],
    [closedOnly, [4, 6], 5, { code: 'no-interval', reason: 'unbounded' }],
    [closedOnly, [1, 2, 3, 4, 5], 3, { code: 'no-interval', reason: 'unbounded' }],
    [censored, [4, 4, 4], 4, { code: 'no-interval', reason: 'unbounded' }],
  ])('has no interval, case %#', (measure, hours, value, warning) => {
    const got = expectSound(computeMeasure(closed(...hours), measure));
    expect(got).toMatchObject({ value, interval: null, sampleSize: hours.length });
    expect(got.warnings).toContainEqual(warning);
    expect(got.warnings).toHaveLength(hours.length === 0 ? 1 : 2);
  });

  it('needs 6 cases for two limits of the median, 30 to be silent', () => {
    expect(computeMeasure(closed(...upTo(6)), closedOnly).interval).toMatchObject({ lower: 1, upper: 6 });
    const codes = (n: number): string[] =>
      computeMeasure(closed(...upTo(n)), closedOnly).warnings.map(({ code }) => code);
    expect(codes(29)).toEqual(['small-sample']);
    expect(codes(30)).toEqual([]);
  });

  it('has a lower limit of 0 where the cases set none, since no duration is below', () => {
    const low = defineDuration<Ticket>({ ...base, quantile: 0.05 });
    expect(computeMeasure(closed(...upTo(20)), low).interval).toMatchObject({ lower: 0, upper: 4 });
  });

  it('may have an interval without width', () => {
    expect(computeMeasure(closed(4, 4, 4, 4, 4, 4), closedOnly).interval).toMatchObject({ lower: 4, upper: 4 });
  });

  it('keeps the value within its interval at any confidence', () => {
    for (let n = 1; n < 30; n++)
      for (const { value, interval } of computeMeasure(closed(...upTo(n)), closedOnly, { confidence: 0.01 })
        .quantiles) {
        expect(interval?.lower ?? 0).toBeLessThanOrEqual(value ?? NaN);
        expect(interval?.upper ?? Infinity).toBeGreaterThanOrEqual(value ?? NaN);
      }
  });

  it('takes confidence as a default, which is overridden', () => {
    const cautious = defineDuration<Ticket>({ ...base, confidence: 0.99 });
    // The sign test: ranks 1 and 10 of 10 cover 0.998, ranks 3 and 8 cover 0.8906.
    expect(computeMeasure(closed(...upTo(10)), cautious).interval).toMatchObject({
      lower: 1,
      upper: 10,
      confidence: 0.99,
    });
    expect(computeMeasure(closed(...upTo(10)), cautious, { confidence: 0.8 }).interval).toMatchObject({
      lower: 3,
      upper: 8,
      confidence: 0.8,
    });
    expect(thrownBy(() => computeMeasure(closed(1), cautious, { confidence: 95 })).message).toBe(
      'resolution: option "confidence" must be between 0 and 1, received 95',
    );
  });

  it('refuses a population, which it would have to ignore', () => {
    const refused = {
      kind: 'RangeError',
      code: 'CX_INVALID_OPTION',
      message: 'resolution: option "population" must be left out of a duration, received 100',
    };
    expect(thrownBy(() => computeMeasure(closed(1), closedOnly, { population: 100 }))).toEqual(refused);
    expect(thrownBy(() => computeMeasure([], censored, { population: 100 }))).toEqual(refused);
    expect(computeMeasure(closed(1), closedOnly, { population: undefined }).value).toBe(1);
  });

  it('throws off the scale, or excludes where asked', () => {
    expect(thrownBy(() => computeMeasure(closed(5, -1), closedOnly))).toEqual({
      kind: 'RangeError',
      code: 'CX_OFF_SCALE',
      message: 'resolution: value at row 1 must be a number from 0 to 1e+90, received -1',
    });
    const lenient = defineDuration<Ticket>({ ...base, open: 'open', offScale: 'exclude' });
    const got = computeMeasure([...closed(5, -1, NaN), { hours: 4, open: null }, { hours: 4 }], lenient);
    expect(got).toMatchObject({ value: 5, excluded: { missing: 0, offScale: 2, missingOpen: 2 } });
    expect(got.warnings).toContainEqual({ code: 'off-scale-excluded', count: 2 });
  });

  it('is the same from a sketch, within 0.4 %', () => {
    const sketch = defineDuration<Ticket>({ ...base, open: 'open', storage: 'sketch' });
    const got = expectSound(computeMeasure(LEUKAEMIA, sketch));
    const exact = computeMeasure(LEUKAEMIA, censored);
    expect(Math.abs((got.value ?? NaN) / 27 - 1)).toBeLessThan(1 / 256);
    expect(got.quantiles.map(({ value }) => value === null)).toEqual([false, false, true]);
    expect(got.warnings).toEqual(exact.warnings);
    const few = defineDuration<Ticket>({ ...base, storage: 'sketch' });
    expect(computeMeasure(closed(7, 7), few).value).toBe(7);
  });

  it.each([
    ['closed cases', closedOnly, closed(12, 3, null, 8.25)],
    ['open cases', censored, LEUKAEMIA],
    ['a sketch', defineDuration<Ticket>({ ...base, open: 'open', storage: 'sketch' }), LEUKAEMIA],
    ['a sketch of closed cases', defineDuration<Ticket>({ ...base, storage: 'sketch' }), closed(12, 3, 0)],
    ['no cases', defineDuration<Ticket>({ ...base, storage: 'sketch' }), []],
  ])('stores %s, and reads them back', (_, measure, rows) => {
    const tally = tallyRows(rows, measure);
    const stored = expectSound(storeTally(measure, tally));
    const read = readTally(measure, JSON.parse(JSON.stringify(stored)));
    expect(read).toEqual(tally);
    expect(measure.toResult(read)).toEqual(measure.toResult(tally));
  });

  it('refuses a stored tally that it did not make', () => {
    const stored = storeTally(closedOnly, tallyRows(closed(3), closedOnly));
    expect(thrownBy(() => readTally(censored, stored)).code).toBe('CX_DEFINITION_MISMATCH');
    const with_ = (tally: object): object => ({
      ...stored,
      tally: { closed: [3], open: [], excluded: [0, 0, 0], ...tally },
    });
    expect(thrownBy(() => readTally(closedOnly, with_({ open: [3] })))).toEqual({
      kind: 'TypeError',
      code: 'CX_INVALID_TALLY',
      message: 'readTally: tally.open must be shaped as the measure makes it, received an object',
    });
    expect(thrownBy(() => readTally(closedOnly, with_({ closed: [-3] }))).message).toContain('tally.closed[0]');
    const sketch = defineDuration<Ticket>({ ...base, storage: 'sketch' });
    const { tally, ...rest } = storeTally(sketch, tallyRows(closed(3), sketch));
    const altered = { ...rest, tally: { ...tally, closed: Object.assign({}, tally.closed, { count: 9 }) } };
    expect(thrownBy(() => readTally(sketch, altered)).message).toBe(
      'readTally: tally must be one that rows can have made, received an object',
    );
  });

  it('reads streams and frozen rows', () => {
    const tally = tallyRows(readOnce(LEUKAEMIA.slice(0, 9)), censored);
    censored.mergeTallies(tally, tallyRows(deepFreeze(LEUKAEMIA.slice(9)), censored));
    expect(censored.toResult(tally)).toEqual(computeMeasure(LEUKAEMIA, censored));
  });

  it('has no verdict in a comparison, for it has no standard error', () => {
    const [spring, summer] = [closed(2, 3, 4, 5, 6, 7, 8), closed(20, 30, 40, 50, 60, 70, 80)].map((rows) =>
      computeMeasure(rows, closedOnly),
    );
    expect(compareResults(summer!, spring!)).toMatchObject({
      difference: 45,
      standardError: null,
      interval: null,
      pValue: null,
      minimumDetectableDifference: null,
      verdict: 'unknown',
      sampleSizes: [7, 7],
      warnings: [{ code: 'not-comparable', reason: 'no-standard-error' }],
    });
  });

  it.each<[object, string, string]>([
    [{ unit: 'weeks' }, 'TypeError', '"unit" must be seconds or minutes or hours or days, received "weeks"'],
    [{ quantile: 0 }, 'RangeError', '"quantile" must be strictly between 0 and 1, received 0'],
    [{ quantile: 1 }, 'RangeError', '"quantile" must be strictly between 0 and 1, received 1'],
    [{ quantile: NaN }, 'RangeError', '"quantile" must be strictly between 0 and 1, received NaN'],
    [{ quantile: '0.5' }, 'TypeError', '"quantile" must be strictly between 0 and 1, received "0.5"'],
    [{ quantile: null }, 'TypeError', '"quantile" must be strictly between 0 and 1, received null'],
    [{ storage: 'none' }, 'TypeError', '"storage" must be exact or sketch, received "none"'],
    [
      { direction: 'up' },
      'TypeError',
      '"direction" must be higher-is-better or lower-is-better or contextual, received "up"',
    ],
    [{ id: 'Résolution' }, 'TypeError', '"id" must be a name in kebab case, received "Résolution"'],
    ...['quantile', 'censoring', 'storage'].map(
      (name) =>
        [
          { parameters: { [name]: 1 } },
          'TypeError',
          `"parameters" must be without those that the declaration sets itself, received "${name}"`,
        ] as [object, string, string],
    ),
  ])('refuses the declaration %j', (change, kind, message) => {
    expect(thrownBy(() => defineDuration<Ticket>({ ...base, ...change }))).toEqual({
      kind,
      code: 'CX_INVALID_DEFINITION',
      message: `defineDuration: ${message}`,
    });
  });

  it.each<[object, string]>([
    [{ offScale: 'ignore' }, 'option "offScale" must be "throw" or "exclude", received "ignore"'],
    [
      { quantiles: [0.5, 1] },
      'option "quantiles" must be a list of numbers strictly between 0 and 1, received an object',
    ],
    [{ quantiles: 0.5 }, 'option "quantiles" must be a list of numbers strictly between 0 and 1, received 0.5'],
  ])('refuses the option %j', (change, message) => {
    expect(thrownBy(() => defineDuration<Ticket>({ ...base, ...change }))).toMatchObject({
      code: 'CX_INVALID_OPTION',
      message: `defineDuration: ${message}`,
    });
  });
});
