import { describe, expect, it } from 'vitest';

import { evaluateRewards } from '../../../src/rewards/evaluation/evaluateRewards.js';
import { foldLedger } from '../../../src/rewards/ledger/foldLedger.js';
import {
  eventFact,
  FIELD_INSIGHT,
  GOODWILL,
  GOODWILL_BUDGET,
  GREEN_MONTHS_BY_METRIC,
  GREEN_POOLED_BY_BOUND,
  GREEN_POOLED_BY_METRIC,
  GREEN_QUARTER,
  otifResult,
  PLAN_TARGET,
  quarterFact,
  SPRING_CHALLENGE,
} from './mechanics.js';

const outcomes = (evaluation: ReturnType<typeof evaluateRewards>): string[] =>
  evaluation.decisions.map(({ outcome }) => outcome);

describe('(a) field feedback', () => {
  const insight = (id: string, status?: string) => ({
    author: { id: 'lea', role: 'sales' },
    insight: { id, actionable: true, ...(status === undefined ? {} : { status }) },
  });
  const submitted = eventFact('f1', 'insight.submitted', '2026-02-01', insight('i1'));
  const reviewed = (status: string, on = '2026-02-10') =>
    eventFact('f2', 'insight.reviewed', on, insight('i1', status));
  const invalidated = eventFact('f3', 'insight.invalidated', '2026-03-01', insight('i1', 'invalidated'));
  const run = (facts: Parameters<typeof evaluateRewards>[0]['facts'], asOf = '2026-03-31') =>
    evaluateRewards({ rules: [FIELD_INSIGHT], facts, asOf });

  it('reserves at submission and posts at validation', () => {
    const done = run([reviewed('validated'), submitted]);
    expect(outcomes(done)).toEqual(['pending', 'granted']);
    expect(foldLedger(done.entries, { asOf: '2026-02-05' })[0]).toMatchObject({ available: 0, pending: 50 });
    expect(foldLedger(done.entries, { asOf: '2026-02-10' })[0]).toMatchObject({ available: 50, pending: 0 });
  });
  it('voids at rejection', () => {
    const done = run([submitted, reviewed('rejected')]);
    expect(outcomes(done)).toEqual(['pending', 'voided']);
    expect(foldLedger(done.entries, { asOf: '2026-03-31' })[0]).toMatchObject({ available: 0, pending: 0 });
  });
  it('stays pending while the review is neither', () => {
    expect(outcomes(run([submitted, reviewed('in-review')]))).toEqual(['pending', 'pending']);
  });
  it('takes back what a posted insight earned', () => {
    const done = run([submitted, reviewed('validated'), invalidated]);
    expect(outcomes(done)).toEqual(['pending', 'granted', 'reversed']);
    expect(foldLedger(done.entries, { asOf: '2026-03-31' })[0]?.available).toBe(0);
  });
  it('can be posted on its last day and is void on the day after', () => {
    // 60 days after 1 February 2026 is 2 April.
    expect(outcomes(run([submitted, reviewed('validated', '2026-04-02')], '2026-04-02'))).toEqual([
      'pending',
      'granted',
    ]);
    const late = run([submitted, reviewed('validated', '2026-04-03')], '2026-04-03');
    expect(outcomes(late)).toEqual(['pending', 'voided', 'duplicate']);
    expect(late.entries[1]).toMatchObject({ kind: 'void', on: '2026-04-03', fact: null, pending: -50 });
  });
  it('gives no more than 500 points a quarter', () => {
    const facts = Array.from({ length: 12 }, (_, at) =>
      eventFact(`s${at}`, 'insight.submitted', '2026-02-01', insight(`i${at}`)),
    );
    const done = run(facts, '2026-02-01');
    expect(outcomes(done).filter((outcome) => outcome === 'pending')).toHaveLength(10);
    expect(outcomes(done).filter((outcome) => outcome === 'capped')).toHaveLength(2);
  });
});

