import { accountSheet } from '../../../src/accounts/accountSheet.js';
import type { ChartOptions } from '../../../src/charts/chartOptions.js';
import {
  toAccountMapChart,
  toBudgetChart,
  toChangeWaterfallChart,
  toHeatMapChart,
  toImportancePerformanceChart,
  toNpsClassesChart,
  toNpsDistributionChart,
  toTrendChart,
  type AccountMapFact,
  type ChartSpecification,
} from '../../../src/charts/index.js';
import { computeNps, npsMeasure } from '../../../src/metrics/index.js';
import { evaluateImportancePerformance } from '../../../src/prioritization/importancePerformance.js';
import { decomposeChange } from '../../../src/segmentation/decomposeChange.js';
import { protectSegments } from '../../../src/segmentation/protectSegments.js';
import { tallyCountsBy } from '../../../src/segmentation/tallyCountsBy.js';
import { toSegments } from '../../../src/segmentation/toSegments.js';
import { HOSTILE, zones, zonesOf } from './chartFixtures.js';

export type Draw = (options: ChartOptions) => ChartSpecification;

export const SCORES: readonly number[] = [3, 0, 1, 2, 1, 5, 6, 14, 22, 17, 12];
export const distribution = { counts: SCORES };
export const nps = computeNps({ counts: [...SCORES] });

export const quarter = (period: string, promoters: number, passives: number, detractors: number) => ({
  period,
  result: computeNps({ counts: { promoters, passives, detractors } }),
});
/** Six quarters of which one is alone between two gaps. */
export const quarters = [
  quarter('2025-Q1', 40, 30, 30),
  quarter('2025-Q2', 44, 30, 26),
  quarter('2025-Q3', 42, 33, 20),
  quarter('2026-Q1', 20, 12, 9),
  quarter('2026-Q3', 55, 25, 20),
  quarter('2026-Q4', 50, 25, 12),
];

const SECTORS = ['energy', 'food', 'retail', 'transport'];
const counted = ['east', 'north', 'south'].flatMap((zone, row) =>
  SECTORS.flatMap((sector, column) =>
    [6 + row * 5, 12, 8 + column * 7].map((n, at) => ({
      zone,
      sector,
      score: [3, 8, 10][at] ?? null,
      n: row === 1 && column === 3 ? 1 : n,
    })),
  ),
);
const measure = npsMeasure();
export const cubeTally = tallyCountsBy(counted, {
  measure,
  dimensions: ['zone', 'sector'],
  score: 'score',
  count: 'n',
});
export const cube = toSegments(cubeTally, measure, { cube: true });
export const protectedCube = protectSegments(cubeTally, measure, { cube: true });
export const sides = { rows: 'zone', columns: 'sector' };

const interval = { lower: 3.2, upper: 3.9, confidence: 0.95, method: 't' };
export const importance = evaluateImportancePerformance(
  [
    { id: 'Delivery on time', importance: 4.6, performance: 2.8 },
    { id: 'Advice', importance: 4.1, performance: { value: 3.6, interval } },
    { id: 'Product range', importance: 4.4, performance: 4.2 },
    { id: 'Portal', importance: 3.1, performance: 2.9 },
    { id: 'Catalogue', importance: 2.8, performance: 4.3 },
    { id: 'Training', importance: null, performance: 4 },
  ],
  { crosshair: { importance: 3.8, performance: 3.5 } },
);

/** NPS counts by sector on two sides, as a change taken apart. */
export function changeOf(sectors: Readonly<Record<string, readonly [readonly number[], readonly number[]]>>) {
  const side = (at: 0 | 1) =>
    tallyCountsBy(
      Object.entries(sectors).flatMap(([sector, own]) =>
        own[at].map((n, place) => ({ sector, score: [10, 7, 0][place] ?? null, n })),
      ),
      { measure, dimensions: ['sector'], score: 'score', count: 'n' },
    );
  return decomposeChange(side(0), side(1), { measure });
}
export const change = changeOf({
  industry: [
    [60, 20, 0],
    [32, 8, 0],
  ],
  retail: [
    [5, 5, 10],
    [20, 20, 20],
  ],
});
export const manyChanges = changeOf(
  Object.fromEntries(
    Array.from({ length: 14 }, (_, at) => [
      `sector ${String.fromCodePoint(97 + at)}`,
      [
        [10 + at, 5, 10],
        [24 - at, 6, 4 + ((at * 5) % 7)],
      ] as const,
    ]),
  ),
);

const answers = [
  { client: 'acme', who: 'ana', at: '2026-09-01', q1: 4 },
  { client: 'acme', who: 'abe', at: '2026-08-01', q1: 9 },
  { client: 'bolt', who: 'ben', at: '2026-09-02', q1: 10 },
  { client: 'bolt', who: 'bea', at: '2026-09-02', q1: 9 },
  { client: 'core', who: 'cleo', at: '2026-09-05', q1: 8 },
  { client: 'dune', who: 'dan', at: '2026-09-06', q1: 6 },
  { client: 'flux', who: 'fay', at: '2026-09-06', q1: 7 },
];
const contacts = [{ id: 'eve', accountId: 'echo' }];
export const sheets = accountSheet(answers, {
  account: 'client',
  contact: 'who',
  at: 'at',
  score: 'q1',
  contacts,
  asOf: '2026-09-30',
});
export const facts: readonly AccountMapFact[] = [
  { account: 'acme', revenue: 1_200_000_00, shareOfWallet: 0.4, name: 'Acme Industries' },
  { account: 'bolt', revenue: 75_000_00, shareOfWallet: 0.9 },
  { account: 'core', revenue: 310_000_00, shareOfWallet: 0.2 },
  { account: 'dune', revenue: 18_000_00, shareOfWallet: null },
  { account: 'echo', revenue: 640_000_00 },
  { account: 'flux', revenue: null },
];

