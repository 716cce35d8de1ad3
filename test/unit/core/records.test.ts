import { describe, expect, it } from 'vitest';
import { ANSWER_STATUSES, CONTACT_ROLES, JOURNEY_STAGES } from '../../../src/core/records.js';

describe('the vocabularies of the records', () => {
  it('hold the stages of the journey in their order', () => {
    expect(JOURNEY_STAGES).toEqual(['pre-sales', 'order', 'delivery', 'commissioning', 'support', 'renewal']);
  });

  it('hold the roles of contacts', () => {
    expect(CONTACT_ROLES).toEqual(['decision-maker', 'buyer', 'user', 'prescriber', 'after-sales', 'dealer', 'other']);
  });

  it('hold the states of an answer', () => {
    expect(ANSWER_STATUSES).toEqual(['complete', 'partial', 'skipped', 'not-shown', 'test', 'spam', 'excluded']);
  });

  it.each([[JOURNEY_STAGES], [CONTACT_ROLES], [ANSWER_STATUSES]])(
    'are in kebab case and say nothing twice',
    (words) => {
      expect(words.filter((word) => !/^[a-z]+(-[a-z]+)*$/.test(word))).toEqual([]);
      expect(new Set(words).size).toBe(words.length);
    },
  );
});