describe('(b) service quality', () => {
  const months = (...statuses: string[]) => statuses.map((status) => ({ status }));
  const green = months('green', 'green', 'green');
  const members = [{ id: 'n2' }, { id: 'n1' }, { id: 'n3' }];
  const closed = (otif: readonly { status: string }[], id = 'q3') =>
    quarterFact(id, '2026-09-30', {
      network: { id: 'north', members },
      period: { key: '2026-Q3' },
      kpis: { otif, sla: green, portalAdoption: green },
    });

  it('divides the bonus so that the parts add up, ties in code units', () => {
    const { entries } = evaluateRewards({ rules: [GREEN_QUARTER], facts: [closed(green)], asOf: '2026-10-05' });
    expect(entries.map(({ member, amount }) => [member, amount])).toEqual([
      ['n1', 6667],
      ['n2', 6667],
      ['n3', 6666],
    ]);
  });
  it('holds for a missing month, and names where', () => {
    const done = evaluateRewards({
      rules: [GREEN_QUARTER],
      facts: [closed(months('green', 'green'))],
      asOf: '2026-10-05',
    });
    expect(outcomes(done)).toEqual(['held']);
    expect(done.decisions[0]?.missing).toEqual([['kpis', 'otif']]);
  });
  it('denies for a red month', () => {
    const facts = [closed(months('green', 'red', 'green'))];
    expect(outcomes(evaluateRewards({ rules: [GREEN_QUARTER], facts, asOf: '2026-10-05' }))).toEqual(['denied']);
  });
  it('is taken back by an event of a later quarter', () => {
    const restated = eventFact('r1', 'kpi.restated', '2026-10-15', {
      network: { id: 'north' },
      period: { key: '2026-Q3' },
      restated: { green: false },
    });
    const done = evaluateRewards({ rules: [GREEN_QUARTER], facts: [closed(green), restated], asOf: '2026-10-31' });
    expect(outcomes(done)).toEqual(['granted', 'reversed']);
    expect(foldLedger(done.entries, { asOf: '2026-10-31' }).map(({ available }) => available)).toEqual([0, 0, 0]);
  });
  it('is corrected by what is restated within the window, and not after it', () => {
    const first = evaluateRewards({ rules: [GREEN_QUARTER], facts: [closed(green)], asOf: '2026-10-05' });
    const rebuilt = (asOf: string) =>
      evaluateRewards({
        rules: [GREEN_QUARTER],
        facts: [closed(months('green', 'red', 'green'))],
        ledger: first.entries,
        asOf,
        mode: 'rebuild',
        rebuildFrom: '2026-07-01',
      });
    // 30 days after 30 September is 30 October.
    expect(rebuilt('2026-10-30').entries.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['correct', -6667],
      ['correct', -6667],
      ['correct', -6666],
    ]);
    expect(rebuilt('2026-10-31').entries).toEqual([]);
  });

  const rules = [GREEN_MONTHS_BY_METRIC, GREEN_POOLED_BY_METRIC, GREEN_POOLED_BY_BOUND];
  const paid = (results: Parameters<typeof evaluateRewards>[0]['results']) =>
    Object.fromEntries(
      evaluateRewards({ rules, facts: [closed(green)], results, asOf: '2026-10-05' }).decisions.map((own) => [
        own.rule,
        own.outcome,
      ]),
    );
  const allMonths = (july: 'green' | 'red') => [
    otifResult('north', '2026-07', july),
    otifResult('north', '2026-08', 'green'),
    otifResult('north', '2026-09', 'green'),
  ];
  it('pays months and quarter differently', () => {
    expect(paid([...allMonths('red'), otifResult('north', '2026-Q3', 'green')])).toEqual({
      'network-green-months': 'denied',
      'network-green-pooled': 'granted',
      'network-green-bound': 'granted',
    });
  });
  it('pays status by point and by bound differently', () => {
    expect(paid([...allMonths('green'), otifResult('north', '2026-Q3', 'green', 'amber')])).toEqual({
      'network-green-months': 'granted',
      'network-green-pooled': 'granted',
      'network-green-bound': 'denied',
    });
  });
  it('holds for a month without result', () => {
    expect(paid([...allMonths('green').slice(1), otifResult('north', '2026-Q3', 'green')])).toMatchObject({
      'network-green-months': 'held',
    });
  });
});

