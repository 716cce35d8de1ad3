import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { expectGolden, goldenCases } from './goldenCases.js';
import { clusterBy } from '../../src/measures/clusterBy.js';
import { tallyRows } from '../../src/measures/computeMeasure.js';
import { defineProportion } from '../../src/measures/defineProportion.js';
import { computeNps, npsMeasure } from '../../src/metrics/perception/nps.js';
import type { Benchmark } from '../../src/segmentation/benchmark.js';
import { compareRelative } from '../../src/segmentation/benchmarkRelative.js';
import { checkComparability } from '../../src/segmentation/comparability.js';
import { compareSamples } from '../../src/segmentation/compareSamples.js';
import { compareToBenchmark } from '../../src/segmentation/compareToBenchmark.js';
import { decomposeChange } from '../../src/segmentation/decomposeChange.js';
import { toMix } from '../../src/segmentation/mixShares.js';
import { standardizeMix } from '../../src/segmentation/standardizeMix.js';

describe('the acceptance cases', () => {
  it('38: mix and rate of an NPS whose segments all improved', () => {
    const nps = npsMeasure();
    const cut = (...counts: [number, number, number][]) => ({
      dimensions: ['segment' as const],
      keys: counts.map((_, at) => ({ segment: at })),
      tallies: counts.map(([promoters, passives, detractors]) =>
        tallyRows({ counts: [detractors, 0, 0, 0, 0, 0, 0, 0, passives, 0, promoters] }, nps),
      ),
    });
    const before = cut([300, 150, 50], [135, 120, 45], [60, 60, 80]);
    const after = cut([192, 78, 30], [144, 111, 45], [140, 100, 160]);
    const { total, mix, rate, segments } = decomposeChange(before, after, { measure: nps });
    expect(segments.map(({ shares }) => shares)).toEqual([
      [0.5, 0.3],
      [0.3, 0.3],
      [0.2, 0.4],
    ]);
    expect(segments.map(({ values }) => values)).toEqual([
      [50, 54],
      [30, 33],
      [-10, -5],
    ]);
    expect(total.difference).toBeCloseTo(-7.9, 6);
    expect([mix.value, rate.value]).toEqual([expect.closeTo(-11.9, 6), expect.closeTo(4, 6)]);
    const contributions = segments.flatMap((own) => [own.mix.value, own.rate.value]);
    expect(contributions).toEqual([-4.79, 1.6, 0, 0.9, -7.11, 1.5].map((value) => expect.closeTo(value, 6) as number));
  });

  const samples = (first: readonly number[], second: readonly number[]) =>
    [first, second].map((counts) =>
      counts.flatMap((count, at) => Array.from({ length: count }, () => ({ sector: `${at}` }))),
    ) as [{ sector: string }[], { sector: string }[]];
  const options = {
    country: { a: 'FR', b: 'FR' },
    instrument: { a: 'q', b: 'q' },
    attributes: { sector: { kind: 'category', field: 'sector' } },
  } as const;
  const sectorOf = (first: readonly number[], second: readonly number[]) =>
    checkComparability(...samples(first, second), options).checks[2];

  it('39: distances of two mixes, of three and of two classes', () => {
    const three = sectorOf([50, 30, 20], [40, 25, 35]);
    expect(three?.totalVariation?.value).toBeCloseTo(0.15, 12);
    expect(three?.standardizedDifference?.value).toBeCloseTo(0.3412097836, 9);
    expect(sectorOf([50, 50], [40, 60])?.standardizedDifference?.value).toBeCloseTo(0.2020305089, 9);
  });

  it.each(goldenCases<{ p: number[]; q: number[] }, { totalVariation: number }>('contingency', 'distance'))(
    '$name',
    ({ input, expected, tolerance }) => {
      const found = sectorOf(input.p, input.q)?.totalVariation?.value;
      expectGolden(found, expected.totalVariation, tolerance);
    },
  );
});

