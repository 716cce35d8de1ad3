import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWER_STATUSES, CONTACT_ROLES, type Account, type Money } from '../../src/core/records.js';
import type { MetricResult } from '../../src/core/result.js';
import { computeMeasure, tallyRows } from '../../src/measures/computeMeasure.js';
import type { Measure } from '../../src/measures/measure.js';
import { readTally, storeTally } from '../../src/measures/storedTally.js';
import { accountResponseRateMeasure } from '../../src/metrics/outreach/accountResponseRate.js';
import { toAnsweringAccounts } from '../../src/metrics/outreach/answeringAccounts.js';
import { bounceRateMeasure, computeBounceRate } from '../../src/metrics/outreach/bounceRate.js';
import { checkContacts } from '../../src/metrics/outreach/checkContacts.js';
import { checkInvitations } from '../../src/metrics/outreach/checkInvitations.js';
import { contactCoverageMeasure } from '../../src/metrics/outreach/contactCoverage.js';
import { toContactReach, type ContactReach } from '../../src/metrics/outreach/contactReach.js';
import { followUpQueue } from '../../src/metrics/outreach/followUpQueue.js';
import { NOT_SURVEYED_REASONS, type Invitation } from '../../src/metrics/outreach/invitation.js';
import { computeLoopClosure, loopClosureMeasure } from '../../src/metrics/outreach/loopClosure.js';
import { outreachLedger } from '../../src/metrics/outreach/outreachLedger.js';
import { toRecoveries } from '../../src/metrics/outreach/recoveries.js';
import { computeRecoveryRate } from '../../src/metrics/outreach/recoveryRate.js';
import { computeResponseRate, responseRateMeasure } from '../../src/metrics/outreach/responseRate.js';
import { revenueCoverageMeasure } from '../../src/metrics/outreach/revenueCoverage.js';
import { silenceBounds } from '../../src/metrics/outreach/silenceBounds.js';
import { timeToFirstContactMeasure } from '../../src/metrics/outreach/timeToFirstContact.js';
import { computeCsat } from '../../src/metrics/perception/csat.js';
import { deepFreeze, expectSound } from '../tools/soundness.js';

/** Moments of a few days, as dates, instants, and now and then as what cannot be read. */
const moments = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 9 }).map((day) => `2026-03-0${String(day)}`) },
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 23 }), fc.constantFrom('Z', '+05:00', '-08:00'))
      .map(([day, hour, zone]) => `2026-03-0${String(day)}T${String(hour).padStart(2, '0')}:00:00${zone}`),
  },
  { weight: 1, arbitrary: fc.constant('soon') },
);
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(arbitrary, { nil: undefined });
const accountIds = fc.constantFrom('A', 'B', 'C', '__proto__');

const invitations: fc.Arbitrary<Invitation[]> = fc
  .array(
    fc.record({
      contactId: fc.constantFrom('anna', 'ben', 'cleo', 'dan', 'eve', 'constructor'),
      accountId: maybe(accountIds),
      role: maybe(fc.constantFrom(...CONTACT_ROLES)),
      notSurveyed: fc.option(fc.constantFrom(...NOT_SURVEYED_REASONS), { nil: undefined, freq: 1 }),
      sentAt: maybe(moments),
      deliveredAt: maybe(moments),
      bounced: maybe(fc.boolean()),
      openedAt: maybe(moments),
      startedAt: maybe(moments),
      completedAt: maybe(moments),
      status: maybe(fc.constantFrom(...ANSWER_STATUSES)),
      scored: maybe(fc.boolean()),
    }),
    { maxLength: 20 },
  )
  .map((rows) => rows.map((row, at) => ({ id: `i${String(at)}`, ...row })));

const reaches: fc.Arbitrary<ContactReach[]> = fc.array(
  fc.record({
    contactId: fc.string(),
    accountId: fc.option(accountIds),
    role: fc.option(fc.constantFrom(...CONTACT_ROLES)),
    invited: fc.boolean(),
    answered: fc.boolean(),
  }),
  { maxLength: 20 },
);

interface AccountRow {
  readonly id: string | null;
  readonly revenue: Money | null;
  readonly heard: boolean | null;
}
const money = fc.record({
  minorUnits: fc.oneof(fc.integer({ min: -100, max: 1e9 }), fc.constantFrom(0, 0.5)),
  currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'USD'),
});
const accountRows: fc.Arbitrary<AccountRow[]> = fc.array(
  fc.record({
    id: fc.option(accountIds, { freq: 8 }),
    revenue: fc.option(money, { freq: 8 }),
    heard: fc.option(fc.boolean(), { freq: 8 }),
  }),
  { maxLength: 20 },
);

