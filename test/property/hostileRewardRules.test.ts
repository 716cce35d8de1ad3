import { describe, expect, it } from 'vitest';
import { fuzzOnce } from '../tools/fuzzRewards.js';
import { drawFrom } from '../tools/randomConditions.js';

describe('parseRewardRules', () => {
  it('gives issues for hostile documents, never an error, and what it accepts compiles', { timeout: 60_000 }, () => {
    const codes = new Set<string>();
    let accepted = 0;
    for (let seed = 0; seed < 1000; seed++) {
      const outcome = fuzzOnce(drawFrom(seed));
      if (outcome.accepted) accepted++;
      for (const { code } of outcome.issues) codes.add(code);
    }
    expect(accepted).toBeGreaterThan(20);
    expect([...codes].sort()).toEqual(
      expect.arrayContaining(['duplicate', 'reserved-name', 'syntax', 'too-large', 'unreadable', 'wrong-type']),
    );
  });
});
