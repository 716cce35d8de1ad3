import { DDSketch } from '@datadog/sketches-js';
import { quantileSorted as d3QuantileSorted, quantile as d3Quantile } from 'd3-array';
import jstat from 'jstat';
import { quantile as simpleQuantile } from 'simple-statistics';
import {
  addToQuantileSketch,
  createQuantileSketch,
  mergeQuantileSketches,
  quantileSketch,
  quantiles,
  sketchQuantile,
} from '../../../dist/statistics/index.js';
import { drawDurations } from '../draws.mjs';
import { race } from '../race.mjs';
import { atLeast, atMost, figure } from '../report.mjs';

const SHARES = [0.5, 0.9, 0.95];
const PARTS = 64;

function sortTyped(values) {
  const sorted = Float64Array.from(values).sort();
  return SHARES.map((p) => d3QuantileSorted(sorted, p));
}

function sortPlain(values) {
  const sorted = values.slice().sort((a, b) => a - b);
  return SHARES.map((p) => d3QuantileSorted(sorted, p));
}

const readSketch = (sketch) => SHARES.map((p) => sketchQuantile(sketch, p));
const readDdSketch = (sketch) => SHARES.map((p) => sketch.getValueAtQuantile(p));

function addOneByOne(values) {
  const sketch = createQuantileSketch();
  for (let i = 0; i < values.length; i++) addToQuantileSketch(sketch, values[i]);
  return sketch;
}

function ddSketch(values) {
  const sketch = new DDSketch({ relativeAccuracy: 0.01 });
  for (let i = 0; i < values.length; i++) sketch.accept(values[i]);
  return sketch;
}

function mergeAll(sketches) {
  const all = createQuantileSketch();
  for (const sketch of sketches) mergeQuantileSketches(all, sketch);
  return all;
}

function mergeAllDd(sketches) {
  const all = new DDSketch({ relativeAccuracy: 0.01 });
  for (const sketch of sketches) all.merge(sketch);
  return all;
}

export async function table(size) {
  const values = drawDurations(size);
  const plain = Array.from(values);
  const exact = sortTyped(values);
  const largestError = (found) => Math.max(...found.map((value, k) => Math.abs(value / exact[k] - 1)));
  const parts = Array.from({ length: PARTS }, (_, k) =>
    values.slice(Math.floor((k * size) / PARTS), Math.floor(((k + 1) * size) / PARTS)),
  );
  const own = parts.map(quantileSketch);
  const others = parts.map(ddSketch);
  const cases = [
    { name: 'quantiles, `Float64Array`', run: () => quantiles(values, SHARES) },
    { name: 'quantiles, `number[]`', run: () => quantiles(plain, SHARES) },
    { name: '`Float64Array` copied and sorted', run: () => sortTyped(values), rounds: 7 },
    { name: '`number[]` sorted with a comparator', run: () => sortPlain(plain), rounds: 3 },
    { name: 'd3 `quantile` three times', run: () => SHARES.map((p) => d3Quantile(values, p)), rounds: 3 },
    { name: 'jStat `quantiles`', run: () => jstat.jStat.quantiles(plain, SHARES, 1, 1), rounds: 3 },
    { name: 'simple-statistics `quantile`', run: () => simpleQuantile(plain, SHARES) },
    { name: 'quantileSketch and three quantiles', run: () => readSketch(quantileSketch(values)), tolerance: 0.004 },
    { name: 'addToQuantileSketch, a call each', run: () => readSketch(addOneByOne(values)), tolerance: 0.004 },
    { name: 'DDSketch of 1 %, a call each', run: () => readDdSketch(ddSketch(values)), tolerance: 0.01 },
    {
      name: `mergeQuantileSketches, ${PARTS} parts`,
      run: () => readSketch(mergeAll(own)),
      tolerance: 0.004,
      repeat: 10,
    },
    {
      name: `DDSketch \`merge\`, ${PARTS} parts`,
      run: () => readDdSketch(mergeAllDd(others)),
      tolerance: 0.01,
      repeat: 10,
    },
  ];
  const timed = await race(cases.map((entry) => ({ read: largestError, expected: 0, ...entry })));
  const base = '`Float64Array` copied and sorted';
  const whole = JSON.stringify(quantileSketch(values));
  const differing = Number(JSON.stringify(mergeAll(own)) !== whole);
  return {
    title: `Median, 90th and 95th percentile of ${size.toLocaleString('en')} durations`,
    columns: ['way', 'ms', `x of ${base}`, 'largest error'],
    rows: cases.map(({ name, run }) => {
      const error = largestError(run());
      return [
        name,
        figure(timed.best(name)),
        figure(timed.ratio(name, base)),
        error === 0 ? '0' : `${(100 * error).toPrecision(1)} %`,
      ];
    }),
    goals: [
      atMost(10, 'quantiles / typed copy and sort', timed.ratio('quantiles, `Float64Array`', base), 0.1),
      atLeast(
        10,
        'DDSketch / quantileSketch, both with three quantiles',
        timed.ratio('DDSketch of 1 %, a call each', 'quantileSketch and three quantiles'),
        8,
      ),
      atMost(10, 'largest error of quantileSketch', 100 * largestError(readSketch(quantileSketch(values))), 0.4, ' %'),
      atMost(10, `of ${PARTS} parts merged, sketches that differ from that of the whole`, differing, 0, ''),
    ],
  };
}
