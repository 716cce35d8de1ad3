/**
 * A partial likelihood at some coefficients.
 *
 * @internal
 */
export interface PartialLikelihood {
  /** Its logarithm. */
  readonly logLikelihood: number;
  /** Its gradient. */
  readonly score: Float64Array;
  /** Minus its second derivatives, by rows. */
  readonly information: Float64Array;
}

/**
 * Cox's partial likelihood.
 *
 * @param order - Rows from the last time to the first, so that those at risk only ever join.
 * @internal
 */
export function partialLikelihoodAt(
  order: readonly number[],
  times: ArrayLike<number>,
  events: ArrayLike<number>,
  columns: readonly Float64Array[],
  beta: Float64Array,
  ties: 'efron' | 'breslow',
): PartialLikelihood {
  const size = columns.length;
  const score = new Float64Array(size);
  const information = new Float64Array(size * size);
  let logLikelihood = 0;
  const risk = emptySums(size);
  let reference = -Infinity;
  for (let from = 0; from < order.length;) {
    const time = times[order[from] as number];
    const dying = emptySums(size);
    let count = 0;
    let to = from;
    while (to < order.length && times[order[to] as number] === time) to++;
    const rows = order.slice(from, to).map((at) => {
      const row = columns.map((column) => column[at] as number);
      return { row, event: events[at], eta: row.reduce((total, value, k) => total + value * (beta[k] as number), 0) };
    });
    // Hazards are taken relative to the largest so far, which may be far from that of the others.
    const highest = rows.reduce((largest, { eta }) => Math.max(largest, eta), reference);
    scale(risk, Math.exp(reference - highest));
    reference = highest;
    for (const { row, event, eta } of rows) {
      addRow(risk, row, Math.exp(eta - reference));
      if (event !== 1) continue;
      count++;
      addRow(dying, row, Math.exp(eta - reference));
      logLikelihood += eta;
      for (const [k, value] of row.entries()) score[k] = (score[k] as number) + value;
    }
    for (let tie = 0; tie < count; tie++) {
      // Efron: each of the tied events finds a part of the others already gone.
      const gone = ties === 'efron' ? tie / count : 0;
      const total = risk.total - gone * dying.total;
      logLikelihood -= Math.log(total) + reference;
      const mean = risk.first.map((value, k) => (value - gone * (dying.first[k] as number)) / total);
      for (let k = 0; k < size; k++) {
        score[k] = (score[k] as number) - (mean[k] as number);
        for (let j = 0; j < size; j++) {
          const at = k * size + j;
          const second = ((risk.second[at] as number) - gone * (dying.second[at] as number)) / total;
          information[at] = (information[at] as number) + second - (mean[k] as number) * (mean[j] as number);
        }
      }
    }
    from = to;
  }
  return { logLikelihood, score, information };
}

interface Sums {
  total: number;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

function emptySums(size: number): Sums {
  return { total: 0, first: new Float64Array(size), second: new Float64Array(size * size) };
}

function scale(sums: Sums, factor: number): void {
  sums.total *= factor;
  for (let k = 0; k < sums.first.length; k++) sums.first[k] = (sums.first[k] as number) * factor;
  for (let k = 0; k < sums.second.length; k++) sums.second[k] = (sums.second[k] as number) * factor;
}

function addRow(sums: Sums, row: readonly number[], weight: number): void {
  sums.total += weight;
  for (const [k, value] of row.entries()) {
    sums.first[k] = (sums.first[k] as number) + weight * value;
    for (const [j, other] of row.entries()) {
      const at = k * row.length + j;
      sums.second[at] = (sums.second[at] as number) + weight * value * other;
    }
  }
}
