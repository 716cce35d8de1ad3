import { EQUAL_WITHIN } from './axisPosition.js';
import { scoreRandom, scoreTable, type StandingTable, type WeightingTrace } from './weighting.js';

/**
 * For each initiative with central weights the share of scores that put it first under them, ties shared; scores are drawn anew for all
 * of them together.
 */
export function centralConfidence(
  table: StandingTable,
  central: readonly (Float64Array | null)[],
  { draws, seed }: WeightingTrace,
): (number | null)[] {
  const { redraw, size } = table;
  const turns = redraw === null || draws === null ? 1 : draws;
  const random = scoreRandom(seed);
  const scores = new Float64Array(size);
  const sums = central.map((weights): number | null => (weights === null ? null : 0));
  for (let turn = 0; turn < turns; turn++) {
    redraw?.(random);
    for (const [index, weights] of central.entries()) {
      if (weights === null) continue;
      scoreTable(table, weights, scores);
      sums[index] = (sums[index] as number) + shareOfFirst(scores, index);
    }
  }
  return sums.map((sum) => (sum === null ? null : sum / turns));
}

function shareOfFirst(scores: Float64Array, index: number): number {
  const own = scores[index] as number;
  let [highest, tied] = [-Infinity, 0];
  for (const score of scores) highest = Math.max(highest, score);
  if (own < highest - EQUAL_WITHIN) return 0;
  for (const score of scores) if (score >= highest - EQUAL_WITHIN) tied++;
  return 1 / tied;
}
