import { isWhole, requireOption } from '../../core/options.js';
import { isCountry, isText } from './checkGiftItems.js';
import type { GiftItem } from './giftItem.js';

/**
 * Why an item is left out. Each item counts once, under the first that applies in this order: another currency or catalogue, too dear,
 * withdrawn, out of stock, another category, not offered on the day, not delivered to the country, a tag that is not wanted, the age.
 */
export type GiftExclusion =
  | 'other-currency'
  | 'other-catalogue'
  | 'too-dear'
  | 'withdrawn'
  | 'out-of-stock'
  | 'other-category'
  | 'not-offered'
  | 'country'
  | 'excluded-tag'
  | 'minimum-age';

/** What restricts whom a gift may go to, whatever it costs. */
export interface GiftRestrictions {
  /** Country it is delivered to, as an ISO 3166-1 code of two letters; left out, countries are not looked at. */
  readonly country?: string | undefined;
  /** Tags that are not wanted, such as `'alcohol'`: an item with one of them is left out. */
  readonly excludedTags?: readonly string[] | undefined;
  /** Age of the beneficiary in years; left out it is unknown, and items with a minimum age are left out. */
  readonly age?: number | undefined;
}

/** Why an item that can be had may not be chosen on a day by somebody; `null` where it may. */
export function restrictionOf(item: GiftItem, asOf: string, restrictions: GiftRestrictions): GiftExclusion | null {
  const { country, excludedTags = [], age } = restrictions;
  const { validFrom, validThrough, countries, tags, minimumAge } = item;
  if ((validFrom !== undefined && asOf < validFrom) || (validThrough !== undefined && asOf > validThrough))
    return 'not-offered';
  if (country !== undefined && countries !== undefined && !countries.includes(country)) return 'country';
  if (tags !== undefined && excludedTags.some((tag) => tags.includes(tag))) return 'excluded-tag';
  // An age that is unknown is not old enough.
  if (minimumAge !== undefined && !(age !== undefined && age >= minimumAge)) return 'minimum-age';
  return null;
}

/** Refuses restrictions that are not what the types say. */
export function requireRestrictions(where: string, { country, excludedTags, age }: GiftRestrictions): void {
  const isPlace = country === undefined || isCountry(country);
  requireOption(isPlace, where, 'country', 'a country code of two capital letters', country);
  const areTags = excludedTags === undefined || (Array.isArray(excludedTags) && excludedTags.every(isText));
  requireOption(areTags, where, 'excludedTags', 'a list of tags', excludedTags);
  requireOption(age === undefined || isWhole(age), where, 'age', 'a whole number of years from 0', age);
}
