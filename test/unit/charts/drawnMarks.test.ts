import { describe, expect, it } from 'vitest';
import { heatScale } from '../../../src/charts/heatMapColours.js';
import { resolveChart } from '../../../src/charts/chartOptions.js';
import { CHART_PALETTES } from '../../../src/charts/theme.js';
import { renderChart } from '../../tools/renderChart.js';
import { USUAL } from './chartCases.js';
import { colourDifference, contrast, deuteranopia } from './colourVision.js';

const COUNTED = ['point', 'bar', 'rect', 'rule', 'text'];
const PAGES = { light: '#ffffff', dark: '#14191c' } as const;

describe.each(Object.entries(USUAL))('the drawing of %s', (_, draw) => {
  it('has a mark for each row of its data', async () => {
    const chart = draw({});
    const { svg } = await renderChart(chart);
    const counted = chart.layer.flatMap((layer, at) => {
      const { mark, data } = layer as unknown as { mark: { type: string }; data: { values: unknown[] } };
      if (!COUNTED.includes(mark.type)) return [];
      const group = new RegExp(`<g class="[^"]* layer_${String(at)}_marks"[^>]*>(.*?)</g>`, 's').exec(svg)?.[1] ?? '';
      return [[mark.type, data.values.length, group.match(/<(path|line|text)[ >]/g)?.length ?? 0]];
    });
    expect(counted.length).toBeGreaterThan(0);
    for (const [mark, rows, marks] of counted) expect([mark, marks]).toEqual([mark, rows]);
  });

  it.each(['light', 'dark'] as const)('has text that can be read on a %s page', async (theme) => {
    const { ink, onFirst, onSecond } = CHART_PALETTES[theme];
    const { svg } = await renderChart(draw({ theme }));
    const fills = [...svg.matchAll(/<text[^>]* fill="([^"]+)"/g)].map(([, fill]) => fill ?? '');
    expect(fills.length).toBeGreaterThan(3);
    for (const fill of fills) expect([ink, onFirst, onSecond]).toContain(fill);
    expect(contrast(ink, PAGES[theme])).toBeGreaterThan(4.5);
  });

  it('is the same each time, and in each theme but for its colours', () => {
    expect(draw({ theme: 'light' })).toEqual(draw({ theme: 'light' }));
    expect(draw({ theme: 'light' }).description).toBe(draw({ theme: 'dark' }).description);
  });
});

const points = { divisor: 1, format: '', noun: null, write: String };

describe.each(['any', 'light', 'dark'] as const)('the colours of %s', (theme) => {
  const { first, second, neutral, onFirst, onSecond } = CHART_PALETTES[theme];
  const { bands } = heatScale([-60, 60], points, resolveChart('test', { theme }));

  it('have text of 4.5 to 1 on them', () => {
    expect(contrast(onFirst, first)).toBeGreaterThan(4.5);
    for (const colour of [second, neutral]) expect(contrast(onSecond, colour)).toBeGreaterThan(4.5);
    for (const { colour, ink } of bands) expect(contrast(ink, colour)).toBeGreaterThan(4.5);
  });

  it('can be told apart side by side, with and without deuteranopia', () => {
    const sides = [
      [second, neutral],
      [neutral, first],
      [first, second],
      ...bands.slice(1).map(({ colour }, at) => [bands[at]?.colour ?? '', colour] as const),
    ] as const;
    for (const [a, b] of sides) {
      expect(colourDifference(a, b), `${a} ${b}`).toBeGreaterThan(15);
      expect(colourDifference(deuteranopia(a), deuteranopia(b)), `${a} ${b}`).toBeGreaterThan(15);
    }
  });
});
