import type { NoDataWarning } from '../../core/warning.js';

/** The search for the parameters ended before it had settled: read the fit as a first guess. */
export interface NotConvergedWarning {
  /** Code of the warning. */
  readonly code: 'not-converged';
  /** Iterations made. */
  readonly iterations: number;
}

/** A parameter ran to the edge of what is searched: the data do not tell it, and the model is richer than they are. */
export interface ParameterAtEdgeWarning {
  /** Code of the warning. */
  readonly code: 'parameter-at-edge';
  /** Name of the parameter. */
  readonly parameter: string;
}

/** The law that was fitted has no mean: what a new customer spends cannot be told. */
export interface InfiniteMeanWarning {
  /** Code of the warning. */
  readonly code: 'infinite-mean';
  /** The parameter q, which must be above 1. */
  readonly q: number;
}

/** A problem of a fitted model, as a code with typed fields. More codes may be added. */
export type ModelWarning = NoDataWarning | NotConvergedWarning | ParameterAtEdgeWarning | InfiniteMeanWarning;

/** Logarithms of parameters are searched up to this size, in units in which a usual parameter is near 1. */
export const FARTHEST_LOG = 12;

/** What a search leads to warn of: that it has not settled, and the parameters that lie within a factor e³ of the edge. */
export function searchWarnings(
  names: readonly string[],
  {
    point,
    converged,
    iterations,
  }: { readonly point: readonly number[]; readonly converged: boolean; readonly iterations: number },
): ModelWarning[] {
  const edges = names.filter((_, i) => Math.abs(point[i] as number) > FARTHEST_LOG - 3);
  return [
    ...(converged ? [] : [{ code: 'not-converged' as const, iterations }]),
    ...edges.map((parameter) => ({ code: 'parameter-at-edge' as const, parameter })),
  ];
}
