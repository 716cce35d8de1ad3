import { describe, expect, it } from 'vitest';
import { createOperations } from '../../../examples/data/operations.js';
import { readAnswers } from '../../../examples/demo/answers.js';
import { WIDTH } from '../../../examples/demo/layout.js';
import { closeQuarter, readRules } from '../../../examples/demo/quarter.js';
import { rewardLines } from '../../../examples/demo/rewards.js';
import { checkLedger, foldLedger } from '../../../src/rewards/index.js';

const closed = closeQuarter(await readAnswers(), createOperations());
const english = rewardLines(closed, 'en', false);
const text = english.join('\n').replaceAll(/\n */g, ' ');

/**
 * Hits and cases of each network, counted apart from the library: in Python, from the records as JSON, with the working minutes of the
 * service added up by the clocks of Paris.
 */
const COUNTED = [
  ['otif', 'BE', 64, 79],
  ['otif', 'DE', 236, 303],
  ['otif', 'ES', 188, 242],
  ['otif', 'FR', 272, 322],
  ['sla-attainment', 'BE', 36, 40],
  ['sla-attainment', 'DE', 66, 91],
  ['sla-attainment', 'ES', 54, 88],
  ['sla-attainment', 'FR', 94, 133],
  ['portal-adoption', 'BE', 6, 14],
  ['portal-adoption', 'DE', 28, 51],
  ['portal-adoption', 'ES', 19, 32],
  ['portal-adoption', 'FR', 27, 64],
] as const;

/** Incidents in order of their days, by the same program: what is reserved of 300 euros, until nothing is left. */
const INCIDENTS = [
  ['O03393', 'A116', 5000],
  ['O04311', 'A152', 5000],
  ['O01060', 'A040', 2500],
  ['O01814', 'A070', 2500],
  ['O01737', 'A067', 5000],
  ['O03863', 'A132', 5000],
  ['O02424', 'A089', 2500],
  ['O04022', 'A137', 2500],
  ['O02305', 'A085', 0],
  ['O01868', 'A072', 0],
] as const;

const outcomesOf = (id: string): string[] =>
  closed.decisions.filter(({ rule }) => rule === id).map(({ outcome }) => outcome);
const count = (id: string, outcome: string): number => outcomesOf(id).filter((own) => own === outcome).length;

describe('the close of the quarter', () => {
  it.each(COUNTED)('rests on %s of %s: %d of %d', (metric, scope, hits, cases) => {
    const own = closed.results.filter(
      (one) => one.metric === metric && one.scope === scope && one.period === '2026-Q3',
    );
    expect(own.map(({ value, sampleSize }) => [value, sampleSize])).toEqual([[hits / cases, cases]]);
  });

  it('pays one network among its nine dealers, refuses two, holds the one with few tickets', () => {
    const own = closed.decisions.filter(({ rule }) => rule === 'network-green-quarter');
    expect(own.map(({ subject, outcome, granted }) => [subject, outcome, granted])).toEqual([
      ['BE', 'held', 0],
      ['DE', 'denied', 0],
      ['ES', 'denied', 0],
      ['FR', 'granted', 20_000],
    ]);
    const parts = closed.ledger.filter(({ rule }) => rule?.id === 'network-green-quarter').map(({ amount }) => amount);
    expect(parts.sort()).toEqual([...Array.from({ length: 7 }, () => 2222), 2223, 2223]);
  });

  it('would pay nobody under the stricter wordings', () => {
    expect(closed.stricter).toEqual({ everyMonth: 0, byBound: 0 });
  });

  it('rewards 36 insights for good: 37 were validated, one of them turned out wrong', () => {
    const outcomes = ['pending', 'granted', 'voided', 'reversed', 'denied', 'held', 'not-in-force'] as const;
    expect(outcomes.map((own) => count('field-insight', own))).toEqual([64, 37, 12, 1, 13, 4, 8]);
    const balances = foldLedger(closed.ledger, { asOf: '2026-10-05' }).filter(({ member }) =>
      member.startsWith('rep-'),
    );
    expect(balances.reduce((sum, { available }) => sum + available, 0)).toBe(1800);
    expect(balances.reduce((sum, { pending }) => sum + pending, 0)).toBe(15 * 50);
  });

  it('sets gifts aside until the budget is empty', () => {
    const own = closed.decisions.filter(
      ({ rule, outcome }) => rule === 'goodwill-late-delivery' && outcome !== 'clipped',
    );
    expect(own.map(({ occurrence, subject, granted }) => [occurrence, subject, granted])).toEqual(INCIDENTS);
  });

  it('posts the price of the one that was chosen, and returns the remainder', () => {
    expect([closed.choice.outcome, closed.choice.posted, closed.choice.returned]).toEqual(['accepted', 4290, 710]);
    // In the catalogue eight; one is too dear, one out of stock, one not for Germany, one for adults.
    expect(closed.gifts.items.map(({ id }) => id)).toEqual(['basket', 'charger', 'coffee', 'thermos']);
    expect(closed.budgets).toEqual([
      { id: 'goodwill-2026', unit: 'EUR', limit: 30_000, posted: 4290, reserved: 25_000 },
      { id: 'network-2026', unit: 'pt', limit: 60_000, posted: 20_000 + 27 * 300, reserved: 0 },
    ]);
  });

  it('rewards 27 of 58 people for their courses, and one team', () => {
    expect([count('course-challenge', 'granted'), count('course-challenge', 'denied')]).toEqual([27, 31]);
    expect(outcomesOf('plan-target-reached')).toEqual(['granted']);
  });

  it('leaves a ledger that adds up', () => {
    expect(checkLedger({ ledger: closed.ledger, budgets: closed.budgets, rules: readRules() })).toEqual([]);
  });
});

