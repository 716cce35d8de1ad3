import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/core/comparison.js';
import type { Direction } from '../../../src/core/definition.js';
import type { MetricStatus } from '../../../src/core/target.js';
import { findingTone, type Finding } from '../../../src/prioritization/finding.js';
import { toComparisonFinding, toSegmentFinding, toStatusFinding } from '../../../src/prioritization/findingFrom.js';
import { NPS } from './planSample.js';

const segment = { zone: 'north' };

describe('toStatusFinding', () => {
  it.each<[MetricStatus, string | null]>([
    ['red', 'red'],
    ['amber', 'amber'],
    ['green', null],
    ['unknown', null],
  ])('of %s has the level %s', (status, level) => {
    const finding = level && { kind: 'status', metric: 'nps', level, segment };
    expect(toStatusFinding(NPS, status, segment)).toEqual(finding);
  });

  it('is of the whole unless a segment is given', () => {
    expect(toStatusFinding(NPS, 'red')?.segment).toEqual({});
  });
});

describe('findings from comparisons', () => {
  it.each<[Verdict, string | null]>([
    ['higher', 'higher'],
    ['lower', 'lower'],
    ['no-evidence', null],
    ['unknown', null],
  ])('of the verdict %s say %s', (verdict, said) => {
    const comparison = { definition: NPS, verdict };
    const finding = said && { metric: 'nps', verdict: said, direction: 'higher-is-better' };
    expect(toComparisonFinding(comparison)).toEqual(finding && { kind: 'comparison', ...finding, segment: {} });
    expect(toComparisonFinding(comparison, segment)).toEqual(finding && { kind: 'comparison', ...finding, segment });
    const difference = finding && { kind: 'segment-difference', ...finding, segment };
    expect(toSegmentFinding(comparison, segment)).toEqual(difference);
  });
});

describe('findings of nothing', () => {
  const nothing = null as unknown as { definition: typeof NPS; verdict: Verdict };

  it.each<[() => unknown, string]>([
    [
      () => toStatusFinding(null as unknown as typeof NPS, 'red'),
      'toStatusFinding: "definition" must be a metric definition',
    ],
    [() => toComparisonFinding(nothing), 'toComparisonFinding: "comparison" must be a comparison, received null'],
    [() => toSegmentFinding(nothing, {}), 'toSegmentFinding: "comparison" must be a comparison, received null'],
  ])('are refused', (run, message) => {
    expect(run).toThrow(message);
  });
});

describe('findingTone', () => {
  const moved = (
    kind: 'comparison' | 'segment-difference',
    verdict: 'higher' | 'lower',
    direction: Direction,
  ): Finding => ({
    kind,
    metric: 'm',
    verdict,
    direction,
    segment,
  });
  const trend = (way: 'rising' | 'falling', direction: Direction): Finding => ({
    kind: 'trend',
    metric: 'm',
    trend: way,
    direction,
    segment,
  });

  it.each<[Finding, string]>([
    [{ kind: 'status', metric: 'm', level: 'amber', segment }, 'adverse'],
    [{ kind: 'driver', metric: 'm', outcome: 'nps', segment }, 'adverse'],
    [{ kind: 'theme', theme: 't', metric: null, impact: 'negative', segment }, 'adverse'],
    [{ kind: 'theme', theme: 't', metric: null, impact: 'positive', segment }, 'favourable'],
    [moved('comparison', 'higher', 'higher-is-better'), 'favourable'],
    [moved('comparison', 'lower', 'higher-is-better'), 'adverse'],
    [moved('comparison', 'higher', 'lower-is-better'), 'adverse'],
    [moved('comparison', 'lower', 'lower-is-better'), 'favourable'],
    [moved('comparison', 'higher', 'contextual'), 'neutral'],
    [moved('segment-difference', 'lower', 'higher-is-better'), 'adverse'],
    [trend('rising', 'higher-is-better'), 'favourable'],
    [trend('falling', 'higher-is-better'), 'adverse'],
    [trend('falling', 'lower-is-better'), 'favourable'],
    [trend('rising', 'contextual'), 'neutral'],
    [{ kind: 'of-tomorrow', segment } as unknown as Finding, 'neutral'],
  ])('of %j is %s', (finding, tone) => {
    expect(findingTone(finding)).toBe(tone);
  });

  it.each([null, undefined, 7, []])('refuses %j', (finding) => {
    const message = expect.stringMatching(/^findingTone: "finding" must be a finding/) as string;
    expect(() => findingTone(finding as never)).toThrow(expect.objectContaining({ code: 'CX_INVALID_INPUT', message }));
  });
});
