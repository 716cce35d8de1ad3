import { describe, expect, it } from 'vitest';
import { calibrationError, calibrationLine } from '../../../src/statistics/calibration.js';
import { confusionMatrix, confusionMeasures } from '../../../src/statistics/confusionMatrix.js';
import { delongTest } from '../../../src/statistics/delongTest.js';
import { hosmerLemeshowTest } from '../../../src/statistics/hosmerLemeshow.js';
import { brierScore, logLoss } from '../../../src/statistics/probabilityScores.js';
import { averagePrecision, youdenIndex } from '../../../src/statistics/rankingQuality.js';
import { hanleyMcNeilError, rocAuc } from '../../../src/statistics/rocAuc.js';

const scores = [0.1, 0.4, 0.35, 0.8];
const events = [0, 0, 1, 1];
const NOWHERE = { lower: NaN, upper: NaN };
const INVALID: [string, number[], number[]][] = [
  ['different lengths', [0.1, 0.4], [0, 0, 1]],
  ['an event that is neither 0 nor 1', [0.1, 0.4], [0, 2]],
  ['NaN', [0.1, NaN], [0, 1]],
  ['nothing', [], []],
];

describe('rocAuc', () => {
  it('is the share of pairs in the right order, ties half', () => {
    expect(rocAuc(scores, events).auc).toBe(0.75);
    expect(rocAuc([1, 2, 2, 3], [0, 1, 0, 1]).auc).toBe(0.875);
    expect(rocAuc(scores, events, 0.5).interval.lower).toBeCloseTo(0.75 - 0.6744897501960817 * Math.sqrt(0.125), 13);
    expect(rocAuc(scores, events).interval.upper).toBe(1);
    expect(
      rocAuc(
        scores,
        events.map((event) => 1 - event),
      ).interval.lower,
    ).toBe(0);
  });

  it('ranks many scores as few', () => {
    const many = Array.from({ length: 1200 }, (_, i) => ((i * 7919) % 1009) / 1009);
    const kinds = many.map((score, i) => (((i * 31) % 97) / 97 < score ? 1 : 0));
    let won = 0;
    let pairs = 0;
    for (const [i, a] of many.entries()) {
      for (const [j, b] of many.entries()) {
        if (kinds[i] === 1 && kinds[j] === 0) {
          pairs++;
          won += a > b ? 1 : a === b ? 0.5 : 0;
        }
      }
    }
    expect(rocAuc(many, kinds).auc).toBeCloseTo(won / pairs, 12);
  });

  it('has no error with a single event or non-event', () => {
    expect(rocAuc([1, 2, 3], [0, 0, 1])).toEqual({ auc: 1, standardError: NaN, interval: NOWHERE });
    expect(rocAuc([1, 2, 3], [0, 1, 1]).standardError).toBeNaN();
    expect(rocAuc([0, 1, 0, 0], [1, 1, 1, 0]).standardError).toBeNaN();
  });

  it.each([...INVALID, ['no event', [1, 2], [0, 0]], ['nothing but events', [1, 2], [1, 1]]] as typeof INVALID)(
    'is NaN for %s',
    (_, values, kinds) => {
      expect(rocAuc(values, kinds)).toEqual({ auc: NaN, standardError: NaN, interval: NOWHERE });
    },
  );
});

describe('hanleyMcNeilError', () => {
  it('is zero for perfect scores', () => {
    expect(hanleyMcNeilError(1, 5, 6)).toBe(0);
    expect(hanleyMcNeilError(0, 5, 6)).toBe(0);
    expect(hanleyMcNeilError(0.75, 1, 1)).toBeCloseTo(Math.sqrt(0.1875), 15);
  });

  it.each([
    [1.1, 5, 6],
    [-0.1, 5, 6],
    [0.5, 0, 6],
    [0.5, 5, 0],
    [NaN, 5, 6],
  ])('is NaN for %d with %d and %d', (auc, hits, others) => {
    expect(hanleyMcNeilError(auc, hits, others)).toBeNaN();
  });
});

