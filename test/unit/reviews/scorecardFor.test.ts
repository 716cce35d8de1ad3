import { describe, expect, it } from 'vitest';
import type { MetricTarget } from '../../../src/core/target.js';
import { defineMean } from '../../../src/measures/defineMean.js';
import { computeCsat, csatMeasure } from '../../../src/metrics/perception/csat.js';
import { npsMeasure } from '../../../src/metrics/perception/nps.js';
import { scorecardFor, type ScorecardInput } from '../../../src/reviews/scorecardFor.js';
import { toMeasuredRows } from '../../../src/reviews/toMeasuredRows.js';

interface Row {
  readonly on: string;
  readonly branch: string;
  readonly agent: string;
  readonly score: number;
}
const rows: Row[] = [5, 4, 4, 2, 5, 3, 1, 1, 1, 1].map((score, at) => ({
  on: `2026-0${at < 8 ? 8 : 5}-0${at + 1}`.slice(0, 10),
  branch: at < 6 ? 'lyon' : 'lille',
  agent: at % 2 ? 'eva' : 'tom',
  score,
}));
const scopes = { branch: 'branch', agent: 'agent' } as const;
const csat = toMeasuredRows(rows, { measure: csatMeasure<Row>({ score: 'score' }), at: 'on', scopes });
const ASOF = '2026-10-05';
const LYON = [5, 4, 4, 2, 5, 3];

function target(green: number, changes: Partial<MetricTarget> = {}): MetricTarget {
  return { definition: { id: 'csat' }, period: null, green, amber: 0.1, source: 'test', ...changes };
}

function card(scope: Record<string, string>, changes: Partial<ScorecardInput> = {}) {
  return scorecardFor(scope, { asOf: ASOF, measures: [csat], ...changes });
}

