import { describe, expect, it } from 'vitest';
import { computeMeasure, tallyRows } from '../../../../src/measures/computeMeasure.js';
import { callbackRateMeasure, computeCallbackRate } from '../../../../src/metrics/operational/callbackRate.js';
import { checkVisits } from '../../../../src/metrics/operational/checkVisits.js';
import {
  computeFirstTimeFixRate,
  firstTimeFixRateMeasure,
} from '../../../../src/metrics/operational/firstTimeFixRate.js';
import type { FixOptions } from '../../../../src/metrics/operational/fix.js';
import { toFixes } from '../../../../src/metrics/operational/toFixes.js';
import type { Visit } from '../../../../src/metrics/operational/visit.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../../tools/soundness.js';
import { hour } from './ticketTimeline.js';

const DAY = 24;
const MS = 1 / 3_600_000;
const OPTIONS: FixOptions = { windowDays: 30, asOf: hour(100 * DAY) };

/** A visit of one hour that begins at an hour. */
function visit(visitId: string, begun: number, parts: Partial<Visit> = {}): Visit {
  const times = { begunAt: hour(begun), endedAt: hour(begun + 1) };
  return { visitId, assetId: 'pump', fault: 'leak', outcome: 'fixed', ...times, ...parts };
}

/** First visit, returns and what became of each entry. */
function brief(visits: readonly Visit[], options: Partial<FixOptions> = {}): unknown[] {
  const fixes = toFixes(readOnce(deepFreeze([...visits])), { ...OPTIONS, ...options });
  expect(new Set(toFixes([...visits].reverse(), { ...OPTIONS, ...options }).map((fix) => JSON.stringify(fix)))).toEqual(
    new Set(fixes.map((fix) => JSON.stringify(fix))),
  );
  return fixes.map(({ visitId, returns, isFirstTime, exclusion }) => [visitId, returns, exclusion ?? isFirstTime]);
}

