import { describe, expect, it } from 'vitest';
import { toScoreIntervalChart, toSegmentForestChart } from '../../../src/charts/index.js';
import type { MetricResult } from '../../../src/core/result.js';
import { computeCsat, computeNps } from '../../../src/metrics/index.js';
import type { SegmentComparisons } from '../../../src/segmentation/comparedSegments.js';
import { renderChart } from '../../tools/renderChart.js';
import { rowsOf, zones } from './chartFixtures.js';

const nps = computeNps({ counts: { promoters: 60, passives: 20, detractors: 20 } });
const changed = (part: Partial<MetricResult>): MetricResult => ({ ...nps, ...part });
const score = (result: MetricResult | null, options = {}) =>
  toScoreIntervalChart([{ key: { zone: 'north' }, result }], options);

describe('toSegmentForestChart', () => {
  const { comparisons } = zones;
  const chart = toSegmentForestChart(comparisons, { name: 'NPS' });
  const french = toSegmentForestChart(comparisons, { name: 'NPS', locale: 'fr' });

  it('has a row for each difference, with its interval, as it was computed', () => {
    const known = comparisons.comparisons.filter(({ comparison }) => comparison.difference !== null);
    expect(rowsOf(chart, 'point').map(({ value }) => value)).toEqual(
      known.map(({ comparison }) => comparison.difference),
    );
    expect(
      rowsOf(chart, 'rule')
        .slice(1)
        .map(({ lower, upper }) => [lower, upper]),
    ).toEqual(known.map(({ comparison: { interval } }) => [interval?.lower, interval?.upper]));
  });

  it('has the line of no difference', () => {
    expect(rowsOf(chart, 'rule')[0]).toEqual({ reference: 0 });
  });

  it('tells verdicts by shape', () => {
    expect(rowsOf(chart, 'point').map(({ label, look }) => [label, look])).toEqual([
      ['north (n = 95 / 167)', 'No evidence of a difference'],
      ['south (n = 97 / 165)', 'Lower'],
      ['west (n = 70 / 192)', 'Higher'],
    ]);
    const points = chart.layer.find(({ mark }) => (mark as { type?: string }).type === 'point');
    const { shape } = points?.['encoding'] as unknown as Record<
      string,
      { scale: { range: string[]; domain: string[] } }
    >;
    expect(shape?.scale).toEqual({
      domain: ['Higher', 'Lower', 'No evidence of a difference'],
      range: ['triangle-up', 'triangle-down', 'circle'],
    });
  });

  it('keeps a row for what was not compared', () => {
    expect(rowsOf(chart, 'text').map(({ label, look }) => [label, look])).toEqual([
      ['nobody (n = 0 / 262)', 'Not compared'],
    ]);
    expect(rowsOf(french, 'text')[0]?.['look']).toBe('Non comparé');
  });

  it('says the finding in words', () => {
    expect(chart.title).toEqual({
      text: 'NPS: differences between segments',
      subtitle: '1 higher, 1 lower, 1 without evidence of a difference, 1 not compared',
    });
    expect(chart.description).toBe(
      'NPS: differences between segments, confidence 95%. Higher: west (n = 70 / 192). Lower: south (n = 97 / 165). ' +
        'No evidence of a difference: north (n = 95 / 167). Not compared: nobody (n = 0 / 262).',
    );
    expect(french.description).toContain('Plus haut\u202f: west (n = 70 / 192).');
    expect(french.title.subtitle).toBe('1 plus haut, 1 plus bas, 1 sans différence démontrée, 1 non comparé');
    // 50/70 - 10/... : west 42.857, the rest (83 - 49) / 192 = 17.708; the difference is 25.1 points.
    expect(rowsOf(chart, 'point')[2]?.['words']).toMatch(/^west: Higher \+25\.1 \(95%: \+\d[\d.]* – \+[\d.]+\)$/);
    expect(toSegmentForestChart({ ...comparisons, comparisons: [] }).title.subtitle).toBe('No comparisons');
    const none = toSegmentForestChart({ ...comparisons, comparisons: [] }, { locale: 'fr' });
    expect(none.title.subtitle).toBe('Aucune comparaison');
  });

  it('names the axis, and the other side where it is no rest', async () => {
    expect((await renderChart(chart)).svg).toContain('>Difference in NPS, points (segment minus the rest)<');
    expect((await renderChart(french)).svg).toContain('>Différence de NPS, points (segment moins le reste)<');
    const [entry] = comparisons.comparisons;
    const pair = { ...comparisons, comparisons: [{ ...entry!, against: { zone: 'south' } }] };
    const { svg } = await renderChart(toSegmentForestChart(pair));
    expect(svg).toContain('>Difference in nps, points<');
    expect(
      rowsOf(toSegmentForestChart(pair), 'point').concat(rowsOf(toSegmentForestChart(pair), 'text'))[0],
    ).toMatchObject({
      label: expect.stringContaining(' − south') as unknown,
    });
  });

  const [entry] = comparisons.comparisons;
  it.each([
    [null, /toSegmentForestChart: comparisons must be what compareSegments gave, received null/],
    [{ ...comparisons, comparisons: null }, /comparisons\.comparisons must be a list, received null/],
    [{ ...comparisons, comparisons: [null] }, /comparisons\[0\] must be a comparison of segments/],
    [{ ...comparisons, comparisons: [{ ...entry, key: null }] }, /comparisons\[0\]\.key must be the key of a segment/],
    [
      { ...comparisons, comparisons: [{ ...entry, comparison: {} }] },
      /comparisons\[0\]\.comparison must be a comparison/,
    ],
    [
      { ...comparisons, comparisons: [{ ...entry, verdict: 'so-so' }] },
      /\.verdict must be a verdict, received "so-so"/,
    ],
  ])('refuses %#', (value, message) => {
    expect(() => toSegmentForestChart(value as unknown as SegmentComparisons<object>)).toThrow(
      expect.objectContaining({ code: 'CX_INVALID_INPUT', message: expect.stringMatching(message) as unknown }),
    );
  });

  it('refuses a name that is no text', () => {
    expect(() => toSegmentForestChart(comparisons, { name: 7 as unknown as string })).toThrow(/"name" must be a text/);
  });
});

