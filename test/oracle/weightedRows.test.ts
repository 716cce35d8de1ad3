import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectGolden, goldenCases } from './goldenCases.js';
import { weightRows, type WeightedRows } from '../../src/accounts/weightRows.js';
import type { ClassTargets } from '../../src/accounts/weightingClasses.js';
import type { WeightingTarget } from '../../src/accounts/weightingStep.js';
import { computeNps } from '../../src/metrics/perception/nps.js';
import { weightedMean } from '../../src/statistics/weighted.js';

type Attribute = 'size' | 'region' | 'channel';
type Row = Record<Attribute, string> & { w: number; nps: number };
interface Input {
  data: { nps: number[]; w?: number[] } & Partial<Record<Attribute, string[]>>;
  targets: Record<Attribute, Record<string, number>>;
  populationByRegion: Record<string, number>;
}
type Expected = Record<string, unknown>;

const rowsOf = ({ data }: Input): Row[] =>
  data.nps.map((nps, i) => ({
    nps,
    w: data.w?.[i] ?? NaN,
    size: data.size?.[i] ?? '',
    region: data.region?.[i] ?? '',
    channel: data.channel?.[i] ?? '',
  }));
const marginsOf = ({ targets }: Input): WeightingTarget<Row>[] =>
  Object.entries(targets).map(([by, own]) => ({ by: by as Attribute, targets: own }));
const numbers = ({ weights }: WeightedRows): number[] => weights.map((weight) => weight ?? NaN);
const SCORE: Record<string, number> = { '-1': 0, '0': 7, '1': 10 };

/** What the fixtures say of a weighted sample, as far as weighting alone decides it. */
function summary(rows: readonly Row[], weighted: WeightedRows): Record<string, unknown> {
  const nps = computeNps(rows, {
    score: (row) => SCORE[String(row.nps)],
    weight: (_, index) => weighted.weights[index],
  });
  return {
    weights: weighted.weights,
    mean: (nps.value ?? NaN) / 100,
    kishEffectiveN: weighted.report.after.effectiveSize,
    kishDeff: weighted.report.after.designEffect,
  };
}

/** The parts of an expectation that weighting alone decides: standard errors are another room's. */
function weighting({ weights, mean, kishEffectiveN, kishDeff }: Expected): Expected {
  return Object.fromEntries(
    Object.entries({ weights, mean, kishEffectiveN, kishDeff }).filter(([, value]) => value !== undefined),
  );
}

describe('survey_weighting.json, through weightRows', () => {
  const topic = 'survey_weighting';

  it('has the cases', () => {
    const prefixes = ['stratified with fpc', 'post-stratified', 'raked', 'linear calibration', 'weight trimming'];
    expect(prefixes.map((prefix) => goldenCases(topic, prefix).length)).toEqual([1, 1, 2, 1, 1]);
  });

  it.each(goldenCases<Input, Expected>(topic, 'stratified with fpc'))('$name', ({ input, expected, tolerance }) => {
    const rows = rowsOf(input);
    const step = { kind: 'post-stratify', by: 'region', targets: input.populationByRegion } as const;
    expectGolden(summary(rows, weightRows(rows, { steps: [step], scale: 'totals' })), weighting(expected), tolerance);
  });

  it.each(goldenCases<Input, Expected>(topic, 'post-stratified'))('$name', ({ input, expected, tolerance }) => {
    const rows = rowsOf(input);
    const steps = [{ kind: 'post-stratify', by: 'size', targets: input.targets.size } as const];
    const weighted = weightRows(rows, { steps, baseWeight: 'w', scale: 'totals' });
    expect(weighted.report.outcome).toBe('converged');
    expectGolden(summary(rows, weighted), weighting(expected), tolerance);
  });

  it.each(goldenCases<Input, Expected>(topic, 'raked'))('$name', ({ input, expected, tolerance }) => {
    const rows = rowsOf(input);
    const steps = [{ kind: 'rake', margins: marginsOf(input) } as const];
    const weighted = weightRows(rows, { steps, baseWeight: 'w', scale: 'totals' });
    expect(weighted.report.outcome).toBe('converged');
    expectGolden(summary(rows, weighted), weighting(expected), tolerance);
  });

  it.each(goldenCases<Input, Expected>(topic, 'linear calibration'))('$name', ({ input, expected, tolerance }) => {
    const rows = rowsOf(input);
    const steps = [{ kind: 'calibrate', margins: marginsOf(input), distance: 'linear' } as const];
    const weighted = weightRows(rows, { steps, baseWeight: 'w', scale: 'totals' });
    expect(weighted.report.outcome).toBe('converged');
    expectGolden(summary(rows, weighted), weighting(expected), tolerance);
  });

  it.each(goldenCases<{ w: number[]; lower: number; upper: number }, Expected>(topic, 'weight trimming'))(
    '$name',
    ({ input: { w, lower, upper }, expected, tolerance }) => {
      const trimmed = (rounds: 'strict' | 'once'): number[] => {
        const steps = [{ kind: 'trim', lower, upper, limits: 'weight', rounds } as const];
        return numbers(weightRows(w, { steps, baseWeight: (weight) => weight, scale: 'totals' }));
      };
      const strict = trimmed('strict');
      const total = strict.reduce((sum, weight) => sum + weight, 0);
      expectGolden({ strict, onePass: trimmed('once'), total }, expected, tolerance);
    },
  );
});

