import { describe, expect, it } from 'vitest';
import { NOT_SURVEYED_REASONS, type Invitation } from '../../../../src/metrics/outreach/invitation.js';
import { readMoment } from '../../../../src/core/moment.js';
import {
  OUTREACH_STAGES,
  invitationFault,
  reachOf,
  setAside,
  stageNumber,
} from '../../../../src/metrics/outreach/outreachStage.js';

const day = (number: number): string => `2026-03-0${String(number)}`;
const invitation = (fields: Partial<Invitation>): Invitation => ({ id: 'i', contactId: 'c', ...fields });

describe('the stages', () => {
  it('are in the order of the way, numbered from 1', () => {
    expect(OUTREACH_STAGES.map(stageNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(OUTREACH_STAGES[0]).toBe('eligible');
    expect(OUTREACH_STAGES[7]).toBe('scored');
  });
});

describe('reachOf', () => {
  it.each<[Partial<Invitation>, number, string | null]>([
    [{ notSurveyed: 'opted-out' }, 0, 'opted-out'],
    [{ notSurveyed: 'inactive' }, 0, 'inactive'],
    [{ notSurveyed: 'no-address' }, 0, 'no-address'],
    [{ notSurveyed: 'ineligible' }, 0, 'ineligible'],
    [{ notSurveyed: 'not-sampled' }, 1, 'not-sampled'],
    [{ notSurveyed: 'quarantine' }, 2, 'quarantine'],
    [{ notSurveyed: 'account-limit' }, 2, 'account-limit'],
    [{ notSurveyed: 'not-sent' }, 2, 'not-sent'],
    [{}, 2, 'not-sent'],
    [{ bounced: false }, 2, 'not-sent'],
    [{ bounced: true }, 3, 'bounced'],
    [{ sentAt: day(1), bounced: true }, 3, 'bounced'],
    [{ sentAt: day(1), deliveredAt: day(1), bounced: true }, 3, 'bounced'],
    [{ sentAt: day(1) }, 4, 'not-opened'],
    [{ sentAt: day(1), bounced: false }, 4, 'not-opened'],
    [{ deliveredAt: day(1) }, 4, 'not-opened'],
    [{ openedAt: day(1) }, 5, 'not-started'],
    [{ openedAt: day(1), bounced: true }, 5, 'not-started'],
    [{ startedAt: day(1) }, 6, 'not-completed'],
    [{ status: 'partial' }, 6, 'partial'],
    [{ status: 'partial', scored: false }, 6, 'partial'],
    [{ status: 'partial', scored: true }, 6, 'partial-scored'],
    [{ status: 'partial', completedAt: day(1) }, 6, 'partial'],
    [{ status: 'skipped' }, 6, 'not-completed'],
    [{ status: 'not-shown' }, 2, 'not-sent'],
    [{ completedAt: day(1) }, 7, 'not-scored'],
    [{ completedAt: day(1), status: 'skipped' }, 7, 'skipped'],
    [{ completedAt: day(1), status: 'skipped', scored: true }, 7, 'skipped'],
    [{ completedAt: day(1), status: 'not-shown' }, 7, 'not-shown'],
    [{ status: 'complete', scored: false }, 7, 'not-scored'],
    [{ completedAt: day(1), scored: false }, 7, 'not-scored'],
    [{ status: 'complete' }, 8, null],
    [{ scored: true }, 8, null],
    [{ completedAt: day(1), scored: true }, 8, null],
    [{ notSurveyed: 'quarantine', status: 'complete' }, 8, null],
    [{ notSurveyed: 'opted-out', sentAt: day(1) }, 4, 'not-opened'],
  ])('of %j is %i, %s', (fields, passed, reason) => {
    expect(reachOf(invitation(fields))).toEqual({ passed, reason, isPartial: fields.status === 'partial' });
  });

  it('reads null as left out', () => {
    const fields = { sentAt: null, bounced: null, status: null, scored: null, notSurveyed: null, completedAt: null };
    expect(reachOf(invitation(fields as never))).toEqual(reachOf(invitation({})));
    expect(setAside(invitation(fields as never))).toBeNull();
  });

  const whole = invitation({
    sentAt: day(1),
    deliveredAt: day(2),
    openedAt: day(3),
    startedAt: day(4),
    completedAt: day(5),
    status: 'complete',
  });
  it.each([
    ['2026-02-28', 2, 'not-sent'],
    [day(1), 4, 'not-opened'],
    [day(2), 4, 'not-opened'],
    [day(3), 5, 'not-started'],
    [day(4), 6, 'not-completed'],
    [day(5), 8, null],
  ])('stands at %s at stage %i', (asOf, passed, reason) => {
    expect(reachOf(whole, readMoment(asOf))).toEqual({ passed, reason, isPartial: false });
  });

  it.each<[Partial<Invitation>, string, number]>([
    // What has no time of its own was not known while a time of the record lies ahead.
    [{ sentAt: day(2), status: 'complete' }, day(1), 2],
    [{ sentAt: day(2), status: 'complete' }, day(2), 8],
    [{ sentAt: day(2), scored: true }, day(1), 2],
    [{ startedAt: day(2), status: 'partial' }, day(1), 2],
    [{ startedAt: day(2), status: 'partial' }, day(2), 6],
    [{ sentAt: day(2), bounced: true }, day(1), 2],
    [{ sentAt: day(2), bounced: true }, day(2), 3],
    [{ bounced: true }, day(1), 3],
  ])('of %j as of %s is %i', (fields, asOf, passed) => {
    expect(reachOf(invitation(fields), readMoment(asOf)).passed).toBe(passed);
  });

  it('counts a happening at the very instant', () => {
    const sent = invitation({ sentAt: '2026-03-01T10:00:00+01:00' });
    expect(reachOf(sent, readMoment('2026-03-01T09:00:00Z')).passed).toBe(4);
    expect(reachOf(sent, readMoment('2026-03-01T08:59:59Z')).passed).toBe(2);
  });
});

describe('setAside', () => {
  it.each([
    ['test', 'test'],
    ['spam', 'spam'],
    ['excluded', 'excluded'],
    ['complete', null],
    ['partial', null],
    ['skipped', null],
    ['not-shown', null],
    [undefined, null],
  ] as const)('of status %s is %s', (status, expected) => {
    expect(setAside(invitation({ status }))).toBe(expected);
  });

  it('puts what cannot be read first', () => {
    expect(setAside(invitation({ status: 'test', sentAt: 'soon' }))).toBe('invalid');
    expect(setAside(null as never)).toBe('invalid');
  });
});

describe('invitationFault', () => {
  it.each<[unknown, string, string]>([
    [null, 'missing-id', 'id'],
    [{ contactId: 'c' }, 'missing-id', 'id'],
    [{ id: '', contactId: 'c' }, 'missing-id', 'id'],
    [{ id: 7, contactId: 'c' }, 'missing-id', 'id'],
    [{ id: 'i' }, 'missing-id', 'contactId'],
    [{ id: 'i', contactId: '' }, 'missing-id', 'contactId'],
    [invitation({ sentAt: '01/03/2026' }), 'unreadable-time', 'sentAt'],
    [invitation({ deliveredAt: '' }), 'unreadable-time', 'deliveredAt'],
    [invitation({ openedAt: '2026-03-01T09:00' }), 'unreadable-time', 'openedAt'],
    [invitation({ startedAt: 5 as never }), 'unreadable-time', 'startedAt'],
    [invitation({ completedAt: '2026-02-29' }), 'unreadable-time', 'completedAt'],
    [invitation({ bounced: 'no' as never }), 'unknown-value', 'bounced'],
    [invitation({ scored: 1 as never }), 'unknown-value', 'scored'],
    [invitation({ status: 'done' as never }), 'unknown-value', 'status'],
    [invitation({ notSurveyed: 'forgotten' as never }), 'unknown-value', 'notSurveyed'],
  ])('of %j is %s of %s', (row, code, field) => {
    expect(invitationFault(row as Invitation)).toEqual({ code, field });
  });

  it('finds none in any reason and any status', () => {
    for (const notSurveyed of NOT_SURVEYED_REASONS) expect(invitationFault(invitation({ notSurveyed }))).toBeNull();
    expect(invitationFault(invitation({ status: 'test', bounced: true, scored: false }))).toBeNull();
  });
});
