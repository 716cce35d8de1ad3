import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ledgerProperty, type Tally } from '../tools/ledgerCommands.js';

describe('a ledger and a model of it in plain arithmetic', () => {
  it('agree after every command', () => {
    const tally: Tally = new Map();
    fc.assert(ledgerProperty(tally, 40), { seed: 7, numRuns: 56 });
    // What never ran would hold as well.
    expect(tally.get('facts')).toBeGreaterThan(0);
    expect(tally.get('rebuild')).toBeGreaterThan(0);
    expect(tally.get('move accepted')).toBeGreaterThan(0);
  });
});
