import { describe, expect, it } from 'vitest';
import { computeMeasure } from '../../../../src/measures/computeMeasure.js';
import { findMetric } from '../../../../src/metrics/catalogue/catalogue.js';
import {
  catalogueCompletionMeasure,
  computeCatalogueCompletion,
} from '../../../../src/metrics/behavioural/catalogueCompletion.js';
import { checkCatalogueItems, type CatalogueItem } from '../../../../src/metrics/behavioural/catalogueItem.js';
import { toPortalAccounts } from '../../../../src/metrics/behavioural/portalAccounts.js';
import { checkPortalActions, type PortalAction } from '../../../../src/metrics/behavioural/portalAction.js';
import { computePortalAdoption, portalAdoptionMeasure } from '../../../../src/metrics/behavioural/portalAdoption.js';
import { computePortalDepth, portalDepthMeasure } from '../../../../src/metrics/behavioural/portalDepth.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../../tools/soundness.js';

const action = (accountId: string | null, at: string | null, kind: string | null = 'order'): PortalAction => ({
  accountId,
  at,
  kind,
});
const WINDOW = { windowDays: 30, asOf: '2026-03-31' } as const;

describe('checkPortalActions', () => {
  it.each([
    [action('', '2026-03-01'), 'missing-account', 'accountId', ''],
    [action('a', '2026-03-01', null), 'missing-kind', 'kind', null],
    [action('a', '2026-02-30'), 'unreadable-time', 'at', '2026-02-30'],
    [action('a', null), 'unreadable-time', 'at', null],
  ] as const)('names %o', (row, code, field, value) => {
    const id = row.accountId;
    expect(checkPortalActions([action('ok', '2026-03-01'), row])).toEqual([{ code, index: 1, id, field, value }]);
  });
});

describe('toPortalAccounts', () => {
  it('lists each eligible account once, in order, with actions and the last of them', () => {
    const actions = [
      action('b', '2026-03-10'),
      action('b', '2026-03-20T10:00:00Z'),
      action('b', '2026-03-15', 'quote'),
    ];
    expect(
      expectSound(toPortalAccounts(readOnce(deepFreeze(actions)), readOnce(['b', 'a', 'b', null, '']), WINDOW)),
    ).toEqual([
      { accountId: 'a', actions: 0, lastActionAt: null },
      { accountId: 'b', actions: 3, lastActionAt: '2026-03-20T10:00:00Z' },
    ]);
  });

  it.each([
    ['2026-03-31', 1],
    ['2026-03-02', 1],
    ['2026-03-01', 0],
    ['2026-04-01', 0],
  ])('of 30 days up to the 31st, an action of %s counts %i times', (at, count) => {
    expect(toPortalAccounts([action('a', at)], ['a'], WINDOW)[0]?.actions).toBe(count);
  });

  it('counts log-ins only where they are declared', () => {
    const count = (ignored?: string[]): number | undefined =>
      toPortalAccounts([action('a', '2026-03-10', 'log-in'), action('a', '2026-03-10', 'view')], ['a'], {
        ...WINDOW,
        ignored,
      })[0]?.actions;
    expect([count(), count([]), count(['view']), count(['view', 'log-in'])]).toEqual([1, 2, 1, 0]);
  });

  it.each([
    [{ ...WINDOW, windowDays: 0 }, 'CX_INVALID_OPTION', /"windowDays" must be a whole number from 1, received 0/],
    [{ ...WINDOW, windowDays: 1.5 }, 'CX_INVALID_OPTION', /"windowDays"/],
    [{ ...WINDOW, asOf: 'soon' }, 'CX_INVALID_DATE', /toPortalAccounts: option "asOf"/],
    [{ ...WINDOW, ignored: 'log-in' as never }, 'CX_INVALID_OPTION', /"ignored" must be a list of texts/],
  ])('refuses %o', (options, code, message) => {
    const thrown = thrownBy(() => toPortalAccounts([], [], options));
    expect(thrown.code).toBe(code);
    expect(thrown.message).toMatch(message);
  });
});

describe('computePortalAdoption', () => {
  it('is the share of eligible accounts with an action, with what was left out by reason', () => {
    const actions = [
      action('a', '2026-03-30'),
      action('a', '2026-03-30'),
      action('b', '2026-03-31', 'log-in'),
      action('c', '2026-01-15'),
      action('z', '2026-03-30'),
      action('d', 'soon'),
      action(null, '2026-03-30'),
    ];
    const result = expectSound(computePortalAdoption(actions, ['a', 'b', 'c', 'd', null], WINDOW));
    expect(result).toMatchObject({ value: 0.25, active: 1, inactive: 3, sampleSize: 4 });
    expect(result.excluded).toEqual({ missing: 1, invalidAction: 2, ineligibleAction: 1, uncountedAction: 2 });
    expect(result.definition).toMatchObject({ id: 'portal-adoption', parameters: { windowDays: 30 } });
    expect(
      computeMeasure(toPortalAccounts(actions, ['a', 'b', 'c', 'd'], WINDOW), portalAdoptionMeasure(WINDOW)).value,
    ).toBe(0.25);
  });

  it('has Wilson’s interval', () => {
    const { interval } = computePortalAdoption([action('a', '2026-03-30')], ['a', 'b'], WINDOW);
    expect(interval?.lower).toBeCloseTo(0.094531, 6);
    expect(interval?.upper).toBeCloseTo(0.905469, 6);
  });

  it('keeps other ignored kinds in the definition, in one order', () => {
    const parameters = (ignored?: string[]): unknown =>
      portalAdoptionMeasure({ windowDays: 90, ignored }).definition.parameters;
    expect(parameters()).toEqual({ windowDays: 90 });
    expect(parameters(['log-in'])).toEqual({ windowDays: 90 });
    expect(parameters([])).toEqual({ windowDays: 90, ignored: [] });
    expect(parameters(['view'])).toEqual({ windowDays: 90, ignored: ['view'] });
    expect(parameters(['view', 'log-in', 'view'])).toEqual({ windowDays: 90, ignored: ['log-in', 'view'] });
  });

  it('is unknown without eligible accounts', () => {
    const result = computePortalAdoption([], [], WINDOW);
    expect(result.value).toBeNull();
    expect(result.warnings).toEqual([{ code: 'no-data' }]);
  });
});

