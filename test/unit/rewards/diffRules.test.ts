import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RewardRule } from '../../../src/rewards/rules/rewardRule.js';
import { diffRules } from '../../../src/rewards/trials/diffRules.js';
import { simulate } from '../../../src/rewards/trials/simulate.js';
import { budgetOf, GESTURE, idea, IDEA, INCIDENTS, sale, SALES, SALES_FACTS } from './simulateProgramme.js';

const ASOF = '2026-12-31';
const input = { facts: SALES_FACTS, asOf: ASOF };
const stricter: RewardRule = { ...SALES, version: 2, when: { op: 'gte', fact: ['units'], value: 11 } };

function refusal(...args: readonly unknown[]): string {
  try {
    (diffRules as (...own: readonly unknown[]) => unknown)(...args);
  } catch (error) {
    return `${(error as { code: string }).code}: ${(error as Error).message}`;
  }
  return 'accepted';
}

describe('diffRules', () => {
  // s1 and s8 sold 10: refused now. Of January there is then 50 for s3, 50 for s4 and 20 for s5.
  const diff = diffRules([SALES], [stricter], input);

  it('tells who gains and who loses', () => {
    expect(diff.members).toEqual([
      { member: 'lea', asset: 'points', unit: 'pt', before: 170, after: 170, change: 0 },
      { member: 'max', asset: 'points', unit: 'pt', before: 50, after: 0, change: -50 },
    ]);
    expect(diff.totals).toEqual([
      { asset: 'points', unit: 'pt', before: 220, after: 170, change: -50, gaining: 0, losing: 1 },
    ]);
    const back = diffRules([stricter], [SALES], input);
    expect(back.totals).toEqual([
      { asset: 'points', unit: 'pt', before: 170, after: 220, change: 50, gaining: 1, losing: 0 },
    ]);
  });

  it('tells which decisions come out otherwise', () => {
    expect(diff.decisions.map(({ fact, from, to, before, after }) => [fact, from, to, before, after])).toEqual([
      ['s1', 'granted', 'denied', 50, 0],
      ['s4', 'clipped', 'granted', 20, 50],
      ['s5', 'capped', 'clipped', 0, 20],
      ['s8', 'granted', 'denied', 50, 0],
    ]);
  });

  it('tells the condition that made the difference', () => {
    const [first, second] = diff.decisions;
    expect(first).toMatchObject({ rule: 'sales', on: '2026-01-05', subject: 'lea', occurrence: 's1', unit: 'pt' });
    expect([first?.refusing, first?.missing]).toEqual(['after', []]);
    expect(first?.leaves).toEqual([
      { at: [], trace: { op: 'gte', truth: 'false', fact: ['units'], expected: 11, actual: 10 } },
    ]);
    expect([second?.refusing, second?.leaves, second?.missing]).toEqual([null, [], []]);
    const [back] = diffRules([stricter], [SALES], input).decisions;
    expect([back?.from, back?.to, back?.refusing]).toEqual(['denied', 'granted', 'before']);
    expect(back?.leaves[0]?.trace.expected).toBe(11);
  });

  it('looks at the later refusal where both refuse', () => {
    const other: RewardRule = { ...SALES, when: { op: 'gte', fact: ['pages'], value: 1 } };
    const { decisions } = diffRules([SALES], [other], { facts: [sale('a', '2026-01-01', 'lea', 1)], asOf: ASOF });
    expect(decisions).toHaveLength(1);
    expect(decisions[0]).toMatchObject({ from: 'denied', to: 'held', refusing: 'after', before: 0, after: 0 });
    expect(decisions[0]?.leaves[0]?.trace).toMatchObject({ fact: ['pages'], reason: 'missing' });
  });

  it('names what is missing beside the condition', () => {
    const other: RewardRule = { ...SALES, subject: ['seller'] };
    const { decisions } = diffRules([SALES], [other], { facts: [sale('a', '2026-01-01', 'lea', 10)], asOf: ASOF });
    expect(decisions[0]).toMatchObject({ to: 'held', subject: null, leaves: [], missing: [['seller']] });
  });

  it('shows an amount that changes though the outcome does not', () => {
    const more: RewardRule = { ...SALES, grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 60 } } };
    const { decisions, edited } = diffRules([SALES], [more], {
      facts: [sale('a', '2026-01-01', 'lea', 10)],
      asOf: ASOF,
    });
    expect(decisions.map(({ from, to, before, after }) => [from, to, before, after])).toEqual([
      ['granted', 'granted', 50, 60],
    ]);
    expect(edited).toEqual(['sales']);
  });

  it('names the rules that are on one side only, and those that were edited', () => {
    const same = { ...SALES, id: 'b' };
    const before = [{ ...SALES, id: 'z' }, { ...SALES, id: 'd' }, same, SALES];
    const after = [stricter, { ...same }, { ...SALES, id: 'y' }, { ...SALES, id: 'c' }];
    const own = diffRules(before, after, input);
    expect([own.onlyBefore, own.onlyAfter, own.edited]).toEqual([['d', 'z'], ['c', 'y'], ['sales']]);
    expect(diff.onlyBefore).toEqual([]);
    expect(diff.onlyAfter).toEqual([]);
    expect(diffRules([SALES], [{ ...SALES }], input)).toMatchObject({ edited: [], decisions: [] });
  });

  it('shows of a rule on one side what it moved, and not what it refused', () => {
    const gone = diffRules([SALES], [], input);
    expect(gone.decisions.map(({ fact, from, to }) => [fact, from, to])).toEqual([
      ['s1', 'granted', null],
      ['s3', 'granted', null],
      ['s4', 'clipped', null],
      ['s6', 'granted', null],
      ['s8', 'granted', null],
    ]);
    expect(diffRules([], [SALES], input).decisions[0]).toMatchObject({
      from: null,
      to: 'granted',
      before: 0,
      after: 50,
    });
  });

  it('compares what days decide by whose and what for', () => {
    const facts = [idea('a', '2026-01-01', 'lea'), idea('b', '2026-01-01', 'lea')];
    const settle = Object.assign({}, IDEA.settle, { voidAfterDays: 400 }) as NonNullable<RewardRule['settle']>;
    const { decisions, members } = diffRules([IDEA], [{ ...IDEA, settle }], {
      facts,
      asOf: ASOF,
      budgets: [budgetOf('ideas', 'pt', 100)],
    });
    expect(decisions.map(({ fact, on, occurrence, from, to }) => [fact, on, occurrence, from, to])).toEqual([
      ['', '2026-01-12', 'a', 'voided', null],
      ['', '2026-01-12', 'b', 'voided', null],
    ]);
    expect(members).toEqual([{ member: 'lea', asset: 'points', unit: 'pt', before: 0, after: 60, change: 60 }]);
  });

  it('compares the decisions of one rule on one fact one by one', () => {
    const settle = Object.assign({}, IDEA.settle, { on: ['idea'] }) as NonNullable<RewardRule['settle']>;
    const rule: RewardRule = { ...IDEA, settle };
    const never: RewardRule = {
      ...rule,
      settle: { ...settle, post: { op: 'missing', fact: ['id'] } } as typeof settle,
    };
    const facts = [idea('a', '2026-12-30', 'lea', '', true)];
    const { decisions } = diffRules([rule], [never], { facts, asOf: ASOF, budgets: [budgetOf('ideas', 'pt', 100)] });
    expect(decisions.map(({ from, to, before, after }) => [from, to, before, after])).toEqual([
      ['granted', 'pending', 30, 0],
    ]);
  });

  it('tries drafts on both sides when it is asked to', () => {
    const draft: RewardRule = { ...SALES, state: 'draft' };
    expect(diffRules([], [draft], input)).toMatchObject({ drafts: 'leave', tried: [], totals: [] });
    const tried = diffRules([{ ...draft, id: 'z' }, draft], [draft], { ...input, drafts: 'try' });
    expect(tried).toMatchObject({ drafts: 'try', tried: ['sales', 'z'], asOf: ASOF });
    expect(tried.totals).toMatchObject([{ before: 440, after: 220, change: -220 }]);
  });

  it('takes other shared conditions for the rules after', () => {
    const rule: RewardRule = { ...SALES, when: { op: 'ref', id: 'enough' } };
    const shared = { enough: SALES.when };
    const same = diffRules([rule], [rule], { ...input, shared });
    expect(same.decisions).toEqual([]);
    const own = diffRules([rule], [rule], { ...input, shared, sharedAfter: { enough: stricter.when } });
    expect(own.totals[0]?.change).toBe(-50);
  });

  it('orders members by code units, then by kind and unit', () => {
    const names = ['é', 'Z', 'a'];
    const badge = (id: string, unit: string): RewardRule => ({
      ...SALES,
      id,
      caps: [],
      grant: { kind: 'badge', unit },
    });
    const facts = names.map((name, at) => sale(`s${at}`, '2026-01-01', name, 10));
    const { members } = diffRules([], [SALES, badge('y', 'u2'), badge('z', 'u1')], { facts, asOf: ASOF });
    expect(members.map(({ member, asset, unit }) => `${member} ${asset} ${unit}`)).toEqual(
      ['Z', 'a', 'é'].flatMap((name) => [`${name} badge u1`, `${name} badge u2`, `${name} points pt`]),
    );
  });

  it('adds up: what members gain and lose is what the total does', () => {
    const facts = fc.array(
      fc
        .tuple(fc.nat(20), fc.constantFrom('2026-01-01', '2026-01-31', '2026-02-01'), fc.constantFrom('lea', 'max'))
        .chain(([id, day, seller]) =>
          fc.integer({ min: 8, max: 12 }).map((units) => sale(`s${id}-${day}-${seller}-${units}`, day, seller, units)),
        ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(facts, (own) => {
        const all = { facts: [...own, ...INCIDENTS], asOf: ASOF, budgets: [budgetOf('goodwill', 'EUR', 6000, 'clip')] };
        const [before, after] = [[SALES, GESTURE], [stricter]];
        const changes = diffRules(before, after, all);
        const [former, later] = [simulate({ ...all, rules: before }), simulate({ ...all, rules: after })];
        for (const unit of ['pt', 'EUR']) {
          const net = (trial: typeof former): number => trial.totals.find((sum) => sum.unit === unit)?.net ?? 0;
          const sum = changes.members
            .filter((own2) => own2.unit === unit)
            .reduce((all2, { change }) => all2 + change, 0);
          expect(sum).toBe(net(later) - net(former));
          expect(changes.totals.find((total) => total.unit === unit)?.change ?? 0).toBe(sum);
        }
        expect(diffRules(before, after, { ...all, facts: Array.from(all.facts).reverse() })).toEqual(changes);
        expect(JSON.parse(JSON.stringify(changes))).toEqual(changes);
      }),
    );
  });

  it.each([
    [[], 'CX_INVALID_INPUT: diffRules: input must be an object, received undefined'],
    [[7, [], input], 'CX_INVALID_OPTION: diffRules: option "before" must be a list of rules, received 7'],
    [[[], null, input], 'CX_INVALID_OPTION: diffRules: option "after" must be a list of rules, received null'],
    [
      [[], [], { ...input, drafts: 'yes' }],
      'CX_INVALID_OPTION: diffRules: option "drafts" must be "try" or "leave", received "yes"',
    ],
  ])('refuses %j', (args, message) => {
    expect(refusal(...args)).toBe(message);
  });
});
