import { describe, expect, it } from 'vitest';

import { toTimeZone } from '../../../src/core/timeZone.js';
import type { FieldReport } from '../../../src/metrics/behavioural/fieldReport.js';
import { evaluateRewards } from '../../../src/rewards/evaluation/evaluateRewards.js';
import { toInsightFacts, type FieldInsight } from '../../../src/rewards/facts/toInsightFacts.js';
import { toPlanFact, type PlanReview } from '../../../src/rewards/facts/toPlanFact.js';
import { toProgressFact, type ChallengeProgress } from '../../../src/rewards/facts/toProgressFact.js';
import type { ActionPlanReview } from '../../../src/prioritization/reviewActionPlan.js';
import type { RewardFact } from '../../../src/rewards/rules/rewardFact.js';
import { coded } from '../../tools/coded.js';
import { FIELD_INSIGHT, PLAN_TARGET, SPRING_CHALLENGE } from './mechanics.js';

const DATE = 'a civil date YYYY-MM-DD that exists, or an instant with its zone';
const outcomes = (rule: typeof PLAN_TARGET, facts: readonly RewardFact[]): string[] =>
  evaluateRewards({ rules: [rule], facts, asOf: '2027-12-31' }).decisions.map(({ outcome }) => outcome);

describe('toInsightFacts', () => {
  const report: FieldReport = { kind: 'visit', id: 'v1', at: '2026-02-01', authorId: 'lea', accountId: 'acme' };
  const insight: FieldInsight = { ...report, authorRole: 'sales', actionable: true };
  const validated: FieldInsight = { ...insight, review: { at: '2026-02-10', status: 'validated' } };
  const wrong: FieldInsight = { ...validated, invalidatedAt: '2026-03-01' };

  it('gives one fact for each step', () => {
    const author = { id: 'lea', role: 'sales' };
    const own = { id: 'v1', kind: 'visit', account: 'acme', actionable: true };
    expect(toInsightFacts(wrong)).toEqual([
      {
        id: '["insight.submitted","v1"]',
        trigger: { kind: 'event', event: 'insight.submitted' },
        on: '2026-02-01',
        data: { author, insight: own },
      },
      {
        id: '["insight.reviewed","v1"]',
        trigger: { kind: 'event', event: 'insight.reviewed' },
        on: '2026-02-10',
        data: { author, insight: { ...own, status: 'validated' } },
      },
      {
        id: '["insight.invalidated","v1"]',
        trigger: { kind: 'event', event: 'insight.invalidated' },
        on: '2026-03-01',
        data: { author, insight: { ...own, status: 'invalidated' } },
      },
    ]);
  });
  it('leaves out what is not known', () => {
    const [only, ...more] = toInsightFacts({
      ...report,
      accountId: undefined,
      review: null,
      invalidatedAt: null,
      authorRole: null,
    });
    expect(only?.data).toEqual({ author: { id: 'lea' }, insight: { id: 'v1', kind: 'visit' } });
    expect(Object.keys(only?.data['insight'] as object)).toEqual(['id', 'kind']);
    expect(more).toEqual([]);
  });
  it('keeps an insight that cannot be acted upon apart from one of which that is unknown', () => {
    expect(toInsightFacts({ ...insight, actionable: false })[0]?.data['insight']).toMatchObject({ actionable: false });
  });
  it('adds what the host knows to every step', () => {
    const facts = toInsightFacts(validated, { data: { author: { network: 'north' }, season: 'spring' } });
    for (const { data } of facts)
      expect(data).toMatchObject({ author: { id: 'lea', network: 'north' }, season: 'spring' });
  });
  it('drives the mechanic: pending, posted, taken back', () => {
    expect(outcomes(FIELD_INSIGHT, toInsightFacts(validated))).toEqual(['pending', 'granted']);
    expect(outcomes(FIELD_INSIGHT, toInsightFacts(wrong))).toEqual(['pending', 'granted', 'reversed']);
    expect(outcomes(FIELD_INSIGHT, toInsightFacts({ ...insight, actionable: null }))).toEqual(['held']);
    expect(outcomes(FIELD_INSIGHT, toInsightFacts({ ...insight, actionable: false }))).toEqual(['denied']);
  });
  it('takes instants with a zone, steps of one day too', () => {
    const own = { ...insight, at: '2026-02-01T23:30:00Z', review: { at: '2026-02-02T08:00:00Z', status: 'rejected' } };
    const facts = toInsightFacts(own, { zone: toTimeZone('Europe/Paris') });
    expect(facts.map(({ on }) => on)).toEqual(['2026-02-02', '2026-02-02']);
  });
  it.each([
    [
      { at: '2026-02-01T23:30:00Z' },
      'CX_INVALID_DATE toInsightFacts: "at" must be a civil date YYYY-MM-DD, or come with option "zone", as the day of an instant depends on the zone of the programme, received "2026-02-01T23:30:00Z"',
    ],
    [{ at: undefined }, `CX_INVALID_DATE toInsightFacts: "at" must be ${DATE}, received undefined`],
    [{ id: undefined }, 'CX_INVALID_INPUT toInsightFacts: "id" must be text or a whole number, received undefined'],
    [{ authorId: '' }, 'CX_INVALID_INPUT toInsightFacts: "authorId" must be text, received ""'],
    [{ authorId: 7 }, 'CX_INVALID_INPUT toInsightFacts: "authorId" must be text, received 7'],
    [{ review: 7 }, 'CX_INVALID_INPUT toInsightFacts: "review" must be { at, status }, received 7'],
    [
      { review: { at: '2026-01-31', status: 'validated' } },
      'CX_INVALID_DATE toInsightFacts: "review.at" must be 2026-02-01 or later, received "2026-01-31"',
    ],
    [
      { review: { at: null, status: 'validated' } },
      `CX_INVALID_DATE toInsightFacts: "review.at" must be ${DATE}, received null`,
    ],
    [
      { review: { at: '2026-02-01', status: '' } },
      'CX_INVALID_INPUT toInsightFacts: "review.status" must be text, received ""',
    ],
    [
      { review: { at: '2026-02-01' } },
      'CX_INVALID_INPUT toInsightFacts: "review.status" must be text, received undefined',
    ],
    [
      { review: { at: '2026-02-10', status: 'validated' }, invalidatedAt: '2026-02-09' },
      'CX_INVALID_DATE toInsightFacts: "invalidatedAt" must be 2026-02-10 or later, received "2026-02-09"',
    ],
    [{ invalidatedAt: 'later' }, `CX_INVALID_DATE toInsightFacts: "invalidatedAt" must be ${DATE}, received "later"`],
    [
      { authorRole: NaN },
      'CX_INVALID_INPUT toInsightFacts: "data.author.role" must be plain JSON, 32 levels deep at most, received NaN',
    ],
  ])('refuses the insight %o', (own, message) => {
    expect(coded(() => toInsightFacts({ ...insight, ...own } as never))).toBe(message);
  });
  it('refuses what is none', () => {
    expect(coded(() => toInsightFacts(null as never))).toBe(
      'CX_INVALID_INPUT toInsightFacts: insight must be a record, received null',
    );
    expect(coded(() => toInsightFacts(insight, null as never))).toBe(
      'CX_INVALID_OPTION toInsightFacts: options must be an object, received null',
    );
    expect(coded(() => toInsightFacts(insight, { zone: 'UTC' as never }))).toBe(
      'CX_INVALID_OPTION toInsightFacts: option "zone" must be what toTimeZone gives, received "UTC"',
    );
    expect(coded(() => toInsightFacts(insight, { data: { insight: { id: 'v2' } } }))).toBe(
      'CX_INVALID_OPTION toInsightFacts: option "data.insight.id" must be left out or as toInsightFacts says it, received "v2"',
    );
  });
});

