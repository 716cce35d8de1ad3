import { describe, expect, it } from 'vitest';
import { evaluateRewards } from '../../src/rewards/evaluation/evaluateRewards.js';
import { describeCondition } from '../../src/rewards/explanations/describeCondition.js';
import { explainDecision } from '../../src/rewards/explanations/explainDecision.js';
import type { RewardFact } from '../../src/rewards/rules/rewardFact.js';
import type { RewardRule } from '../../src/rewards/rules/rewardRule.js';
import { drawFrom, randomCondition, randomData } from '../tools/randomConditions.js';
import { expectSound } from '../tools/soundness.js';
import { eventFact } from '../unit/rewards/mechanics.js';

const LEAKED = /undefined|null|NaN|Infinity|\[object/;

describe('every random decision', () => {
  it('is explained in both languages, without a word of the machine', () => {
    for (let seed = 0; seed < 400; seed++) {
      const draw = drawFrom(seed);
      const when = randomCondition(draw, 1 + draw(4));
      const rule: RewardRule = {
        format: 1,
        id: 'r',
        version: 1,
        state: 'active',
        trigger: { kind: 'event', event: 'e' },
        subject: ['who'],
        occurrence: ['what'],
        when,
        grant: {
          kind: 'points',
          unit: 'pt',
          amount: { kind: 'table', fact: ['a'], rows: { a: 1, 1: 2 }, otherwise: 3 },
        },
        caps: [{ scope: 'subject', period: 'quarter', limit: draw(4), overflow: 'clip' }],
        onUnknown: draw(2) === 0 ? 'hold' : 'deny',
      };
      const data = Object(randomData(draw)) as RewardFact['data'];
      const fact = eventFact('f', 'e', '2026-03-02', { who: 'lea', what: draw(9) === 0 ? null : 'x', ...data });
      const { decisions } = evaluateRewards({ rules: [rule], facts: [fact], asOf: '2026-03-02' });
      expect(decisions).toHaveLength(1);
      for (const decision of decisions)
        for (const locale of ['en', 'fr']) {
          const { summary, reasons } = expectSound(explainDecision(decision, { locale }));
          expect(reasons.length).toBeGreaterThan(0);
          for (const sentence of [summary, ...reasons]) {
            expect(sentence).toMatch(/^\S.*\S\.$/u);
            expect(sentence).not.toMatch(LEAKED);
          }
          // What is stored as text is explained in the same words.
          const again = JSON.parse(JSON.stringify(decision)) as typeof decision;
          expect(explainDecision(again, { locale })).toEqual({ summary, reasons });
          expect(describeCondition(when, { locale })).toMatch(/^[^\n]*\S$/u);
        }
    }
  });
});
