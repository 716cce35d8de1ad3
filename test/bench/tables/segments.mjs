// Scores cut by 12 sectors x 8 countries x 4 tiers: 384 leaves, 585 cells with all marginals.
import { DuckDBDataChunk, DuckDBInstance, UTINYINT, VARCHAR } from '@duckdb/node-api';
import * as aq from 'arquero';
import { rollup } from 'd3-array';
import lodash from 'lodash';
import { createRandom, npsMeasure, toColumnTable, toDictionaryColumn } from '../../../dist/index.js';
import { segmentBy, tallyBy, tallyCountsBy, toSegments } from '../../../dist/segmentation/index.js';
import { drawAnswers } from '../answers.mjs';
import { race, startClock } from '../race.mjs';
import { atLeast, atMost, figure } from '../report.mjs';

export const DIMENSIONS = ['sector', 'country', 'tier'];
const VALUES = [
  [
    'building',
    'chemicals',
    'construction',
    'education',
    'energy',
    'food',
    'health',
    'hotels',
    'industry',
    'public',
    'retail',
    'transport',
  ],
  ['BE', 'CH', 'DE', 'ES', 'FR', 'GB', 'IT', 'PT'],
  ['bronze', 'gold', 'platinum', 'silver'],
];
const SUBSETS = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => DIMENSIONS.filter((_, at) => bits & (1 << at)));
export const measure = npsMeasure({ score: 'score' });

const npsOfRows = (rows) =>
  (100 * (rows.filter(({ score }) => score >= 9).length - rows.filter(({ score }) => score <= 6).length)) / rows.length;

/** The number that all ways must agree on: the sum over all cells of NPS times a weight of its own, and how many cells. */
const check = (values) => values.reduce((sum, value) => sum + value, 0) + 1000 * values.length;
const checkSegments = (segments) => check(segments.map(({ result }) => result.value));

export function draw(size) {
  const random = createRandom(7);
  const score = drawAnswers(size);
  const codes = VALUES.map((values) => Uint8Array.from({ length: size }, () => Math.floor(random() * values.length)));
  const columns = VALUES.map((values, at) => Array.from(codes[at], (code) => values[code]));
  const [sector, country, tier] = columns;
  const rows = [];
  for (let id = 0; id < size; id++)
    rows.push({ id, sector: sector[id], country: country[id], tier: tier[id], score: score[id] });
  const coded = Object.fromEntries(DIMENSIONS.map((name, at) => [name, toDictionaryColumn(codes[at], VALUES[at])]));
  return { rows, texts: { sector, country, tier, score }, coded: { ...coded, score } };
}

const keyOf = (names) => (row) => names.map((name) => row[name]).join('|');
const lodashLeaves = (rows) => Object.values(lodash.groupBy(rows, keyOf(DIMENSIONS))).map(npsOfRows);
const lodashCube = (rows) =>
  SUBSETS.flatMap((names) => Object.values(lodash.groupBy(rows, keyOf(names))).map(npsOfRows));

/** The values of a nested Map, whatever its depth. */
const flatten = (nested) => (nested instanceof Map ? Array.from(nested.values()).flatMap(flatten) : [nested]);
const d3Cube = (rows) =>
  SUBSETS.flatMap((names) => flatten(rollup(rows, npsOfRows, ...names.map((name) => (row) => row[name]))));

function arqueroCube(columns) {
  const table = aq.table({ ...columns, score: Array.from(columns.score) });
  const net = { n: aq.op.count(), net: (row) => aq.op.sum((row.score >= 9 ? 1 : 0) - (row.score <= 6 ? 1 : 0)) };
  return () =>
    SUBSETS.flatMap((names) =>
      table
        .groupby(...names)
        .rollup(net)
        .objects()
        .map(({ n, net: own }) => (100 * own) / n),
    );
}

async function database({ sector, country, tier, score }) {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  await connection.run('CREATE TABLE answers (sector VARCHAR, country VARCHAR, tier VARCHAR, score UTINYINT)');
  const appender = await connection.createAppender('answers');
  for (let start = 0; start < score.length; start += 2048) {
    const chunk = DuckDBDataChunk.create([VARCHAR, VARCHAR, VARCHAR, UTINYINT]);
    chunk.setColumns(
      [sector, country, tier, Array.from(score.subarray(start, start + 2048))].map((own) =>
        own.length > 2048 ? own.slice(start, start + 2048) : own,
      ),
    );
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  return connection;
}

const CUBE = `SELECT 100 * (count(*) FILTER (score >= 9) - count(*) FILTER (score <= 6)) / count(*)::DOUBLE FROM answers
  GROUP BY CUBE (sector, country, tier)`;
const PARTIALS = 'SELECT sector, country, tier, score, count(*)::INTEGER AS n FROM answers GROUP BY ALL';

const counted = { measure, dimensions: DIMENSIONS, score: 'score', count: 'n' };

/** Best time of three in nanoseconds a row. */
export function timeOnce(run, rows) {
  let best = Infinity;
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.();
    const stop = startClock();
    run();
    best = Math.min(best, stop());
  }
  return (best / rows) * 1e6;
}

