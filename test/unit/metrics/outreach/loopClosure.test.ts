import { describe, expect, it } from 'vitest';
import { computeMeasure } from '../../../../src/measures/computeMeasure.js';
import { checkContacts } from '../../../../src/metrics/outreach/checkContacts.js';
import {
  computeLoopClosure,
  loopClosureMeasure,
  type LoopClosureOptions,
} from '../../../../src/metrics/outreach/loopClosure.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../../tools/soundness.js';

interface Row {
  readonly score: number | null;
  readonly at: string | null;
  readonly called: string | null;
}
const row = (score: number | null, at: string | null, called: string | null = null): Row => ({ score, at, called });
const OPTIONS = {
  score: 'score',
  at: 'at',
  contactedAt: 'called',
  deadlineHours: 48,
  asOf: '2026-03-10T09:00:00Z',
} as const;
const at = '2026-03-02T09:00:00Z';

describe('computeLoopClosure', () => {
  it('is the share of detractors contacted within the deadline', () => {
    const rows = [
      row(0, at, '2026-03-03T09:00:00Z'),
      row(6, at, '2026-03-04T09:00:00Z'),
      row(6, at, '2026-03-04T09:00:00.001Z'),
      row(3, at),
      row(7, at),
      row(10, at, '2026-03-03T09:00:00Z'),
      row(null, at),
      row(3, '2026-03-09T09:00:00Z'),
      row(3, '2026-03-11T09:00:00Z'),
      row(3, 'soon'),
      row(3, at, '2026-03-02T08:59:59Z'),
    ];
    const got = expectSound(computeLoopClosure(readOnce(deepFreeze(rows)), OPTIONS));
    expect(got).toMatchObject({
      definition: {
        id: 'loop-closure',
        family: 'proportion',
        statistic: 'share',
        unit: 'share',
        direction: 'higher-is-better',
        range: { minimum: 0, maximum: 1 },
        parameters: { deadlineHours: 48 },
      },
      value: 0.5,
      sampleSize: 4,
      inTime: 2,
      late: 1,
      overdue: 1,
      excluded: { missing: 1, offScale: 0, notDetractor: 2, invalid: 2, notYetAnswered: 1, notYetDue: 1 },
      interval: { method: 'wilson' },
    });
    // 2 of 4, by Wilson’s formula.
    expect(got.interval?.lower).toBeCloseTo(0.15003898915214953, 12);
    expect(got.interval?.upper).toBeCloseTo(0.8499610108478505, 12);
  });

  it.each<[string | null, string, string, Partial<Record<string, number>>]>([
    // The deadline itself is in time; open at the deadline is not yet a miss.
    [null, at, '2026-03-04T09:00:00Z', { notYetDue: 1 }],
    [null, at, '2026-03-04T09:00:00.001Z', { overdue: 1 }],
    // What happened after asOf has not happened.
    ['2026-03-03T09:00:01Z', at, '2026-03-03T09:00:00Z', { notYetDue: 1 }],
    ['2026-03-03T09:00:00Z', at, '2026-03-03T09:00:00Z', { inTime: 1 }],
    ['2026-03-09T09:00:00Z', at, '2026-03-08T09:00:00Z', { overdue: 1 }],
    ['2026-03-09T09:00:00Z', at, '2026-03-09T09:00:00Z', { late: 1 }],
    [null, at, '2026-03-02T08:59:59Z', { notYetAnswered: 1 }],
    [null, at, at, { notYetDue: 1 }],
    // Civil dates: whole days.
    ['2026-03-04', '2026-03-02', '2026-03-10', { inTime: 1 }],
    ['2026-03-05', '2026-03-02', '2026-03-10', { late: 1 }],
    [null, '2026-03-02', '2026-03-04', { notYetDue: 1 }],
    [null, '2026-03-02', '2026-03-05', { overdue: 1 }],
    ['2026-03-04T23:59:00+01:00', '2026-03-02', '2026-03-10', { inTime: 1 }],
    // Instants: clocks of other zones.
    ['2026-03-04T10:00:00+01:00', at, '2026-03-10', { inTime: 1 }],
    ['2026-03-04T10:00:01+01:00', at, '2026-03-10', { late: 1 }],
  ])('called %s after %s, as of %s: %j', (called, answered, asOf, expected) => {
    const got = computeLoopClosure([row(3, answered, called)], { ...OPTIONS, asOf });
    const { inTime, late, overdue, excluded } = got;
    const all = { inTime, late, overdue, ...excluded };
    expect(Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0))).toEqual(expected);
  });

  it('takes other scales and deadlines, and says so in its definition', () => {
    const scale = { minimum: 1, maximum: 5, detractorUpTo: 2 };
    const rows = [row(2, at, '2026-03-02T10:00:00Z'), row(1, at), row(3, at)];
    const got = computeLoopClosure(rows, { ...OPTIONS, deadlineHours: 0.5, scale });
    expect(got).toMatchObject({ value: 0, late: 1, overdue: 1, excluded: { notDetractor: 1 } });
    expect(got.definition.parameters).toEqual({ deadlineHours: 0.5, scale });
    const nps = { minimum: 0, maximum: 10, detractorUpTo: 6 };
    expect(computeLoopClosure(rows, { ...OPTIONS, scale: nps }).definition.parameters).toEqual({ deadlineHours: 48 });
  });

  it.each([{ minimum: 1 }, { maximum: 11 }, { detractorUpTo: 5 }])('says in its definition that %j differs', (part) => {
    const scale = { minimum: 0, maximum: 10, detractorUpTo: 6, ...part };
    expect(computeLoopClosure<Row>([], { ...OPTIONS, scale }).definition.parameters).toEqual({
      deadlineHours: 48,
      scale,
    });
  });

  it.each([11, -1, 6.5, NaN, '3', true])('refuses the score %s, or counts it', (score) => {
    const rows = [row(3, at), row(score as number, at)];
    const shown = typeof score === 'string' ? '"3"' : String(score);
    expect(thrownBy(() => computeLoopClosure(rows, OPTIONS))).toEqual({
      kind: typeof score === 'number' ? 'RangeError' : 'TypeError',
      code: 'CX_OFF_SCALE',
      message: `computeLoopClosure: score at row 1 must be a whole number from 0 to 10, received ${shown}`,
    });
    const got = expectSound(computeLoopClosure(rows, { ...OPTIONS, offScale: 'exclude' }));
    expect(got.excluded.offScale).toBe(1);
    expect(got.warnings).toContainEqual({ code: 'off-scale-excluded', count: 1 });
  });

  it('is unknown while no deadline has passed', () => {
    const got = expectSound(computeLoopClosure([row(3, '2026-03-09T09:00:00Z')], OPTIONS));
    expect(got).toMatchObject({ value: null, warnings: [{ code: 'no-data' }] });
  });

  it.each<[Partial<Record<keyof LoopClosureOptions<Row>, unknown>>, string, string]>([
    [{ deadlineHours: 0 }, 'CX_INVALID_OPTION', 'option "deadlineHours" must be a finite number above 0, received 0'],
    [{ deadlineHours: -1 }, 'CX_INVALID_OPTION', 'option "deadlineHours" must be a finite number above 0, received -1'],
    [
      { deadlineHours: Infinity },
      'CX_INVALID_OPTION',
      'option "deadlineHours" must be a finite number above 0, received Infinity',
    ],
    [
      { deadlineHours: undefined },
      'CX_INVALID_OPTION',
      'option "deadlineHours" must be a finite number above 0, received undefined',
    ],
    [
      { asOf: 'now' },
      'CX_INVALID_DATE',
      'option "asOf" must be a civil date or an instant with its zone, received "now"',
    ],
    [
      { scale: { minimum: 1, maximum: 1, detractorUpTo: 1 } },
      'CX_INVALID_OPTION',
      'option "scale.maximum" must be a whole number above the minimum 1, received 1',
    ],
    [
      { scale: { minimum: 0.5, maximum: 2, detractorUpTo: 1 } },
      'CX_INVALID_OPTION',
      'option "scale.maximum" must be a whole number above the minimum 0.5, received 2',
    ],
    [
      { scale: { minimum: 0, maximum: 2.5, detractorUpTo: 1 } },
      'CX_INVALID_OPTION',
      'option "scale.maximum" must be a whole number above the minimum 0, received 2.5',
    ],
    [
      { scale: { minimum: 1, maximum: 5, detractorUpTo: 5 } },
      'CX_INVALID_OPTION',
      'option "scale.detractorUpTo" must be a whole number from 1, below the maximum 5, received 5',
    ],
    [
      { scale: { minimum: 1, maximum: 5, detractorUpTo: 0 } },
      'CX_INVALID_OPTION',
      'option "scale.detractorUpTo" must be a whole number from 1, below the maximum 5, received 0',
    ],
    [
      { scale: { minimum: 1, maximum: 5, detractorUpTo: 2.5 } },
      'CX_INVALID_OPTION',
      'option "scale.detractorUpTo" must be a whole number from 1, below the maximum 5, received 2.5',
    ],
    [{ offScale: 'keep' }, 'CX_INVALID_OPTION', 'option "offScale" must be "throw" or "exclude", received "keep"'],
    [{ confidence: 2 }, 'CX_INVALID_OPTION', 'option "confidence" must be between 0 and 1, received 2'],
  ])('refuses %j', (wrong, code, message) => {
    const options = { ...OPTIONS, ...wrong } as LoopClosureOptions<Row>;
    for (const [where, call] of [
      ['computeLoopClosure', () => computeLoopClosure([row(3, at)], options)],
      ['loopClosureMeasure', () => computeMeasure([row(3, at)], loopClosureMeasure<Row>(options))],
    ] as const) {
      expect(thrownBy(call)).toMatchObject({ code, message: `${where}: ${message}` });
    }
  });

  it('accepts the ends of a scale', () => {
    const scale = { minimum: 1, maximum: 2, detractorUpTo: 1 };
    expect(computeLoopClosure([row(1, at), row(2, at)], { ...OPTIONS, scale })).toMatchObject({
      overdue: 1,
      excluded: { notDetractor: 1 },
    });
  });
});

