import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCxError } from '../../../src/core/errors.js';
import type { SegmentKey } from '../../../src/core/segment.js';
import type { Finding } from '../../../src/prioritization/finding.js';
import { B2B_PLAYBOOK } from '../../../src/prioritization/playbook.js';
import type { PlaybookAction } from '../../../src/prioritization/playbookAction.js';
import { recommendActions, type RecommendActionsOptions } from '../../../src/prioritization/recommendActions.js';

function action(id: string, triggers: PlaybookAction['triggers']): PlaybookAction {
  return { id, area: 'x', names: { en: id, fr: id }, metrics: ['nps'], triggers };
}

function status(metric: string, level: 'red' | 'amber' = 'red', segment: SegmentKey = {}): Finding {
  return { kind: 'status', metric, level, segment };
}

function change(kind: 'comparison' | 'segment-difference', metric: string, verdict: 'higher' | 'lower'): Finding {
  return { kind, metric, verdict, direction: 'higher-is-better', segment: {} };
}

const A = action('a', [{ metric: 'otif' }]);
const B = action('b', [{ metric: 'csat' }, { theme: 'delays' }]);
const PLAYBOOK = [A, B];

/** Ids of what is recommended and of what is withheld. */
function ids(findings: Finding[], playbook: PlaybookAction[] = PLAYBOOK): [string[], string[]] {
  const { recommended, withheld } = recommendActions(findings, playbook);
  return [recommended.map((one) => one.action.id), withheld.map((one) => one.action.id)];
}