describe('toPlanFact', () => {
  const review = (state: string, reachedByBound: boolean | null): PlanReview => ({
    id: 'p1',
    asOf: '2027-07-02',
    target: { state, reachedByBound },
  });
  it('gives the fact of the day', () => {
    expect(toPlanFact(review('late', null), { team: 'service', data: { team: { members: ['a'] } } })).toEqual({
      id: '["plan.reviewed","p1","2027-07-02"]',
      trigger: { kind: 'event', event: 'plan.reviewed' },
      on: '2027-07-02',
      data: { team: { id: 'service', members: ['a'] }, plan: { id: 'p1', state: 'late', proven: null } },
    });
  });
  it.each([
    ['reached', true, 'granted'],
    ['reached', false, 'denied'],
    ['reached', null, 'held'],
    ['late', true, 'denied'],
    ['not-measurable', null, 'held'],
  ])('of a plan %s, by bound %s, is %s', (state, bound, outcome) => {
    expect(outcomes(PLAN_TARGET, [toPlanFact(review(state, bound), { team: 'service' })])).toEqual([outcome]);
  });
  it('takes what reviewActionPlan gives', () => {
    const take = (own: ActionPlanReview): PlanReview => own;
    expect(take(review('reached', true) as ActionPlanReview).id).toBe('p1');
  });
  it.each([
    [null, 'CX_INVALID_INPUT toPlanFact: review must be the review of a plan, received null'],
    [{ ...review('late', null), id: '' }, 'CX_INVALID_INPUT toPlanFact: "id" must be text, received ""'],
    [{ ...review('late', null), id: 7 }, 'CX_INVALID_INPUT toPlanFact: "id" must be text, received 7'],
    [
      { ...review('late', null), asOf: '2027-02-29' },
      'CX_INVALID_DATE toPlanFact: "asOf" must be a civil date YYYY-MM-DD that exists, received "2027-02-29"',
    ],
    [
      { ...review('late', null), target: null },
      'CX_INVALID_INPUT toPlanFact: "target" must be { state, reachedByBound }, received null',
    ],
    [review(7 as never, null), 'CX_INVALID_INPUT toPlanFact: "target.state" must be text, received 7'],
    [
      review('late', undefined as never),
      'CX_INVALID_INPUT toPlanFact: "target.reachedByBound" must be true, false or null, received undefined',
    ],
  ])('refuses the review %o', (own, message) => {
    expect(coded(() => toPlanFact(own as never, { team: 'service' }))).toBe(message);
  });
  it.each([
    [null, 'CX_INVALID_OPTION toPlanFact: options must be an object, received null'],
    [{}, 'CX_INVALID_OPTION toPlanFact: option "team" must be the id of a team, received undefined'],
    [{ team: '' }, 'CX_INVALID_OPTION toPlanFact: option "team" must be the id of a team, received ""'],
  ])('refuses the options %o', (own, message) => {
    expect(coded(() => toPlanFact(review('late', null), own as never))).toBe(message);
  });
});