describe('checkContacts', () => {
  const rows = [
    { id: 'a', ...row(3, at, '2026-03-03') },
    { id: 'b', ...row(9, 'soon', '2026-03-03') },
    { id: 'c', ...row(3, at, 'later') },
    { id: 'd', ...row(3, at, '2026-03-01') },
    { id: 'e', ...row(3, at) },
    { id: 'f', ...row(3, null) },
  ];

  it('names each row whose times cannot be, by the rule of the figure', () => {
    const got = checkContacts(readOnce(deepFreeze(rows)), { id: 'id', at: 'at', contactedAt: 'called' });
    expect(expectSound(got)).toEqual([
      { code: 'unreadable-time', index: 1, id: 'b', field: 'at', value: 'soon' },
      { code: 'unreadable-time', index: 2, id: 'c', field: 'contactedAt', value: 'later' },
      { code: 'contacted-before-answer', index: 3, id: 'd', field: 'contactedAt', value: '2026-03-01' },
      { code: 'unreadable-time', index: 5, id: 'f', field: 'at', value: null },
    ]);
    const invalid = computeLoopClosure(
      rows.map((own) => ({ ...own, score: 0 })),
      OPTIONS,
    ).excluded.invalid;
    expect(invalid).toBe(got.length);
  });

  it('does without ids', () => {
    expect(checkContacts(rows.slice(1, 2), { at: 'at', contactedAt: 'called' })[0]).toMatchObject({
      index: 0,
      id: null,
    });
  });
});
