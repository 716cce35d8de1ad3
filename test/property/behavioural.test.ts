import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MetricResult } from '../../src/core/result.js';
import { computeMeasure, tallyRows } from '../../src/measures/computeMeasure.js';
import type { Measure } from '../../src/measures/measure.js';
import { readTally, storeTally } from '../../src/measures/storedTally.js';
import { checkCarts, type Cart } from '../../src/metrics/behavioural/cart.js';
import { cartAbandonmentMeasure, computeCartAbandonment } from '../../src/metrics/behavioural/cartAbandonment.js';
import { catalogueCompletionMeasure } from '../../src/metrics/behavioural/catalogueCompletion.js';
import type { CatalogueItem } from '../../src/metrics/behavioural/catalogueItem.js';
import { contactFrequencyMeasure } from '../../src/metrics/behavioural/contactFrequency.js';
import type { ContactLoad } from '../../src/metrics/behavioural/contactLoad.js';
import { contactReasons } from '../../src/metrics/behavioural/contactReasons.js';
import { conversionMeasure } from '../../src/metrics/behavioural/conversion.js';
import { toConversionUnits } from '../../src/metrics/behavioural/conversionUnits.js';
import { toFieldContributors, type FieldContributor } from '../../src/metrics/behavioural/fieldContributors.js';
import { checkFieldReports } from '../../src/metrics/behavioural/checkFieldReports.js';
import type { FieldReport } from '../../src/metrics/behavioural/fieldReport.js';
import {
  computeFieldReportConversion,
  fieldReportConversionMeasure,
} from '../../src/metrics/behavioural/fieldReportConversion.js';
import { computeFieldReports, fieldReportsMeasure } from '../../src/metrics/behavioural/fieldReports.js';
import { computeFollowUpTime, followUpTimeMeasure } from '../../src/metrics/behavioural/followUpTime.js';
import { HOTLINE_REASONS } from '../../src/metrics/behavioural/hotlineContact.js';
import { checkLearning, type LearningAssignment } from '../../src/metrics/behavioural/learningAssignment.js';
import {
  computeLearningCompletion,
  learningCompletionMeasure,
} from '../../src/metrics/behavioural/learningCompletion.js';
import { learningCurrencyMeasure } from '../../src/metrics/behavioural/learningCurrency.js';
import { learningPassRateMeasure } from '../../src/metrics/behavioural/learningPassRate.js';
import { mediaDownloadsMeasure } from '../../src/metrics/behavioural/mediaDownloads.js';
import { toDistinctReports } from '../../src/metrics/behavioural/repeatedReports.js';
import { toPanelMembers, type PanelMember } from '../../src/metrics/behavioural/panelMembers.js';
import { panelParticipationMeasure } from '../../src/metrics/behavioural/panelParticipation.js';
import type { PanelSession } from '../../src/metrics/behavioural/panelSession.js';
import { toPortalAccounts, type PortalAccount } from '../../src/metrics/behavioural/portalAccounts.js';
import type { PortalAction } from '../../src/metrics/behavioural/portalAction.js';
import { computePortalAdoption, portalAdoptionMeasure } from '../../src/metrics/behavioural/portalAdoption.js';
import { portalDepthMeasure } from '../../src/metrics/behavioural/portalDepth.js';
import { returnCohorts } from '../../src/metrics/behavioural/returnCohorts.js';
import { computeReturnRate, returnRateMeasure } from '../../src/metrics/behavioural/returnRate.js';
import { checkShippedLines, type ShippedLine } from '../../src/metrics/behavioural/shippedLine.js';
import { timeOnSiteMeasure } from '../../src/metrics/behavioural/timeOnSite.js';
import { deepFreeze, expectSound } from '../tools/soundness.js';

/** Moments of a few days, as dates, instants, and now and then as what cannot be read. */
const moments = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 9 }).map((day) => `2026-03-0${String(day)}`) },
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 23 }), fc.constantFrom('Z', '+05:00', '-08:00'))
      .map(([day, hour, zone]) => `2026-03-0${String(day)}T${String(hour).padStart(2, '0')}:00:00${zone}`),
  },
  { weight: 1, arbitrary: fc.constant('soon') },
);
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(arbitrary, { nil: undefined });
const names = fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor');
const counts = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 9 }) },
  { weight: 1, arbitrary: fc.constantFrom(-1, 0.5, NaN) },
);
const rowsOf = <Row>(row: fc.Arbitrary<Row>): fc.Arbitrary<Row[]> => fc.array(row, { maxLength: 20 });

