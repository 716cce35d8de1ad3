// Columns: data that already lies in typed arrays is counted where it lies, without a copy.
import { computeCsat, computeNps, npsMeasure, tallyRows, toColumnTable } from 'cx-scoring';

// A million answers of a scale from 0 to 10, as an Arrow or Parquet reader hands them over.
const recommend = new Uint8Array(1_000_000).map((_, index) => (index * 7) % 11);
const satisfied = new Uint8Array(1_000_000).map((_, index) => 1 + ((index * 3) % 5));
const table = toColumnTable({ recommend, satisfied });
console.log('Rows:', table.length);

const nps = computeNps(table, { score: 'recommend' });
console.log('NPS:', nps.value?.toFixed(4), 'from', nps.promoters, 'promoters and', nps.detractors, 'detractors');
console.log('CSAT:', computeCsat(table, { score: 'satisfied' }).value);

// A plain column needs no table, and the table is also an iterable of rows.
console.log('The column alone:', computeNps(recommend).value === nps.value);
const [first] = table;
console.log('The first row:', first);

// The counts behind it: one per point of the scale, then missing, off scale, and two that only weights use.
console.log('Counts:', tallyRows(recommend, npsMeasure()).counts.join(' '));
