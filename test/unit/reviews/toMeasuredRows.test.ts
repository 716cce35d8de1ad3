import { describe, expect, it } from 'vitest';
import { clusterBy } from '../../../src/measures/clusterBy.js';
import { compareTallies } from '../../../src/measures/compareTallies.js';
import { computeMeasure, tallyRows } from '../../../src/measures/computeMeasure.js';
import { defineDuration } from '../../../src/measures/defineDuration.js';
import { npsMeasure } from '../../../src/metrics/perception/nps.js';
import { toMeasuredRows } from '../../../src/reviews/toMeasuredRows.js';

interface Row {
  readonly on: string | null;
  readonly client: string;
  readonly branch: string;
  readonly agent: string;
  readonly score: number | null;
}
const scores = [9, 10, 3, 7, 9, 6, 10, 8, 2, 9, 10, 4, 9, 7];
const rows = scores.map((score, at): Row => {
  const day = String(at + 1).padStart(2, '0');
  return {
    on: `2026-10-${day}`,
    client: 'abcdef'[at % 6]!,
    branch: at % 2 ? 'lille' : 'lyon',
    agent: 'xyz'[at % 3]!,
    score,
  };
});
const measure = npsMeasure<Row>({ score: 'score' });
const full = { measure, at: 'on', dimensions: ['branch'], scopes: { branch: 'branch', agent: 'agent' } } as const;
const nps = toMeasuredRows(rows, full);
const values = (own: readonly Row[]) => computeMeasure(own, measure, { confidence: 0.9 });

