import { describe, expect, it } from 'vitest';
import { kaplanMeier } from '../../../src/statistics/kaplanMeier.js';
import { riskTable } from '../../../src/statistics/riskTable.js';
import { survivalCrossing } from '../../../src/statistics/survivalCrossing.js';
import { survivalCurve } from '../../../src/statistics/survivalCurve.js';
import { survivalQuantileInterval } from '../../../src/statistics/survivalQuantileInterval.js';

const curveOf = (times: number[], events: number[]): ReturnType<typeof kaplanMeier> => kaplanMeier(times, events);
const ones = (n: number): number[] => Array<number>(n).fill(1);
const upTo = (n: number): number[] => Array.from({ length: n }, (_, at) => at + 1);

describe('survivalQuantileInterval', () => {
  // R, survival: quantile(survfit(Surv(1:20, rep(1, 20)) ~ 1, conf.type = "log-log"), ...).
  it.each([
    [0.05, 1, 3],
    [0.1, 1, 5],
    [0.5, 5, 15],
    [0.9, 15, Infinity],
    [0.95, 17, Infinity],
  ])('goes from where the lower limit crosses to where the upper one does, at %d', (share, lower, upper) => {
    expect(survivalQuantileInterval(curveOf(upTo(20), ones(20)), share)).toEqual({ lower, upper });
  });

  it('is that of the median unless told', () => {
    expect(survivalQuantileInterval(curveOf(upTo(20), ones(20)))).toEqual({ lower: 5, upper: 15 });
  });

  it('has the confidence and the scale of the curve', () => {
    const at = (confidence: number): object =>
      survivalQuantileInterval(kaplanMeier(upTo(20), ones(20), { confidence }));
    // R, conf.int = 0.5.
    expect(at(0.5)).toEqual({ lower: 9, upper: 12 });
    // S ± 1.96 √(S (1 - S) / 20) reaches 1/2 from S = 0.7 on, and below 0.3: R.
    expect(survivalQuantileInterval(kaplanMeier(upTo(20), ones(20), { interval: 'plain' }))).toEqual({
      lower: 6,
      upper: 15,
    });
  });

  it('takes the first crossing of a limit that turns back', () => {
    // The lower limits at 0 and 1 are 0.83 and 0.87 of 0.986 and 0.972, at 99 %.
    const curve = kaplanMeier(
      upTo(71).map((time) => time - 1),
      ones(71),
      { confidence: 0.99 },
    );
    expect(curve[1]?.interval.lower).toBeGreaterThan(curve[0]?.interval.lower as number);
    expect(survivalQuantileInterval(curve, 0.05).lower).toBe(0);
  });

  it('is beyond the last time where the lower limit stays above the level', () => {
    // R: the lower limits of 3/4 and 1/2 are 0.128 and 0.058; that of 1/2 of two at confidence 0.5 is 0.252.
    const curve = curveOf([1, 2, 3, 4], [1, 1, 0, 0]);
    expect(survivalQuantileInterval(curve, 0.95)).toEqual({ lower: 4, upper: Infinity });
    expect(survivalQuantileInterval(curve, 0.9)).toEqual({ lower: 2, upper: Infinity });
    const both = kaplanMeier([1, 2], [1, 1], { confidence: 0.5 });
    expect(survivalQuantileInterval(both, 0.9)).toEqual({ lower: 2, upper: Infinity });
  });

  it('has no limit below or above where the curve sets none', () => {
    expect(survivalQuantileInterval(curveOf([4], [1]))).toEqual({ lower: 0, upper: Infinity });
    expect(survivalQuantileInterval(curveOf([4, 4, 4], [1, 1, 1]))).toEqual({ lower: 0, upper: Infinity });
    expect(survivalQuantileInterval(curveOf([1, 2], [1, 1]))).toEqual({ lower: 1, upper: Infinity });
    expect(survivalQuantileInterval(curveOf([1, 2, 3], [0, 0, 0]))).toEqual({ lower: 0, upper: Infinity });
    // On the plain scale too: where nobody is left there is no error.
    const plain = kaplanMeier([4, 5], [1, 1], { interval: 'plain' });
    expect(survivalQuantileInterval(plain)).toEqual({ lower: 4, upper: Infinity });
  });

  it('is NaN without steps and outside the domain', () => {
    const none = { lower: NaN, upper: NaN };
    expect(survivalQuantileInterval([])).toEqual(none);
    for (const share of [0, 1, -0.1, 1.1, NaN])
      expect(survivalQuantileInterval(curveOf(upTo(20), ones(20)), share)).toEqual(none);
    for (const confidence of [0, 1, NaN])
      expect(survivalQuantileInterval(kaplanMeier(upTo(20), ones(20), { confidence }))).toEqual(none);
  });
});

