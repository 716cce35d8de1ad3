import type { SegmentValue } from '../core/segment.js';

/** Slots of the cache; few enough to stay close to the processor. */
const SLOTS = 256;

/** The dictionary of one dimension: a small whole number for each value, in the order in which values come. */
export interface Dictionary {
  /** The values by code. */
  readonly values: SegmentValue[];
  /** The codes by value; `1` and `'1'` are two values. */
  readonly codes: Map<SegmentValue, number>;
  /**
   * Texts met lately, each in the slot that its first and last character and its length choose. Rows repeat few values, so nearly always
   * one comparison replaces a look into the map. Empty text is never in a slot.
   */
  readonly texts: string[];
  /** The codes of the texts in the slots. */
  readonly textCodes: Int32Array;
  /** Numbers met lately, in the slot of their last byte. */
  readonly numbers: Float64Array;
  /** The codes of the numbers in the slots. */
  readonly numberCodes: Int32Array;
}

/** What {@link codeOf} gives for a value that cannot be a segment. */
export const INVALID = -1;

/** Makes an empty dictionary. */
export function createDictionary(): Dictionary {
  return {
    values: [],
    codes: new Map(),
    texts: new Array<string>(SLOTS).fill(''),
    textCodes: new Int32Array(SLOTS),
    numbers: new Float64Array(SLOTS).fill(NaN),
    numberCodes: new Int32Array(SLOTS),
  };
}

/** The value as it stands in a key, `undefined` when it cannot be a segment. */
export function toSegmentValue(value: unknown): SegmentValue | undefined {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : undefined;
  return typeof value === 'string' || typeof value === 'boolean' ? value : undefined;
}

/** Looks a value up and enters it when it is new. */
function enter({ values, codes }: Dictionary, value: unknown): number {
  const own = toSegmentValue(value);
  if (own === undefined) return INVALID;
  const known = codes.get(own);
  if (known !== undefined) return known;
  codes.set(own, values.length);
  return values.push(own) - 1;
}

function enterText(dictionary: Dictionary, value: string, slot: number): number {
  const code = enter(dictionary, value);
  dictionary.texts[slot] = value;
  dictionary.textCodes[slot] = code;
  return code;
}

function codeOfOther(dictionary: Dictionary, value: unknown): number {
  if (typeof value !== 'number') return enter(dictionary, value);
  const slot = value & (SLOTS - 1);
  if (dictionary.numbers[slot] === value) return dictionary.numberCodes[slot] as number;
  const code = enter(dictionary, value);
  if (code !== INVALID) {
    dictionary.numbers[slot] = value;
    dictionary.numberCodes[slot] = code;
  }
  return code;
}

/** The code of a value, made when the value is new; {@link INVALID} for what cannot be a segment. */
export function codeOf(dictionary: Dictionary, value: unknown): number {
  if (typeof value !== 'string' || value.length === 0) return codeOfOther(dictionary, value);
  const last = value.length - 1;
  const slot = ((value.charCodeAt(0) * 7) ^ (value.charCodeAt(last) * 31) ^ last) & (SLOTS - 1);
  return dictionary.texts[slot] === value ? (dictionary.textCodes[slot] as number) : enterText(dictionary, value, slot);
}