interface Answer {
  readonly id: string;
  readonly who: string | null;
  readonly score: number | null;
  readonly angry: boolean | null;
  readonly at: string;
  readonly called: string | null;
}
const answers: fc.Arbitrary<Answer[]> = fc
  .array(
    fc.record({
      who: fc.option(fc.constantFrom('anna', 'ben', 'cleo'), { freq: 8 }),
      score: fc.option(fc.integer({ min: 0, max: 11 }), { freq: 8 }),
      angry: fc.option(fc.boolean()),
      at: moments,
      called: fc.option(moments),
    }),
    { maxLength: 20 },
  )
  .map((rows) => rows.map((row, at) => ({ id: `a${String(at)}`, ...row })));
const LOOP = {
  score: 'score',
  at: 'at',
  contactedAt: 'called',
  asOf: '2026-03-07T12:00:00Z',
  offScale: 'exclude',
} as const;

const shuffled = <Row>(arbitrary: fc.Arbitrary<Row[]>): fc.Arbitrary<{ rows: Row[]; mixed: Row[]; cut: number }> =>
  arbitrary.chain((rows) =>
    fc.record({
      rows: fc.constant(rows),
      mixed: fc.shuffledSubarray(rows, { minLength: rows.length }),
      cut: fc.nat({ max: rows.length }),
    }),
  );

type AnyMeasure = Measure<unknown, unknown, MetricResult>;
const MEASURES: readonly [string, AnyMeasure, fc.Arbitrary<unknown[]>][] = [
  ['response rate', responseRateMeasure(), invitations],
  [
    'response rate, partial too',
    responseRateMeasure({ denominator: 'eligible', numerator: 'partial-too' }),
    invitations,
  ],
  ['account response rate', accountResponseRateMeasure(), invitations],
  ['account response rate, delivered', accountResponseRateMeasure({ denominator: 'delivered' }), invitations],
  ['bounce rate', bounceRateMeasure(), invitations],
  ['contact coverage', contactCoverageMeasure(), reaches],
  [
    'revenue coverage',
    revenueCoverageMeasure<AccountRow>({
      account: 'id',
      revenue: 'revenue',
      answered: 'heard',
      currency: 'EUR',
      target: 0.8,
    }),
    accountRows,
  ],
  ['loop closure', loopClosureMeasure<Answer>({ ...LOOP, deadlineHours: 48 }), answers],
  ['time to first contact', timeToFirstContactMeasure<Answer>(LOOP), answers],
] as never;

describe.each(MEASURES)('%s', (_name, measure, arbitrary) => {
  it('does not depend on the order of rows, adds up in pieces, and survives storage', () => {
    fc.assert(
      fc.property(shuffled(arbitrary), ({ rows, mixed, cut }) => {
        const whole = expectSound(computeMeasure(deepFreeze(rows), measure));
        const pieces = measure.createTally();
        for (const part of [mixed.slice(cut), mixed.slice(0, cut)]) {
          const stored: unknown = JSON.parse(JSON.stringify(storeTally(measure, tallyRows(part, measure))));
          measure.mergeTallies(pieces, deepFreeze(readTally(measure, stored)));
        }
        expect(measure.toResult(pieces)).toEqual(whole);
      }),
    );
  });

  it('gives a value exactly where there is data, within its range and its interval', () => {
    fc.assert(
      fc.property(arbitrary, (rows) => {
        const { value, sampleSize, interval, definition, warnings } = computeMeasure(rows, measure);
        expect(warnings.some(({ code }) => code === 'no-data')).toBe(sampleSize === 0);
        if (definition.family !== 'duration') expect(value === null).toBe(sampleSize === 0);
        if (value === null) return;
        expect(value).toBeGreaterThanOrEqual(definition.range?.minimum ?? 0);
        expect(value).toBeLessThanOrEqual(definition.range?.maximum ?? Infinity);
        expect(interval?.lower ?? value).toBeLessThanOrEqual(value + 1e-12);
        expect(interval?.upper ?? value).toBeGreaterThanOrEqual(value - 1e-12);
      }),
    );
  });
});