describe('delongTest', () => {
  const kinds = [0, 1, 0, 1, 0, 1, 1, 0];
  const good = [1, 6, 2, 7, 3, 8, 4, 5];
  const poor = [5, 3, 1, 6, 7, 8, 2, 4];

  it('turns its sign when the scores change places', () => {
    const test = delongTest(good, poor, kinds);
    expect(test.difference).toBeCloseTo(15 / 16 - 9 / 16, 14);
    expect(delongTest(poor, good, kinds).statistic).toBeCloseTo(-test.statistic, 13);
    expect(delongTest(poor, good, kinds).pValue).toBeCloseTo(test.pValue, 13);
  });

  it('has no test for scores that rank alike, and none outside the domain', () => {
    expect(
      delongTest(
        good,
        good.map((score) => score ** 3),
        kinds,
      ),
    ).toEqual({
      difference: 0,
      statistic: NaN,
      pValue: NaN,
    });
    expect(delongTest(good, [1, 2], kinds)).toEqual({ difference: NaN, statistic: NaN, pValue: NaN });
  });
});

describe('youdenIndex', () => {
  it('is the largest gap over all thresholds', () => {
    expect(youdenIndex(scores, events)).toBe(0.5);
    expect(youdenIndex([4, 3, 2, 1], [1, 1, 0, 0])).toBe(1);
    expect(youdenIndex([1, 2, 3, 4], [1, 1, 0, 0])).toBe(0);
    expect(youdenIndex([2, 2, 1, 1], [1, 0, 1, 0])).toBe(0);
  });

  it.each([...INVALID, ['no event', [1, 2], [0, 0]], ['nothing but events', [1, 2], [1, 1]]] as typeof INVALID)(
    'is NaN for %s',
    (_, values, kinds) => {
      expect(youdenIndex(values, kinds)).toBeNaN();
    },
  );
});

describe('averagePrecision', () => {
  it('is the mean precision at the events', () => {
    expect(averagePrecision(scores, events)).toBeCloseTo((1 + 2 / 3) / 2, 15);
    expect(averagePrecision([3, 2, 1], [1, 1, 1])).toBe(1);
    // Equal scores enter together.
    expect(averagePrecision([1, 1, 1, 1], [1, 0, 0, 0])).toBe(0.25);
  });

  it.each([...INVALID, ['no event', [1, 2], [0, 0]]] as typeof INVALID)('is NaN for %s', (_, values, kinds) => {
    expect(averagePrecision(values, kinds)).toBeNaN();
  });
});

describe('brierScore', () => {
  it('is the mean square, and its skill is against the rate', () => {
    expect(brierScore([0.1, 0.4, 0.35, 0.8], events).score).toBeCloseTo(0.158125, 15);
    expect(brierScore([0.5, 0.5, 0.5, 0.5], events)).toEqual({ score: 0.25, skill: 0 });
    expect(brierScore([0, 0, 1, 1], events)).toEqual({ score: 0, skill: 1 });
    expect(brierScore([0.5, 0.5], [1, 1])).toEqual({ score: 0.25, skill: NaN });
    expect(brierScore([0.5, 0.5], [0, 0]).skill).toBeNaN();
  });

  it.each([
    ...INVALID,
    ['a probability above 1', [0.5, 1.1], [0, 1]],
    ['one below 0', [-0.1, 1], [0, 1]],
  ] as typeof INVALID)('is NaN for %s', (_, values, kinds) => {
    expect(brierScore(values, kinds)).toEqual({ score: NaN, skill: NaN });
    expect(logLoss(values, kinds)).toBeNaN();
    expect(calibrationError(values, kinds)).toEqual({ expected: NaN, maximum: NaN });
    expect(hosmerLemeshowTest(values, kinds, 3).statistic).toBeNaN();
  });
});

describe('logLoss', () => {
  it('is what the probabilities cost', () => {
    expect(logLoss([0.5, 0.25], [1, 0])).toBeCloseTo((Math.log(2) - Math.log(0.75)) / 2, 15);
    expect(logLoss([0, 1], [0, 1])).toBe(0);
    expect(logLoss([0, 1], [1, 1])).toBe(Infinity);
    expect(logLoss([1], [0])).toBe(Infinity);
  });
});

