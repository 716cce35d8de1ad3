import { describe, expect, it } from 'vitest';
import { checkGiftItems } from '../../../src/rewards/gifts/checkGiftItems.js';
import { eligibleGifts, type EligibleGiftsOptions } from '../../../src/rewards/gifts/eligibleGifts.js';
import { compileGiftCatalogue, firstWithin } from '../../../src/rewards/gifts/giftCatalogue.js';
import type { GiftItem } from '../../../src/rewards/gifts/giftItem.js';
import { euros, gift } from './giftSamples.js';

describe('checkGiftItems', () => {
  it('finds nothing in a sound catalogue', () => {
    const full = gift('wine', {
      countries: ['FR', 'BE'],
      validFrom: '2026-01-01',
      validThrough: '2026-01-01',
      tags: ['alcohol'],
      minimumAge: 0,
      price: euros(0),
    });
    expect(checkGiftItems([gift('a'), full, gift('b', { countries: [], tags: [] })])).toEqual([]);
    for (const stock of ['in-stock', 'low-stock', 'out-of-stock', 'withdrawn'] as const)
      expect(checkGiftItems([gift('a', { stock })])).toEqual([]);
  });

  it.each<[Record<string, unknown>, string, string, unknown]>([
    [{ id: '' }, 'missing-id', 'id', ''],
    [{ id: 7 }, 'missing-id', 'id', 7],
    [{ catalogue: '' }, 'missing-catalogue', 'catalogue', ''],
    [{ names: null }, 'missing-name', 'names', null],
    [{ names: { en: 'A', fr: '' } }, 'missing-name', 'names', 'object'],
    [{ names: { en: '', fr: 'A' } }, 'missing-name', 'names', 'object'],
    [{ category: null }, 'missing-category', 'category', null],
    [{ price: null }, 'bad-price', 'price.minorUnits', null],
    [{ price: euros(-1) }, 'bad-price', 'price.minorUnits', -1],
    [{ price: euros(0.5) }, 'bad-price', 'price.minorUnits', 0.5],
    [{ price: euros(NaN) }, 'bad-price', 'price.minorUnits', 'NaN'],
    [{ price: { minorUnits: '1', currency: 'EUR' } }, 'bad-price', 'price.minorUnits', '1'],
    [{ price: { minorUnits: 1, currency: 'eur' } }, 'bad-currency', 'price.currency', 'eur'],
    [{ price: { minorUnits: 1, currency: 'EURO' } }, 'bad-currency', 'price.currency', 'EURO'],
    [{ price: { minorUnits: 1, currency: 978 } }, 'bad-currency', 'price.currency', 978],
    [{ stock: 'sold' }, 'unknown-stock', 'stock', 'sold'],
    [{ stock: 'toString' }, 'unknown-stock', 'stock', 'toString'],
    [{ stock: ['in-stock'] }, 'unknown-stock', 'stock', 'array'],
    [{ countries: 'FR' }, 'bad-countries', 'countries', 'FR'],
    [{ countries: ['FR', 'fr'] }, 'bad-countries', 'countries', 'array'],
    [{ countries: ['FRA'] }, 'bad-countries', 'countries', 'array'],
    [{ validFrom: '2026-02-30' }, 'bad-date', 'validFrom', '2026-02-30'],
    [{ validThrough: '2026' }, 'bad-date', 'validThrough', '2026'],
    [{ validFrom: '2026-03-02', validThrough: '2026-03-01' }, 'reversed-dates', 'validThrough', '2026-03-01'],
    [{ tags: [''] }, 'bad-tags', 'tags', 'array'],
    [{ tags: {} }, 'bad-tags', 'tags', 'object'],
    [{ minimumAge: -1 }, 'bad-age', 'minimumAge', -1],
    [{ minimumAge: 17.5 }, 'bad-age', 'minimumAge', 17.5],
  ])('%j is %s', (own, code, field, value) => {
    const item = { ...gift('a'), ...own };
    const id = typeof item.id === 'string' ? item.id : null;
    expect(checkGiftItems([gift('z'), item])).toEqual([{ code, index: 1, id, field, value }]);
    expect(compileGiftCatalogue([gift('z'), item]).items.map((sound) => sound.id)).toEqual(['z']);
  });

  it.each([null, 7, 'x', []])('%j is no item', (own) => {
    expect(checkGiftItems([own as unknown as GiftItem])).toMatchObject([{ code: 'not-an-item', index: 0, id: null }]);
  });

  it('names an item that is there twice, and offers it once', () => {
    const found = checkGiftItems([gift('a'), gift('b'), gift('a'), gift('a')]);
    const twin = { code: 'duplicate-item', id: 'a', field: 'id', value: 'a' };
    expect(found).toEqual([
      { ...twin, index: 2 },
      { ...twin, index: 3 },
    ]);
    expect(compileGiftCatalogue([gift('a'), gift('b'), gift('a')]).size).toBe(2);
  });

  it('names all of one id that contradict one another, and offers none', () => {
    const items = [gift('a'), gift('b'), gift('a', { price: euros(1) }), gift('a')];
    expect(checkGiftItems(items).map(({ code, index }) => [code, index])).toEqual([
      ['conflicting-item', 0],
      ['conflicting-item', 2],
      ['conflicting-item', 3],
    ]);
    expect(compileGiftCatalogue(items).find('a')).toBeNull();
  });

  it('refuses what is no list', () => {
    expect(() => checkGiftItems('x' as never)).toThrow(
      'checkGiftItems: items must be an iterable of rows, received "x"',
    );
  });
});