describe('the rates', () => {
  it('leave no invitation out without a reason', () => {
    fc.assert(
      fc.property(invitations, (rows) => {
        for (const result of [computeResponseRate(rows), computeBounceRate(rows)]) {
          const excluded = Object.values<number>(result.excluded).reduce((sum, count) => sum + count, 0);
          expect(result.sampleSize + excluded).toBe(rows.length);
        }
      }),
    );
  });

  it('are the shares of the ledger, where each contact was asked once', () => {
    fc.assert(
      fc.property(invitations, (given) => {
        const rows = given.map((row, at) => ({ ...row, contactId: `c${String(at)}` }));
        const { contacts, excluded } = outreachLedger(rows);
        const count = (stage: string): number => contacts.find((own) => own.stage === stage)?.count ?? NaN;
        const rate = computeResponseRate(rows);
        expect([rate.complete, rate.sampleSize]).toEqual([count('completed'), count('delivered')]);
        expect(computeResponseRate(rows, { denominator: 'sent' }).sampleSize).toBe(count('sent'));
        expect(computeResponseRate(rows, { denominator: 'eligible' }).sampleSize).toBe(count('eligible'));
        const bounce = computeBounceRate(rows);
        expect([bounce.bounced, bounce.sampleSize]).toEqual([count('sent') - count('delivered'), count('sent')]);
        expect(rate.excluded).toMatchObject(excluded);
      }),
    );
  });

  it('of accounts agree with the ledger and with the accounts that answered', () => {
    fc.assert(
      fc.property(invitations, (rows) => {
        const { accounts } = outreachLedger(rows);
        const rate = computeMeasure(rows, accountResponseRateMeasure());
        const count = (stage: string): number => accounts.find((own) => own.stage === stage)?.count ?? NaN;
        expect([rate.answered, rate.accounts]).toEqual([count('completed'), count('sent')]);
        expect(toAnsweringAccounts(rows)).toHaveLength(rate.answered);
      }),
    );
  });
});

describe('the ledger', () => {
  const accounts: fc.Arbitrary<Account[]> = fc.array(
    fc.record({ id: accountIds, revenue: money.map((own) => ({ ...own, currency: 'EUR' })) }),
    { maxLength: 6 },
  );

  it('never grows from stage to stage, loses what is missing for a reason, and does not depend on the order', () => {
    fc.assert(
      fc.property(shuffled(invitations), shuffled(accounts), maybe(fc.constant('2026-03-05')), (rows, base, asOf) => {
        const ledger = expectSound(
          outreachLedger(deepFreeze(rows.rows), { accounts: deepFreeze(base.rows), currency: 'EUR', asOf }),
        );
        const other = outreachLedger(rows.mixed, { accounts: base.mixed, currency: 'EUR', asOf });
        expect({ ...other, findings: [] }).toEqual({ ...ledger, findings: [] });
        expect(JSON.stringify({ ...other, findings: [] })).toBe(JSON.stringify({ ...ledger, findings: [] }));
        for (const stages of [ledger.contacts, ledger.accounts, ledger.revenue?.stages ?? []]) {
          stages.forEach(({ count, lost, reasons, ofPrevious, ofFirst }, at) => {
            const before = stages[at - 1]?.count ?? count + lost;
            expect(count).toBeGreaterThanOrEqual(0);
            expect(count + lost).toBe(before);
            expect(Object.values(reasons).reduce((sum, own) => sum + own, 0)).toBe(lost);
            expect(ofPrevious).toBe(before > 0 ? count / before : null);
            expect(ofFirst).toBe(stages[0] && stages[0].count > 0 ? count / stages[0].count : null);
          });
        }
      }),
    );
  });

  it('of a later day is nowhere behind that of an earlier one', () => {
    fc.assert(
      fc.property(invitations, fc.integer({ min: 1, max: 8 }), (rows, day) => {
        const at = (own: number): number[] =>
          outreachLedger(rows, { asOf: `2026-03-0${String(own)}` }).contacts.map(({ count }) => count);
        const [before, after] = [at(day), at(day + 1)];
        // A bounce and a partial answer that become known set a record back; without them nothing does.
        if (rows.some(({ bounced, status }) => bounced === true || status === 'partial')) return;
        before.forEach((count, stage) => expect(after[stage]).toBeGreaterThanOrEqual(count));
      }),
    );
  });

  it('sets the records aside that the check calls unreadable', () => {
    fc.assert(
      fc.property(invitations, (rows) => {
        const unreadable = ['missing-id', 'unreadable-time', 'unknown-value'];
        const found = checkInvitations(rows).filter(({ code }) => unreadable.includes(code));
        expect(outreachLedger(rows).excluded.invalid).toBe(found.length);
      }),
    );
  });
});

