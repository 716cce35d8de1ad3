// What users would write or install instead, and what cannot be beaten. Each table runs in a process of its own, so that
// every function here sees one kind of input.
import { DuckDBDataChunk, DuckDBInstance, UTINYINT } from '@duckdb/node-api';
import * as aq from 'arquero';
import { rollup } from 'd3-array';
import { countBy as toolkitCountBy } from 'es-toolkit';
import jstat from 'jstat';
import lodash from 'lodash';
import { mean } from 'simple-statistics';
import { npsOfCounts } from './answers.mjs';

const { jStat } = jstat;
const net = (promoters, detractors, size) => (100 * (promoters - detractors)) / size;
const sign = (score) => (score >= 9 ? 100 : score <= 6 ? -100 : 0);

export function bareHistogram(scores) {
  const counts = new Uint32Array(256);
  for (let index = 0; index < scores.length; index++) counts[scores[index]]++;
  return npsOfCounts(Array.from(counts.subarray(0, 11)));
}

export function checkedHistogram(scores) {
  const counts = new Uint32Array(12);
  for (let index = 0; index < scores.length; index++) {
    const score = scores[index];
    counts[score >= 0 && score <= 10 && score === (score | 0) ? score : 11]++;
  }
  return npsOfCounts(Array.from(counts.subarray(0, 11)));
}

export function histogramOfRows(rows, read) {
  const counts = new Uint32Array(12);
  for (let index = 0; index < rows.length; index++) {
    const score = read(rows[index]);
    counts[score >= 0 && score <= 10 && score === (score | 0) ? score : 11]++;
  }
  return npsOfCounts(Array.from(counts.subarray(0, 11)));
}

export function filterTwice(scores) {
  return net(scores.filter((s) => s >= 9).length, scores.filter((s) => s <= 6).length, scores.length);
}

export function filterRowsTwice(rows) {
  return net(rows.filter((r) => r.score >= 9).length, rows.filter((r) => r.score <= 6).length, rows.length);
}

export function reduceTernary(scores) {
  return (100 * scores.reduce((sum, s) => sum + (s >= 9 ? 1 : s <= 6 ? -1 : 0), 0)) / scores.length;
}

export function reduceRows(rows) {
  return (100 * rows.reduce((sum, r) => sum + (r.score >= 9 ? 1 : r.score <= 6 ? -1 : 0), 0)) / rows.length;
}

export function sumOf(scores) {
  let sum = 0;
  for (let index = 0; index < scores.length; index++) sum += scores[index];
  return sum;
}

export function sumOfRows(rows) {
  let sum = 0;
  for (let index = 0; index < rows.length; index++) sum += rows[index].score;
  return sum;
}

export const lodashCountBy = (values, by) => npsOfCounts(lodash.countBy(values, by));
export const esToolkitCountBy = (values) => npsOfCounts(toolkitCountBy(values, (s) => s));
export const d3Rollup = (values, by) => npsOfCounts(rollup(values, (group) => group.length, by));
export const simpleStatisticsMean = (scores) => mean(scores.map(sign));
export const jstatMean = (scores) => jStat.mean(scores.map(sign));

/** The table is built beforehand; only the query is timed. */
export function arqueroCounts(columns) {
  const table = aq.table(columns);
  return () =>
    npsOfCounts(
      new Map(
        table
          .groupby('score')
          .count()
          .objects()
          .map(({ score, count }) => [score, count]),
      ),
    );
}

/** Loads the answers into DuckDB in memory; only the query is timed, and its eleven rows are scored here. */
export async function duckdbCounts(bytes, threads = 2) {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
  const connection = await instance.connect();
  await connection.run('CREATE TABLE answers (score UTINYINT)');
  const appender = await connection.createAppender('answers');
  for (let start = 0; start < bytes.length; start += 2048) {
    const chunk = DuckDBDataChunk.create([UTINYINT]);
    chunk.setColumns([Array.from(bytes.subarray(start, start + 2048))]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  return async () => {
    const answer = await connection.runAndReadAll('SELECT score, count(*) FROM answers GROUP BY score');
    return npsOfCounts(new Map(answer.getRows()));
  };
}