const actions = rowsOf<PortalAction>(
  fc.record({ accountId: maybe(names), at: moments, kind: maybe(fc.constantFrom('order', 'log-in')) }),
);
const portalAccounts = rowsOf<PortalAccount>(
  fc.record({ accountId: names, actions: counts, lastActionAt: fc.constant(null) }),
);
const orders = rowsOf(
  fc.record({
    portal: fc.option(fc.boolean(), { freq: 8 }),
    // Whole amounts, whose sums are exact in every order.
    revenue: fc.option(fc.oneof(fc.integer({ min: -1, max: 1e6 }), fc.constant(0)), { freq: 8 }),
  }),
);
const items = rowsOf<CatalogueItem>(
  fc.record({
    productId: names,
    channel: fc.constant('web'),
    locale: fc.constant('fr'),
    required: maybe(counts),
    filled: maybe(counts),
  }),
);
const assignments = rowsOf<LearningAssignment>(
  fc.record({
    moduleId: names,
    optional: maybe(fc.boolean()),
    assignedAt: moments,
    completedAt: maybe(moments),
    attemptedAt: maybe(moments),
    passed: maybe(fc.boolean()),
    expiresAt: maybe(moments),
    minutes: maybe(fc.integer({ min: 0, max: 90 })),
  }),
);
const uses = rowsOf(fc.record({ n: fc.option(counts, { freq: 8 }), yes: fc.option(fc.boolean(), { freq: 8 }) }));
const carts = rowsOf<Cart>(
  fc.record({ createdAt: moments, orderedAt: maybe(moments), offlineOrderedAt: maybe(moments) }),
);
const loads = rowsOf<ContactLoad>(
  fc.record({
    accountId: names,
    orders: maybe(counts),
    active: maybe(fc.boolean()),
    contacts: fc.dictionary(fc.constantFrom('advice', 'returns', 'constructor', ''), counts),
  }),
);
const lines = rowsOf<ShippedLine>(
  fc.record({
    shippedAt: moments,
    units: fc.integer({ min: 0, max: 20 }),
    value: maybe(fc.integer({ min: 0, max: 1000 })),
    consignment: maybe(fc.boolean()),
    returns: maybe(
      fc.array(
        fc.record({
          at: moments,
          units: fc.integer({ min: 0, max: 5 }),
          value: maybe(fc.integer({ min: 0, max: 100 })),
          core: maybe(fc.boolean()),
        }),
        { maxLength: 3 },
      ),
    ),
  }),
);
const head = {
  id: names,
  at: moments,
  authorId: fc.constantFrom('a', 'b', 'c', '__proto__', ''),
  ticketId: maybe(names),
  actionValidated: maybe(fc.boolean()),
  followedUpAt: maybe(moments),
};
const sessionRow: fc.Arbitrary<PanelSession> = fc.record({
  ...head,
  kind: fc.constant('panel'),
  invited: fc.array(names, { maxLength: 4 }),
  attended: fc.array(names, { maxLength: 2 }),
});
const reports = rowsOf<FieldReport>(
  fc.oneof(
    fc.record({ ...head, kind: fc.constant('visit' as const) }),
    fc.record({ ...head, kind: fc.constant('quick' as const), incident: fc.string() }),
    fc.record({ ...head, kind: fc.constant('hotline' as const), reason: fc.constantFrom(...HOTLINE_REASONS) }),
    sessionRow,
  ),
);
const contributors = rowsOf<FieldContributor>(
  fc.record({
    contributorId: names,
    reports: fc.record({ visit: counts, panel: counts, hotline: counts, quick: counts }),
  }),
);
const members = rowsOf<PanelMember>(
  fc.record({ memberId: names, invited: counts, attended: counts, uninvited: fc.constant(0) }),
);

const AS_OF = '2026-03-07T12:00:00Z';
const WINDOW = { windowDays: 2, asOf: AS_OF } as const;

const shuffled = <Row>(arbitrary: fc.Arbitrary<Row[]>): fc.Arbitrary<{ rows: Row[]; mixed: Row[]; cut: number }> =>
  arbitrary.chain((rows) =>
    fc.record({
      rows: fc.constant(rows),
      mixed: fc.shuffledSubarray(rows, { minLength: rows.length }),
      cut: fc.nat({ max: rows.length }),
    }),
  );

