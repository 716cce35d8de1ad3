import { describe, expect, it } from 'vitest';
import { INITIATIVE_CRITERIA, type Criterion } from '../../../src/prioritization/criterion.js';
import { formatPriority, type PriorityFormat } from '../../../src/prioritization/formatPriority.js';
import type { Initiative } from '../../../src/prioritization/initiative.js';
import type { PrioritizeOptions } from '../../../src/prioritization/prioritization.js';
import { prioritize } from '../../../src/prioritization/prioritize.js';

/** Tells the item of that id. */
function told(id: string, list: readonly Initiative[], ranking: PrioritizeOptions, format: PriorityFormat): string {
  const item = prioritize(list, ranking).items.find((each) => each.id === id);
  if (item === undefined) throw new Error(`${id} was not ranked`);
  return formatPriority(item, format);
}

// By hand: (4 - 1) / 4 = 0.75, 0.8, (5 - 2) / 4 = 0.75 and (5 - 1) / 4 = 1, each times 0.25: 18.75 + 20 + 18.75 + 25 = 82.5.
const slots: Initiative = {
  id: 'slots',
  names: { en: 'Delivery slots', fr: 'Créneaux de livraison' },
  criteria: { impact: 4, reach: 0.8, complexity: 2, cost: 1 },
};
// 25 + 22.5 + 0 + 0 = 47.5: value 0.95, effort 1.
const erp: Initiative = { id: 'erp', criteria: { impact: 5, reach: 0.9, complexity: 5, cost: 5 } };
// 6.25 + 7.5 + 25 = 38.75, and up to 63.75 when it costs least: value 0.275, effort 0 to 0.5.
const videos: Initiative = { id: 'videos', criteria: { impact: 2, reach: 0.3, complexity: 1, cost: null } };
// 0 + 0 + 0 + 0, and worse than all others under each criterion.
const chatbot: Initiative = { id: 'chatbot', criteria: { impact: 1, reach: 0, complexity: 5, cost: 5 } };
// 6.25 + 5 + 25 + 25 = 61.25: value 0.225.
const poster: Initiative = { id: 'poster', criteria: { impact: 2, reach: 0.2, complexity: 1, cost: 1 } };

