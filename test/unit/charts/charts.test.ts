import { describe, expect, it } from 'vitest';
import {
  toPriorityMatrixChart,
  toScoreIntervalChart,
  toSegmentForestChart,
  type ChartOptions,
  type ChartSpecification,
} from '../../../src/charts/index.js';
import { prioritize } from '../../../src/prioritization/prioritize.js';
import { renderChart, schemaErrors } from '../../tools/renderChart.js';
import { EMPTY, HOSTILE_CASES, USUAL } from './chartCases.js';
import { everyKind, HOSTILE, initiative, keysOf, zones, zonesOf } from './chartFixtures.js';

const many = prioritize(
  Array.from({ length: 40 }, (_, i) =>
    initiative(`Initiative ${String(i)}`, ((i * 7) % 19) / 18, ((i * 11) % 23) / 22),
  ),
);
const hostileZones = zonesOf(Object.fromEntries(HOSTILE.map((text, i) => [text, [9 + i, 5, 4] as const])));
const unknown = prioritize(
  [
    { id: 'a', criteria: {} },
    { id: 'b', criteria: {} },
  ],
  { lines: 'median' },
);
const none = { ...zones.comparisons, comparisons: [] };

type Draw = (options: ChartOptions) => ChartSpecification;
const CASES: readonly (readonly [string, Draw])[] = [
  ['matrix of every kind', (options) => toPriorityMatrixChart(everyKind, options)],
  ['matrix of nothing', (options) => toPriorityMatrixChart(prioritize([]), options)],
  ['matrix of one', (options) => toPriorityMatrixChart(prioritize([initiative('one', 0, 1)]), options)],
  ['matrix of the unknown', (options) => toPriorityMatrixChart(unknown, options)],
  ['matrix of forty', (options) => toPriorityMatrixChart(many, options)],
  [
    'matrix of hostile names',
    (options) => toPriorityMatrixChart(prioritize(HOSTILE.map((id, i) => initiative(id, i / 12, 1 - i / 12))), options),
  ],
  ['forest', (options) => toSegmentForestChart(zones.comparisons, options)],
  ['forest of nothing', (options) => toSegmentForestChart(none, options)],
  ['forest of hostile names', (options) => toSegmentForestChart(hostileZones.comparisons, options)],
  ['scores', (options) => toScoreIntervalChart(zones.segments, options)],
  ['scores of nothing', (options) => toScoreIntervalChart([], options)],
  ['scores of hostile names', (options) => toScoreIntervalChart(hostileZones.segments, options)],
  ...Object.entries(USUAL),
  ...Object.entries(EMPTY).map(([chart, draw]) => [`${chart} of nothing`, draw] as const),
  ...Object.entries(HOSTILE_CASES).map(([chart, draw]) => [`${chart} of hostile names`, draw] as const),
  ['hidden scores', (options) => toScoreIntervalChart([{ key: { zone: 'x' }, result: null }], options)],
];

describe.each(CASES)('the %s', (_, draw) => {
  it.each([
    ['en', 'any'],
    ['fr', 'light'],
    ['fr-CA', 'dark'],
  ] as const)('is valid and drawn without a warning in %s for %s', async (locale, theme) => {
    const chart = draw({ locale, theme });
    expect(schemaErrors(chart)).toEqual([]);
    const { svg, log } = await renderChart(chart);
    expect(log).toEqual([]);
    expect(svg).toMatch(/^<svg .*<\/svg>$/s);
    expect(svg).not.toMatch(/NaN|undefined|Infinity|<script|<img/);
    // XML allows none of these characters.
    expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]|\p{Cs}/u);
  });

  it('is plain JSON without anything that is executed or loaded', () => {
    const chart = draw({});
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
    const keys = new Set(keysOf(chart));
    for (const key of [
      'expr',
      'signal',
      'transform',
      'calculate',
      'filter',
      'url',
      'href',
      'params',
      'labelExpr',
      'test',
    ]) {
      expect(keys).not.toContain(key);
    }
  });

  it('has the fields that are ours, whatever the names', () => {
    const fields = [
      ...JSON.stringify(draw({}).layer.map(({ encoding }) => encoding ?? null)).matchAll(/"field":"([^"]*)"/g),
    ];
    for (const [, field] of fields) expect(field).toMatch(/^[a-zA-Z\d]+$/);
  });

  it('says in words what it shows', () => {
    expect(draw({}).description).toMatch(/\S.*\.$/s);
    expect(draw({ locale: 'fr' }).description).not.toBe(draw({}).description);
  });
});

describe('the options of all charts', () => {
  it('give another title, as one line', async () => {
    for (const [, draw] of CASES) expect(draw({ title: ' My\ntitle ' }).title.text).toBe('My title');
    const { svg } = await renderChart(toScoreIntervalChart(zones.segments, { title: '<b>{datum.x}</b>' }));
    expect(svg).toContain('&lt;b&gt;{datum.x}&lt;/b&gt;');
  });

  it.each([200, 4000])('allow a width of %d', (width) => {
    for (const [, draw] of CASES) expect(draw({ width }).width).toBe(width);
  });

  it.each([
    [{ width: 199 }, /"width" must be a number of pixels from 200 to 4000, received 199/],
    [{ width: 4001 }, /"width"/],
    [{ width: NaN }, /"width"/],
    [{ width: null }, /"width"/],
    [{ width: '300' }, /"width"/],
    [{ theme: 'sepia' }, /"theme" must be "any", "light" or "dark", received "sepia"/],
    [{ theme: 'toString' }, /"theme"/],
    [{ theme: null }, /"theme"/],
    [{ title: 7 }, /"title" must be a text, received 7/],
    [{ locale: 'de' }, /"locale"/],
    [null, /options must be an object, received null/],
  ])('refuse %j', (options, message) => {
    for (const [, draw] of CASES) expect(() => draw(options as ChartOptions)).toThrow(message);
  });

  it('are 640 pixels and the language English unless given', () => {
    expect(toScoreIntervalChart([]).width).toBe(640);
    expect(toScoreIntervalChart([]).title.text).toBe('Score with intervals');
  });
});
