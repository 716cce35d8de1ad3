// What a newcomer writes must infer without annotations, and what is wrong must not compile.
import { expectTypeOf } from 'vitest';
import {
  CES_1,
  clopperPearson,
  compareResults,
  computeCes,
  computeCesNet,
  computeCsat,
  computeCsatNet,
  computeDsi,
  computeEmployeeNps,
  computeNetSentiment,
  computeNps,
  computePartnerNps,
  computeReviewRating,
  computeSatisfactionIndex,
  CSAT_TEN_POINT,
  npsBootstrap,
  npsT,
  toColumnTable,
  type Comparison,
  type CsatId,
  type Interval,
  type MetricResult,
  type NpsResult,
  type Warning,
} from 'cx-scoring';

interface Answer {
  readonly q1: number | null;
  readonly optional?: number | undefined;
  readonly revenue: number;
  readonly name: string;
}
declare const rows: readonly Answer[];
declare function stream(): Generator<Answer, void>;
const untyped = JSON.parse('[]');

/* Plain values, whatever they come in. */
const plain = computeNps([10, 9, 8, null, undefined]);
expectTypeOf(plain).toEqualTypeOf<NpsResult>();
computeNps([]);
computeNps([10, 9], {});
computeNps([10, 9], { confidence: 0.9, population: 180, offScale: 'exclude', samplePolicy: null });
computeNps(Uint8Array.of(10, 9));
computeNps(new Set([10, 9]));
computeNps([10, 9].values());
computeNps([10, 9], { weight: (score, index) => score * index });
computeNps([10, 9], undefined);

/* Rows: by name, by function whose row is known, from arrays, generators and columns. */
computeNps(rows, { score: 'q1' });
computeNps(rows, { score: 'optional' });
computeNps(rows, { score: (row) => row.q1, weight: (row) => row.revenue });
computeNps(rows, { score: (row, index) => (index > 0 ? row.q1 : null), weight: 'revenue' });
computeNps(stream(), { score: 'q1' });
computeNps([{ q: 9 }, { q: null }], { score: 'q' });
const table = toColumnTable({ q1: Uint8Array.of(10, 9), revenue: [1, 2], country: ['FR', 'DE'] });
computeNps(table, { score: 'q1', weight: 'revenue' });
computeNps(table, { score: (row) => row.q1 });
computeNps(untyped);
computeNps(untyped, { score: 'anything' });

/* Counts, in an array or by class. */
computeNps({ counts: [0, 0, 0, 0, 0, 0, 1, 0, 1, 1, 1] });
computeNps({ counts: { promoters: 2, passives: 1, detractors: 1 }, missing: 3 });
computeNps({ counts: new Uint32Array(11) }, { interval: 'score' });
computeCsat({ counts: { satisfied: 3, unsatisfied: 1 } });
computeCsatNet({ counts: { satisfied: 3, neutral: 1, dissatisfied: 1 } });
computeCesNet({ counts: { easy: 3, neutral: 1, hard: 1 } }, { version: CES_1 });
computeNetSentiment({ counts: { positive: 3, neutral: 1, negative: 1 } });

/* Interval methods of the statistic. */
computeNps([10], { interval: npsT() });
computeNps([10], { interval: npsBootstrap({ type: 'bca' }) });
computeCsat([5], { interval: clopperPearson(), scale: CSAT_TEN_POINT });

/* Results say what they are. */
expectTypeOf(plain.value).toEqualTypeOf<number | null>();
expectTypeOf(plain.interval).toEqualTypeOf<Interval | null>();
expectTypeOf(plain.promoters).toEqualTypeOf<number>();
expectTypeOf(plain.excluded.missingWeight).toEqualTypeOf<number>();
expectTypeOf(plain.warnings).toEqualTypeOf<readonly Warning[]>();
expectTypeOf(plain.definition.id).toEqualTypeOf<'nps'>();
const partners = computePartnerNps(rows, { score: 'q1' });
expectTypeOf(partners.definition.id).toEqualTypeOf<'partner-nps'>();
const csat = computeCsat(rows, { score: 'q1' });
expectTypeOf(csat.definition.id).toEqualTypeOf<CsatId>();
const effort = computeCes(rows, { score: 'q1' });
expectTypeOf(effort.definition.id).toEqualTypeOf<'ces' | 'ces-2' | 'ces-1'>();
const lower: number | undefined = plain.interval?.lower;
const asResult: MetricResult = plain;

