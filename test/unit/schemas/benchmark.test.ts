import { describe, expect, it } from 'vitest';
import type { Benchmark } from '../../../src/segmentation/benchmark.js';
import { benchmarkSchema } from '../../../src/schemas/benchmark.js';
import { readRecord, toJsonSchema } from '../../../src/schemas/index.js';

const LEAST: Benchmark = {
  kind: 'sector',
  definition: { id: 'nps' },
  value: 22,
  country: null,
  sector: null,
  year: 2026,
  mode: null,
  source: 'panel',
  licence: 'internal',
};
const FULL: Required<Benchmark> = {
  ...LEAST,
  kind: 'competitor',
  label: 'Acme',
  definition: { id: 'csat', parameters: { scale: { minimum: 0, maximum: 10 } } },
  value: 0.7,
  curve: [
    { share: 0.25, value: 0.6 },
    { share: 0.5, value: 0.7 },
    { share: 0.75, value: 0.7 },
  ],
  standardError: 0,
  interval: { lower: 0.65, upper: 0.75, confidence: 0.95 },
  n: 120,
  country: 'FR',
  sector: 'retail',
  mode: 'email',
};

function issuesOf(changes: object): unknown {
  const read = readRecord(benchmarkSchema, { ...LEAST, ...changes });
  return read.success ? 'accepted' : read.issues.map(({ path, code, message }) => [path.join('.'), code, message]);
}

/** Where the faults lie and of which kind they are, without the words. */
function faults(changes: object): unknown {
  const issues = issuesOf(changes);
  return issues === 'accepted' ? issues : (issues as string[][]).map(([path, code]) => [path, code]);
}

const points = (...own: [number, number][]): object => ({ curve: own.map(([share, value]) => ({ share, value })) });

describe('benchmarkSchema', () => {
  it.each([LEAST, FULL])('accepts %j', (record) => {
    expect(readRecord(benchmarkSchema, record)).toEqual({ success: true, record });
  });

  it.each(['sector', 'competitor', 'department'])('accepts the kind %s', (kind) => {
    expect(issuesOf({ kind })).toBe('accepted');
  });

  it('accepts a curve without a value, and asks for one of them', () => {
    const { value, ...rest } = FULL;
    expect(value).toBe(0.7);
    expect(readRecord(benchmarkSchema, rest).success).toBe(true);
    const { value: own, ...none } = LEAST;
    expect(own).toBe(22);
    const read = readRecord(benchmarkSchema, none);
    expect(read.success ? [] : read.issues.map(({ path, code }) => [path.join('.'), code])).toEqual([
      ['value', 'missing'],
    ]);
    expect(read.success ? '' : read.issues[0]?.message).toContain('there, where there is no curve');
  });

  it.each<[object, unknown]>([
    [{ kind: 'market' }, [['kind', 'unknown-value']]],
    [{ label: '' }, [['label', 'too-small']]],
    [{ definition: { id: 'NPS' } }, [['definition.id', 'wrong-format']]],
    [{ definition: { id: 'nps', parameters: { p: NaN } } }, [['definition.parameters.p', 'wrong-type']]],
    [{ value: '22' }, [['value', 'wrong-type']]],
    [{ value: NaN }, [['value', 'wrong-type']]],
    [{ standardError: -0.1 }, [['standardError', 'too-small']]],
    [{ n: 0 }, [['n', 'too-small']]],
    [{ n: 1.5 }, [['n', 'wrong-type']]],
    [{ n: 1 }, 'accepted'],
    [{ country: 'France' }, [['country', 'wrong-format']]],
    [{ year: 2026.5 }, [['year', 'wrong-type']]],
    [{ year: '2026' }, [['year', 'wrong-type']]],
    [{ mode: '' }, [['mode', 'too-small']]],
    [{ source: undefined }, [['source', 'missing']]],
    [{ licence: undefined }, [['licence', 'missing']]],
    [{ colour: 'red' }, [['', 'unknown-field']]],
    [{ interval: { lower: 2, upper: 1, confidence: 0.9 } }, [['interval.upper', 'out-of-order']]],
    [{ interval: { lower: 1, upper: 1, confidence: 0.9 } }, 'accepted'],
    [{ interval: { lower: 1, upper: 2, confidence: 1 } }, [['interval.confidence', 'too-large']]],
    [{ interval: { lower: 1, upper: 2, confidence: 0 } }, [['interval.confidence', 'too-small']]],
    [{ interval: { lower: 1, upper: 2 } }, [['interval.confidence', 'missing']]],
    [points([0.5, 1]), [['curve', 'too-small']]],
    [points([0, 1], [0.5, 2]), [['curve.0.share', 'too-small']]],
    [points([0.5, 1], [1, 2]), [['curve.1.share', 'too-large']]],
    [points([0.5, 1], [0.5, 2]), [['curve.1.share', 'out-of-order']]],
    [points([0.5, 2], [0.6, 1]), [['curve.1.value', 'out-of-order']]],
    [points([0.5, 2], [0.6, 2]), 'accepted'],
  ])('judges %j', (changes, expected) => {
    expect(faults(changes)).toEqual(expected);
  });

  it('says what the order should be', () => {
    const messages = (changes: object): unknown => (issuesOf(changes) as string[][]).map(([, , message]) => message);
    expect(messages(points([0.5, 1], [0.4, 2]))).toEqual([expect.stringContaining('above the share before, 0.5')]);
    expect(messages(points([0.5, 2], [0.6, 1]))).toEqual([expect.stringContaining('at least the value before, 2')]);
    expect(messages({ interval: { lower: 2, upper: 1, confidence: 0.9 } })).toEqual([
      expect.stringContaining('at least lower, 2'),
    ]);
    expect(messages({ n: 1.5 })).toEqual([expect.stringContaining('a whole number')]);
    expect(messages(points([0, 1], [0.5, 2]))).toEqual([expect.stringContaining('strictly between 0 and 1')]);
  });

  it('becomes JSON Schema', () => {
    expect(toJsonSchema(benchmarkSchema)).toMatchObject({ title: 'Benchmark' });
  });
});
