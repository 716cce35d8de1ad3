import { describe, expect, it } from 'vitest';
import { METRIC_CATALOGUE } from '../../../src/metrics/catalogue/catalogue.js';
import { B2B_PLAYBOOK } from '../../../src/prioritization/playbook.js';
import type { PlaybookAction } from '../../../src/prioritization/playbookAction.js';
import { checkPlaybook } from '../../../src/prioritization/playbookCheck.js';

const ACTION: PlaybookAction = {
  id: 'call-back',
  area: 'after-sales',
  names: { en: 'Call back', fr: 'Rappeler' },
  metrics: ['callback-rate'],
  triggers: [{ metric: 'callback-rate' }, { metric: 'reopen-rate', kinds: ['status'] }, { theme: 'after-sales' }],
};

function found(playbook: unknown, metrics?: { id: string }[]): unknown[][] {
  const options = metrics ? { metrics } : {};
  const findings = checkPlaybook(playbook as PlaybookAction[], options);
  return findings.map(({ code, path, value }) => [code, path.join('.'), value]);
}

describe('B2B_PLAYBOOK', () => {
  it('holds the eighteen actions of the article by area', () => {
    const counts = new Map<string, number>();
    for (const { area } of B2B_PLAYBOOK) counts.set(area, (counts.get(area) ?? 0) + 1);
    expect([...counts]).toEqual([
      ['logistics', 4],
      ['pre-sales', 3],
      ['product-and-documentation', 4],
      ['network', 4],
      ['after-sales', 3],
    ]);
  });

  it('names metrics of the catalogue only, and nothing else is wrong with it', () => {
    expect(checkPlaybook(B2B_PLAYBOOK, { metrics: METRIC_CATALOGUE })).toEqual([]);
  });

  it('is called for by metrics of which one way is good', () => {
    const contextual = new Set(
      METRIC_CATALOGUE.filter(({ direction }) => direction === 'contextual').map(({ id }) => id),
    );
    const triggers = B2B_PLAYBOOK.flatMap(({ triggers: list }) => list);
    const ids = triggers.flatMap((trigger) => ('metric' in trigger ? [trigger.metric] : []));
    expect(ids.filter((id) => (contextual as Set<string>).has(id))).toEqual([]);
  });

  it('has a name of its own for each action in each language', () => {
    expect(new Set(B2B_PLAYBOOK.map(({ names }) => names.en)).size).toBe(18);
    expect(new Set(B2B_PLAYBOOK.map(({ names }) => names.fr)).size).toBe(18);
  });
});

describe('checkPlaybook', () => {
  it('finds nothing in a sound action, whose metrics are taken for known', () => {
    expect(found([ACTION])).toEqual([]);
    expect(found([])).toEqual([]);
  });

  it.each<[unknown, unknown[][]]>([
    [null, [['not-a-list', 'playbook', null]]],
    [[null], [['not-an-action', 'playbook.0', null]]],
    [[{ ...ACTION, id: 'Call back' }], [['invalid-id', 'playbook.0.id', 'Call back']]],
    [[{ ...ACTION, id: 'call-' }], [['invalid-id', 'playbook.0.id', 'call-']]],
    [[{ ...ACTION, id: 3 }], [['invalid-id', 'playbook.0.id', 3]]],
    [[ACTION, ACTION], [['duplicate-id', 'playbook.1.id', 'call-back']]],
    [[{ ...ACTION, area: '' }], [['invalid-area', 'playbook.0.area', '']]],
    [
      [{ ...ACTION, names: null }],
      [
        ['missing-name', 'playbook.0.names.en', null],
        ['missing-name', 'playbook.0.names.fr', null],
      ],
    ],
    [[{ ...ACTION, names: { en: 'Call back', fr: '' } }], [['missing-name', 'playbook.0.names.fr', '']]],
    [[{ ...ACTION, metrics: [] }], [['no-metric', 'playbook.0.metrics', 'array']]],
    [[{ ...ACTION, metrics: 'nps' }], [['no-metric', 'playbook.0.metrics', 'nps']]],
    [[{ ...ACTION, metrics: ['nps', 3] }], [['unknown-metric', 'playbook.0.metrics.1', 3]]],
    [[{ ...ACTION, triggers: [] }], [['no-trigger', 'playbook.0.triggers', 'array']]],
    [[{ ...ACTION, triggers: undefined }], [['no-trigger', 'playbook.0.triggers', null]]],
    [[{ ...ACTION, triggers: [{ theme: '' }] }], [['invalid-trigger', 'playbook.0.triggers.0', 'object']]],
    [[{ ...ACTION, triggers: ['nps'] }], [['invalid-trigger', 'playbook.0.triggers.0', 'nps']]],
    [
      [{ ...ACTION, triggers: [{ metric: 'a', theme: 'b' }] }],
      [['invalid-trigger', 'playbook.0.triggers.0', 'object']],
    ],
    [
      [{ ...ACTION, triggers: [{ metric: 'a', kinds: 'x' }] }],
      [['invalid-trigger', 'playbook.0.triggers.0', 'object']],
    ],
  ])('finds in %j', (playbook, expected) => {
    expect(found(playbook)).toEqual(expected);
  });

  it('finds metrics that are not known, in what is moved and in what calls', () => {
    expect(found([ACTION], [{ id: 'reopen-rate' }])).toEqual([
      ['unknown-metric', 'playbook.0.metrics.0', 'callback-rate'],
      ['unknown-metric', 'playbook.0.triggers.0.metric', 'callback-rate'],
    ]);
  });
});