type AnyMeasure = Measure<unknown, unknown, MetricResult>;
type Order = { portal: boolean | null; revenue: number | null };
type Use = { n: number | null; yes: boolean | null };
const MEASURES: readonly [string, AnyMeasure, fc.Arbitrary<unknown[]>][] = [
  ['portal adoption', portalAdoptionMeasure(WINDOW), portalAccounts],
  ['portal depth', portalDepthMeasure<Order>({ portal: 'portal' }), orders],
  [
    'portal depth by revenue',
    portalDepthMeasure<Order>({ portal: 'portal', revenue: 'revenue', currency: 'EUR' }),
    orders,
  ],
  ['catalogue completion', catalogueCompletionMeasure(), items],
  ['complete products', catalogueCompletionMeasure({ by: 'complete' }), items],
  ['learning completion', learningCompletionMeasure({ asOf: AS_OF }), assignments],
  ['learning completion by minutes', learningCompletionMeasure({ asOf: AS_OF, weightBy: 'minutes' }), assignments],
  ['learning pass rate', learningPassRateMeasure({ asOf: AS_OF }), assignments],
  ['learning currency', learningCurrencyMeasure({ asOf: AS_OF }), assignments],
  ['media downloads', mediaDownloadsMeasure<Use>({ downloads: 'n', active: 'yes' }), uses],
  ['conversion', conversionMeasure<Use>({ unit: 'session', converted: 'yes' }), uses],
  ['time on site', timeOnSiteMeasure<Use>({ seconds: 'n' }), uses],
  ['cart abandonment', cartAbandonmentMeasure(WINDOW), carts],
  ['contact frequency', contactFrequencyMeasure({ over: 'active-accounts' }), loads],
  ['contacts per order', contactFrequencyMeasure({ over: 'orders' }), loads],
  ['return rate', returnRateMeasure(WINDOW), lines],
  ['return rate by value', returnRateMeasure({ ...WINDOW, by: 'value', currency: 'EUR' }), lines],
  ['panel participation', panelParticipationMeasure(), members],
  ['field reports', fieldReportsMeasure(WINDOW), contributors],
  ['field report conversion', fieldReportConversionMeasure(), reports],
  ['follow-up time', followUpTimeMeasure({ asOf: AS_OF }), reports],
] as never;

describe.each(MEASURES)('%s', (_name, measure, arbitrary) => {
  it('does not depend on the order of rows, adds up in pieces, and survives storage', () => {
    fc.assert(
      fc.property(shuffled(arbitrary), ({ rows, mixed, cut }) => {
        const whole = expectSound(computeMeasure(deepFreeze(rows), measure));
        const pieces = measure.createTally();
        for (const part of [mixed.slice(cut), mixed.slice(0, cut)]) {
          const stored: unknown = JSON.parse(JSON.stringify(storeTally(measure, tallyRows(part, measure))));
          measure.mergeTallies(pieces, deepFreeze(readTally(measure, stored)));
        }
        expect(measure.toResult(pieces)).toEqual(whole);
      }),
    );
  });

  it('has a value exactly where there is data, within range and interval, and loses no row without a reason', () => {
    fc.assert(
      fc.property(arbitrary, (rows) => {
        const { value, sampleSize, interval, definition, excluded, warnings } = computeMeasure(rows, measure);
        const left = Object.values<number>(excluded).reduce((sum, count) => sum + count, 0);
        expect(sampleSize + left).toBe(rows.length);
        const isUnknown = warnings.some(({ code }) =>
          ['no-data', 'zero-denominator', 'quantile-not-reached'].includes(code),
        );
        if (definition.family !== 'duration') expect(value === null).toBe(isUnknown);
        if (value === null) return;
        expect(value).toBeGreaterThanOrEqual(definition.range?.minimum ?? 0);
        expect(value).toBeLessThanOrEqual(definition.range?.maximum ?? Infinity);
        expect(interval?.lower ?? value).toBeLessThanOrEqual(value + 1e-12);
        expect(interval?.upper ?? value).toBeGreaterThanOrEqual(value - 1e-12);
      }),
    );
  });
});