describe('computePortalDepth', () => {
  const orders = [
    { portal: true, revenue: 20000 },
    { portal: true, revenue: 10000 },
    { portal: false, revenue: 90000 },
    { portal: null, revenue: 5 },
    { portal: false, revenue: 0 },
  ];

  it('counts orders', () => {
    const result = expectSound(computePortalDepth(orders, { portal: 'portal' }));
    expect(result).toMatchObject({ value: 0.5, throughPortal: 2, total: 4, sampleSize: 4 });
    expect(result.excluded).toEqual({ missing: 1, invalid: 0, zeroRevenue: 0 });
    expect(result.definition.parameters).toEqual({});
  });

  it('weighs orders by revenue', () => {
    const result = expectSound(computePortalDepth(orders, { portal: 'portal', revenue: 'revenue', currency: 'EUR' }));
    expect(result).toMatchObject({ value: 0.25, throughPortal: 30000, total: 120000, sampleSize: 3 });
    expect(result.excluded).toEqual({ missing: 1, invalid: 0, zeroRevenue: 1 });
    // Kish: (2+1+9)² / (4+1+81)
    expect(result.effectiveSampleSize).toBeCloseTo(144 / 86, 10);
    expect(result.definition.parameters).toEqual({ by: 'revenue', currency: 'EUR' });
  });

  it('leaves out what cannot be, and goes on', () => {
    const rows = [
      { portal: 'yes' as never, revenue: 1 },
      { portal: true, revenue: -1 },
      { portal: true, revenue: Infinity },
      { portal: true, revenue: null },
      { portal: true, revenue: { minorUnits: 5, currency: 'EUR' } },
    ];
    const { value, excluded } = computePortalDepth(rows, { portal: 'portal', revenue: 'revenue', currency: 'EUR' });
    expect([value, excluded]).toEqual([1, { missing: 1, invalid: 3, zeroRevenue: 0 }]);
  });

  it('refuses another currency, a currency without revenue, and revenue without currency', () => {
    const foreign = { portal: true, revenue: { minorUnits: 5, currency: 'USD' } };
    const options = { portal: 'portal', revenue: 'revenue' } as const;
    expect(thrownBy(() => computePortalDepth([foreign], { ...options, currency: 'EUR' }))).toMatchObject({
      code: 'CX_INVALID_INPUT',
      message: 'computePortalDepth: revenue at row 0 must be in EUR, received "USD"',
    });
    expect(thrownBy(() => computePortalDepth([foreign], options)).message).toMatch(/option "currency"/);
    expect(thrownBy(() => portalDepthMeasure<typeof foreign>({ portal: 'portal', currency: 'EUR' })).message).toMatch(
      /portalDepthMeasure: option "currency" must be left out without a revenue/,
    );
  });
});

describe('computeCatalogueCompletion', () => {
  const item = (required: number | null, filled: number | null): CatalogueItem => ({
    productId: 'p',
    channel: 'web',
    locale: 'fr',
    required,
    filled,
  });
  const items = [
    item(8, 8),
    item(2, 1),
    item(0, 0),
    item(4, 5),
    item(-1, 0),
    item(4, 1.5),
    item(null, 2),
    item(2, null),
  ];

  it('averages attributes, products, or complete products', () => {
    const result = expectSound(computeCatalogueCompletion(items));
    expect(result).toMatchObject({ value: 0.9, filled: 9, required: 10, complete: 1, sampleSize: 2 });
    expect(result.excluded).toEqual({ missing: 2, invalid: 3, nothingRequired: 1 });
    expect(computeCatalogueCompletion(items, { by: 'product' })).toMatchObject({ value: 0.75, filled: 9, complete: 1 });
    expect(computeCatalogueCompletion(items, { by: 'complete' }).value).toBe(0.5);
  });

  it('keeps the basis in the definition', () => {
    expect(catalogueCompletionMeasure({ by: 'attribute' }).definition.parameters).toEqual({});
    expect(catalogueCompletionMeasure({ by: 'product' }).definition.parameters).toEqual({ by: 'product' });
    expect(thrownBy(() => catalogueCompletionMeasure({ by: 'channel' as never }))).toMatchObject({
      code: 'CX_INVALID_OPTION',
      message:
        'catalogueCompletionMeasure: option "by" must be "attribute", "product" or "complete", received "channel"',
    });
  });

  it('has findings for just the rows that are missing or invalid', () => {
    expect(checkCatalogueItems(items).map(({ code, index, field, value }) => [code, index, field, value])).toEqual([
      ['more-filled-than-required', 3, 'filled', 5],
      ['invalid-count', 4, 'required', -1],
      ['invalid-count', 5, 'filled', 1.5],
      ['missing-count', 6, 'required', null],
      ['missing-count', 7, 'filled', null],
    ]);
  });
});

it('agrees with the catalogue', () => {
  const measures = [
    portalAdoptionMeasure(WINDOW),
    portalDepthMeasure({ portal: () => true }),
    catalogueCompletionMeasure(),
  ];
  for (const { definition } of measures) {
    const { id, family, statistic, unit, direction, range } = definition;
    expect(findMetric(id)).toMatchObject({ id, family, statistic, unit, direction, range });
  }
});
