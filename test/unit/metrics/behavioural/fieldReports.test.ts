import { describe, expect, it } from 'vitest';
import { computeMeasure } from '../../../../src/measures/computeMeasure.js';
import { findMetric } from '../../../../src/metrics/catalogue/catalogue.js';
import { toFieldContributors } from '../../../../src/metrics/behavioural/fieldContributors.js';
import { checkFieldReports } from '../../../../src/metrics/behavioural/checkFieldReports.js';
import { FIELD_REPORT_KINDS, type FieldReport } from '../../../../src/metrics/behavioural/fieldReport.js';
import {
  computeFieldReportConversion,
  fieldReportConversionMeasure,
} from '../../../../src/metrics/behavioural/fieldReportConversion.js';
import { computeFieldReports, fieldReportsMeasure } from '../../../../src/metrics/behavioural/fieldReports.js';
import { computeFollowUpTime, followUpTimeMeasure } from '../../../../src/metrics/behavioural/followUpTime.js';
import { HOTLINE_REASONS, type HotlineContact } from '../../../../src/metrics/behavioural/hotlineContact.js';
import { toPanelMembers } from '../../../../src/metrics/behavioural/panelMembers.js';
import {
  computePanelParticipation,
  panelParticipationMeasure,
} from '../../../../src/metrics/behavioural/panelParticipation.js';
import type { PanelSession } from '../../../../src/metrics/behavioural/panelSession.js';
import type { QuickReport } from '../../../../src/metrics/behavioural/quickReport.js';
import type { VisitReport } from '../../../../src/metrics/behavioural/visitReport.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../../tools/soundness.js';

const head = { at: '2026-03-02', authorId: 'rep-1' } as const;
let reported = 0;
/** An id of its own for each report that is given none. */
const newId = (): string => `r${String(reported++)}`;
const visit = (fields: Partial<VisitReport> = {}): VisitReport => ({ ...head, id: newId(), kind: 'visit', ...fields });
const panel = (fields: Partial<PanelSession> = {}): PanelSession => ({
  ...head,
  id: newId(),
  kind: 'panel',
  invited: ['d1', 'd2'],
  attended: ['d1'],
  ...fields,
});
const hotline = (fields: Partial<HotlineContact> = {}): HotlineContact => ({
  ...head,
  id: newId(),
  kind: 'hotline',
  reason: 'returns',
  ...fields,
});
const quick = (fields: Partial<QuickReport> = {}): QuickReport => ({
  ...head,
  id: newId(),
  kind: 'quick',
  incident: 'no label',
  ...fields,
});
const PERIOD = { windowDays: 31, asOf: '2026-03-31' } as const;
const IMPOSSIBLE: readonly (readonly [FieldReport, string, string, unknown])[] = [
  [visit({ kind: 'mail' as never }), 'unknown-kind', 'kind', 'mail'],
  [visit({ authorId: '' }), 'missing-author', 'authorId', ''],
  [visit({ at: 'soon' }), 'unreadable-time', 'at', 'soon'],
  [visit({ followedUpAt: 'soon' }), 'unreadable-time', 'followedUpAt', 'soon'],
  [visit({ followedUpAt: '2026-03-01' }), 'followed-up-before-report', 'followedUpAt', '2026-03-01'],
  [hotline({ reason: 'chat' as never }), 'unknown-reason', 'reason', 'chat'],
  [panel({ invited: undefined as never }), 'missing-members', 'invited', null],
  [panel({ attended: null as never }), 'missing-members', 'attended', null],
  [panel({ attended: ['d1', 'd9'] }), 'attended-uninvited', 'attended', 2],
];

it('knows four kinds of report and the reasons of the hotline', () => {
  expect(FIELD_REPORT_KINDS).toEqual(['visit', 'panel', 'hotline', 'quick']);
  expect(HOTLINE_REASONS).toEqual(['availability', 'returns', 'data-sheets', 'other']);
});

describe('checkFieldReports', () => {
  it.each(IMPOSSIBLE)('names %o', (report, code, field, value) => {
    expect(checkFieldReports(readOnce([visit(), report]))).toEqual([{ code, index: 1, id: report.id, field, value }]);
  });

  it('finds nothing in reports of every kind', () => {
    const full = visit({
      expectations: ['speed'],
      objections: ['price'],
      logisticsBrakes: ['slots'],
      priceRequests: ['net price'],
      competitorsSeen: ['Acme'],
      followedUpAt: '2026-03-02',
    });
    const session = panel({
      offerTests: [{ offer: 'kit', inFavour: 4, against: 1 }],
      roadmapVotes: [{ item: 'app', votes: 3 }],
      merchandisingFeedback: ['too high'],
      missingTraining: ['fitting'],
    });
    const photo = quick({ photo: 'photos/1', pointOfSale: 'shop-7', ticketId: 't-1' });
    expect(checkFieldReports([full, session, hotline({ itemId: 'p1' }), photo])).toEqual([]);
  });
});

