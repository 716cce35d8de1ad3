/** A control chart: a centre line and limits for every point. */
export interface ControlChart {
  /** The centre line; NaN when the chart could not be made. */
  readonly center: number;
  /** Lower limit at each point. */
  readonly lower: number[];
  /** Upper limit at each point. */
  readonly upper: number[];
  /** Places, from 0, of the points beyond a limit. */
  readonly outside: number[];
}

/** Options that control charts share. */
export interface ControlChartOptions {
  /** The centre line, when a standard or an earlier period gives it; estimated from the points unless given. */
  readonly center?: number | undefined;
  /** Distance of the limits from the centre in standard deviations, above 0; 3 by default. */
  readonly sigmas?: number | undefined;
}

/**
 * A chart about `center` whose limits are `reaches` away, within what the statistic can be.
 *
 * @internal
 */
export function chartOf(
  values: ArrayLike<number>,
  center: number,
  reaches: ArrayLike<number>,
  least: number,
  most: number,
): ControlChart {
  const lower = Array.from(reaches, (reach) => Math.max(center - reach, least));
  const upper = Array.from(reaches, (reach) => Math.min(center + reach, most));
  const outside: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < (lower[i] as number) || value > (upper[i] as number)) outside.push(i);
  }
  return { center: center + 0, lower, upper, outside };
}

/**
 * A chart of as many points without limits, for data outside the domain.
 *
 * @internal
 */
export function noChart(points: number): ControlChart {
  const nothing = Array.from({ length: points }, () => NaN);
  return { center: NaN, lower: nothing, upper: nothing, outside: [] };
}