/* Comparisons of one metric. */
const comparison = compareResults(plain, computeNps([3]));
expectTypeOf(comparison).toEqualTypeOf<Comparison<'nps'>>();
compareResults(csat, computeCsat([5]), { confidence: 0.9 });

/* Composites and reviews: fields of the row are known in every item. */
computeSatisfactionIndex(rows, {
  items: [
    { id: 'overall', score: 'q1' },
    { id: 'other', score: (row) => row.revenue, weight: 2 },
  ],
});
computeDsi(rows, {
  dimensions: [{ id: 'd', weight: 1, items: [{ id: 'a', score: 'q1', maximum: 5 }] }],
  weight: 'revenue',
});
computeReviewRating([{ stars: 5, answered: true }], {
  score: 'stars',
  replied: 'answered',
  prior: { rating: 4, reviews: 5 },
});
computeNetSentiment(['positive', 'negative', null]);
computeNetSentiment([{ tone: 'positive' as const }], { sentiment: 'tone' });

/* What must not compile. */

// @ts-expect-error rows need to be told where the score is
computeNps(rows);
// @ts-expect-error an option without the score is not enough for rows
computeNps(rows, { confidence: 0.9 });
// @ts-expect-error no such field
computeNps(rows, { score: 'q2' });
// @ts-expect-error text is no score
computeNps(rows, { score: 'name' });
// @ts-expect-error nor is a function that gives text
computeNps(rows, { score: (row) => row.name });
// @ts-expect-error text is no weight
computeNps(rows, { score: 'q1', weight: 'name' });
// @ts-expect-error a column of text is no score
computeNps(table, { score: 'country' });
// @ts-expect-error answers in text are not coerced
computeNps(['10', '9']);
// @ts-expect-error text is not data, though it can be iterated
computeNps('10');
// @ts-expect-error nor is nothing
computeNps(null);
// @ts-expect-error a class is missing
computeNps({ counts: { promoters: 2, passives: 1 } });
// @ts-expect-error classes of another metric
computeNps({ counts: { satisfied: 2, unsatisfied: 1 } });
// @ts-expect-error a mean cannot be made of classes
computeCes({ counts: { easy: 2, neutral: 1, hard: 1 } });
// @ts-expect-error plain values have no fields
computeNps([10, 9], { score: 'q1' });
// @ts-expect-error no such option
computeNps([10, 9], { confidense: 0.9 });
// @ts-expect-error confidence is a number
computeNps([10, 9], { confidence: '95%' });
// @ts-expect-error null is not a default
computeNps([10, 9], { confidence: null });
// @ts-expect-error no such interval of a net score
computeNps([10, 9], { interval: 'wilson' });
// @ts-expect-error a method is called: npsT()
computeNps([10, 9], { interval: npsT });
// @ts-expect-error an interval of shares
computeNps([10, 9], { interval: clopperPearson() });
// @ts-expect-error an interval of net scores
computeCsat([5, 4], { interval: npsT() });
// @ts-expect-error a mean has Student's interval alone
computeCes([5, 4], { interval: 'wald' });
// @ts-expect-error no such policy
computeNps([10, 9], { offScale: 'skip' });
// @ts-expect-error a version is one of the three constants
computeCes([5], { version: 'ces-1' });
// @ts-expect-error a sentiment is one of four words
computeNetSentiment([{ tone: 'angry' as const }], { sentiment: 'tone' });
// @ts-expect-error a reply is true or false
computeReviewRating([{ stars: 5, answered: 'yes' }], { score: 'stars', replied: 'answered' });
// @ts-expect-error no such field in an item
computeSatisfactionIndex(rows, { items: [{ id: 'overall', score: 'q2' }] });
// @ts-expect-error a dimension has a weight
computeDsi(rows, { dimensions: [{ id: 'd', items: [] }] });
// @ts-expect-error an NPS is not compared with a CSAT
compareResults(plain, csat);
// @ts-expect-error nor with the score of partners
compareResults(plain, partners);
// @ts-expect-error nor with that of employees
compareResults(computeEmployeeNps([9]), plain);
// @ts-expect-error nor are their warnings
plain.warnings.push({ code: 'no-data' });
// @ts-expect-error a value may be unknown
const surely: number = plain.value;
// @ts-expect-error results are read, not changed
plain.value = 100;

export { asResult, lower, surely };