describe('toMeasuredRows', () => {
  it('tells what it holds', () => {
    const breaks = [
      { on: '2026-10-09', reason: 'b' },
      { on: '2026-10-02', reason: 'a' },
    ];
    const {
      definition,
      isDated,
      isClustered,
      undated,
      dimensions,
      scopes,
      breaks: sorted,
    } = toMeasuredRows(rows, { ...full, breaks });
    expect({ definition, isDated, isClustered, undated, dimensions, scopes }).toEqual({
      definition: measure.definition,
      isDated: true,
      isClustered: false,
      undated: 0,
      dimensions: ['branch'],
      scopes: ['agent', 'branch'],
    });
    expect(sorted.map(({ reason }) => reason)).toEqual(['a', 'b']);
  });

  it.each<[object, (row: Row) => boolean]>([
    [{}, () => true],
    [{ from: '2026-10-03' }, ({ on }) => on! >= '2026-10-03'],
    [{ through: '2026-10-03' }, ({ on }) => on! <= '2026-10-03'],
    [{ from: '2026-10-03', through: '2026-10-09' }, ({ on }) => on! >= '2026-10-03' && on! <= '2026-10-09'],
    [{ scope: { branch: 'lyon' } }, ({ branch }) => branch === 'lyon'],
    [{ scope: { branch: 'lyon', agent: 'x' } }, ({ branch, agent }) => branch === 'lyon' && agent === 'x'],
    [{ from: '2026-10-05', scope: { agent: 'y' } }, ({ on, agent }) => on! >= '2026-10-05' && agent === 'y'],
    [{ scope: { branch: 'paris' } }, () => false],
  ])('computes over %j', (selection, isWanted) => {
    expect(nps.resultOf(selection, 0.9)).toEqual(values(rows.filter(isWanted)));
  });

  it('leaves rows without a readable date out of every period, and counts them', () => {
    const more = [...rows, { ...rows[0]!, on: null }, { ...rows[0]!, on: '2026-10-32' }, { ...rows[0]!, on: '' }];
    const own = toMeasuredRows(more, full);
    expect(own.undated).toBe(3);
    expect(own.resultOf({ from: '2026-10-01' }, 0.9)).toEqual(values(rows));
    expect(own.resultOf({}, 0.9).sampleSize).toBe(17);
  });

  it('takes the day of an instant as written', () => {
    const own = toMeasuredRows([{ ...rows[0]!, on: '2026-10-01T00:30:00+02:00' }], full);
    expect(own.resultOf({ from: '2026-10-01', through: '2026-10-01' }, 0.9).sampleSize).toBe(1);
  });

  it('has no dates where none are named', () => {
    const own = toMeasuredRows(rows, { measure });
    expect([own.isDated, own.undated, own.scopes, own.dimensions, own.breaks]).toEqual([false, 0, [], [], []]);
  });

  it('clusters by account, whatever is compared', () => {
    const own = toMeasuredRows(rows, { measure, at: 'on', account: 'client' });
    const clustered = clusterBy(measure, 'client');
    const [first, second] = [rows.slice(0, 7), rows.slice(7)];
    expect(own.isClustered).toBe(true);
    expect(own.resultOf({}, 0.9)).toEqual(computeMeasure(rows, clustered, { confidence: 0.9 }));
    const tallies = [tallyRows(second, clustered), tallyRows(first, clustered)] as const;
    expect(own.compare({ from: '2026-10-08' }, { through: '2026-10-07' }, 0.9)).toEqual(
      compareTallies(clustered, ...tallies, { confidence: 0.9 }),
    );
  });

  it('takes a clustered measure as it is', () => {
    const own = toMeasuredRows(rows, { measure: clusterBy(measure, 'client'), account: 'branch' });
    expect([own.isClustered, own.resultOf({}, 0.9).accounts]).toEqual([true, 6]);
  });

  it('does not cluster what has no sums', () => {
    const days = defineDuration({
      id: 'days',
      unit: 'days',
      direction: 'lower-is-better',
      value: (row: Row) => row.score,
    });
    expect(toMeasuredRows(rows, { measure: days, account: 'client' }).isClustered).toBe(false);
  });

  it('leaves out the population of the whole', () => {
    const own = npsMeasure<Row>({ score: 'score', population: 14 });
    expect(computeMeasure(rows, own).interval?.lower).toBe(computeMeasure(rows, own).value);
    expect(toMeasuredRows(rows, { measure: own }).resultOf({}, 0.9)).toEqual(values(rows));
  });

  it('compares segments of a selection with the rest, without adjustment', () => {
    const { comparisons, adjustment } = nps.compareSegments({ through: '2026-10-12' }, 'branch', 0.9);
    expect(adjustment).toBe('none');
    expect(comparisons.map(({ key }) => key)).toEqual([{ branch: 'lille' }, { branch: 'lyon' }]);
    expect(comparisons[0]?.comparison.sampleSizes).toEqual([6, 6]);
  });

  it('names the row in the errors of a measure', () => {
    const own = toMeasuredRows(
      [
        { ...rows[0]!, branch: 'paris' },
        { ...rows[1]!, score: 11 },
      ],
      full,
    );
    expect(() => own.resultOf({ scope: { branch: 'lille' } }, 0.9)).toThrow(/row 1|index 1/);
  });

  it('reads rows once', () => {
    function* once() {
      yield* rows;
    }
    const own = toMeasuredRows(once(), full);
    expect([own.resultOf({}, 0.9), own.resultOf({}, 0.9)]).toEqual([values(rows), values(rows)]);
  });

  it.each<[() => unknown, RegExp]>([
    [() => toMeasuredRows(rows, null as never), /^toMeasuredRows: options must be an object/],
    [() => toMeasuredRows(rows, {} as never), /^toMeasuredRows: measure must be a measure/],
    [() => toMeasuredRows(5 as unknown as Row[], { measure }), /^toMeasuredRows: rows must be an iterable of rows/],
    [
      () => toMeasuredRows(rows, { measure, at: 5 as never }),
      /^toMeasuredRows: option "at" must be the name of a field/,
    ],
    [() => toMeasuredRows(rows, { measure, dimensions: 5 as never }), /^toMeasuredRows: option "dimensions" must be/],
    [
      () => toMeasuredRows(rows, { measure, scopes: { branch: 5 } as never }),
      /^toMeasuredRows: scopes: dimension "branch" must be/,
    ],
    [() => toMeasuredRows(rows, { measure, breaks: {} as never }), /^toMeasuredRows: option "breaks" must be a list/],
    [
      () => toMeasuredRows(rows, { measure, breaks: [{ on: '2026-02-30', reason: 'x' }] }),
      /^toMeasuredRows: option "breaks"/,
    ],
    [
      () => toMeasuredRows(rows, { measure, breaks: [{ on: '2026-02-28', reason: '' }] }),
      /^toMeasuredRows: option "breaks"/,
    ],
  ])('refuses what is none', (make, message) => {
    expect(make).toThrow(message);
  });
});
