/**
 * An unevaluated sum of two doubles, about 106 significant bits.
 *
 * @internal
 */
export interface DoubleDouble {
  /** The value rounded to a double. */
  readonly high: number;
  /** What rounding left over. */
  readonly low: number;
}

// 2^27 + 1: multiplying by it splits a double into two halves of 26 bits (Veltkamp).
const SPLITTER = 134_217_729;

/**
 * The exact sum of two doubles (Knuth's two-sum).
 *
 * @internal
 */
export function twoSum(a: number, b: number): DoubleDouble {
  const high = a + b;
  const part = high - a;
  return { high, low: a - (high - part) + (b - part) };
}

/**
 * The exact product of two doubles (Dekker's product with Veltkamp's split), for magnitudes between about 1e-145 and 1e150.
 *
 * @internal
 */
export function twoProduct(a: number, b: number): DoubleDouble {
  const high = a * b;
  const scaledA = SPLITTER * a;
  const highA = scaledA - (scaledA - a);
  const lowA = a - highA;
  const scaledB = SPLITTER * b;
  const highB = scaledB - (scaledB - b);
  const lowB = b - highB;
  return { high, low: lowA * lowB - (high - highA * highB - lowA * highB - highA * lowB) };
}

/**
 * The sum of two double-doubles, accurate under cancellation.
 *
 * @internal
 */
export function addDoubleDouble(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const highs = twoSum(a.high, b.high);
  const lows = twoSum(a.low, b.low);
  const middle = twoSum(highs.high, highs.low + lows.high);
  return twoSum(middle.high, middle.low + lows.low);
}

/**
 * The difference `a - b` of two double-doubles.
 *
 * @internal
 */
export function subtractDoubleDouble(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  return addDoubleDouble(a, { high: -b.high, low: -b.low });
}

/**
 * The product of two double-doubles.
 *
 * @internal
 */
export function multiplyDoubleDouble(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const product = twoProduct(a.high, b.high);
  return twoSum(product.high, product.low + (a.high * b.low + a.low * b.high));
}

/**
 * The quotient of two double-doubles, rounded to a double.
 *
 * @internal
 */
export function divideDoubleDouble(a: DoubleDouble, b: DoubleDouble): number {
  const quotient = a.high / b.high;
  const remainder = subtractDoubleDouble(a, multiplyDoubleDouble(b, { high: quotient, low: 0 }));
  return quotient + remainder.high / b.high;
}

/**
 * Adds the double-double `high + low` to the one stored in `sums[at]` and `sums[at + 1]`.
 *
 * @internal
 */
export function accumulate(sums: number[], at: number, high: number, low: number): void {
  const before = sums[at] as number;
  const sum = before + high;
  const part = sum - before;
  const rest = (sums[at + 1] as number) + low + (before - (sum - part) + (high - part));
  const rounded = sum + rest;
  sums[at] = rounded;
  sums[at + 1] = rest - (rounded - sum);
}
