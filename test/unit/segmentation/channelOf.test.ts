import { describe, expect, it } from 'vitest';
import { channelOf, deviceOf } from '../../../src/segmentation/channelOf.js';

const untyped = (call: unknown, ...values: unknown[]): unknown => (call as (...given: unknown[]) => unknown)(...values);

describe('channelOf', () => {
  it.each<readonly [string | null | undefined, string | null]>([
    ...['app', 'chat', 'digital', 'e-mail', 'email', 'portail', 'portal', 'site', 'web', 'website'].map(
      (word) => [word, 'digital'] as const,
    ),
    ...[
      'agence',
      'branch',
      'comptoir',
      'counter',
      'magasin',
      'physical',
      'physique',
      'shop',
      'store',
      'visit',
      'visite',
    ].map((word) => [word, 'physical'] as const),
    [' WEB ', 'digital'],
    ['hotline', null],
    ['', null],
    ['constructor', null],
    [null, null],
    [undefined, null],
  ])('reads %j as %j', (word, side) => {
    expect(channelOf(word)).toBe(side);
  });

  it('puts own words before the common ones', () => {
    expect(channelOf('edi', { digital: ['EDI '] })).toBe('digital');
    expect(channelOf('shop', { digital: ['shop'] })).toBe('digital');
    expect(channelOf('web', { physical: ['web'] })).toBe('physical');
    expect(channelOf('counter', { digital: ['edi'] })).toBe('physical');
  });

  it('refuses what is no text, and words that are no lists or stand on both sides', () => {
    expect(() => untyped(channelOf, 7)).toThrow('channelOf: "value" must be text or missing, received 7');
    expect(() => untyped(channelOf, 'web', { digital: 'edi' })).toThrow(
      'channelOf: words "digital" must be a list of texts, received "edi"',
    );
    expect(() => untyped(channelOf, 'web', { physical: [7] })).toThrow(/words "physical" must be a list of texts/);
    expect(() => channelOf('web', { digital: ['fax'], physical: ['Fax'] })).toThrow(
      'channelOf: words must be on one side only, received "fax"',
    );
  });

  it('takes words that are null for none', () => {
    expect(untyped(channelOf, 'web', null)).toBe('digital');
  });
});

describe('deviceOf', () => {
  it.each<readonly [string | null | undefined, string | null]>([
    ...['mobile', 'phone', 'smartphone', 'tablet', 'tablette'].map((word) => [word, 'mobile'] as const),
    ...['computer', 'desktop', 'laptop', 'ordinateur', 'pc'].map((word) => [word, 'desktop'] as const),
    ['watch', null],
    [null, null],
  ])('reads %j as %j', (word, kind) => {
    expect(deviceOf(word)).toBe(kind);
  });

  it('takes own words, and refuses what is no text', () => {
    expect(deviceOf('till', { desktop: ['till'] })).toBe('desktop');
    expect(deviceOf('scanner', { mobile: ['scanner'] })).toBe('mobile');
    expect(() => untyped(deviceOf, {})).toThrow('deviceOf: "value" must be text or missing, received an object');
    expect(() => untyped(deviceOf, 'pc', { mobile: 7 })).toThrow(/^deviceOf: words "mobile"/);
  });
});
