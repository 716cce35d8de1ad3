// Measures infer their rows once, and hold the data to them.
import { expectTypeOf } from 'vitest';
import {
  comparePairs,
  compareResults,
  compareTallies,
  computeMeasure,
  computeNps,
  csatMeasure,
  defineComposite,
  defineMean,
  defineProportion,
  defineScale,
  dsiMeasure,
  npsMeasure,
  readTally,
  storeTally,
  tallyRows,
  type IntervalResult,
  type Measure,
  type NpsResult,
  type ScaleMeasure,
  type ScaleTally,
  type Score,
  type ScoreExclusion,
  type ValueExclusion,
} from 'cx-scoring';

interface Answer {
  readonly q1: number | null;
  readonly ok: boolean | null;
  readonly revenue: number;
  readonly name: string;
}
declare const rows: readonly Answer[];

/* Over plain answers. */
const plain = npsMeasure();
expectTypeOf(plain).toEqualTypeOf<ScaleMeasure<Score, NpsResult>>();
expectTypeOf(plain).toExtend<Measure<Score, ScaleTally, NpsResult>>();
expectTypeOf<ReturnType<typeof plain.createTally>>().toEqualTypeOf<ScaleTally>();
const fromPlain = computeMeasure([10, 9, null], plain, { confidence: 0.9 });
expectTypeOf(fromPlain).toEqualTypeOf<NpsResult>();
computeMeasure({ counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4] }, plain);
plain.toResult(tallyRows(Uint8Array.of(10, 9), plain));

/* Over rows: one type parameter, and the data is held to it. */
const named = npsMeasure<Answer>({ score: 'q1', weight: 'revenue' });
computeMeasure(rows, named);
computeMeasure(rows.values(), named);
named.addRow(named.createTally(), { q1: 9, ok: null, revenue: 1, name: '' }, 0);
const stored: ScaleTally = readTally(named, storeTally(named, tallyRows(rows, named)));
compareTallies(named, stored, stored, { confidence: 0.9 });

/* Measures of one's own infer from the accessor, and keep their id. */
const onTime = defineProportion({ id: 'on-time', success: (row: Answer) => row.ok });
const share = computeMeasure(rows, onTime);
expectTypeOf(share.definition.id).toEqualTypeOf<'on-time'>();
expectTypeOf(share.successes).toEqualTypeOf<number>();
const mean = defineMean({ id: 'revenue', value: (row: Answer) => row.revenue });
expectTypeOf(mean.toResult(mean.createTally())).toEqualTypeOf<IntervalResult<'revenue', ValueExclusion>>();
const trust = defineScale({ id: 'trust', minimum: 1, maximum: 5, statistic: 'mean' });
expectTypeOf<ReturnType<typeof trust.toResult>>().toEqualTypeOf<IntervalResult<'trust', ScoreExclusion>>();
computeMeasure([5, 4, null], trust);
defineScale<Answer>({ id: 'trust', minimum: 1, maximum: 5, statistic: 'share', from: 4, score: 'q1' });
defineProportion<Answer>({ id: 'ok', success: 'ok', weight: 'revenue' });
defineComposite<Answer>({ id: 'c', items: [{ id: 'a', score: 'q1', weight: 1, minimum: 1, maximum: 5 }] });

/* A function over any measure. */
function twice<Row, Tally, Result>(given: readonly Row[], measure: Measure<Row, Tally, Result>): Result {
  return computeMeasure([...given, ...given], measure);
}
const again = twice(rows, named);
expectTypeOf(again).toEqualTypeOf<NpsResult>();

/* Pairs. */
interface Pair {
  readonly before: number | null;
  readonly after: number | null;
  readonly name: string;
}
declare const pairs: readonly Pair[];
const change = comparePairs(pairs, { measure: plain, first: 'after', second: (row) => row.before });
expectTypeOf(change.definition.id).toEqualTypeOf<'nps'>();

/* What must not compile. */

// @ts-expect-error rows of another kind
computeMeasure([{ q: 9 }], named);
// @ts-expect-error plain answers are no rows
computeMeasure([10, 9], named);
// @ts-expect-error rows are no plain answers
computeMeasure(rows, plain);
// @ts-expect-error no such field
npsMeasure<Answer>({ score: 'q2' });
// @ts-expect-error rows need a score
npsMeasure<Answer>();
// @ts-expect-error text is no weight
npsMeasure<Answer>({ score: 'q1', weight: 'name' });
// @ts-expect-error a success is true or false
defineProportion<Answer>({ id: 'x', success: 'q1' });
// @ts-expect-error a value is a number
defineMean<Answer>({ id: 'x', value: 'name' });
// @ts-expect-error a measure has an id
defineMean<Answer>({ value: 'revenue' });
// @ts-expect-error no such statistic
defineScale({ id: 'x', minimum: 1, maximum: 5, statistic: 'median' });
// @ts-expect-error an item has a scale
defineComposite<Answer>({ id: 'c', items: [{ id: 'a', score: 'q1', weight: 1 }] });
// @ts-expect-error no such field in an item of a dimension
dsiMeasure<Answer>({ dimensions: [{ id: 'd', weight: 1, items: [{ id: 'a', score: 'q2' }] }] });
// @ts-expect-error a tally of another kind
mean.toResult(named.createTally());
// @ts-expect-error a tally of one measure is not merged into that of another
named.mergeTallies(named.createTally(), mean.createTally());
// @ts-expect-error two metrics of one's own
compareResults(share, computeMeasure(rows, mean));
// @ts-expect-error a metric of one's own and one of the library's
compareResults(share, computeNps([9]));
// @ts-expect-error text is no answer
comparePairs(pairs, { measure: plain, first: 'name', second: 'before' });
// @ts-expect-error pairs are compared by a measure over plain answers
comparePairs(pairs, { measure: csatMeasure<Answer>({ score: 'q1' }), first: 'after', second: 'before' });
// @ts-expect-error a definition is read, not changed
named.definition.id = 'x';

export { share };
