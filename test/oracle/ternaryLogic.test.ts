import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../src/rewards/conditions/condition.js';
import { truthOf } from '../tools/conditions.js';

type Operand = boolean | number | string | null;

/** Cases of the DMN Technology Compatibility Kit; the file names source and licence. */
interface Fixture {
  readonly cases: readonly {
    readonly suite: string;
    readonly case: string;
    readonly operator: 'and' | 'or' | 'not';
    readonly operands: readonly Operand[];
    readonly expected: boolean | null;
  }[];
}

const { cases } = JSON.parse(
  readFileSync(new URL('fixtures/ternary_logic.json', import.meta.url), 'utf8'),
) as unknown as Fixture;

/** An operand is a fact that ought to be true. */
const leafAt = (place: number): Condition => ({ op: 'eq', fact: [`operand${place}`], value: true });

function conditionOf(operator: 'and' | 'or' | 'not', operands: readonly Operand[]): Condition {
  const of = operands.map((_, place) => leafAt(place));
  return operator === 'not' ? { op: 'not', of: leafAt(0) } : { op: operator === 'and' ? 'all' : 'any', of };
}

describe('ternary logic of the DMN Technology Compatibility Kit', () => {
  it('has all cases of the five suites', () => {
    expect(cases).toHaveLength(65);
  });

  it.each(cases)('$suite: $case', ({ operator, operands, expected }) => {
    const data = Object.fromEntries(operands.map((operand, place) => [`operand${place}`, operand]));
    const truth = expected === null ? 'unknown' : String(expected);
    expect(truthOf(conditionOf(operator, operands), data)).toBe(truth);
  });
});
