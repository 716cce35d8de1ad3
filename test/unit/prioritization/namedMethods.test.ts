import { describe, expect, it } from 'vitest';
import type { RankedScores } from '../../../src/prioritization/factorScores.js';
import { rankByIce } from '../../../src/prioritization/ice.js';
import { rankByOpportunity } from '../../../src/prioritization/opportunity.js';
import { RICE_CONFIDENCES, RICE_IMPACTS, rankByRice } from '../../../src/prioritization/rice.js';
import { WSJF_POINTS, rankByWsjf } from '../../../src/prioritization/wsjf.js';

const scoreOf = ({ items }: RankedScores): number | null => items[0]?.score ?? null;
const RICE = { id: 'a', reach: 5000, impact: 2, confidence: 0.8, effort: 2 };
const ICE = { id: 'a', impact: 4, confidence: 8, ease: 9 };
const WSJF = { id: 'a', businessValue: 8, timeCriticality: 5, riskReduction: 2, jobSize: 5 };
const NEED = { id: 'a', importance: 9.5, satisfaction: 3.2 };

describe('the scores', () => {
  it('of RICE: 5000 · 2 · 0.8 / 2', () => {
    expect(scoreOf(rankByRice([RICE]))).toBe(4000);
    expect(scoreOf(rankByRice([{ ...RICE, effort: 4 }]))).toBe(2000);
    expect(scoreOf(rankByRice([{ ...RICE, reach: 0 }]))).toBe(0);
  });

  it('of ICE: 4 · 8 · 9', () => {
    expect(scoreOf(rankByIce([ICE]))).toBe(288);
  });

  it('of WSJF: (8 + 5 + 2) / 5', () => {
    expect(scoreOf(rankByWsjf([WSJF]))).toBe(3);
  });

  it.each([
    [9.5, 3.2, 15.8],
    [6, 8, 6],
    [6, 6, 6],
    [10, 0, 20],
    [0, 10, 0],
  ])('of an opportunity of importance %d and satisfaction %d: %d', (importance, satisfaction, score) => {
    expect(scoreOf(rankByOpportunity([{ id: 'a', importance, satisfaction }]))).toBeCloseTo(score, 12);
  });
});

describe('the scales', () => {
  it('of RICE are those of Intercom', () => {
    expect([RICE_IMPACTS, RICE_CONFIDENCES]).toEqual([
      [3, 2, 1, 0.5, 0.25],
      [1, 0.8, 0.5],
    ]);
  });

  it('of WSJF are the modified Fibonacci numbers', () => {
    expect(WSJF_POINTS).toEqual([1, 2, 3, 5, 8, 13, 20]);
  });

  const off = (field: string, value: unknown, code = 'off-scale'): unknown => [
    { code, index: 0, id: 'a', field, value },
  ];

  it.each([
    [{ reach: -1 }, off('reach', -1)],
    [{ reach: Infinity }, off('reach', 'Infinity')],
    [{ reach: NaN }, off('reach', 'NaN', 'not-a-number')],
    [{ reach: '5' }, off('reach', '5', 'not-a-number')],
    [{ impact: 1.5 }, off('impact', 1.5)],
    [{ impact: 0 }, off('impact', 0)],
    [{ confidence: 80 }, off('confidence', 80)],
    [{ confidence: 0.9 }, off('confidence', 0.9)],
    [{ effort: 0 }, off('effort', 0)],
    [{ effort: -2 }, off('effort', -2)],
  ])('of RICE refuse %j', (changes, expected) => {
    const { items, findings } = rankByRice([{ ...RICE, ...changes } as never]);
    expect(findings).toEqual(expected);
    expect(items).toEqual([{ id: 'a', score: null, rank: null, tiedWith: [], missing: Object.keys(changes) }]);
  });

  it.each([
    [rankByIce([{ ...ICE, ease: 0.99 }]), off('ease', 0.99)],
    [rankByIce([{ ...ICE, impact: 10.01 }]), off('impact', 10.01)],
    [rankByIce([{ ...ICE, impact: 10, confidence: 1 }]), []],
    [rankByWsjf([{ ...WSJF, jobSize: 4 }]), off('jobSize', 4)],
    [rankByWsjf([{ ...WSJF, riskReduction: 0 }]), off('riskReduction', 0)],
    [rankByOpportunity([{ ...NEED, importance: 10.1 }]), off('importance', 10.1)],
    [rankByOpportunity([{ ...NEED, satisfaction: -0.1 }]), off('satisfaction', -0.1)],
  ])('of the others as well (%#)', ({ findings }, expected) => {
    expect(findings).toEqual(expected);
  });

  it('can be others', () => {
    const own = { impacts: [5, 4], confidences: [0.9] };
    expect(scoreOf(rankByRice([{ ...RICE, impact: 4, confidence: 0.9 }], own))).toBe(9000);
    expect(scoreOf(rankByRice([RICE], own))).toBeNull();
    const any = { impacts: 'any', confidences: 'any' } as const;
    expect(scoreOf(rankByRice([{ ...RICE, impact: 1.7, confidence: 1 }], any))).toBe(4250);
    expect(rankByRice([{ ...RICE, confidence: 1.01 }], any).findings).toEqual(off('confidence', 1.01));
    expect(rankByRice([{ ...RICE, impact: 0 }], any).findings).toEqual(off('impact', 0));
    expect(scoreOf(rankByWsjf([{ ...WSJF, jobSize: 4 }], { points: 'any' }))).toBe(3.75);
    expect(scoreOf(rankByWsjf([WSJF], { points: [1, 2, 5, 8] }))).toBe(3);
  });

  it.each([
    [() => rankByRice([], { impacts: [] }), 'rankByRice: option "impacts"'],
    [() => rankByRice([], { impacts: [0] }), 'rankByRice: option "impacts"'],
    [() => rankByRice([], { impacts: [1, 0] }), 'rankByRice: option "impacts"'],
    [() => rankByRice([], { confidences: [1.1] }), 'rankByRice: option "confidences"'],
    [() => rankByRice([], { confidences: 'all' as never }), 'rankByRice: option "confidences"'],
    [() => rankByWsjf([], { points: [NaN] }), 'rankByWsjf: option "points"'],
    [() => rankByWsjf([], { points: null as never }), 'rankByWsjf: option "points"'],
  ])('are refused when they are none (%#)', (call, where) => {
    const message = expect.stringContaining(`${where} must be "any" or a list of values in its range, received`);
    expect(call).toThrow(expect.objectContaining({ code: 'CX_INVALID_OPTION', message }));
  });
});

