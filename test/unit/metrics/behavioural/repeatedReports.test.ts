import { describe, expect, it } from 'vitest';
import { computeMeasure } from '../../../../src/measures/computeMeasure.js';
import { checkFieldReports } from '../../../../src/metrics/behavioural/checkFieldReports.js';
import { toFieldContributors } from '../../../../src/metrics/behavioural/fieldContributors.js';
import type { FieldReport } from '../../../../src/metrics/behavioural/fieldReport.js';
import {
  computeFieldReportConversion,
  fieldReportConversionMeasure,
} from '../../../../src/metrics/behavioural/fieldReportConversion.js';
import { computeFieldReports } from '../../../../src/metrics/behavioural/fieldReports.js';
import { computeFollowUpTime, followUpTimeMeasure } from '../../../../src/metrics/behavioural/followUpTime.js';
import { toPanelMembers } from '../../../../src/metrics/behavioural/panelMembers.js';
import type { PanelSession } from '../../../../src/metrics/behavioural/panelSession.js';
import { toDistinctReports } from '../../../../src/metrics/behavioural/repeatedReports.js';
import type { VisitReport } from '../../../../src/metrics/behavioural/visitReport.js';
import { expectSound, readOnce, thrownBy } from '../../../tools/soundness.js';

const head = { id: 'v1', at: '2026-03-02', authorId: 'rep-1' } as const;
const visit = (fields: Partial<VisitReport> = {}): VisitReport => ({ ...head, kind: 'visit', ...fields });
const panel = (fields: Partial<PanelSession> = {}): PanelSession => ({
  ...head,
  kind: 'panel',
  invited: ['d1', 'd2'],
  attended: ['d1'],
  ...fields,
});
const PERIOD = { windowDays: 31, asOf: '2026-03-31' } as const;
const { asOf } = PERIOD;
const first = visit();
const followed = visit({ followedUpAt: '2026-03-04', ticketId: 't-1' });

const CASES: readonly (readonly [string, readonly FieldReport[], readonly number[]])[] = [
  ['copies', [first, first], [1]],
  ['three copies', [first, first, first], [1, 2]],
  ['a later state', [first, followed], [0]],
  ['a later state first', [followed, first], [1]],
  ['a validated action', [first, visit({ actionValidated: true })], [0]],
  ['an action that was not validated', [first, visit({ actionValidated: false })], [0]],
  ['a follow-up', [first, visit({ followedUpAt: '2026-03-03' })], [0]],
  ['a ticket', [first, visit({ ticketId: 't' })], [0]],
  ['an empty ticket', [visit({ ticketId: 't' }), visit({ ticketId: '' })], [1]],
  [
    'two of three over one',
    [visit({ ticketId: 't' }), visit({ followedUpAt: '2026-03-03', actionValidated: true })],
    [0],
  ],
  ['two days', [visit({ at: '2026-03-03' }), first], [0]],
  ['two days in order', [first, visit({ at: '2026-03-03' })], [1]],
  ['two authors', [visit({ authorId: 'rep-2' }), first], [0]],
  ['two dates of follow-up', [visit({ followedUpAt: '2026-03-05' }), visit({ followedUpAt: '2026-03-04' })], [0]],
  ['two tickets', [visit({ ticketId: 'b' }), visit({ ticketId: 'a' })], [0]],
  ['two lists invited', [panel({ invited: ['d1', 'd3'] }), panel()], [0]],
  ['two lists attended', [panel({ attended: ['d2'] }), panel()], [0]],
  ['another id', [first, visit({ id: 'v2' })], []],
  ['another kind', [first, { ...head, kind: 'quick', incident: 'no label' }], []],
  ['empty ids', [visit({ id: '' }), visit({ id: '' })], []],
  ['missing ids', [visit({ id: null as never }), visit({ id: null as never })], []],
  ['one that cannot be read', [visit({ at: 'soon', ticketId: 't' }), first], []],
];

