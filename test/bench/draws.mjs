// Numbers for the tables of the statistics kernel, the same in every run.
import { createRandom } from '../../dist/index.js';

/** Standard normal numbers, by Box and Muller. */
function drawNormals(size, seed) {
  const random = createRandom(seed);
  return Float64Array.from(
    { length: size },
    () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  );
}

/** Durations in minutes as tickets have them: log-normal, half of them below 20. */
export const drawDurations = (size, seed = 42) => drawNormals(size, seed).map((z) => Math.exp(Math.log(20) + 1.2 * z));

/** Pairs of a rating from 1 to 5 and a score from 0 to 10 that go together, as plain arrays. */
export function drawRatings(size, seed = 42) {
  const common = drawNormals(size, seed);
  const own = drawNormals(size, seed + 1);
  const clamp = (value, low, high) => Math.min(high, Math.max(low, Math.round(value)));
  const [ratings, scores] = [[], []];
  for (let i = 0; i < size; i++) {
    ratings.push(clamp(3.6 + common[i], 1, 5));
    scores.push(clamp(7.4 + 1.4 * common[i] + 1.6 * own[i], 0, 10));
  }
  return { ratings, scores };
}

/** Pairs of amounts that go together, hardly two of them equal, as plain arrays. */
export function drawAmounts(size, seed = 42) {
  const common = drawNormals(size, seed);
  const own = drawNormals(size, seed + 1);
  return { x: Array.from(common), y: Array.from(own, (z, i) => common[i] + z) };
}

/** Columns of ratings from 0 to 10 with something in common, as bytes. */
export function drawColumns(columns, size, seed = 42) {
  const common = drawNormals(size, seed);
  return Array.from({ length: columns }, (_, column) => {
    const own = drawNormals(size, seed + 1 + column);
    return Uint8Array.from(own, (z, i) => Math.min(10, Math.max(0, Math.round(7 + common[i] + 1.5 * z))));
  });
}
