import { logBeta } from '../../statistics/logGamma.js';
import { nelderMead } from '../../statistics/nelderMead.js';
import { spearmanCorrelation } from '../../statistics/spearmanCorrelation.js';
import { FARTHEST_LOG, searchWarnings, type ModelWarning } from './modelWarning.js';
import { sortOut, spendFault, type PurchaseHistory, type PurchaseHistoryExclusions } from './purchaseHistory.js';

/** Parameters of the Gamma-Gamma model: all above 0. */
export interface GammaGammaParameters {
  /** Shape of the gamma law of a customer's purchases: the larger, the more alike they are. */
  readonly p: number;
  /** Shape of the gamma law of the customers' rates; above 1, or the mean over customers is infinite. */
  readonly q: number;
  /** Scale of that law, in the unit of the values; the mean over customers is p gamma / (q - 1). */
  readonly gamma: number;
}

/** A fitted Gamma-Gamma model: plain data, to be stored and used again. */
export interface GammaGammaFit {
  /** The parameters, or `null` with fewer than two repeat buyers. */
  readonly parameters: GammaGammaParameters | null;
  /** Natural logarithm of the likelihood at the parameters. */
  readonly logLikelihood: number | null;
  /** Whether the search settled. */
  readonly converged: boolean;
  /** Iterations of the search. */
  readonly iterations: number;
  /** Customers used: those with a repeat purchase. */
  readonly sampleSize: number;
  /** Customers without repeat purchase, which tell nothing of repeat values. */
  readonly singleBuyers: number;
  /** Customers left out, by reason. */
  readonly excluded: PurchaseHistoryExclusions;
  /**
   * Spearman's correlation of frequency with value among the customers used, or `null` where there is none. The model takes it for 0: the
   * farther it is from that, the more a product of both models errs.
   */
  readonly frequencyCorrelation: number | null;
  /** Problems of the fit. */
  readonly warnings: readonly ModelWarning[];
}

/** What a fit asks of a prediction: parameters of one's own, or from a paper, serve as well. */
export type GammaGammaModel = Pick<GammaGammaFit, 'parameters'>;

const NAMES: readonly (keyof GammaGammaParameters)[] = ['p', 'q', 'gamma'];

/** Where the search begins, as logarithms, gamma in units of the mean value. */
const STARTS: readonly (readonly [number, number, number])[] = [
  [1, 1, 0],
  [0, 2, 1],
];

/** Repeat buyers in order of frequency: how often they bought, and how much in all. */
interface RepeatSpend {
  readonly frequency: readonly number[];
  readonly spent: readonly number[];
}

/** The log-likelihood but for the part without parameters. What depends on the frequency only is computed once for each frequency. */
function variableLogLikelihood({ frequency, spent }: RepeatSpend, { p, q, gamma }: GammaGammaParameters): number {
  let total = 0;
  let known = 0;
  let ofFrequency = 0;
  for (let i = 0; i < frequency.length; i++) {
    const shape = p * (frequency[i] as number);
    if (frequency[i] !== known) {
      known = frequency[i] as number;
      ofFrequency = -logBeta(shape, q);
    }
    // As shares of spent and gamma, whose logarithms stay small however large both are.
    const ratio = (spent[i] as number) / gamma;
    total += ofFrequency - shape * Math.log1p(1 / ratio) - q * Math.log1p(ratio);
  }
  return total;
}

/**
 * Fits the Gamma-Gamma model of the value of purchases: how much customers spend at a time, and how much they differ in it.
 *
 * Use it beside {@link fitBgNbd}: one says how often, the other how much. Only customers with a repeat purchase count, and the value must
 * not go with the frequency, which `frequencyCorrelation` lets you see.
 *
 * @param customers - Purchase histories with `monetaryValue`, from {@link toPurchaseHistories} or your own.
 * @returns Parameters, log-likelihood, convergence, exclusions and warnings; `parameters: null` with fewer than two repeat buyers.
 * @remarks Fader, P. and Hardie, B. (2013), The Gamma-Gamma model of monetary value, http://www.brucehardie.com/notes/025/. Maximum likelihood
 * by Nelder and Mead on the logarithms of the parameters, from two starts.
 * @example
 * ```ts
 * import { fitGammaGamma } from 'cx-scoring';
 *
 * const repeats = [[1, 300], [1, 1400], [1, 12000], [4, 900], [4, 2000], [4, 9000], [16, 1300], [16, 2200], [16, 8000]];
 * const customers = repeats.map(([frequency = 0, monetaryValue]) => ({ frequency, monetaryValue, recency: 10, age: 20 }));
 * const fit = fitGammaGamma(customers);
 * fit.parameters; // ~> { p: 1.018, q: 1.958, gamma: 4332.1 }
 * fit.frequencyCorrelation; // ~> 0.105
 * ```
 */
export function fitGammaGamma(customers: Iterable<PurchaseHistory>): GammaGammaFit {
  const { usable, excluded } = sortOut('fitGammaGamma', customers, spendFault);
  const repeaters = usable
    .filter(({ frequency }) => frequency > 0)
    .sort((x, y) => x.frequency - y.frequency || (x.monetaryValue as number) - (y.monetaryValue as number));
  const sampleSize = repeaters.length;
  const values = repeaters.map(({ monetaryValue }) => monetaryValue as number);
  const correlation = spearmanCorrelation(
    repeaters.map(({ frequency }) => frequency),
    values,
  ).coefficient;
  const counts = {
    sampleSize,
    singleBuyers: usable.length - sampleSize,
    excluded,
    frequencyCorrelation: Number.isFinite(correlation) ? correlation : null,
  };
  if (sampleSize < 2) {
    return {
      ...counts,
      parameters: null,
      logLikelihood: null,
      converged: false,
      iterations: 0,
      warnings: [{ code: 'no-data' }],
    };
  }
  const spends = repeaters.map(({ frequency }, i) => frequency * (values[i] as number));
  const scale = values.reduce((sum, value) => sum + value, 0) / sampleSize;
  const data = { frequency: repeaters.map(({ frequency }) => frequency), spent: spends.map((spent) => spent / scale) };
  const objective = (logs: readonly number[]): number =>
    logs.some((log) => Math.abs(log) > FARTHEST_LOG) ? Infinity : -variableLogLikelihood(data, toParameters(logs, 1));
  const searches = STARTS.map((start) => nelderMead(objective, start, { tolerance: 1e-6 }));
  const best = searches.reduce((a, b) => (b.value < a.value ? b : a));
  const parameters = toParameters(best.point, scale);
  const warnings = searchWarnings(NAMES, best);
  if (parameters.q <= 1) warnings.push({ code: 'infinite-mean', q: parameters.q });
  return {
    ...counts,
    parameters,
    logLikelihood: -best.value - values.reduce((sum, value) => sum + Math.log(value), 0),
    converged: best.converged,
    iterations: best.iterations,
    warnings,
  };
}

function toParameters([p, q, gamma]: readonly number[], scale: number): GammaGammaParameters {
  return { p: Math.exp(p as number), q: Math.exp(q as number), gamma: Math.exp(gamma as number) * scale };
}