describe('the reach of contacts', () => {
  it('does not depend on the order, and knows every contact once', () => {
    fc.assert(
      fc.property(shuffled(invitations), ({ rows, mixed }) => {
        const contacts = [{ id: 'anna', accountId: 'A', role: 'user' } as const];
        const got = expectSound(toContactReach(contacts, deepFreeze(rows)));
        expect(toContactReach(contacts, mixed)).toEqual(got);
        expect(new Set(got.map(({ contactId }) => contactId)).size).toBe(got.length);
      }),
    );
  });
});

describe('the closed loop', () => {
  const queueOptions = { ...LOOP, id: 'id', isNegativeComment: 'angry', deadlineHours: 48 } as const;

  it('loses no answer and no detractor, in any order', () => {
    fc.assert(
      fc.property(shuffled(answers), ({ rows, mixed }) => {
        const queue = expectSound(followUpQueue(deepFreeze(rows), queueOptions));
        const left = Object.values(queue.excluded).reduce((sum, count) => sum + count, 0);
        expect(queue.open.length + queue.contacted.length + left).toBe(rows.length);
        expect(queue.findings).toHaveLength(queue.excluded.invalid);
        expect({ ...followUpQueue(mixed, queueOptions), findings: [] }).toEqual({ ...queue, findings: [] });
      }),
    );
  });

  it('counts in the queue what the loop closure counts', () => {
    fc.assert(
      fc.property(answers, (rows) => {
        const scores = followUpQueue(rows, { ...queueOptions, isNegativeComment: undefined });
        const closure = computeLoopClosure(rows, { ...LOOP, deadlineHours: 48 });
        const count = (state: string): number =>
          [...scores.open, ...scores.contacted].filter((own) => own.state === state).length;
        expect([count('in-time'), count('late'), count('overdue'), count('not-yet-due')]).toEqual([
          closure.inTime,
          closure.late,
          closure.overdue,
          closure.excluded.notYetDue,
        ]);
      }),
    );
  });

  it('improves with a longer deadline', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: 1, max: 96 }), (rows, deadlineHours) => {
        const short = computeLoopClosure(rows, { ...LOOP, deadlineHours });
        const long = computeLoopClosure(rows, { ...LOOP, deadlineHours: deadlineHours + 24 });
        expect(long.inTime).toBeGreaterThanOrEqual(short.inTime);
        expect(long.overdue).toBeLessThanOrEqual(short.overdue);
      }),
    );
  });

  it('finds faults where the figure leaves rows out as invalid', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const rows = given.map((row) => ({ ...row, score: 0 }));
        const found = checkContacts(rows, { at: 'at', contactedAt: 'called' });
        expect(computeLoopClosure(rows, { ...LOOP, deadlineHours: 1 }).excluded.invalid).toBe(found.length);
      }),
    );
  });

  it('links each detractor once, to a later answer of the same contact, in any order', () => {
    const fields = { contact: 'who', at: 'at', score: 'score', offScale: 'exclude' } as const;
    fc.assert(
      fc.property(shuffled(answers), ({ rows, mixed }) => {
        const recoveries = expectSound(toRecoveries(deepFreeze(rows), fields));
        expect(toRecoveries(mixed, fields)).toEqual(recoveries);
        expect(recoveries).toHaveLength(rows.filter(({ score }) => score !== null && score <= 6).length);
        for (const { contact, nextAt, nextScore, days } of recoveries) {
          if (nextAt === null) continue;
          expect(days).toBeGreaterThan(0);
          expect(rows.some(({ who, at, score }) => who === contact && at === nextAt && score === nextScore)).toBe(true);
        }
        const rate = computeRecoveryRate(rows, fields);
        const excluded = Object.values<number>(rate.excluded).reduce((sum, count) => sum + count, 0);
        const others = rows.filter(({ score }) => score !== null && score > 6 && score <= 10).length;
        expect(rate.sampleSize + excluded + others).toBe(rows.length);
      }),
    );
  });
});

describe('the bounds of silence', () => {
  it('hold the value that any answers of the silent would give', () => {
    const counts = fc.nat({ max: 50 });
    fc.assert(
      fc.property(counts, counts, counts, counts, (satisfied, unsatisfied, more, less) => {
        const population = satisfied + unsatisfied + more + less;
        if (population === 0) return;
        const heard = computeCsat({ counts: { satisfied, unsatisfied } });
        const all = computeCsat({ counts: { satisfied: satisfied + more, unsatisfied: unsatisfied + less } });
        const { lower, upper } = expectSound(silenceBounds(heard, { population }));
        expect(lower).toBeLessThanOrEqual((all.value ?? NaN) + 1e-12);
        expect(upper).toBeGreaterThanOrEqual((all.value ?? NaN) - 1e-12);
      }),
    );
  });
});
