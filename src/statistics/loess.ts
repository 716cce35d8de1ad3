/** How a local regression smooths a series of equal distances. */
export interface LoessSpan {
  /** Number of neighbours that count, odd; beyond the length of the series it flattens the weights. */
  readonly width: number;
  /** Degree of the local polynomial. */
  readonly degree: 0 | 1;
  /** Distance between the places where the smooth is computed; between them it is a straight line. */
  readonly jump: number;
}

/**
 * The local regression at one place of a series with times 1, 2, 3, …; NaN when no neighbour has weight.
 *
 * @param values - The series.
 * @param span - Width and degree.
 * @param at - The place, from 1; it may lie outside the series.
 * @param from - First neighbour, from 1.
 * @param to - Last neighbour.
 * @param robustness - Weight of each value, if any.
 * @remarks Cleveland, W. et al. (1990), STL: A Seasonal-Trend Decomposition Procedure Based on Loess, Journal of Official
 * Statistics 6, 3-73, section 2.1 and their routine `est`.
 * @internal
 */
export function loessAt(
  values: ArrayLike<number>,
  { width, degree }: LoessSpan,
  at: number,
  from: number,
  to: number,
  robustness: ArrayLike<number> | null,
): number {
  const size = values.length;
  const reach = Math.max(at - from, to - at) + (width > size ? Math.floor((width - size) / 2) : 0);
  const weights = new Float64Array(to - from + 1);
  let total = 0;
  for (let j = from; j <= to; j++) {
    const distance = Math.abs(j - at);
    if (distance > 0.999 * reach) continue;
    const closeness = distance <= 0.001 * reach ? 1 : (1 - (distance / reach) ** 3) ** 3;
    const weight = closeness * (robustness === null ? 1 : (robustness[j - 1] as number));
    weights[j - from] = weight;
    total += weight;
  }
  if (!(total > 0)) return NaN;
  let center = 0;
  for (let j = from; j <= to; j++) {
    weights[j - from] = (weights[j - from] as number) / total;
    center += (weights[j - from] as number) * j;
  }
  let spread = 0;
  for (let j = from; j <= to; j++) spread += (weights[j - from] as number) * (j - center) ** 2;
  // A line needs neighbours on more than one place.
  const tilt = reach > 0 && degree > 0 && Math.sqrt(spread) > 0.001 * (size - 1) ? (at - center) / spread : 0;
  let result = 0;
  for (let j = from; j <= to; j++) {
    result += (weights[j - from] as number) * (1 + tilt * (j - center)) * (values[j - 1] as number);
  }
  return result;
}

/**
 * The local regression at every place of a series.
 *
 * @remarks Routine `ess` of Cleveland et al. (1990).
 * @internal
 */
export function loess(
  values: ArrayLike<number>,
  span: LoessSpan,
  robustness: ArrayLike<number> | null,
): Float64Array<ArrayBuffer> {
  const size = values.length;
  const smooth = new Float64Array(size);
  if (size < 2) return Float64Array.from(values);
  const jump = Math.min(span.jump, size - 1);
  const half = (span.width + 1) / 2;
  const at = (place: number): number => {
    const from = span.width >= size ? 1 : Math.min(Math.max(place - half + 1, 1), size - span.width + 1);
    const to = Math.min(size, from + span.width - 1);
    const estimate = loessAt(values, span, place, from, to, robustness);
    return Number.isNaN(estimate) ? (values[place - 1] as number) : estimate;
  };
  let previous = 1;
  smooth[0] = at(1);
  while (previous < size) {
    const place = Math.min(previous + jump, size);
    smooth[place - 1] = at(place);
    const start = smooth[previous - 1] as number;
    const slope = ((smooth[place - 1] as number) - start) / (place - previous);
    for (let i = previous + 1; i < place; i++) smooth[i - 1] = start + slope * (i - previous);
    previous = place;
  }
  return smooth;
}
