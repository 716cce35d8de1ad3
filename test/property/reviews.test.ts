import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCivilDate, toDayNumber } from '../../src/core/civilDay.js';
import { createRandom } from '../../src/core/random.js';
import { defineMean } from '../../src/measures/defineMean.js';
import type { Alert } from '../../src/reviews/alert.js';
import type { AlertAnswer } from '../../src/reviews/alertRecords.js';
import { B2B_ALERT_RULES } from '../../src/reviews/b2bAlertRules.js';
import { monthlyReview } from '../../src/reviews/monthlyReview.js';
import { scorecardFor } from '../../src/reviews/scorecardFor.js';
import { toMeasuredRows } from '../../src/reviews/toMeasuredRows.js';
import { weeklyAlerts } from '../../src/reviews/weeklyAlerts.js';

const scale = { minimum: 0, maximum: 10, higherIsBetter: true };
const START = toDayNumber('2026-01-01');
const day = (at: number): string => toCivilDate(START + at) as string;
const answers = fc
  .array(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 2 }),
      at: fc.integer({ min: 0, max: 120 }).map(day),
      metric: fc.constant('nps'),
      value: fc.option(fc.integer({ min: 0, max: 10 })),
      scale: fc.constant(scale),
      accountId: fc.option(fc.constantFrom('a', 'b', 'A')),
      contactId: fc.option(fc.constantFrom('x', 'y', 'z')),
    }),
    { maxLength: 40 },
  )
  .map((list): AlertAnswer[] => list);
const contacts = ['x', 'y', 'z'].map((id) => ({ id, accountId: 'a', role: 'buyer' }));
const accounts = ['a', 'b', 'A'].map((id) => ({ id, owner: `owner of ${id}` }));

describe('weeklyAlerts', () => {
  it('does not depend on the order of records', () => {
    const shuffled = answers.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 0, max: 120 }), ([list, other], at) => {
        const run = (own: readonly AlertAnswer[]) => weeklyAlerts({ asOf: day(at), answers: own, contacts, accounts });
        const found = run(list);
        expect(run(other)).toEqual(found);
        expect(JSON.parse(JSON.stringify(found))).toEqual(found);
      }),
    );
  });

  it('never raises twice within a cooldown, nor an answer twice, and loses none', () => {
    fc.assert(
      fc.property(
        answers,
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 9 }),
        (list, cooldownDays, step) => {
          const rules = B2B_ALERT_RULES.filter(({ id }) => id === 'detractor').map((own) => ({ ...own, cooldownDays }));
          const raised: Alert[] = [];
          const told = new Set<string>();
          for (let at = 0; at <= 126; at += step) {
            const found = weeklyAlerts({ asOf: day(at), rules, answers: list, formerAlerts: raised, days: step });
            raised.push(...found.alerts);
            for (const { evidence } of [...found.alerts, ...found.suppressed])
              for (const { id } of evidence) told.add(String(id));
          }
          for (const [at, { account, contact, raisedOn }] of raised.entries()) {
            const former = raised.slice(0, at).filter((own) => own.account === account && own.contact === contact);
            if (account === null && contact === null) continue;
            for (const own of former)
              expect(toDayNumber(raisedOn) - toDayNumber(own.raisedOn)).toBeGreaterThanOrEqual(cooldownDays);
          }
          const low = list.filter(({ value }) => value !== null && value <= 6).map(({ id }) => id);
          expect([...told].sort()).toEqual([...new Set(low)].sort());
        },
      ),
    );
  });
});

interface Row {
  readonly on: string;
  readonly zone: string;
  readonly score: number;
}
const rows = fc.array(
  fc.record({
    on: fc.integer({ min: 0, max: 120 }).map(day),
    zone: fc.constantFrom('n', 's', 'w'),
    score: fc.integer({ min: 0, max: 10 }),
  }),
  { maxLength: 60 },
);
const mean = defineMean({ id: 'own', direction: 'higher-is-better', value: (row: Row) => row.score });

describe('the reviews of periods', () => {
  it('are plain data, and segments of a month add up to it', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 120 }), (list, at) => {
        const measures = [
          toMeasuredRows(list, { measure: mean, at: 'on', dimensions: ['zone'], scopes: { zone: 'zone' } }),
        ];
        const review = monthlyReview({ asOf: day(at), measures });
        expect(JSON.parse(JSON.stringify(review))).toEqual(review);
        const sizes = ['n', 's', 'w'].map(
          (zone) => scorecardFor({ zone }, { asOf: day(at), measures, period: 'month' }).lines[0]?.sampleSize ?? NaN,
        );
        expect(sizes.reduce((sum, own) => sum + own, 0)).toBe(review.metrics[0]?.result.sampleSize);
      }),
    );
  });

  it('show anything in a month without differences no more often than the confidence allows', () => {
    // 200 months of six metrics each; at 0.9, twelve comparisons with the past without adjustment would show something in about two of three.
    const random = createRandom(2026);
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    let [past, parts] = [0, 0];
    const runs = 200;
    for (let run = 0; run < runs; run++) {
      const measures = ids.map((id) => {
        const own = ['2026-10-05', '2026-09-05', '2025-10-05'].flatMap((on) =>
          Array.from({ length: 30 }, (_, at): Row => ({
            on,
            zone: 'nsw'.charAt(at % 3),
            score: random() + random() + random(),
          })),
        );
        return toMeasuredRows(own, {
          measure: defineMean({ id, direction: 'higher-is-better', value: (row: Row) => row.score }),
          at: 'on',
          dimensions: ['zone'],
        });
      });
      const review = monthlyReview({ asOf: '2026-11-05', measures, confidence: 0.9 });
      past += Number(review.periodFamily.shown > 0);
      parts += Number(review.segmentFamily.shown > 0);
    }
    // Three standard errors of a share of 0.1 above it; and not so strict that nothing could ever be shown.
    const limit = 0.1 + 3 * Math.sqrt((0.1 * 0.9) / runs);
    for (const share of [past / runs, parts / runs]) {
      expect(share).toBeLessThan(limit);
      expect(share).toBeGreaterThan(0.03);
    }
  });
});