describe('the ranking', () => {
  it('is by score, equal ones sharing their rank, unknown ones last', () => {
    const candidates = [
      { ...ICE, id: 'open', ease: null },
      { ...ICE, id: 'low', impact: 1 },
      { ...ICE, id: 'b' },
      { ...ICE, id: 'a', impact: 8, confidence: 4 },
      { ...ICE, id: 'B-open', impact: undefined as never },
    ];
    expect(rankByIce(candidates).items).toEqual([
      { id: 'a', score: 288, rank: 1, tiedWith: ['b'], missing: [] },
      { id: 'b', score: 288, rank: 1, tiedWith: ['a'], missing: [] },
      { id: 'low', score: 72, rank: 3, tiedWith: [], missing: [] },
      { id: 'B-open', score: null, rank: null, tiedWith: [], missing: ['impact'] },
      { id: 'open', score: null, rank: null, tiedWith: [], missing: ['ease'] },
    ]);
  });

  it('finds nothing wrong with what is unknown', () => {
    const { items, findings } = rankByIce([{ id: 'a', ease: null, impact: undefined as never, confidence: 3 }]);
    expect(findings).toEqual([]);
    expect(items[0]?.missing).toEqual(['ease', 'impact']);
  });

  it('names what is wrong in the order of the candidates', () => {
    const { findings } = rankByIce([{ ...ICE, ease: 11 }, 7 as never, { ...ICE, id: 'b', impact: 0 }]);
    expect(findings.map(({ code, index }) => [code, index])).toEqual([
      ['off-scale', 0],
      ['not-a-candidate', 1],
      ['off-scale', 2],
    ]);
  });

  it('goes on without what it cannot read', () => {
    const { items, findings } = rankByIce([
      null,
      ICE,
      { ...ICE, id: '' },
      { ...ICE, id: 'b' },
      { ...ICE, id: 'b' },
    ] as never);
    expect(items.map(({ id }) => id)).toEqual(['a']);
    expect(findings).toEqual([
      { code: 'not-a-candidate', index: 0, id: null, field: '', value: null },
      { code: 'invalid-id', index: 2, id: '', field: 'id', value: '' },
      { code: 'duplicate-id', index: 3, id: 'b', field: 'id', value: 'b' },
      { code: 'duplicate-id', index: 4, id: 'b', field: 'id', value: 'b' },
    ]);
  });

  it('has no score beyond the doubles', () => {
    expect(scoreOf(rankByRice([{ ...RICE, reach: 1e308, impact: 3, effort: 0.1 }]))).toBeNull();
  });

  it.each([
    ['rankByRice', rankByRice],
    ['rankByIce', rankByIce],
    ['rankByWsjf', rankByWsjf],
    ['rankByOpportunity', rankByOpportunity],
  ])('of %s is of a list', (name, rank) => {
    const message = `${name}: the candidates must be an array, received undefined`;
    expect(() => rank(undefined as never)).toThrow(expect.objectContaining({ code: 'CX_INVALID_INPUT', message }));
    expect(rank([])).toEqual({ items: [], findings: [] });
  });

  it.each([
    ['rankByRice', rankByRice],
    ['rankByWsjf', rankByWsjf],
  ])('of %s takes no null for options', (name, rank) => {
    expect(() => rank([], null as never)).toThrow(`${name}: the options must be an object, received null`);
  });
});
