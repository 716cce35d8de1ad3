import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SegmentValue } from '../../src/core/segment.js';
import { clusterBy } from '../../src/measures/clusterBy.js';
import { toColumnTable } from '../../src/measures/columns.js';
import { tallyRows } from '../../src/measures/computeMeasure.js';
import { defineRatio } from '../../src/measures/defineRatio.js';
import { toDictionaryColumn } from '../../src/measures/dictionaryColumn.js';
import type { ScaleTally } from '../../src/measures/scaleTally.js';
import { npsMeasure } from '../../src/metrics/perception/nps.js';
import { cubeCells, rollUp } from '../../src/segmentation/cube.js';
import { mergeSegmentTallies } from '../../src/segmentation/mergeSegmentTallies.js';
import { restTallies } from '../../src/segmentation/restTallies.js';
import { readSegmentTally, storeSegmentTally } from '../../src/segmentation/storedSegmentTally.js';
import { tallyBy } from '../../src/segmentation/tallyBy.js';
import { tallyCountsBy } from '../../src/segmentation/tallyCountsBy.js';
import { toSegments } from '../../src/segmentation/toSegments.js';

interface Row {
  readonly a: SegmentValue;
  readonly b: SegmentValue;
  readonly c: SegmentValue;
  readonly account: string;
  readonly score: number | null;
}
const value = fc.oneof(
  fc.constantFrom<SegmentValue>('', 'x', 'xy', 'y', '1', 1, 257, 0.5, -1, true, false, null),
  fc.string({ maxLength: 3 }),
);
const rows = fc.array(
  fc.record({
    a: value,
    b: value,
    c: value,
    account: fc.constantFrom('A', 'B', 'C'),
    score: fc.option(fc.integer({ min: 0, max: 10 })),
  }),
  { maxLength: 60 },
);
const measure = npsMeasure<Row>({ score: 'score' });
const ALL = ['a', 'b', 'c'] as const;
const cuts = fc.subarray([...ALL]);

/** The same by the plainest of means: a map of texts, and `addRow` row by row. */
function reference(data: readonly Row[], names: readonly (typeof ALL)[number][]): Map<string, ScaleTally> {
  const tallies = new Map<string, ScaleTally>();
  data.forEach((row, index) => {
    const key = JSON.stringify(names.map((name) => (row[name] === '' ? null : row[name])));
    const own = tallies.get(key) ?? measure.createTally();
    measure.addRow(own, row, index);
    tallies.set(key, own);
  });
  return tallies;
}
const asMap = (
  { keys, tallies }: { readonly keys: readonly object[]; readonly tallies: readonly ScaleTally[] },
  names: readonly string[],
): Map<string, ScaleTally> =>
  new Map(
    keys.map((key, at) => [JSON.stringify(names.map((name) => (key as Record<string, unknown>)[name])), tallies[at]!]),
  );
const columns = (data: readonly Row[]): Iterable<Row> =>
  toColumnTable({
    a: data.map(({ a }) => a),
    b: data.map(({ b }) => b),
    c: data.map(({ c }) => c),
    account: data.map(({ account }) => account),
    score: data.map(({ score }) => score),
  });

describe('segment tallies', () => {
  it('are those of addRow row by row, from rows and from columns', () => {
    fc.assert(
      fc.property(rows, cuts, (data, names) => {
        const expected = reference(data, names);
        if (names.length === 0 && data.length === 0) return;
        for (const source of [data, new Set(data.map((row) => ({ ...row }))), columns(data)])
          expect(asMap(tallyBy(source, { measure, dimensions: names }), names)).toEqual(expected);
        const functions = Object.fromEntries(names.map((name) => [name, (row: Row): SegmentValue => row[name]]));
        expect(asMap(tallyBy(data, { measure, dimensions: functions }), names)).toEqual(expected);
      }),
    );
  });
  it('are the same from dictionary codes of bytes, whatever the alignment, and from plain rows', () => {
    const sizes = fc.tuple(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 3 }),
    );
    fc.assert(
      fc.property(
        sizes,
        fc.integer({ min: 0, max: 90 }),
        fc.nat(3),
        fc.integer({ min: 1, max: 3 }),
        fc.infiniteStream(fc.nat(9999)),
        (own, length, skip, depth, stream) => {
          const draw = (below: number): number => stream.next().value! % below;
          const bytes = (below: number): Uint8Array =>
            Uint8Array.from({ length: length + skip }, () => draw(below)).subarray(skip);
          const values = own.map((size, at) => Array.from({ length: size }, (_, code) => `${at}-${code}`));
          const codes = own.map(bytes);
          const score = bytes(11);
          const names = ALL.slice(0, depth);
          const table = toColumnTable({
            ...Object.fromEntries(ALL.map((name, at) => [name, toDictionaryColumn(codes[at]!, values[at]!)])),
            score,
          }) as unknown as Iterable<Row>;
          const plain = Array.from(table);
          expect(tallyBy(table, { measure, dimensions: names })).toEqual(
            tallyBy(plain, { measure, dimensions: names }),
          );
        },
      ),
    );
  });
  it('do not depend on the order of rows or of dimensions', () => {
    fc.assert(
      fc.property(rows, cuts, (data, names) => {
        const before = tallyBy(data, { measure, dimensions: names });
        expect(tallyBy([...data].reverse(), { measure, dimensions: [...names].reverse() })).toEqual(before);
      }),
    );
  });
  it('of parts add up to that of the whole', () => {
    fc.assert(
      fc.property(rows, rows, cuts, (first, second, names) => {
        const into = tallyBy(first, { measure, dimensions: names });
        mergeSegmentTallies(measure, into, tallyBy(second, { measure, dimensions: names }));
        expect(into).toEqual(tallyBy([...first, ...second], { measure, dimensions: names }));
      }),
    );
  });
  it('survive JSON', () => {
    fc.assert(
      fc.property(rows, cuts, (data, names) => {
        const tally = tallyBy(data, { measure, dimensions: names });
        const text = JSON.stringify(storeSegmentTally(measure, tally));
        expect(readSegmentTally(measure, JSON.parse(text), names)).toEqual(tally);
      }),
    );
  });
  it('are those of counted rows', () => {
    fc.assert(
      fc.property(rows, cuts, (data, names) => {
        const counted = data.flatMap((row) => [
          { ...row, n: 1 },
          { ...row, n: 0 },
          { ...row, n: 2 },
        ]);
        const thrice = [...data, ...data, ...data];
        expect(tallyCountsBy(counted, { measure, dimensions: names, score: 'score', count: 'n' })).toEqual(
          tallyBy(thrice, { measure, dimensions: names }),
        );
      }),
    );
  });
  it('of more cells than a table holds are numbered as they come', () => {
    const many = Array.from({ length: 6000 }, (_, i) => ({
      a: `${(i * 7919) % 3001}`,
      b: (i * 104729) % 2999,
      c: i % 2,
      account: 'A',
      score: i % 11,
    }));
    for (const names of [
      ['a', 'b'],
      ['a', 'b', 'c'],
    ] as const) {
      const found = tallyBy(many, { measure, dimensions: names });
      expect(asMap(found, names)).toEqual(reference(many, names));
      expect(tallyBy([...many].reverse(), { measure, dimensions: names })).toEqual(found);
    }
  });
});