const entry = (bookedOn: string, posted: number, reserved: number, budget: string = 'goodwill') => ({
  bookedOn,
  budget,
  budgetEffect: { posted, reserved },
});
export const ledger = [
  entry('2026-07-06', 400_00, 0),
  entry('2026-07-20', 0, 600_00),
  entry('2026-08-03', 600_00, -600_00),
  entry('2026-08-24', 0, 900_00),
  entry('2026-08-24', 0, 1, 'other'),
  entry('2026-09-07', 350_00, 0),
  entry('2026-09-14', 0, -200_00),
  entry('2026-10-01', 5_000_00, 0),
];
export const budget = { id: 'goodwill', unit: 'EUR', limit: 2_500_00 };
export const third = { from: '2026-07-01', to: '2026-09-30' };

/** More options, unless there are none at all. */
function over<Own extends object>(options: ChartOptions, own: Own): ChartOptions & Own {
  return (options as unknown) === null ? (null as unknown as ChartOptions & Own) : { ...options, ...own };
}

/** The charts as people meet them. */
export const USUAL: Readonly<Record<string, Draw>> = {
  'nps-distribution': (options) => toNpsDistributionChart(distribution, over(options, { result: nps })),
  'nps-classes': (options) => toNpsClassesChart(zones.segments, options),
  trend: (options) => toTrendChart(quarters, over(options, { name: 'NPS', target: 30 })),
  'heat-map': (options) => toHeatMapChart(protectedCube, over(options, { ...sides, name: 'NPS' })),
  'importance-performance': (options) => toImportancePerformanceChart(importance, options),
  'change-waterfall': (options) => toChangeWaterfallChart(change, over(options, { name: 'NPS' })),
  'change-by-segment': (options) =>
    toChangeWaterfallChart(manyChanges, over(options, { name: 'NPS', detail: 'segments' as const })),
  'account-map': (options) => toAccountMapChart(sheets, facts, over(options, { currency: 'EUR' })),
  'account-map-by-wallet': (options) =>
    toAccountMapChart(sheets, facts, over(options, { currency: 'EUR', size: 'share-of-wallet' })),
  budget: (options) => toBudgetChart(ledger, budget, over(options, { ...third })),
};

/** The same without data. */
export const EMPTY: Readonly<Record<string, Draw>> = {
  'nps-distribution': (options) => toNpsDistributionChart({ counts: Array<number>(11).fill(0) }, options),
  'nps-classes': (options) => toNpsClassesChart([], options),
  trend: (options) => toTrendChart([], options),
  'heat-map': (options) => toHeatMapChart([], over(options, { ...sides })),
  'importance-performance': (options) =>
    toImportancePerformanceChart(evaluateImportancePerformance([], { crosshair: 'means' }), options),
  'change-waterfall': (options) => toChangeWaterfallChart(changeOf({}), options),
  'account-map': (options) => toAccountMapChart({ ...sheets, accounts: [] }, [], over(options, { currency: 'EUR' })),
  budget: (options) => toBudgetChart([], budget, over(options, { ...third })),
};

const hostileZones = zonesOf(Object.fromEntries(HOSTILE.map((text, i) => [text, [9 + i, 5, 4] as const])));
const hostileCube = toSegments(
  tallyCountsBy(
    HOSTILE.flatMap((zone, i) => [
      { zone, sector: 'a', score: 10, n: 5 + i },
      { zone, sector: HOSTILE[(i + 1) % HOSTILE.length] ?? '', score: 3, n: 5 },
    ]),
    { measure, dimensions: ['zone', 'sector'], score: 'score', count: 'n' },
  ),
  measure,
  { cube: true },
);
/** The same with names that would do harm. */
export const HOSTILE_CASES: Readonly<Record<string, Draw>> = {
  'nps-distribution': (options) => toNpsDistributionChart(distribution, over(options, { name: HOSTILE.join('') })),
  'nps-classes': (options) => toNpsClassesChart(hostileZones.segments, over(options, { name: HOSTILE[1] })),
  trend: (options) => toTrendChart(quarters, over(options, { name: HOSTILE.join('') })),
  'heat-map': (options) => toHeatMapChart(hostileCube, over(options, { ...sides, name: HOSTILE[0] })),
  'importance-performance': (options) =>
    toImportancePerformanceChart(
      evaluateImportancePerformance(
        HOSTILE.filter((id) => id !== '').map((id, i) => ({ id, importance: i, performance: (i * 5) % 12 })),
        { crosshair: 'means' },
      ),
      over(options, { importance: HOSTILE[0], performance: HOSTILE[1] }),
    ),
  'change-waterfall': (options) =>
    toChangeWaterfallChart(
      changeOf(
        Object.fromEntries(
          HOSTILE.map((text, i) => [
            text,
            [
              [9 + i, 5, 4],
              [12, 5, 3 + i],
            ] as const,
          ]),
        ),
      ),
      over(options, { detail: 'segments' as const, name: HOSTILE[0] }),
    ),
  'account-map': (options) =>
    toAccountMapChart(
      sheets,
      facts.map((fact, i) => ({ ...fact, name: HOSTILE[i] })),
      over(options, { currency: 'EUR' }),
    ),
  budget: (options) =>
    toBudgetChart(
      ledger.map((own) => ({ ...own, budget: HOSTILE[0] ?? '' })),
      { id: HOSTILE[0] ?? '', unit: HOSTILE[1] ?? '', limit: 3 },
      over(options, { ...third }),
    ),
};