/** Growth with the number of segments, all in one dimension. */
function growthOf(size) {
  const score = drawAnswers(size);
  const random = createRandom(11);
  return [1, 10, 100, 1e3, 1e4, 1e5].map((segments) => {
    const names = Array.from({ length: segments }, (_, at) => `segment ${at}`);
    const codes = Uint32Array.from(score, () => Math.floor(random() * segments));
    const rows = Array.from(score, (own, at) => ({ segment: names[codes[at]], score: own }));
    const table = toColumnTable({ segment: toDictionaryColumn(codes, names), score });
    const cut = { measure, dimensions: ['segment'] };
    return [
      `rows, ${segments.toLocaleString('en')} segments`,
      timeOnce(() => tallyBy(rows, cut), size),
      timeOnce(() => tallyBy(table, cut), size),
    ];
  });
}

export async function table(size) {
  const { rows, texts, coded } = draw(size);
  const options = { measure, dimensions: DIMENSIONS, cube: true };
  const expected = checkSegments(segmentBy(rows, options));
  const leaves = check(lodashLeaves(rows));
  const [columns, codes] = [toColumnTable(texts), toColumnTable(coded)];
  const connection = await database(texts);
  const arquero = arqueroCube(texts);
  const slow = size >= 1e6 ? 3 : 5;
  const timed = await race(
    [
      { name: 'segmentBy, cube, rows', run: () => segmentBy(rows, options), read: checkSegments },
      { name: 'segmentBy, cube, columns of texts', run: () => segmentBy(columns, options), read: checkSegments },
      {
        name: 'segmentBy, cube, coded columns',
        run: () => segmentBy(codes, options),
        read: checkSegments,
        repeat: size >= 1e6 ? 3 : 20,
      },
      {
        name: 'lodash `groupBy`, leaves only',
        run: () => lodashLeaves(rows),
        read: check,
        expected: leaves,
        rounds: slow,
      },
      { name: 'lodash `groupBy` x 8', run: () => lodashCube(rows), read: check, rounds: slow },
      { name: 'd3 `rollup` x 8', run: () => d3Cube(rows), read: check, rounds: slow },
      { name: 'arquero `groupby` x 8', run: () => arquero(), read: check, rounds: slow },
      {
        name: 'DuckDB `GROUP BY CUBE`, 2 threads',
        run: async () => (await connection.runAndReadAll(CUBE)).getRows().map(([value]) => value),
        read: check,
        rounds: slow,
      },
      {
        name: 'DuckDB `GROUP BY`, then tallyCountsBy and cube',
        run: async () => {
          const partials = (await connection.runAndReadAll(PARTIALS)).getRowObjectsJS();
          return toSegments(tallyCountsBy(partials, counted), measure, { cube: true });
        },
        read: checkSegments,
        rounds: slow,
      },
      {
        name: 'floor: touch the four fields',
        run: () => {
          let sum = 0;
          for (const row of rows) sum += row.sector.length + row.country.length + row.tier.length + row.score;
          return sum;
        },
        expected: rows.reduce(
          (sum, row) => sum + row.sector.length + row.country.length + row.tier.length + row.score,
          0,
        ),
      },
    ].map((entry) => ({ expected, tolerance: 1e-6, ...entry })),
    { rounds: 7 },
  );
  const at = `${size.toLocaleString('en')} rows`;
  const own = 'segmentBy, cube, rows';
  const fast = 'segmentBy, cube, coded columns';
  const perRow = (name) => (timed.best(name) / size) * 1e6;
  const growth = growthOf(size);
  return {
    title: `Cube of 585 cells with intervals, ${at}`,
    columns: ['way', 'ms', 'ns a row', `x of ${own}`],
    rows: [
      ...timed.names.map((name) => [
        name,
        figure(timed.best(name)),
        figure(perRow(name)),
        figure(timed.ratio(name, own)),
      ]),
      ...growth.map(([what, byRows, byCodes]) => [
        `tallyBy, ${what}; coded in the last column`,
        '',
        figure(byRows),
        `${figure(byCodes)} ns`,
      ]),
    ],
    // The goals are for a million rows: below, 585 results weigh more than the rows.
    goals:
      size < 1e6
        ? []
        : [
            atMost(6, `cube of rows with intervals, ${at}`, perRow(own), 45, ' ns/row'),
            atLeast(6, `lodash x 8 / segmentBy, ${at}`, timed.ratio('lodash `groupBy` x 8', own), 35),
            atLeast(6, `d3 x 8 / segmentBy, ${at}`, timed.ratio('d3 `rollup` x 8', own), 30),
            atLeast(
              6,
              `lodash, leaves only / segmentBy cube, ${at}`,
              timed.ratio('lodash `groupBy`, leaves only', own),
              5,
            ),
            atMost(7, `cube of coded columns, ${at}`, perRow(fast), 4, ' ns/row'),
            atLeast(
              7,
              `DuckDB CUBE / coded columns, ${at}`,
              timed.ratio('DuckDB `GROUP BY CUBE`, 2 threads', fast),
              20,
            ),
            atLeast(
              7,
              `columns of texts / coded columns, ${at}`,
              timed.ratio('segmentBy, cube, columns of texts', fast),
              2,
            ),
            atMost(
              8,
              `DuckDB GROUP BY and tallyCountsBy / DuckDB CUBE, ${at}`,
              timed.ratio('DuckDB `GROUP BY`, then tallyCountsBy and cube', 'DuckDB `GROUP BY CUBE`, 2 threads'),
              0.4,
            ),
          ],
  };
}
