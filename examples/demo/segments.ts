import {
  SEGMENT_DIMENSIONS,
  cesMeasure,
  clusterBy,
  compareSegments,
  csatMeasure,
  findMetric,
  formatValue,
  npsMeasure,
  tallyBy,
  toSegments,
  type MetricResult,
  type RatioMeasure,
  type SegmentDimensionId,
} from 'cx-scoring';
import type { Answer } from './answers.js';
import type { Locale } from './arguments.js';
import { heading, table, wrap } from './layout.js';
import { SEGMENT_WORDS } from './segmentWords.js';

const reading = { score: 'value', offScale: 'exclude' } as const;
/** Fewer accounts than these cannot show how much accounts differ. */
const FEWEST_ACCOUNTS = 5;

/** One metric cut by one dimension within each country: a row for each segment that stands out, and how many there were. */
interface ComparedCut {
  readonly metric: string;
  readonly dimension: string;
  readonly tested: number;
  /** Differences that would count if each comparison were the only one. */
  readonly unadjusted: number;
  readonly tooFew: number;
  readonly rows: readonly (readonly string[])[];
}

function compareCut<Tally, Result extends MetricResult>(
  answers: readonly Answer[],
  measure: RatioMeasure<Answer, Tally, Result>,
  dimension: 'journeyStage' | 'touchpoint' | 'sector',
  id: SegmentDimensionId,
  locale: Locale,
): ComparedCut {
  const { values, missing } = SEGMENT_WORDS[locale];
  const clustered = clusterBy(measure, 'accountId');
  const own = answers.filter(({ metric }) => metric === measure.definition.id);
  const all = tallyBy(own, { measure: clustered, dimensions: ['country', dimension] });
  const segments = toSegments(all, clustered);
  const isKept = segments.map(({ result }) => result.accounts >= FEWEST_ACCOUNTS);
  const tally = {
    dimensions: all.dimensions,
    keys: all.keys.filter((_, at) => isKept[at]),
    tallies: all.tallies.filter((_, at) => isKept[at]),
  };
  const { tested, comparisons } = compareSegments(tally, clustered);
  const kept = segments.filter((_, at) => isKept[at]);
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const { definition } = measure;
  const digits = definition.unit === 'score' ? 2 : 1;
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'exceptZero' } as const;
  const signed = new Intl.NumberFormat(locale, format);
  const rows = comparisons.flatMap(({ key, comparison, adjustedPValue, verdict }, at) => {
    const { difference } = comparison;
    const result = kept[at]?.result;
    if (result === undefined || difference === null || adjustedPValue === null) return [];
    if (verdict !== 'higher' && verdict !== 'lower') return [];
    const part = key[dimension] ?? '';
    const size = signed.format(definition.unit === 'share' ? 100 * difference : difference).replace('-', '−');
    return [
      [
        `  ${countries.of(key.country ?? '') ?? ''}, ${part === '' ? missing : (values[part] ?? part)}`,
        result.sampleSize.toLocaleString(locale),
        formatValue(result.value, { ...definition, range: null }, { locale, digits }),
        `${size}${definition.unit === 'score' ? '' : ' points'}`,
        adjustedPValue < 0.001 ? `< ${(0.001).toLocaleString(locale)}` : formatP(adjustedPValue, locale),
      ],
    ];
  });
  return {
    metric: findMetric(definition.id)?.names[locale] ?? '',
    dimension: SEGMENT_DIMENSIONS.find((own) => own.id === id)?.names[locale] ?? '',
    tested,
    unadjusted: comparisons.filter(({ comparison: { verdict } }) => verdict === 'higher' || verdict === 'lower').length,
    tooFew: segments.length - kept.length,
    rows,
  };
}

function formatP(pValue: number, locale: Locale): string {
  return pValue.toLocaleString(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
}

/** Writes the segments that differ from the rest of their country, and how many were compared to find them. */
export function segmentLines(
  answers: readonly Answer[],
  quarters: readonly string[],
  locale: Locale,
  isTerminal: boolean,
): string[] {
  const words = SEGMENT_WORDS[locale];
  const count = (number: number): string => number.toLocaleString(locale);
  const recent = answers.filter(({ quarter }) => quarters.includes(quarter));
  const cuts = [
    compareCut(recent, csatMeasure<Answer>(reading), 'journeyStage', 'journey-stage', locale),
    compareCut(recent, cesMeasure<Answer>(reading), 'touchpoint', 'touchpoint', locale),
    compareCut(recent, npsMeasure<Answer>(reading), 'sector', 'sector', locale),
  ];
  // One table, so that the columns of the cuts stand below each other.
  const [head = '', ...lines] = table([words.columns, ...cuts.flatMap(({ rows }) => rows)]);
  let at = 0;
  const sum = (numberOf: (cut: ComparedCut) => number): string =>
    count(cuts.reduce((total, cut) => total + numberOf(cut), 0));
  return [
    heading(words.title(quarters[0] ?? '', quarters[quarters.length - 1] ?? ''), isTerminal),
    ...wrap('', words.method),
    '',
    head,
    ...cuts.flatMap(({ metric, dimension, tested, tooFew, rows }) => [
      ...wrap('', words.cut(metric, dimension, count(tested), count(rows.length), count(tooFew))),
      ...(rows.length === 0 ? [`  ${words.none}`] : rows.map(() => lines[at++] ?? '')),
    ]),
    '',
    ...wrap(
      '',
      words.inAll(
        sum(({ tested }) => tested),
        sum(({ rows }) => rows.length),
        sum(({ unadjusted }) => unadjusted),
      ),
    ),
  ];
}
