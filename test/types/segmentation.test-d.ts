// The keys of segments are inferred from the rows, and mistakes land where they were made.
import { expectTypeOf } from 'vitest';
import { clusterBy } from '../../src/measures/clusterBy.js';
import { toColumnTable } from '../../src/measures/columns.js';
import { toDictionaryColumn } from '../../src/measures/dictionaryColumn.js';
import type { Measure } from '../../src/measures/measure.js';
import { npsMeasure } from '../../src/metrics/perception/nps.js';
import type { NpsResult } from '../../src/metrics/perception/npsScore.js';
import { compareSegments } from '../../src/segmentation/compareSegments.js';
import { shownSegments, type SuppressionReason } from '../../src/segmentation/protectedSegment.js';
import { segmentBy } from '../../src/segmentation/segmentBy.js';
import { tallyBy } from '../../src/segmentation/tallyBy.js';
import { tallyCountsBy } from '../../src/segmentation/tallyCountsBy.js';
import { toSegments } from '../../src/segmentation/toSegments.js';

interface Row {
  readonly sector: 'retail' | 'energy' | '';
  readonly country?: string;
  readonly score: number | null;
  readonly revenue: number;
  readonly at: Date;
  readonly account: string;
}
declare const rows: readonly Row[];
const measure = npsMeasure<Row>({ score: 'score' });

// Names of fields: the type of the row, and null.
const named = tallyBy(rows, { measure, dimensions: ['sector', 'country'] });
expectTypeOf(named.keys).toEqualTypeOf<
  { readonly sector: 'retail' | 'energy' | null; readonly country: string | null }[]
>();
expectTypeOf(named.dimensions).toEqualTypeOf<readonly ('sector' | 'country')[]>();

// A record of fields and functions, whose rows need no annotation.
const computed = tallyBy(rows, {
  measure: npsMeasure({ score: 'score' }),
  dimensions: { kind: 'sector', large: (row) => row.revenue > 1e6 },
});
expectTypeOf(computed.keys).toEqualTypeOf<
  { readonly kind: 'retail' | 'energy' | null; readonly large: boolean | null }[]
>();

// Results keep their type; a cube may lack any dimension; a roll-up has its own only.
const [segment] = segmentBy(rows, { measure, dimensions: ['sector'] });
expectTypeOf(segment!.result).toEqualTypeOf<NpsResult>();
expectTypeOf(segment!.key.sector).toEqualTypeOf<'retail' | 'energy' | null>();
const [cell] = segmentBy(rows, { measure, dimensions: ['sector'], cube: true });
expectTypeOf(cell!.key.sector).toEqualTypeOf<'retail' | 'energy' | null | undefined>();
const [rolled] = toSegments(named, measure, { dimensions: ['country'] });
expectTypeOf(rolled!.key).toEqualTypeOf<
  Pick<{ readonly sector: 'retail' | 'energy' | null; readonly country: string | null }, 'country'>
>();

// A minimum gives protected segments, the keys as they were; a minimum that may be missing gives either.
const [shown] = segmentBy(rows, { measure, dimensions: ['sector'], minimum: 5 });
expectTypeOf(shown!.result).toEqualTypeOf<NpsResult | null>();
expectTypeOf(shown!.suppressed).toEqualTypeOf<SuppressionReason | null>();
expectTypeOf(shown!.key.sector).toEqualTypeOf<'retail' | 'energy' | null>();
expectTypeOf(shownSegments([shown!])[0]!.result).toEqualTypeOf<NpsResult>();
const [shownCell] = segmentBy(rows, {
  measure,
  dimensions: { kind: 'sector', big: (row) => row.revenue > 1 },
  cube: true,
  minimum: 5,
});
expectTypeOf(shownCell!.key.kind).toEqualTypeOf<'retail' | 'energy' | null | undefined>();
expectTypeOf(shownCell!.comments).toEqualTypeOf<boolean>();
const [plain] = segmentBy(rows, { measure, dimensions: ['sector'], minimum: undefined });
expectTypeOf(plain!.result).toEqualTypeOf<NpsResult>();
declare const floor: number | undefined;
const [either] = segmentBy(rows, { measure, dimensions: ['sector'], minimum: floor });
expectTypeOf(either!.result).toEqualTypeOf<NpsResult | null>();

// Columns and counted rows.
const table = toColumnTable({
  zone: toDictionaryColumn(Uint8Array.of(0), ['north', 'south', null]),
  q1: Uint8Array.of(9),
});
expectTypeOf(
  segmentBy(table, { measure: npsMeasure({ score: 'q1' }), dimensions: ['zone'] })[0]!.key.zone,
).toEqualTypeOf<'north' | 'south' | null>();
const counted = tallyCountsBy([{ zone: 'north', score: 9, n: 3 }], {
  measure: npsMeasure(),
  dimensions: ['zone'],
  score: 'score',
  count: 'n',
});
expectTypeOf(counted.keys[0]!.zone).toEqualTypeOf<string | null>();

// Comparisons know the keys and the metric.
const compared = compareSegments(
  tallyBy(rows, { measure: clusterBy(measure, 'account'), dimensions: ['sector', 'country'] }),
  clusterBy(measure, 'account'),
);
expectTypeOf(compared.definition.id).toEqualTypeOf<'nps'>();
expectTypeOf(compared.comparisons[0]!.key.country).toEqualTypeOf<string | null>();

// @ts-expect-error a date is no segment
tallyBy(rows, { measure, dimensions: ['at'] });
// @ts-expect-error no such field
tallyBy(rows, { measure, dimensions: ['zone'] });
// @ts-expect-error the measure reads no such field of these rows
tallyBy(rows, { measure: npsMeasure({ score: 'sector' }), dimensions: ['sector'] });
// @ts-expect-error not a dimension of the tally
toSegments(named, measure, { dimensions: ['score'] });
// @ts-expect-error a segment of another kind
compareSegments(named, measure, { against: { segment: { sector: 'mining', country: 'FR' } } });
declare const textMeasure: Measure<Row, { count: number }, string>;
segmentBy(rows, { measure: textMeasure, dimensions: ['sector'] });
// @ts-expect-error what has no sample size cannot be protected
segmentBy(rows, { measure: textMeasure, dimensions: ['sector'], minimum: 5 });
