// Segments: which zones really differ from the others, what small samples could not have shown, and what the mix does to a total.
import {
  compareSegments,
  decomposeChange,
  formatComparison,
  formatValue,
  npsMeasure,
  protectSegments,
  rankSegments,
  tallyCountsBy,
  toSegments,
} from 'cx-scoring';

// What `GROUP BY zone, score` returns.
const counted = [
  ...Object.entries({ east: [9, 10, 11], north: [40, 62, 98], south: [58, 60, 62], west: [30, 40, 60] }),
].flatMap(([zone, counts]) => counts.map((answers, at) => ({ zone, score: [3, 8, 10][at] ?? null, answers })));

const measure = npsMeasure();
const tally = tallyCountsBy(counted, { measure, dimensions: ['zone'], score: 'score', count: 'answers' });
for (const { key, result } of toSegments(tally, measure)) {
  console.log(
    String(key.zone).padEnd(5),
    formatValue(result.value, result.definition),
    `(${result.sampleSize} answers)`,
  );
}

// Each zone against the rest; the verdict knows that four comparisons were made.
const { omnibus, tested, comparisons } = compareSegments(tally, measure, { margin: 10 });
console.log(`All alike? p = ${omnibus[0]?.pValue?.toFixed(4) ?? 'unknown'}; ${tested} comparisons`);
for (const { key, comparison, adjustedPValue, minimumDetectableDifference, verdict, equivalence } of comparisons) {
  // The comparison with its adjusted figures: on its own it knows nothing of the others.
  const adjusted = { ...comparison, pValue: adjustedPValue, minimumDetectableDifference, verdict };
  console.log(formatComparison(adjusted, { name: `${key.zone ?? 'unknown'} against the rest, adjusted` }));
  console.log(`  within 10 points: ${equivalence?.verdict ?? 'unknown'}`);
}

// A rank is an estimate as well.
for (const { key, rank, rankInterval } of rankSegments(toSegments(tally, measure)).segments) {
  console.log(`${key.zone ?? 'unknown'}: rank ${rank ?? '–'}, truly ${rankInterval.lower} to ${rankInterval.upper}`);
}

// Where respondents must not be recognised: the smallest goes, and another one with it.
for (const { key, suppressed } of protectSegments(tally, measure, { minimum: 31 })) {
  console.log(`${key.zone ?? 'all zones'}: ${suppressed ?? 'shown'}`);
}

// A year later every zone has risen, and the whole has fallen: more answers came from the south.
const later = Object.entries({ east: [9, 10, 12], north: [19, 30, 51], south: [150, 160, 190], west: [14, 20, 31] });
const after = tallyCountsBy(
  later.flatMap(([zone, counts]) => counts.map((answers, at) => ({ zone, score: [3, 8, 10][at] ?? null, answers }))),
  { measure, dimensions: ['zone'], score: 'score', count: 'answers' },
);
const { before: first, after: second, mix, rate, reversal } = decomposeChange(tally, after, { measure });
const [from, to, byMix, byRate] = [first, second, mix.value, rate.value].map((value) => (value ?? NaN).toFixed(1));
console.log(`${from ?? ''} to ${to ?? ''}: mix ${byMix ?? ''}, rate ${byRate ?? ''}, ${reversal ?? 'no reversal'}`);
