import { expect, it } from 'vitest';
import type { MetricResult } from '../../../../src/core/result.js';
import { computeMeasure } from '../../../../src/measures/computeMeasure.js';
import type { Measure } from '../../../../src/measures/measure.js';
import { cartAbandonmentMeasure } from '../../../../src/metrics/behavioural/cartAbandonment.js';
import { catalogueCompletionMeasure } from '../../../../src/metrics/behavioural/catalogueCompletion.js';
import { contactFrequencyMeasure } from '../../../../src/metrics/behavioural/contactFrequency.js';
import { conversionMeasure } from '../../../../src/metrics/behavioural/conversion.js';
import { fieldReportConversionMeasure } from '../../../../src/metrics/behavioural/fieldReportConversion.js';
import { fieldReportsMeasure } from '../../../../src/metrics/behavioural/fieldReports.js';
import { learningCompletionMeasure } from '../../../../src/metrics/behavioural/learningCompletion.js';
import { learningCurrencyMeasure } from '../../../../src/metrics/behavioural/learningCurrency.js';
import { learningPassRateMeasure } from '../../../../src/metrics/behavioural/learningPassRate.js';
import { mediaDownloadsMeasure } from '../../../../src/metrics/behavioural/mediaDownloads.js';
import { panelParticipationMeasure } from '../../../../src/metrics/behavioural/panelParticipation.js';
import { portalAdoptionMeasure } from '../../../../src/metrics/behavioural/portalAdoption.js';
import { portalDepthMeasure } from '../../../../src/metrics/behavioural/portalDepth.js';
import { returnRateMeasure } from '../../../../src/metrics/behavioural/returnRate.js';
import { sheetViewsMeasure } from '../../../../src/metrics/behavioural/sheetViews.js';
import { timeOnSiteMeasure } from '../../../../src/metrics/behavioural/timeOnSite.js';

const asOf = '2026-03-31';
const WINDOW = { windowDays: 10, asOf };
const at = '2026-03-02';
const head = { kind: 'visit', at, authorId: 'rep' };
const item = { channel: 'web', locale: 'fr', required: 4 };
const items = Array.from({ length: 12 }, (_, n) => ({ ...item, productId: `p${String(n)}`, filled: 1 + (n % 4) }));
const lesson = { assignedAt: at, minutes: 10 };
const none = { panel: 0, hotline: 0, quick: 0 };

