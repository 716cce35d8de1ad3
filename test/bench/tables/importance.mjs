import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { correlationMatrix, lmgImportance, relativeWeights } from '../../../dist/statistics/index.js';
import { drawColumns } from '../draws.mjs';
import { race } from '../race.mjs';
import { atLeast, atMost, figure } from '../report.mjs';

/** Milliseconds within which so many predictors must be done. */
const LIMITS = new Map([
  [5, undefined],
  [10, 0.1],
  [15, 3],
  [20, 100],
]);
/** With more predictors than these, a decomposition for each subset takes minutes. */
const MOST_BY_SUBSET = 15;

/** R² of each subset by its bits, each from a decomposition of its own. */
function subsetRSquared({ predictors, response }) {
  const size = response.length;
  return Float64Array.from({ length: 2 ** size }, (_, subset) => {
    const own = Array.from(response.keys()).filter((i) => subset & (1 << i));
    if (own.length === 0) return 0;
    const matrix = new Matrix(own.map((i) => own.map((j) => predictors[i][j])));
    const right = Matrix.columnVector(own.map((i) => response[i]));
    const solution = new CholeskyDecomposition(matrix).solve(right);
    return own.reduce((sum, i, k) => sum + solution.get(k, 0) * response[i], 0);
  });
}

/** Shapley's weights of the gain from each predictor over all subsets of the others. */
function importanceBySubset(correlations) {
  const size = correlations.response.length;
  const rSquared = subsetRSquared(correlations);
  const factorial = [1];
  for (let k = 1; k <= size; k++) factorial.push(factorial[k - 1] * k);
  const weights = factorial.slice(0, size).map((own, k) => (own * factorial[size - 1 - k]) / factorial[size]);
  const sizes = new Uint8Array(2 ** size);
  for (let subset = 1; subset < sizes.length; subset++) sizes[subset] = sizes[subset >> 1] + (subset & 1);
  return Array.from({ length: size }, (_, i) => {
    let total = 0;
    for (let subset = 0; subset < rSquared.length; subset++) {
      if (subset & (1 << i)) continue;
      total += weights[sizes[subset]] * (rSquared[subset | (1 << i)] - rSquared[subset]);
    }
    return total;
  });
}

export async function table(rows) {
  const all = correlationMatrix(drawColumns(Math.max(...LIMITS.keys()) + 1, rows));
  const goals = [];
  const lines = [];
  for (const [size, limit] of LIMITS) {
    const correlations = {
      predictors: all.slice(0, size).map((row) => row.slice(0, size)),
      response: all[all.length - 1].slice(0, size),
    };
    const expected = size <= MOST_BY_SUBSET ? importanceBySubset(correlations)[0] : lmgImportance(correlations)[0];
    const first = ([value]) => value;
    const repeat = Math.max(1, 2 ** (12 - size));
    const bySubset = size <= MOST_BY_SUBSET;
    const timed = await race([
      { name: 'lmgImportance', run: () => lmgImportance(correlations), read: first, expected, repeat },
      // An approximation: it need only come close.
      {
        name: 'relativeWeights',
        run: () => relativeWeights(correlations),
        read: ({ weights: [value] }) => value,
        expected,
        tolerance: 0.01,
        repeat: 50,
      },
      ...(bySubset
        ? [{ name: 'ml-matrix', run: () => importanceBySubset(correlations), read: first, expected, rounds: 5 }]
        : []),
    ]);
    const [own, approximate] = ['lmgImportance', 'relativeWeights'].map((name) => timed.best(name));
    const ratio = bySubset ? timed.ratio('ml-matrix', 'lmgImportance') : undefined;
    lines.push([
      size,
      figure(own),
      figure(approximate),
      bySubset ? figure(timed.best('ml-matrix')) : 'not run',
      bySubset ? figure(ratio) : '',
    ]);
    if (limit !== undefined) goals.push(atMost(12, `lmgImportance, ${size} predictors`, own, limit, ' ms'));
    if (limit !== undefined && bySubset)
      goals.push(atLeast(12, `ml-matrix for each subset / lmgImportance, ${size} predictors`, ratio, 100));
  }
  return {
    title: 'Importance of predictors (LMG) from their correlations',
    columns: [
      'predictors',
      'lmgImportance, ms',
      'relativeWeights (Johnson), ms',
      'ml-matrix Cholesky for each subset, ms',
      'ml-matrix / lmgImportance',
    ],
    rows: lines,
    goals,
  };
}
