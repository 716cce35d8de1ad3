import { cxError } from '../core/errors.js';

/** The words of one's own for each side of a channel, such as `{ digital: ['web shop'], physical: ['counter'] }`. */
export interface ChannelWords {
  /** Words for digital channels. */
  readonly digital?: readonly string[] | undefined;
  /** Words for channels where people meet at a place. */
  readonly physical?: readonly string[] | undefined;
}

/** The words of one's own for each kind of device. */
export interface DeviceWords {
  /** Words for what is held in the hand. */
  readonly mobile?: readonly string[] | undefined;
  /** Words for what stands on a desk. */
  readonly desktop?: readonly string[] | undefined;
}

/** Words that need no explanation, in English and French. */
const CHANNEL_WORDS: Readonly<Record<'digital' | 'physical', readonly string[]>> = {
  digital: ['app', 'chat', 'digital', 'e-mail', 'email', 'portail', 'portal', 'site', 'web', 'website'],
  physical: [
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
  ],
};

/** The same for devices. */
const DEVICE_WORDS: Readonly<Record<'mobile' | 'desktop', readonly string[]>> = {
  mobile: ['mobile', 'phone', 'smartphone', 'tablet', 'tablette'],
  desktop: ['computer', 'desktop', 'laptop', 'ordinateur', 'pc'],
};

/** Looks a word up: own words before common ones, without regard to case and outer spaces. */
function sideOf<Side extends string>(
  where: string,
  value: unknown,
  common: Readonly<Record<Side, readonly string[]>>,
  own: Readonly<Partial<Record<Side, readonly string[] | undefined>>>,
): Side | null {
  const sides = Object.keys(common) as Side[];
  const listed = Object(own) as Partial<Record<Side, unknown>>;
  const plain = (word: string): string => word.trim().toLowerCase();
  const lists = sides.map((side) => {
    const words = listed[side];
    if (words === undefined) return [];
    if (!Array.isArray(words) || !words.every((word) => typeof word === 'string'))
      throw cxError('CX_INVALID_OPTION', `${where}: words "${side}"`, 'a list of texts', words);
    return words.map(plain);
  });
  const twice = lists[0]?.find((word) => lists[1]?.includes(word));
  if (twice !== undefined) throw cxError('CX_INVALID_OPTION', `${where}: words`, 'on one side only', twice);
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string') throw cxError('CX_INVALID_INPUT', `${where}: "value"`, 'text or missing', value);
  const word = plain(value);
  return sides.find((_, i) => lists[i]?.includes(word)) ?? sides.find((side) => common[side].includes(word)) ?? null;
}

/**
 * Tells whether a channel is digital or physical.
 *
 * Use it for the first cut of the article's channels, "digital or physical": `dimensions: { channel: (row) => channelOf(row.channel, words) }`.
 * The telephone is neither until you say so.
 *
 * @param value - The channel in the company's own words; `null` and `undefined` are missing. Case and outer spaces do not matter.
 * @param words - The company's own words for each side. They come before the few common ones: app, chat, email, portal, site, web and
 * branch, counter, shop, store, visit, with their French names.
 * @returns `'digital'`, `'physical'`, or `null` for a missing or unknown word: it is not guessed.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` for what is no text, `CX_INVALID_OPTION` for words that are no list or stand
 * on both sides.
 * @example
 * ```ts
 * import { channelOf } from 'cx-scoring/segmentation';
 *
 * channelOf('Portal'); // => 'digital'
 * channelOf('comptoir'); // => 'physical'
 * channelOf('hotline'); // => null
 * channelOf('EDI', { digital: ['edi'] }); // => 'digital'
 * ```
 */
export function channelOf(value: string | null | undefined, words: ChannelWords = {}): 'digital' | 'physical' | null {
  return sideOf('channelOf', value, CHANNEL_WORDS, words);
}

/**
 * Tells whether a device is mobile or stands on a desk.
 *
 * Use it for the second cut of the article's channels, "mobile or desktop". It reads a word, not the line a browser introduces itself by.
 *
 * @param value - The device in the company's own words; `null` and `undefined` are missing. Case and outer spaces do not matter.
 * @param words - The company's own words for each side. They come before the few common ones: mobile, phone, smartphone, tablet and
 * computer, desktop, laptop, pc, with their French names.
 * @returns `'mobile'`, `'desktop'`, or `null` for a missing or unknown word: it is not guessed.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` for what is no text, `CX_INVALID_OPTION` for words that are no list or stand
 * on both sides.
 * @example
 * ```ts
 * import { deviceOf } from 'cx-scoring/segmentation';
 *
 * deviceOf('Smartphone'); // => 'mobile'
 * deviceOf('terminal 7', { desktop: ['terminal 7'] }); // => 'desktop'
 * deviceOf('watch'); // => null
 * ```
 */
export function deviceOf(value: string | null | undefined, words: DeviceWords = {}): 'mobile' | 'desktop' | null {
  return sideOf('deviceOf', value, DEVICE_WORDS, words);
}
