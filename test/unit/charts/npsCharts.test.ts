import { describe, expect, it } from 'vitest';
import { toNpsClassesChart, toNpsDistributionChart } from '../../../src/charts/index.js';
import { computeNps } from '../../../src/metrics/index.js';
import { distribution, nps, SCORES } from './chartCases.js';
import { rowsOf, zones } from './chartFixtures.js';

describe('toNpsDistributionChart', () => {
  it('has a bar for each score, in its class', () => {
    const chart = toNpsDistributionChart(distribution);
    expect(rowsOf(chart, 'bar').map(({ score, count, className }) => [score, count, className])).toEqual(
      SCORES.map((count, score) => [
        String(score),
        count,
        score <= 6 ? 'Detractors (0–6)' : score <= 8 ? 'Passives (7–8)' : 'Promoters (9–10)',
      ]),
    );
    expect(rowsOf(chart, 'bar')[8]?.['words']).toBe('8: 22 (27%)');
    expect(rowsOf(chart, 'text')[1]?.['written']).toBe('');
  });

  it('tells shares, and the score only with its interval', () => {
    // 18, 36 and 29 of 83 answers; 35 % less 22 % are 13 points.
    const shares = '83 answers: 22% detractors, 43% passives, 35% promoters';
    expect(toNpsDistributionChart(distribution).title.subtitle).toEqual([shares]);
    expect(toNpsDistributionChart(distribution, { result: nps }).title.subtitle).toEqual([
      shares,
      expect.stringMatching(/^NPS \+13 \(95%: −\d – \+\d\d\)$/),
    ]);
    expect(toNpsDistributionChart(distribution, { result: computeNps([]) }).title.subtitle).toEqual([shares]);
  });

  it('speaks French', () => {
    const chart = toNpsDistributionChart(distribution, { locale: 'fr', name: 'NPS clients' });
    expect(chart.title).toEqual({
      text: 'NPS clients\u202f: réponses par note',
      subtitle: ['83 réponses\u202f: 22\u00a0% de détracteurs, 43\u00a0% de passifs, 35\u00a0% de promoteurs'],
    });
  });

  it.each([
    [null, 'CX_INVALID_INPUT', 'input must be { counts }, the answers by score, received null'],
    [{}, 'CX_INVALID_COUNTS', 'counts must be a list of 11, for the scores 0 to 10, received undefined'],
    [{ counts: [1, 2] }, 'CX_INVALID_COUNTS', 'counts must be a list of 11'],
    [{ counts: [...SCORES.slice(1), -1] }, 'CX_INVALID_COUNTS', 'counts[10] must be a count from 0, received -1'],
    [{ counts: [...SCORES.slice(1), Infinity] }, 'CX_INVALID_COUNTS', 'counts[10]'],
    [{ counts: [...SCORES.slice(1), '3'] }, 'CX_INVALID_COUNTS', 'counts[10]'],
  ])('refuses %j', (input, code, message) => {
    expect(() => toNpsDistributionChart(input as never)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) as unknown }),
    );
  });

  it('refuses a name that is no text, and a result that is none', () => {
    expect(() => toNpsDistributionChart(distribution, { name: 7 as never })).toThrow(
      /"name" must be a text, received 7/,
    );
    expect(() => toNpsDistributionChart(distribution, { result: null as never })).toThrow(
      /result must be a metric result/,
    );
  });
});

describe('toNpsClassesChart', () => {
  const chart = toNpsClassesChart(zones.segments);

  it('has a part for each class that has answers, which add up to the whole', () => {
    const parts = rowsOf(chart, 'bar').filter(({ label }) => label === 'south (n = 97)');
    expect(parts.map(({ className }) => className)).toEqual(['Detractors (0–6)', 'Passives (7–8)', 'Promoters (9–10)']);
    const ends = parts.map(({ start, end }) => [start, end]) as [number, number][];
    expect(ends.map(([start]) => start)).toEqual([0, 30 / 97, expect.closeTo(62 / 97, 12)]);
    expect(ends.map(([, end]) => end)).toEqual([30 / 97, expect.closeTo(62 / 97, 12), expect.closeTo(1, 12)]);
    expect(
      rowsOf(toNpsClassesChart([{ key: {}, result: { promoters: 1, passives: 0, detractors: 0 } }]), 'bar'),
    ).toHaveLength(1);
  });

  it('writes a share where it has room', () => {
    const narrow = toNpsClassesChart([{ key: {}, result: { promoters: 97, passives: 2, detractors: 1 } }]);
    expect(rowsOf(narrow, 'text').map(({ text }) => text)).toEqual(['97%', undefined]);
  });

  it('tells the score with its interval, and why there is none', () => {
    const hidden = toNpsClassesChart([{ key: { zone: 'x' }, result: null }, ...zones.segments]);
    const scores = rowsOf(hidden, 'text').flatMap(({ score }) => (score === undefined ? [] : [score]));
    expect(scores[0]).toBe('Hidden');
    expect(scores[1]).toBe('No data');
    expect(scores[2]).toMatch(/^\+31 \(95%: \+\d+ – \+\d+\)$/);
    expect(hidden.description).toContain('x: hidden; nobody (n = 0): no data; north (n = 95): 20% detractors (0–6)');
    const bare = toNpsClassesChart([{ key: {}, result: { promoters: 1, passives: 1, detractors: 1 } }], {
      locale: 'fr',
    });
    expect(bare.description).toBe(
      'NPS\u202f: détracteurs, passifs et promoteurs, 1 groupe. Ensemble (n = 3)\u202f: 33\u00a0% de détracteurs (0–6), 33\u00a0% de passifs (7–8), 33\u00a0% de promoteurs (9–10).',
    );
    expect(bare.title.subtitle).toEqual(['1 groupe, 3 réponses']);
  });

  it.each([
    [{}, /groups must be a list of groups, received an object/],
    [[null], /groups\[0\] must be a group, received null/],
    [[{ key: null }], /groups\[0\]\.key must be the key of a group/],
    [[{ key: {} }], /groups\[0\]\.result must be counts by class or null/],
    [[{ key: {}, result: { promoters: 1, passives: 1 } }], /groups\[0\]\.result\.detractors must be a count from 0/],
  ])('refuses %j', (groups, message) => {
    expect(() => toNpsClassesChart(groups as never)).toThrow(message);
  });
});
