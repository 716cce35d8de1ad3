/**
 * The value of a polynomial, constant term first, by Horner's rule.
 *
 * @internal
 */
export function horner(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let index = coefficients.length - 1; index >= 0; index--) sum = sum * x + coefficients[index]!;
  return sum;
}
