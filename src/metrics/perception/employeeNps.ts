import type { Score } from '../../core/field.js';
import type { ScoreArguments, ScoreInput } from '../../measures/input.js';
import type { ScaleMeasure } from '../../measures/ratioMeasure.js';
import { computeScale, measureScale } from '../../measures/scaleMetric.js';
import { npsMetric, type NpsCounts, type NpsOptions, type NpsResult } from './npsScore.js';

const EMPLOYEE_NPS = /* @__PURE__ */ npsMetric('employee-nps');

/**
 * Computes the employee NPS (eNPS): the Net Promoter arithmetic on the answers of a company's own people.
 *
 * Use it for the question whether employees would recommend the company as a place to work. It is no customer metric and is never pooled with one.
 *
 * @remarks
 * The sample policy for business customers does not apply. Missing and off-scale answers, interval and the other warnings are
 * those of {@link computeNps}.
 * Source: Reichheld (2003), Harvard Business Review 81(12), 46-54.
 *
 * @param input - Plain answers 0..10 (any iterable, array or typed array), rows, a column table, or `{ counts }`.
 * @param options - For rows, where the `score` is; weight, confidence, interval method, population and sample policy.
 * @returns The score in points, -100..100, with interval, classes, exclusions and warnings; `value: null` without answers.
 * @throws RangeError or TypeError with code `CX_OFF_SCALE` (an answer such as 11, 8.5 or "9"), `CX_INVALID_OPTION`,
 * `CX_INVALID_COUNTS`, `CX_INVALID_WEIGHT`, `CX_POPULATION_TOO_SMALL` or `CX_INVALID_INPUT`.
 * @example
 * ```ts
 * import { computeEmployeeNps } from 'cx-scoring';
 *
 * computeEmployeeNps([10, 9, 8, 6]).definition.id; // => 'employee-nps'
 * ```
 */
export function computeEmployeeNps<Row = never>(
  input: ScoreInput<Row, NpsCounts>,
  ...[options]: ScoreArguments<Row, NpsOptions>
): NpsResult<'employee-nps'> {
  return computeScale('computeEmployeeNps', EMPLOYEE_NPS, input, options);
}

/**
 * Makes the measure behind {@link computeEmployeeNps}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it where rows do not arrive in one piece: streams, segments, nightly partial counts.
 *
 * @param options - The same options as {@link computeEmployeeNps}; for rows, `score` is required.
 * @returns A measure over rows, or over plain answers when no `score` is named.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, employeeNpsMeasure } from 'cx-scoring';
 *
 * computeMeasure([10, 10, 8, 6], employeeNpsMeasure()).value; // => 25
 * ```
 */
export function employeeNpsMeasure<Row = Score>(
  ...[options]: ScoreArguments<Row, NpsOptions>
): ScaleMeasure<Row, NpsResult<'employee-nps'>> {
  return measureScale('employeeNpsMeasure', EMPLOYEE_NPS, options);
}
