import { describe, expect, it } from 'vitest';
import { csatMeasure } from '../../../src/metrics/perception/csat.js';
import type { Finding } from '../../../src/prioritization/finding.js';
import { quarterlyReview, type QuarterlyReviewInput } from '../../../src/reviews/quarterlyReview.js';
import type { QuarterlyReview } from '../../../src/reviews/quarterlyRecord.js';
import {
  quarterlyReviewCharts,
  renderQuarterlyReview,
  type RenderQuarterlyReviewOptions,
} from '../../../src/reviews/rendering/renderQuarterlyReview.js';
import { toMeasuredRows } from '../../../src/reviews/toMeasuredRows.js';
import { htmlTags } from '../../tools/htmlTokens.js';
import { sampleQuarter } from '../../tools/sampleQuarter.js';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>';
const sample = sampleQuarter();
const english = renderQuarterlyReview(sample);
const french = renderQuarterlyReview(sample, { locale: 'fr' });

function empty(changes: Partial<QuarterlyReviewInput> = {}): QuarterlyReview {
  return quarterlyReview({ asOf: '2026-10-05', measures: [], ...changes });
}

function written(changes: Partial<QuarterlyReviewInput>, options: RenderQuarterlyReviewOptions = {}): string {
  return renderQuarterlyReview(empty(changes), options).markdown;
}

/** The lines of a section of the Markdown. */
function section(markdown: string, title: string): string {
  return markdown.split('\n## ').find((part) => part.startsWith(`${title}\n`)) ?? '';
}