describe('compileGiftCatalogue', () => {
  it('finds items by id, in code-unit order', () => {
    const catalogue = compileGiftCatalogue([gift('é'), gift('a'), gift('Z')]);
    expect(catalogue.items.map(({ id }) => id)).toEqual(['Z', 'a', 'é']);
    expect(catalogue.size).toBe(3);
    expect(catalogue.find('a')).toEqual(gift('a'));
    expect(catalogue.find('b')).toBeNull();
    expect(catalogue.find('toString')).toBeNull();
  });
  it('keeps its findings', () => {
    expect(compileGiftCatalogue([gift('')]).findings).toEqual(checkGiftItems([gift('')]));
  });
  it('refuses what is no list', () => {
    expect(() => compileGiftCatalogue(null as never)).toThrow(
      'compileGiftCatalogue: items must be an iterable of rows, received null',
    );
  });
});

describe('firstWithin', () => {
  it.each([
    [10, 0],
    [9, 0],
    [8, 1],
    [7, 1],
    [6, 3],
    [5, 3],
    [4, 4],
  ])('no more than %d begins at %d', (upTo, expected) => {
    expect(firstWithin([9, 7, 7, 5], (own) => own, upTo)).toBe(expected);
  });
  it('is 0 of nothing', () => {
    expect(firstWithin([], Number, 1)).toBe(0);
  });
});

