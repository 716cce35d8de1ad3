/** The typed arrays of numbers (not of bigints). */
export type NumericArray =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;

/** Tells whether something is a typed array of numbers, whichever realm it comes from. */
export function isNumericArray(value: unknown): value is NumericArray {
  // A DataView has no tag of a typed array, and arrays of bigints hold no numbers.
  return ArrayBuffer.isView(value) && /^(?!Big).*Array$/.test((value as NumericArray)[Symbol.toStringTag]);
}
