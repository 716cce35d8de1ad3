import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tallyRows } from '../../src/measures/computeMeasure.js';
import type { ScaleTally } from '../../src/measures/scaleTally.js';
import { npsMeasure } from '../../src/metrics/perception/nps.js';
import { protectSegments } from '../../src/segmentation/protectSegments.js';
import type { ProtectOptions, ProtectedSegment } from '../../src/segmentation/protectedSegment.js';
import type { SegmentTally } from '../../src/segmentation/segmentTally.js';
import type { NpsResult } from '../../src/metrics/perception/npsScore.js';
import { intrude, rangeOf, tablesOf, type Puzzle } from '../tools/disclosure.js';
import { expectSound } from '../tools/soundness.js';

type Key = Readonly<Record<string, string>>;
interface Leaf {
  readonly key: Key;
  /** Detractors, passives, promoters; missing. */
  readonly counts: readonly number[];
}
const measure = npsMeasure();
const POINTS = [-1, 0, 1];
const MINIMUM = 3;
const SCORES = [3, 7, 10, null];

function toTally(leaves: readonly Leaf[]): SegmentTally<Key, ScaleTally> {
  return {
    dimensions: Object.keys(leaves[0]?.key ?? {}),
    keys: leaves.map(({ key }) => key),
    tallies: leaves.map(({ counts }) =>
      tallyRows(
        counts.flatMap((count, kind) => new Array<number | null>(count).fill(SCORES[kind] as number | null)),
        measure,
      ),
    ),
  };
}

const isPart = (leaf: Leaf, key: object): boolean =>
  Object.entries(key).every(([dimension, value]) => leaf.key[dimension] === value);

const counts = (most: number): fc.Arbitrary<readonly number[]> =>
  fc.tuple(
    fc.integer({ min: 0, max: most }),
    fc.integer({ min: 0, max: most }),
    fc.integer({ min: 0, max: most }),
    fc.integer({ min: 0, max: 1 }),
  );

/** Tables with the values of each dimension as given; some combinations have no row. */
function tables(sides: readonly number[], most: number, sparse: boolean): fc.Arbitrary<Leaf[]> {
  const combinations = sides.reduce<Key[]>(
    (keys, side, dimension) =>
      keys.flatMap((key) => Array.from({ length: side }, (_, at) => ({ ...key, [`d${dimension}`]: `v${at}` }))),
    [{}],
  );
  return fc
    .tuple(
      ...combinations.map((key) =>
        fc
          .tuple(counts(most), fc.boolean(), fc.boolean())
          .map(([own, a, b]) => ({ key, counts: own, left: sparse && a && b })),
      ),
    )
    .map((own) => own.filter(({ left }) => !left).map(({ key, counts: kept }) => ({ key, counts: kept })));
}

type Segments = ProtectedSegment<Key, NpsResult>[];

function puzzleOf(leaves: readonly Leaf[], segments: Segments): { puzzle: Puzzle; hidden: Segments } {
  const leavesOf = (key: object): number[] => leaves.flatMap((leaf, at) => (isPart(leaf, key) ? [at] : []));
  const hidden = segments.filter(({ suppressed }) => suppressed !== null);
  return {
    hidden,
    puzzle: {
      truth: leaves.map(({ counts: own }) => own.slice(0, 3)),
      shown: segments.filter(({ suppressed }) => suppressed === null).map(({ key }) => leavesOf(key)),
      hidden: hidden.map(({ key, suppressed }) => ({
        leaves: leavesOf(key),
        atMost: suppressed === 'below-minimum' ? MINIMUM - 1 : Infinity,
      })),
    },
  };
}

const sizeOf = (puzzle: Puzzle, leaves: readonly number[]): number =>
  leaves.reduce((sum, leaf) => sum + (puzzle.truth[leaf] ?? []).reduce((own, count) => own + count, 0), 0);

function expectProtected(leaves: readonly Leaf[], options: ProtectOptions): void {
  const segments = protectSegments(toTally(leaves), measure, { minimum: MINIMUM, ...options });
  const { puzzle, hidden } = puzzleOf(leaves, segments);
  const whole = sizeOf(
    puzzle,
    leaves.map((_, at) => at),
  );
  expect(segments[0]?.key).toEqual({});
  expect(segments[0]?.suppressed).toBe(whole < MINIMUM ? 'below-minimum' : null);
  for (const { suppressed, result, key } of segments) {
    expect(result === null).toBe(suppressed !== null);
    const size = sizeOf(
      puzzle,
      leaves.flatMap((leaf, at) => (isPart(leaf, key) ? [at] : [])),
    );
    if (suppressed === null) expect(size).toBeGreaterThanOrEqual(MINIMUM);
    if (suppressed === 'below-minimum') expect(size).toBeLessThan(MINIMUM);
  }
  if (puzzle.shown.length === 0) return;
  const found = tablesOf(puzzle);
  const known = intrude(puzzle, POINTS, found);
  const several = POINTS.filter((_, kind) => puzzle.truth.some((own) => (own[kind] ?? 0) > 0)).length > 1;
  for (const [at, { leaves: own }] of puzzle.hidden.entries()) {
    const size = sizeOf(puzzle, own);
    if (size === 0) continue;
    const label = JSON.stringify([hidden[at]?.key, leaves, segments.map(({ key, suppressed }) => [key, suppressed])]);
    const { range, sizes, scores } = known[at] as (typeof known)[number];
    expect(sizes.size, label).toBeGreaterThan(1);
    if (several) expect(scores.size, label).toBeGreaterThan(1);
    if (size < MINIMUM) expect(range[1] - range[0], label).toBeGreaterThanOrEqual(MINIMUM);
  }
  if (
    leaves.length > 9 ||
    !segments.some(({ key }) => Object.keys(key).length === Object.keys(leaves[0]?.key ?? {}).length)
  )
    return;
  // No sum of finest segments, however odd, that can be worked out has fewer respondents than the minimum, unless it has none.
  if (options.cube !== true && options.cuts !== undefined) return;
  for (let set = 1; set < 2 ** leaves.length; set++) {
    const own = leaves.flatMap((_, at) => (set & (1 << at) ? [at] : []));
    const size = sizeOf(puzzle, own);
    if (size === 0 || size >= MINIMUM) continue;
    const [least, most] = rangeOf(found, own);
    expect(most, JSON.stringify([own, leaves])).toBeGreaterThan(least);
  }
}

