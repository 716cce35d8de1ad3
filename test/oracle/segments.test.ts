import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { expectGolden, goldenCases } from './goldenCases.js';
import { clusterBy } from '../../src/measures/clusterBy.js';
import { computeMeasure } from '../../src/measures/computeMeasure.js';
import { defineScale } from '../../src/measures/defineScale.js';
import { npsMeasure } from '../../src/metrics/perception/nps.js';
import { compareSegments } from '../../src/segmentation/compareSegments.js';
import { kruskalWallisOfCounts } from '../../src/segmentation/kruskalWallisOfCounts.js';
import { segmentBy } from '../../src/segmentation/segmentBy.js';
import { tallyBy } from '../../src/segmentation/tallyBy.js';
import { tallyCountsBy } from '../../src/segmentation/tallyCountsBy.js';
import { adjustPValues } from '../../src/statistics/adjustPValues.js';
import { chiSquaredTest } from '../../src/statistics/chiSquaredTest.js';

describe('R and SciPy', () => {
  const kruskal = goldenCases<{ groups: number[][] }, { H: number; df: number; p: number }>('ranks', 'kruskal');
  it.each(kruskal)('$name from counts', ({ input: { groups }, expected: { H, df, p }, tolerance }) => {
    const values = Array.from(new Set(groups.flat()));
    const counts = groups.map((group) => values.map((value) => group.filter((own) => own === value).length));
    const { statistic, degreesOfFreedom } = kruskalWallisOfCounts(counts, values);
    expectGolden({ H: statistic, df: degreesOfFreedom }, { H, df }, tolerance);
    if (!groups.flat().every(Number.isInteger)) return;
    const scale = defineScale<{ group: number; score: number }>({
      id: 'likert',
      minimum: 0,
      maximum: 10,
      statistic: 'mean',
      score: 'score',
    });
    const rows = groups.flatMap((group, at) => group.map((score) => ({ group: at, score })));
    const [test] = compareSegments(tallyBy(rows, { measure: scale, dimensions: ['group'] }), scale).omnibus;
    expectGolden({ H: test?.statistic, p: test?.pValue }, { H, p }, tolerance);
  });

  it('agree on three tables of detractors, passives and promoters', () => {
    const zones = { a: [19, 28, 48], b: [30, 32, 35], c: [10, 20, 40] };
    const rows = Object.entries(zones).flatMap(([zone, counts]) =>
      counts.map((n, at) => ({ zone, score: [3, 8, 9][at]!, n })),
    );
    const measure = npsMeasure();
    const tally = tallyCountsBy(rows, { measure, dimensions: ['zone'], score: 'score', count: 'n' });
    const [test] = compareSegments(tally, measure).omnibus;
    const chi = chiSquaredTest(Object.values(zones));
    expectGolden(
      { H: test?.statistic, p: test?.pValue, chi2: chi.statistic, pChi2: chi.pValue },
      { H: 9.84823023539, p: 0.0072691558, chi2: 9.98357952945, pChi2: 0.0407051929 },
      { rel: 1e-8, abs: 0 },
    );
  });
});

const data = path.join(import.meta.dirname, '../../../shared/data');
interface Row {
  readonly area: string;
  readonly run: string;
  readonly nps: number | null;
  readonly weight: number;
  readonly year: number;
}
const read = (year: number): Row[] =>
  Papa.parse<Record<string, string>>(readFileSync(path.join(data, `sfo${year}_survey.csv`), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data.map((row) => ({
    area: row['boarding_area']!,
    run: row['run_id']! && `${year}-${row['run_id']}`,
    nps: row['nps'] === '' ? null : Number(row['nps']),
    weight: Number(row['weight']),
    year,
  }));

describe.skipIf(!existsSync(data))(
  'the airport surveys in ../shared/data (skipped where that folder is missing)',
  () => {
    const weighted = npsMeasure<Row>({ score: 'nps', weight: 'weight' });
    const byRun = clusterBy(weighted, 'run');

    it('give, by boarding area in 2018, what each area gives alone, and answers that add up', () => {
      const rows = read(2018);
      const segments = segmentBy(rows, { measure: byRun, dimensions: ['area'] });
      expect(segments.length).toBeGreaterThan(4);
      for (const { key, result } of segments)
        expect(result.value).toBeCloseTo(
          computeMeasure(
            rows.filter(({ area }) => (area || null) === key.area),
            byRun,
          ).value!,
          10,
        );
      const whole = computeMeasure(rows, byRun);
      expect(segments.reduce((sum, { result }) => sum + result.sampleSize, 0)).toBe(whole.sampleSize);
    });

    it('give, in 2018, a comparison of each boarding area with the rest, by interview run', () => {
      const tally = tallyBy(read(2018), { measure: byRun, dimensions: ['area'] });
      const { omnibus, comparisons, tested } = compareSegments(tally, byRun);
      expect(omnibus[0]?.method).toBe('clustered-wald');
      expect(omnibus[0]!.pValue! > 0 && omnibus[0]!.pValue! < 1).toBe(true);
      expect(tested).toBe(comparisons.filter(({ comparison }) => comparison.pValue !== null).length);
      const raw = comparisons.flatMap(({ comparison: { pValue } }) => (pValue === null ? [] : [pValue]));
      expect(comparisons.flatMap(({ adjustedPValue }) => adjustedPValue ?? [])).toEqual(adjustPValues(raw));
    });

    it('give 2018 against 2017 with the errors of both, runs of different years being different', () => {
      const tally = tallyBy([...read(2017), ...read(2018)], { measure: byRun, dimensions: ['year'] });
      const [first] = compareSegments(tally, byRun, { against: 'each-other' }).comparisons;
      const [before, after] = [2017, 2018].map((year) => computeMeasure(read(year), byRun));
      expect(first?.key).toEqual({ year: 2017 });
      expect(first?.comparison.difference).toBeCloseTo(before!.value! - after!.value!, 10);
      const independent = Math.hypot(before!.standardError!, after!.standardError!);
      expect(first!.comparison.standardError! / independent).toBeCloseTo(1, 2);
    });
  },
);