describe('the rules of the article « Mesurer l’expérience de ses clients professionnels »', () => {
  interface Row {
    readonly country: string;
    readonly unit: string;
    readonly size: string;
    readonly founded: number;
    readonly sector: string;
    readonly score: number;
  }
  const rows = (country: string, scores: readonly number[], own: Partial<Row> = {}): Row[] =>
    scores.map((score, at) => ({
      country,
      unit: 'heating',
      size: ['small', 'large'][at % 2]!,
      founded: 1980 + (at % 4),
      sector: 'retail',
      score,
      ...own,
    }));
  const measure = npsMeasure<Row>({ score: 'score' });
  const options = {
    measure,
    country: 'country',
    instrument: { a: 'q', b: 'q' },
    attributes: {
      size: { kind: 'category', field: 'size' },
      age: { kind: 'number', field: (row: Row) => 2026 - row.founded },
      sector: { kind: 'category', field: 'sector' },
    },
  } as const;
  const [HIGH, LOW] = [
    [10, 9, 10, 8],
    [6, 8, 7, 3],
  ];

  it('« Les comparaisons intra-pays sont plus pertinentes que les comparaisons transnationales, même au sein d’une même unité commerciale »', () => {
    expect(compareSamples(rows('FR', HIGH), rows('FR', LOW), options).difference).toBe(125);
    expect(compareSamples(rows('FR', HIGH), rows('ES', LOW), options)).toMatchObject({
      difference: null,
      warnings: [{ code: 'not-comparable', reason: 'country' }],
    });
  });

  it('« Il est préférable de comparer des valeurs relatives à des valeurs absolues »', () => {
    // As shares, however many answered; and across countries as the lead over the benchmark of each.
    const satisfied = defineProportion<number>({ id: 'satisfied', value: (score: number) => score >= 8 } as never);
    const share = (scores: readonly number[]): number | null => satisfied.toResult(tallyRows(scores, satisfied)).value;
    expect(share([9, 8, 3])).toBe(share([9, 8, 3, 9, 8, 3]));
    const benchmark = (country: string, value: number): Benchmark => ({
      kind: 'sector', definition: { id: 'nps' }, value, standardError: 2, country, sector: null, year: 2026, mode: null, source: 'panel', licence: 'internal',
    }); // prettier-ignore
    const side = (country: string, promoters: number, value: number) => ({
      result: computeNps({ counts: { promoters, passives: 20, detractors: 80 - promoters } }),
      country,
      benchmark: benchmark(country, value),
    });
    const [brazil, japan] = [side('BR', 70, 55), side('JP', 30, -40)];
    expect(brazil.result.value).toBeGreaterThan(japan.result.value ?? NaN);
    expect(compareRelative(brazil, japan).difference).toBe(60 - 55 - (-20 - -40));
    expect(compareToBenchmark(brazil.result, japan.benchmark, { country: 'BR' }).difference).toBeNull();
  });

  it.each([
    ['size', { size: 'small' }],
    ['age', { founded: 2020 }],
    ['sector', { sector: 'industry' }],
  ])('« Il est essentiel de s’assurer que les échantillons sont similaires »: %s', (attribute, own) => {
    const found = compareSamples(rows('FR', HIGH), rows('FR', LOW, own), options);
    expect(found).toMatchObject({ difference: null, warnings: [{ code: 'not-comparable', reason: 'mix' }] });
    const failed = found.comparability.checks.filter(({ verdict }) => verdict === 'different');
    expect(failed.map((check) => check.attribute)).toEqual([attribute]);
  });
});

const data = path.join(import.meta.dirname, '../../../shared/data');

