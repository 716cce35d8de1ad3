import { computeCes, computeNps } from 'cx-scoring';
import { describe, expect, it } from 'vitest';
import { readAnswers, type Answer } from '../../../examples/demo/answers.js';
import { describeResult } from '../../../examples/demo/describeResult.js';
import { WIDTH } from '../../../examples/demo/layout.js';
import { scorecard } from '../../../examples/demo/scorecard.js';

const answers = await readAnswers();
const ESCAPE = '\u001B';

describe('describeResult', () => {
  it('tells the result, what was left out and every warning', () => {
    const result = computeNps([10, 9, null, 11], { offScale: 'exclude' });
    const lines = describeResult(result, 'en');
    expect(lines[0]).toMatch(/^Net Promoter Score: \+100\.0 \(95% interval .*; 2 answers\)$/);
    expect(lines[1]).toBe('  Left out: 1 missing answers, 1 answers off the scale');
    expect(lines.filter((line) => line.startsWith('  Warning: '))).toHaveLength(result.warnings.length);
    expect(result.warnings).toHaveLength(3);
  });

  it('says when nothing was left out, and takes a name', () => {
    const lines = describeResult(computeCes([5, 6]), 'fr', 'Nord');
    expect(lines[0]).toMatch(/^Nord\u202f: 5,50 sur une échelle de 1 à 7/);
    expect(lines).toContain('  Écartées\u202f: aucune');
  });
});

describe('scorecard', () => {
  it.each(['en', 'fr'] as const)('fits into the width, in %s', (locale) => {
    expect(scorecard(answers, locale, false).filter((line) => line.length > WIDTH)).toEqual([]);
  });

  it('has codes of style on a terminal only', () => {
    expect(scorecard(answers, 'en', false).join('\n')).not.toContain(ESCAPE);
    const styled = scorecard(answers, 'en', true);
    expect(styled.filter((line) => line.startsWith(`${ESCAPE}[1m`))).toHaveLength(22);
  });

  it('shows each quarter, the two answers off the scale in the oldest', () => {
    const rows = scorecard(answers, 'en', false).filter((line) => /^\d{4}-Q\d {2}/.test(line));
    expect(rows).toHaveLength(12);
    const offScale = rows.map((row) => row.split(/ {2,}/)[6]);
    expect(offScale).toEqual(['2', ...Array.from({ length: 11 }, () => '0')]);
  });

  // Counted and computed apart from this library, in Python from the file and the published formulas.
  it('gives the last quarter and compares it with the one before', () => {
    const text = scorecard(answers, 'en', false).join('\n').replaceAll(/\n */g, ' ');
    expect(text).toContain('Net Promoter Score: +14.3 (95% interval +0.5 to +28.1, linearised by account; 182 answers');
    expect(text).toContain('Partner NPS: +28.6 (95% interval');
    expect(text).toContain('70.5% (95% interval 62.6% to 78.4%, linearised by account; 234 answers from 118 accounts');
    expect(text).toContain('5.28 on a scale of 1 to 7 (95% interval 4.99 to 5.57, linearised by account; 118');
    expect(text).toMatch(
      /2026-Q3 against 2026-Q2: no evidence of a difference, observed difference \+5\.3 points .* 182 and 189; smallest difference detectable with 80% power: 21\.2 points\)/,
    );
    expect(text).toContain('the first is lower, difference −8.5 percentage points');
    expect(text).toContain('the first is higher, difference +0.71 on the scale of 1 to 7');
  });

  it('gives the accounts: their mean, by revenue, the largest, coverage, every rule and a sheet', () => {
    const text = scorecard(answers, 'en', false).join('\n').replaceAll(/\n */g, ' ');
    expect(text).toContain(
      'Account NPS: +12.4 (95% interval −1.8 to +26.5, Student’s t; 182 answers from 124 accounts',
    );
    expect(text).toContain(
      'weighted by revenue: +22.3 (95% interval −24.9 to +69.5, linearised by account; 175 answers',
    );
    expect(text).toContain('The largest account, A132, is 27.3% of the revenue');
    expect(text).toContain('with every account weighing the same the score is +12');
    expect(text).toContain('Revenue coverage: 73.9%');
    expect(text).toContain('The largest accounts that did not answer: A145, A125, A005.');
    expect(text).toMatch(/mean {2,}\+12 pooled {2,}\+14 mean-then-classify .* worst {2,}−2 best {2,}\+25/);
    expect(text).toContain('Account A132, person by person');
  });

  it('says in words why two quarters cannot be compared', () => {
    const few = (['2026-Q1', '2026-Q2'] as const).map((quarter): Answer => ({
      quarter,
      at: `${quarter.slice(0, 4)}-02-01`,
      accountId: 'A1',
      contactId: 'C1',
      role: 'user',
      country: 'FR',
      sector: 'hotels',
      journeyStage: 'support',
      touchpoint: 'hotline',
      metric: 'ces',
      value: 5,
      revenue: null,
    }));
    const text = scorecard(few, 'en', false).join('\n').replaceAll(/\n */g, ' ');
    expect(text).toContain('2026-Q2 against 2026-Q1: no comparison, a side has no data');
    expect(text).toContain('Warning: No comparison can be made, because one side has no value.');
    expect(text).toContain('Warning: No comparison can be made, because fewer than five accounts');
  });

  it('needs two quarters', () => {
    expect(() => scorecard([], 'en', false)).toThrow('The scorecard compares two quarters.');
  });
});
