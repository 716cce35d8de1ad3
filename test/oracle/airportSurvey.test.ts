import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { expectGolden, goldenCases } from './goldenCases.js';
import { clusterBy } from '../../src/measures/clusterBy.js';
import { computeMeasure } from '../../src/measures/computeMeasure.js';
import { npsMeasure } from '../../src/metrics/perception/nps.js';

const data = path.join(import.meta.dirname, '../../../shared/data');

interface Row {
  readonly run: string;
  readonly nps: number | null;
  readonly weight: number;
}
const numberOf = (text: string): number | null => (text === '' ? null : Number(text));
const read = (file: string): Row[] =>
  Papa.parse<Record<string, string>>(readFileSync(path.join(data, file), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data.map((row) => ({ run: row['run_id']!, nps: numberOf(row['nps']!), weight: Number(row['weight']) }));
const measure = npsMeasure<Row>({ score: 'nps', weight: 'weight' });
const byRun = clusterBy(measure, 'run');

describe.skipIf(!existsSync(data))(
  'the airport surveys in ../shared/data (skipped where that folder is missing)',
  () => {
    it('give, in 2018, a weighted NPS of +35.1 with an error of 1.58 points when rows are taken as independent', () => {
      const result = computeMeasure(read('sfo2018_survey.csv'), measure);
      expect([result.value?.toFixed(1), result.standardError?.toFixed(2)]).toEqual(['35.1', '1.58']);
    });

    it('give, in 2018, an error of 2.25 points by interview run, the answers without a run left out', () => {
      const result = computeMeasure(read('sfo2018_survey.csv'), byRun);
      expect(result.standardError?.toFixed(2)).toBe('2.25');
      expect(result).toMatchObject({ accounts: 205, degreesOfFreedom: 204, excluded: { missingAccount: 12 } });
      expect(result.interval?.method).toBe('linearized');
    });

    it('give, in 2017, the errors of R’s survey package', () => {
      const [found] = goldenCases<unknown, Record<string, number>>('realdata', 'SFO 2017 NPS weighted');
      const { nps, seIndependent, seClustered, clusters, kishEffectiveN } = found!.expected;
      const rows = read('sfo2017_survey.csv').filter(({ run }) => run !== '');
      const [apart, together] = [computeMeasure(rows, measure), computeMeasure(rows, byRun)];
      const got = {
        nps: together.value! / 100,
        seIndependent: apart.standardError! / 100,
        seClustered: together.standardError! / 100,
        clusters: together.accounts,
        kishEffectiveN: apart.effectiveSampleSize,
      };
      expectGolden(got, { nps, seIndependent, seClustered, clusters, kishEffectiveN }, found!.tolerance);
    });
  },
);
