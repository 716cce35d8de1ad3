// What a newcomer writes must infer without annotations, and what is wrong must not compile.
import { expectTypeOf } from 'vitest';
import type { Account, Money } from '../../src/core/records.js';
import { clusterBy } from '../../src/measures/clusterBy.js';
import { computeMeasure } from '../../src/measures/computeMeasure.js';
import { computeAccountResponseRate } from '../../src/metrics/outreach/accountResponseRate.js';
import { computeBounceRate } from '../../src/metrics/outreach/bounceRate.js';
import { checkContacts } from '../../src/metrics/outreach/checkContacts.js';
import { followUpQueue } from '../../src/metrics/outreach/followUpQueue.js';
import type { Invitation } from '../../src/metrics/outreach/invitation.js';
import { computeLoopClosure, loopClosureMeasure } from '../../src/metrics/outreach/loopClosure.js';
import { outreachLedger } from '../../src/metrics/outreach/outreachLedger.js';
import { toRecoveries } from '../../src/metrics/outreach/recoveries.js';
import { computeRecoveryRate, recoveryRateMeasure } from '../../src/metrics/outreach/recoveryRate.js';
import { computeResponseRate, responseRateMeasure } from '../../src/metrics/outreach/responseRate.js';
import { computeRevenueCoverage } from '../../src/metrics/outreach/revenueCoverage.js';
import { silenceBounds } from '../../src/metrics/outreach/silenceBounds.js';
import { computeTimeToFirstContact } from '../../src/metrics/outreach/timeToFirstContact.js';

declare const invitations: readonly Invitation[];
declare const accounts: readonly Account[];
interface Answer {
  readonly id: string;
  readonly contact: string;
  readonly score: number | null;
  readonly at: string;
  readonly called?: string;
  readonly angry: boolean;
}
declare const answers: readonly Answer[];

/* Invitations need no fields; rows may hold more than the record. */
expectTypeOf(computeResponseRate(invitations).definition.id).toEqualTypeOf<'response-rate'>();
expectTypeOf(computeResponseRate(invitations).excluded.notDelivered).toEqualTypeOf<number>();
computeResponseRate([{ id: 'i', contactId: 'c', sentAt: '2026-03-01', status: 'complete' }], { denominator: 'sent' });
computeAccountResponseRate(new Set(invitations));
computeBounceRate(invitations, { confidence: 0.9 });
expectTypeOf(
  computeMeasure(invitations, clusterBy(responseRateMeasure(), 'accountId')).complete,
).toEqualTypeOf<number>();
declare const wider: readonly (Invitation & { readonly sector: string })[];
computeMeasure(wider, responseRateMeasure());
// @ts-expect-error: a status that does not exist
computeResponseRate([{ id: 'i', contactId: 'c', status: 'done' }]);
// @ts-expect-error: a denominator that does not exist
computeResponseRate(invitations, { denominator: 'opened' });
// @ts-expect-error: answers are no invitations
computeResponseRate(answers);

/* Accounts and answers: fields by name or by function, whose row is known. */
expectTypeOf(
  computeRevenueCoverage(accounts, {
    account: 'id',
    revenue: 'revenue',
    answered: ({ id }) => id === 'A',
    currency: 'EUR',
  }).answeredRevenue,
).toEqualTypeOf<Money>();
expectTypeOf(
  computeRevenueCoverage(accounts, { account: 'id', revenue: 'revenue', answered: () => null, currency: 'EUR' })
    .interval,
).toEqualTypeOf<null>();
// @ts-expect-error: the currency is not guessed
computeRevenueCoverage(accounts, { account: 'id', revenue: 'revenue', answered: () => true });
// @ts-expect-error: a name is no revenue
computeRevenueCoverage(accounts, { account: 'id', revenue: 'name', answered: () => true, currency: 'EUR' });

const loop = { score: 'score', at: 'at', contactedAt: 'called', asOf: '2026-03-10' } as const;
expectTypeOf(computeLoopClosure(answers, { ...loop, deadlineHours: 48 }).overdue).toEqualTypeOf<number>();
computeLoopClosure(answers, { ...loop, score: (answer) => answer.score, deadlineHours: 48 });
loopClosureMeasure<Answer>({ ...loop, deadlineHours: 48 });
expectTypeOf(computeTimeToFirstContact(answers, loop).open).toEqualTypeOf<number>();
checkContacts(answers, { id: 'id', at: 'at', contactedAt: 'called' });
// @ts-expect-error: there is no usual deadline
computeLoopClosure(answers, loop);
// @ts-expect-error: a score is no time
computeLoopClosure(answers, { ...loop, at: 'score', deadlineHours: 48 });
// @ts-expect-error: the clock is not read
computeTimeToFirstContact(answers, { score: 'score', at: 'at', contactedAt: 'called' });

const queue = followUpQueue(answers, { ...loop, id: 'id', isNegativeComment: 'angry', deadlineHours: 24 });
expectTypeOf(queue.open[0]?.owner).toEqualTypeOf<string | null | undefined>();
// @ts-expect-error: a text is no judgement
followUpQueue(answers, { ...loop, id: 'id', isNegativeComment: 'at', deadlineHours: 24 });

computeRecoveryRate(answers, { contact: 'contact', at: 'at', score: 'score', withinDays: 90 });
const recoveries = toRecoveries(answers, { contact: 'contact', at: 'at', score: 'score' });
expectTypeOf(computeMeasure(recoveries, clusterBy(recoveryRateMeasure(), 'contact')).recovered).toEqualTypeOf<number>();

expectTypeOf(outreachLedger(invitations, { accounts }).revenue?.currency).toEqualTypeOf<string | undefined>();
silenceBounds(computeResponseRate(invitations), { population: 180 });
// @ts-expect-error: the population is not guessed
silenceBounds(computeResponseRate(invitations), {});