describe('toFieldContributors', () => {
  it('counts by kind, the silent ones among them', () => {
    const reports = [visit(), visit(), quick({ authorId: 'rep-2' }), hotline(), panel()];
    expect(
      expectSound(
        toFieldContributors(readOnce(deepFreeze(reports)), readOnce(['rep-3', 'rep-2', 'rep-1', 'rep-1', '']), PERIOD),
      ),
    ).toEqual([
      { contributorId: 'rep-1', reports: { visit: 2, panel: 1, hotline: 1, quick: 0 } },
      { contributorId: 'rep-2', reports: { visit: 0, panel: 0, hotline: 0, quick: 1 } },
      { contributorId: 'rep-3', reports: { visit: 0, panel: 0, hotline: 0, quick: 0 } },
    ]);
  });

  it.each([
    ['2026-03-01', 1],
    ['2026-02-28', 0],
    ['2026-03-31', 1],
    ['2026-04-01', 0],
  ])('of the 31 days up to the 31st, a report of %s counts %i times', (at, count) => {
    expect(toFieldContributors([visit({ at })], ['rep-1'], PERIOD)[0]?.reports.visit).toBe(count);
  });
});

describe('computeFieldReports', () => {
  it('is reports per contributor, by kind, with what was left out', () => {
    const reports = [
      visit(),
      visit(),
      quick({ authorId: 'rep-2' }),
      visit({ authorId: 'rep-9' }),
      visit({ at: '2026-02-01' }),
      ...IMPOSSIBLE.map(([report]) => report),
    ];
    const result = expectSound(computeFieldReports(reports, ['rep-1', 'rep-2', 'rep-3', 'rep-4', null], PERIOD));
    expect(result).toMatchObject({ value: 0.75, reports: 3, contributors: 4, reporting: 2, sampleSize: 4 });
    expect(result.kinds).toEqual([
      { kind: 'visit', reports: 2, rate: 0.5 },
      { kind: 'panel', reports: 0, rate: 0 },
      { kind: 'hotline', reports: 0, rate: 0 },
      { kind: 'quick', reports: 1, rate: 0.25 },
    ]);
    expect(result.excluded).toEqual({
      missing: 1,
      invalid: 0,
      invalidReport: 9,
      duplicateReport: 0,
      otherAuthor: 1,
      outsideWindow: 1,
    });
    // Poisson limits of 3 events, from the tables: 0.6187 and 8.7673.
    expect(result.interval?.lower).toBeCloseTo(0.6187 / 4, 4);
    expect(result.interval?.upper).toBeCloseTo(8.7673 / 4, 4);
    expect(result.definition.parameters).toEqual({ windowDays: 31 });
  });

  it('is unknown without contributors, and leaves impossible counts out', () => {
    const none = expectSound(computeFieldReports([visit()], [], PERIOD));
    expect([none.value, none.kinds[0], none.excluded.otherAuthor]).toEqual([
      null,
      { kind: 'visit', reports: 0, rate: null },
      1,
    ]);
    const odd = { contributorId: 'x', reports: { visit: -1, panel: 0, hotline: 0, quick: 2 } };
    expect(computeMeasure([odd], fieldReportsMeasure(PERIOD)).excluded.invalid).toBe(1);
  });

  it('refuses a period of no days', () => {
    const thrown = thrownBy(() => computeFieldReports([], [], { ...PERIOD, windowDays: 0 }));
    expect(thrown.message).toMatch(/computeFieldReports: option "windowDays"/);
    expect(thrownBy(() => computeFieldReports([], [], { ...PERIOD, asOf: 'x' })).code).toBe('CX_INVALID_DATE');
  });
});

describe('computeFieldReportConversion', () => {
  const reports = [
    quick({ ticketId: 't-1' }),
    visit({ actionValidated: true, ticketId: 't-2' }),
    visit({ actionValidated: true }),
    visit({ ticketId: '' }),
    hotline({ ticketId: null, actionValidated: false }),
    ...IMPOSSIBLE.map(([report]) => report),
  ];

  it('is the share that led to a ticket or an action', () => {
    const result = expectSound(computeFieldReportConversion(deepFreeze(reports)));
    expect(result).toMatchObject({ value: 0.6, ticket: 2, action: 1, neither: 2, sampleSize: 5 });
    expect(result.excluded).toEqual({ invalid: 9, duplicate: 0, otherKind: 0 });
    expect(result.definition.parameters).toEqual({});
  });

  it('looks at the kinds asked for', () => {
    const result = computeFieldReportConversion(reports, { kinds: ['visit', 'quick', 'visit'] });
    expect(result).toMatchObject({ value: 0.75, excluded: { invalid: 9, otherKind: 1 } });
    expect(result.definition.parameters).toEqual({ kinds: ['quick', 'visit'] });
    expect(fieldReportConversionMeasure({ kinds: FIELD_REPORT_KINDS }).definition.parameters).toEqual({});
  });

  it.each([[[]], [['mail']], [['visit', 'mail']], ['visit']])('refuses the kinds %o', (kinds) => {
    expect(thrownBy(() => fieldReportConversionMeasure({ kinds: kinds as never }))).toMatchObject({
      code: 'CX_INVALID_OPTION',
    });
  });
});

