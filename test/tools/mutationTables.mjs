/**
 * Approximation tables, left out of mutation testing: the only mutants of such a constant are changed signs of published
 * coefficients. The oracle tests compare the function made of all of them; the sign of a late term moves it by less than
 * a rounding error, so that its survival says nothing about the tests. Each table stands here with its reason.
 *
 * @type {readonly { file: string, constant: string, reason: string }[]}
 */
export const TABLES = [
  {
    file: 'src/statistics/logGamma.ts',
    constant: 'NEAR_TWO',
    reason: 'Taylor coefficients of DLMF 5.7.3; the late ones are below a rounding error of the sum',
  },
  {
    file: 'src/statistics/stirling.ts',
    constant: 'SERIES',
    reason: 'Stirling series of DLMF 5.11.1; the late ones are below a rounding error of the sum',
  },
];