describe('recommendActions', () => {
  it('recommends nothing without findings', () => {
    expect(recommendActions([], PLAYBOOK)).toEqual({ recommended: [], withheld: [] });
  });

  it('says which finding of which segment calls for an action', () => {
    const north = status('otif', 'amber', { zone: 'north' });
    expect(recommendActions([status('nps'), north], PLAYBOOK)).toEqual({
      recommended: [{ action: A, segment: { zone: 'north' }, triggeredBy: [north] }],
      withheld: [],
    });
  });

  it.each<[Finding, string[]]>([
    [status('otif', 'amber'), ['a']],
    [change('comparison', 'otif', 'lower'), ['a']],
    [change('comparison', 'otif', 'higher'), []],
    [change('segment-difference', 'otif', 'lower'), ['a']],
    [{ kind: 'trend', metric: 'otif', trend: 'falling', direction: 'higher-is-better', segment: {} }, ['a']],
    [{ kind: 'trend', metric: 'otif', trend: 'falling', direction: 'contextual', segment: {} }, []],
    [{ kind: 'driver', metric: 'otif', outcome: 'csat', segment: {} }, ['a']],
    [{ kind: 'theme', theme: 'delays', metric: 'otif', impact: 'negative', segment: {} }, ['b']],
    [{ kind: 'theme', theme: 'delays', metric: null, impact: 'positive', segment: {} }, []],
    [{ kind: 'theme', theme: 'otif', metric: null, impact: 'negative', segment: {} }, []],
    [status('delays'), []],
  ])('of %j recommends %j', (finding, expected) => {
    expect(ids([finding])).toEqual([expected, []]);
  });

  it('heeds the kinds a trigger asks for', () => {
    const picky = action('p', [{ metric: 'otif', kinds: ['driver', 'trend'] }]);
    expect(ids([status('otif')], [picky])).toEqual([[], []]);
    expect(ids([{ kind: 'driver', metric: 'otif', outcome: 'csat', segment: {} }], [picky])[0]).toEqual(['p']);
  });

  it('withholds what is getting better already, and says what tells so', () => {
    const better = change('comparison', 'otif', 'higher');
    const rising: Finding = {
      kind: 'trend',
      metric: 'otif',
      trend: 'rising',
      direction: 'higher-is-better',
      segment: {},
    };
    expect(recommendActions([status('otif'), better], PLAYBOOK)).toEqual({
      recommended: [],
      withheld: [{ action: A, segment: {}, triggeredBy: [status('otif')], because: [better] }],
    });
    expect(ids([status('otif'), rising])).toEqual([[], ['a']]);
    expect(ids([status('otif'), change('segment-difference', 'otif', 'higher')])).toEqual([['a'], []]);
    expect(ids([status('otif'), change('comparison', 'csat', 'higher')])).toEqual([['a'], []]);
    const worse = change('comparison', 'otif', 'lower');
    expect(ids([status('otif'), rising, worse])).toEqual([['a'], []]);
  });

  it('withholds in one segment only', () => {
    const north = { zone: 'north' };
    const better: Finding = { ...change('comparison', 'otif', 'higher'), segment: north };
    const { recommended, withheld } = recommendActions(
      [status('otif'), status('otif', 'red', north), better],
      PLAYBOOK,
    );
    expect(recommended.map(({ segment }) => segment)).toEqual([{}]);
    expect(withheld.map(({ segment }) => segment)).toEqual([north]);
  });

  it('still recommends what rests on something else as well, without the metric that got better', () => {
    const both = action('both', [{ metric: 'otif' }, { metric: 'csat' }]);
    const { recommended } = recommendActions(
      [status('otif'), status('csat', 'amber'), change('comparison', 'otif', 'higher')],
      [both],
    );
    expect(recommended).toEqual([{ action: both, segment: {}, triggeredBy: [status('csat', 'amber')] }]);
  });

  it('puts first the whole, then segments by key; within each more red, more findings, then ids', () => {
    const list = [
      action('d', [{ metric: 'm1' }]),
      action('c', [{ metric: 'm1' }, { metric: 'm2' }]),
      action('b', [{ metric: 'm3' }]),
      action('a', [{ metric: 'm1' }]),
    ];
    const findings = [
      status('m1', 'amber', { zone: 'south' }),
      status('m1', 'amber', { Zone: 'x' }),
      status('m1', 'amber'),
      status('m2', 'amber'),
      status('m3', 'red'),
    ];
    const { recommended } = recommendActions(findings, list);
    expect(recommended.map((one) => [JSON.stringify(one.segment), one.action.id])).toEqual([
      ['{}', 'b'],
      ['{}', 'c'],
      ['{}', 'a'],
      ['{}', 'd'],
      ...['a', 'c', 'd'].map((id) => ['{"Zone":"x"}', id]),
      ...['a', 'c', 'd'].map((id) => ['{"zone":"south"}', id]),
    ]);
    const first = recommendActions(findings, list, { perSegment: 2 }).recommended;
    expect(first.map((one) => one.action.id)).toEqual(['b', 'c', 'a', 'c', 'a', 'c']);
  });

  it('counts a finding once, and a segment once, however their properties are ordered', () => {
    const one = status('otif', 'red', { zone: 'north', size: null });
    const same: Finding = { segment: { size: null, zone: 'north' }, level: 'red', metric: 'otif', kind: 'status' };
    const { recommended } = recommendActions([one, same], PLAYBOOK);
    expect(recommended.map(({ triggeredBy }) => triggeredBy.length)).toEqual([1]);
  });

  it('does not depend on the order of findings and actions', () => {
    const one = fc.constantFrom<Finding>(
      status('otif'),
      status('callback-rate', 'amber', { zone: 'north' }),
      status('first-time-fix-rate', 'red', { zone: 'south' }),
      change('comparison', 'otif', 'higher'),
      change('comparison', 'in-full', 'lower'),
      { kind: 'theme', theme: 'training', metric: null, impact: 'negative', segment: {} },
    );
    fc.assert(
      fc.property(fc.array(one), (findings) => {
        const forward = recommendActions(findings, B2B_PLAYBOOK);
        expect(recommendActions([...findings].reverse(), [...B2B_PLAYBOOK].reverse())).toEqual(forward);
      }),
    );
  });

  it.each<[unknown, unknown, unknown, string, string]>([
    [null, [], {}, 'CX_INVALID_INPUT', 'findings must be a list of findings with segments, received null'],
    [[null], [], {}, 'CX_INVALID_INPUT', 'findings must be a list of findings with segments, received an object'],
    [
      [{ kind: 'status', metric: 'nps', level: 'red' }],
      [],
      {},
      'CX_INVALID_INPUT',
      'findings must be a list of findings with segments, received an object',
    ],
    [
      [],
      [{ ...A, metrics: [] }],
      {},
      'CX_INVALID_INPUT',
      'playbook[0].metrics must be a list of at least one id of a metric, received "array"',
    ],
    [[], [], { perSegment: 0 }, 'CX_INVALID_OPTION', 'option "perSegment" must be a whole number from 1, received 0'],
    [[], [], null, 'CX_INVALID_OPTION', '"options" must be an object, received null'],
  ])('refuses %j, %j under %j', (findings, playbook, options, code, message) => {
    let caught = ['none', ''];
    try {
      recommendActions(findings as Finding[], playbook as PlaybookAction[], options as RecommendActionsOptions);
    } catch (error) {
      if (isCxError(error)) caught = [error.code, error.message];
    }
    expect(caught).toEqual([code, `recommendActions: ${message}`]);
  });
});