describe('calibrationLine', () => {
  it('is 0 and 1 for probabilities that are the rates', () => {
    const line = calibrationLine([0.25, 0.25, 0.25, 0.25, 0.75, 0.75, 0.75, 0.75], [0, 0, 0, 1, 0, 1, 1, 1]);
    expect(line.intercept).toBeCloseTo(0, 12);
    expect(line.slope).toBeCloseTo(1, 12);
    expect(line.interceptError).toBeCloseTo(Math.sqrt(1 / 1.5), 12);
    expect(line.slopeError).toBeGreaterThan(0);
  });

  it('says by how much predictions are too low or too extreme', () => {
    // Predictions of .5 where the rate is .75; log-odds twice what they should be.
    expect(calibrationLine([0.5, 0.5, 0.5, 0.5], [0, 1, 1, 1]).intercept).toBeCloseTo(Math.log(3), 12);
    const steep = calibrationLine([0.1, 0.1, 0.1, 0.1, 0.9, 0.9, 0.9, 0.9], [0, 0, 0, 1, 0, 1, 1, 1]);
    expect(steep.slope).toBeCloseTo(0.5, 12);
  });

  it('is NaN for certain predictions and separated data', () => {
    expect(calibrationLine([0, 0.5, 0.7], [0, 1, 1])).toEqual({
      intercept: NaN,
      interceptError: NaN,
      slope: NaN,
      slopeError: NaN,
    });
    expect(calibrationLine([0.5, 1, 0.7], [0, 1, 1]).slope).toBeNaN();
    expect(calibrationLine([0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1]).slope).toBeNaN();
    expect(calibrationLine([0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1]).intercept).toBeCloseTo(0, 12);
  });
});

describe('calibrationError', () => {
  it('puts each edge into the bin below it', () => {
    // (.2, .3] holds .3, and (.6, .7] holds .7, whatever the products with ten round to.
    for (const edge of [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]) {
      const { maximum } = calibrationError([edge, edge - 0.05], [1, 0]);
      expect(maximum, String(edge)).toBeCloseTo(Math.abs(edge + edge - 0.05 - 1) / 2, 14);
      if (edge < 1) expect(calibrationError([edge, edge + 0.05], [1, 0]).maximum, String(edge)).toBeGreaterThan(0.14);
    }
    // .07 × 100 rounds to more than 7.
    expect(calibrationError([0.07, 0.065], [1, 0], 100).maximum).toBeCloseTo(Math.abs(0.135 - 1) / 2, 14);
    expect(calibrationError([0, 0.05], [0, 1])).toEqual({ expected: 0.475, maximum: 0.475 });
  });

  it('weights bins by their rows', () => {
    const { expected, maximum } = calibrationError([0.2, 0.2, 0.2, 0.9], [0, 0, 0, 0], 2);
    expect(expected).toBeCloseTo(0.75 * 0.2 + 0.25 * 0.9, 15);
    expect(maximum).toBeCloseTo(0.9, 15);
    expect(calibrationError([0.2, 0.9], [0, 1], 1).maximum).toBeCloseTo(0.05, 15);
  });

  it.each([0, -1, 2.5, NaN])('is NaN for %d bins', (bins) => {
    expect(calibrationError([0.5], [1], bins)).toEqual({ expected: NaN, maximum: NaN });
  });
});

