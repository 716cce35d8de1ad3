import { cxError } from '../core/errors.js';
import { fieldReader } from '../core/field.js';
import { requireOption } from '../core/options.js';
import { calibrationWeights } from '../statistics/calibrationWeights.js';
import type { WeightingResult } from '../statistics/weightingMargin.js';
import { alignTotals, prepareMargins, type PreparedMargin } from './weightingMargins.js';
import {
  carryingRows,
  endOf,
  finishStep,
  requireLimits,
  setWeights,
  type FinishStep,
  type WeightingState,
} from './weightingState.js';
import type { CalibrateStep, CalibrationAmount } from './weightingStep.js';
import type { AmountTrace } from './weightingTrace.js';

interface AmountReader<Row> {
  readonly name: string;
  readonly total: number;
  readonly read: (row: Row, index: number) => number | null;
}

/** Finds the closest weights under which amounts and classes have their totals. */
export function calibrate<Row>(where: string, state: WeightingState<Row>, step: CalibrateStep<Row>): FinishStep {
  const { kind, amounts = [], margins: wanted = [], distance = 'raking', bounds, tolerance, maxIterations } = step;
  const isSome = amounts.length + wanted.length > 0;
  requireOption(isSome, where, 'amounts', 'a list of one or more, unless there are margins', 'none');
  const isDistance = distance === 'raking' || distance === 'logit' || distance === 'linear';
  requireOption(isDistance, where, 'distance', '"raking", "logit" or "linear"', distance);
  requireBounds(where, step);
  requireLimits(where, step);
  const readers = amounts.map((amount, place) => amountReader(where, amount, place));
  const before = state.weights.slice();
  const carrying = carryingRows(state);
  const known = carrying.filter((row) => readers.every(({ read }) => read(state.rows[row] as Row, row) !== null));
  const prepared = prepareMargins(where, state, wanted, known);
  const excluded = { ...prepared.excluded, missingAmount: carrying.length - known.length };
  const { rows } = prepared;
  if (rows.length === 0) throw cxError('CX_INVALID_OPTION', `${where}: rows with weight and amounts`, '1 or more', 0);
  const margins = alignTotals(prepared.margins, rows, before);
  // No factor brings a weight to 0, so that classes with that target are left aside.
  const isWanted = rows.map((_, place) => margins.every(({ codes, targets }) => targets[codes[place] as number] !== 0));
  const places = rows.map((_, place) => place).filter((place) => isWanted[place]);
  const columns = readers.map(({ read }) => rows.map((row) => read(state.rows[row] as Row, row) as number));
  const auxiliaries = [
    ...columns.map((column) => places.map((place) => column[place] as number)),
    ...margins.flatMap((margin) => indicators(margin, places)),
  ];
  const totals = [
    ...readers.map(({ total }) => total),
    ...margins.flatMap(({ targets }) => targets.filter((target) => target > 0)),
  ];
  const weights = places.map((place) => before[rows[place] as number] as number);
  const result = calibrationWeights(auxiliaries, totals, { weights, distance, bounds, tolerance, maxIterations });
  const adjusted = rows.map(() => 0);
  places.forEach((place, k) => (adjusted[place] = result.weights[k] as number));
  requireWeights(where, rows, adjusted, result, distance);
  setWeights(state, rows, adjusted);
  const amountTraces = readers.map(({ name, total }, k): AmountTrace => ({
    name,
    target: total,
    rows,
    values: columns[k] as readonly number[],
  }));
  const marginTraces = margins.map((margin) => ({ ...margin, rows, responseRates: null }));
  const traces = { margins: marginTraces, amounts: amountTraces };
  return finishStep({ kind, ...endOf(result), before, excluded, ...traces }, state);
}

function requireBounds<Row>(where: string, { bounds }: CalibrateStep<Row>): void {
  if (bounds === undefined) return;
  const isAroundOne = bounds.lower >= 0 && bounds.lower < 1 && bounds.upper > 1 && bounds.upper < Infinity;
  requireOption(isAroundOne, where, 'bounds', 'a lower factor from 0, below 1, and an upper one above 1', bounds);
}

function amountReader<Row>(where: string, amount: CalibrationAmount<Row>, place: number): AmountReader<Row> {
  const { field, total } = amount ?? {};
  const isField = typeof field === 'function' || (typeof field === 'string' && field !== '');
  requireOption(isField, where, 'amounts', `the name of a field or a function, at place ${place}`, field);
  const name = amount.name ?? (typeof field === 'string' ? field : `amount ${place + 1}`);
  requireOption(Number.isFinite(total), where, 'amounts', `a finite total for "${name}"`, total);
  const readValue = fieldReader<Row, unknown>(field);
  const read = (row: Row, index: number): number | null => {
    const value = readValue(row, index) ?? null;
    if (value === null || Number.isFinite(value)) return value as number | null;
    throw cxError('CX_OFF_SCALE', `${where}: amount "${name}" at row ${index}`, 'a finite number', value);
  };
  return { name, total, read };
}

/** One column for each class that should have weight: 1 for its rows, 0 for the others. */
function indicators({ codes, targets }: PreparedMargin, places: readonly number[]): number[][] {
  return targets.flatMap((target, code) =>
    target > 0 ? [places.map((place) => (codes[place] === code ? 1 : 0))] : [],
  );
}

/**
 * Refuses weights that no metric could use. Where totals cannot be reached, Newton's steps under distances without bounds run away
 * instead of coming near.
 */
function requireWeights(
  where: string,
  rows: readonly number[],
  weights: readonly number[],
  { outcome, discrepancy }: WeightingResult,
  distance: string,
): void {
  if (outcome !== 'converged' && distance !== 'logit') {
    const rule = 'within the tolerance (if no weights reach these totals, distance "logit" reports how near it came)';
    throw cxError('CX_INVALID_OPTION', `${where}: distance left from the totals`, rule, discrepancy);
  }
  const place = weights.findIndex((weight) => weight < 0);
  if (place < 0) return;
  const rule = 'from 0 (distance "raking" or "logit" keeps weights positive)';
  throw cxError('CX_INVALID_WEIGHT', `${where}: weight of row ${rows[place] as number}`, rule, weights[place]);
}