describe('cubes', () => {
  it('have the marginals of direct cuts, each once', () => {
    fc.assert(
      fc.property(rows, (data) => {
        const cells = cubeCells(measure, tallyBy(data, { measure, dimensions: ALL }));
        let found = 0;
        for (let subset = 0; subset < 8; subset++) {
          const names = ALL.filter((_, at) => subset & (1 << at));
          const own = cells.filter(({ key }) => Object.keys(key).join() === names.join());
          const direct = tallyBy(data, { measure, dimensions: names });
          expect({
            dimensions: names,
            keys: own.map(({ key }) => key),
            tallies: own.map(({ tally }) => tally),
          }).toEqual(direct);
          found += own.length;
        }
        expect(found).toBe(cells.length);
      }),
    );
  });
  it('have counts that add up to the whole, for answers that lie in one segment each', () => {
    fc.assert(
      fc.property(rows, cuts, (data, names) => {
        const segments = toSegments(tallyBy(data, { measure, dimensions: names }), measure);
        const whole = measure.toResult(tallyRows(data, measure));
        expect(segments.reduce((sum, { result }) => sum + result.sampleSize, 0)).toBe(whole.sampleSize);
        expect(segments.reduce((sum, { result }) => sum + result.promoters, 0)).toBe(whole.promoters);
      }),
    );
  });
  it('count an account that lies in several segments once, because marginals merge by key', () => {
    const clustered = clusterBy(measure, 'account');
    fc.assert(
      fc.property(rows, (data) => {
        const cells = toSegments(tallyBy(data, { measure: clustered, dimensions: ['a', 'b'] }), clustered, {
          cube: true,
        });
        const direct = clustered.toResult(tallyRows(data, clustered));
        expect(cells[0]).toEqual({ key: {}, result: direct });
        expect(direct.accounts).toBeLessThanOrEqual(3);
      }),
    );
  });
  it('of orders by the category of their lines do not add up, and merge by order', () => {
    // One order with lines of two categories, one of which is late: it is on time in neither the whole nor that category.
    const lines = [
      { order: 'O1', category: 'pumps', late: 0 },
      { order: 'O1', category: 'valves', late: 1 },
      { order: 'O2', category: 'pumps', late: 0 },
    ];
    const ratio = defineRatio<(typeof lines)[number]>({ id: 'late-lines', numerator: 'late', denominator: () => 1 });
    const byOrder = clusterBy(ratio, 'order');
    const cells = toSegments(tallyBy(lines, { measure: byOrder, dimensions: ['category'] }), byOrder, { cube: true });
    expect(cells.map(({ result }) => result.accounts)).toEqual([2, 2, 1]);
  });
  it('roll up in steps as at once', () => {
    fc.assert(
      fc.property(rows, (data) => {
        const tally = tallyBy(data, { measure, dimensions: ALL });
        const steps = rollUp(measure, rollUp(measure, tally, ['a', 'c']), ['c']);
        expect(steps).toEqual(rollUp(measure, tally, ['c']));
      }),
    );
  });
});

describe('rests', () => {
  it('are the whole without each part', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 5 }), { maxLength: 6 }), (parts) => {
        const plain = npsMeasure();
        const tallies = parts.map((scores) => tallyRows(scores, plain));
        const before = structuredClone(tallies);
        const rests = restTallies(plain, tallies);
        expect(rests).toEqual(
          parts.map((_, at) => tallyRows(parts.filter((_own, other) => other !== at).flat(), plain)),
        );
        expect(tallies).toEqual(before);
      }),
    );
  });
});
