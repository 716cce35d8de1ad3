import { describe, expect, it } from 'vitest';
import { toPriorityMatrixChart } from '../../../src/charts/index.js';
import type { Prioritization } from '../../../src/prioritization/prioritization.js';
import { prioritize } from '../../../src/prioritization/prioritize.js';
import { renderChart, schemaErrors } from '../../tools/renderChart.js';
import { everyKind, initiative, rowsOf } from './chartFixtures.js';

const stateOf = (chart: ReturnType<typeof toPriorityMatrixChart>): Record<string, unknown> =>
  Object.fromEntries(rowsOf(chart, 'point').map(({ name, state }) => [name as string, state]));

describe('toPriorityMatrixChart', () => {
  const chart = toPriorityMatrixChart(everyKind);
  const french = toPriorityMatrixChart(everyKind, { locale: 'fr' });

  it('puts each initiative at its effort and value', () => {
    const places = rowsOf(chart, 'point').map(({ name, value, effort }) => [name, value, effort]);
    expect(places).toHaveLength(6);
    expect(Object.fromEntries(places.map(([name, value]) => [name, value]))).toMatchObject({
      big: expect.closeTo(0.9, 12) as unknown,
      small: expect.closeTo(0.2, 12) as unknown,
    });
    expect(places.find(([name]) => name === 'Delivery slots')?.[1]).toBeCloseTo(0.8, 12);
    expect(places.find(([name]) => name === 'Delivery slots')?.[2]).toBeCloseTo(0.2, 12);
  });

  it('tells what is settled, to confirm and unknown', () => {
    expect(stateOf(chart)).toEqual({
      'Delivery slots': 'Settled',
      big: 'Settled',
      small: 'Settled',
      waste: 'Settled',
      near: 'To confirm',
      open: 'Criteria missing: worst to best case',
    });
    expect(stateOf(french)).toMatchObject({
      'Créneaux de livraison': 'Établi',
      near: 'À confirmer',
      open: 'Critères manquants\u202f: du pire au meilleur cas',
    });
  });

  it('tells states apart by shape and by fill, not by colour alone', () => {
    const points = chart.layer.find(({ mark }) => (mark as { type?: string }).type === 'point');
    const { shape, fill } = points?.['encoding'] as unknown as Record<string, { scale: { range: string[] } }>;
    expect(shape?.scale.range).toEqual(['circle', 'diamond', 'triangle-up']);
    expect(fill?.scale.range.slice(1)).toEqual(['transparent', 'transparent']);
    expect(fill?.scale.range[0]).not.toBe('transparent');
  });

  it('draws the range of an unknown one from the worst to the best case', () => {
    // Cost is known to be in the middle of its scale, complexity is not known at all.
    const ranges = rowsOf(chart, 'rule').filter(({ lower }) => lower !== undefined);
    expect(ranges).toHaveLength(1);
    expect(ranges[0]).toMatchObject({ effort: 0.5, lower: 0.25, upper: 0.75 });
  });

  it('draws ranges upwards as well, and both of an initiative whose criteria are all unknown', () => {
    const blank = toPriorityMatrixChart(prioritize([{ id: 'x', criteria: {} }]));
    expect(rowsOf(blank, 'rule').filter(({ lower }) => lower === 0)).toEqual([
      { value: 0.5, effort: 0.5, lower: 0, upper: 1 },
      { value: 0.5, effort: 0.5, lower: 0, upper: 1 },
    ]);
    expect(rowsOf(blank, 'point')[0]).toMatchObject({ valueText: '0% – 100%', quarter: '–', rank: '1' });
    expect(rowsOf(blank, 'point')[0]?.['missing']).toBe('complexity, cost, impact, reach');
  });

  it('draws the lines where they are, and none where there is none', () => {
    const at = (lines: Prioritization['lines']) => rowsOf(toPriorityMatrixChart({ ...everyKind, lines }), 'rule');
    expect(at({ value: 0.3, effort: 0.6 }).slice(0, 2)).toEqual([{ value: 0.3 }, { effort: 0.6 }]);
    expect(at({ value: null, effort: 0.6 })[0]).toEqual({ effort: 0.6 });
    expect(at({ value: 0.3, effort: null })[0]).toEqual({ value: 0.3 });
  });

  it('draws the border to either side of the lines, within the plot', () => {
    const bands = (border: number) =>
      rowsOf(toPriorityMatrixChart({ ...everyKind, lines: { value: 0.25, effort: 0.75 } }, { border }), 'rect').slice(
        1,
      );
    expect(bands(0.125)).toEqual([
      { left: -0.04, right: 1.04, bottom: 0.125, top: 0.375 },
      { left: 0.625, right: 0.875, bottom: -0.11, top: 1.11 },
    ]);
    expect(bands(1)).toEqual([
      { left: -0.04, right: 1.04, bottom: -0.11, top: 1.11 },
      { left: -0.04, right: 1.04, bottom: -0.11, top: 1.11 },
    ]);
    expect(bands(0)).toEqual([]);
  });

  it('tints the quarter to begin with', () => {
    expect(rowsOf(chart, 'rect')[0]).toEqual({ left: -0.04, right: 0.5, bottom: 0.5, top: 1.11 });
  });

  it('names the quarters in both languages, and those only that have room', async () => {
    const english = await renderChart(chart);
    for (const text of ['Quick wins', 'Structuring projects', 'Fill-ins', 'Drop', 'To confirm', 'Delivery slots'])
      expect(english.svg).toContain(`>${text}<`);
    const { svg } = await renderChart(french);
    for (const text of ['Gains rapides', 'Chantiers structurants', 'Compléments', 'À abandonner', 'À confirmer'])
      expect(svg).toContain(`>${text}<`);
    expect(svg).toContain('Effort (100\u202f%\u202f: le plus)');
    expect(svg).toMatch(/>75[\u00a0\u202f]%</);
    const narrow = toPriorityMatrixChart({ ...everyKind, lines: { value: 0.5, effort: 0.05 } });
    const texts = rowsOf(narrow, 'text').map(({ text }) => text);
    expect(texts).toContain('Drop');
    expect(texts).not.toContain('Quick wins');
    expect(texts).not.toContain('Fill-ins');
  });

  it('says the finding in words', () => {
    expect(chart.description).toBe(
      'Priority matrix, value upwards and effort to the right, 6 initiatives. Quick wins: Delivery slots, near. ' +
        'Structuring projects: big. Fill-ins: small. Drop: waste. To confirm: near. With missing criteria: open.',
    );
    expect(french.description).toBe(
      'Matrice de priorisation, valeur en ordonnée et effort en abscisse, 6 initiatives. ' +
        'Gains rapides\u202f: Créneaux de livraison, near. Chantiers structurants\u202f: big. Compléments\u202f: small. ' +
        'À abandonner\u202f: waste. À confirmer\u202f: near. À critères manquants\u202f: open.',
    );
    expect(chart.title).toEqual({
      text: 'Priorities by value and effort',
      subtitle: ['2 quick wins, 1 structuring project, 1 fill-in, 1 to drop', '1 to confirm, 1 with missing criteria'],
    });
    expect(french.title.subtitle).toEqual([
      '2 gains rapides, 1 chantier structurant, 1 complément, 1 à abandonner',
      '1 à confirmer, 1 à critères manquants',
    ]);
  });

  it('says so where there is nothing, and where a quarter is empty', () => {
    expect(toPriorityMatrixChart(prioritize([])).title.subtitle).toEqual(['No initiatives']);
    expect(toPriorityMatrixChart(prioritize([]), { locale: 'fr' }).title.subtitle).toEqual(['Aucune initiative']);
    const one = toPriorityMatrixChart(prioritize([initiative('a', 0.9, 0.1)]));
    expect(one.description).toContain('1 initiative. Quick wins: a. Structuring projects: none.');
    const oneFrench = toPriorityMatrixChart(prioritize([initiative('a', 0.9, 0.1)]), { locale: 'fr' });
    expect(oneFrench.description).toContain('Compléments\u202f: aucun.');
  });

  it('counts what has no place for want of an axis', () => {
    const items = everyKind.items.map((item) => (item.id === 'big' ? { ...item, effort: null } : item));
    const partly = toPriorityMatrixChart({ ...everyKind, items });
    expect(rowsOf(partly, 'point')).toHaveLength(5);
    expect(partly.description).toContain('Without a place: big.');
    expect(partly.title.subtitle[1]).toBe('1 to confirm, 1 with missing criteria, 1 without a place on the chart');
  });

  it('describes each point in words', () => {
    const words = Object.fromEntries(rowsOf(chart, 'point').map(({ name, description }) => [name, description]));
    expect(words['Delivery slots']).toBe('Delivery slots: value 80%, effort 20%, Quick wins, Settled');
    const open = rowsOf(french, 'point').find(({ name }) => name === 'open');
    expect(open?.['description']).toMatch(/effort 25\s% – 75\s%, –, Critères manquants/);
  });

  it('tells a known place with its range', () => {
    const items = everyKind.items.map((item) =>
      item.id === 'big' ? { ...item, bestRank: 1, worstRank: 3, value: { value: 0.9, lower: 0.8, upper: 1 } } : item,
    );
    const row = rowsOf(toPriorityMatrixChart({ ...everyKind, items }), 'point').find(({ name }) => name === 'big');
    expect(row).toMatchObject({ valueText: '90% (80% – 100%)', rank: '1 – 3' });
  });

  it('leaves out labels that would cover others, and counts them', () => {
    const heap = prioritize(
      Array.from({ length: 60 }, (_, i) => initiative(`One of sixty initiatives ${String(i)}`, 0.7, 0.3)),
    );
    const crowded = toPriorityMatrixChart(heap);
    const shown = rowsOf(crowded, 'text').filter(({ text }) => (text as string).startsWith('One'));
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThan(60);
    expect(crowded.title.subtitle[1]).toContain(`${String(60 - shown.length)} points without a label`);
    expect(rowsOf(crowded, 'point')).toHaveLength(60);
  });

  it('cuts long labels on the chart and keeps the whole name for the tooltip', () => {
    const long = 'A name that goes on and on and would not end';
    const cut = toPriorityMatrixChart(prioritize([initiative(long, 0.7, 0.3)]));
    expect(rowsOf(cut, 'text').map(({ text }) => text)).toContain('A name that goes on and on…');
    expect(rowsOf(cut, 'point')[0]?.['name']).toBe(long);
  });

  it('is 440 pixels high unless told otherwise', () => {
    expect(chart.height).toBe(440);
    expect(toPriorityMatrixChart(everyKind, { height: 300 }).height).toBe(300);
  });

  it.each([
    [{ height: 199 }, /option "height" must be a number of pixels from 200 to 4000, received 199/],
    [{ border: -0.01 }, /option "border" must be between 0 and 1, received -0.01/],
    [{ border: 1.01 }, /option "border"/],
    [{ border: '0.1' as unknown as number }, /option "border"/],
  ])('refuses %j', (options, message) => {
    expect(() => toPriorityMatrixChart(everyKind, options)).toThrow(message);
  });

  const [first] = everyKind.items;
  const lines = { value: 0.5, effort: 0.5 };
  it.each([
    [null, /toPriorityMatrixChart: prioritization must be what prioritize gave, received null/],
    [{ items: [] }, /prioritization must be what prioritize gave/],
    [{ items: 7, lines }, /prioritization must be/],
    [{ items: [], lines: { value: 2, effort: null } }, /lines\.value must be a share between 0 and 1, received 2/],
    [{ items: [], lines: { value: null } }, /lines\.effort must be a share/],
    [{ items: [null], lines }, /items\[0\] must be an initiative/],
    [{ items: [{ ...first, id: 7 }], lines }, /items\[0\]\.id must be a text, received 7/],
    [{ items: [{ ...first, missing: null }], lines }, /items\[0\]\.missing must be a list/],
    [{ items: [{ ...first, value: 0.5 }], lines }, /items\[0\]\.value must be a position or null/],
    [{ items: [{ ...first, value: { value: -0.1, lower: 0, upper: 1 } }], lines }, /value\.value must be a share/],
    [{ items: [{ ...first, effort: { value: null, lower: NaN, upper: 1 } }], lines }, /effort\.lower must be a share/],
    [{ items: [{ ...first, effort: { value: null, lower: 0, upper: 1.1 } }], lines }, /effort\.upper must be a share/],
  ])('refuses as a ranking %j', (ranking, message) => {
    expect(() => toPriorityMatrixChart(ranking as unknown as Prioritization)).toThrow(
      expect.objectContaining({ code: 'CX_INVALID_INPUT', message: expect.stringMatching(message) as unknown }),
    );
  });
});

describe('the judges of a chart', () => {
  const chart = toPriorityMatrixChart(everyKind);

  it('see what the schema does not allow', () => {
    expect(schemaErrors({ ...chart, width: 'wide' as unknown as number })).not.toEqual([]);
    expect(schemaErrors({ ...chart, layer: [{ mark: 'blob' }] })).not.toEqual([]);
  });

  it('hear what Vega warns of', async () => {
    const [layer] = chart.layer;
    const encoding = { ...(layer?.['encoding'] as object), angel: { field: 'x', type: 'quantitative' } };
    const { log } = await renderChart({ ...chart, layer: [{ ...layer, encoding }] });
    expect(log).not.toEqual([]);
  });
});