describe('what is linked', () => {
  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(
        shuffled(actions),
        shuffled(reports),
        shuffled(rowsOf(sessionRow)),
        shuffled(uses),
        (done, made, held, used) => {
          const ids = ['a', '__proto__', 'x'];
          const link = {
            portal: (rows: PortalAction[]): unknown => toPortalAccounts(rows, ids, WINDOW),
            field: (rows: FieldReport[]): unknown => toFieldContributors(rows, ids, WINDOW),
            units: (rows: Use[]): unknown =>
              toConversionUnits(rows, {
                unitId: (row) => (row.n === 0.5 || Number.isNaN(row.n) ? null : row.n),
                converted: 'yes',
              }),
          };
          expect(link.portal(done.mixed)).toEqual(expectSound(link.portal(done.rows)));
          expect(link.field(made.mixed)).toEqual(expectSound(link.field(made.rows)));
          expect(link.units(used.mixed)).toEqual(expectSound(link.units(used.rows)));
          expect(toPanelMembers(held.mixed)).toEqual(expectSound(toPanelMembers(held.rows)));
        },
      ),
    );
  });

  it('accounts for every action and every report', () => {
    fc.assert(
      fc.property(actions, reports, (done, made) => {
        const ids = ['a', '__proto__', 'x'];
        const sum = (values: readonly number[]): number => values.reduce((total, own) => total + own, 0);
        const adoption = computePortalAdoption(done, ids, WINDOW);
        const counted = sum(toPortalAccounts(done, ids, WINDOW).map((account) => account.actions));
        expect(counted + sum(Object.values(adoption.excluded))).toBe(done.length);
        const rate = computeFieldReports(made, ids, WINDOW);
        expect(rate.reports + sum(Object.values(rate.excluded))).toBe(made.length);
        expect(sum(rate.kinds.map((kind) => kind.reports))).toBe(rate.reports);
      }),
    );
  });
});

describe('the checks', () => {
  it('name the rows that are left out as invalid, each once', () => {
    fc.assert(
      fc.property(carts, assignments, reports, lines, (cartRows, learningRows, reportRows, lineRows) => {
        expect(checkCarts(cartRows)).toHaveLength(computeCartAbandonment(cartRows, WINDOW).excluded.invalid);
        const learning = computeLearningCompletion(learningRows, { asOf: AS_OF });
        expect(checkLearning(learningRows)).toHaveLength(learning.excluded.invalid);
        const conversion = computeFieldReportConversion(reportRows);
        const found = checkFieldReports(reportRows);
        const repeats = found.filter(({ code }) => code === 'duplicate-id');
        expect(repeats).toHaveLength(conversion.excluded.duplicate);
        expect(found).toHaveLength(conversion.excluded.invalid + conversion.excluded.duplicate);
        const own = lineRows.map((line) => ({ ...line, consignment: undefined }));
        expect(checkShippedLines(own)).toHaveLength(computeReturnRate(own, WINDOW).excluded.invalid);
      }),
    );
  });
});

describe('reports that come twice', () => {
  it('count once, whatever their order', () => {
    fc.assert(
      fc.property(shuffled(reports), ({ rows, mixed }) => {
        const conversion = computeFieldReportConversion(rows);
        expect(computeFieldReportConversion(mixed)).toEqual(conversion);
        expect(computeFollowUpTime(mixed, { asOf: AS_OF })).toEqual(computeFollowUpTime(rows, { asOf: AS_OF }));
        const distinct = computeFieldReportConversion(toDistinctReports(rows));
        expect(distinct).toEqual({ ...conversion, excluded: { ...conversion.excluded, duplicate: 0 } });
      }),
    );
  });
});

describe('cohorts and reasons', () => {
  it('of returns add up to the whole', () => {
    fc.assert(
      fc.property(lines, (rows) => {
        const whole = computeReturnRate(rows, WINDOW);
        const cohorts = returnCohorts(rows, { ...WINDOW, unit: 'month' });
        const sum = (of: 'returned' | 'shipped'): number =>
          cohorts.reduce((total, { result }) => total + result[of], 0);
        expect([sum('returned'), sum('shipped')]).toEqual([whole.returned, whole.shipped]);
      }),
    );
  });

  it('of contacts have shares that add up to 1, within their intervals', () => {
    fc.assert(
      fc.property(
        shuffled(rowsOf(maybe(names))),
        fc.constantFrom('wilson' as const, 'goodman' as const),
        (given, interval) => {
          const own = { reason: (reason: string | undefined) => reason, interval };
          const result = expectSound(contactReasons(given.rows, own));
          expect(contactReasons(given.mixed, own)).toEqual(result);
          expect(result.total + result.missing).toBe(given.rows.length);
          const shares = result.reasons.reduce((sum, { share }) => sum + share, 0);
          expect(shares).toBeCloseTo(result.total > 0 ? 1 : 0, 12);
          for (const { share, interval: limits } of result.reasons) {
            expect(limits.lower).toBeLessThanOrEqual(share + 1e-12);
            expect(limits.upper).toBeGreaterThanOrEqual(share - 1e-12);
          }
        },
      ),
    );
  });
});