interface Answer {
  readonly run: string;
  readonly area: string;
  readonly nps: number | null;
  readonly weight: number;
}
const read = (year: number): Answer[] =>
  Papa.parse<Record<string, string>>(readFileSync(path.join(data, `sfo${year}_survey.csv`), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data.map((row) => ({
    // The runs of two years are others, though some have the same number.
    run: row['run_id'] ? `${year}-${row['run_id']}` : '',
    area: row['boarding_area']!,
    nps: row['nps'] === '' ? null : Number(row['nps']),
    weight: Number(row['weight']),
  }));

describe.skipIf(!existsSync(data))(
  'the airport surveys of 2017 and 2018 in ../shared/data by boarding area (skipped where that folder is missing)',
  () => {
    const measure = clusterBy(npsMeasure<Answer>({ score: 'nps', weight: 'weight' }), 'run');
    const cut = (year: number) => {
      const rows = read(year);
      const areas = [...new Set(rows.map(({ area }) => area))];
      return {
        dimensions: ['area' as const],
        keys: areas.map((area) => ({ area })),
        tallies: areas.map((area) =>
          tallyRows(
            rows.filter((row) => row.area === area),
            measure,
          ),
        ),
      };
    };

    // Computed apart in Python from the rows: Kitagawa's formulas, errors by numerical derivatives in the weight of each run.
    it('fell by 5.2 points, all of it within the areas', () => {
      const { before, after, total, mix, rate, reversal, warnings } = decomposeChange(cut(2017), cut(2018), {
        measure,
      });
      expect(before).toBeCloseTo(40.39843551170756, 9);
      expect(after).toBeCloseTo(35.19260469723551, 9);
      expect(total.difference).toBeCloseTo(35.19260469723551 - 40.39843551170756, 9);
      expect(mix.value).toBeCloseTo(-0.05893318039090474, 9);
      expect(rate.value).toBeCloseTo(-5.146897634081133, 9);
      expect(mix.standardError).toBeCloseTo(0.5932162950603355, 6);
      expect(rate.standardError).toBeCloseTo(2.7122974342509365, 6);
      expect([reversal, warnings]).toEqual([null, []]);
    });

    it('gives each area its part', () => {
      const { segments } = decomposeChange(cut(2017), cut(2018), { measure });
      const expected = [
        ['A', -0.05283130903702849, 0.18099429662541336, -1.8296167488415433, 1.4212684455332192, false],
        ['B', 0.008033180992882643, 0.04090179185610632, -0.607930838020453, 0.531796093444373, false],
        ['C', 0.014313568652778169, 0.07109615201961557, -1.8722164953462799, 0.7793370102350841, false],
        ['D', 0.16585668722359362, 0.20173053163503754, -1.201124091663662, 0.985983563321723, false],
        ['E', -0.20623085846043437, 0.4263124250586104, 0.42321210184066643, 0.6832367501275647, true],
        ['F', 0.020016915078486963, 0.07847441960546311, -0.5751177966786454, 1.4089329278453613, false],
        ['G', -0.008091364841183267, 0.20394136519614928, 0.5158962346287846, 0.9656456546340193, true],
      ] as const;
      for (const [at, [area, mix, mixError, rate, rateError, isAgainst]] of expected.entries()) {
        const own = segments[at]!;
        expect([own.key.area, own.presence, own.isAgainstTotal]).toEqual([area, 'both', isAgainst]);
        expect(own.mix.value).toBeCloseTo(mix, 9);
        expect(own.mix.standardError).toBeCloseTo(mixError, 6);
        expect(own.rate.value).toBeCloseTo(rate, 9);
        expect(own.rate.standardError).toBeCloseTo(rateError, 6);
      }
    });

    it('would have fallen as much with the mix of 2017', () => {
      const [first, second] = [cut(2017), cut(2018)];
      const { value, crude } = standardizeMix(second, toMix(first, { measure }), { measure });
      const { segments } = decomposeChange(first, second, { measure });
      const within = segments.reduce((sum, { shares, values }) => sum + shares[0] * (values[1] ?? NaN), 0);
      expect(crude).toBeCloseTo(35.19260469723551, 9);
      expect(value).toBeCloseTo(within, 9);
    });
  },
);