describe('hosmerLemeshowTest', () => {
  it('compares events with predictions in groups of equal count', () => {
    const test = hosmerLemeshowTest([0.9, 0.1, 0.2, 0.4, 0.5, 0.7], [1, 0, 0, 1, 0, 1], 3);
    // Groups .1 + .2, .4 + .5, .7 + .9 with 0, 1 and 2 events.
    const want = 0.3 ** 2 / (0.3 * 0.85) + 0.1 ** 2 / (0.9 * 0.55) + 0.4 ** 2 / (1.6 * 0.2);
    expect(test.statistic).toBeCloseTo(want, 13);
    expect(test.degreesOfFreedom).toBe(1);
  });

  it('has ten groups by default, of which sizes differ by one at most', () => {
    const p = Array.from({ length: 25 }, (_, i) => (i + 1) / 27);
    const kinds = p.map((_, i) => (i % 3 === 0 ? 1 : 0));
    expect(hosmerLemeshowTest(p, kinds)).toEqual(hosmerLemeshowTest(p, kinds, 10));
    expect(hosmerLemeshowTest(p, kinds).degreesOfFreedom).toBe(8);
  });

  it.each([2, 3.5, 7, NaN])('is NaN for %d groups of six', (groups) => {
    expect(hosmerLemeshowTest([0.1, 0.2, 0.4, 0.5, 0.7, 0.9], [0, 0, 1, 0, 1, 1], groups)).toEqual({
      statistic: NaN,
      degreesOfFreedom: NaN,
      pValue: NaN,
    });
  });

  it('is NaN for a group of certain predictions', () => {
    expect(hosmerLemeshowTest([0, 0.5, 0.7], [0, 1, 1], 3)).toMatchObject({ statistic: NaN, pValue: NaN });
    expect(hosmerLemeshowTest([0, 0.5, 0.7], [1, 1, 1], 3)).toMatchObject({ statistic: NaN, pValue: NaN });
  });
});

describe('confusionMatrix', () => {
  it('predicts the event from the threshold on', () => {
    const at = (threshold: number): object => confusionMatrix([0.2, 0.5, 0.5, 0.9], [0, 0, 1, 1], threshold);
    expect(at(0.5)).toEqual({ truePositives: 2, falsePositives: 1, falseNegatives: 0, trueNegatives: 1 });
    expect(at(0.51)).toEqual({ truePositives: 1, falsePositives: 0, falseNegatives: 1, trueNegatives: 2 });
    expect(confusionMatrix([0.2, 0.5, 0.5, 0.9], [0, 0, 1, 1])).toEqual(at(0.5));
    expect(confusionMatrix([], [])).toEqual({
      truePositives: 0,
      falsePositives: 0,
      falseNegatives: 0,
      trueNegatives: 0,
    });
  });

  it.each([...INVALID.slice(0, 3)])('is NaN for %s', (_, values, kinds) => {
    expect(Object.values(confusionMatrix(values, kinds))).toEqual([NaN, NaN, NaN, NaN]);
  });

  it('is NaN for a threshold of NaN', () => {
    expect(confusionMatrix([1], [1], NaN).truePositives).toBeNaN();
  });
});

describe('confusionMeasures', () => {
  it('takes shares of rows and columns', () => {
    const measures = confusionMeasures({ truePositives: 6, falsePositives: 2, falseNegatives: 4, trueNegatives: 8 });
    expect(measures.accuracy).toBeCloseTo(0.7, 15);
    expect(measures.sensitivity).toBeCloseTo(0.6, 15);
    expect(measures.specificity).toBeCloseTo(0.8, 15);
    expect(measures.precision).toBeCloseTo(0.75, 15);
    expect(measures.negativePredictiveValue).toBeCloseTo(2 / 3, 15);
    expect(measures.balancedAccuracy).toBeCloseTo(0.7, 15);
    expect(measures.f1).toBeCloseTo(12 / 18, 15);
    expect(measures.matthews).toBeCloseTo(40 / Math.sqrt(8 * 10 * 10 * 12), 15);
  });

  it('is NaN where there is nothing to take a share of', () => {
    expect(confusionMeasures({ truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 5 })).toEqual({
      accuracy: 1,
      sensitivity: NaN,
      specificity: 1,
      precision: NaN,
      negativePredictiveValue: 1,
      balancedAccuracy: NaN,
      f1: NaN,
      matthews: NaN,
    });
    const negative = confusionMeasures({ truePositives: -1, falsePositives: 2, falseNegatives: 2, trueNegatives: 5 });
    expect(Object.values(negative).every(Number.isNaN)).toBe(true);
  });
});