describe('renderQuarterlyReview in English', () => {
  it.each([
    ['the title', '# Quarterly review, Q3 2026\n'],
    ['the days', 'From 1 July 2026 to 30 September 2026. Reviewed on 5 October 2026, with 95% confidence.'],
    ['the figures', '* **Net Promoter Score** – +40 · +26 to +54 · ✓ Reached'],
    ['how many targets are reached', '- Metrics that reach their target by their value: 1 of 3.'],
    ['what misses its target', '- Missed: Response rate.'],
    ['what changed for the better', '- Net Promoter Score is higher than in Q2 2026: +21.3 points, for the better.'],
    ['plans that are late', '- Plans that are late or missed: 1 of 1.'],
    ['a target in words', '| at least 85.0%; tolerable from 65.0% (charter) | △ Tolerable | ✗ Missed |'],
    ['that there is no target', '| 3 answers | No target | ? Unknown | ? Unknown |'],
    ['the size of the sample as a warning', '- Days to a quote: The value rests on only 3 answers: below 30'],
    ['the method', 'Days to a quote: 4.00, low is good (95% interval −0.97 to 8.97, Student’s t; 3 answers)'],
    [
      'the family',
      'Comparisons with the past made at once: 3. After adjustment for their number (Holm, 95% confidence)',
    ],
    ['a change of meaning', 'from 1 July 2026 on the number means something else (counted in working days since then)'],
    ['silence', 'No evidence of a change is not evidence of no change'],
    [
      'a comparison that was not made',
      '| Days to a quote | Q3 2025 | unknown | 4.00 | unknown | ? Not compared | unknown |',
    ],
    ['a segment that is worse', '✗ Lower, for the worse'],
    ['a segment of which nothing is shown', '? No evidence of a difference'],
    [
      'the test of all segments',
      'zone: were all segments alike, differences as large would come by luck with a probability of &lt; 0.001',
    ],
    ['coverage', '| Revenue coverage | 89.9% | unknown | 80 accounts | No target |'],
    ['what metrics rest on', '| Net Promoter Score | 180 answers | 180 | 0 |'],
    ['an unknown criterion', '| Chatbot | 4 | 23.8 to 48.8 | unknown | 35 | 37.5 to 87.5 | ? Unknown: cost |'],
    ['the reasons of a rank', 'At least as good under every criterion: Two-minute videos.'],
    ['the plan', '### Customers are content with our deliveries'],
    [
      'who owns it',
      'Owner: Jane Moreau. Due: 31 December 2026, days left: 87. Next checkpoint: 30 November 2026. Part of the business: the whole.',
    ],
    ['how it stands', '✗ Late | 66.7% | 71.9% | 85.0% | 28.4% | 52.5% | ? No evidence of a change |'],
    [
      'what cannot be measured',
      '| On time in full (OTIF) | ? Cannot be measured | unknown | unknown | 95.0% | unknown | unknown | ? Unknown |',
    ],
    ['money granted', '| EUR | 2 | €250.00 | €120.00 |'],
    ['a budget', '| network-2026 | €5,000.00 | €3,200.00 | €300.00 | €1,500.00 |'],
    ['a budget of points', '| academy | 1,200 pt | 1,200 pt | 0 pt | 0 pt |'],
    ['an empty budget', '- Budget academy: nothing is left.'],
    [
      'a decision that waits',
      '| otif-bonus | f2 | 30 September 2026 | dealer-12 | Held for want of facts | network.otif |',
    ],
    ['for whom is not known', '| otif-bonus | f4 | 30 September 2026 | unknown | Waiting for approval | – |'],
  ])('tells %s', (_, text) => {
    expect(english.markdown).toContain(text);
  });

  it('has its sections in order', () => {
    expect([...english.markdown.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual([
      'In short',
      'Scorecard',
      'What changed, and whether it is real',
      'Segments',
      'Coverage: who was heard',
      'Priorities',
      'Progress of the plans',
      'Actions to consider',
      'Rewards',
    ]);
  });

  it('takes a title and names', () => {
    const names = { zone: 'Region', Nord: 'The North', nps: 'NPS', 'network-2026': 'Network', 'Jane Moreau': 'J. M.' };
    const { title, markdown } = renderQuarterlyReview(sample, { title: 'Garages', names });
    expect(title).toBe('Garages');
    expect(markdown).toContain('# Garages\n');
    expect(markdown).toContain('*NPS by Region: each segment minus the rest*');
    expect(markdown).toContain('| The North | 59 | +80 | +21 |');
    expect(markdown).toContain('| Network | €5,000.00 |');
    expect(markdown).toContain('Owner: J. M.');
  });
});

describe('renderQuarterlyReview in French', () => {
  it.each([
    ['the title', '# Bilan trimestriel, T3 2026\n'],
    ['the first of a month', 'Du 1er\u00a0juillet 2026 au 30 septembre 2026.'],
    ['what changed', '- Net Promoter Score est plus haut qu’au T2 2026\u202f: +21,3 points, en mieux.'],
    ['a target', 'au moins 85,0\u00a0%\u202f; tolérable jusqu’à 65,0\u00a0% (charter) | △ Tolérable | ✗ Manquée |'],
    ['a comparison that was not made', '| inconnu | 4,00 | inconnu | ? Non comparé | inconnu |'],
    ['silence', 'L’absence de preuve d’un changement n’est pas la preuve de son absence\u202f:'],
    ['a segment', '✗ Inférieur, en moins bien'],
    ['a plan', '| ✗ En retard |'],
    ['initiatives', '| Créneaux de livraison fixes | 1 |'],
    ['an empty budget', '- Budget academy\u202f: il ne reste rien.'],
    ['a decision', 'Suspendue, des faits manquent'],
  ])('tells %s', (_, text) => {
    expect(french.markdown.replaceAll('\u202f%', '\u00a0%')).toContain(text.replaceAll('\u202f%', '\u00a0%'));
  });

  it('says which language and region it is in', () => {
    expect(renderQuarterlyReview(sample, { locale: 'fr-CA' }).html).toContain('<html lang="fr-CA">');
    expect(french.html).toContain('<html lang="fr">');
  });
});

describe('what was not handed over', () => {
  const { markdown, html } = renderQuarterlyReview(empty());

  it.each([
    ['In short', '- Not handed over, so not judged: targets, plans, priorities, coverage, rewards.'],
    ['Scorecard', 'No metric was handed over.'],
    ['What changed, and whether it is real', 'No metric was handed over.'],
    ['Segments', 'No metric was cut by segment.'],
    ['Coverage: who was heard', 'Neither response rate nor revenue coverage was handed over'],
    ['Priorities', 'No initiatives were handed over.'],
    ['Progress of the plans', 'No plan was handed over.'],
    ['Actions to consider', 'The findings call for no action of the playbook.'],
    ['Rewards', 'What rewards have done was not handed over.'],
  ])('is said under %s', (title, text) => {
    expect(section(markdown, title)).toContain(text);
  });

  it('gives a page as well, without a table', () => {
    expect(htmlTags(html).tags.filter(({ name }) => name === 'table')).toEqual([]);
  });

  it('is unknown, not 0', () => {
    const measures = [
      toMeasuredRows([], { measure: csatMeasure<{ on: string; score: number }>({ score: 'score' }), at: 'on' }),
    ];
    expect(section(written({ measures }), 'Scorecard')).toContain(
      '| Customer satisfaction (4 or 5 of 5) | unknown | unknown | 0 answers | No target |',
    );
    expect(section(written({ measures }), 'In short')).toContain(
      'No comparison with the past shows a change. That is no proof that nothing changed.',
    );
  });
});

describe('findings and actions', () => {
  const segment = { zone: 'north' };
  it('say what calls for an action, and for which part', () => {
    const findings: Finding[] = [
      { kind: 'status', metric: 'critical-parts-next-day', level: 'red', segment },
      { kind: 'trend', metric: 'critical-parts-next-day', trend: 'falling', direction: 'higher-is-better', segment },
    ];
    expect(section(written({ findings }), 'Actions to consider')).toContain(
      '| zone: north | Critical parts next day has been falling; Critical parts next day misses its target |',
    );
  });

  it('tell what is left alone', () => {
    const findings: Finding[] = [
      { kind: 'status', metric: 'critical-parts-next-day', level: 'amber', segment: {} },
      {
        kind: 'comparison',
        metric: 'critical-parts-next-day',
        verdict: 'higher',
        direction: 'higher-is-better',
        segment: {},
      },
    ];
    const text = section(written({ findings }), 'Actions to consider');
    expect(text).toContain('**Left alone, since it is getting better already**');
    expect(text).toContain('(the whole): Critical parts next day is higher than before.');
  });
});

describe('rewards of any shape', () => {
  it('stand leaf by leaf', () => {
    const rewards = { paid: 12.5, isFinal: false, note: null, network: { north: { badges: ['a', 'b'], list: [] } } };
    const text = section(written({ rewards }), 'Rewards');
    for (const row of [
      'paid | 12.5',
      'isFinal | no',
      'note | unknown',
      'network › north › badges | a, b',
      'list | none',
    ])
      expect(text).toContain(`${row} |`);
  });

  it('stand leaf by leaf where a list has not the fields of its kind', () => {
    const text = section(written({ rewards: { budgets: [{ id: 'x', limit: 5 }] } }), 'Rewards');
    expect(text).toContain('| budgets › 1 › limit | 5 |');
  });

  it('end where they lie too deep', () => {
    const deep = { a: { b: { c: { d: { e: { f: { g: { h: 1 } } } } } } } };
    expect(section(written({ rewards: deep }), 'Rewards')).toContain('› g | … |');
  });
});

describe('the page', () => {
  const drawn = renderQuarterlyReview(sample, { renderChart: () => SVG }).html;
  const { tags } = htmlTags(drawn);
  const opened = (name: string) => tags.filter((tag) => tag.name === name && !tag.isClosing);

  it('allows itself neither scripts nor the network', () => {
    const policy = opened('meta').find(({ attributes }) => attributes.get('http-equiv') === 'Content-Security-Policy');
    expect(policy?.attributes.get('content')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; img-src data:; base-uri 'none'; form-action 'none'$/,
    );
    expect(tags.some(({ attributes }) => attributes.has('style'))).toBe(false);
    expect(opened('style')).toHaveLength(1);
    expect(opened('script')).toEqual([]);
  });

  it('has its headings in order, one of the first level', () => {
    const levels = tags
      .filter(({ name, isClosing }) => /^h\d$/.test(name) && !isClosing)
      .map(({ name }) => Number(name[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, at) => level <= (levels[at - 1] ?? 0) + 1)).toBe(true);
  });

  it('gives every heading of a table its scope, and every table a caption of its own id', () => {
    expect(opened('th').every(({ attributes }) => ['col', 'row'].includes(attributes.get('scope') ?? ''))).toBe(true);
    expect(opened('caption')).toHaveLength(opened('table').length);
    const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('links to what is there', () => {
    const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? []);
    const links = opened('a').map(({ attributes }) => attributes.get('href') ?? '');
    expect(links.every((link) => link.startsWith('#') && ids.includes(link.slice(1)))).toBe(true);
    expect(links).toHaveLength(10);
  });

  it('puts pictures in as images with words, for light and for dark', () => {
    expect(opened('img').length).toBe(quarterlyReviewCharts(sample).length / 2);
    expect(opened('source')).toHaveLength(opened('img').length);
    expect(opened('img').every(({ attributes }) => (attributes.get('alt') ?? '').length > 20)).toBe(true);
    expect(opened('img').every(({ attributes }) => attributes.get('src')?.startsWith('data:image/svg+xml;'))).toBe(
      true,
    );
  });

  it('has the same tables with and without pictures', () => {
    expect(htmlTags(english.html).tags.filter(({ name }) => name === 'table')).toHaveLength(2 * opened('table').length);
    expect(english.html).not.toContain('<img');
  });

  it('serves both themes with one picture where the other is left out', () => {
    const one = renderQuarterlyReview(sample, { renderChart: (_, id) => (id === 'matrix-dark' ? SVG : null) }).html;
    expect(one).toContain('<img');
    expect(one).not.toContain('<source');
  });
});

describe('quarterlyReviewCharts', () => {
  it('lists the charts that can be drawn, each for both themes', () => {
    expect(quarterlyReviewCharts(sample).map(({ id }) => id)).toEqual([
      'history-1-light',
      'history-1-dark',
      'history-2-light',
      'history-2-dark',
      'segments-1-1-light',
      'segments-1-1-dark',
      'segments-2-1-light',
      'segments-2-1-dark',
      'matrix-light',
      'matrix-dark',
    ]);
    expect(quarterlyReviewCharts(empty())).toEqual([]);
  });

  it('speaks the language of the document, with its names', () => {
    const [first] = quarterlyReviewCharts(sample, { locale: 'fr', names: { nps: 'NPS' } });
    expect(first?.specification.title.text).toBe('NPS face à son passé');
    expect(first?.specification.description).toContain('T3 2026');
  });
});

describe('a review from elsewhere', () => {
  it('is written the same after JSON', () => {
    expect(renderQuarterlyReview(JSON.parse(JSON.stringify(sample)) as QuarterlyReview)).toEqual(english);
  });

  it('of an earlier version has its plans by id', () => {
    const plans = sample.plans.map(
      ({ objective: _1, owner: _2, startsOn: _3, dueOn: _4, scope: _5, status: _6, ...rest }) => rest,
    );
    const segmentsOf = (metric: QuarterlyReview['metrics'][number]) =>
      metric.segments.map(({ values: _, ...rest }) => rest);
    const metrics = sample.metrics.map((metric) => ({ ...metric, segments: segmentsOf(metric) }));
    const { markdown } = renderQuarterlyReview({ ...sample, plans, metrics } as unknown as QuarterlyReview, {
      renderChart: () => SVG,
    });
    expect(markdown).toContain('### delivery-slots');
    expect(markdown).toContain('Owner: unknown.');
    expect(markdown).toContain('| Nord | 59 | unknown | unknown |');
  });

  it.each([
    [null, 'renderQuarterlyReview: review must be what quarterlyReview gave, received null'],
    [{ kind: 'monthly-review' }, 'renderQuarterlyReview: review must be what quarterlyReview gave, received an object'],
    [{ ...sample, asOf: 7 }, 'review.asOf must be a civil date, received 7'],
    [{ ...sample, confidence: 0 }, 'review.confidence must be between 0 and 1, received 0'],
    [{ ...sample, period: null }, 'review.period must be an object, received null'],
    [{ ...sample, period: { key: 1 } }, 'review.period.key must be a text, received 1'],
    [{ ...sample, metrics: {} }, 'review.metrics must be a list, received an object'],
    [{ ...sample, metrics: [null] }, 'review.metrics[0] must be an object, received null'],
    [{ ...sample, metrics: [{}] }, 'review.metrics[0].definition must be an object, received undefined'],
    [{ ...sample, coverage: [{ result: {} }] }, 'review.coverage[0].status must be an object, received undefined'],
    [{ ...sample, plans: [{ target: {} }] }, 'review.plans[0].indicators must be a list, received undefined'],
    [{ ...sample, notGiven: null }, 'review.notGiven must be a list, received undefined'],
    [{ ...sample, recommendations: {} }, 'review.recommendations.recommended must be a list, received undefined'],
    [{ ...sample, priorities: 'x' }, 'review.priorities must be a ranking or null, received "x"'],
    [{ ...sample, rewards: [] }, 'review.rewards must be an object or null, received an object'],
  ])('is refused where it is none: %#', (review, message) => {
    expect(() => renderQuarterlyReview(review as never)).toThrow(message);
  });

  it.each([
    [null, 'renderQuarterlyReview: options must be an object, received null'],
    [{ locale: 'de' }, 'option "locale"'],
    [{ names: { a: 1 } }, 'option "names" must be texts by id, received an object'],
    [{ names: 7 }, 'option "names" must be texts by id, received 7'],
    [{ title: 7 }, 'option "title" must be a text, received 7'],
    [{ renderChart: 'x' }, 'option "renderChart" must be a function that gives static SVG, received "x"'],
    [
      { renderChart: () => Promise.resolve(SVG) },
      'option "renderChart" must be synchronous: draw the charts of quarterlyReviewCharts first, received an object',
    ],
    [
      { renderChart: () => undefined },
      'what renderChart gave for "history-1-light" must be static SVG as a text, or null',
    ],
    [
      { renderChart: () => '<script>' },
      'what renderChart gave for "history-1-light" must be static SVG, without the element script',
    ],
  ])('is refused with options that are none: %#', (options, message) => {
    expect(() => renderQuarterlyReview(sample, options as never)).toThrow(message);
  });
});