describe('toFixes', () => {
  it.each<[string, Visit[], unknown[]]>([
    ['fixed at once', [visit('a', 0)], [['a', 0, true]]],
    ['not fixed', [visit('a', 0, { outcome: 'not-fixed' })], [['a', 0, false]]],
    // The window runs from the end of the visit, which takes an hour.
    ['a return at the last instant of the window', [visit('a', 0), visit('b', 1 + 30 * DAY)], [['a', 1, false]]],
    [
      'a return just after the window',
      [visit('a', 0), visit('b', 1 + 30 * DAY + MS)],
      [
        ['a', 0, true],
        ['b', 0, true],
      ],
    ],
    ['returns in a chain', [visit('a', 0), visit('b', 25 * DAY), visit('c', 50 * DAY)], [['a', 2, false]]],
    [
      'another fault',
      [visit('a', 0), visit('b', DAY, { fault: 'noise' })],
      [
        ['a', 0, true],
        ['b', 0, true],
      ],
    ],
    [
      'another asset',
      [visit('a', 0), visit('b', DAY, { assetId: 'fan' })],
      [
        ['a', 0, true],
        ['b', 0, true],
      ],
    ],
    ['a remote fix first', [visit('r', 0, { isRemote: true })], [['r', 0, 'remoteFix']]],
    [
      'a remote fix and then a visit',
      [visit('r', 0, { isRemote: true }), visit('a', DAY), visit('b', 2 * DAY)],
      [
        ['r', 0, 'remoteFix'],
        ['a', 1, false],
      ],
    ],
    ['a remote fix after a visit', [visit('a', 0), visit('r', DAY, { isRemote: true })], [['a', 1, false]]],
    [
      'a remote attempt',
      [visit('a', 0), visit('r', DAY, { isRemote: true, outcome: 'not-fixed' })],
      [
        ['r', 0, 'remoteAttempt'],
        ['a', 0, true],
      ],
    ],
    [
      'what is no part of a job',
      [
        visit('i', 1, { purpose: 'inspection', outcome: 'no-access' }),
        visit('n', 2, { outcome: 'no-access', fault: '' }),
        visit('c', 3, { outcome: 'customer-cancelled' }),
        visit('m', 4, { assetId: '' }),
        visit('l', 5, { fault: undefined }),
        visit('p', 6, { purpose: 'repair', isRemote: false }),
      ],
      [
        ['i', 0, 'inspection'],
        ['n', 0, 'noAccess'],
        ['c', 0, 'customerCancelled'],
        ['m', 0, 'missing'],
        ['l', 0, 'missing'],
        ['p', 0, true],
      ],
    ],
    [
      'copies',
      [visit('a', 0), visit('a', 0), visit('a', 0)],
      [
        ['a', 0, 'duplicate'],
        ['a', 0, 'duplicate'],
        ['a', 0, true],
      ],
    ],
    [
      'copies that say different things, by the less flattering',
      [visit('a', 0), visit('a', 0, { outcome: 'not-fixed' }), visit('a', 1)],
      [
        ['a', 0, 'duplicate'],
        ['a', 0, 'duplicate'],
        ['a', 0, false],
      ],
    ],
    ['what cannot be', [visit('a', 0, { endedAt: hour(-1) })], [['a', 0, 'invalid']]],
  ])('links %s', (_, visits, expected) => {
    expect(brief(visits)).toEqual(expected);
  });

  it('judges a job when its window is over, fixed or not, and knows no later visits', () => {
    const visits = [visit('a', 0), visit('b', DAY)];
    const over = 1 + 30 * DAY;
    expect(brief(visits, { asOf: hour(over) })).toEqual([['a', 1, false]]);
    expect(brief(visits, { asOf: hour(over - MS) })).toEqual([['a', 1, 'notMature']]);
    expect(brief(visits, { asOf: hour(DAY + 1 - MS) })).toEqual([['a', 0, 'notMature']]);
    expect(brief(visits, { asOf: hour(1 - MS) })).toEqual([]);
    expect(brief(visits, { windowDays: 0.5 })).toEqual([
      ['a', 0, true],
      ['b', 0, true],
    ]);
  });

  it('keeps what to separate jobs by', () => {
    const rows = [visit('a', 0, { accountId: 'A' }), { ...visit('', 1), assetId: 3 } as unknown as Visit];
    expect(toFixes(rows, OPTIONS)).toEqual([
      {
        visitId: '',
        assetId: null,
        fault: 'leak',
        accountId: null,
        endedAt: null,
        windowDays: 30,
        returns: 0,
        isFirstTime: null,
        exclusion: 'invalid',
      },
      {
        visitId: 'a',
        assetId: 'pump',
        fault: 'leak',
        accountId: 'A',
        endedAt: hour(1),
        windowDays: 30,
        returns: 0,
        isFirstTime: true,
        exclusion: null,
      },
    ]);
    expect(toFixes([null as unknown as Visit], OPTIONS)).toMatchObject([{ exclusion: 'invalid' }]);
  });

  it.each([0, -1, Infinity, NaN, '30'])('refuses a window of %s days', (windowDays) => {
    expect(thrownBy(() => toFixes([], { ...OPTIONS, windowDays: windowDays as number }))).toMatchObject({
      code: 'CX_INVALID_OPTION',
      message: expect.stringContaining('toFixes: option "windowDays" must be a finite number above 0') as string,
    });
  });

  it('refuses an asOf without zone', () => {
    expect(thrownBy(() => toFixes([], { ...OPTIONS, asOf: '2026-03-02' })).code).toBe('CX_INVALID_DATE');
  });
});

describe('computeFirstTimeFixRate', () => {
  const visits = [
    visit('a', 0),
    visit('b', 0, { assetId: 'fan' }),
    visit('c', DAY, { assetId: 'fan' }),
    visit('d', 0, { assetId: 'belt', outcome: 'not-fixed' }),
    visit('e', 99 * DAY, { assetId: 'gate' }),
    visit('f', 0, { assetId: 'lamp', isRemote: true }),
    visit('g', 0, { isRemote: true, outcome: 'not-fixed' }),
    visit('h', 0, { purpose: 'inspection' }),
    visit('i', 0, { outcome: 'no-access' }),
    visit('j', 0, { outcome: 'customer-cancelled' }),
    visit('j', 0, { outcome: 'customer-cancelled' }),
    visit('k', 0, { fault: '' }),
    visit('l', 0, { begunAt: 'soon' }),
  ];

  it('counts jobs, and what is left out by reason', () => {
    expect(expectSound(computeFirstTimeFixRate(readOnce(visits), OPTIONS))).toMatchObject({
      definition: {
        id: 'first-time-fix-rate',
        family: 'proportion',
        statistic: 'share',
        unit: 'share',
        direction: 'higher-is-better',
        parameters: { windowDays: 30 },
      },
      value: 1 / 3,
      firstTime: 1,
      notFirstTime: 2,
      excluded: {
        notMature: 1,
        remoteFix: 1,
        remoteAttempt: 1,
        inspection: 1,
        noAccess: 1,
        customerCancelled: 1,
        duplicate: 1,
        missing: 1,
        invalid: 1,
      },
    });
  });

  it('merges jobs, and refuses those of another window', () => {
    const fixes = toFixes(visits, OPTIONS);
    const measure = firstTimeFixRateMeasure({ windowDays: 30 });
    const tally = tallyRows(fixes.slice(0, 6), measure);
    measure.mergeTallies(tally, tallyRows(fixes.slice(6), measure));
    expect(measure.toResult(tally)).toEqual(computeFirstTimeFixRate(visits, OPTIONS));
    expect(thrownBy(() => computeMeasure(fixes, firstTimeFixRateMeasure({ windowDays: 14 })))).toMatchObject({
      code: 'CX_INVALID_INPUT',
      message:
        'firstTimeFixRateMeasure: job at row 0 must be one that toFixes made with a window of 14 days, received 30',
    });
    expect(thrownBy(() => firstTimeFixRateMeasure({ windowDays: 0 })).message).toMatch(
      /^firstTimeFixRateMeasure: option/,
    );
  });
});

