import { describe, expect, it } from 'vitest';
import type { MetricTarget } from '../../../src/core/target.js';
import { metricTargetSchema, readRecord } from '../../../src/schemas/index.js';

const LEAST: MetricTarget = { definition: { id: 'nps' }, period: null, green: 30, amber: 10, source: 'contract' };
const FULL: Required<MetricTarget> = {
  ...LEAST,
  definition: {
    id: 'csat',
    parameters: { scale: { minimum: 1, maximum: 5 }, bands: [4, 5], name: null, strict: true },
  },
  scope: { network: 'north' },
  period: 'FY2026-Q3',
};

function issuesOf(changes: object): unknown {
  const read = readRecord(metricTargetSchema, { ...LEAST, ...changes });
  return read.success ? 'accepted' : read.issues.map(({ path, code, message }) => [path.join('.'), code, message]);
}

function ofParameter(parameter: unknown): unknown {
  return issuesOf({ definition: { id: 'nps', parameters: { p: parameter } } });
}

/** Where the faults lie and of which kind they are, without the words. */
function faults(issues: unknown): unknown {
  return (issues as string[][]).map(([path, code]) => [path, code]);
}

function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 1; level < levels; level++) value = [value];
  return value;
}

const PERIOD = 'must be null or a period key such as "2026-11", "2026-Q3", "2026", "FY2026-Q3" or "FY2026"';

describe('metricTargetSchema', () => {
  it.each([LEAST, FULL])('accepts %j', (record) => {
    expect(readRecord(metricTargetSchema, record)).toEqual({ success: true, record });
  });

  it.each(['2026-11', '2026-Q3', '2026', 'FY2026'])('accepts the period %s', (period) => {
    expect(issuesOf({ period })).toBe('accepted');
  });

  it('leaves the order of the thresholds to statusOf, which knows the direction', () => {
    expect(issuesOf({ green: 0.02, amber: 0.05 })).toBe('accepted');
  });

  it.each<[object, string, string, string]>([
    [{ period: '2026-Q5' }, 'period', 'wrong-format', `${PERIOD}, received "2026-Q5"`],
    [{ period: 2026 }, 'period', 'wrong-type', `${PERIOD}, received 2026`],
    [{ period: undefined }, 'period', 'missing', `${PERIOD}, received nothing`],
    [{ green: Infinity }, 'green', 'wrong-type', 'must be a finite number, received Infinity'],
    [{ amber: NaN }, 'amber', 'wrong-type', 'must be a finite number, received NaN'],
    [{ amber: null }, 'amber', 'wrong-type', 'must be a finite number, received null'],
    [{ source: '' }, 'source', 'too-small', 'must be text of at least 1 character, received ""'],
    [{ definition: 'nps' }, 'definition', 'wrong-type', 'must be an object, received "nps"'],
    [{ definition: {} }, 'definition.id', 'missing', 'must be an id in kebab case such as "nps", received nothing'],
    [
      { definition: { id: 'x', unit: 'y' } },
      'definition',
      'unknown-field',
      'must have known fields only, received "unit"',
    ],
    [{ scope: { network: 3 } }, 'scope.network', 'wrong-type', 'must be text, received 3'],
  ])('refuses %j at %s', (changes, path, code, message) => {
    expect(issuesOf(changes)).toEqual([[path, code, `${path} ${message}`]]);
  });
});

describe('the parameters of a target', () => {
  it.each([1, 'x', true, false, null, [], {}, [1, [2, { a: 'b' }]]])('may be %j', (parameter) => {
    expect(ofParameter(parameter)).toBe('accepted');
  });

  it.each([
    [NaN, 'NaN'],
    [Infinity, 'Infinity'],
    [undefined, 'nothing'],
    [1n, '1'],
    [new Date(0), 'an object'],
    [new Map(), 'an object'],
    [() => 1, 'a function'],
    [[1, [NaN]], 'NaN'],
    [{ a: undefined }, 'nothing'],
  ])('may not be %s', (parameter, shown) => {
    const rule = 'plain JSON: text, finite numbers, true, false, null, lists, objects';
    const message = `definition.parameters.p must be ${rule}, received ${shown}`;
    expect(ofParameter(parameter)).toEqual([['definition.parameters.p', 'wrong-type', message]]);
  });

  it('may be eight levels deep, not nine, and no depth exhausts the stack', () => {
    expect(ofParameter(nested(8))).toBe('accepted');
    const message = 'definition.parameters.p must be at most 8 levels deep and 1000 values large, received a list';
    expect(ofParameter(nested(9))).toEqual([['definition.parameters.p', 'too-large', message]]);
    expect(faults(ofParameter(nested(200_000)))).toEqual([['definition.parameters.p', 'too-large']]);
  });

  it('may hold a thousand values, themselves counted, not one more', () => {
    expect(ofParameter(new Array(999).fill(1))).toBe('accepted');
    expect(faults(ofParameter(new Array(1000).fill(1)))).toEqual([['definition.parameters.p', 'too-large']]);
  });

  it('may not go round in a circle', () => {
    const circle: unknown[] = [];
    circle.push(circle);
    expect(faults(ofParameter(circle))).toEqual([['definition.parameters.p', 'too-large']]);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('may not name anything %s, at any depth', (name) => {
    const record = JSON.parse(`{"${name}":1}`);
    expect(ofParameter([record])).toEqual([
      [
        'definition.parameters.p',
        'reserved-name',
        `definition.parameters.p must be under another name, received "${name}"`,
      ],
    ]);
    expect(faults(issuesOf({ definition: { id: 'nps', parameters: record } }))).toEqual([
      [`definition.parameters.${name}`, 'reserved-name'],
    ]);
  });
});