describe('formatPriority', () => {
  it.each<[string, Initiative[], PriorityFormat, string]>([
    [
      'slots',
      [slots, erp],
      {},
      'Delivery slots: rank 1, 82.5 of 100, quick win. Cost of implementation 25 of 25, Customers concerned 20 of 25, Complexity of implementation 18.8 of 25, Impact on satisfaction 18.8 of 25.',
    ],
    [
      'slots',
      [slots, erp],
      { locale: 'fr' },
      'Créneaux de livraison\u202f: rang 1, 82,5 sur 100, gain rapide. Coût d’implémentation 25 sur 25, Clients concernés 20 sur 25, Complexité de mise en œuvre 18,8 sur 25, Impact sur la satisfaction 18,8 sur 25.',
    ],
    [
      'erp',
      [slots, erp],
      { criteria: [] },
      'erp: rank 2, 47.5 of 100, structuring project. impact 25 of 25, reach 22.5 of 25, complexity 0 of 25, cost 0 of 25.',
    ],
    [
      'erp',
      [erp],
      { criteria: [], locale: 'fr', name: 'Nouvel ERP' },
      'Nouvel ERP\u202f: rang 1, 47,5 sur 100, chantier structurant. impact 25 sur 25, reach 22,5 sur 25, complexity 0 sur 25, cost 0 sur 25.',
    ],
    [
      'videos',
      [videos, erp],
      { criteria: [] },
      'videos: rank 1 to 2, 38.8 to 63.8 of 100, quarter not known. complexity 25 of 25, reach 7.5 of 25, impact 6.3 of 25, cost unknown (0 to 25). To be confirmed: it lies near a line of the matrix, or what is uncertain may carry it across one.',
    ],
    [
      'videos',
      [videos, erp],
      { criteria: [], locale: 'fr' },
      'videos\u202f: rang de 1 à 2, de 38,8 à 63,8 sur 100, quadrant indéterminé. complexity 25 sur 25, reach 7,5 sur 25, impact 6,3 sur 25, cost non connu (de 0 à 25). À confirmer\u202f: la position est proche d’une ligne de la matrice, ou ce qui reste incertain peut lui en faire franchir une.',
    ],
    [
      'chatbot',
      [chatbot, slots, erp],
      { criteria: [] },
      'chatbot: rank 3, 0 of 100, drop. complexity 0 of 25, cost 0 of 25, impact 0 of 25, reach 0 of 25. At least as good under every criterion: erp, slots.',
    ],
    [
      'chatbot',
      [chatbot, erp],
      { criteria: [], locale: 'fr' },
      'chatbot\u202f: rang 2, 0 sur 100, à abandonner. complexity 0 sur 25, cost 0 sur 25, impact 0 sur 25, reach 0 sur 25. Au moins aussi bien selon chaque critère\u202f: erp.',
    ],
    [
      'poster',
      [poster, { ...poster, id: 'flyer' }, { ...poster, id: 'leaflet' }],
      { criteria: [] },
      'poster: rank 1, 61.3 of 100, fill-in. complexity 25 of 25, cost 25 of 25, impact 6.3 of 25, reach 5 of 25. Tied with flyer, leaflet.',
    ],
    [
      'poster',
      [poster, { ...poster, id: 'flyer' }],
      { criteria: [], locale: 'fr' },
      'poster\u202f: rang 1, 61,3 sur 100, complément. complexity 25 sur 25, cost 25 sur 25, impact 6,3 sur 25, reach 5 sur 25. À égalité avec flyer.',
    ],
  ])('tells where %s stands and why', (id, list, format, expected) => {
    expect(told(id, list, {}, format)).toBe(expected);
  });

  it('tells the cases of a score that is known', () => {
    const interval = { lower: 0.4, upper: 1, confidence: 0.95, method: 'wilson' };
    const list: Initiative[] = [{ ...slots, criteria: { ...slots.criteria, reach: { value: 0.8, interval } } }];
    expect(told('slots', list, { cases: 'intervals' }, {})).toContain('82.5 of 100 (72.5 to 87.5), quick win.');
  });

  it('leaves out what does not count, and the quarter where an axis has no criterion', () => {
    const weights: Record<string, number> = { impact: 3, reach: 1 };
    const criteria: Criterion[] = INITIATIVE_CRITERIA.map((each) => ({ ...each, weight: weights[each.id] ?? 0 }));
    expect(told('slots', [slots], { criteria }, { criteria })).toBe(
      'Delivery slots: rank 1, 76.3 of 100. Impact on satisfaction 56.3 of 75, Customers concerned 20 of 25.',
    );
  });

  it.each([
    [null, {}, 'CX_INVALID_INPUT', /^formatPriority: "item" must be an item of a ranking/],
    [{ contributions: [], tiedWith: [] }, {}, 'CX_INVALID_INPUT', /"item"/],
    [{ contributions: [], dominatedBy: [] }, {}, 'CX_INVALID_INPUT', /"item"/],
    [{ tiedWith: [], dominatedBy: [] }, {}, 'CX_INVALID_INPUT', /"item"/],
    [prioritize([slots]).items[0], null, 'CX_INVALID_OPTION', /^formatPriority: "options" must be an object/],
    [prioritize([slots]).items[0], { criteria: 'all' }, 'CX_INVALID_OPTION', /"criteria" must be a list of criteria/],
    [prioritize([slots]).items[0], { locale: 'de' }, 'CX_INVALID_OPTION', /^formatPriority: option "locale"/],
  ])('refuses %j with options %j', (item, options, code, message) => {
    const call = (): string => formatPriority(item as never, options as never);
    expect(call).toThrow(message);
    expect(call).toThrow(expect.objectContaining({ code }));
  });
});