type AnyMeasure = Measure<unknown, unknown, MetricResult>;
type Make = (options: { readonly confidence?: number; readonly population?: number }) => unknown;
/** Each measure with rows of both outcomes, and whether it takes a population. */
const MEASURES: readonly (readonly [string, Make, readonly unknown[], boolean])[] = [
  [
    'cart abandonment',
    (own) => cartAbandonmentMeasure({ ...WINDOW, ...own }),
    [{ createdAt: at, orderedAt: at }, { createdAt: at }, { createdAt: at }],
    true,
  ],
  ['catalogue completion', (own) => catalogueCompletionMeasure(own), items, true],
  ['complete products', (own) => catalogueCompletionMeasure({ by: 'complete', ...own }), items, true],
  [
    'contact frequency',
    (own) => contactFrequencyMeasure({ over: 'orders', ...own }),
    [{ accountId: 'a', orders: 4, contacts: { returns: 3 } }],
    false,
  ],
  [
    'conversion',
    (own) => conversionMeasure<{ yes: boolean }>({ unit: 'session', converted: 'yes', ...own }),
    [{ yes: true }, { yes: false }, { yes: false }],
    true,
  ],
  [
    'field report conversion',
    (own) => fieldReportConversionMeasure(own),
    [
      { ...head, id: 'a', ticketId: 't' },
      { ...head, id: 'b' },
      { ...head, id: 'c' },
    ],
    true,
  ],
  [
    'field reports',
    (own) => fieldReportsMeasure({ windowDays: 10, ...own }),
    [{ contributorId: 'a', reports: { ...none, visit: 3 } }],
    false,
  ],
  [
    'learning completion',
    (own) => learningCompletionMeasure({ asOf, ...own }),
    [
      { ...lesson, moduleId: 'a', completedAt: at },
      { ...lesson, moduleId: 'b' },
      { ...lesson, moduleId: 'c' },
    ],
    true,
  ],
  [
    'learning completion by minutes',
    (own) => learningCompletionMeasure({ asOf, weightBy: 'minutes', ...own }),
    [
      { ...lesson, moduleId: 'a', completedAt: at },
      { ...lesson, moduleId: 'b' },
      { ...lesson, moduleId: 'c' },
    ],
    true,
  ],
  [
    'learning currency',
    (own) => learningCurrencyMeasure({ asOf, ...own }),
    [
      { ...lesson, moduleId: 'a', completedAt: at },
      { ...lesson, moduleId: 'b', completedAt: at, expiresAt: '2026-03-20' },
      { ...lesson, moduleId: 'c', completedAt: at, expiresAt: '2026-03-20' },
    ],
    true,
  ],
  [
    'learning pass rate',
    (own) => learningPassRateMeasure({ asOf, ...own }),
    [
      { ...lesson, moduleId: 'a', attemptedAt: at, completedAt: at, passed: true },
      { ...lesson, moduleId: 'b', attemptedAt: at, passed: false },
      { ...lesson, moduleId: 'c', attemptedAt: at, passed: false },
    ],
    true,
  ],
  [
    'media downloads',
    (own) => mediaDownloadsMeasure<{ n: number; yes: boolean }>({ downloads: 'n', active: 'yes', ...own }),
    [{ n: 3, yes: true }],
    false,
  ],
  [
    'sheet views',
    (own) => sheetViewsMeasure<{ n: number; yes: boolean }>({ views: 'n', active: 'yes', ...own }),
    [{ n: 3, yes: true }],
    false,
  ],
  [
    'panel participation',
    (own) => panelParticipationMeasure(own),
    [
      { memberId: 'a', invited: 2, attended: 1, uninvited: 0 },
      { memberId: 'b', invited: 2, attended: 0, uninvited: 0 },
      { memberId: 'c', invited: 2, attended: 0, uninvited: 0 },
    ],
    true,
  ],
  [
    'portal adoption',
    (own) => portalAdoptionMeasure({ windowDays: 10, ...own }),
    [
      { accountId: 'a', actions: 2, lastActionAt: at },
      { accountId: 'b', actions: 0, lastActionAt: null },
      { accountId: 'c', actions: 0, lastActionAt: null },
    ],
    true,
  ],
  [
    'portal depth',
    (own) => portalDepthMeasure<{ portal: boolean }>({ portal: 'portal', ...own }),
    [{ portal: true }, { portal: false }, { portal: false }],
    true,
  ],
  [
    'return rate',
    (own) => returnRateMeasure({ ...WINDOW, ...own }),
    [
      { shippedAt: at, units: 4, returns: [{ at: '2026-03-03', units: 1 }] },
      { shippedAt: at, units: 5 },
      { shippedAt: at, units: 6 },
    ],
    true,
  ],
  [
    'time on site',
    (own) => timeOnSiteMeasure<{ n: number }>({ seconds: 'n', ...own }),
    [{ n: 3 }, { n: 9 }, { n: 30 }],
    true,
  ],
];

it.each(MEASURES)('%s takes the confidence of the measure, or that of the result', (_, make, rows) => {
  const measure = make({ confidence: 0.8 }) as AnyMeasure;
  expect(computeMeasure(rows, measure).interval?.confidence).toBe(0.8);
  expect(computeMeasure(rows, measure, { confidence: 0.7 }).interval?.confidence).toBe(0.7);
  expect(computeMeasure(rows, make({}) as AnyMeasure).interval?.confidence).toBe(0.95);
});

it.each(MEASURES.filter(([, , , hasPopulation]) => hasPopulation))('%s takes a population', (_, make, rows) => {
  const width = (population?: number): number => {
    const { interval } = computeMeasure(rows, make(population === undefined ? {} : { population }) as AnyMeasure);
    return (interval?.upper ?? NaN) - (interval?.lower ?? NaN);
  };
  expect(width(rows.length)).toBeCloseTo(0, 12);
  expect(width(rows.length + 2)).toBeLessThan(width());
});

it('tells those who came from those who did not', () => {
  const [, , members] = MEASURES.find(([name]) => name === 'panel participation') ?? [];
  expect(computeMeasure(members as never, panelParticipationMeasure())).toMatchObject({ participated: 1, absent: 2 });
  const contributors = [3, 0, 0].map((visit, n) => ({ contributorId: String(n), reports: { ...none, visit } }));
  expect(computeMeasure(contributors, fieldReportsMeasure({ windowDays: 10 })).reporting).toBe(1);
});