describe('weighted_rows.json, made with R on the schools of apiclus1', () => {
  interface School {
    stype: string;
    wide: string;
    api00: number;
    enroll: number;
  }
  interface Weighting {
    stype: Record<string, number>;
    wide: Record<string, number>;
    nested: ClassTargets;
    lower: number;
    upper: number;
    enroll: number;
  }
  const topic = 'weighted_rows';
  const file = new URL(`./fixtures/${topic}.json`, import.meta.url);
  const { rows: columns } = JSON.parse(readFileSync(file, 'utf8')) as {
    rows: { api00: number[]; enroll: number[]; stype: string[]; wide: string[]; pw: number };
  };
  const schools: School[] = columns.api00.map((api00, i) => ({
    api00,
    enroll: columns.enroll[i] ?? NaN,
    stype: columns.stype[i] ?? '',
    wide: columns.wide[i] ?? '',
  }));
  const rakeOf = ({ stype, wide }: Weighting) =>
    ({
      kind: 'rake',
      margins: [
        { by: 'stype', targets: stype },
        { by: 'wide', targets: wide },
      ],
    }) as const;
  const options = { baseWeight: () => columns.pw, scale: 'totals' } as const;
  const gotOf = (weighted: WeightedRows): unknown => {
    expect(weighted.report.outcome).toBe('converged');
    const weights = numbers(weighted);
    const mean = weightedMean(
      schools.map(({ api00 }) => api00),
      weights,
    );
    return { mean, weights };
  };
  const only = (name: string) => goldenCases<Weighting, Expected>(topic, name).filter((own) => own.name === name);

  it('is covered in full', () => {
    expect(goldenCases(topic, '').map(({ name }) => name)).toEqual([
      'rake',
      'post-stratify',
      'post-stratify on a cross',
      'rake, then trim',
      'post-stratify, then calibrate',
    ]);
  });

  it.each(only('rake'))('$name', ({ input, expected, tolerance }) => {
    expectGolden(gotOf(weightRows(schools, { ...options, steps: [rakeOf(input)] })), expected, tolerance);
  });

  it.each(only('post-stratify'))('$name', ({ input: { stype }, expected, tolerance }) => {
    const steps = [{ kind: 'post-stratify', by: 'stype', targets: stype } as const];
    expectGolden(gotOf(weightRows(schools, { ...options, steps })), expected, tolerance);
  });

  it.each(only('post-stratify on a cross'))('$name', ({ input: { nested }, expected, tolerance }) => {
    const steps = [{ kind: 'post-stratify', by: ['stype', 'wide'], targets: nested } as const];
    expectGolden(gotOf(weightRows(schools, { ...options, steps })), expected, tolerance);
  });

  it.each(only('rake, then trim'))('$name', ({ input, expected, tolerance }) => {
    const { lower, upper } = input;
    const steps = [rakeOf(input), { kind: 'trim', lower, upper, limits: 'weight' } as const];
    expectGolden(gotOf(weightRows(schools, { ...options, steps })), expected, tolerance);
  });

  it.each(only('post-stratify, then calibrate'))('$name', ({ input: { stype, enroll }, expected, tolerance }) => {
    const margin = { by: 'stype', targets: stype } as const;
    const amounts = [{ field: 'enroll', total: enroll } as const];
    const steps = [
      { kind: 'post-stratify', ...margin },
      { kind: 'calibrate', amounts, margins: [margin] },
    ] as const;
    expectGolden(gotOf(weightRows(schools, { ...options, steps })), expected, tolerance);
  });
});

describe('acceptance case 26, through weightRows', () => {
  const cells = [
    { size: 'small', country: 'FR', count: 40 },
    { size: 'small', country: 'DE', count: 20 },
    { size: 'large', country: 'FR', count: 10 },
    { size: 'large', country: 'DE', count: 30 },
  ];
  const answers = cells.flatMap(({ count, ...own }) => Array.from({ length: count }, () => own));
  const margins = [
    { by: 'size', targets: { small: 70, large: 30 } },
    { by: 'country', targets: { FR: 45, DE: 55 } },
  ] as const;

  it.each(['mean-one', 'totals'] as const)('gives the weights of survey::rake, scale %s', (scale) => {
    const { weights, report } = weightRows(answers, { steps: [{ kind: 'rake', margins }], scale });
    const expected = [0.9909684142, 1.5180631716, 0.5361263432, 0.821291219];
    const got = cells.map(({ size, country }) => {
      const place = answers.findIndex((answer) => answer.size === size && answer.country === country);
      return weights[place] ?? NaN;
    });
    expected.forEach((weight, cell) => expect(Math.abs((got[cell] ?? NaN) - weight)).toBeLessThanOrEqual(1e-6));
    expect(report.after.designEffect).toBeCloseTo(1.084809, 6);
    expect(report.after.effectiveSize).toBeCloseTo(92.1821, 4);
  });
});
