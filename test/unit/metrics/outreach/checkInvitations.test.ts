import { describe, expect, it } from 'vitest';
import { checkInvitations } from '../../../../src/metrics/outreach/checkInvitations.js';
import type { Invitation } from '../../../../src/metrics/outreach/invitation.js';
import { deepFreeze, expectSound, readOnce } from '../../../tools/soundness.js';

const invitation = (fields: Partial<Invitation>): Invitation => ({ id: 'i', contactId: 'c', ...fields });
const codesOf = (fields: Partial<Invitation>): (readonly [string, string])[] =>
  checkInvitations([invitation(fields)]).map(({ code, field }) => [code, field]);

describe('checkInvitations', () => {
  it('finds nothing in what is in order', () => {
    const rows = [
      invitation({}),
      invitation({ id: 'j', notSurveyed: 'quarantine' }),
      invitation({ id: 'k', sentAt: '2026-03-01', bounced: true }),
      invitation({
        id: 'l',
        sentAt: '2026-03-01T09:00:00Z',
        deliveredAt: '2026-03-01T09:00:00Z',
        openedAt: '2026-03-01',
        startedAt: '2026-03-01T12:00:00Z',
        completedAt: '2026-03-01T12:10:00Z',
        status: 'complete',
        scored: true,
      }),
      invitation({ id: 'm', sentAt: '2026-03-01', status: 'partial', scored: true }),
      invitation({ id: 'n', sentAt: '2026-03-01', scored: true }),
      invitation({ id: 'o', sentAt: '2026-03-01', status: 'skipped', scored: false }),
    ];
    expect(checkInvitations(readOnce(deepFreeze(rows)))).toEqual([]);
    expect(checkInvitations([])).toEqual([]);
  });

  it.each<[Partial<Invitation>, readonly (readonly [string, string])[]]>([
    [{ sentAt: '2026-03-02', deliveredAt: '2026-03-01' }, [['out-of-order', 'deliveredAt']]],
    [{ sentAt: '2026-03-02', openedAt: '2026-03-01' }, [['out-of-order', 'openedAt']]],
    [
      { sentAt: '2026-03-01', openedAt: '2026-03-03', startedAt: '2026-03-02', completedAt: '2026-03-02' },
      [['out-of-order', 'startedAt']],
    ],
    [
      { sentAt: '2026-03-01T10:00:00+01:00', deliveredAt: '2026-03-01T08:59:59.999Z' },
      [['out-of-order', 'deliveredAt']],
    ],
    [{ sentAt: '2026-03-01T10:00:00+01:00', deliveredAt: '2026-03-01T09:00:00Z' }, []],
    [{ deliveredAt: '2026-03-01' }, [['not-sent', 'sentAt']]],
    [{ bounced: true }, [['not-sent', 'sentAt']]],
    [{ status: 'complete' }, [['not-sent', 'sentAt']]],
    [{ sentAt: '2026-03-01', bounced: true, openedAt: '2026-03-02' }, [['opened-without-delivery', 'bounced']]],
    [{ sentAt: '2026-03-01', bounced: true, status: 'partial' }, [['opened-without-delivery', 'bounced']]],
    [{ sentAt: '2026-03-01', bounced: true, status: 'complete' }, [['completed-without-delivery', 'bounced']]],
    [{ sentAt: '2026-03-01', bounced: true, deliveredAt: '2026-03-01' }, [['delivered-and-bounced', 'bounced']]],
    [{ sentAt: '2026-03-01', notSurveyed: 'quarantine' }, [['sent-although-withheld', 'notSurveyed']]],
    [
      { sentAt: '2026-03-01', status: 'partial', completedAt: '2026-03-02' },
      [['completed-but-partial', 'completedAt']],
    ],
    [{ sentAt: '2026-03-01', status: 'skipped', scored: true }, [['scored-without-answer', 'scored']]],
    [{ sentAt: '2026-03-01', status: 'not-shown', scored: true }, [['scored-without-answer', 'scored']]],
    [
      { bounced: true, status: 'complete', notSurveyed: 'opted-out' },
      [
        ['not-sent', 'sentAt'],
        ['completed-without-delivery', 'bounced'],
        ['sent-although-withheld', 'notSurveyed'],
      ],
    ],
    // What cannot be read is not judged further.
    [{ sentAt: 'soon', bounced: true, status: 'complete' }, [['unreadable-time', 'sentAt']]],
  ])('finds in %j: %j', (fields, expected) => {
    expect(codesOf(fields)).toEqual(expected);
  });

  it('names the row, the id, the field and what it holds', () => {
    const rows = [invitation({}), invitation({ id: 'j', deliveredAt: 'soon' }), { contactId: 'c' }, null];
    expect(expectSound(checkInvitations(rows as Invitation[]))).toEqual([
      { code: 'unreadable-time', index: 1, id: 'j', field: 'deliveredAt', value: 'soon' },
      { code: 'missing-id', index: 2, id: null, field: 'id', value: null },
      { code: 'missing-id', index: 3, id: null, field: 'id', value: null },
    ]);
  });

  it('finds an id that was there before, whatever became of the first', () => {
    const rows = [invitation({ sentAt: 'soon' }), invitation({ contactId: 'd' }), invitation({ id: 'j' })];
    expect(checkInvitations(rows)).toEqual([
      { code: 'unreadable-time', index: 0, id: 'i', field: 'sentAt', value: 'soon' },
      { code: 'duplicate-id', index: 1, id: 'i', field: 'id', value: 'i' },
    ]);
  });
});