describe('toProgressFact', () => {
  const panel = { type: 'panel.completed', id: 'panel-2', at: '2026-03-20' };
  const course = (id: string, at = '2026-03-25') => ({ type: 'elearning.passed', id, at });
  const progress: ChallengeProgress = {
    personId: 'lea',
    edition: 'spring',
    at: '2026-04-01',
    steps: [panel],
    catalogue: { complete: 95, total: 100 },
  };
  const made = (own: object = {}, options: object = {}) => toProgressFact({ ...progress, ...own }, options);

  it('gives the fact of the day', () => {
    expect(made({}, { data: { person: { network: 'north' } } })).toEqual({
      id: '["progress.updated","lea","spring","2026-04-01"]',
      trigger: { kind: 'event', event: 'progress.updated' },
      on: '2026-04-01',
      data: {
        person: { id: 'lea', network: 'north' },
        challenge: { edition: 'spring' },
        catalogue: { completenessBp: 9500 },
        events: [{ type: 'panel.completed', id: 'panel-2', on: '2026-03-20' }],
      },
    });
  });
  it.each([
    [95, 100, 9500],
    [57, 100, 5700],
    [94_999, 100_000, 9499],
    [1, 3, 3333],
    [0, 5, 0],
    [5, 5, 10_000],
  ])('takes %d of %d for %d ten-thousandths', (complete, total, completenessBp) => {
    expect(made({ catalogue: { complete, total } }).data['catalogue']).toEqual({ completenessBp });
  });
  it.each([[{ catalogue: { complete: 0, total: 0 } }], [{ catalogue: null }], [{ catalogue: undefined }]])(
    'leaves out a catalogue that is not known, %o',
    (own) => {
      expect(Object.keys(made(own).data)).toEqual(['person', 'challenge', 'events']);
    },
  );
  it.each([[null], [undefined]])('leaves out steps that are not known, %o, which is not nothing', (steps) => {
    expect(Object.keys(made({ steps }).data)).toEqual(['person', 'challenge', 'catalogue']);
    expect(made({ steps: [] }).data['events']).toEqual([]);
  });
  it('counts a thing once, at its first time, and nothing of a later day, in order', () => {
    const steps = [
      course('b', '2026-04-01'),
      panel,
      course('a', '2026-03-30'),
      course('a', '2026-03-29'),
      course('a'),
      course('c', '2026-04-02'),
    ];
    const events = [
      { type: 'elearning.passed', id: 'a', on: '2026-03-25' },
      { type: 'elearning.passed', id: 'b', on: '2026-04-01' },
      { type: 'panel.completed', id: 'panel-2', on: '2026-03-20' },
    ];
    expect(made({ steps }).data['events']).toEqual(events);
    expect(made({ steps: [...steps].reverse() }).data['events']).toEqual(events);
  });
  it('drives the mechanic: two tasks of three', () => {
    const courses = ['a', 'b', 'c'].map((id) => course(id));
    expect(outcomes(SPRING_CHALLENGE, [made()])).toEqual(['granted']);
    expect(outcomes(SPRING_CHALLENGE, [made({ catalogue: { complete: 94, total: 100 } })])).toEqual(['denied']);
    expect(outcomes(SPRING_CHALLENGE, [made({ catalogue: null })])).toEqual(['held']);
    expect(outcomes(SPRING_CHALLENGE, [made({ catalogue: null, steps: [panel, ...courses] })])).toEqual(['granted']);
    expect(
      outcomes(SPRING_CHALLENGE, [
        made({ catalogue: { complete: 0, total: 9 }, steps: [panel, courses[0], courses[0], courses[0]] }),
      ]),
    ).toEqual(['denied']);
  });
  it('takes instants with a zone', () => {
    const zone = toTimeZone('Europe/Paris');
    const fact = made({ at: '2026-03-31T22:00:00Z', steps: [{ ...panel, at: '2026-03-31T22:30:00Z' }] }, { zone });
    expect([fact.on, fact.data['events']]).toEqual([
      '2026-04-01',
      [{ type: 'panel.completed', id: 'panel-2', on: '2026-04-01' }],
    ]);
  });
  it.each([
    [{ personId: '' }, 'CX_INVALID_INPUT toProgressFact: "personId" must be text, received ""'],
    [{ edition: 7 }, 'CX_INVALID_INPUT toProgressFact: "edition" must be text, received 7'],
    [{ at: null }, `CX_INVALID_DATE toProgressFact: "at" must be ${DATE}, received null`],
    [{ steps: 7 }, 'CX_INVALID_INPUT toProgressFact: "steps" must be a list, received 7'],
    [{ steps: [null] }, 'CX_INVALID_INPUT toProgressFact: "steps[0]" must be { type, id, at }, received null'],
    [
      { steps: [panel, { ...panel, type: '' }] },
      'CX_INVALID_INPUT toProgressFact: "steps[1].type" must be text, received ""',
    ],
    [{ steps: [{ ...panel, id: 7 }] }, 'CX_INVALID_INPUT toProgressFact: "steps[0].id" must be text, received 7'],
    [
      { steps: [{ ...panel, at: '2026-02-30' }] },
      `CX_INVALID_DATE toProgressFact: "steps[0].at" must be ${DATE}, received "2026-02-30"`,
    ],
    [{ catalogue: 7 }, 'CX_INVALID_INPUT toProgressFact: "catalogue" must be { complete, total }, received 7'],
    [
      { catalogue: { complete: 3, total: 2 } },
      'CX_INVALID_INPUT toProgressFact: "catalogue.complete" must be a whole number from 0 to 2, received 3',
    ],
    [
      { catalogue: { complete: 0.5, total: 2 } },
      'CX_INVALID_INPUT toProgressFact: "catalogue.complete" must be a whole number from 0 to 2, received 0.5',
    ],
    [
      { catalogue: { complete: 0, total: -1 } },
      'CX_INVALID_INPUT toProgressFact: "catalogue.total" must be a whole number from 0, received -1',
    ],
  ])('refuses the progress %o', (own, message) => {
    expect(coded(() => made(own))).toBe(message);
  });
  it('refuses what is none', () => {
    expect(coded(() => toProgressFact(null as never))).toBe(
      'CX_INVALID_INPUT toProgressFact: progress must be a record, received null',
    );
    expect(coded(() => toProgressFact(progress, 7 as never))).toBe(
      'CX_INVALID_OPTION toProgressFact: options must be an object, received 7',
    );
    expect(coded(() => made({}, { zone: {} }))).toBe(
      'CX_INVALID_OPTION toProgressFact: option "zone" must be what toTimeZone gives, received an object',
    );
    expect(coded(() => made({}, { data: { challenge: { edition: 'x' } } }))).toBe(
      'CX_INVALID_OPTION toProgressFact: option "data.challenge.edition" must be left out or as toProgressFact says it, received "x"',
    );
  });
});