describe('reports that come twice', () => {
  it.each(CASES)('%s', (_, reports, repeats) => {
    const found = checkFieldReports(reports).filter(({ code }) => code === 'duplicate-id');
    expect(found.map(({ index }) => index)).toEqual(repeats);
    expect(toDistinctReports(readOnce(reports))).toEqual(reports.filter((_report, index) => !repeats.includes(index)));
  });

  it('are named', () => {
    expect(checkFieldReports(readOnce([first, followed]))).toEqual([
      { code: 'duplicate-id', index: 0, id: 'v1', field: 'id', value: 'v1' },
    ]);
  });

  it.each([
    ['in one order', [first, followed, visit({ id: 'v2' })]],
    ['in the other', [followed, first, visit({ id: 'v2' })]],
  ])('count once, %s', (_, reports) => {
    expect(expectSound(computeFieldReportConversion(readOnce(reports)))).toMatchObject({
      value: 0.5,
      ticket: 1,
      neither: 1,
      excluded: { invalid: 0, duplicate: 1, otherKind: 0 },
    });
    expect(expectSound(computeFollowUpTime(readOnce(reports), { asOf }))).toMatchObject({
      closed: 1,
      open: 1,
      excluded: { invalid: 0, duplicate: 1, otherKind: 0, notYetReported: 0 },
    });
    expect(expectSound(computeFieldReports(readOnce(reports), ['rep-1'], PERIOD))).toMatchObject({
      value: 2,
      reports: 2,
      excluded: { invalidReport: 0, duplicateReport: 1, otherAuthor: 0, outsideWindow: 0 },
    });
    expect(toFieldContributors(readOnce(reports), ['rep-1'], PERIOD)[0]?.reports.visit).toBe(2);
  });

  it('are duplicates before they are of another kind or author', () => {
    const odd = visit({ authorId: 'rep-9' });
    const { excluded } = computeFieldReports([odd, odd], ['rep-1'], PERIOD);
    expect(excluded).toMatchObject({ duplicateReport: 1, otherAuthor: 1 });
    expect(computeFieldReportConversion([first, first], { kinds: ['quick'] }).excluded).toEqual({
      invalid: 0,
      duplicate: 1,
      otherKind: 1,
    });
    expect(computeFollowUpTime([first, first], { asOf, kinds: ['quick'] }).excluded).toMatchObject({
      duplicate: 1,
      otherKind: 1,
    });
  });

  it('invite nobody twice', () => {
    expect(toPanelMembers([panel(), panel()])).toEqual([
      { memberId: 'd1', invited: 1, attended: 1, uninvited: 0 },
      { memberId: 'd2', invited: 1, attended: 0, uninvited: 0 },
    ]);
  });

  it('are not seen by a measure, which reads one report at a time', () => {
    expect(computeMeasure([first, first], fieldReportConversionMeasure()).sampleSize).toBe(2);
    expect(computeMeasure([first, first], followUpTimeMeasure({ asOf })).sampleSize).toBe(2);
  });
});

describe('reports', () => {
  it.each<[string, () => unknown]>([
    ['checkFieldReports', () => checkFieldReports(null as never)],
    ['toDistinctReports', () => toDistinctReports(null as never)],
    ['computeFieldReports', () => computeFieldReports(null as never, [], PERIOD)],
    ['toFieldContributors', () => toFieldContributors(null as never, [], PERIOD)],
    ['computeFieldReportConversion', () => computeFieldReportConversion(null as never)],
    ['computeFollowUpTime', () => computeFollowUpTime(null as never, { asOf })],
  ])('need a list of rows in %s', (named, call) => {
    expect(thrownBy(call)).toMatchObject({
      code: 'CX_INVALID_INPUT',
      message: expect.stringContaining(`${named}: reports`) as string,
    });
  });

  it('that are no records are left out as unreadable', () => {
    expect(computeFieldReports([null as never, first], ['rep-1'], PERIOD).excluded.invalidReport).toBe(1);
  });
});
