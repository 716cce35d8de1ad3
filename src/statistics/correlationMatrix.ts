import { deviations } from './coMoments.js';

/** Rows that stay in the fastest memory while all pairs of columns pass over them. */
const BLOCK = 2048;

/**
 * Pearson's correlations of all pairs of columns.
 *
 * Each column is centred once; products are then added up block by block of rows, two columns against two at a time.
 *
 * @param columns - Columns of finite numbers, typed arrays or plain ones, all of one length.
 * @returns The matrix by rows, symmetric, 1 on the diagonal; NaN (the diagonal too) for a column that is constant or holds a number
 * that is not finite, and throughout when lengths differ.
 * @example
 * ```ts
 * import { correlationMatrix } from 'cx-scoring/statistics';
 * correlationMatrix([[1, 2, 3], [1, 3, 2], [3, 2, 1]]); // ~> [[1, 0.5, -1], [0.5, 1, -0.5], [-1, -0.5, 1]]
 * ```
 */
export function correlationMatrix(columns: readonly ArrayLike<number>[]): number[][] {
  const size = columns.length;
  const length = columns[0]?.length ?? 0;
  const isMatched = columns.every((column) => column.length === length);
  // A column of zeros makes the number even; nobody sees its products.
  const centered = columns.map(deviations);
  if (size % 2 === 1) centered.push(new Float64Array(length));
  const products = new Float64Array(centered.length ** 2);
  for (let from = 0; isMatched && from < length; from += BLOCK) {
    const to = Math.min(from + BLOCK, length);
    for (let i = 0; i < centered.length; i += 2) {
      for (let j = 0; j <= i; j += 2) addProducts(products, centered, i, j, from, to);
    }
  }
  const at = (i: number, j: number): number => products[i * centered.length + j] as number;
  const norms = columns.map((_, i) => Math.sqrt(at(i, i)));
  return norms.map((norm, i) =>
    norms.map((other, j) => {
      if (i === j) return norm > 0 ? 1 : NaN;
      return Math.max(-1, Math.min(1, at(Math.max(i, j), Math.min(i, j)) / (norm * other)));
    }),
  );
}

function addProducts(
  products: Float64Array,
  columns: readonly Float64Array[],
  i: number,
  j: number,
  from: number,
  to: number,
): void {
  const [a, b, c, d] = [columns[i], columns[i + 1], columns[j], columns[j + 1]] as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let ac = 0;
  let ad = 0;
  let bc = 0;
  let bd = 0;
  for (let row = from; row < to; row++) {
    const inA = a[row] as number;
    const inB = b[row] as number;
    const inC = c[row] as number;
    const inD = d[row] as number;
    ac += inA * inC;
    ad += inA * inD;
    bc += inB * inC;
    bd += inB * inD;
  }
  const first = i * columns.length + j;
  const second = first + columns.length;
  products[first] = (products[first] as number) + ac;
  products[first + 1] = (products[first + 1] as number) + ad;
  products[second] = (products[second] as number) + bc;
  products[second + 1] = (products[second + 1] as number) + bd;
}
