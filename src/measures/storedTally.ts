import { requireMeasure } from './requireMeasure.js';
import { cxError } from '../core/errors.js';
import { isSameDefinition, type MetricDefinition } from '../core/definition.js';
import type { Measure } from './measure.js';
import { misfit } from './misfit.js';
import { isPossibleTally } from './possibleTally.js';

/** A tally as it is kept: with the definition it was made under and the version of the format. */
export interface StoredTally<Tally> {
  /** Version of the format. */
  readonly format: 1;
  /** What the tally counts. */
  readonly definition: MetricDefinition;
  /** The tally: plain data. */
  readonly tally: Tally;
}

/**
 * Wraps a tally with its definition, to be written to a file or a database as JSON.
 *
 * Use it for partial results that are merged later; {@link readTally} checks that they belong together.
 *
 * @param measure - The measure that made the tally.
 * @param tally - The tally.
 * @returns Plain data for `JSON.stringify`.
 * @example
 * ```ts
 * import { npsMeasure, readTally, storeTally, tallyRows } from 'cx-scoring';
 *
 * const measure = npsMeasure();
 * const text = JSON.stringify(storeTally(measure, tallyRows([10, 9, 8, 6], measure)));
 * measure.toResult(readTally(measure, JSON.parse(text))).value; // => 25
 * ```
 */
export function storeTally<Row, Tally, Result>(measure: Measure<Row, Tally, Result>, tally: Tally): StoredTally<Tally> {
  requireMeasure('storeTally', measure);
  return { format: 1, definition: measure.definition, tally };
}

/**
 * Reads a stored tally back, after checking that it was made under the measure's definition and has its shape.
 *
 * Use it on anything that comes from a file, a queue or another service.
 *
 * @param measure - The measure it is to be merged or scored with.
 * @param stored - What `JSON.parse` gave.
 * @returns The tally, a copy that the caller owns.
 * @throws TypeError with code `CX_INVALID_TALLY` when it has another shape, `CX_DEFINITION_MISMATCH` when it counts something else.
 * @example
 * ```ts
 * import { csatMeasure, npsMeasure, readTally, storeTally, tallyRows } from 'cx-scoring';
 *
 * const stored = storeTally(npsMeasure(), tallyRows([10], npsMeasure()));
 * readTally(csatMeasure(), stored); // throws /CX_DEFINITION_MISMATCH|definition/
 * ```
 */
export function readTally<Row, Tally, Result>(measure: Measure<Row, Tally, Result>, stored: unknown): Tally {
  requireMeasure('readTally', measure);
  const { format, definition, tally } = Object(stored) as Partial<StoredTally<Tally>>;
  if (format !== 1 || typeof definition !== 'object' || definition === null) {
    throw cxError('CX_INVALID_TALLY', 'readTally: stored tally', '{ format: 1, definition, tally }', stored);
  }
  if (!isSameDefinition(definition, measure.definition)) {
    throw cxError(
      'CX_DEFINITION_MISMATCH',
      'readTally: definition',
      `that of "${measure.definition.id}", with equal parameters`,
      definition.id,
    );
  }
  const fresh = measure.createTally();
  const found = measure.misfit ? measure.misfit('tally', tally) : misfit('tally', fresh, tally);
  if (found !== undefined)
    throw cxError('CX_INVALID_TALLY', `readTally: ${found}`, 'shaped as the measure makes it', tally);
  if (!isPossibleTally(tally))
    throw cxError('CX_INVALID_TALLY', 'readTally: tally', 'one that rows can have made', tally);
  measure.mergeTallies(fresh, tally as Tally);
  return fresh;
}