describe('its lines', () => {
  it('tell the rules, the networks, a gift, the budgets', () => {
    expect(text).toMatch(/Field insight {2,}36 {2,}1,800 pt {2,}15 {2,}13 {2,}4 {2,}21 /);
    expect(text).toMatch(/Nordhaven France {2,}84\.5% {2,}70\.7% {2,}42\.2% {2,}20,000 {2,}9 /);
    expect(text).toContain('the bonus would pay nothing; by the unfavourable end of each interval, nothing.');
    expect(text).toContain('the sample is too small (40).');
    expect(text).toContain('A132 may choose among 4 gifts: Gourmet basket, €42.90; €7.10 return to the budget.');
    expect(text).toMatch(/Goodwill 2026 {2,}€300\.00 {2,}€42\.90 {2,}€250\.00 {2,}€7\.10 /);
    expect(text).toContain('D01 2,223 pt, D02 2,223 pt, D03 2,222 pt, D08 2,222 pt; 45 others.');
    expect(text).toContain('160 entries; checkLedger finds nothing wrong');
  });

  it('are told in French', () => {
    const french = rewardLines(closed, 'fr', false).join('\n').replaceAll(/\n */g, ' ');
    expect(french).toContain('La règle «\u202fTrimestre au vert\u202f» accorde 20\u202f000');
    expect(french).toContain('le bonus serait de 0\u00a0point\u202f; selon la borne défavorable');
    expect(french).toMatch(/Nordhaven Allemagne {2,}77,9/);
    expect(french).toContain('Panier gourmand, 42,90\u00a0€\u202f; 7,10\u00a0€ retournent au budget.');
  });

  it.each(['en', 'fr'] as const)('are few, fit into the width and leave nothing undefined, in %s', (locale) => {
    const lines = rewardLines(closed, locale, false);
    expect(lines.length).toBeLessThanOrEqual(52);
    expect(lines.filter((line) => line.length > WIDTH)).toEqual([]);
    expect(lines.join('\n')).not.toMatch(/undefined|NaN|null|\[object/);
  });

  it('say what does not add up', () => {
    const lines = rewardLines({ ...closed, budgets: closed.budgets.slice(0, 1) }, 'en', false);
    expect(lines.at(-1)).toBe('checkLedger finds: unknown-budget.');
  });
});
