import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../src/prioritization/criterion.js';
import { evaluateDominance } from '../../src/prioritization/dominance.js';
import { evaluateFlipPoints } from '../../src/prioritization/flipPoints.js';
import type { CriterionScore, Initiative } from '../../src/prioritization/initiative.js';
import { rankByIce } from '../../src/prioritization/ice.js';
import { evaluatePairwiseComparisons } from '../../src/prioritization/pairwiseComparisons.js';
import { evaluatePairwiseWins } from '../../src/prioritization/pairwiseWins.js';
import { evaluatePareto } from '../../src/prioritization/pareto.js';
import { prioritize } from '../../src/prioritization/prioritize.js';
import type { PrioritizedInitiative } from '../../src/prioritization/prioritization.js';
import { rankAcceptability } from '../../src/prioritization/rankAcceptability.js';

const IDS = ['gain', 'reach', 'work'];
/** Few points, so that ties and dominance are common. */
const points = fc.integer({ min: 0, max: 5 });
const certain: fc.Arbitrary<CriterionScore> = points;
const uncertain: fc.Arbitrary<CriterionScore> = fc.oneof(
  points,
  fc.constant(null),
  fc.tuple(points, points, points).map(([a, b, c]) => {
    const [low, high] = [Math.min(a, b, c), Math.max(a, b, c)];
    return { low, likely: a + b + c - low - high, high };
  }),
  fc.tuple(points, points, points).map(([value, a, b]) => {
    const ends = { lower: Math.min(a, b), upper: Math.max(a, b) };
    return { value, interval: { ...ends, confidence: 0.95, method: 't' } };
  }),
);

const initiatives = (score: fc.Arbitrary<CriterionScore>, minLength = 0): fc.Arbitrary<Initiative[]> =>
  fc
    .array(fc.tuple(score, score, score), { minLength, maxLength: 7 })
    .map((rows) =>
      rows.map((row, k) => ({ id: `i${String(k)}`, criteria: Object.fromEntries(row.map((own, c) => [IDS[c], own])) })),
    );

const criteriaOf = (weights: readonly number[]): Criterion[] =>
  IDS.slice(0, weights.length).map((id, k) => ({
    ...{
      id,
      names: { en: id, fr: id },
      unit: 'points',
      scale: { minimum: 0, maximum: 5 },
      weight: weights[k] as number,
    },
    ...(id === 'work'
      ? { axis: 'effort' as const, direction: 'less-is-better' as const }
      : { axis: 'value' as const, direction: 'more-is-better' as const }),
  }));
const weighted = (count: number): fc.Arbitrary<Criterion[]> =>
  fc
    .array(fc.integer({ min: 0, max: 4 }), { minLength: count, maxLength: count })
    .filter((weights) => weights.some((weight) => weight > 0))
    .map(criteriaOf);
const criteria = weighted(3);
const laws = fc.constantFrom(
  'uniform',
  'ordinal',
  { kind: 'dirichlet', concentration: 3 },
  { kind: 'band', spread: 0.4 },
);
const cases = fc.constantFrom('missing', 'intervals');