describe('scorecardFor', () => {
  it('gives one branch its own metric', () => {
    const found = card({ branch: 'lyon' });
    expect(found).toEqual({
      kind: 'scorecard',
      scope: { branch: 'lyon' },
      within: {},
      asOf: ASOF,
      period: null,
      minimum: 5,
      confidence: 0.95,
      lines: [
        {
          definition: csat.definition,
          from: null,
          sampleSize: 6,
          result: computeCsat(LYON),
          withheld: null,
          target: null,
          isAmbiguous: false,
          status: { point: 'unknown', bound: 'unknown' },
        },
      ],
      uncut: [],
    });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it('cuts by several fields at once', () => {
    expect(card({ branch: 'lyon', agent: 'tom' }, { minimum: 1 }).lines[0]?.result?.value).toBe(
      computeCsat([5, 4, 5]).value,
    );
  });

  it.each<[number, number | null, string | null]>([
    [6, 6, null],
    [7, null, 'below-minimum'],
    [1, 6, null],
  ])('with a minimum of %i', (minimum, shown, withheld) => {
    const [line] = card({ branch: 'lyon' }, { minimum, targets: [target(0.5)] }).lines;
    expect([line?.result?.sampleSize ?? null, line?.withheld, line?.sampleSize]).toEqual([shown, withheld, 6]);
    expect(line?.status.point).toBe(withheld === null ? 'green' : 'unknown');
    expect(line?.target?.green).toBe(0.5);
  });

  it('withholds nothing where there is nothing', () => {
    const [line] = card({ branch: 'paris' }).lines;
    expect([line?.sampleSize, line?.result?.value, line?.withheld]).toEqual([0, null, null]);
  });

  it('takes the most specific target, that of what it belongs to included', () => {
    const targets = [
      target(0.5),
      target(0.6, { scope: { network: 'south' } }),
      target(0.9, { scope: { branch: 'lille' } }),
    ];
    const of = (changes: Partial<ScorecardInput>) =>
      card({ branch: 'lyon' }, { targets, ...changes }).lines[0]?.target?.green;
    expect(of({})).toBe(0.5);
    expect(of({ within: { network: 'south' } })).toBe(0.6);
    expect(
      of({
        targets: [...targets, target(0.7, { scope: { branch: 'lyon', network: 'south' } })],
        within: { network: 'south' },
      }),
    ).toBe(0.7);
    expect(
      of({ targets: [target(0.5), target(0.4, { scope: { branch: 'lyon' } })], within: { branch: 'lille' } }),
    ).toBe(0.4);
  });

  it('gives the status by point and by bound', () => {
    const [line] = card({ branch: 'lyon' }, { targets: [target(0.6)] }).lines;
    expect(line?.status).toEqual({ point: 'green', bound: 'amber' });
  });

  it('says where two targets fit equally well', () => {
    const targets = [target(0.5, { scope: { branch: 'lyon' } }), target(0.6, { scope: { network: 'south' } })];
    const [line] = card({ branch: 'lyon' }, { targets, within: { network: 'south' } }).lines;
    expect([line?.target, line?.isAmbiguous, line?.status.point]).toEqual([null, true, 'unknown']);
  });

  it.each<[ScorecardInput['period'], number, string, number]>([
    ['month', 1, '2026-09', 0],
    ['quarter', 1, '2026-Q3', 6],
    ['year', 1, '2025', 0],
    ['year', 10, 'FY2025', 6],
  ])('over the last %s of a year that starts in month %i', (period, fiscalYearStart, key, sampleSize) => {
    const targets = [target(0.5, { period: key }), target(0.4)];
    const found = card({ branch: 'lyon' }, { period, fiscalYearStart, targets });
    expect([
      found.period?.key,
      found.lines[0]?.sampleSize,
      found.lines[0]?.from,
      found.lines[0]?.target?.green,
    ]).toEqual([key, sampleSize, found.period?.from, 0.5]);
  });

  it('leaves out later rows, and those before a change of meaning', () => {
    const breaks = [{ on: '2026-08-03', reason: 'x' }];
    const own = toMeasuredRows(rows, { measure: csatMeasure<Row>({ score: 'score' }), at: 'on', scopes, breaks });
    const sizes = (asOf: string) => {
      const [line] = scorecardFor({ branch: 'lyon' }, { asOf, measures: [own], minimum: 1 }).lines;
      return [line?.sampleSize, line?.from];
    };
    expect(sizes('2026-08-05')).toEqual([3, '2026-08-03']);
    expect(sizes('2026-08-02')).toEqual([2, null]);
  });

  it('lists what cannot be cut instead of showing the whole', () => {
    const nps = toMeasuredRows(rows, { measure: npsMeasure<Row>({ score: 'score' }), scopes: { agent: 'agent' } });
    const own = defineMean({ id: 'own', direction: 'higher-is-better', value: (row: Row) => row.score });
    const whole = toMeasuredRows(rows, { measure: own });
    const found = card({ branch: 'lyon' }, { measures: [whole, csat, nps], period: 'quarter' });
    expect(found.lines.map(({ definition }) => definition.id)).toEqual(['csat']);
    expect(found.uncut.map(({ definition, missing }) => [definition.id, ...missing])).toEqual([
      ['nps', 'branch', 'at'],
      ['own', 'branch', 'at'],
    ]);
    const undated = card({ agent: 'tom' }, { measures: [nps], minimum: 1 });
    expect(undated.lines[0]?.sampleSize).toBe(5);
  });

  it.each<[() => unknown, RegExp]>([
    [
      () => scorecardFor(null as never, { asOf: ASOF, measures: [] }),
      /^scorecardFor: scope must be an object of texts/,
    ],
    [() => card({ branch: '' }), /^scorecardFor: scope must be an object of texts/],
    [() => scorecardFor({}, null as never), /^scorecardFor: options must be an object/],
    [() => card({}, { asOf: '2026-13-01' }), /^scorecardFor: option "asOf" must be/],
    [() => card({}, { within: 'south' as never }), /^scorecardFor: option "within" must be/],
    [() => card({}, { targets: {} as never }), /^scorecardFor: targets must be a list of targets/],
    [() => card({}, { minimum: 0 }), /^scorecardFor: option "minimum" must be a whole number from 1/],
    [() => card({}, { minimum: 2.5 }), /^scorecardFor: option "minimum" must be/],
    [() => card({}, { period: 'week' as never }), /^scorecardFor: option "period" must be/],
    [() => card({}, { fiscalYearStart: 13 }), /^scorecardFor: option "fiscalYearStart" must be a month/],
    [() => card({}, { fiscalYearStart: 0 }), /^scorecardFor: option "fiscalYearStart" must be a month/],
    [() => card({}, { confidence: 0 }), /^scorecardFor: option "confidence" must be/],
    [() => card({}, { measures: [5] as never }), /^scorecardFor: option "measures" must be/],
  ])('refuses what is none', (make, message) => {
    expect(make).toThrow(message);
  });
});