describe('survivalCrossing', () => {
  const own = (times: number[], events: number[], share: number): number =>
    survivalCrossing(curveOf(times, events), share, ({ survival }) => survival);

  it('is where the curve first falls so far, or the middle of the stretch that is there', () => {
    expect(own([1, 2, 3, 4, 5], ones(5), 0.5)).toBe(3);
    expect(own([1, 2, 3, 4, 5], ones(5), 0.4)).toBe(2.5);
    expect(own([1, 2, 3, 4, 5], ones(5), 0.99)).toBe(5);
  });

  it('goes to the last time where the curve falls no more', () => {
    // R: quantile(survfit(Surv(c(1, 2, 3, 4), c(1, 1, 0, 0)) ~ 1), 0.5) is 3.
    expect(own([1, 2, 3, 4], [1, 1, 0, 0], 0.5)).toBe(3);
    expect(own([1, 2], [1, 0], 0.5)).toBe(1.5);
  });

  it('is unknown where a limit stays at the level until nobody is left', () => {
    const curve = curveOf([1, 2, 3, 4], ones(4));
    const level = (values: number[]): number => survivalCrossing(curve, 0.5, (step) => values[step.time - 1] as number);
    expect(level([0.9, 0.5, 0.5, NaN])).toBeNaN();
    expect(level([0.9, 0.5, 0.4, NaN])).toBe(2.5);
    expect(level([0.9, 0.5, 0.5, 0.5])).toBe(3);
  });

  it('takes shares for equal that differ by rounding, and no others', () => {
    const curve = curveOf([1, 2, 3], ones(3));
    const at = (second: number): number =>
      survivalCrossing(curve, 0.5, ({ time }) => [1, second, 0][time - 1] as number);
    expect(at(0.5 + 5e-10)).toBe(2.5);
    expect(at(0.5 - 5e-10)).toBe(2.5);
    expect(at(0.5 + 5e-9)).toBe(3);
    expect(at(0.5 - 5e-9)).toBe(2);
  });

  it('is NaN where the curve never gets, without steps and off the range', () => {
    expect(own([1, 2, 3], [1, 0, 0], 0.5)).toBeNaN();
    expect(own([], [], 0.5)).toBeNaN();
    for (const share of [0, 1, NaN]) expect(own([1, 2, 3], ones(3), share)).toBeNaN();
  });
});

describe('survivalCurve', () => {
  const times = [4, 2, 2, 9, 7, 7, 7, 1, 12, 5];
  const events = [1, 1, 0, 1, 0, 1, 1, 1, 0, 1];

  it.each([{}, { interval: 'plain' }, { confidence: 0.8 }, { interval: 'log-log', confidence: 0.99 }] as const)(
    'is that of kaplanMeier, with %j',
    (options) => {
      const got = survivalCurve(riskTable(times, events) ?? [], options);
      const wanted = kaplanMeier(times, events, options);
      expect(got.map(({ time, atRisk, events: own }) => [time, atRisk, own])).toEqual(
        wanted.map(({ time, atRisk, events: own }) => [time, atRisk, own]),
      );
      wanted.forEach(({ survival, standardError, interval }, at) => {
        expect(got[at]?.survival).toBeCloseTo(survival, 14);
        expect(got[at]?.standardError).toBeCloseTo(standardError, 14);
        expect(got[at]?.interval.lower).toBeCloseTo(interval.lower, 14);
        expect(got[at]?.interval.upper).toBeCloseTo(interval.upper, 14);
      });
    },
  );

  it('keeps the share exact while nobody ceases to be followed', () => {
    const n = 4998;
    const curve = survivalCurve(upTo(n).map((time) => ({ time, atRisk: n + 1 - time, events: 1 })));
    expect(curve.every(({ survival, time }) => survival === (n - time) / n)).toBe(true);
  });
});