const shuffled = <Item>(list: readonly Item[], seed: number): Item[] =>
  list
    .map((item, k) => ({ item, key: Math.imul(k + 1, seed * 2 + 1) % 1009 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
const byId = (items: readonly PrioritizedInitiative[]): Map<string, PrioritizedInitiative> =>
  new Map(items.map((item) => [item.id, item]));

describe('the order of initiatives and criteria makes no difference', () => {
  it('to a ranking, its robustness and its flip points', () => {
    fc.assert(
      fc.property(initiatives(uncertain), criteria, laws, cases, fc.nat(500), (list, own, law, policy, seed) => {
        const [other, turned] = [shuffled(list, seed), shuffled(own, seed + 1)];
        const ranking = { cases: policy, lines: 'median' } as const;
        expect(prioritize(other, { ...ranking, criteria: turned })).toEqual(
          prioritize(list, { ...ranking, criteria: own }),
        );
        const drawn = { law: law as 'uniform', draws: 20 };
        expect(rankAcceptability(other, { ...drawn, criteria: turned })).toEqual(
          rankAcceptability(list, { ...drawn, criteria: own }),
        );
        expect(evaluatePairwiseWins(other, { ...drawn, criteria: turned })).toEqual(
          evaluatePairwiseWins(list, { ...drawn, criteria: own }),
        );
        expect(evaluateFlipPoints(other, { criteria: turned })).toEqual(evaluateFlipPoints(list, { criteria: own }));
        expect(evaluateDominance(other, { criteria: turned })).toEqual(evaluateDominance(list, { criteria: own }));
      }),
    );
  });
});

describe('a ranking', () => {
  it('never puts the dominated above its dominator, whatever the cases and weights', () => {
    fc.assert(
      fc.property(initiatives(uncertain), criteria, cases, laws, (list, own, policy, law) => {
        const { items } = prioritize(list, { criteria: own, cases: policy as 'missing' });
        const all = byId(items);
        const expected = new Map(
          rankAcceptability(list, { criteria: own, law: law as 'uniform', draws: 20 }).items.map((item) => [
            item.id,
            item,
          ]),
        );
        for (const { id, bestRank, worstRank, dominatedBy } of items) {
          for (const other of dominatedBy) {
            const above = all.get(other) as PrioritizedInitiative;
            expect(above.bestRank).toBeLessThanOrEqual(bestRank);
            expect(above.worstRank).toBeLessThanOrEqual(worstRank);
            expect(expected.get(other)?.expectedRank).toBeLessThanOrEqual((expected.get(id)?.expectedRank ?? 0) + 1e-9);
          }
        }
      }),
    );
  });

  it('never lowers what improves', () => {
    fc.assert(
      fc.property(initiatives(uncertain, 1), criteria, fc.nat(2), fc.nat(6), (list, own, k, which) => {
        const at = which % list.length;
        const before = list[at] as Initiative;
        const id = IDS[k] as string;
        const old = before.criteria[id];
        fc.pre(typeof old === 'number');
        const better = id === 'work' ? Math.max(old - 1, 0) : Math.min(old + 1, 5);
        const changed = { ...before, criteria: { ...before.criteria, [id]: better } };
        const after = list.map((initiative, index) => (index === at ? changed : initiative));
        const was = byId(prioritize(list, { criteria: own }).items).get(before.id) as PrioritizedInitiative;
        const is = byId(prioritize(after, { criteria: own }).items).get(before.id) as PrioritizedInitiative;
        expect(is.bestRank).toBeLessThanOrEqual(was.bestRank);
        expect(is.worstRank).toBeLessThanOrEqual(was.worstRank);
      }),
    );
  });

  it('keeps the order and the scores of the others when an initiative is added', () => {
    fc.assert(
      fc.property(initiatives(certain, 1), criteria, fc.tuple(points, points, points), (list, own, row) => {
        const added = { id: 'h', criteria: Object.fromEntries(row.map((score, c) => [IDS[c], score])) };
        const before = prioritize(list, { criteria: own }).items;
        const after = prioritize([...list, added], { criteria: own }).items.filter(({ id }) => id !== 'h');
        const kept = ({ id, score, value, effort, quadrant, toConfirm }: PrioritizedInitiative): unknown[] => [
          ...[id, score, value, effort, quadrant, toConfirm],
        ];
        expect(after.map(kept)).toEqual(before.map(kept));
      }),
    );
  });

  it('has a score between its cases, ranks between theirs, and contributions that add up', () => {
    fc.assert(
      fc.property(initiatives(uncertain), criteria, cases, (list, own, policy) => {
        for (const item of prioritize(list, { criteria: own, cases: policy as 'missing' }).items) {
          const { score, lowestScore, highestScore, bestRank, worstRank, rank, contributions } = item;
          expect(lowestScore).toBeGreaterThanOrEqual(0);
          expect(highestScore).toBeLessThanOrEqual(1);
          expect(lowestScore).toBeLessThanOrEqual((score ?? highestScore) + 1e-12);
          expect(highestScore).toBeGreaterThanOrEqual((score ?? lowestScore) - 1e-12);
          expect(bestRank).toBeLessThanOrEqual(worstRank);
          expect(rank).toBe(bestRank === worstRank ? bestRank : null);
          const sum = contributions.reduce((total, { contribution }) => total + (contribution ?? 0), 0);
          if (score !== null) expect(Math.abs(sum - score)).toBeLessThan(1e-12);
        }
      }),
    );
  });

  it('covers every rank that comes of filling in what is unknown', () => {
    fc.assert(
      fc.property(
        initiatives(fc.oneof(points, fc.constant(null)), 1),
        criteria,
        fc.array(points),
        (list, own, fill) => {
          let next = 0;
          const filled = list.map((initiative) => ({
            ...initiative,
            criteria: Object.fromEntries(
              IDS.map((id) => [id, initiative.criteria[id] ?? fill[next++ % Math.max(fill.length, 1)] ?? 0]),
            ),
          }));
          const open = byId(prioritize(list, { criteria: own }).items);
          for (const { id, rank } of prioritize(filled, { criteria: own }).items) {
            expect(rank).toBeGreaterThanOrEqual(open.get(id)?.bestRank as number);
            expect(rank).toBeLessThanOrEqual(open.get(id)?.worstRank as number);
          }
        },
      ),
    );
  });
});

describe('rank acceptabilities', () => {
  it('of an initiative add up to one, and of a rank as well', () => {
    fc.assert(
      fc.property(initiatives(uncertain, 1), criteria, laws, fc.nat(100), (list, own, law, seed) => {
        const { items } = rankAcceptability(list, { criteria: own, law: law as 'uniform', seed, draws: 30 });
        for (const [k, { acceptability }] of items.entries()) {
          expect(acceptability.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
          expect(items.reduce((sum, other) => sum + (other.acceptability[k] as number), 0)).toBeCloseTo(1, 12);
        }
      }),
    );
  });

  it('solved and drawn agree under two criteria', () => {
    fc.assert(
      fc.property(initiatives(certain, 1), weighted(2), fc.constantFrom('uniform', 'ordinal'), (list, own, law) => {
        const two = list.map(({ id, criteria: { gain, reach } }) => ({ id, criteria: { gain, reach } }));
        const options = { criteria: own, law: law as 'uniform', draws: 4000 };
        const solved = rankAcceptability(two, { ...options, method: 'exact' }).items;
        const drawn = new Map(
          rankAcceptability(two, { ...options, method: 'draws' }).items.map((item) => [item.id, item]),
        );
        for (const { id, acceptability } of solved) {
          for (const [rank, share] of acceptability.entries()) {
            const other = drawn.get(id)?.acceptability[rank] as number;
            expect(Math.abs(share - other)).toBeLessThan((6 * 0.5) / Math.sqrt(4000));
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('of many initiatives are those of a plain sort', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 30, maxLength: 60 }), (scores) => {
        const own = criteriaOf([1]).map((criterion) => ({ ...criterion, scale: { minimum: 0, maximum: 1 } }));
        const list = scores.map((gain, k) => ({ id: `i${String(k).padStart(2, '0')}`, criteria: { gain } }));
        const { items } = rankAcceptability(list, { criteria: own, method: 'draws', draws: 3 });
        for (const { id, expectedRank } of items) {
          const score = scores[Number(id.slice(1))] as number;
          const above = scores.filter((other) => other > score + 1e-12).length;
          const tied = scores.filter((other) => Math.abs(other - score) <= 1e-12).length;
          expect(expectedRank).toBeCloseTo(above + (tied + 1) / 2, 9);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('flip points', () => {
  it('are where the lead changes, and not before', () => {
    fc.assert(
      fc.property(initiatives(certain, 2), weighted(3), (list, own) => {
        const { leaders, items } = evaluateFlipPoints(list, { criteria: own });
        const firstAt = (criterion: string, weight: number): string[] => {
          const others = own.filter(({ id, weight: old }) => id !== criterion && old > 0);
          const rest = others.reduce((sum, { weight: old }) => sum + old, 0);
          const moved = own.map((entry) => ({
            ...entry,
            weight: entry.id === criterion ? weight : ((1 - weight) * entry.weight) / rest,
          }));
          const ranked = prioritize(list, { criteria: moved }).items;
          return ranked.filter(({ rank }) => rank === 1).map(({ id }) => id);
        };
        for (const { criterion, below, above } of items) {
          for (const [flip, sign] of [
            [below, -1],
            [above, 1],
          ] as const) {
            if (flip === null) continue;
            expect(flip.weight).toBeGreaterThanOrEqual(0);
            expect(flip.weight).toBeLessThanOrEqual(1);
            const beyond = firstAt(criterion, flip.weight + sign * 1e-7);
            expect(leaders.every((leader) => beyond.includes(leader))).toBe(false);
            if (Math.abs(flip.change) < 1e-6) continue;
            expect(firstAt(criterion, flip.weight - sign * 1e-7)).toEqual(expect.arrayContaining([...leaders]));
          }
        }
      }),
    );
  });
});

describe('the named methods', () => {
  it('rank the same in any order', () => {
    const factor = fc.option(fc.integer({ min: 1, max: 10 }), { nil: null });
    const rows = fc.array(fc.record({ impact: factor, confidence: factor, ease: factor }), { maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.nat(500), (list, seed) => {
        const candidates = list.map((row, k) => ({ id: `i${String(k)}`, ...row }));
        expect(rankByIce(shuffled(candidates, seed)).items).toEqual(rankByIce(candidates).items);
      }),
    );
  });

  it('elicit positive weights that add up to one, judgements being in any order', () => {
    const ratio = fc.constantFrom(1 / 9, 1 / 5, 1 / 3, 1 / 2, 1, 2, 3, 5, 9);
    fc.assert(
      fc.property(fc.array(ratio, { minLength: 6, maxLength: 6 }), fc.nat(500), (ratios, seed) => {
        const pairs = ['ab', 'ac', 'ad', 'bc', 'bd', 'cd'];
        const list = pairs.map((pair, k) => ({
          a: pair[0] as string,
          b: pair[1] as string,
          ratio: ratios[k] as number,
        }));
        const { weights, consistencyRatio } = evaluatePairwiseComparisons(list);
        expect(weights?.every(({ weight }) => weight > 0)).toBe(true);
        expect(weights?.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
        expect(consistencyRatio).toBeGreaterThanOrEqual(0);
        expect(evaluatePairwiseComparisons(shuffled(list, seed)).weights).toEqual(weights);
      }),
    );
  });

  it('cut a list where one cause less would not reach the share', () => {
    const amounts = fc.array(fc.nat(20), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 99 }), (list, percent) => {
        const share = percent / 100;
        const { items, total } = evaluatePareto(
          list.map((amount, k) => ({ id: `i${String(k)}`, amount })),
          { share },
        );
        fc.pre(total > 0);
        const few = items.filter(({ isVital }) => isVital).map(({ amount }) => amount);
        const sum = few.reduce((all, amount) => all + amount, 0);
        const least = Math.min(...few);
        const larger = few.filter((amount) => amount > least).reduce((all, amount) => all + amount, 0);
        expect(sum / total).toBeGreaterThanOrEqual(share - 1e-12);
        expect(larger / total).toBeLessThan(share);
      }),
    );
  });
});