describe('(c) goodwill gesture', () => {
  const incident = (id: string, severity: number, extra = {}) =>
    eventFact(`close-${id}`, 'incident.closed', '2026-04-01', {
      customer: { id: 'acme' },
      incident: { id, severity, attributableTo: 'supplier' },
      ...extra,
    });
  const chosen = (id: string, priceMinor: number) =>
    eventFact(`choose-${id}`, 'gift.chosen', '2026-04-10', {
      customer: { id: 'acme' },
      incident: { id },
      choice: { sku: 'basket', priceMinor },
    });
  const run = (facts: Parameters<typeof evaluateRewards>[0]['facts'], asOf = '2026-04-30', limit = 20000) =>
    evaluateRewards({ rules: [GOODWILL], facts, budgets: [{ ...GOODWILL_BUDGET, limit }], asOf });

  it('reserves the value, and the remainder of the choice returns', () => {
    const reserved = run([incident('x', 3)]);
    expect(reserved.budgets[0]).toMatchObject({ posted: 0, reserved: 5000 });
    const done = run([incident('x', 3), chosen('x', 3200)]);
    expect(outcomes(done)).toEqual(['pending', 'clipped']);
    expect(done.budgets[0]).toMatchObject({ posted: 3200, reserved: 0 });
    expect(done.decisions[1]).toMatchObject({ desired: 5000, granted: 3200 });
  });
  it('accepts a gift at the value and refuses one above', () => {
    expect(outcomes(run([incident('x', 3), chosen('x', 5000)]))).toEqual(['pending', 'granted']);
    const dear = run([incident('x', 3), chosen('x', 5001)]);
    expect(outcomes(dear)).toEqual(['pending', 'denied']);
    expect(dear.budgets[0]).toMatchObject({ posted: 0, reserved: 5000 });
  });
  it('waits for an approval above 50 euros, and goes on once it is there', () => {
    expect(outcomes(run([incident('x', 3)]))).toEqual(['pending']);
    const waiting = run([incident('x', 4)]);
    expect(outcomes(waiting)).toEqual(['awaiting-approval']);
    expect(waiting.entries).toEqual([]);
    expect(outcomes(run([incident('x', 4, { approval: { granted: true } })]))).toEqual(['pending']);
  });
  it('denies beyond 150 euros a year, and pays 150', () => {
    const facts = ['a', 'b', 'c', 'd'].map((id) => incident(id, 3));
    expect(outcomes(run(facts))).toEqual(['pending', 'pending', 'pending', 'capped']);
  });
  it('stops at the budget; a limit of zero is zero', () => {
    expect(outcomes(run([incident('a', 3), incident('b', 3)], '2026-04-30', 9999))).toEqual([
      'pending',
      'budget-exhausted',
    ]);
    expect(outcomes(run([incident('a', 2)], '2026-04-30', 0))).toEqual(['budget-exhausted']);
  });
  it('returns all after 90 days without a choice', () => {
    // 90 days after 1 April is 30 June.
    expect(run([incident('x', 3)], '2026-06-30').budgets[0]).toMatchObject({ reserved: 5000 });
    const over = run([incident('x', 3)], '2026-07-01');
    expect(outcomes(over)).toEqual(['pending', 'voided']);
    expect(over.budgets[0]).toMatchObject({ posted: 0, reserved: 0 });
  });
  it('holds where the severity is unknown', () => {
    const unknown = eventFact('u', 'incident.closed', '2026-04-01', {
      customer: { id: 'acme' },
      incident: { id: 'x', attributableTo: 'supplier' },
    });
    expect(run([unknown]).decisions[0]).toMatchObject({ outcome: 'held' });
    expect(run([unknown]).decisions[0]?.missing).toContainEqual(['incident', 'severity']);
  });
});

describe('(d) targeted challenge', () => {
  const progress = (id: string, on: string, completenessBp: number | null, ...types: string[]) =>
    eventFact(id, 'progress.updated', on, {
      person: { id: 'lea' },
      challenge: { edition: 'spring' },
      catalogue: completenessBp === null ? {} : { completenessBp },
      events: types.map((type) => ({ type })),
    });
  const run = (...facts: ReturnType<typeof progress>[]) =>
    evaluateRewards({ rules: [SPRING_CHALLENGE], facts, asOf: '2026-06-30' });

  it('pays for two of three tasks, once', () => {
    const two = progress('p1', '2026-04-01', 9500, 'panel.completed');
    const three = progress('p2', '2026-05-01', 9700, 'panel.completed', ...Array<string>(3).fill('elearning.passed'));
    const done = run(two, three);
    expect(outcomes(done)).toEqual(['granted', 'duplicate']);
    expect(done.entries).toHaveLength(1);
  });
  it('denies for one, holds where the second is unknown', () => {
    expect(outcomes(run(progress('p1', '2026-04-01', 9499, 'panel.completed')))).toEqual(['denied']);
    expect(outcomes(run(progress('p1', '2026-04-01', null, 'panel.completed')))).toEqual(['held']);
  });
  it('pays from the first to the last day, and not outside', () => {
    const on = (day: string) => outcomes(run(progress('p1', day, 9500, 'panel.completed')))[0];
    expect(['2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01'].map(on)).toEqual([
      'not-in-force',
      'granted',
      'granted',
      'not-in-force',
    ]);
  });
});

describe('(e) plans', () => {
  const reviewed = (plan: { readonly [name: string]: string | boolean }) =>
    evaluateRewards({
      rules: [PLAN_TARGET],
      facts: [eventFact('r', 'plan.reviewed', '2026-10-01', { team: { id: 'service' }, plan: { id: 'p1', ...plan } })],
      asOf: '2026-10-01',
    });
  it('recognises a team whose target is reached and proven', () => {
    const done = reviewed({ state: 'reached', proven: true });
    expect(outcomes(done)).toEqual(['granted']);
    expect(done.entries[0]).toMatchObject({ asset: 'badge', unit: 'target-reached', member: 'service', amount: 1 });
  });
  it('does not for one that is reached by chance, and holds where nothing can be measured', () => {
    expect(outcomes(reviewed({ state: 'reached', proven: false }))).toEqual(['denied']);
    expect(outcomes(reviewed({ state: 'reached' }))).toEqual(['held']);
  });
});
