import { logGamma } from './logGamma.js';

/** What ranges and standard deviations of small normal samples need to become estimates and limits. */
export interface ControlChartConstants {
  /** Mean of the range, in standard deviations. */
  readonly d2: number;
  /** Standard deviation of the range, in standard deviations. */
  readonly d3: number;
  /** Mean of the sample standard deviation, in standard deviations. */
  readonly c4: number;
  /** Limits of means about the grand mean, in mean ranges: `3 / (d2 √n)`. */
  readonly A2: number;
  /** Limits of means about the grand mean, in mean standard deviations: `3 / (c4 √n)`. */
  readonly A3: number;
  /** Lower limit of ranges, in mean ranges: `1 - 3 d3/d2`, at least 0. */
  readonly D3: number;
  /** Upper limit of ranges, in mean ranges: `1 + 3 d3/d2`. */
  readonly D4: number;
  /** Lower limit of standard deviations, in their mean, at least 0. */
  readonly B3: number;
  /** Upper limit of standard deviations, in their mean. */
  readonly B4: number;
}

// For n = 2 to 25, from the distribution of the range of n standard normal values by Gauss-Legendre quadrature.
const RANGE_MEANS = [
  1.1283791670955126, 1.692568750643269, 2.0587507460079286, 2.3259289472810396, 2.5344127212229424, 2.7043567512138083,
  2.8472006120905546, 2.9700263244184733, 3.0775054616703446, 3.172872703815999, 3.2584552797438247, 3.3359803540982536,
  3.406763108199952, 3.471826889882074, 3.531982786109575, 3.587883961765381, 3.640063757937443, 3.6889630232076485,
  3.73495011959664, 3.77833582984262, 3.8193846433628322, 3.8583234232850065, 3.895348148451356, 3.930629219507113,
];
const RANGE_DEVIATIONS = [
  0.8525024664274217, 0.8883680040452003, 0.8798082028249796, 0.8640819410995001, 0.8480396861174939, 0.833205335622294,
  0.8198314897919464, 0.8078342745533262, 0.7970506735194196, 0.7873146205503383, 0.7784783412033989,
  0.7704162020637726, 0.7630230956248089, 0.756211429727964, 0.7499080894099379, 0.7440517839607563, 0.7385908533782063,
  0.7334814955188989, 0.7286863457073374, 0.7241733407175325, 0.7199148084342583, 0.7158867354918501,
  0.7120681751479752, 0.708440765888694,
];

/**
 * The constants of control charts for subgroups of a given size.
 *
 * Use them to turn mean ranges or mean standard deviations into limits by hand; `subgroupMeanChart`, `rangeChart` and
 * `standardDeviationChart` do so themselves.
 *
 * @param size - Number of values in a subgroup, a whole number from 2. Beyond 25 a range says little: what rests on it is NaN.
 * @returns The constants, not rounded; all NaN for other sizes.
 * @remarks Montgomery, D. (2012), Introduction to Statistical Quality Control, 7th edition, appendix VI; d2 and d3 of Tippett, L.
 * (1925), Biometrika 17, 364-387, https://doi.org/10.1093/biomet/17.3-4.364
 * @example
 * ```ts
 * import { controlChartConstants } from 'cx-scoring/statistics';
 * const { d2, c4, A2, D4 } = controlChartConstants(5);
 * d2; // ~> 2.325929
 * c4; // ~> 0.939986
 * A2; // ~> 0.576819
 * D4; // ~> 2.114499
 * ```
 */
export function controlChartConstants(size: number): ControlChartConstants {
  const isInDomain = Number.isInteger(size) && size >= 2;
  const d2 = isInDomain ? (RANGE_MEANS[size - 2] ?? NaN) : NaN;
  const d3 = isInDomain ? (RANGE_DEVIATIONS[size - 2] ?? NaN) : NaN;
  const c4 = isInDomain ? Math.sqrt(2 / (size - 1)) * Math.exp(logGamma(size / 2) - logGamma((size - 1) / 2)) : NaN;
  const spread = (3 * Math.sqrt((1 - c4) * (1 + c4))) / c4;
  return {
    d2,
    d3,
    c4,
    A2: 3 / (d2 * Math.sqrt(size)),
    A3: 3 / (c4 * Math.sqrt(size)),
    D3: Math.max(0, 1 - (3 * d3) / d2),
    D4: 1 + (3 * d3) / d2,
    B3: Math.max(0, 1 - spread),
    B4: 1 + spread,
  };
}
