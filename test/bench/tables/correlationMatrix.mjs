import { correlation, Matrix } from 'ml-matrix';
import { sampleCorrelation } from 'simple-statistics';
import { correlationMatrix, pearsonCorrelation } from '../../../dist/statistics/index.js';
import { drawColumns } from '../draws.mjs';
import { race } from '../race.mjs';

const COLUMNS = 11;
/** Adds up what lies below the diagonal, for the comparison. */
const sumBelow = (matrix) => {
  let total = 0;
  for (let i = 0; i < COLUMNS; i++) for (let j = 0; j < i; j++) total += matrix[i][j];
  return total;
};

export async function table(size) {
  const columns = drawColumns(COLUMNS, size);
  const plain = columns.map((column) => Array.from(column));
  // Made beforehand: only the correlations are timed.
  const matrix = new Matrix(Array.from({ length: size }, (_, i) => columns.map((column) => column[i])));
  const pairwise = (correlate) => plain.map((a, i) => plain.map((b, j) => (j < i ? correlate(a, b) : 1)));
  const expected = sumBelow(pairwise((a, b) => pearsonCorrelation(a, b).coefficient));
  const timed = await race(
    [
      { name: 'correlationMatrix, bytes', run: () => correlationMatrix(columns) },
      { name: 'correlationMatrix, `number[]`', run: () => correlationMatrix(plain) },
      { name: 'simple-statistics, pair by pair', run: () => pairwise(sampleCorrelation), rounds: 5 },
      {
        name: 'ml-matrix `correlation`',
        run: () => correlation(matrix, matrix),
        read: (result) => sumBelow(result.to2DArray()),
        rounds: 5,
      },
    ].map((entry) => ({ read: sumBelow, expected, tolerance: 1e-8, ...entry })),
  );
  return {
    title: `Correlations of ${COLUMNS} columns with each other, ${size.toLocaleString('en')} rows`,
    base: 'correlationMatrix, bytes',
    timed,
    goals: [],
  };
}
