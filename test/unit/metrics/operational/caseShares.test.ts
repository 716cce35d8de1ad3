import { describe, expect, it } from 'vitest';
import { computeMeasure, tallyRows } from '../../../../src/measures/computeMeasure.js';
import { computeOneTouchRate, oneTouchRateMeasure } from '../../../../src/metrics/operational/oneTouchRate.js';
import { computeReopenRate, reopenRateMeasure } from '../../../../src/metrics/operational/reopenRate.js';
import type { TicketCase } from '../../../../src/metrics/operational/ticketCase.js';
import { toCases } from '../../../../src/metrics/operational/toCases.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../../tools/soundness.js';
import { caseOf, hour, timeline } from './ticketTimeline.js';

const left = toCases(
  [...timeline('a', [0, 'created'], [1, 'merged']), ...timeline('b', [0, 'open']), ...timeline('', [0, 'open'])],
  { asOf: hour(9) },
);
const open = caseOf(9, [0, 'created'], [1, 'public-agent-reply']);
const silent = caseOf(9, [0, 'created'], [1, 'solved']);
const single = caseOf(9, [0, 'created'], [1, 'public-agent-reply'], [1, 'solved']);
const double = caseOf(9, [0, 'created'], [1, 'public-agent-reply'], [2, 'public-agent-reply'], [2, 'closed']);
const handedBack = caseOf(9, [0, 'created'], [1, 'public-agent-reply'], [1, 'pending'], [2, 'solved']);
const held = caseOf(9, [0, 'created'], [1, 'on-hold'], [2, 'public-agent-reply'], [2, 'solved']);
const reopened = caseOf(9, [0, 'created'], [1, 'public-agent-reply'], [1, 'solved'], [2, 'open'], [3, 'solved']);
const openAgain = caseOf(9, [0, 'created'], [1, 'public-agent-reply'], [1, 'solved'], [2, 'open']);
const cases = deepFreeze([...left, open, silent, single, double, handedBack, held, reopened, openAgain]);

describe('computeReopenRate', () => {
  it('counts tickets that came back among those that were ever solved', () => {
    expect(expectSound(computeReopenRate(readOnce(cases)))).toMatchObject({
      definition: {
        id: 'reopen-rate',
        family: 'proportion',
        statistic: 'share',
        unit: 'share',
        direction: 'lower-is-better',
        range: { minimum: 0, maximum: 1 },
        parameters: {},
      },
      value: 2 / 7,
      reopened: 2,
      stayedSolved: 5,
      sampleSize: 7,
      excluded: { merged: 1, notCreated: 1, invalid: 1, neverSolved: 1 },
      interval: { method: 'wilson' },
    });
  });

  it('is not known without solutions', () => {
    expect(computeReopenRate([open])).toMatchObject({ value: null, warnings: [{ code: 'no-data' }] });
  });
});

describe('computeOneTouchRate', () => {
  it.each([
    [undefined, 4, {}],
    ['single-reply', 4, {}],
    ['no-handback', 2, { rule: 'no-handback' }],
  ] as const)('follows the rule %s', (rule, oneTouch, parameters) => {
    const result = expectSound(computeOneTouchRate(readOnce(cases), rule === undefined ? {} : { rule }));
    expect(result).toMatchObject({
      definition: { id: 'one-touch-rate', direction: 'higher-is-better', family: 'proportion', parameters },
      value: oneTouch / 6,
      oneTouch,
      otherwise: 6 - oneTouch,
      excluded: { merged: 1, notCreated: 1, invalid: 1, notSolved: 2 },
    });
  });

  it.each([
    ['silent', silent, 0, 0],
    ['single', single, 1, 1],
    ['double', double, 0, 1],
    ['handed back', handedBack, 1, 0],
    ['held', held, 1, 0],
    ['reopened', reopened, 1, 0],
  ] as const)('judges a ticket that is %s', (_, own, bySingle, byHandback) => {
    expect(computeOneTouchRate([own]).value).toBe(bySingle);
    expect(computeOneTouchRate([own], { rule: 'no-handback' }).value).toBe(byHandback);
  });

  it('refuses another rule', () => {
    expect(thrownBy(() => computeOneTouchRate([], { rule: 'first-call' as 'single-reply' }))).toEqual({
      kind: 'TypeError',
      code: 'CX_INVALID_OPTION',
      message: 'computeOneTouchRate: option "rule" must be "single-reply" or "no-handback", received "first-call"',
    });
  });
});

describe('the shares of cases', () => {
  it.each([
    ['reopen rate', computeReopenRate, reopenRateMeasure],
    ['one-touch rate', computeOneTouchRate, oneTouchRateMeasure],
  ] as const)('merge: the %s', (_, compute, measureOf) => {
    const measure = measureOf() as ReturnType<typeof reopenRateMeasure>;
    const tally = tallyRows(cases.slice(0, 5), measure);
    measure.mergeTallies(tally, tallyRows(cases.slice(5), measure));
    expect(measure.toResult(tally, { confidence: 0.9 })).toEqual(compute(cases, { confidence: 0.9 }));
  });

  it.each([
    ['reopenRateMeasure', reopenRateMeasure],
    ['oneTouchRateMeasure', oneTouchRateMeasure],
  ] as const)('refuse rows that are no cases: %s', (name, measureOf) => {
    const measure = measureOf() as ReturnType<typeof reopenRateMeasure>;
    const rows = [single, {} as TicketCase];
    expect(thrownBy(() => computeMeasure(rows, measure))).toMatchObject({
      code: 'CX_INVALID_INPUT',
      message: `${name}: case at row 1 must be one that toCases made, received an object`,
    });
  });
});