describe('checkVisits', () => {
  it.each<[string, object, string, string]>([
    ['a missing id', { visitId: '' }, 'missing-id', 'visitId'],
    ['an unreadable beginning', { begunAt: '2026-03-02' }, 'unreadable-time', 'begunAt'],
    ['an unreadable end', { endedAt: null }, 'unreadable-time', 'endedAt'],
    ['an end before the beginning', { endedAt: hour(-MS) }, 'ended-before-begun', 'endedAt'],
    ['an unknown outcome', { outcome: 'done' }, 'unknown-value', 'outcome'],
    ['an unknown purpose', { purpose: 'sale' }, 'unknown-value', 'purpose'],
    ['a second record', { visitId: 'a' }, 'duplicate-visit', 'visitId'],
    ['a missing asset', { assetId: undefined }, 'missing-asset', 'assetId'],
    ['a missing fault', { fault: '' }, 'missing-fault', 'fault'],
  ])('finds %s', (_, parts, code, field) => {
    const rows = [visit('a', 0), { ...visit('b', 0), ...parts }] as Visit[];
    expect(checkVisits(rows)).toMatchObject([{ code, index: 1, field }]);
  });

  it('finds nothing on visits that can be', () => {
    expect(checkVisits([visit('a', 0), visit('b', 0, { endedAt: hour(0), purpose: 'inspection' })])).toEqual([]);
    expect(checkVisits([null as unknown as Visit])).toEqual([
      { code: 'missing-id', index: 0, id: null, field: 'visitId', value: null },
    ]);
  });
});

describe('computeCallbackRate', () => {
  interface Job {
    readonly ended: string | null;
    readonly called?: string | null;
  }
  const fields = { endedAt: 'ended', calledAt: 'called' } as const;
  const options = { ...fields, windowHours: 48, asOf: hour(100) };
  const jobs: readonly Job[] = [
    { ended: hour(0), called: hour(48) },
    { ended: hour(0), called: hour(48 + MS) },
    { ended: hour(0), called: null },
    { ended: hour(52 - MS) },
    { ended: hour(52) },
    { ended: hour(90), called: hour(101) },
    { ended: hour(90), called: hour(91) },
    { ended: hour(101), called: null },
    { ended: hour(10), called: hour(9) },
    { ended: 'soon', called: null },
    { ended: null, called: hour(1) },
  ];

  it('counts calls in time', () => {
    expect(expectSound(computeCallbackRate(readOnce(jobs), options))).toMatchObject({
      definition: {
        id: 'callback-rate',
        family: 'proportion',
        statistic: 'share',
        unit: 'share',
        direction: 'higher-is-better',
        parameters: { windowHours: 48 },
      },
      value: 2 / 5,
      inTime: 2,
      late: 1,
      notCalled: 2,
      excluded: { missing: 1, invalid: 2, notYet: 1, notYetDue: 2 },
    });
  });

  it('merges', () => {
    const measure = callbackRateMeasure<Job>(options);
    const tally = tallyRows(jobs.slice(0, 4), measure);
    measure.mergeTallies(tally, tallyRows(jobs.slice(4), measure));
    expect(measure.toResult(tally)).toEqual(computeCallbackRate(jobs, options));
  });

  it.each([0, -1, Infinity, '48'])('refuses a window of %s hours', (windowHours) => {
    const call = (): unknown => computeCallbackRate(jobs, { ...options, windowHours: windowHours as number });
    expect(thrownBy(call)).toMatchObject({
      code: 'CX_INVALID_OPTION',
      message: expect.stringContaining(
        'computeCallbackRate: option "windowHours" must be a finite number above 0',
      ) as string,
    });
  });
});