describe('protected segments, against an intruder who tries every table', () => {
  it('hold in one dimension', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }).chain((side) => tables([side], 3, false)),
        (leaves) => {
          expectProtected(leaves, {});
        },
      ),
      { numRuns: 150 },
    );
  });

  it('hold in two dimensions with both margins', () => {
    fc.assert(
      fc.property(
        fc.constantFrom([2, 2], [2, 3], [3, 3], [2, 4]).chain((sides) => tables(sides, 2, false)),
        (leaves) => {
          expectProtected(leaves, { cube: true });
        },
      ),
      { numRuns: 120 },
    );
  });

  it('hold where many combinations have no row', () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom([2, 3], [3, 3], [2, 2, 2])
          .chain((sides) => tables(sides, 2, true))
          .filter(({ length }) => length > 0),
        (leaves) => {
          expectProtected(leaves, { cube: true });
        },
      ),
      { numRuns: 120 },
    );
  });

  it('hold in a cube of three dimensions', () => {
    fc.assert(
      fc.property(tables([2, 2, 2], 3, false), (leaves) => {
        expectProtected(leaves, { cube: true });
      }),
      { numRuns: 80 },
    );
  });

  it('hold for several cuts without the finest', () => {
    fc.assert(
      fc.property(
        tables([2, 3], 2, true).filter(({ length }) => length > 0),
        (leaves) => {
          expectProtected(leaves, { cuts: [['d0'], ['d1']] });
        },
      ),
      { numRuns: 80 },
    );
  });

  it('do not depend on the order of segments or dimensions, and are plain data', () => {
    fc.assert(
      fc.property(
        tables([2, 3], 3, true)
          .filter(({ length }) => length > 0)
          .chain((leaves) => fc.tuple(fc.constant(leaves), fc.shuffledSubarray(leaves, { minLength: leaves.length }))),
        ([leaves, moved]) => {
          const one = protectSegments(toTally(leaves), measure, { cube: true, minimum: 4 });
          const tally = toTally(moved);
          const other = protectSegments({ ...tally, dimensions: [...tally.dimensions].reverse() }, measure, {
            cube: true,
            minimum: 4,
          });
          expect(other).toEqual(one);
          expectSound(one);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('let no few respondents be told apart by the comments of lists laid over each other', () => {
    fc.assert(
      fc.property(
        tables([3, 3], 4, true).filter(({ length }) => length > 0),
        (leaves) => {
          const segments = protectSegments(toTally(leaves), measure, { cube: true, minimum: 4, minimumForComments: 6 });
          const groups = new Map<string, number>();
          for (const leaf of leaves) {
            const lists = segments.filter(({ key, comments }) => comments && isPart(leaf, key)).map(({ key }) => key);
            const [detractors = 0, passives = 0, promoters = 0] = leaf.counts;
            const size = detractors + passives + promoters;
            if (lists.length > 0) groups.set(JSON.stringify(lists), (groups.get(JSON.stringify(lists)) ?? 0) + size);
          }
          for (const size of groups.values()) if (size > 0) expect(size).toBeGreaterThanOrEqual(6);
          for (const { suppressed, comments } of segments) if (suppressed !== null) expect(comments).toBe(false);
        },
      ),
      { numRuns: 80 },
    );
  });
});

describe('the intruder', () => {
  const truth = [
    [1, 0, 1],
    [2, 1, 3],
    [3, 3, 3],
    [1, 1, 1],
  ];
  const hidden = [{ leaves: [0], atMost: Infinity }];

  it('finds a segment that is a total less the rest', () => {
    const [found] = intrude({ truth, shown: [[0, 1, 2, 3], [1], [2], [3]], hidden }, POINTS);
    expect(found).toEqual({ range: [2, 2], sizes: new Set([2]), scores: new Set([0]) });
  });

  it('finds a corner that two margins and two others give away', () => {
    const shown = [[0, 1], [2, 3], [0, 2], [1, 3], [3]];
    expect(intrude({ truth, shown, hidden }, POINTS)[0]?.sizes).toEqual(new Set([2]));
  });

  it('cannot find the corner of a rectangle, whose range is that of its sides', () => {
    const [found] = intrude(
      {
        truth,
        shown: [
          [0, 1],
          [2, 3],
          [0, 2],
          [1, 3],
        ],
        hidden,
      },
      POINTS,
    );
    // Detractors 0..3, passives 0..1, promoters 0..4, as rows and columns allow; each is seen in some table.
    expect(found?.range).toEqual([0, 8]);
    expect(found?.sizes.size).toBeGreaterThan(1);
  });

  it('uses what is said of sizes', () => {
    const four = [
      [2, 1, 1],
      [1, 1, 2],
    ];
    const both = [0, 1].map((leaf) => ({ leaves: [leaf], atMost: 4 }));
    expect(intrude({ truth: four, shown: [[0, 1]], hidden: both }, POINTS)[0]?.sizes).toEqual(new Set([4]));
  });
});
