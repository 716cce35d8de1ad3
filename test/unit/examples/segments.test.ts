import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../../examples/demo/answers.js';
import { WIDTH } from '../../../examples/demo/layout.js';
import { segmentLines } from '../../../examples/demo/segments.js';
import { SEGMENT_WORDS } from '../../../examples/demo/segmentWords.js';

const answers = await readAnswers();
const quarters = ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'];
const lines = segmentLines(answers, quarters, 'en', false);

/** The cells of the rows of the table. */
const cellsOf = (all: readonly string[]): string[][] =>
  all.filter((line) => /^ {2}\S+, /.test(line)).map((line) => line.trim().split(/ {2,}/));

describe('the segments that stand out', () => {
  // Means, CR2 errors and Satterthwaite's degrees of freedom by matrices of all rows (linearised from 40 accounts a side on), Student's t
  // and Holm, computed apart from this library, in Python from the file.
  it('are those of an independent computation', () => {
    expect(cellsOf(lines)).toEqual([
      ['Germany, commissioning', '35', '97.1%', '+17.5 points', '0.012'],
      ['Spain, commissioning', '26', '80.8%', '+26.2 points', '0.044'],
      ['Spain, order', '43', '76.7%', '+23.7 points', '0.013'],
      ['Spain, support', '81', '40.7%', '−26.6 points', '0.007'],
      ['France, pre-sales', '16', '93.8%', '+20.6 points', '0.010'],
      ['France, support', '120', '57.5%', '−24.3 points', '< 0.001'],
      ['Germany, hotline', '48', '4.58', '−1.26', '< 0.001'],
      ['Germany, service portal', '19', '6.32', '+1.22', '0.001'],
      ['Spain, hotline', '65', '3.54', '−1.44', '< 0.001'],
      ['Spain, order desk', '40', '4.78', '+0.89', '0.021'],
      ['Spain, service portal', '13', '5.62', '+1.61', '0.002'],
      ['France, hotline', '92', '4.27', '−0.81', '0.004'],
    ]);
  });

  it('come with the number of comparisons, those too small, and what no adjustment would have said', () => {
    const text = lines.join(' ');
    expect(text).toContain('by journey stage within each country. Compared: 23; standing out: 6; left out');
    expect(text).toContain('by touchpoint within each country. Compared: 11; standing out: 6; left out');
    expect(text).toContain('by sector within each country. Compared: 15; standing out: 0; left out');
    expect(text.match(/fewer than five accounts: (\d)/g)?.map((found) => found.slice(-1))).toEqual(['1', '1', '9']);
    expect(text).toContain('Comparisons in all: 49; standing out: 12; without adjustment it would be 19.');
    expect(lines.filter((line) => line === '  none')).toHaveLength(1);
  });

  it('are told in French', () => {
    const french = segmentLines(answers, quarters, 'fr', false);
    expect(cellsOf(french)[3]).toEqual(['Espagne, assistance', '81', '40,7\u00a0%', '−26,6 points', '0,007']);
    expect(french[0]).toBe('Les segments qui se distinguent, de 2025-Q4 à 2026-Q3');
    expect(french.join(' ')).toContain('Comparaisons en tout\u202f: 49\u202f; significatives\u202f: 12');
    expect(french).toContain('  aucun');
  });

  it.each(['en', 'fr'] as const)('fit into the width, in %s', (locale) => {
    expect(segmentLines(answers, quarters, locale, false).filter((line) => line.length > WIDTH)).toEqual([]);
  });

  it('have words for every segment of the file, in both languages', () => {
    const found = new Set(
      answers
        .filter(({ role }) => role !== 'dealer')
        .flatMap(({ metric, journeyStage, touchpoint, sector }) => [
          ...(metric === 'csat' ? [journeyStage] : []),
          ...(metric === 'ces' ? [touchpoint] : []),
          sector,
        ]),
    );
    for (const { values } of Object.values(SEGMENT_WORDS))
      expect([...found].filter((value) => values[value] === undefined)).toEqual([]);
  });

  it('are none where nothing was answered', () => {
    const empty = segmentLines([], [], 'en', false);
    expect(empty.filter((line) => line === '  none')).toHaveLength(3);
    expect(empty.join(' ')).toContain('Comparisons in all: 0; standing out: 0; without adjustment it would be 0.');
  });
});
