import { describe, expect, it } from 'vitest';
import type { Condition } from '../../src/rewards/conditions/condition.js';
import { evaluateCondition } from '../../src/rewards/conditions/evaluateCondition.js';
import { fromQueryBuilder } from '../../src/rewards/interchange/fromQueryBuilder.js';
import { toJsonLogic } from '../../src/rewards/interchange/toJsonLogic.js';
import { toQueryBuilder } from '../../src/rewards/interchange/toQueryBuilder.js';
import { evaluateJsonLogic, isTruthy } from '../tools/jsonLogic.js';
import { drawFrom, randomCondition, randomData } from '../tools/randomConditions.js';

const RULES = 2000;

describe('the pair of formulas of JsonLogic', () => {
  it('is true where the condition is true, and where it is not false', () => {
    const draw = drawFrom(2026);
    const truths = { true: 0, false: 0, unknown: 0 };
    for (let at = 0; at < RULES; at++) {
      const condition = randomCondition(draw, 4);
      const data = randomData(draw);
      const { truth } = evaluateCondition(condition, data);
      const { value } = toJsonLogic(condition);
      const found = [value?.definite, value?.possible].map((formula) => isTruthy(evaluateJsonLogic(formula, data)));
      if (found[0] !== (truth === 'true') || found[1] !== (truth !== 'false'))
        expect({ condition, data, found }).toEqual({ condition, data, truth });
      truths[truth]++;
    }
    expect(Math.min(...Object.values(truths))).toBeGreaterThan(RULES / 10);
  });
});

describe('a condition that a visual editor can show', () => {
  it('comes back with the same meaning', () => {
    const draw = drawFrom(7);
    let shown = 0;
    for (let at = 0; at < RULES; at++) {
      const condition = randomCondition(draw, 3);
      const { value } = toQueryBuilder(condition);
      if (value === null) continue;
      const back = fromQueryBuilder(JSON.parse(JSON.stringify(value))).value as Condition;
      for (let facts = 0; facts < 5; facts++) {
        const data = randomData(draw);
        const truthOf = (own: Condition): unknown => evaluateCondition(own, data).truth;
        expect([truthOf(back), condition, data]).toEqual([truthOf(condition), condition, data]);
      }
      shown++;
    }
    expect(shown).toBeGreaterThan(RULES / 10);
  });
});