describe('toScoreIntervalChart', () => {
  it('has a row for each result, with its interval', () => {
    const chart = score(nps, { name: 'NPS' });
    expect(rowsOf(chart, 'point')[0]).toMatchObject({
      label: 'north (n = 100)',
      value: 40,
      look: 'Value and interval',
    });
    expect(rowsOf(chart, 'rule')[0]).toMatchObject({ lower: nps.interval?.lower, upper: nps.interval?.upper });
    expect(chart.description).toMatch(
      /^NPS with intervals, 1 result\. north \(n = 100\): \+40 \(95%: \+\d+ – \+\d+\)\.$/,
    );
    expect(score(nps, { locale: 'fr' }).description).toMatch(
      /^nps avec intervalles, 1 résultat\. north \(n = 100\)\u202f: \+40/,
    );
  });

  it('tells a value without an interval by shape', () => {
    const chart = score(changed({ interval: null }));
    expect(rowsOf(chart, 'point')[0]).toMatchObject({ look: 'Value without interval', lower: null });
    expect(rowsOf(chart, 'rule')).toEqual([]);
    const points = chart.layer.find(({ mark }) => (mark as { type?: string }).type === 'point');
    expect(JSON.stringify(points?.['encoding'])).toContain('"range":["diamond"]');
  });

  it.each([
    [changed({ value: null, interval: null, sampleSize: 0 }), 'north (n = 0)', 'No data', 'Aucune donnée'],
    [null, 'north', 'Hidden', 'Masqué'],
  ])('keeps a row without a number (%#)', (result, label, words, french) => {
    expect(rowsOf(score(result), 'text')[0]).toMatchObject({ label, look: words, value: null });
    expect(rowsOf(score(result, { locale: 'fr' }), 'text')[0]).toMatchObject({ look: french });
    expect(rowsOf(score(result), 'point')).toEqual([]);
  });

  it('draws an open side to the end of the axis', () => {
    const open = { lower: 10, upper: null, confidence: 0.95, method: 'woodruff' };
    const chart = score(changed({ value: 20, interval: open }));
    // Known ends are 10 and 20; a margin of 6 % lies beyond them.
    expect(rowsOf(chart, 'rule')[0]).toMatchObject({ lower: 10, upper: 20.6 });
    expect(rowsOf(chart, 'point')[0]?.['words']).toContain('(95%: +10 – …)');
  });

  it('marks a reference, and counts', () => {
    const chart = score(nps, { reference: 30 });
    expect(rowsOf(chart, 'rule')[0]).toEqual({ reference: 30 });
    expect(chart.title.subtitle).toBe('1 result · Line +30');
    expect(score(nps, { reference: 30, locale: 'fr' }).title.subtitle).toBe('1 résultat · Repère +30');
  });

  it.each([
    [{ unit: 'share' as const }, 0.625, '62.5%', 'Score'],
    [{ unit: 'money' as const, parameters: { currency: 'EUR' } }, 12345, '123.5', 'Score, EUR'],
    [{ unit: 'money' as const, parameters: { currency: 'JPY' } }, 12345, '12,345', 'Score, JPY'],
    [{ unit: 'money' as const, parameters: {} }, 500, '500', 'Score'],
    [{ unit: 'hours' as const }, 4.55, '4.6', 'Score, hours'],
    [{ unit: 'score' as const }, 5.125, '5.13', 'Score'],
    [{ unit: 'count' as const }, 7, '7', 'Score'],
    [{ unit: 'points' as const }, -7, '−7', 'Score, points'],
  ])('writes values of %j', async (own, value, text, axis) => {
    const definition = { ...nps.definition, ...own };
    const chart = score(changed({ definition, value, interval: null }), { name: 'Score' });
    expect(rowsOf(chart, 'point')[0]?.['words']).toBe(`north (n = 100): ${text}`);
    expect((await renderChart(chart)).svg).toContain(`>${axis}<`);
  });

  it('draws money in whole units', () => {
    const definition = { ...nps.definition, unit: 'money' as const, parameters: { currency: 'EUR' } };
    const interval = { lower: 10000, upper: 20000, confidence: 0.95, method: 't' };
    const chart = score(changed({ definition, value: 15000, interval }));
    expect(rowsOf(chart, 'point')[0]).toMatchObject({ value: 150, lower: 100, upper: 200 });
  });

  it('writes French units', async () => {
    const definition = { ...nps.definition, unit: 'hours' as const, names: { en: 'Wait', fr: 'Attente' } };
    const { svg } = await renderChart(score(changed({ definition, value: 4.5, interval: null }), { locale: 'fr' }));
    expect(svg).toContain('>Attente, heures<');
    expect(svg).toContain('4,5');
  });

  it('names segments by their values, and numbers those that look alike', () => {
    const keys = [
      {},
      { large: true, sector: null },
      { large: false },
      { a: 'x', b: 'y' },
      { zone: 'x' },
      { zone: 'x' },
    ];
    const labels = (locale: string) =>
      rowsOf(
        toScoreIntervalChart(
          keys.map((key) => ({ key, result: nps })),
          { locale },
        ),
        'point',
      ).map(({ label }) => label);
    expect(labels('en')).toEqual([
      'All (n = 100)',
      'large: yes · sector: unknown (n = 100)',
      'large: no (n = 100)',
      'x · y (n = 100)',
      'x (n = 100)',
      'x (n = 100) (2)',
    ]);
    expect(labels('fr').slice(0, 3)).toEqual([
      'Ensemble (n = 100)',
      'large\u202f: oui · sector\u202f: inco… (n = 100)',
      'large\u202f: non (n = 100)',
    ]);
  });

  it('is as high as its rows need', () => {
    const of = (rows: number) =>
      toScoreIntervalChart(Array.from({ length: rows }, (_, i) => ({ key: { i }, result: nps }))).height;
    expect([of(0), of(2), of(3), of(40)]).toEqual([60, 60, 90, 1200]);
  });

  it('lists at most twelve results in words', () => {
    const of = (rows: number, locale: string) =>
      toScoreIntervalChart(
        Array.from({ length: rows }, (_, i) => ({ key: { i }, result: null })),
        { locale },
      ).description;
    expect(of(12, 'en')).not.toContain('more');
    expect(of(13, 'en')).toContain('11: hidden and 1 more.');
    expect(of(14, 'fr')).toContain('et 2 de plus.');
  });

  it.each([
    [null, /toScoreIntervalChart: segments must be a list of segments, received null/],
    [[7], /segments\[0\] must be a segment, received 7/],
    [[{ key: 'x', result: null }], /segments\[0\]\.key must be the key of a segment, received "x"/],
    [[{ key: {} }], /segments\[0\]\.result must be a metric result or null/],
  ])('refuses %j', (segments, message) => {
    expect(() => toScoreIntervalChart(segments as never)).toThrow(
      expect.objectContaining({ code: 'CX_INVALID_INPUT', message: expect.stringMatching(message) as unknown }),
    );
  });

  it('refuses results of different definitions', () => {
    const mixed = [nps, null, computeCsat([5, 4])].map((result) => ({ key: {}, result }));
    expect(() => toScoreIntervalChart(mixed)).toThrow(
      expect.objectContaining({
        code: 'CX_DEFINITION_MISMATCH',
        message: expect.stringContaining('segments[2]') as unknown,
      }),
    );
  });

  it.each([
    [{ reference: NaN }, /option "reference" must be a finite number, received NaN/],
    [{ reference: null }, /option "reference"/],
    [{ name: 7 }, /option "name" must be a text/],
  ])('refuses %j as options', (options, message) => {
    expect(() => score(nps, options)).toThrow(message);
  });
});
