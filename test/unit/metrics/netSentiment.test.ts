import { describe, expect, it } from 'vitest';
import { toColumnTable } from '../../../src/measures/columns.js';
import { computeMeasure, tallyRows } from '../../../src/measures/computeMeasure.js';
import {
  computeNetSentiment,
  netSentimentMeasure,
  type Sentiment,
} from '../../../src/metrics/perception/netSentiment.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../tools/soundness.js';

const said: (Sentiment | null)[] = ['positive', 'negative', 'positive', 'mixed', 'neutral', null];
const rows = said.map((tone) => ({ tone, length: 3 }));

describe('computeNetSentiment', () => {
  it('is the share of praise less the share of complaint', () => {
    const got = expectSound(computeNetSentiment(said));
    expect(got).toMatchObject({
      definition: {
        id: 'net-sentiment',
        family: 'scale',
        statistic: 'net',
        unit: 'points',
        direction: 'higher-is-better',
        range: { minimum: -100, maximum: 100 },
        parameters: {},
      },
      value: 20,
      positive: 2,
      neutral: 2,
      negative: 1,
      sampleSize: 5,
      excluded: { missing: 1, offScale: 0, missingWeight: 0, zeroWeight: 0 },
      interval: { method: 'adjusted-wald' },
    });
    expect(got.warnings).toEqual([{ code: 'small-sample', observed: 5, recommended: 30 }]);
  });

  it.each([
    ['positive', { value: 100, positive: 1 }],
    ['neutral', { value: 0, neutral: 1 }],
    ['mixed', { value: 0, neutral: 1 }],
    ['negative', { value: -100, negative: 1 }],
  ] as [Sentiment, object][])('counts %s', (tone, expected) => {
    expect(computeNetSentiment([tone])).toMatchObject({ positive: 0, neutral: 0, negative: 0, ...expected });
  });

  it.each([
    ['rows by name', rows, { sentiment: 'tone' }],
    ['rows by function', rows, { sentiment: (row: (typeof rows)[number]) => row.tone }],
    ['a stream', readOnce(rows), { sentiment: 'tone' }],
    ['frozen rows', deepFreeze(rows.map((row) => ({ ...row }))), { sentiment: 'tone' }],
    ['a table', toColumnTable({ tone: said, length: said.map(() => 3) }), { sentiment: 'tone' }],
  ])('reads %s', (_name, input, options) => {
    expect(computeNetSentiment(input, options as { sentiment: 'tone' })).toEqual(computeNetSentiment(said));
  });

  it('takes counts by class, and missing ones', () => {
    const got = computeNetSentiment({ counts: { positive: 48, neutral: 28, negative: 19 }, missing: 7 });
    expect(got).toMatchObject({ value: 2900 / 95, positive: 48, neutral: 28, negative: 19, excluded: { missing: 7 } });
    expect(got.interval?.lower).toBeCloseTo(14.110730141294486, 10);
  });

  it('takes weight, interval, confidence and population', () => {
    expect(
      computeNetSentiment(['positive', 'negative'], { weight: (tone) => (tone === 'positive' ? 3 : 1) }).value,
    ).toBe(50);
    expect(computeNetSentiment(said, { interval: 'score', confidence: 0.9, population: 5 }).interval).toEqual({
      lower: 20,
      upper: 20,
      confidence: 0.9,
      method: 'score',
    });
  });

  it('knows nothing without scored comments', () => {
    expect(expectSound(computeNetSentiment([]))).toMatchObject({ value: null, warnings: [{ code: 'no-data' }] });
    expect(computeNetSentiment([null, undefined])).toMatchObject({ value: null, excluded: { missing: 2 } });
  });

  it.each([
    ['angry', '"angry"', 'TypeError'],
    ['Positive', '"Positive"', 'TypeError'],
    ['', '""', 'TypeError'],
    ['constructor', '"constructor"', 'TypeError'],
    ['__proto__', '"__proto__"', 'TypeError'],
    [1, '1', 'RangeError'],
    [true, 'true', 'TypeError'],
    [['positive'], 'an object', 'TypeError'],
  ])('refuses %j, naming its row', (tone, shown, kind) => {
    const expected = {
      kind,
      code: 'CX_OFF_SCALE',
      message: `computeNetSentiment: sentiment at row 1 must be negative, neutral, mixed, positive, received ${shown}`,
    };
    expect(thrownBy(() => computeNetSentiment(['neutral', tone as Sentiment]))).toEqual(expected);
    expect(thrownBy(() => computeNetSentiment(readOnce(['neutral', tone as Sentiment])))).toEqual(expected);
  });

  it.each([
    ['text', 'positive', '"positive"'],
    ['null', null, 'null'],
    ['a record', {}, 'an object'],
    ['a number', 5, '5'],
  ])('refuses %s', (_name, input, shown) => {
    expect(thrownBy(() => computeNetSentiment(input as never))).toMatchObject({
      code: 'CX_INVALID_INPUT',
      message: `computeNetSentiment: input must be an iterable, or { counts } without weights, received ${shown}`,
    });
  });

  it('refuses counts with weights, and counts of another class', () => {
    const counts = { positive: 1, neutral: 1, negative: 1 };
    expect(() => computeNetSentiment({ counts }, { weight: () => 1 })).toThrow('without weights');
    expect(() => computeNetSentiment({ counts: { ...counts, mixed: 1 } as typeof counts })).toThrow(
      'computeNetSentiment: count of mixed',
    );
  });
});

describe('netSentimentMeasure', () => {
  it('gives what computeNetSentiment gives', () => {
    expect(computeMeasure(said, netSentimentMeasure())).toEqual(computeNetSentiment(said));
    const options = { sentiment: 'tone', confidence: 0.9 } as const;
    expect(computeMeasure(rows, netSentimentMeasure<(typeof rows)[number]>(options))).toEqual(
      computeNetSentiment(rows, options),
    );
  });

  it('merges', () => {
    const measure = netSentimentMeasure();
    const tally = tallyRows(said.slice(0, 2), measure);
    measure.mergeTallies(tally, tallyRows(said.slice(2), measure));
    expect(measure.toResult(tally)).toEqual(computeNetSentiment(said));
  });

  it('names itself in errors', () => {
    expect(() => computeMeasure(['angry' as Sentiment], netSentimentMeasure())).toThrow(
      'netSentimentMeasure: sentiment at row 0',
    );
    expect(() => computeMeasure(said, netSentimentMeasure({ confidence: 2 }))).toThrow(
      'netSentimentMeasure: option "confidence"',
    );
  });
});
