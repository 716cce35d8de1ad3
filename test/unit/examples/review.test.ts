import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOperations } from '../../../examples/data/operations.js';
import { readAnswers } from '../../../examples/demo/answers.js';
import { closeQuarter } from '../../../examples/demo/quarter.js';
import { renderReview, reviewQuarter } from '../../../examples/demo/review.js';
import { writeReview } from '../../../examples/demo/writeReview.js';

const answers = await readAnswers();
const operations = createOperations();
const closed = closeQuarter(answers, operations);
const english = reviewQuarter(answers, operations, closed, 'en');
const rendered = {
  en: await renderReview(english, closed, 'en'),
  fr: await renderReview(reviewQuarter(answers, operations, closed, 'fr'), closed, 'fr'),
};

describe('the quarterly review of the demonstration', () => {
  it('holds every part', () => {
    expect(english.notGiven).toEqual([]);
    expect(english.period.key).toBe('2026-Q3');
  });

  it('has the figures of the scorecard', () => {
    const { markdown } = rendered.en;
    expect(markdown).toContain('| Net Promoter Score | +14 | 0 to +28 | 182 answers |');
    expect(markdown).toContain('946 order lines');
    expect(markdown).toContain('| Revenue coverage | 73.9% |');
  });

  it('has the rewards of the quarter: what stands, not each step', () => {
    const { markdown } = rendered.en;
    // 36 insights at 50 points, 27 courses at 300, and the bonus; 15 insights wait.
    expect(markdown).toContain('| points | 79 | 29,900 points | 750 points |');
    expect(markdown).toContain('| euros, for gifts | 8 | €42.90 | €250.00 |');
    expect(markdown).toContain('| Goodwill 2026 | €300.00 | €42.90 | €250.00 | €7.10 |');
    expect(markdown).toContain('SLA attainment, Nordhaven Belgium');
  });

  it('says the plan of the portal reached its target by the bound too', () => {
    const [deliveries, portal] = english.plans;
    expect([deliveries?.target.state, portal?.target.state, portal?.target.reachedByBound]).toEqual([
      'not-started',
      'reached',
      true,
    ]);
  });

  it.each(['en', 'fr'] as const)('is one page with all its pictures, and nothing undefined, in %s', (locale) => {
    const { html, markdown } = rendered[locale];
    expect(html).toContain(`<html lang="${locale}`);
    expect(html.match(/<picture>/g)).toHaveLength(8);
    expect(html).not.toContain('<script');
    for (const written of [html.replaceAll(/"data:[^"]*"/g, ''), markdown])
      expect(written).not.toMatch(/undefined|NaN|\[object/);
  });

  it('is in French where it is asked for', () => {
    const { title, markdown } = rendered.fr;
    expect(title).toBe('Bilan trimestriel, T3 2026');
    expect(markdown).toContain('Moins d’effort grâce au portail de service');
    expect(markdown).toContain('plan de l’année');
    expect(markdown).not.toContain('plan of the year');
  });
});

describe('writeReview', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'cx-scoring-review-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('makes the folder and names the file', async () => {
    const file = path.join(folder, 'a', 'page.html');
    expect(await writeReview('<p>', 'en', file)).toBe(file);
    expect(readFileSync(file, 'utf8')).toBe('<p>');
  });

  it('says in one line why it cannot write', async () => {
    await expect(writeReview('<p>', 'en', folder)).rejects.toThrow(/^The review cannot be written: EISDIR/);
  });
});