describe('computeFollowUpTime', () => {
  const at = '2026-03-02T09:00:00Z';
  const asOf = '2026-03-10T09:00:00Z';
  const reports = [
    quick({ at, followedUpAt: '2026-03-02T15:00:00Z' }),
    visit({ at, followedUpAt: '2026-03-03T09:00:00Z' }),
    visit({ at, followedUpAt: '2026-03-02T21:00:00Z' }),
    visit({ at }),
    visit({ at: '2026-03-10T09:00:01Z' }),
    visit({ at, followedUpAt: '2026-03-10T09:00:01Z' }),
    ...IMPOSSIBLE.map(([report]) => report),
  ];

  it('gives the median hours, those who wait counted as waiting', () => {
    const result = expectSound(computeFollowUpTime(deepFreeze(reports), { asOf }));
    // Kaplan and Meier: 4/5 still wait after 6 hours, 3/5 after 12, 2/5 after 24.
    expect(result).toMatchObject({ value: 24, closed: 3, open: 2, sampleSize: 5 });
    expect(result.quantiles.map(({ quantile, value }) => [quantile, value])).toEqual([
      [0.5, 24],
      [0.9, null],
    ]);
    expect(result.excluded).toEqual({ invalid: 9, duplicate: 0, otherKind: 0, notYetReported: 1 });
    expect(result.definition.parameters).toEqual({ censoring: 'kaplan-meier' });
  });

  it('takes kinds, quantile and storage into the definition', () => {
    const result = computeFollowUpTime(reports, {
      asOf,
      kinds: ['quick'],
      quantile: 0.9,
      quantiles: [],
      storage: 'sketch',
    });
    expect(result).toMatchObject({ closed: 1, open: 0, excluded: { otherKind: 5, notYetReported: 0 } });
    expect(result.value).toBeCloseTo(6, 1);
    expect(result.definition.parameters).toEqual({
      kinds: ['quick'],
      quantile: 0.9,
      censoring: 'kaplan-meier',
      storage: 'sketch',
    });
  });

  it('counts a follow-up at the very moment, and waits of no time', () => {
    const now = visit({ at: asOf, followedUpAt: asOf });
    expect(computeFollowUpTime([now], { asOf })).toMatchObject({ value: 0, closed: 1 });
    expect(thrownBy(() => computeFollowUpTime([], { asOf: 'now' })).code).toBe('CX_INVALID_DATE');
  });
});

describe('computePanelParticipation', () => {
  const sessions = [
    panel({ invited: ['d1', 'd2', 'd3', 'd1', ''], attended: ['d1', 'd1'] }),
    panel({ invited: ['d1', 'd2', 'd4'], attended: ['d1', 'd2', 'd9', 'd3'] }),
    panel({ invited: undefined as never }),
  ];

  it('gathers members over sessions', () => {
    expect(expectSound(toPanelMembers(readOnce(deepFreeze(sessions))))).toEqual([
      { memberId: 'd1', invited: 2, attended: 2, uninvited: 0 },
      { memberId: 'd2', invited: 2, attended: 1, uninvited: 0 },
      { memberId: 'd3', invited: 1, attended: 0, uninvited: 1 },
      { memberId: 'd4', invited: 1, attended: 0, uninvited: 0 },
      { memberId: 'd9', invited: 0, attended: 0, uninvited: 1 },
    ]);
  });

  it('is the share of members invited who came', () => {
    const result = expectSound(computePanelParticipation(sessions));
    expect(result).toMatchObject({ value: 0.5, participated: 2, absent: 2, excluded: { invalid: 0, notInvited: 1 } });
  });

  it.each([
    [1, 2],
    [-1, 0],
    [1, 0.5],
  ])('leaves out %i invitations with %d attended', (invited, attended) => {
    const member = { memberId: 'd', invited, attended, uninvited: 0 };
    expect(computeMeasure([member], panelParticipationMeasure()).excluded.invalid).toBe(1);
  });
});

it('agrees with the catalogue', () => {
  const measures = [
    fieldReportsMeasure(PERIOD),
    fieldReportConversionMeasure(),
    followUpTimeMeasure(PERIOD),
    panelParticipationMeasure(),
  ];
  for (const { definition } of measures) {
    const { id, family, statistic, unit, direction, range } = definition;
    expect(findMetric(id)).toMatchObject({ id, family, statistic, unit, direction, range });
  }
});