describe('eligibleGifts', () => {
  const items = [
    gift('pen', { price: euros(900), category: 'office' }),
    gift('basket'),
    gift('atlas'),
    gift('clock', { price: euros(5000), category: 'office' }),
    gift('watch', { price: euros(5001) }),
    gift('lamp', { stock: 'out-of-stock' }),
    gift('sofa', { stock: 'out-of-stock', price: euros(90_000) }),
    gift('fax', { stock: 'withdrawn', price: euros(5000) }),
    gift('telex', { stock: 'withdrawn', price: euros(5001) }),
    gift('mug', { stock: 'low-stock', price: euros(800), catalogue: 'small' }),
    gift('vase', { price: { minorUnits: 10, currency: 'USD' } }),
    gift('wine', { price: euros(2000), minimumAge: 18, tags: ['alcohol', 'french'] }),
    gift('tea', { price: euros(1500), countries: ['FR', 'BE'], tags: ['french'] }),
    gift('egg', { price: euros(700), validFrom: '2026-03-01', validThrough: '2026-04-06' }),
  ];
  const catalogue = compileGiftCatalogue(items);
  const options: EligibleGiftsOptions = { upTo: 5000, currency: 'EUR', asOf: '2026-04-02' };
  const found = (own: Partial<EligibleGiftsOptions> = {}) => eligibleGifts(catalogue, { ...options, ...own });
  const ids = (own: Partial<EligibleGiftsOptions> = {}): string[] => found(own).items.map(({ id }) => id);
  const left = (own: Partial<EligibleGiftsOptions> = {}) =>
    Object.fromEntries(Object.entries(found(own).excluded).filter(([, count]) => count > 0));

  it('lists the dearest first, those of one price by id', () => {
    expect(ids()).toEqual(['clock', 'atlas', 'basket', 'tea', 'pen', 'mug', 'egg']);
    expect(found().total).toBe(7);
    expect(left()).toEqual({ 'other-currency': 1, 'too-dear': 3, 'out-of-stock': 1, withdrawn: 1, 'minimum-age': 1 });
  });
  it('takes what costs the value, and not one cent more', () => {
    expect(ids({ upTo: 5001 })[0]).toBe('watch');
    expect(ids({ upTo: 4999 })[0]).toBe('atlas');
    expect(ids({ upTo: 0 })).toEqual([]);
  });
  it('keeps to a catalogue', () => {
    expect(ids({ catalogue: 'small' })).toEqual(['mug']);
    expect(left({ catalogue: 'small' })).toEqual({ 'other-currency': 1, 'other-catalogue': 12 });
    expect(found({ catalogue: 'none' })).toMatchObject({ items: [], total: 0, excluded: { 'other-catalogue': 13 } });
  });
  it('keeps to a category', () => {
    expect(ids({ category: 'office' })).toEqual(['clock', 'pen']);
    expect(left({ category: 'office' })).toEqual({
      'other-currency': 1,
      'too-dear': 3,
      'out-of-stock': 1,
      withdrawn: 1,
      'other-category': 6,
    });
    expect(ids({ category: 'toys' })).toEqual([]);
  });
  it('keeps to a country; what names none goes everywhere', () => {
    expect(ids({ country: 'FR' })).toContain('tea');
    expect(ids({ country: 'DE' })).toEqual(['clock', 'atlas', 'basket', 'pen', 'mug', 'egg']);
    expect(left({ country: 'DE' })['country']).toBe(1);
    // Also where no item of the shelf is limited otherwise.
    const plain = compileGiftCatalogue([gift('tea', { countries: ['FR'] })]);
    expect(eligibleGifts(plain, { ...options, country: 'DE' }).total).toBe(0);
    expect(eligibleGifts(plain, options).total).toBe(1);
  });
  it('leaves out tags', () => {
    expect(ids({ excludedTags: ['french'] })).toEqual(['clock', 'atlas', 'basket', 'pen', 'mug', 'egg']);
    expect(left({ excludedTags: ['x', 'french'] })['excluded-tag']).toBe(2);
    expect(ids({ excludedTags: [] })).toEqual(ids());
    const plain = compileGiftCatalogue([gift('tea', { tags: ['french'] })]);
    expect(eligibleGifts(plain, { ...options, excludedTags: ['french'] }).total).toBe(0);
  });
  it('takes an age that is unknown for too young', () => {
    expect(ids({ age: 18 })).toContain('wine');
    expect(left({ age: 17 })['minimum-age']).toBe(1);
    expect(left({ age: 18 })['minimum-age']).toBeUndefined();
  });
  it.each([
    ['2026-02-28', false],
    ['2026-03-01', true],
    ['2026-04-06', true],
    ['2026-04-07', false],
  ])('offers on %s what is offered then', (asOf, isOffered) => {
    expect(ids({ asOf }).includes('egg')).toBe(isOffered);
    expect(left({ asOf })['not-offered']).toBe(isOffered ? undefined : 1);
  });
  it.each(['validFrom', 'validThrough', 'minimumAge'] as const)('looks at each item where one has %s', (field) => {
    const value = { validFrom: '2026-05-01', validThrough: '2026-03-01', minimumAge: 18 }[field];
    expect(eligibleGifts(compileGiftCatalogue([gift('a', { [field]: value })]), options).total).toBe(0);
  });
  it('gives pages that do not overlap, with and without restrictions', () => {
    for (const own of [{}, { country: 'FR' }, { category: 'office' }]) {
      const all = ids(own);
      expect([...ids({ ...own, limit: 1 }), ...ids({ ...own, offset: 1 })]).toEqual(all);
      expect(ids({ ...own, offset: all.length })).toEqual([]);
      expect(ids({ ...own, offset: 1e9 })).toEqual([]);
      expect(ids({ ...own, limit: 0 })).toEqual([]);
      expect(found({ ...own, limit: 1 }).total).toBe(all.length);
    }
  });
  it('lists 50 unless asked otherwise', () => {
    const many = compileGiftCatalogue(Array.from({ length: 60 }, (_, at) => gift(`g${at}`)));
    expect(eligibleGifts(many, options).items).toHaveLength(50);
    expect(eligibleGifts(many, options).total).toBe(60);
  });
  it('gives plain JSON', () => {
    expect(JSON.parse(JSON.stringify(found()))).toEqual(found());
  });
  it('goes through 5,000 references in no time', () => {
    const many = Array.from({ length: 5000 }, (_, at) => gift(`g${at}`, { price: euros(at * 10) }));
    const own = compileGiftCatalogue(many);
    let reads = 0;
    const counted = {
      ...own,
      range: (...args: Parameters<typeof own.range>) => {
        const range = own.range(...args);
        const shelf = range?.shelves.get(null);
        if (range === null || shelf === undefined) return range;
        const watched = new Proxy(shelf.items, {
          get: (target, name, receiver): unknown => {
            if (typeof name === 'string' && /^\d+$/.test(name)) reads += 1;
            return Reflect.get(target, name, receiver);
          },
        });
        return { ...range, shelves: new Map([[null, { ...shelf, items: watched }]]) };
      },
    };
    expect(eligibleGifts(counted, { ...options, upTo: 25_000, limit: 10 }).total).toBe(2501);
    expect(reads).toBeLessThan(50);
  });
  it.each<[Record<string, unknown>, string]>([
    [{ upTo: -1 }, 'option "upTo" must be whole minor units from 0, received -1'],
    [{ upTo: undefined }, 'option "upTo" must be whole minor units from 0, received undefined'],
    [{ currency: 'eur' }, 'option "currency" must be a currency code of three capital letters, received "eur"'],
    [{ asOf: '2026' }, 'option "asOf" must be a civil date YYYY-MM-DD, received "2026"'],
    [{ catalogue: '' }, 'option "catalogue" must be the id of a catalogue, received ""'],
    [{ category: null }, 'option "category" must be a name, received null'],
    [{ country: 'fr' }, 'option "country" must be a country code of two capital letters, received "fr"'],
    [{ excludedTags: null }, 'option "excludedTags" must be a list of tags, received null'],
    [{ excludedTags: [''] }, 'option "excludedTags" must be a list of tags, received an object'],
    [{ age: 17.5 }, 'option "age" must be a whole number of years from 0, received 17.5'],
    [{ limit: -1 }, 'option "limit" must be a whole number from 0, received -1'],
    [{ offset: 0.5 }, 'option "offset" must be a whole number from 0, received 0.5'],
  ])('refuses %j', (own, message) => {
    expect(() => found(own as never)).toThrow(`eligibleGifts: ${message}`);
  });
  it('refuses a catalogue that was not compiled', () => {
    for (const own of [null, items, { find: () => null }, { range: () => null }])
      expect(() => eligibleGifts(own as never, options)).toThrow(
        'eligibleGifts: catalogue must be what compileGiftCatalogue made of items, received',
      );
    expect(() => eligibleGifts(catalogue, null as never)).toThrow(
      'eligibleGifts: options must be an object, received null',
    );
  });
});
