import { describe, expect, it } from 'vitest';
import { CONTACT_ROLES, type Contact, type ContactRole } from '../../../../src/core/records.js';
import { computeMeasure } from '../../../../src/measures/computeMeasure.js';
import { computeContactCoverage, contactCoverageMeasure } from '../../../../src/metrics/outreach/contactCoverage.js';
import { toContactReach, type ContactReach } from '../../../../src/metrics/outreach/contactReach.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../../tools/soundness.js';
import { invitation } from './rates.js';

const sentAt = '2026-03-01';
const reach = (role: ContactRole | null, invited: boolean, answered: boolean): ContactReach => {
  return { contactId: 'c', accountId: 'A', role, invited, answered };
};

describe('computeContactCoverage', () => {
  const rows = [
    reach('user', true, true),
    reach('user', true, false),
    reach('user', false, false),
    reach('decision-maker', true, false),
    reach('buyer', false, false),
    reach('dealer', false, true),
    reach(null, true, false),
  ];

  it('is the share of known contacts who answered, counted by role', () => {
    const got = expectSound(computeContactCoverage(readOnce(deepFreeze(rows))));
    expect(got).toMatchObject({
      definition: {
        id: 'contact-coverage',
        family: 'proportion',
        statistic: 'share',
        unit: 'share',
        direction: 'higher-is-better',
        range: { minimum: 0, maximum: 1 },
        parameters: {},
      },
      value: 2 / 7,
      standardError: null,
      degreesOfFreedom: null,
      interval: null,
      sampleSize: 7,
      effectiveSampleSize: 7,
      accounts: null,
      excluded: { unknownRole: 0 },
      warnings: [],
      known: 7,
      // Who answered was reached, invited or not.
      invited: 5,
      answered: 2,
      silentRoles: ['decision-maker', 'buyer'],
    });
    expect(got.roles.map(({ role }) => role)).toEqual([...CONTACT_ROLES, null]);
    expect(got.roles.filter(({ known }) => known > 0)).toEqual([
      { role: 'decision-maker', known: 1, invited: 1, answered: 0, share: 0 },
      { role: 'buyer', known: 1, invited: 0, answered: 0, share: 0 },
      { role: 'user', known: 3, invited: 2, answered: 1, share: 1 / 3 },
      { role: 'dealer', known: 1, invited: 1, answered: 1, share: 1 },
      { role: null, known: 1, invited: 1, answered: 0, share: 0 },
    ]);
    expect(got.roles[4]).toEqual({ role: 'after-sales', known: 0, invited: 0, answered: 0, share: null });
  });

  it('leaves out and counts a role that does not exist, and takes none for not known', () => {
    const odd = [
      { ...reach(null, true, true), role: 'boss' },
      { ...reach(null, true, true), role: undefined },
    ];
    const got = expectSound(computeContactCoverage(odd as never));
    expect(got).toMatchObject({ known: 1, excluded: { unknownRole: 1 } });
    expect(got.roles[7]).toEqual({ role: null, known: 1, invited: 1, answered: 1, share: 1 });
  });

  it('is unknown without contacts', () => {
    const got = expectSound(computeContactCoverage([]));
    expect(got).toMatchObject({ value: null, sampleSize: 0, silentRoles: [], warnings: [{ code: 'no-data' }] });
  });

  it('is what its measure gives, in pieces', () => {
    const measure = contactCoverageMeasure();
    expect(computeMeasure(rows, measure)).toEqual(computeContactCoverage(rows));
    const whole = measure.createTally();
    for (const part of [rows.slice(3), rows.slice(0, 3)]) {
      const tally = measure.createTally();
      part.forEach((row, index) => measure.addRow(tally, row, index));
      measure.mergeTallies(whole, deepFreeze(tally));
    }
    expect(measure.toResult(whole)).toEqual(computeContactCoverage(rows));
  });
});

describe('toContactReach', () => {
  const contacts: Contact[] = [
    { id: 'ben', accountId: 'A', role: 'buyer' },
    { id: 'anna', accountId: 'A', role: 'user', active: true },
    { id: 'cleo', accountId: 'B', role: 'user', active: false },
    { id: 'dan', accountId: 'B', role: 'user', active: false },
  ];

  it('joins contacts to what became of their invitations', () => {
    const got = toContactReach(
      readOnce(deepFreeze(contacts)),
      readOnce([
        invitation({ contactId: 'anna', accountId: 'Z', role: 'dealer', sentAt }),
        invitation({ contactId: 'anna', sentAt, status: 'complete' }),
        invitation({ contactId: 'anna', notSurveyed: 'quarantine' }),
        invitation({ contactId: 'ben', notSurveyed: 'quarantine' }),
        invitation({ contactId: 'cleo', sentAt }),
        invitation({ contactId: 'dan', sentAt, status: 'complete' }),
      ]),
    );
    // The record of the contact says account and role; one who has left is there only with an answer.
    expect(expectSound(got)).toEqual([
      { contactId: 'anna', accountId: 'A', role: 'user', invited: true, answered: true },
      { contactId: 'ben', accountId: 'A', role: 'buyer', invited: false, answered: false },
      { contactId: 'dan', accountId: 'B', role: 'user', invited: true, answered: true },
    ]);
  });

  it('knows a contact without invitations', () => {
    expect(toContactReach(contacts.slice(0, 1), [])).toEqual([
      { contactId: 'ben', accountId: 'A', role: 'buyer', invited: false, answered: false },
    ]);
  });

  it('reads a contact of whom account and role are missing', () => {
    expect(toContactReach([{ id: 'ben' } as Contact], [])[0]).toMatchObject({ accountId: null, role: null });
  });

  it('adds contacts it did not know, alike in any order', () => {
    const invitations = [
      invitation({ contactId: 'eve' }),
      invitation({ contactId: 'eve', accountId: 'C', role: 'user', sentAt }),
      invitation({ contactId: 'eve', accountId: 'B', role: 'buyer' }),
    ];
    const expected = [{ contactId: 'eve', accountId: 'B', role: 'buyer', invited: true, answered: false }];
    expect(toContactReach([], invitations)).toEqual(expected);
    expect(toContactReach([], invitations.reverse())).toEqual(expected);
    expect(toContactReach([], [invitation({ contactId: 'eve' })])[0]).toMatchObject({ accountId: null, role: null });
  });

  it('takes no test for an invitation', () => {
    const rows = [invitation({ contactId: 'ben', sentAt, status: 'test' }), null as never];
    expect(toContactReach(contacts.slice(0, 1), rows)[0]).toMatchObject({ invited: false, answered: false });
  });

  it('takes what was left before its end for an answer on request', () => {
    const rows = [invitation({ contactId: 'ben', sentAt, status: 'partial' })];
    expect(toContactReach(contacts.slice(0, 1), rows)[0]?.answered).toBe(false);
    expect(toContactReach(contacts.slice(0, 1), rows, { numerator: 'partial-too' })[0]?.answered).toBe(true);
    expect(thrownBy(() => toContactReach([], [], { numerator: 'all' as never })).message).toBe(
      'toContactReach: option "numerator" must be "complete" or "partial-too", received "all"',
    );
  });
});
