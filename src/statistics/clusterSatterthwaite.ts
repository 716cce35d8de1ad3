import { solveUpperTransposed } from './householderQr.js';
import type { QrFactor } from './householderQr.js';
import { symmetricEigen } from './symmetricEigen.js';
import type { SymmetricEigen } from './symmetricEigen.js';
import { spreadOverAll } from './unscaledCovariance.js';

/** A direction that a cluster leaves less than this share of belongs to it alone. */
const SHARED = 1e-10;

/**
 * A cluster's rows of an orthonormal basis Q of the design, in the space of the coefficients: `Q'Q = V diag(λ) V'` over the rows.
 *
 * @internal
 */
export interface ClusterSpace extends SymmetricEigen {
  /** The rows. */
  readonly rows: readonly number[];
  /** By how much the cluster's residuals are enlarged along each eigenvector, 0 for a direction that is its own. */
  readonly factors: readonly number[];
}

/**
 * The space of each cluster, with the factors of CR2 (the inverse roots of `1 - λ`) or with none.
 *
 * @internal
 */
export function clusterSpaces(
  basis: readonly Float64Array[],
  clusters: readonly (readonly number[])[],
  isAdjusted: boolean,
): ClusterSpace[] {
  return clusters.map((rows) => {
    const part = basis.map((column) => rows.map((i) => column[i] as number));
    const products = part.flatMap((a) => part.map((b) => a.reduce((s, value, i) => s + value * (b[i] as number), 0)));
    const { values, vectors } = symmetricEigen(products, basis.length);
    const factors = Array.from(values, (eigenvalue) => {
      if (!isAdjusted) return 1;
      return eigenvalue < 1 - SHARED ? 1 / Math.sqrt(1 - eigenvalue) : 0;
    });
    return { rows, values, vectors, factors };
  });
}

/**
 * Satterthwaite's degrees of freedom of each coefficient's variance: `(tr P)² / tr P²` of the quadratic form P behind it, for errors
 * that are independent with equal variance.
 *
 * Between clusters P is the product of two vectors of the size of the coefficients, so that its squares add up without a look at
 * every pair of clusters.
 *
 * @returns One number for each of `size` columns; NaN for those left out of the factors.
 * @internal
 */
export function satterthwaiteDegreesOfFreedom(spaces: readonly ClusterSpace[], qr: QrFactor, size: number): number[] {
  const own = qr.kept.map((_, k) => {
    // The coefficient out of the response's coordinates in the basis.
    const direction = new Float64Array(qr.kept.length);
    direction[k] = 1;
    solveUpperTransposed(qr, direction);
    return degreesOfFreedomAlong(spaces, direction);
  });
  return spreadOverAll(qr.kept, size, own);
}

function degreesOfFreedomAlong(spaces: readonly ClusterSpace[], direction: Float64Array): number {
  const size = direction.length;
  const length = Math.hypot(...direction);
  const pairs = new Float64Array(size * size);
  let trace = 0;
  let corrections = 0;
  for (const { values, vectors, factors } of spaces) {
    const shared = new Float64Array(size);
    let whole = 0;
    for (let k = 0; k < size; k++) {
      let along = 0;
      for (let i = 0; i < size; i++) along += (vectors[i * size + k] as number) * (direction[i] as number);
      const root = factors[k] as number;
      // In the unit of the direction: the degrees of freedom have none.
      const part = ((values[k] as number) * root * along) / length;
      whole += (part * root * along) / length;
      for (let i = 0; i < size; i++) shared[i] = (shared[i] as number) + part * (vectors[i * size + k] as number);
    }
    const square = shared.reduce((total, value) => total + value * value, 0);
    trace += whole - square;
    corrections += (whole - square) ** 2 - square ** 2;
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        pairs[i * size + j] = (pairs[i * size + j] as number) + (shared[i] as number) * (shared[j] as number);
      }
    }
  }
  return trace ** 2 / (pairs.reduce((total, value) => total + value * value, 0) + corrections);
}
